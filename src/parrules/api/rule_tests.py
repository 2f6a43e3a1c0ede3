"""Tests of rules: those that stand beside a rule file are run, and it is asked how much they show."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from parrules.api.find import RuleFile, find, tests_beside
from parrules.api.folders import TESTS
from parrules.api.heads import head_of
from parrules.api.load import Loaded
from parrules.api.plugins import python_of, readers_brought
from parrules.api.verbs import read_rules
from parrules.methodology.checked import Checked
from parrules.text.diagnostic import Diagnostic, in_reading_order
from parrules.text.files import read_source, shown_name, write_whole
from parrules.trials.examine import Noticed, Shown, Witness, coverage, mutation, round_of_tests, run_observed
from parrules.trials.from_syntax import not_of_these_rules, open_tests, tests_from
from parrules.trials.noticing import Told
from parrules.trials.proposals import proposed, shortened, unlike
from parrules.trials.rule_tests import RuleTests
from parrules.trials.run import Given, Outcome, read_given
from parrules.trials.situations import owners_of
from parrules.trials.told import told_of, told_of_coverage, told_of_excuses, told_of_mutants
from parrules.trials.updating import updated

Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Tested:
    """What the tests of one rule file came to. diagnostics: of the rule file and of the tests. files: those of tests.

    shown: what they show of it, noticed: which changes to it they notice; None where that was not asked. paths: of
    the files.
    """

    rules: Loaded | None
    files: tuple[RuleTests, ...]
    outcomes: tuple[Outcome, ...]
    diagnostics: Found = ()
    shown: Shown | None = None
    noticed: Noticed | None = None
    paths: tuple[Path, ...] = ()

    @property
    def failed(self) -> tuple[Outcome, ...]:
        return tuple(one for one in self.outcomes if not one.passed)


def _nobody(done: int, of: int) -> None:
    """Hears how far the work is, where nobody wants to know."""


def without_tests_of_others(asked: Sequence[str]) -> list[str]:
    """What is asked, without the files of tests that run with a rule file anyhow: `rules/*.yaml` names both."""
    run_anyway = {path for one in asked if not one.endswith(TESTS) for path in tests_beside(Path(one))}
    return [one for one in asked if Path(one) not in run_anyway]


def run_tests(
    asked: str, *, only: str = "", covered: bool = False, mutants: bool = False, told: Told = _nobody
) -> Tested:
    """Runs the tests of a methodology, or those of one file of tests.

    asked: the path of a rule file, a name as for `check`, or a file of tests (`….test.yaml`), which names its own.
    only: the tests whose name holds this text. covered, mutants: whether to ask what they show, and which changes to
    the rules they notice. told: hears how far that is.
    """
    read = _read(asked)
    rules, found = read.rules, tuple(read.found)
    if rules is None or rules.plan is None or rules.checked is None or any(one.is_error for one in found):
        return Tested(rules, tuple(read.files), (), found)
    checked, plan, python = rules.checked, rules.plan, python_of(rules.plan)
    given = [one for one in read.given if only in one.test.name.text]
    excuses = [one for file in read.files for one in file.excused]
    outcomes, happened = run_observed(plan, given, python)
    round_ = round_of_tests(plan, given)
    shown = coverage(checked, plan, round_, happened, excuses, python, told) if covered else None
    results = tuple(zip(given, outcomes, strict=True))
    noticed = mutation(checked, plan, results, round_, excuses, python, told) if mutants else None
    return Tested(rules, tuple(read.files), outcomes, found, shown, noticed, tuple(read.paths))


@dataclass(slots=True)
class _Read:
    """Rules, and the files of their tests as far as they could be read. given: every test with its evidence."""

    rules: Loaded | None = None
    files: list[RuleTests] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)


def _read(asked: str) -> _Read:
    read = _Read()
    paths = [Path(asked)]
    if not asked.endswith(TESTS):
        rule_file, missing = find(asked)
        if rule_file is None:
            read.found += missing
            return read
        read.rules = read_rules(rule_file)
        paths = list(tests_beside(rule_file.path))
    for path in paths:
        _read_file(path, read)
    if read.rules is not None:
        read.found = [*read.rules.diagnostics, *read.found]
    return read


def _read_file(path: Path, read: _Read) -> None:
    """Adds one file of tests, and the rules that it names where none are read yet."""
    source = read_source(path, shown_name(path))
    if isinstance(source, Diagnostic):
        read.found.append(source)
        return
    root, header, wrong = open_tests(source)
    read.found += wrong
    if root is None or header is None:
        return
    if read.rules is None:
        rule_file, missing = _rules_of(path, header.methodology, header.edition)
        read.found += missing
        read.rules = None if rule_file is None else read_rules(rule_file)
    if read.rules is None or read.rules.plan is None:
        return
    plan = read.rules.plan
    other = not_of_these_rules(root, header, plan.methodology)
    if other is not None:
        read.found.append(other)
        return
    file, wrong = tests_from(source, root, header, plan.methodology)
    read.found += wrong
    read.files.append(file)
    read.paths.append(path)
    read.given += read_given(file, path.parent, plan, readers_brought())


def _rules_of(path: Path, name: str, edition: str) -> tuple[RuleFile | None, Found]:
    """The rules that a file of tests is for: in the folder where it lies, or else those of the name that it gives."""
    for beside in sorted(path.parent.glob("*.yaml")):
        if not beside.name.endswith(TESTS):
            head = head_of(beside.read_text(encoding="utf-8", errors="replace"))
            if head.methodology == name and edition in ("", head.edition):
                return RuleFile(beside, shown_name(beside)), ()
    return find(name, edition=edition)


def update(tested: Tested) -> tuple[int, Found]:
    """Sets what the tests expect to what came out, in their files; how many places that were, and which files could
    not be written."""
    places, failed = 0, []
    for path, file in zip(tested.paths, tested.files, strict=True):
        text, count = updated(file, tested.outcomes)
        if count:
            mark = "\ufeff" if path.read_bytes().startswith(codecs.BOM_UTF8) else ""
            wrong = write_whole(path, mark + text, file.source.name)
            failed += [wrong] if wrong is not None else []
            places += count if wrong is None else 0
    return places, tuple(failed)


def told_by(tested: Tested) -> Found:
    """Everything that was found, in reading order: what is wrong, what failed, what is not shown or noticed."""
    found = [*tested.diagnostics, *(told for one in tested.failed for told in told_of(one))]
    checked = tested.rules.checked if tested.rules is not None else None
    if checked is not None and tested.shown is not None:
        found += told_of_coverage(tested.shown, checked)
    if checked is not None and tested.noticed is not None:
        found += told_of_mutants(tested.noticed, checked)
    plan = tested.rules.plan if tested.rules is not None else None
    if checked is not None:
        owners = owners_of(plan) if plan is not None else {}
        excuses = [one for file in tested.files for one in file.excused]
        found += told_of_excuses(excuses, tested.shown, tested.noticed, checked, owners)
    return in_reading_order(found)


Named = Callable[[str, Mapping[str, str]], str]
"""The words of a name in the user's language: by what is shown (`at`, `row_gone`), with what is given filled in."""


def proposals_of(tested: Tested, named: Named) -> Iterator[str]:
    """Tests that would show what is missing and notice what is not, as they would stand under `cases`, in the order
    of the criteria; each named after the first thing that it is for."""
    if tested.rules is None or tested.rules.checked is None:
        return
    checked = tested.rules.checked
    order = [one.code for one in checked.methodology.every_criterion()]
    taken = {one.name.text for file in tested.files for one in file.tests}
    wanted = sorted(_wanted(tested, checked, named), key=lambda one: order.index(one[0]) if one[0] else len(order))
    known: set[str] = set()
    for code, name, witness in wanted:
        without_name = proposed("", witness)
        if without_name not in known:
            known.add(without_name)
            called = unlike(f"{code}: {name}" if code else name, taken)
            taken.add(called)
            yield proposed(called, witness)


def _wanted(tested: Tested, checked: Checked, named: Named) -> Iterator[tuple[str, str, Witness]]:
    """The code of a criterion, what is to be shown of it, and what would."""
    for one, witness in tested.shown.missing if tested.shown is not None else ():
        if witness is not None:
            words = shortened(checked.spans[one.node].words) if one.node in checked.spans else ""
            yield one.code, named(one.way, {"words": words}), witness
    for survivor in tested.noticed.survivors if tested.noticed is not None else ():
        if survivor.witness is not None:
            mutant = survivor.mutant
            before, after = shortened(mutant.before), shortened(mutant.after)
            words = shortened(mutant.span.words)
            yield (
                mutant.code,
                named(mutant.change, {"words": words, "before": before, "after": after}),
                survivor.witness,
            )
