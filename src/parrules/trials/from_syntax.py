"""From a file of rule tests to its tests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parrules.evidence.amounts import read_amount
from parrules.evidence.binding import as_number
from parrules.evidence.header import Header, header_from
from parrules.evidence.mistakes import Mistake
from parrules.evidence.yaml_values import scalar, text_of
from parrules.methodology.model import Methodology
from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.syntax.nodes import Sequence as Listed
from parrules.syntax.shape import validate
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Source, Span
from parrules.trials.given import ONLY, Shared, given_of
from parrules.trials.rule_tests import BodyTested, Excuse, Expected, RuleTest, RuleTests, What
from parrules.trials.shape import schema_of_tests
from parrules.values.kinds import POINTS, RATIO, Kind
from parrules.values.numbers import Exact, from_written
from parrules.values.ranges import Range

Found = tuple[Diagnostic, ...]
LEFT_OUT = "left_out"
_WHOLE: dict[str, What] = {"total": "total", "index": "index", "class": "class"}
_QUOTIENT = re.compile(r"-?[0-9]{1,18}/0*[1-9][0-9]{0,17}")
_FROM_TO = re.compile(r"\s*(\S.*?)\s*\.\.\s*(\S.*?)\s*")


def open_tests(source: Source) -> tuple[Mapping | None, Header | None, Found]:
    """A file of tests as far as its head goes: which methodology it tests, in which round."""
    root, found = read_yaml(source)
    if root is None:
        return None, None, found
    found = (*found, *validate(root, schema_of_tests(), source))
    if not isinstance(root, Mapping) or any(one.is_error for one in found):
        return None, None, found
    header, mistakes = header_from(root, "tests")
    return root, header, (*found, *mistakes)


def not_of_these_rules(root: Mapping, header: Header, rules: Methodology) -> Diagnostic | None:
    """That the file tests another methodology, or another edition, than that of the rule file beside which it lies."""
    name, edition = scalar(root, "tests"), scalar(root, "edition")
    if name is not None and header.methodology != rules.name:
        return tests_of_others(name.span, header.methodology, rules.name)
    if edition is not None and header.edition not in ("", rules.edition):
        shown = f"{rules.name}@{rules.edition}"
        return tests_of_others(edition.span, f"{header.methodology}@{header.edition}", shown)
    return None


def tests_from(source: Source, root: Mapping, header: Header, methodology: Methodology) -> tuple[RuleTests, Found]:
    """Every test of the file; one that is wrong is found, and left out."""
    found: list[Diagnostic] = []
    tests: list[RuleTest] = []
    shared = Shared(methodology, root.get("round"), _mapping(root, "given"), _mapping(root, "marks"))
    cases = root.get("cases")
    names: dict[str, Scalar] = {}
    for case in cases.entries if isinstance(cases, Listed) else ():
        name = scalar(case, "test") if isinstance(case, Mapping) else None
        if not isinstance(case, Mapping) or name is None:
            continue
        mistakes = [*_same_name(name, names), *_without_expectation(case, name)]
        bodies: list[BodyTested] = []
        for id, body in _bodies(case):
            expected, wrong = _expected(body, methodology)
            bodies.append(BodyTested(id, expected))
            mistakes += wrong
        given, strange = given_of(case, name, shared)
        mistakes += strange
        names.setdefault(name.text, name)
        found += mistakes
        if not any(one.is_error for one in mistakes):
            tests.append(RuleTest(name, given, tuple(bodies), _codes(case.get("findings"))))
    excuses, unknown = _excused(root.get("cannot_happen"), methodology)
    return RuleTests(source, header, tuple(tests), excuses), (*found, *unknown)


def _mapping(node: Mapping, key: str) -> Mapping | None:
    under = node.get(key)
    return under if isinstance(under, Mapping) else None


def _bodies(case: Mapping) -> Iterator[tuple[str, Mapping]]:
    """Each body of a test, by its id; the one body of a test that names none."""
    bodies = _mapping(case, "bodies")
    if bodies is None:
        yield ONLY, case
        return
    for id, body in bodies.entries:
        if isinstance(body, Mapping):
            yield id.text.strip(), body


def _expected(body: Mapping, methodology: Methodology) -> tuple[tuple[Expected, ...], list[Diagnostic]]:
    """What is expected of one body."""
    codes = {one.code for one in methodology.every_criterion()}
    wanted: list[Expected] = []
    found: list[Diagnostic] = []
    under = _mapping(body, "expect")
    for name, node in under.entries if under is not None else ():
        if name.text in _WHOLE:
            made = [_one("", _WHOLE[name.text], node)]
        elif name.text in codes:
            made = [_one(name.text, "score", node)] if isinstance(node, Scalar) else list(_of_criterion(name, node))
        else:
            found.append(unknown_criterion(name.span, name.text, nearest(name.text, (*_WHOLE, *codes))))
            continue
        wanted += [one for one in made if isinstance(one, Expected)]
        found += [one for one in made if isinstance(one, Diagnostic)]
    return tuple(wanted), found


def _of_criterion(name: Scalar, node: Node) -> Iterator[Expected | Diagnostic]:
    for key, under in node.entries if isinstance(node, Mapping) else ():
        assert key.text in ("score", "entries", "lost", "class")  # the shape of the file has no others
        yield _one(name.text, key.text, under)  # type: ignore[arg-type]


def _one(code: str, what: What, node: Node) -> Expected | Diagnostic:
    if what == "entries":
        listed = [one for one in node.entries if isinstance(one, Scalar)] if isinstance(node, Listed) else []
        return Expected(code, what, None, tuple(one.text.strip() for one in listed), node.span)
    if not isinstance(node, Scalar):
        return not_a_result(node.span, "")
    text = node.text.strip()
    if what == "class":
        ends = _FROM_TO.fullmatch(text)  # while it is open: the lowest and the highest
        return Expected(code, what, None, (ends[1], ends[2]) if ends else (text,), node.span)
    if text == LEFT_OUT:
        return Expected(code, what, None, (), node.span)
    kind = RATIO if what == "index" else POINTS
    value = _number_or_range(text, kind)
    if value is None:
        return not_a_result(node.span, text, _with_decimals(text, kind))
    return Expected(code, what, value, (), node.span)


def _number_or_range(text: str, kind: Kind) -> Exact | Range | None:
    ends = _FROM_TO.fullmatch(text)
    if ends is None:
        return _number(text, kind)
    low, high = _number(ends[1], kind), _number(ends[2], kind)
    return None if low is None or high is None or low > high else Range(low, high)


def _number(text: str, kind: Kind) -> Exact | None:
    """A number as people type it; or a quotient of two, which no decimals can say."""
    if _QUOTIENT.fullmatch(text):
        return from_written(text)
    value = read_amount(text, kind, low=-1)
    return None if isinstance(value, Mistake) else as_number(value)


def _with_decimals(text: str, kind: Kind) -> str | None:
    """How `8.121`, alone or at an end of a range, is written so that it is not thousands; None where that is not it."""
    ends = _FROM_TO.fullmatch(text)
    for one in ends.groups() if ends is not None else (text,):
        value = read_amount(one, kind, low=-1)
        decimals = dict(value.arguments).get("decimals") if isinstance(value, Mistake) else None
        if decimals is not None:
            return str(decimals)
    return None


def _codes(node: Node | None) -> tuple[Scalar, ...]:
    return tuple(one for one in node.entries if isinstance(one, Scalar)) if isinstance(node, Listed) else ()


def _excused(node: Node | None, methodology: Methodology) -> tuple[tuple[Excuse, ...], Found]:
    codes = [one.code for one in methodology.every_criterion()]
    excuses: list[Excuse] = []
    found: list[Diagnostic] = []
    for one in node.entries if isinstance(node, Listed) else ():
        line = scalar(one, "line") if isinstance(one, Mapping) else None
        if line is None or not isinstance(one, Mapping):
            continue
        code = scalar(one, "criterion")
        if code is not None and code.text not in codes:
            found.append(unknown_criterion(code.span, code.text, nearest(code.text, codes)))
        words = " ".join(text_of(one, "words").split())
        excuses.append(Excuse(line, text_of(one, "reason"), words, "" if code is None else code.text))
    return tuple(excuses), tuple(found)


def _same_name(name: Scalar, names: dict[str, Scalar]) -> list[Diagnostic]:
    return [test_twice(name.span, name.text, names[name.text].span.line)] if name.text in names else []


def _without_expectation(case: Mapping, name: Scalar) -> list[Diagnostic]:
    expects = [body for _, body in _bodies(case) if body.get("expect") is not None]
    return [] if expects or case.get("findings") is not None else [expects_nothing(name.span, name.text)]


def unknown_criterion(span: Span, code: str, suggestion: str | None) -> Diagnostic:
    """Something expected of a criterion that the methodology does not have."""
    return diagnostic("PR501", span, code=code, suggestion=suggestion)


def not_a_result(span: Span, text: str, decimals: str | None = None) -> Diagnostic:
    """What is expected is no number, no range and no `left_out`. decimals: what to write where it may be thousands."""
    return diagnostic("PR502", span, text=text, decimals=decimals)


def test_twice(span: Span, name: str, line: int) -> Diagnostic:
    return diagnostic("PR503", span, name=name, line=line)


def expects_nothing(span: Span, name: str) -> Diagnostic:
    return diagnostic("PR504", span, name=name)


def tests_of_others(span: Span, tested: str, rules: str) -> Diagnostic:
    """tested: what the file of tests names; rules: what the rule file beside it is."""
    return diagnostic("PR506", span, tested=tested, rules=rules)
