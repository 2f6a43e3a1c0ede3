"""`parrules stages`: self-score, appraisal and survey side by side, with every difference and why it is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from parrules.cli import exits, streams
from parrules.cli.deliver import deliver, exit_for, tell
from parrules.cli.frame import Verb, argument, choice, option
from parrules.cli.rules_named import methodology_option, rules_and_files
from parrules.cli.words import command_words
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from parrules.api.stages import StagesOutcome

FORMATS = ("table", "json", "csv")


def command(language: Language) -> click.Command:
    words = command_words("stages", language)
    parameters = [
        argument("files", words, 1, nargs=-1, required=True),
        methodology_option(words),
        option(["--body"], words, multiple=True, metavar="ID"),
        choice(["--format"], FORMATS, words),
        option(["--output", "-o"], words, metavar="FILE"),
        option(["--no-cache"], words, is_flag=True),
    ]
    return Verb("stages", language, run, parameters)


def run(
    files: tuple[str, ...],
    methodology: str | None,
    body: tuple[str, ...],
    format: str | None,
    output: str | None,
    no_cache: bool,
    language: Language,
) -> int:
    """Prints what each stage came to, and why one differs from the one before."""
    from parrules.api.cache import NO_CACHE, user_cache
    from parrules.api.stages import stages

    rules, evidence = rules_and_files(files, (methodology,) if methodology is not None else ())
    outcome = stages(next(iter(rules), None), evidence, bodies=body, cache=NO_CACHE if no_cache else user_cache())
    tell([*outcome.diagnostics, *outcome.findings], language)
    ended = exit_for(outcome.diagnostics, outcome.findings)
    if not outcome.bodies:
        return ended
    if ended == exits.FINE and any(line.status == "open" for one in outcome.bodies for line in one.sheets[-1].lines):
        ended = exits.EVIDENCE
    delivered = deliver(_shown(outcome, format, language, output), output, language)
    return ended if delivered == exits.FINE else delivered


def _shown(outcome: StagesOutcome, format: str | None, language: Language, output: str | None) -> str:
    if format == "json":
        from parrules.report.stages_json import stages_text

        return stages_text(outcome.scored, outcome.bodies)
    if format == "csv":
        from parrules.report.stages_json import stages_csv

        return stages_csv(outcome.bodies, language)
    from parrules.report.stages_table import stages_table

    width, colour = (80, False) if output else (streams.columns(sys.stdout), streams.coloured(sys.stdout))
    return stages_table(outcome.scored, outcome.bodies, language, width, colour)
