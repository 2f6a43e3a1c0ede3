"""An edition that is another one with changes: criteria added, replaced and removed, figures and legal texts added.

Both are nodes still, as they stand in their files, so that every place that is pointed at later is in the right file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from parrules.methodology.reading import entries, mappings, scalar, scalars, text
from parrules.syntax.nodes import Mapping, Node, Scalar, Sequence
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span

NAMED = ("basis", "parameters", "evidence")
"""What the extending file adds to, name by name; every other key it replaces."""

MOST_DEEP = 16
"""So deep may criteria stand inside one another when all editions are put together."""

_OF_ONE_FILE = ("extends", "remove", "language")
_FIDELITIES = ("verified", "derived", "secondary", "illustrative")
"""From what is known best to what is known least."""


@dataclass(slots=True)
class _Change:
    """What a file changes about the criteria of the edition that it extends, by code. under: the new ones, by what
    they stand below, each with the place that says so. fidelity: what criteria say of themselves that stay as they
    were; None where nothing is added."""

    removed: frozenset[str]
    replacing: dict[str, Mapping]
    under: dict[str, list[tuple[Scalar, Mapping]]]
    fidelity: tuple[Scalar, Scalar] | None
    found: list[Diagnostic] = field(default_factory=list)


def extended(own: Mapping, base: Mapping) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """The keys of the edition that `own` says, which is `base` with changes; and what of the changes cannot be."""
    codes = {one.text for one, _ in criteria_with_codes(base.get("criteria"))}
    removed, found = _removed(own, base, codes)
    criteria, more = _criteria_of(own, base, frozenset(removed), codes)
    merged: list[tuple[Scalar, Node]] = []
    for key, under in base.entries:
        said = own.get(key.text)
        if key.text == "criteria":
            merged.append((own.key("criteria") or key, criteria))
        elif key.text in NAMED:
            merged.append((own.key(key.text) or key, _named(under, said, frozenset(removed))))
        elif key.text not in _OF_ONE_FILE and said is None:
            merged.append((key, under))
    present = {key.text for key, _ in merged}
    merged += [(key, under) for key, under in own.entries if key.text not in present]
    return Mapping(tuple(merged), own.span), (*found, *more)


def _named(base: Node, own: Node | None, removed: frozenset[str]) -> Mapping:
    """Names with what stands under them: those of the base without what is removed, in place what is said anew."""
    ours = {key.text: (key, under) for key, under in entries(own)}
    kept = [
        ours.pop(key.text, (key, under)) for key, under in entries(base) if key.text not in removed or key.text in ours
    ]
    return Mapping((*kept, *ours.values()), base.span)


def _removed(own: Mapping, base: Mapping, codes: set[str]) -> tuple[set[str], list[Diagnostic]]:
    """The codes and names under `remove`, and those that there are not."""
    known = codes | {key.text for part in NAMED for key, _ in entries(base.get(part))}
    said = scalars(own.get("remove"))
    unknown = [not_there(one.span, one.text, nearest(one.text, known)) for one in said if one.text not in known]
    return {one.text for one in said}, unknown


def _criteria_of(
    own: Mapping, base: Mapping, removed: frozenset[str], codes: set[str]
) -> tuple[Sequence, list[Diagnostic]]:
    """The criteria of the base with those of the extending file in their places."""
    before, ours = base.get("criteria"), mappings(own.get("criteria"))
    change = _Change(removed, {}, {}, _fidelity(own, base))
    staying = codes - _with_all_below(before, removed)
    replaced = staying & {text(one, "code") for one in ours}
    above = _above(before, replaced)
    added: list[Mapping] = []
    for one in ours:
        code, said, under = text(one, "code"), scalar(one, "code"), scalar(one, "under")
        if code in replaced and code not in above:
            change.replacing[code] = one
            change.found += [stands_already(under.span, code)] if under is not None else []
        elif under is not None:
            change.under.setdefault(under.text, []).append((under, one))
        elif code in above and said is not None:
            change.found.append(gone_with(said.span, code, above[code]))
        else:
            added.append(one)
    kept = [one for node in mappings(before) for one in _changed(node, change, 1, of_base=True)]
    kept += [one for node in added for one in _changed(node, change, 1, of_base=False)]
    if not change.found:  # else it may stand below what is wrong itself
        change.found += _without_parent(change, staying)
    return Sequence(tuple(kept), before.span if before is not None else own.span), change.found


def _without_parent(change: _Change, known: set[str]) -> Iterator[Diagnostic]:
    """New criteria that found nothing to stand below."""
    for under in (under for waiting in change.under.values() for under, _ in waiting):
        yield no_such_parent(under.span, under.text, nearest(under.text, known))


def _changed(node: Mapping, change: _Change, depth: int, *, of_base: bool) -> Iterator[Mapping]:
    """The criterion as it stands in the edition; nothing where it is removed."""
    code = text(node, "code")
    if of_base and code in change.removed:
        return
    if of_base and code in change.replacing:
        node, of_base = change.replacing[code], False
    if depth > MOST_DEEP:
        said = scalar(node, "code")
        change.found.append(too_deep(said.span if said else node.span, code))
        return
    below = [
        one for under in mappings(node.get("criteria")) for one in _changed(under, change, depth + 1, of_base=of_base)
    ]
    new = change.under.pop(code, [])
    way = next((way for way in ("score", "judged", "python") if node.key(way) is not None), None)
    if way is not None:
        change.found += [scored_itself(under.span, code, way) for under, _ in new]
        new = []
    for _, one in new:
        below += _changed(one, change, depth + 1, of_base=False)
    yield _with(node, below, change.fidelity if of_base else None)


def _with(node: Mapping, below: list[Mapping], fidelity: tuple[Scalar, Scalar] | None) -> Mapping:
    """The criterion with these below it, and with what it says of itself."""
    held = node.key("criteria")
    pairs = [pair for pair in node.entries if pair[0].text != "criteria"]
    if below:
        place = held or scalar(below[0], "under") or below[0].entries[0][0]
        key = held or Scalar("criteria", place.span, place.passage, "plain")
        pairs.append((key, Sequence(tuple(below), key.span)))
    if fidelity is not None and node.get("fidelity") is None:
        pairs.append(fidelity)
    return Mapping(tuple(pairs), node.span)


def _fidelity(own: Mapping, base: Mapping) -> tuple[Scalar, Scalar] | None:
    """What the base says of itself, where that is less than what the extending file says: nothing gains by staying."""
    ours = _FIDELITIES.index(text(own, "fidelity"))
    said = [(key, one) for key, under in base.entries if key.text == "fidelity" for one in scalars(under)]
    return next((pair for pair in said if _FIDELITIES.index(pair[1].text) > ours), None)


def criteria_with_codes(node: Node | None) -> Iterator[tuple[Scalar, Mapping]]:
    """Every criterion of a list, and those below it, by its code."""
    for one in mappings(node):
        yield from ((code, one) for code in scalars(one.get("code")))
        yield from criteria_with_codes(one.get("criteria"))


def _with_all_below(node: Node | None, codes: frozenset[str]) -> set[str]:
    """These criteria and all that stand below them."""
    found: set[str] = set()
    for code, one in criteria_with_codes(node):
        if code.text in codes:
            found |= {code.text, *(under.text for under, _ in criteria_with_codes(one.get("criteria")))}
    return found


def _above(node: Node | None, replaced: set[str]) -> dict[str, str]:
    """For each criterion below one that is replaced as a whole, which one that is."""
    return {
        under.text: code.text
        for code, one in criteria_with_codes(node)
        if code.text in replaced
        for under, _ in criteria_with_codes(one.get("criteria"))
    }


def not_there(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    """What is to be removed is neither a criterion, nor a figure, table, parameter or legal text of the base."""
    return diagnostic("PR473", span, name=name, suggestion=suggestion)


def no_such_parent(span: Span, code: str, suggestion: str | None) -> Diagnostic:
    """A new criterion is to stand below one that there is not."""
    return diagnostic("PR474", span, code=code, suggestion=suggestion)


def scored_itself(span: Span, code: str, way: str) -> Diagnostic:
    """A new criterion is to stand below one that has a program or a judgement. way: the key that says so."""
    return diagnostic("PR465", span, code=code, way=way)


def stands_already(span: Span, code: str) -> Diagnostic:
    """A criterion that replaces another stays in its place, and says where it is to stand."""
    return diagnostic("PR475", span, code=code)


def gone_with(span: Span, code: str, above: str) -> Diagnostic:
    """A criterion of the base that went when the one above it was replaced as a whole."""
    return diagnostic("PR464", span, code=code, above=above)


def too_deep(span: Span, code: str) -> Diagnostic:
    return diagnostic("PR476", span, code=code, most=MOST_DEEP)
