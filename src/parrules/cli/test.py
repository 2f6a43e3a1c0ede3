"""`parrules test`: runs the tests that stand beside rules, and asks how much they show."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TextIO

import click

from parrules.cli import exits, streams
from parrules.cli.check import FORMATS
from parrules.cli.deliver import deliver, exit_for, tell
from parrules.cli.frame import Verb, argument, choice, option
from parrules.cli.words import command_words, said
from parrules.text.diagnostic import Diagnostic
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from parrules.api.rule_tests import Tested


def command(language: Language) -> click.Command:
    words = command_words("test", language)
    parameters = [
        argument("methodologies", words, 0, nargs=-1, required=True),
        option(["--only"], words, metavar="TEXT", default=""),
        option(["--coverage"], words, is_flag=True),
        option(["--mutants"], words, is_flag=True),
        option(["--propose"], words, is_flag=True),
        option(["--update"], words, is_flag=True),
        choice(["--format"], FORMATS, words, "text"),
    ]
    return Verb("test", language, run, parameters)


def run(
    methodologies: tuple[str, ...],
    only: str,
    coverage: bool,
    mutants: bool,
    propose: bool,
    update: bool,
    format: str,
    language: Language,
) -> int:
    """What was found goes to standard output; with `--propose` that is the tests, and what was found is only said."""
    from parrules.api.plugins import plugin_problems
    from parrules.api.rule_tests import proposals_of, run_tests, told_by, without_tests_of_others
    from parrules.api.rule_tests import update as update_tests
    from parrules.report.progress import ProgressBar

    tell(plugin_problems(), language)
    ended = exits.FINE
    every: list[Tested] = []
    for asked in without_tests_of_others(methodologies):
        with ProgressBar(sys.stderr, said("test.progress", language)) as bar:
            tested = run_tests(asked, only=only, covered=coverage, mutants=mutants, told=bar.told)
        if update:
            places, failed = update_tests(tested)
            tell(failed, language)
            streams.talk(said("test.updated", language, places=str(places)) + "\n")
            tested = run_tests(asked, only=only, covered=coverage, mutants=mutants)
        found = told_by(tested)
        if propose:
            streams.talk(_text(found, language, sys.stderr))
            deliver("".join(proposals_of(tested, partial(_named, language))), None, language)
        elif format != "text":
            every.append(tested)
        else:
            streams.put(_text(found, language, sys.stdout))
        for line in _summary(tested, language):
            streams.talk(line + "\n")
        ended = max(ended, exit_for(tested.diagnostics) or (exits.FINDINGS if found else exits.FINE))
    if format != "text" and not propose:
        streams.put(_for_programs(every, format, language))
    return ended


def _named(language: Language, shown: str, given: Mapping[str, str]) -> str:
    """What a test that is proposed is called, after what it shows."""
    return said(f"test.called_{shown}", language, **given)


def _for_programs(every: Sequence[Tested], format: str, language: Language) -> str:
    """What was found of all of them, as one file."""
    from parrules import __version__
    from parrules.api.rule_tests import told_by
    from parrules.report.found.formats import for_programs
    from parrules.report.found.told import Passed

    names = [one.test.name for tested in every for one in tested.outcomes if one.passed]
    passed = [Passed(name.span.source.name, name.text) for name in names]
    return for_programs([found for tested in every for found in told_by(tested)], format, language, passed, __version__)


def _text(found: tuple[Diagnostic, ...], language: Language, stream: TextIO) -> str:
    from parrules.report.diagnostics import render

    return render(found, language, streams.columns(stream), streams.coloured(stream))


def _summary(tested: Tested, language: Language) -> Iterator[str]:
    """How many tests ran, how much they show, and how many changes they notice."""
    if tested.rules is None or tested.rules.plan is None:
        return
    methodology = tested.rules.plan.methodology
    name = f"{methodology.name}@{methodology.edition}"
    ran, failed = str(len(tested.outcomes)), str(len(tested.failed))
    if not tested.outcomes and any(one.is_error for one in tested.diagnostics):
        return
    yield said("test.ran", language, name=name, ran=ran, failed=failed)
    if not tested.outcomes:
        yield said("test.none", language)
    if tested.shown is not None:
        wanted, excused = len(tested.shown.wanted), len(tested.shown.excused)
        shown = wanted - excused - len(tested.shown.missing)
        given = {"shown": str(shown), "wanted": str(wanted - excused), "excused": str(excused)}
        yield said("test.shown", language, **given)
    if tested.noticed is not None:
        survivors = [one for one in tested.noticed.survivors if not one.excused]
        excused = len(tested.noticed.survivors) - len(survivors)
        noticed = tested.noticed.tried - len(tested.noticed.survivors)
        given = {"noticed": str(noticed), "tried": str(tested.noticed.tried - excused), "excused": str(excused)}
        yield said("test.noticed", language, **given)
