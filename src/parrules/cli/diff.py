"""`parrules diff`: what one edition says otherwise than another, and who gains and loses by it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from parrules.cli import exits, streams
from parrules.cli.deliver import deliver, exit_for, tell
from parrules.cli.frame import Verb, argument, choice, option
from parrules.cli.words import command_words
from parrules.text.diagnostic import in_reading_order
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from parrules.api.diff import DiffOutcome

FORMATS = ("text", "json", "markdown")


def command(language: Language) -> click.Command:
    words = command_words("diff", language)
    parameters = [
        argument("old", words, 0),
        argument("new", words, 1),
        option(["--evidence"], words, metavar="FILE"),
        choice(["--format"], FORMATS, words, "text"),
        option(["--output", "-o"], words, metavar="FILE"),
    ]
    return Verb("diff", language, run, parameters)


def run(old: str, new: str, evidence: str | None, format: str, output: str | None, language: Language) -> int:
    """1 where anything is different, 3 and 4 where an edition or the evidence is wrong."""
    from parrules.api.diff import diff

    outcome = diff(old, new, evidence=evidence)
    scored = outcome.evaluation
    diagnostics = [*outcome.diagnostics, *(scored.diagnostics if scored else ())]
    findings = scored.findings if scored else ()
    tell(in_reading_order((*diagnostics, *findings)), language)
    ended = exit_for(diagnostics, findings)
    if outcome.difference is None:
        return ended
    if ended == exits.FINE and not outcome.difference.is_none:
        ended = exits.FINDINGS
    delivered = deliver(_shown(outcome, format, language, output), output, language)
    return ended if delivered == exits.FINE else delivered


def _shown(outcome: DiffOutcome, format: str, language: Language, output: str | None) -> str:
    assert outcome.difference is not None
    if format == "json":
        from parrules.report.difference.json import difference_json

        return difference_json(outcome.difference, outcome.effects, outcome.not_carried)
    if format == "markdown":
        from parrules.report.difference.markdown import difference_markdown

        return difference_markdown(outcome.difference, language, outcome.effects, outcome.not_carried)
    from parrules.report.difference.text import difference_text

    width, colour = (80, False) if output else (streams.columns(sys.stdout), streams.coloured(sys.stdout))
    return difference_text(outcome.difference, language, width, colour, outcome.effects, outcome.not_carried)
