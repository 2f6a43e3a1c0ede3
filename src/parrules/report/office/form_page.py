"""The first sheet of a form, row by row: what is asked, the rule's words, and the cells that are filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from parrules.methodology.model import Criterion
from parrules.report.office.form_input import (
    INPUT,
    Lists,
    handed_words,
    number_format,
    score_validation,
    validation,
    wanted_words,
)
from parrules.report.office.form_plan import FormRow
from parrules.report.office.words import office
from parrules.report.office.workbook import Book, height_of
from parrules.report.spelling import plain
from parrules.syntax.keywords import Spelling
from parrules.syntax.respelling import respelled
from parrules.text.source import column_letters
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

COLUMNS = ("code", "title", "maximum", "rule", "value", "score", "document", "page", "justification", "note")
"""The columns of the form, behind the hidden one; a hidden row says which is which."""

_WIDTHS = dict(zip(COLUMNS, (8, 46, 8, 44, 15, 10, 24, 8, 26, 18), strict=True))
_HEADS = {"title": "criterion"}
_PROOF = ("document", "page", "justification", "note")
_SCORE = 1 + COLUMNS.index("score")
_GREY, _SECTION, _HEAD = "#E3E3E3", "#EEF2F6", "#D9E2EC"


class FormPage:
    """Writes the sheet from top to bottom. names: of the sheets of tables; titles: of figures and tables, by name.

    spelling: in which the rules are written.
    """

    def __init__(
        self,
        book: Book,
        page: Worksheet,
        lists: Lists,
        names: Mapping[str, str],
        titles: Mapping[str, str],
        spelling: Spelling,
        language: Language,
    ) -> None:
        self.book, self.page, self.lists, self.language = book, page, lists, language
        self.spelling: Spelling = spelling
        self.names, self.titles = names, titles
        self.at = self.sections = 0
        self.rows_of: dict[str, int] = {}

    def write(self, id: str, above: Sequence[str], rows: Sequence[FormRow]) -> None:
        """above: the lines over the table, the title first."""
        for at, words in enumerate(above):
            look: dict[str, Any] = {"bold": at < 2, "italic": at == len(above) - 1, "font_size": 11 if at else 14}
            self.book.text(self.page, self.at, 1, words, **look)
            self.at += 1
        self.page.set_row(0, 21)
        self._headings(id)
        first = self.at
        for row in rows:
            self._row(row)
            self.at += 1
        self._sums([row.criterion for row in rows if row.criterion is not None])
        self._settings(first)

    def _headings(self, id: str) -> None:
        """The hidden row that says what each column is, whatever its heading says; and the headings."""
        for at, words in enumerate((id, *COLUMNS)):
            self.book.text(self.page, self.at, at, words)
        self.page.set_row(self.at, None, None, {"hidden": True})
        self.at += 1
        head = {"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}
        words_of = {name: office(f"form.{_HEADS.get(name, name)}", self.language) for name in COLUMNS}
        self.book.text(self.page, self.at, 0, "head")
        for at, words in enumerate(words_of.values(), start=1):
            self.book.text(self.page, self.at, at, words, bg_color=_HEAD, **head)
        self.page.set_row(self.at, height_of((words, _WIDTHS[name] * 0.8) for name, words in words_of.items()))
        self.at += 1

    def _settings(self, first: int) -> None:
        page = self.page
        page.freeze_panes(first, 3)
        page.repeat_rows(first - 1)
        page.print_area(0, 1, self.at, len(COLUMNS))
        page.set_column(0, 0, None, None, {"hidden": True})
        for at, width in enumerate(_WIDTHS.values(), start=1):
            page.set_column(at, at, width)
        page.protect("", {"format_cells": True, "format_columns": True, "format_rows": True})

    def _row(self, row: FormRow) -> None:
        texts, filled, style = self._content(row)
        self.book.text(self.page, self.at, 0, row.id)
        if row.criterion is not None:
            self.rows_of[row.criterion.code] = self.at
        for at, name in enumerate(COLUMNS, start=1):
            look = {"border": 1, "text_wrap": True, **style}
            if name in ("code", "page", "maximum"):
                look["align"] = "center"
            if name == "title" and row.depth:
                look["indent"] = row.depth
            if name in filled:
                self._input(row, name, at, {**look, "bg_color": INPUT, "locked": False, "italic": False})
            elif name == "maximum" and row.criterion is not None:
                self.book.number(self.page, self.at, at, row.criterion.maximum, **look)
            else:
                self.book.text(self.page, self.at, at, texts.get(name, ""), num_format="@", **look)
        heights = ((text, _WIDTHS[name] * 0.95 - (row.depth if name == "title" else 0)) for name, text in texts.items())
        self.page.set_row(self.at, max(20, height_of(heights)))

    def _content(self, row: FormRow) -> tuple[dict[str, str], tuple[str, ...], dict[str, Any]]:
        """What stands in a row, which of its cells are filled in, and how it looks."""
        language = self.language
        if row.asks == "section":
            self.sections += 1
            words = office(f"form.{row.id.replace(':', '_')}", language)
            return {"title": f"{column_letters(self.sections - 1)}. {words}"}, (), {"bold": True, "bg_color": _SECTION}
        if row.figure is not None:
            told = wanted_words(row.figure, language)
            return {"title": self.titles[row.figure.name], "rule": told}, ("value", *_PROOF), {"italic": True}
        if row.table is not None:
            told = office("form.records", language, sheet=self.names[row.table.name])
            return {"title": self.titles[row.table.name], "rule": told}, ("value", *_PROOF), {"italic": True}
        assert row.criterion is not None
        one = row.criterion
        texts = {"code": one.code, "title": one.title.said(language), "rule": self._rule(row, one)}
        if row.waits:
            texts["score"] = office("form.waits", language, stage=row.waits)
            return texts, (), {"bg_color": _GREY, "font_color": "#555555", "bold": bool(one.children)}
        return texts, () if one.children else ("score", *_PROOF), {"bold": bool(one.children)}

    def _rule(self, row: FormRow, one: Criterion) -> str:
        """The condition under which it applies, the rule in its author's words, and where its evidence was asked."""
        pieces: list[str] = []
        if one.applies:
            pieces.append(
                office("form.applies", self.language, condition=self._spelled(" ".join(one.applies.split()), False))
            )
        if one.judged is not None:
            pieces.append(office("form.judged", self.language, by=one.judged.by))
            if one.judged.step is not None:
                pieces.append(office("form.step", self.language, step=plain(one.judged.step, self.language)))
        if one.score:
            pieces.append(self._spelled(one.score.strip(), True))
        if row.also:
            names = "; ".join(self.titles[name] for name in row.also)
            pieces.append(office("form.also", self.language, names=names))
        return "\n".join(pieces)

    def _spelled(self, text: str, is_program: bool) -> str:
        """The rule's words as the reader of the form spells them, whichever way its author did."""
        if self.spelling == self.language:
            return text
        return respelled(text, self.spelling, self.language, is_program=is_program)

    def _input(self, row: FormRow, name: str, at: int, look: dict[str, Any]) -> None:
        where = f"{column_letters(at)}{self.at + 1}"
        takes: dict[str, Any] | None = None
        look = {**look, "bold": False, "num_format": "@"}
        if name == "value" and row.figure is not None:
            look |= {"num_format": number_format(row.figure.kind), "align": "center"}
            takes = validation(row.figure, where, self.lists, self.language)
        elif name == "value":
            told = office("form.handed_told", self.language)
            takes = {"validate": "list", "source": self.lists.of(handed_words(self.language)), "input_message": told}
        elif name == "score" and row.criterion is not None:
            look |= {"num_format": "General", "align": "center"}
            takes = score_validation(row.criterion, where, self.language)
        self.book.text(self.page, self.at, at, "", **look)
        if takes is not None:
            self.page.data_validation(where, takes)

    def _sums(self, criteria: Sequence[Criterion]) -> None:
        """The sum of the self-scores where a criterion is the sum of those below it, and at the end the total."""
        column = column_letters(_SCORE)
        strong = {"bold": True, "border": 1, "align": "center"}

        def write(at: int, below: Sequence[Criterion], style: dict[str, Any]) -> None:
            cells = ",".join(f"{column}{self.rows_of[one.code] + 1}" for one in below)
            formula = f'=IF(COUNT({cells})=0,"",SUM({cells}))'
            self.page.write_formula(at, _SCORE, formula, self.book.style(**style), "")

        for one in criteria:
            plain_sum = one.combine == "sum" and one.rescale_to is None and all(x.weight == 1 for x in one.children)
            if one.children and plain_sum and len(one.children) <= 200:
                write(self.rows_of[one.code], one.children, {**strong, "valign": "top"})
        tops = [one for one in criteria if one.depth == min(each.depth for each in criteria)]
        for at, name in enumerate(COLUMNS, start=1):
            words = office("form.total", self.language) if name == "title" else ""
            self.book.text(self.page, self.at, at, words, bg_color=_SECTION, bold=True, border=1)
        if len(tops) <= 200 and all(one.weight == 1 for one in tops):
            write(self.at, tops, {**strong, "bg_color": _SECTION})
