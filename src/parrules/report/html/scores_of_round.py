"""The points of every body in every field, in the order of the standing."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.report.html import numbers
from parrules.report.html.markup import Markup, tag
from parrules.report.html.results import Results
from parrules.report.html.standing_rows import Links
from parrules.report.html.tables import Head, section, table, wide
from parrules.report.html.words import page_said
from parrules.report.round_table import top_codes
from parrules.report.words import said, titled
from parrules.scoring.sheet import Line, Sheet
from parrules.standing.fields import top_of
from parrules.text.spelling import Language


def scores_section(results: Results, links: Links, language: Language) -> Markup:
    """A row a body, a column a field."""
    sheets = _in_order(results)
    codes = top_codes(sheets)
    scores = [{line.code: line.score for line in top_of(sheet)} for sheet in sheets]
    columns = [numbers.column([one.get(code) for one in scores], language) for code in codes]
    columns.append(numbers.column([sheet.total for sheet in sheets], language))
    heads = [Head(said("round.body", language)), *(_field(code, sheets, language) for code in codes)]
    heads.append(Head(said("round.total", language), number=True))
    rows = [
        tag("tr", _name(sheet, links), *map(numbers.cell, cells))
        for sheet, *cells in zip(sheets, *columns, strict=True)
    ]
    title = page_said("scores_of_round", language)
    return section("scores", title, wide(title, table(title, heads, rows), len(heads)), _codes(codes, sheets, language))


def _in_order(results: Results) -> list[Sheet]:
    """Those who are ranked by their places, then the others."""
    ranked = dict.fromkeys(row.body for standing in results.standings for row in standing.rows)
    return [results.by_body[body] for body in dict.fromkeys([*ranked, *results.by_body])]


def _name(sheet: Sheet, links: Links) -> Markup:
    name = sheet.body_name or sheet.body
    return tag("th", tag("a", name, href=links[sheet.body]) if sheet.body in links else name, scope="row")


def _field(code: str, sheets: Sequence[Sheet], language: Language) -> Head:
    line = _line(code, sheets)
    return Head(code, number=True, title=titled(line.title_vi, line.title_en, language))


def _codes(codes: Sequence[str], sheets: Sequence[Sheet], language: Language) -> Markup:
    """What each code stands for."""
    lines = [_line(code, sheets) for code in codes]
    words = [
        said("ledger.head", language, code=one.code, title=titled(one.title_vi, one.title_en, language))
        for one in lines
    ]
    return tag("ul", *(tag("li", one) for one in words), class_="codes")


def _line(code: str, sheets: Sequence[Sheet]) -> Line:
    return next(line for sheet in sheets for line in top_of(sheet) if line.code == code)
