"""`parrules evaluate`: the scores of a round, as a table, receipts, a CSV file or ledgers."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from parrules.cli import exits, mistakes, streams
from parrules.cli.deliver import deliver, exit_for, tell
from parrules.cli.frame import Verb, argument, choice, option
from parrules.cli.rules_named import methodology_option, rules_and_evidence
from parrules.cli.words import command_words
from parrules.text.diagnostic import Diagnostic
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from parrules.scoring.sheet import Line, Sheet

FORMATS = ("table", "json", "csv", "ledger", "xlsx", "docx")
FILES = ("xlsx", "docx")
"""The formats that are files of another program, and nothing to print."""


def command(language: Language) -> click.Command:
    words = command_words("evaluate", language)
    parameters = [
        argument("first", words, 1),  # one file alone is the evidence, which names its methodology
        argument("second", words, 1, required=False),
        methodology_option(words),
        option(["--body"], words, multiple=True, metavar="ID"),
        option(["--criterion"], words, multiple=True, metavar="CODE"),
        choice(["--format"], FORMATS, words),
        option(["--output", "-o"], words, metavar="FILE"),
        option(["--no-cache"], words, is_flag=True),
    ]
    return Verb("evaluate", language, run, parameters)


def run(
    first: str,
    second: str | None,
    methodology: str | None,
    body: tuple[str, ...],
    criterion: tuple[str, ...],
    format: str | None,
    output: str | None,
    no_cache: bool,
    language: Language,
) -> int:
    """Scores, prints what could be scored, and says what is wrong or missing."""
    from parrules.api.cache import NO_CACHE, user_cache
    from parrules.api.mistakes import no_such_criterion
    from parrules.api.verbs import evaluate

    if format in FILES and output is None:
        tell([mistakes.needs_a_file(format)], language)
        return exits.USAGE
    methodology, evidence = rules_and_evidence(first, second, methodology)
    cache = NO_CACHE if no_cache else user_cache()
    outcome = evaluate(methodology, evidence, bodies=body, cache=cache)
    codes = sorted({line.code for sheet in outcome.sheets for line in sheet.lines})
    unknown = [no_such_criterion(code, codes) for code in criterion if outcome.sheets and code not in codes]
    tell([*outcome.diagnostics, *outcome.findings, *unknown], language)
    if unknown:
        return exits.USAGE
    ended = exit_for(outcome.diagnostics, outcome.findings)
    if not outcome.sheets:
        return ended
    if ended == exits.FINE and not outcome.is_complete:
        ended = exits.EVIDENCE
    sheets = [_only(sheet, criterion) for sheet in outcome.sheets]
    if format in FILES:
        from parrules.api.office import score_file

        file = score_file(outcome, sheets, format, language)
        if isinstance(file, Diagnostic):
            tell([file], language)
            return exits.USAGE
        delivered = deliver(file, output, language)
        return ended if delivered == exits.FINE else delivered
    text = _shown(sheets, format or ("ledger" if criterion else "table"), language, output, whole=not criterion)
    delivered = deliver(text, output, language)
    return ended if delivered == exits.FINE else delivered


def _only(sheet: Sheet, codes: Sequence[str]) -> Sheet:
    """The sheet with the lines of these criteria and of those below them; the whole sheet where none is named."""
    if not codes:
        return sheet
    lines = {line.code: line for line in sheet.lines}
    wanted: set[str] = set()
    waiting = [code for code in codes if code in lines]
    while waiting:
        code = waiting.pop()
        wanted.add(code)
        waiting.extend(child for child in lines[code].children if child in lines)
    return replace(sheet, lines=tuple(line for line in sheet.lines if line.code in wanted))


def _shown(sheets: Sequence[Sheet], format: str, language: Language, output: str | None, *, whole: bool) -> str:
    """whole: no criterion was asked for by name, so that the total belongs to it too."""
    if format == "json":
        from parrules.report.receipt import receipt_text

        return receipt_text(sheets)
    if format == "csv":
        from parrules.report.csv_table import scores_csv

        return scores_csv(sheets, language)
    width, colour = (80, False) if output else (streams.columns(sys.stdout), streams.coloured(sys.stdout))
    if format == "ledger":
        return "\n".join(_ledgers(sheet, language, width, whole=whole) for sheet in sheets)
    if len(sheets) == 1:
        from parrules.report.table import score_table

        return score_table(sheets[0], language, width, colour)
    from parrules.report.round_table import round_table

    return round_table(sheets, language, width, colour)


def _ledgers(sheet: Sheet, language: Language, width: int, *, whole: bool) -> str:
    from parrules.report.ledger import ledger
    from parrules.report.table import heading
    from parrules.report.total_ledger import total_ledger

    def page(line: Line) -> str:
        return ledger(line, language, width).rstrip("\n")

    pages = [heading(sheet, language, width), *map(page, sheet.lines)]
    return "\n\n".join([*pages, total_ledger(sheet, language, width).rstrip("\n")] if whole else pages) + "\n"
