"""`parrules lost`: where points went, and where they can be regained."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from parrules.cli import exits, streams
from parrules.cli.deliver import deliver, exit_for, tell
from parrules.cli.frame import Verb, argument, choice, option
from parrules.cli.rules_named import methodology_option, rules_and_evidence
from parrules.cli.words import command_words
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from parrules.standing.lost import Lost

FORMATS = ("table", "json", "csv")


def command(language: Language) -> click.Command:
    words = command_words("lost", language)
    parameters = [
        argument("first", words, 1),
        argument("second", words, 1, required=False),
        methodology_option(words),
        option(["--body"], words, multiple=True, metavar="ID"),
        choice(["--format"], FORMATS, words),
        option(["--output", "-o"], words, metavar="FILE"),
        option(["--no-cache"], words, is_flag=True),
    ]
    return Verb("lost", language, run, parameters)


def run(
    first: str,
    second: str | None,
    methodology: str | None,
    body: tuple[str, ...],
    format: str | None,
    output: str | None,
    no_cache: bool,
    language: Language,
) -> int:
    """Prints what was lost where; what is still open is told apart."""
    from parrules.api.cache import NO_CACHE, user_cache
    from parrules.api.lost import lost

    methodology, evidence = rules_and_evidence(first, second, methodology)
    outcome = lost(methodology, evidence, bodies=body, cache=NO_CACHE if no_cache else user_cache())
    scored = outcome.evaluation
    tell([*scored.diagnostics, *scored.findings], language)
    ended = exit_for(scored.diagnostics, scored.findings)
    if outcome.lost is None:
        return ended
    if ended == exits.FINE and not scored.is_complete:
        ended = exits.EVIDENCE
    delivered = deliver(_shown(outcome.lost, format, language, output), output, language)
    return ended if delivered == exits.FINE else delivered


def _shown(found: Lost, format: str | None, language: Language, output: str | None) -> str:
    if format == "json":
        from parrules.report.lost_json import lost_text

        return lost_text(found)
    if format == "csv":
        from parrules.report.lost_json import lost_csv

        return lost_csv(found, language)
    from parrules.report.lost_table import lost_table

    width, colour = (80, False) if output else (streams.columns(sys.stdout), streams.coloured(sys.stdout))
    return lost_table(found, language, width, colour)
