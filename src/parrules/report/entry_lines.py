"""Entries of a ledger as an account page shows them: the change, the running score, and what the entry consists of."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.report.columns import right, visible, width_of, wrapped
from parrules.report.phrases import entry_words, parts_words, reason_words
from parrules.report.spelling import brief, places_of, signed
from parrules.report.words import said
from parrules.scoring.sheet import Entry, Line
from parrules.text.spelling import Language


def entry_lines(entries: Sequence[Entry], line: Line | None, language: Language, width: int) -> list[str]:
    """A line an entry, what it consists of below it. line: the criterion; None where they make up the total."""
    title = said("ledger.entries", language)
    if not entries:
        return [title, *wrapped(said("ledger.no_entries", language), width, "  ", "  ")]
    amounts, runnings = (places_of(one) for one in zip(*((one.amount, one.running) for one in entries), strict=True))
    changes = [signed(entry.amount, language, amounts) for entry in entries]
    running = [brief(entry.running, language, runnings) for entry in entries]
    heads = [said("ledger.change", language), said("ledger.running", language)]
    wide = [max(map(width_of, [head, *cells])) for head, cells in zip(heads, (changes, running), strict=True)]
    blank = " " * (2 + wide[0] + 2 + wide[1] + 2)
    lines = [title, f"  {right(heads[0], wide[0])}  {right(heads[1], wide[1])}  {said('ledger.content', language)}"]
    lines.append("  " + "─" * (width - 2))
    for entry, change, after in zip(entries, changes, running, strict=True):
        start = f"  {right(change, wide[0])}  {right(after, wide[1])}  "
        lines += wrapped(entry_words(entry, line, language), width, start, blank)
        for detail in details_of(entry, line, language):
            lines += wrapped(detail, width, blank + "  ", blank + "  ")
    return lines


def details_of(entry: Entry, line: Line | None, language: Language) -> list[str]:
    """What stands below an entry: its parts, its place in its table and in the file, its reason."""
    details = []
    if entry.parts:
        details.append(parts_words(entry.parts, language))
    if entry.reason is not None:
        details.append(said("ledger.because", language, reason=reason_words(entry.reason, language)))
    where = []
    if entry.rows > 1:
        where.append(said("parts.row", language, row=str(entry.row), rows=str(entry.rows)))
    if entry.line:
        where.append(rule_line(entry.line, line, language))
    if where:
        details.append(", ".join(where))
    if entry.perhaps:
        details.append(said("parts.perhaps", language))
    return details


def rule_line(number: int, line: Line | None, language: Language) -> str:
    """Where a row stands: in the rule file, or in the one that it extends."""
    if line is not None and line.rule_file:
        return said("parts.rule_line_of", language, line=str(number), file=visible(line.rule_file))
    return said("parts.rule_line", language, line=str(number))
