"""Scores as CSV, for a spreadsheet: no text that could become a formula, and exact numbers (`12.25`, `1/3`).

A line a criterion, then the total, the index and the published total of each body. An open score has its bounds in
the columns lowest and highest.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from parrules.report.phrases import status_words, waits_for, with_all_below
from parrules.report.words import said, titled
from parrules.scoring.sheet import Line, Sheet
from parrules.text.spelling import Language
from parrules.values.amounts import Number
from parrules.values.numbers import Exact, written
from parrules.values.ranges import Range

COLUMNS = (
    *("body", "body_name", "stage", "code", "title", "maximum", "applicable", "status", "score", "low", "high"),
    *("lost", "class", "missing", "accountable", "basis"),
)
"""The columns, by the key of their heading."""

MARK = "\ufeff"
"""The byte order mark by which Excel knows UTF-8."""


def heading_row(language: Language) -> str:
    return _text([[said(f"csv.{column}", language) for column in COLUMNS]])


def criterion_rows(sheet: Sheet, language: Language) -> str:
    """The rows of a body's criteria."""
    return _text(_cells(_criterion(sheet, line, language) for line in sheet.lines))


def closing_rows(sheet: Sheet, language: Language) -> str:
    """The rows of a body's total, index and published total."""
    return _text(_cells(_closing(sheet, language)))


def _cells(rows: Iterable[Mapping[str, str]]) -> Iterable[Sequence[str]]:
    return ([row.get(column, "") for column in COLUMNS] for row in rows)


def _text(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def guarded(text: str) -> str:
    """The text in one line, behind an apostrophe where a spreadsheet would take it for a formula."""
    line = " ".join(re.split(r"[\t\r\n]+", text))
    return f"'{line}" if line.lstrip().startswith(("=", "+", "-", "@")) else line


def _criterion(sheet: Sheet, line: Line, language: Language) -> dict[str, str]:
    settled = line.score is not None and not isinstance(line.score, Range)
    lost = sum((loss.amount for loss in line.lost), start=0) if settled and not line.outside_scale else None
    waiting = {name: title for one in with_all_below(line, sheet) for name, title in waits_for(one, language).items()}
    return {
        **_body(sheet),
        "code": guarded(line.code),
        "title": guarded(titled(line.title_vi, line.title_en, language)),
        "maximum": written(line.maximum),
        "applicable": _exact(line.applicable),
        "status": status_words(line, language),
        **_score(line.score),
        "lost": "" if lost is None else written(lost),
        "class": _classes(line.classes, language),
        "missing": guarded("; ".join(waiting.values())),
        "accountable": guarded(line.accountable),
        "basis": guarded(", ".join(line.basis)),
    }


def _closing(sheet: Sheet, language: Language) -> list[dict[str, str]]:
    body = _body(sheet)
    if not sheet.assessed:
        return [{**body, "title": said("csv.total", language), "status": said("csv.not_assessed", language)}]
    rows = [
        {
            **body,
            "title": said("csv.total", language),
            "applicable": _exact(sheet.applicable),
            **_score(sheet.total),
            "class": _classes(sheet.classes, language),
        }
    ]
    if sheet.index is not None:
        rows.append({**body, "title": said("csv.index", language), **_score(sheet.index)})
    if sheet.printed_total is not None:
        rows.append({**body, "title": said("csv.printed", language), **_score(sheet.printed_total)})
    return rows


def _body(sheet: Sheet) -> dict[str, str]:
    return {"body": guarded(sheet.body), "body_name": guarded(sheet.body_name), "stage": guarded(sheet.stage)}


def _score(score: Number | None) -> dict[str, str]:
    if score is None:
        return {}
    if isinstance(score, Range):
        return {"low": _end(score.low), "high": _end(score.high)}
    return {"score": written(score)}


def _exact(value: Number) -> str:
    return f"{_end(value.low)}..{_end(value.high)}" if isinstance(value, Range) else written(value)


def _end(end: Exact | None) -> str:
    return "" if end is None else written(end)


def _classes(classes: tuple[str, ...], language: Language) -> str:
    return guarded(said("sheet.class_or", language).join(classes))
