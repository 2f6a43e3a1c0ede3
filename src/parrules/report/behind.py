"""The records behind a score, as the ledger and the story show them: the first of them, and how many more there are."""

from __future__ import annotations

from parrules.report.phrases import entry_words, reason_words
from parrules.report.spelling import brief, signed
from parrules.report.words import said, titled
from parrules.scoring.sheet import Entry, Line, RecordBehind, RecordsBehind
from parrules.text.spelling import Language

MOST = 20
"""So many records of one table are shown; the receipt has more."""


def behind_lines(line: Line, language: Language) -> list[tuple[int, str]]:
    """Each line with how deep it stands: a heading for every table, and below it the records one by one or in a row.

    Where not all are shown, what was asked for stands below in the author's words.
    """
    lines: list[tuple[int, str]] = []
    for one in line.behind:
        shown = one.records[:MOST]
        if one.way == "each":
            lines.append((0, _heading(one, line, language)))
            lines += [(1, _scored(record, language)) for record in shown]
            if one.total > len(shown):
                lines.append((1, said("behind.more", language, count=str(one.total - len(shown)))))
        else:
            names = [_named(record, one, language) for record in shown]
            if one.total > len(shown):
                names.append(said("behind.more", language, count=str(one.total - len(shown))))
            lines.append((0, f"{_heading(one, line, language)}: {', '.join(names)}"))
            if one.words and one.total > len(shown):  # too many to see from them what they have in common
                lines.append((1, one.words))
    return lines


def _heading(one: RecordsBehind, line: Line, language: Language) -> str:
    read = next((each for each in line.evidence if each.name == one.table), None)
    title = titled(read.title_vi, read.title_en, language) if read is not None else ""
    number = "one" if one.total == 1 else "many"
    given = {"table": title or one.table, "count": str(one.total)}
    if one.way == "each":
        words = said(f"behind.each_{number}", language, **given)
    else:
        words = said(f"behind.counted_{number}", language, **given)
    return f"{one.name}: {words}" if one.name else words


def _record(record: RecordBehind, language: Language) -> str:
    return record.id or said("source.row", language, row=str(record.row))


def _named(record: RecordBehind, one: RecordsBehind, language: Language) -> str:
    """A record that counts; with what it brings in, where that is not simply one."""
    name = _record(record, language)
    if one.way in ("sum", "mean") and record.worth is not None:
        name += f" ({brief(record.worth, language)})"
    return said("behind.perhaps", language, record=name) if record.perhaps else name


def _scored(record: RecordBehind, language: Language) -> str:
    """A record that was scored by itself, with its ledger."""
    name = (
        said("behind.perhaps", language, record=_record(record, language))
        if record.perhaps
        else _record(record, language)
    )
    score = "–" if record.worth is None else brief(record.worth, language)
    entries = "; ".join(_entry(entry, language) for entry in record.entries)
    return f"{name}: {score}" + (f" = {entries}" if entries else "")


def _entry(entry: Entry, language: Language) -> str:
    words = f"{signed(entry.amount, language)} {entry_words(entry, None, language)}"
    return f"{words} ({reason_words(entry.reason, language)})" if entry.reason is not None else words
