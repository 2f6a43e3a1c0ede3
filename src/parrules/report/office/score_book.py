"""Scores as a workbook: the score table, the ledger, the evidence, the points lost, and who stands where.

Numbers are numbers, so that they can be added up; what they are exactly stands as text beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from parrules.report.office.entries_in_book import (
    Table,
    body_columns,
    body_of,
    evidence_table,
    ledger_table,
    lost_table,
)
from parrules.report.office.heading import write_heading
from parrules.report.office.listed import Column, Content, Row, exact_text, or_words, with_exact, write_table
from parrules.report.office.words import office
from parrules.report.office.workbook import Book
from parrules.report.phrases import status_words
from parrules.report.standing_table import measure_words, place_words
from parrules.report.table import classes_words, lost_in, note_words
from parrules.report.words import said, titled
from parrules.scoring.sheet import Line, Sheet
from parrules.standing.lost import Lost
from parrules.standing.standing import Ranked, Standing
from parrules.text.spelling import Language
from parrules.values.amounts import Number
from parrules.values.ranges import Range


@dataclass(frozen=True, slots=True)
class Results:
    """What a workbook shows. standings: empty where there is nobody to be ranked among; lost: of the same sheets."""

    sheets: Sequence[Sheet]
    lost: Lost
    standings: Sequence[Standing] = ()


def score_book(results: Results, language: Language) -> bytes:
    """The workbook. Its bytes are the same for the same results: the day it says it was made is the round's last."""
    sheets = results.sheets
    first = sheets[0]
    book = Book(titled(first.title_vi, first.title_en, language), last_day(first))
    tables: list[tuple[str, str, Table]] = [
        ("scores", "", _scores(sheets, language)),
        ("ledger", "", ledger_table(sheets, language)),
        ("evidence", "", evidence_table(sheets, language)),
        ("lost", "", lost_table(results.lost, sheets, language)),
        *(("standing", one.of, _standing(one, language)) for one in results.standings),
    ]
    for key, of, (columns, rows) in tables:
        page = book.sheet(" ".join([office(f"{key}.sheet", language), of]))
        above = [first, first] if key == "standing" else sheets  # a standing is of nobody alone
        top = write_heading(book, page, above, office(f"{key}.title", language), language)
        write_table(book, page, top, columns, rows)
    return book.closed()


def last_day(sheet: Sheet) -> date:
    """The last day of the round; the first of its year where the sheet does not say it."""
    return date.fromisoformat(sheet.end) if sheet.end else date(sheet.year, 1, 1)


def _scores(sheets: Sequence[Sheet], language: Language) -> Table:
    open_ones = any(map(_is_open, sheets))
    bounds = [Column(office(f"column.{key}", language), 10, "number") for key in ("low", "high")]
    columns = [
        *body_columns(sheets, language),
        Column(office("column.code", language), 9, "code"),
        Column(office("column.criterion", language), 46),
        Column(office("column.maximum", language), 9, "number"),
        Column(office("column.applicable", language), 9, "number"),
        Column(office("column.score", language), 11, "number"),
        Column(office("column.exact", language), 12, "exact"),
        *(bounds if open_ones else ()),
        Column(office("column.lost", language), 9, "number"),
        Column(office("column.status", language), 16),
        Column(office("column.note", language), 34),
        Column(office("column.office", language), 20),
        Column(office("column.basis", language), 14),
    ]
    rows: list[Row] = []
    for sheet in sheets:
        top = min((line.depth for line in sheet.lines), default=0)
        body = body_of(sheet, sheets)
        for line in sheet.lines:
            cells = (*body, *_criterion(line, open_ones, language))
            rows.append(Row(cells, bool(line.children), line.depth - top))
        rows += [Row((*body, *cells), True) for cells in _closing(sheet, open_ones, language)]
    return columns, rows


def _criterion(line: Line, open_ones: bool, language: Language) -> tuple[Content, ...]:
    return (
        line.code,
        titled(line.title_vi, line.title_en, language),
        line.maximum,
        or_words(line.applicable, language),
        *_score(line.score, open_ones, language),
        lost_in(line),
        status_words(line, language),
        note_words(line, language),
        line.accountable,
        ", ".join(line.basis),
    )


def _closing(sheet: Sheet, open_ones: bool, language: Language) -> list[tuple[Content, ...]]:
    """The total with the class, the index, and the published total where there is one."""
    total, none = said("sheet.total", language), (None, "", "", "", "")
    if not sheet.assessed:
        words = said("csv.not_assessed", language)
        return [("", total, None, None, *_score(None, open_ones, language), None, words, "", "", "")]
    classes = classes_words(sheet.classes, language)
    note = f"{said('sheet.class', language)}: {classes}" if classes else ""
    applicable, scored = or_words(sheet.applicable, language), _score(sheet.total, open_ones, language)
    rows: list[tuple[Content, ...]] = [("", total, None, applicable, *scored, None, "", note, "", "")]
    for key, value in (("sheet.index", sheet.index), ("sheet.printed", sheet.printed_total)):
        if value is not None:
            rows.append(("", said(key, language), None, None, *_score(value, open_ones, language), *none))
    return rows


def _standing(standing: Standing, language: Language) -> Table:
    columns = [
        Column(office("column.place", language), 9, "code"),
        Column(office("column.body", language), 40),
        Column(office("column.group", language), 18),
        Column(office("column.region", language), 22),
        Column(measure_words(standing, language), 12, "number"),
        Column(office("column.exact", language), 14, "exact"),
        Column(office("column.total", language), 12, "number"),
        Column(office("column.index", language), 14, "exact"),
        Column(office("column.class", language), 24),
        Column(office("column.to_first", language), 12, "number"),
        Column(office("column.to_mean", language), 12, "number"),
    ]
    return columns, [Row(_ranked(row, language)) for row in standing.rows]


def _ranked(row: Ranked, language: Language) -> tuple[Content, ...]:
    return (
        place_words(row.place) + ("*" if row.perhaps else ""),
        row.body_name or row.body,
        row.group,
        row.region,
        *with_exact(row.value, language),
        None if row.total is None else or_words(row.total, language),
        "" if row.index is None else exact_text(row.index),
        classes_words(row.classes, language),
        or_words(row.to_first, language),
        or_words(row.to_mean, language),
    )


def _is_open(sheet: Sheet) -> bool:
    return isinstance(sheet.total, Range) or any(isinstance(line.score, Range) for line in sheet.lines)


def _score(value: Number | None, open_ones: bool, language: Language) -> tuple[Content, ...]:
    """The score, what it is exactly, and its bounds where some score of the table is open."""
    shown: tuple[Content, ...] = (None, "") if value is None else with_exact(value, language)
    if not open_ones:
        return shown
    return (*shown, value.low, value.high) if isinstance(value, Range) else (*shown, None, None)
