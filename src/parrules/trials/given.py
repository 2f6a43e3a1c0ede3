"""What a test gives, written as an evidence file would have it, so that one reader reads both."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from parrules.methodology.model import Methodology
from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.passage import Passage
from parrules.text.source import Span

ONLY = "body"
"""The id of the body of a test that names none."""

_OF_A_BODY = ("name", "group", "region")
_Entry = tuple[Scalar, Node]
Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """What all tests of a file have in common. given, marks: what each starts from, where it does not say otherwise."""

    methodology: Methodology
    round: Node | None
    given: Mapping | None
    marks: Mapping | None


def given_of(case: Mapping, name: Scalar, shared: Shared) -> tuple[Mapping, Found]:
    """The evidence of a test; of several bodies, where it names them.

    A figure that is one for the whole round is given for the test, and not for one of its bodies.
    """
    places = {one.name: one.of for one in shared.methodology.figures}
    of_all = _joined(shared.given, case.get("given"))
    named = case.get("bodies")
    bodies = list(named.entries) if isinstance(named, Mapping) else [(_written(ONLY, name.span), _without_given(case))]
    found: list[Diagnostic] = []
    listed, values, marks, decided = [], [], [], []
    for id, body in bodies:
        if not isinstance(body, Mapping):
            continue
        found += [of_the_round(key.span, key.text) for key in _keys(body.get("given")) if _is_of_round(key, places)]
        given = _joined(Mapping(tuple(of_all), name.span), body.get("given"))
        traits = [one for one in given if places.get(one[0].text) == "body"]
        said = [one for one in body.entries if one[0].text in _OF_A_BODY]
        listed.append((id, Mapping((*said, *traits), id.span)))
        own = [one for one in given if places.get(one[0].text) not in ("body", "round")]
        values.append((id, Mapping(tuple(own), id.span)))
        decided.append((id, _scores(body)))
        marks.append((id, Mapping(tuple(_joined(_marked(shared.marks, case), body.get("marks"))), id.span)))
    of_round = [one for one in of_all if _is_of_round(one[0], places)]
    sections: dict[str, Node | None] = {
        "round": shared.round,
        "bodies": Mapping(tuple(listed), name.span),
        "shared": Mapping(tuple(of_round), name.span),
        "values": Mapping(tuple(values), name.span),
        "marks": Mapping(tuple(marks), name.span),
        "decided": Mapping(tuple(decided), name.span),
    }
    entries = tuple((_written(key, name.span), node) for key, node in sections.items() if node is not None)
    return Mapping(entries, name.span), tuple(found)


def _scores(body: Mapping) -> Mapping:
    """Scores that are set outright, as the decisions of the stage."""
    scores = body.get("scores")
    entries = scores.entries if isinstance(scores, Mapping) else ()
    decided = ((code, Mapping(((_written("points", code.span), points),), code.span)) for code, points in entries)
    return Mapping(tuple(decided), body.span)


def _without_given(case: Mapping) -> Mapping:
    """A test with one body, as that body: what is given for the test is there already."""
    return Mapping(tuple(one for one in case.entries if one[0].text != "given"), case.span)


def _marked(shared: Mapping | None, case: Mapping) -> Mapping:
    return Mapping(tuple(_joined(shared, case.get("marks"))), case.span)


def _joined(first: Node | None, second: Node | None) -> list[_Entry]:
    """What both say; where both say something of the same, the second."""
    names = {key.text for key in _keys(second)}
    kept = [one for one in first.entries if one[0].text not in names] if isinstance(first, Mapping) else []
    return [*kept, *(second.entries if isinstance(second, Mapping) else ())]


def _keys(node: Node | None) -> Iterator[Scalar]:
    yield from (key for key, _ in node.entries) if isinstance(node, Mapping) else ()


def _is_of_round(key: Scalar, places: MappingOf[str, str]) -> bool:
    return places.get(key.text) == "round"


def _written(text: str, span: Span) -> Scalar:
    """A key that the file does not have, which stands where the test has its name."""
    return Scalar(text, span, Passage(span.source, text, tuple([span.start] * (len(text) + 1))), "plain")


def of_the_round(span: Span, name: str) -> Diagnostic:
    """A figure that is one for the whole round, given for one body of a test."""
    return diagnostic("PR505", span, name=name)
