"""Sheets of a workbook that say how scores came about: the ledger, the evidence, and where points were lost."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.report.lost_words import cause_words, why
from parrules.report.office.listed import Column, Content, Row, with_exact
from parrules.report.office.words import office
from parrules.report.phrases import entry_words, evidence_title, evidence_words, parts_words, reason_words
from parrules.report.words import said, titled
from parrules.scoring.sheet import Entry, Evidence, Line, Sheet
from parrules.standing.lost import Lost
from parrules.text.spelling import Language
from parrules.values.kinds import Kind
from parrules.values.numbers import Exact, written

_ADDS_UP = ("points", "count", "number", "money", "days", "table")
"""The kinds of figures that stand as numbers; a ratio and a date stand in words."""

Table = tuple[list[Column], list[Row]]


def ledger_table(sheets: Sequence[Sheet], language: Language) -> Table:
    """A row an entry, of every criterion and then of the total."""
    columns = [
        Column(office("column.code", language), 9, "code"),
        Column(office("column.step", language), 7, "number"),
        Column(office("column.entry", language), 60),
        Column(office("column.change", language), 10, "number"),
        Column(office("column.change_exact", language), 12, "exact"),
        Column(office("column.running", language), 10, "number"),
        Column(office("column.running_exact", language), 12, "exact"),
        Column(office("column.reason", language), 34),
        Column(office("column.parts", language), 34),
        Column(office("column.rule_line", language), 9, "number"),
    ]
    rows = [
        Row((*body_of(sheet, sheets), *_entry(line, step, entry, language)))
        for sheet in sheets
        for line, entries in [*((line, line.entries) for line in sheet.lines), (None, sheet.total_entries)]
        for step, entry in enumerate(entries, start=1)
    ]
    return [*body_columns(sheets, language), *columns], rows


def _entry(line: Line | None, step: int, entry: Entry, language: Language) -> tuple[Content, ...]:
    parts = [parts_words(entry.parts, language)] if entry.parts else []
    parts += [said("parts.perhaps", language)] if entry.perhaps else []
    return (
        line.code if line else said("sheet.total", language),
        step,
        entry_words(entry, line, language),
        *with_exact(entry.amount, language),
        *with_exact(entry.running, language),
        reason_words(entry.reason, language) if entry.reason else "",
        "; ".join(parts),
        entry.line or None,
    )


def evidence_table(sheets: Sequence[Sheet], language: Language) -> Table:
    """A row for each figure and table that a criterion reads, with where it stands and what proves it."""
    columns = [
        Column(office("column.code", language), 9, "code"),
        Column(office("column.figure", language), 46),
        Column(office("column.value", language), 18),
        Column(office("column.value_number", language), 12, "number"),
        Column(office("column.file", language), 22),
        Column(office("column.where", language), 18),
        Column(office("column.document", language), 24),
        Column(office("column.page", language), 8),
        Column(office("column.justification", language), 34),
    ]
    rows = [
        Row((*body_of(sheet, sheets), line.code, *_figure(one, language)))
        for sheet in sheets
        for line in sheet.lines
        for one in line.evidence
    ]
    return [*body_columns(sheets, language), *columns], rows


def _figure(one: Evidence, language: Language) -> tuple[Content, ...]:
    where = one.provenance
    place = (where.sheet, where.cell or (str(where.line) if where.line else ""))
    return (
        evidence_title(one, language),
        evidence_words(one, language),
        _number(one.value, one.kind),
        where.file,
        ", ".join(part for part in place if part),
        said("source.withheld", language) if where.withheld else where.document,
        where.page,
        where.justification,
    )


def _number(value: object, kind: Kind) -> Exact | None:
    counts = kind.name in _ADDS_UP and not isinstance(value, bool)
    return value if counts and isinstance(value, Exact) else None


def lost_table(lost: Lost, sheets: Sequence[Sheet], language: Language) -> Table:
    """A row for each cause that took points from a criterion."""
    columns = [
        Column(office("column.code", language), 9, "code"),
        Column(office("column.criterion", language), 46),
        Column(office("column.lost", language), 9, "number"),
        Column(office("column.exact", language), 12, "exact"),
        Column(office("column.cause", language), 22),
        Column(office("column.why", language), 46),
        Column(office("column.office", language), 22),
        Column(office("column.rule_line", language), 9, "number"),
    ]
    rows = []
    for part in lost.parts:
        line = part.line
        title = titled(line.title_vi, line.title_en, language) if line else said("lost.of_total", language)
        cause, reason = cause_words(part.cause, language), why(part, language)
        amount: tuple[Content, ...] = (part.amount, written(part.amount))
        last = (part.office, part.rule_line or None)
        rows.append(Row((*body_of(part.sheet, sheets), part.code, title, *amount, cause, reason, *last)))
    return [*body_columns(sheets, language), *columns], rows


def body_columns(sheets: Sequence[Sheet], language: Language) -> list[Column]:
    """The column of the body, where there are several."""
    return [Column(office("column.body", language), 28)] if len(sheets) > 1 else []


def body_of(sheet: Sheet, sheets: Sequence[Sheet]) -> tuple[Content, ...]:
    return (sheet.body_name or sheet.body,) if len(sheets) > 1 else ()
