"""`parrules evaluate`: the scores of a round, as a table, receipts, a CSV file or ledgers."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from parrules.cli import exits, mistakes, streams
from parrules.cli.deliver import can_open, deliver, exit_for, show, tell
from parrules.cli.frame import AtLeastOne, Verb, argument, choice, option
from parrules.cli.rules_named import methodology_option, rules_and_evidence
from parrules.cli.words import command_words
from parrules.text.diagnostic import Diagnostic
from parrules.text.files import STANDARD_INPUT
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from parrules.api.outcome import Evaluation

FORMATS = ("table", "json", "csv", "ledger", "html", "xlsx", "docx")
FILES = ("xlsx", "docx")
"""The formats that are files of another program, and nothing to print."""


def command(language: Language) -> click.Command:
    from parrules.plugins.formats import report_formats

    words = command_words("evaluate", language)
    parameters = [
        argument("first", words, 1),  # one file alone is the evidence, which names its methodology
        argument("second", words, 1, required=False),
        methodology_option(words),
        option(["--body"], words, multiple=True, metavar="ID"),
        option(["--criterion"], words, multiple=True, metavar="CODE"),
        choice(["--format"], (*FORMATS, *report_formats()), words),
        option(["--output", "-o"], words, metavar="FILE"),
        option(["--open", "opens"], words, is_flag=True),
        option(["--without-records"], words, is_flag=True),
        option(["--workers"], words, type=AtLeastOne(), metavar="N"),
        option(["--watch", "watches"], words, is_flag=True),
        option(["--no-cache"], words, is_flag=True),
    ]
    return Verb("evaluate", language, run, parameters)


def run(
    first: str,
    second: str | None,
    methodology: str | None,
    watches: bool,
    opens: bool,
    language: Language,
    **asked: Any,
) -> int:
    """Scores once, or again whenever the evidence was saved."""
    methodology, evidence = rules_and_evidence(first, second, methodology)
    score = partial(_score, methodology, evidence, language=language, **asked)
    if not watches:
        return score(opens=opens)
    if STANDARD_INPUT in (methodology, evidence):
        tell([mistakes.nothing_to_watch()], language)
        return exits.USAGE
    from parrules.cli.watch import watch

    first_time = iter([opens])
    watch(lambda: score(opens=next(first_time, False)), methodology, evidence, language)


def _score(
    methodology: str | None,
    evidence: str,
    *,
    body: tuple[str, ...],
    criterion: tuple[str, ...],
    format: str | None,
    output: str | None,
    opens: bool,
    without_records: bool,
    workers: int | None,
    no_cache: bool,
    language: Language,
) -> int:
    """Scores, prints what could be scored, and says what is wrong or missing."""
    from parrules.api.cache import NO_CACHE, user_cache
    from parrules.api.mistakes import no_such_criterion
    from parrules.api.verbs import chosen_bodies, open_round

    if format in FILES and output is None:
        tell([mistakes.needs_a_file(format)], language)
        return exits.USAGE
    if format == "docx" and without_records:
        tell([mistakes.proofs_are_handed_in()], language)
        return exits.USAGE
    if not can_open(opens, output, language):
        return exits.USAGE
    cache = NO_CACHE if no_cache else user_cache()
    opened = open_round(methodology, evidence, cache=cache)
    if opened.plan is None or opened.round is None:
        tell([*opened.diagnostics, *opened.findings], language)
        return exit_for(opened.diagnostics, opened.findings)
    bodies, strange = chosen_bodies(opened.round, body)
    codes = [one.code for one in opened.plan.criteria]
    unknown = [no_such_criterion(code, codes) for code in criterion if code not in codes]
    if unknown or not bodies:
        tell([*opened.diagnostics, *opened.findings, *strange, *unknown], language)
        return exits.USAGE
    from parrules.cli.pages import deliver_pages, first_page
    from parrules.cli.whole_round import Together, layout_of, put_round
    from parrules.report.layouts import only

    format = format or ("ledger" if criterion else "table")
    several = len(bodies) > 1

    def together(outcome: Evaluation) -> int:
        if format == "html":
            from parrules.api.pages import ranked_against_last

            asked = {one.id for one in bodies}
            sheets = [only(sheet, criterion) for sheet in outcome.sheets if sheet.body in asked]
            found, wrong = ranked_against_last(outcome, methodology, cache)
            tell(wrong, language)
            return deliver_pages(found, sheets, output, language)
        shown = _shown(outcome, format, criterion, language, output)
        if isinstance(shown, Diagnostic):
            tell([shown], language)
            return exits.USAGE
        return deliver(shown, output, language)

    scored = opened.round.bodies if format == "html" else bodies  # a page tells of the others too
    way = layout_of(format, several, criterion, language, output) or Together(together, format == "table" and several)
    ended = put_round(opened, scored, way, strange, output, workers, language, without_records)
    if opens and output is not None and ended in (exits.FINE, exits.EVIDENCE):
        show(first_page(output, format), language)
    return ended


def _shown(
    outcome: Evaluation, format: str, criterion: tuple[str, ...], language: Language, output: str | None
) -> str | bytes | Diagnostic:
    """The formats that show all bodies together, and the receipt of one; or why there is no such file."""
    from parrules.report.layouts import only

    sheets = [only(sheet, criterion) for sheet in outcome.sheets]
    if format in FILES:
        from parrules.api.office import score_file

        return score_file(outcome, sheets, format, language)
    if format not in FORMATS:
        from parrules.api.plugins import written_by_plugin

        return written_by_plugin(format, sheets, language)
    if format == "json":
        from parrules.report.receipt import receipt_text

        return receipt_text(sheets)
    width, colour = (80, False) if output else (streams.columns(sys.stdout), streams.coloured(sys.stdout))
    if len(sheets) == 1:
        from parrules.report.table import score_table

        return score_table(sheets[0], language, width, colour)
    from parrules.report.round_table import round_table

    return round_table(sheets, language, width, colour)
