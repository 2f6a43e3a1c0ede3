"""The score sheet of one body as a table, each criterion leading to its ledger."""

from __future__ import annotations

from parrules.report.html import numbers
from parrules.report.html.markup import Markup, tag, together
from parrules.report.html.tables import Head, listed, pairs, section, table
from parrules.report.html.words import page_said
from parrules.report.spelling import amount
from parrules.report.table import closing_words, lost_in, missing_words, note_words, total_lost
from parrules.report.words import said, titled
from parrules.scoring.sheet import Line, Sheet
from parrules.text.spelling import Language

_DEEPEST = 4


def score_section(sheet: Sheet, language: Language) -> Markup:
    """The table, what stands below the total, and what is missing."""
    title, *missing = missing_words(sheet, language) or [""]
    return section(
        "scores",
        page_said("scores", language),
        _table(sheet, language),
        pairs(closing_words(sheet, language), "closing"),
        together([tag("h3", title), listed(missing)]) if missing else None,
    )


def anchor(line: Line) -> str:
    """Where on the page the ledger of a criterion stands."""
    return f"ledger-{line.code}"


def _table(sheet: Sheet, language: Language) -> Markup:
    heads = [
        Head(said("sheet.code", language)),
        Head(said("sheet.criterion", language)),
        *(Head(said(f"sheet.{key}", language), number=True) for key in ("maximum", "score", "lost")),
    ]
    maxima = [None if line.outside_scale else line.applicable for line in sheet.lines]
    columns = zip(
        numbers.column([*maxima, sheet.applicable], language),
        numbers.column([*(line.score for line in sheet.lines), sheet.total], language),
        numbers.column([*map(lost_in, sheet.lines), total_lost(sheet)], language),
        strict=True,
    )
    *cells, closing = [together(map(numbers.cell, row)) for row in columns]
    top = min((line.depth for line in sheet.lines), default=0)
    rows = [_row(line, line.depth - top, row, language) for line, row in zip(sheet.lines, cells, strict=True)]
    foot = tag("tr", tag("td"), tag("th", said("sheet.total", language), scope="row"), closing)
    return table(page_said("scores", language), heads, rows, foot)


def _row(line: Line, depth: int, cells: Markup, language: Language) -> Markup:
    note = note_words(line, language)
    maximum = amount(line.applicable, language)
    title = titled(line.title_vi, line.title_en, language) or said("ledger.maximum", language, maximum=maximum)
    name = tag("th", tag("span", title), tag("small", note) if note else None, scope="row", class_=_deep(depth))
    code = tag("td", tag("a", line.code, href=f"#{anchor(line)}"), class_="code")
    return tag("tr", code, name, cells, class_="group" if line.children else None)


def _deep(depth: int) -> str | None:
    return f"deep{min(depth, _DEEPEST)}" if depth else None
