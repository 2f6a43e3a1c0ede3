"""Runs tests of rules: scores what they give, and sets what came out beside what they expect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from parrules.evidence.from_syntax import round_of
from parrules.evidence.header import EvidenceFile
from parrules.evidence.readers.foreign import NO_READERS, Readers
from parrules.evidence.records import Round
from parrules.plan.plan import Plan
from parrules.scoring.facts import Rule
from parrules.scoring.interpreter import RULES
from parrules.scoring.outcome import Outcome as Scored
from parrules.scoring.round_facts import ALONE
from parrules.scoring.score import Prepared, score_body
from parrules.scoring.sheet import Entry, Line, Sheet
from parrules.scoring.watch import Watch
from parrules.standing.classes import classed
from parrules.standing.quotas import limited
from parrules.standing.round_tables import tables_of
from parrules.text.diagnostic import Diagnostic
from parrules.trials.part import Part, about, needed_for, part_of, said_of
from parrules.trials.rule_tests import BodyTested, Expected, RuleTest, RuleTests
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import exact
from parrules.values.ranges import Range

Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Came:
    """What came out: a number or a range (None: left out), or the class or the entries."""

    value: Number | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that came out otherwise than a test expects. entries: of the ledger that led to a score."""

    body: str
    expected: Expected
    came: Came
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """A test with its evidence read. found: what is wrong with that. round_: None where it says nothing."""

    test: RuleTest
    round_: Round | None
    found: Found


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a test came to. unexpected: findings that it does not expect; missing: the codes of those that it does."""

    test: RuleTest
    differences: tuple[Difference, ...]
    unexpected: Found = ()
    missing: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()

    @property
    def passed(self) -> bool:
        return not (self.differences or self.unexpected or self.missing)


def read_given(file: RuleTests, folder: Path, plan: Plan, readers: Readers = NO_READERS) -> tuple[Given, ...]:
    """The evidence of every test. folder: where the file lies, and the tables that it names."""
    given = []
    for test in file.tests:
        written = EvidenceFile(file.source, test.given, file.header)
        round_, found = round_of(written, folder, plan.methodology, readers=readers)
        given.append(Given(test, round_, found))
    return tuple(given)


def outcome_of(given: Given, prepared: Prepared) -> Outcome:
    """Scores the bodies of one test, as far as it is about them, and compares."""
    part = _part(given, prepared)
    sheets, scored = sheets_of(part.prepared, given.round_) if given.round_ is not None else ((), ())
    found = (*given.found, *scored)
    expected = {one.text.strip() for one in given.test.findings}
    codes = {one.code for one in found}
    by_body = {sheet.body: part.own(sheet) for sheet in sheets}
    differences = [each for body in given.test.bodies for each in _differences(body, by_body.get(body.id))]
    unexpected = tuple(one for one in found if one.is_error and one.code not in expected)
    missing = tuple(sorted(expected - codes))
    return Outcome(given.test, tuple(differences), unexpected, missing, tuple(by_body.values()))


def _part(given: Given, prepared: Prepared) -> Part:
    """What a test is about: the whole, where it expects something of that."""
    named = {one.code for body in given.test.bodies for one in body.expected}
    if "" in named or prepared.plan.reads_bodies or given.test.findings:
        return Part(prepared)
    return part_of(prepared, needed_for(prepared, named | about(prepared, said_of(given.round_))))


def sheets_of(prepared: Prepared, round_: Round) -> tuple[tuple[Sheet, ...], Found]:
    """The sheets of all bodies of a round, with classes and quotas, and what was found while scoring."""
    plan = prepared.plan
    tables = tables_of(plan, prepared.said, round_)
    scored = [score_body(prepared, round_, one, others=tables.by_body.get(one.id, ALONE)) for one in round_.bodies]
    sheets = classed(prepared, round_, [sheet for sheet, _ in scored], tables)
    settled, told = limited(prepared, round_, sheets, tables)
    return tuple(settled), (*tables.findings, *(one for _, found in scored for one in found), *told)


def observed(prepared: Prepared, rules: Mapping[type, Rule] = RULES, watch: Watch | None = None) -> Prepared:
    """The same, of which every run is observed."""
    return replace(prepared, said=replace(prepared.said, rules=rules, watch=watch))


def with_rules(prepared: Prepared, plan: Plan) -> Prepared:
    """The same, with the programs of another plan for the criteria that it scores."""
    planned = {one.code: one for one in plan.criteria}
    return replace(prepared, plan=replace(plan, order=prepared.plan.order), planned=planned)


def narrowed(prepared: Prepared, code: str) -> Prepared:
    """The same, of which one criterion is scored, with all that it needs."""
    wanted = needed_for(prepared, [code])
    order = tuple(one for one in prepared.plan.order if one in wanted)
    criteria = tuple(one for one in prepared.plan.criteria if one.code in wanted)
    return replace(prepared, plan=replace(prepared.plan, order=order, criteria=criteria))


def _differences(body: BodyTested, sheet: Sheet | None) -> Iterator[Difference]:
    for one in body.expected:
        came = Came() if sheet is None else _came(one, sheet)
        if not _as_expected(one, came):
            line = _line(one, sheet)
            yield Difference(body.id, one, came, () if line is None else line.entries)


def _came(one: Expected, sheet: Sheet) -> Came:
    if not one.code:
        whole = {"total": Came(sheet.total), "index": Came(sheet.index), "class": Came(None, sheet.classes)}
        return whole[one.what]
    line = _line(one, sheet)
    if line is None:
        return Came()
    return Came(None, line.classes) if one.what == "class" else _came_to(one, line)


def _line(one: Expected, sheet: Sheet | None) -> Line | None:
    return next((line for line in sheet.lines if line.code == one.code), None) if sheet is not None else None


def _came_to(one: Expected, scored: Line | Scored) -> Came:
    if one.what == "entries":
        return Came(None, words_of(scored.entries))
    return Came(_lost(scored) if one.what == "lost" else scored.score)


def differs(one: Expected, scored: Scored) -> bool:
    """Whether a criterion came to something else than a test expects of it, other than its class."""
    return one.what != "class" and not _as_expected(one, _came_to(one, scored))


def differs_in_class(one: Expected, classes: tuple[str, ...]) -> bool:
    """Whether the class of the whole is another than a test expects."""
    return one.what == "class" and not one.code and not _as_expected(one, Came(None, classes))


def words_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The entries of a ledger in the author's words; the engine's own by their names, such as `hold`."""
    return tuple(entry.words or entry.construct for entry in entries)


def _lost(scored: Line | Scored) -> Number | None:
    if scored.score is None:
        return None
    return ranges.add(scored.applicable, ranges.negative(scored.score))


def _as_expected(one: Expected, came: Came) -> bool:
    if one.what == "class":
        return one.words in (came.words, (*came.words[:1], *came.words[1:][-1:]))
    if one.words or one.what == "entries":
        return one.words == came.words
    return _ends(one.value) == _ends(came.value)


def _ends(value: Number | None) -> Sequence[object]:
    """Two ends, by which an expected range and one that came out are compared."""
    if value is None:
        return ()
    if isinstance(value, Range):
        return (value.low, value.high)
    return (exact(value), exact(value))
