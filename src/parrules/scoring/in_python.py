"""A criterion that a plugin scores in Python: it is handed what cannot be changed, and what it gives back is looked at.

Whatever it does wrong is a finding on its own criterion, which then lies open between its bounds; every other criterion
is scored as if it were not there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from parrules.evidence.records import Body
from parrules.methodology.model import Criterion, Table
from parrules.scoring.facts import Facts
from parrules.scoring.frozen import FrozenEvidence, digest, frozen
from parrules.scoring.ledger import Account
from parrules.scoring.plugin_call import PluginFailed, cause_in_words, given_by, line_of
from parrules.scoring.sheet import Entry, Reason
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.kinds import Kind
from parrules.values.numbers import Exact, quotient
from parrules.values.ranges import Range

MOST_DIGITS = 10**36
"""No part of a number that a plugin gives is as large."""

LONGEST_REASON = 1000

_HALF = re.compile("[\ud800-\udfff]")
"""Half a character, which no file can hold."""


@dataclass(frozen=True, slots=True)
class Step:
    """Part of a score: points added, or taken where the amount is below 0, and why."""

    amount: int | Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class Scored:
    """A score with the steps that it is made of; they must add up to the points."""

    points: int | Fraction
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """A score that is open as long as something is missing: it surely lies within these two."""

    low: int | Fraction
    high: int | Fraction


Given = int | Fraction | Scored | Between
"""What a criterion in Python gives back; a float is not exact, and no score."""


@dataclass(frozen=True, slots=True)
class ScoredInPython:
    """A criterion in Python. name: what a rule file calls it by, under `python`.

    reads: the figures and tables that it wants; the rule file names the same. score: points of what it is handed, with
    no other input and no memory. takes_missing: whether it is asked while something is missing, which is then `MISSING`
    (a table not handed in is not there); otherwise the criterion lies open between its bounds until all is known.
    """

    name: str
    reads: tuple[str, ...]
    score: Callable[[FrozenEvidence], Given]
    takes_missing: bool = False


@dataclass(frozen=True, slots=True)
class InPython:
    """Criteria in Python by their names. kinds, tables: of what is handed in."""

    by_name: Mapping[str, ScoredInPython]
    kinds: Mapping[str, Kind]
    tables: Mapping[str, Table]


NOTHING_BROUGHT = InPython({}, {}, {})
"""Where no plugin could be loaded that scores a criterion."""


def scored_in_python(criterion: Criterion, facts: Facts, body: Body, known: InPython) -> Account:
    """The ledger of a criterion in Python, with what was found wrong with it."""
    found = known.by_name.get(criterion.python or "")
    if found is None:
        return _open(criterion, not_brought(body.name, criterion.code, criterion.python or ""))
    evidence, missing = frozen(criterion, facts, known.kinds, known.tables, body)
    if missing and not found.takes_missing:
        return _open(criterion)
    return asked(criterion, found, evidence, missing)


def asked(criterion: Criterion, found: ScoredInPython, evidence: FrozenEvidence, missing: bool) -> Account:
    """What a plugin gives for the evidence, looked at. missing: whether something of it is."""
    body, code = evidence.body_name, criterion.code
    before = digest(evidence)
    try:
        given = given_by(found.score, evidence)
        changed = given_by(digest, evidence) != before
    except PluginFailed as wrong_in_it:
        return _open(criterion, failed(body, code, found.name, wrong_in_it.cause))
    if changed:
        return _open(criterion, changed_input(body, code, found.name))
    wrong = _wrong(given, missing)
    if wrong is not None:
        return _open(criterion, wrong_type(body, code, found.name, wrong))
    given = _own(given)
    account = Account(0, [])
    _enter(given, criterion, account)
    total = sum((step.amount for step in given.steps), 0) if isinstance(given, Scored) else None
    if isinstance(given, Scored) and total != given.points:
        return _open(criterion, not_adding_up(body, code, found.name, given.points, total or 0))
    beyond = _beyond(account.running, criterion)
    if beyond is not None:
        account.findings.append(beyond_bounds(body, criterion, found.name, beyond))
    return account


def _own(given: Given) -> Given:
    """What was given, in numbers of our own in lowest terms: the plugin cannot reach them any more."""
    if isinstance(given, Scored):
        steps = tuple(Step(_in_lowest_terms(one.amount), one.reason) for one in given.steps)
        return Scored(_in_lowest_terms(given.points), steps)
    if isinstance(given, Between):
        return Between(_in_lowest_terms(given.low), _in_lowest_terms(given.high))
    return _in_lowest_terms(given)


def _in_lowest_terms(number: Exact) -> Exact:
    return quotient(number.numerator, number.denominator)


def _enter(given: Given, criterion: Criterion, account: Account) -> None:
    if isinstance(given, Scored):
        for step in given.steps:
            _post(account, "add" if step.amount >= 0 else "deduct", step.amount, criterion, step.reason)
    elif isinstance(given, Between):
        _post(account, "award", ranges.settled(Range(given.low, given.high)), criterion)
    else:
        _post(account, "award", given, criterion)


def _post(account: Account, construct: str, amount: Number, criterion: Criterion, reason: str = "") -> None:
    account.running = ranges.add(account.running, amount)
    words, said = _words(criterion), Reason((reason,)) if reason else None
    perhaps = isinstance(amount, Range)
    account.entries.append(
        Entry(construct, amount, account.running, words, criterion.line, reason=said, perhaps=perhaps)
    )


def _open(criterion: Criterion, found: Diagnostic | None = None) -> Account:
    """Anything between the bounds."""
    anything = Range(criterion.minimum, criterion.maximum)
    entry = Entry("award", anything, anything, _words(criterion), criterion.line, perhaps=True)
    return Account(anything, [entry], findings=[] if found is None else [found])


def _words(criterion: Criterion) -> str:
    return f"python: {criterion.python}"


def _beyond(value: Number, criterion: Criterion) -> Exact | None:
    """The score, where it lies outside the bounds."""
    known = ranges.as_range(value)
    for end in (known.low, known.high):
        if end is not None and not criterion.minimum <= end <= criterion.maximum:
            return end
    return None


def _wrong(given: object, missing: bool) -> str | None:
    """What is of a wrong type in what was given; None where nothing is."""
    if type(given) is Between:
        if not missing or not (_is_exact(given.low) and _is_exact(given.high) and given.low <= given.high):
            return "Between"
        return None
    if type(given) is Scored:
        if type(given.steps) is not tuple:
            return f"steps: {type(given.steps).__name__}"
        wrong = next(filter(None, map(_wrong_in_step, given.steps)), None)
        if wrong is not None:
            return f"steps: {wrong}"
        return None if _is_exact(given.points) else f"points: {_typed(given.points)}"
    return None if _is_exact(given) else _typed(given)


def _wrong_in_step(one: object) -> str | None:
    """The type of what is no step, or of its amount; or that its reason is no text that can be written in a file."""
    if type(one) is not Step:
        return _typed(one)
    if not _is_exact(one.amount):
        return _typed(one.amount)
    is_text = type(one.reason) is str and len(one.reason) <= LONGEST_REASON and not _HALF.search(one.reason)
    return None if is_text else "reason"


def _is_exact(value: object) -> bool:
    """Whether it is a whole number or a fraction, itself and no kind of it, and of no absurd size."""
    if type(value) is int:
        return abs(value) < MOST_DIGITS
    if type(value) is Fraction:
        over, under = value.numerator, value.denominator
        return type(over) is int and type(under) is int and abs(over) < MOST_DIGITS and 0 < under < MOST_DIGITS
    return False


def _typed(value: object) -> str:
    return type(value).__name__


def failed(body: str, code: str, name: str, cause: BaseException) -> Diagnostic:
    """It raised something."""
    return diagnostic("EV601", body=body, code=code, name=name, cause=cause_in_words(cause), at=line_of(cause))


def wrong_type(body: str, code: str, name: str, given: str) -> Diagnostic:
    """It gave something else than exact points. given: the type of that."""
    is_float = given.endswith("float") or None
    return diagnostic("EV602", body=body, code=code, name=name, given=given, float_given=is_float and given)


def beyond_bounds(body: str, criterion: Criterion, name: str, points: Exact) -> Diagnostic:
    return diagnostic(
        "EV603",
        body=body,
        code=criterion.code,
        name=name,
        points=points,
        minimum=criterion.minimum,
        maximum=criterion.maximum,
    )


def changed_input(body: str, code: str, name: str) -> Diagnostic:
    """What it was handed is not what it was."""
    return diagnostic("EV604", body=body, code=code, name=name)


def not_adding_up(body: str, code: str, name: str, points: Exact, total: Exact) -> Diagnostic:
    return diagnostic("EV605", body=body, code=code, name=name, points=points, total=total)


def not_brought(body: str, code: str, name: str) -> Diagnostic:
    """No plugin that could be loaded brings it."""
    return diagnostic("EV606", body=body, code=code, name=name)
