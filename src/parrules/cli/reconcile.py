"""`parrules reconcile`: published results beside what the rules give, and beside each other."""

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
    from parrules.standing.reconciliation import Reconciliation

FORMATS = ("table", "json", "csv")


def command(language: Language) -> click.Command:
    words = command_words("reconcile", language)
    parameters = [
        argument("files", words, 1, nargs=-1, required=True),
        methodology_option(words),
        choice(["--format"], FORMATS, words),
        option(["--output", "-o"], words, metavar="FILE"),
        option(["--no-cache"], words, is_flag=True),
    ]
    return Verb("reconcile", language, run, parameters)


def run(
    files: tuple[str, ...],
    methodology: str | None,
    format: str | None,
    output: str | None,
    no_cache: bool,
    language: Language,
) -> int:
    """Prints every comparison; 1 where something contradicts, 4 where evidence is missing or wrong."""
    from parrules.api.cache import NO_CACHE, user_cache
    from parrules.api.reconcile import reconcile

    cache = NO_CACHE if no_cache else user_cache()
    rules, named = rules_and_files(files, (methodology,) if methodology is not None else (), most=2)
    evidence, published = named[0], named[1] if len(named) > 1 else None
    outcome = reconcile(evidence, published, methodology=next(iter(rules), None), cache=cache)
    tell([*outcome.diagnostics, *outcome.findings], language)
    ended = exit_for(outcome.diagnostics, outcome.findings)
    if outcome.reconciliation is None:
        return ended
    if ended == exits.FINE and outcome.reconciliation.is_open:
        ended = exits.EVIDENCE
    if ended in (exits.FINE, exits.EVIDENCE) and outcome.reconciliation.contradicts:
        ended = exits.FINDINGS
    delivered = deliver(_shown(outcome.reconciliation, format, language, output), output, language)
    return ended if delivered == exits.FINE else delivered


def _shown(found: Reconciliation, format: str | None, language: Language, output: str | None) -> str:
    if format == "json":
        from parrules.report.reconcile_json import reconciliation_text

        return reconciliation_text(found)
    if format == "csv":
        from parrules.report.reconcile_json import reconciliation_csv

        return reconciliation_csv(found, language)
    from parrules.report.reconcile_table import reconciliation_table

    width, colour = (80, False) if output else (streams.columns(sys.stdout), streams.coloured(sys.stdout))
    return reconciliation_table(found, language, width, colour)
