"""`parrules evaluate`: the scores of a round, as a table, receipts, a CSV file or ledgers."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, repeat
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
    from parrules.api.cache import Cache
    from parrules.api.outcome import Evaluation
    from parrules.evidence.records import Body
    from parrules.plan.plan import Plan

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What was asked for on the command line. body and criterion: nothing where all of them are meant."""

    body: tuple[str, ...]
    criterion: tuple[str, ...]
    format: str
    output: str | None
    opens: bool
    without_records: bool
    workers: int | None
    no_cache: bool
    language: Language


def run(
    first: str,
    second: str | None,
    methodology: str | None,
    watches: bool,
    format: str | None,
    criterion: tuple[str, ...],
    **others: Any,
) -> int:
    """Scores once, or again whenever the evidence was saved."""
    methodology, evidence = rules_and_evidence(first, second, methodology)
    asked = _Asked(criterion=criterion, format=format or ("ledger" if criterion else "table"), **others)
    if not watches:
        return _score(methodology, evidence, asked)
    if STANDARD_INPUT in (methodology, evidence):
        tell([mistakes.nothing_to_watch()], asked.language)
        return exits.USAGE
    from parrules.cli.watch import watch

    again = chain([asked], repeat(replace(asked, opens=False)))  # one window is enough
    watch(lambda: _score(methodology, evidence, next(again)), methodology, evidence, asked.language)


def _score(methodology: str | None, evidence: str, asked: _Asked) -> int:
    """Scores, prints what could be scored, and says what is wrong or missing."""
    from parrules.api.cache import NO_CACHE, user_cache
    from parrules.api.verbs import chosen_bodies, open_round

    if not _can_be_written(asked):
        return exits.USAGE
    cache = NO_CACHE if asked.no_cache else user_cache()
    opened = open_round(methodology, evidence, cache=cache)
    if opened.plan is None or opened.round is None:
        tell([*opened.diagnostics, *opened.findings], asked.language)
        return exit_for(opened.diagnostics, opened.findings)
    bodies, strange = chosen_bodies(opened.round, asked.body)
    unknown = _unknown_codes(opened.plan, asked.criterion)
    if unknown or not bodies:
        tell([*opened.diagnostics, *opened.findings, *strange, *unknown], asked.language)
        return exits.USAGE
    from parrules.api.round_scoring import Wanted
    from parrules.api.scorer import number_of_workers
    from parrules.cli.pages import first_page, tells_of_all
    from parrules.cli.whole_round import Together, layout_of, put_round

    if asked.format == "html":
        together = Together(partial(_put_pages, asked, bodies, methodology, cache), from_scores=False)
    else:
        together = Together(partial(_put, asked), from_scores=asked.format == "table" and len(bodies) > 1)
    scored = opened.round.bodies if asked.format == "html" else bodies  # a page tells of the others too
    way = layout_of(asked.format, len(bodies) > 1, asked.criterion, asked.language, asked.output) or together
    wanted = Wanted(
        workers=asked.workers or number_of_workers(len(scored), len(opened.plan.criteria)),
        without_records=asked.without_records,
        asked=None if tells_of_all(asked.format, asked.output) else frozenset(one.id for one in bodies),
        criteria=asked.criterion,
    )
    ended = put_round(opened, scored, way, strange, asked.output, wanted, asked.language)
    if asked.opens and asked.output is not None and ended in (exits.FINE, exits.EVIDENCE):
        show(first_page(asked.output, asked.format), asked.language)
    return ended


def _can_be_written(asked: _Asked) -> bool:
    """Whether the options go together; says so where they do not."""
    if asked.format in FILES and asked.output is None:
        tell([mistakes.needs_a_file(asked.format)], asked.language)
        return False
    if asked.format == "docx" and asked.without_records:
        tell([mistakes.proofs_are_handed_in()], asked.language)
        return False
    return can_open(asked.opens, asked.output, asked.language)


def _unknown_codes(plan: Plan, asked: Iterable[str]) -> list[Diagnostic]:
    from parrules.api.mistakes import no_such_criterion

    codes = [one.code for one in plan.criteria]
    return [no_such_criterion(code, codes) for code in asked if code not in codes]


def _put_pages(
    asked: _Asked, bodies: Sequence[Body], methodology: str | None, cache: Cache, outcome: Evaluation
) -> int:
    from parrules.api.pages import ranked_against_last
    from parrules.cli.pages import deliver_pages
    from parrules.report.layouts import only

    ids = {one.id for one in bodies}
    sheets = [only(sheet, asked.criterion) for sheet in outcome.sheets if sheet.body in ids]
    found, wrong = ranked_against_last(outcome, methodology, cache)
    tell(wrong, asked.language)
    return deliver_pages(found, sheets, asked.output, asked.language)


def _put(asked: _Asked, outcome: Evaluation) -> int:
    shown = _shown(outcome, asked.format, asked.criterion, asked.language, asked.output)
    if isinstance(shown, Diagnostic):
        tell([shown], asked.language)
        return exits.USAGE
    return deliver(shown, asked.output, asked.language)


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
