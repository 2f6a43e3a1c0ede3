"""`parrules rank`: the bodies of a round in order, and how that changed against another round."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

import click

from parrules.cli import exits, streams
from parrules.cli.deliver import can_open, deliver, exit_for, show, tell
from parrules.cli.frame import Verb, argument, choice, option
from parrules.cli.rules_named import methodology_option, rules_and_evidence
from parrules.cli.words import command_words
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from parrules.api.rank import RankOutcome

FORMATS = ("table", "json", "csv", "html")
AMONG = ("group", "region")


def command(language: Language) -> click.Command:
    words = command_words("rank", language)
    parameters = [
        argument("first", words, 1),
        argument("second", words, 1, required=False),
        methodology_option(words),
        option(["--by"], words, metavar="CODE"),
        choice(["--in", "within"], AMONG, words),
        option(["--last"], words, metavar="FILE"),
        option(["--last-methodology"], words, metavar="NAME"),
        choice(["--format"], FORMATS, words),
        option(["--output", "-o"], words, metavar="FILE"),
        option(["--open", "opens"], words, is_flag=True),
        option(["--no-cache"], words, is_flag=True),
    ]
    return Verb("rank", language, run, parameters)


def run(
    first: str,
    second: str | None,
    methodology: str | None,
    by: str | None,
    within: Literal["group", "region"] | None,
    last: str | None,
    last_methodology: str | None,
    format: str | None,
    output: str | None,
    opens: bool,
    no_cache: bool,
    language: Language,
) -> int:
    """Prints the standing; 4 where evidence of either round is wrong or missing."""
    from parrules.api.cache import NO_CACHE, user_cache
    from parrules.api.rank import rank

    if not can_open(opens, output, language):
        return exits.USAGE
    methodology, evidence = rules_and_evidence(first, second, methodology)
    outcome = rank(
        methodology,
        evidence,
        by=by or "",
        within=within or "round",
        last=last,
        last_methodology=last_methodology,
        cache=NO_CACHE if no_cache else user_cache(),
        kept="whole" if format == "html" else "scores",  # a page shows what was lost, too
    )
    rounds = [one for one in (outcome.evaluation, outcome.last) if one is not None]
    diagnostics = [*outcome.diagnostics, *(one for each in rounds for one in each.diagnostics)]
    findings = [one for each in rounds for one in each.findings]
    tell([*diagnostics, *findings], language)
    ended = exit_for(diagnostics, findings)
    if not outcome.standings:
        return ended
    if ended == exits.FINE and not all(one.is_complete for one in rounds):
        ended = exits.EVIDENCE
    delivered = _put(outcome, format, language, output)
    if opens and output is not None and delivered == exits.FINE:
        from parrules.cli.pages import first_page

        show(first_page(output, format), language)
    return ended if delivered == exits.FINE else delivered


def _put(outcome: RankOutcome, format: str | None, language: Language, output: str | None) -> int:
    if format != "html":
        return deliver(_shown(outcome, format, language, output), output, language)
    from parrules.cli.pages import deliver_pages

    return deliver_pages(outcome, outcome.evaluation.sheets, output, language)


def _shown(outcome: RankOutcome, format: str | None, language: Language, output: str | None) -> str:
    of = outcome.evaluation.sheets[0]
    if format == "json":
        from parrules.report.standings_json import standings_text

        return standings_text(outcome.standings, of)
    if format == "csv":
        from parrules.report.standings_json import standings_csv

        return standings_csv(outcome.standings, language)
    from parrules.report.standing_table import standing_table

    width, colour = (80, False) if output else (streams.columns(sys.stdout), streams.coloured(sys.stdout))
    return standing_table(outcome.standings, of, language, width, colour)
