"""`parrules compare`: two bodies, two rounds or two stages side by side."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from parrules.cli import exits, streams
from parrules.cli.deliver import deliver, exit_for, tell
from parrules.cli.frame import Verb, argument, choice, option
from parrules.cli.rules_named import methodology_option, rules_and_files
from parrules.cli.words import command_words
from parrules.text.diagnostic import in_reading_order
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from parrules.api.compare import CompareOutcome

FORMATS = ("table", "json", "csv")


def command(language: Language) -> click.Command:
    words = command_words("compare", language)
    parameters = [
        argument("files", words, 1, nargs=-1, required=True),
        option(["--body"], words, multiple=True, metavar="ID"),
        methodology_option(words, multiple=True),
        choice(["--format"], FORMATS, words),
        option(["--output", "-o"], words, metavar="FILE"),
        option(["--no-cache"], words, is_flag=True),
    ]
    return Verb("compare", language, run, parameters)


def run(
    files: tuple[str, ...],
    body: tuple[str, ...],
    methodology: tuple[str, ...],
    format: str | None,
    output: str | None,
    no_cache: bool,
    language: Language,
) -> int:
    """Prints what differs; 4 where evidence is missing or wrong on either side."""
    from parrules.api.cache import NO_CACHE, user_cache
    from parrules.api.compare import compare

    cache = NO_CACHE if no_cache else user_cache()
    rules, evidence = rules_and_files(files, methodology, most=2)
    outcome = compare(
        evidence[0], evidence[1] if len(evidence) > 1 else None, bodies=body, methodology=rules, cache=cache
    )
    diagnostics = [*outcome.diagnostics, *(one for side in outcome.evaluations for one in side.diagnostics)]
    findings = [one for side in outcome.evaluations for one in side.findings]
    tell(in_reading_order((*diagnostics, *findings)), language)
    ended = exit_for(diagnostics, findings)
    if not outcome.pairs:
        return ended
    if ended == exits.FINE and not all(side.is_complete for side in outcome.evaluations):
        ended = exits.EVIDENCE
    delivered = deliver(_shown(outcome, format, language, output), output, language)
    return ended if delivered == exits.FINE else delivered


def _shown(outcome: CompareOutcome, format: str | None, language: Language, output: str | None) -> str:
    from parrules.standing.origins import Unpaired

    only = Unpaired(outcome.only_first, outcome.only_second, outcome.merged)
    if format == "json":
        from parrules.report.compare_json import compared_text

        return compared_text(outcome.pairs, only, outcome.not_carried)
    if format == "csv":
        from parrules.report.compare_json import compared_csv

        return compared_csv(outcome.pairs, language)
    from parrules.report.compare_table import compared_table

    width, colour = (80, False) if output else (streams.columns(sys.stdout), streams.coloured(sys.stdout))
    return compared_table(outcome.pairs, language, width, colour, only, outcome.not_carried)
