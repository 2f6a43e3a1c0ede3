"""The ledger of each criterion, folded until it is asked for: every entry with its amount and the running score."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.report.behind import behind_lines
from parrules.report.entry_lines import details_of
from parrules.report.html import numbers
from parrules.report.html.markup import Child, Markup, tag, together
from parrules.report.html.score_table import anchor
from parrules.report.html.tables import Head, listed, pairs, section, table
from parrules.report.html.words import page_said
from parrules.report.ledger import decided_words, facts, labelled, left_out_words, loss_in_line
from parrules.report.ledger import source_words as source
from parrules.report.phrases import entry_words, evidence_title, evidence_words, waits_for
from parrules.report.spelling import amount, quantity
from parrules.report.table import class_row
from parrules.report.words import said, titled
from parrules.scoring.sheet import Entry, Line, Sheet
from parrules.text.spelling import Language
from parrules.values.ranges import Range


def ledgers_section(sheet: Sheet, language: Language) -> Markup:
    """All criteria of a sheet, one below the other."""
    about = tag("p", page_said("ledgers_about", language), class_="about screen")
    ledgers = [_ledger(one, language) for one in sheet.lines]
    return section("ledgers", page_said("ledgers", language), about, *ledgers, _of_total(sheet, language))


def _of_total(sheet: Sheet, language: Language) -> Markup:
    """How the total came about, and which rows led to the class."""
    summary = tag("summary", tag("span", said("sheet.total", language), class_="name"))
    classes = [class_row(one, language) for one in sheet.class_entries]
    entries = _entries(sheet.total_entries, None, language)
    return tag("details", summary, tag("div", entries, _part("sheet.class", classes, language)))


def _ledger(line: Line, language: Language) -> Markup:
    title = titled(line.title_vi, line.title_en, language)
    summary = tag(
        "summary",
        tag("span", said("ledger.head", language, code=line.code, title=title), class_="name"),
        tag("span", " · ".join(facts(line, language)), class_="facts"),
    )
    outside = tag("p", said("ledger.outside", language)) if line.outside_scale else None
    parts = [
        _how(line, language),
        _part("ledger.decided", decided_words(line, language), language),
        _behind(line, language),
        _quantities(line, language),
        _evidence(line, language),
        _lost(line, language),
        _part("ledger.missing", list(waits_for(line, language, named=True).values()), language),
    ]
    return tag("details", summary, tag("div", outside, pairs(labelled(line, language)), *parts, id=anchor(line)))


def _how(line: Line, language: Language) -> Markup:
    if line.status == "left_out":
        return together(tag("p", words) for words in left_out_words(line, language))
    return _entries(line.entries, line, language)


def _entries(entries: Sequence[Entry], line: Line | None, language: Language) -> Markup:
    title = said("ledger.entries", language)
    if not entries:
        return together([tag("h3", title), tag("p", said("ledger.no_entries", language))])
    heads = [
        Head(said("ledger.change", language), number=True),
        Head(said("ledger.running", language), number=True),
        Head(said("ledger.content", language)),
    ]
    columns = zip(
        entries,
        numbers.changes([entry.amount for entry in entries], language),
        numbers.column([entry.running for entry in entries], language),
        strict=True,
    )
    rows = [
        tag("tr", numbers.cell(change), numbers.cell(running), tag("td", _words(entry, line, language)))
        for entry, change, running in columns
    ]
    return together([tag("h3", title), table(title, heads, rows)])


def _words(entry: Entry, line: Line | None, language: Language) -> Markup:
    author = tag("span", entry_words(entry, line, language))
    return together([author, *(tag("small", one) for one in details_of(entry, line, language))])


def _behind(line: Line, language: Language) -> Markup | None:
    lines = behind_lines(line, language)
    if not lines:
        return None
    found = [tag("li", words, class_="below" if deep else None) for deep, words in lines]
    return together([tag("h3", said("ledger.behind", language)), tag("ul", *found)])


def _quantities(line: Line, language: Language) -> Markup | None:
    if not line.named:
        return None
    named = [(one.role, quantity(one.value, one.kind, language)) for one in line.named]
    return together([tag("h3", said("ledger.quantities", language)), pairs(named)])


def _evidence(line: Line, language: Language) -> Markup | None:
    if not line.evidence:
        return None
    found: list[tuple[str, Child]] = []
    for one in line.evidence:
        place = source(one, language)
        value = tag("span", evidence_words(one, language))
        found.append((evidence_title(one, language), together([value, tag("small", place) if place else None])))
    return together([tag("h3", said("ledger.evidence", language)), pairs(found)])


def _lost(line: Line, language: Language) -> Markup | None:
    if line.status == "left_out" or line.outside_scale:
        return None
    title = tag("h3", said("ledger.lost_title", language))
    if isinstance(line.score, Range) or isinstance(line.applicable, Range) or line.score is None:
        return together([title, tag("p", said("ledger.lost_open", language))])
    if not line.lost:
        return together([title, tag("p", said("ledger.lost_none", language))])
    total = sum((loss.amount for loss in line.lost), start=0)
    *shown, last = numbers.column([*(loss.amount for loss in line.lost), total], language)
    rows = [
        tag("tr", numbers.cell(cell), tag("td", loss_in_line(loss, line, language)))
        for loss, cell in zip(line.lost, shown, strict=True)
    ]
    given = {"applicable": amount(line.applicable, language), "score": amount(line.score, language)}
    foot = tag("tr", numbers.cell(last), tag("td", said("ledger.lost_sum", language, **given)))
    heads = [Head(said("sheet.lost", language), number=True), Head(said("lost.column_why", language))]
    return together([title, table(said("ledger.lost_title", language), heads, rows, foot)])


def _part(key: str, words: list[str], language: Language) -> Markup | None:
    return together([tag("h3", said(key, language)), listed(words)]) if words else None
