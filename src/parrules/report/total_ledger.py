"""How a body's total and class came about: the page that closes the ledgers of its criteria."""

from __future__ import annotations

from dataclasses import replace

from parrules.report.columns import wrapped
from parrules.report.entry_lines import details_of, entry_lines
from parrules.report.phrases import row_words
from parrules.report.spelling import brief, brief_index
from parrules.report.table import class_row, classes_words, printed_words
from parrules.report.words import said
from parrules.scoring.sheet import Sheet
from parrules.text.spelling import Language


def total_ledger(sheet: Sheet, language: Language, width: int = 80) -> str:
    """The criteria that the total consists of and what changed it after them, the index, the class and its rows."""
    parts = [_heading(sheet, language, width)]
    if sheet.assessed:
        parts += [entry_lines(sheet.total_entries, None, language, width), _class(sheet, language, width)]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _heading(sheet: Sheet, language: Language, width: int) -> list[str]:
    lines = [said("sheet.total", language), "─" * width]
    if not sheet.assessed:
        return [*lines, *wrapped(said("sheet.not_assessed", language), width)]
    facts = [said("ledger.maximum", language, maximum=brief(sheet.applicable, language))]
    if sheet.total is not None:
        facts.append(said("ledger.score", language, score=brief(sheet.total, language)))
    if sheet.index is not None:
        facts.append(f"{said('sheet.index', language)}: {brief_index(sheet.index, language)}")
    lines += wrapped(" · ".join(facts), width)
    if sheet.printed_total is not None:
        words = printed_words(sheet.printed_total, sheet.total, language)
        lines += wrapped(words, width, f"{said('sheet.printed', language)}: ", "  ")
    return lines


def _class(sheet: Sheet, language: Language, width: int) -> list[str]:
    """The class, and each row that had a part in it, with its reason and its line in the rule file."""
    if not sheet.classes:
        return []
    lines = wrapped(classes_words(sheet.classes, language), width, f"{said('sheet.class', language)}: ", "  ")
    for entry in sheet.class_entries:
        row = replace(entry, words=row_words(entry))  # its reason stands below it
        lines += wrapped(class_row(row, language), width, "  ", "    ")
        for detail in details_of(replace(entry, parts=()), None, language):  # a quota's parts stand in its row
            lines += wrapped(detail, width, "    ", "    ")
    return lines
