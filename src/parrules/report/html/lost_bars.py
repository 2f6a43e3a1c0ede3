"""Where points were lost, as bars: by criterion, by the office that answers, by cause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parrules.report.html import numbers
from parrules.report.html.charts import bar, scale_of
from parrules.report.html.markup import Markup, tag, together
from parrules.report.html.tables import Head, listed, section, table
from parrules.report.html.words import page_said
from parrules.report.lost_table import causes_words, open_words, to_regain_words
from parrules.report.lost_words import cause_words
from parrules.report.spelling import brief
from parrules.report.words import said, titled
from parrules.standing.lost import Lost, summed
from parrules.text.spelling import Language
from parrules.values.numbers import Exact


@dataclass(frozen=True, slots=True)
class _Row:
    """What was lost in one place. words: where; below: more about it, in small letters; bodies: how many lost there."""

    amount: Exact
    words: str
    below: tuple[str, ...] = ()
    bodies: int | None = None


def lost_section(found: Lost, language: Language) -> Markup:
    """Of one body, or of all of a round together."""
    title = page_said("lost", language)
    waiting = _waiting(found, language)
    parts: list[Markup | None] = []
    if found.criteria:
        parts = [tag("p", to_regain_words(found, language)), _criteria(found, language)]
        parts += [_sums(found, "office", language), _sums(found, "cause", language)]
    elif not waiting:
        parts = [tag("p", said("lost.nothing", language))]
    if waiting:
        parts += [tag("h3", said("lost.open", language)), listed(waiting)]
    return section("lost", title, *parts)


def _waiting(found: Lost, language: Language) -> list[str]:
    """What is open, for one body one by one; of a round, in how many criteria."""
    if len(found.bodies) == 1 or not found.still_open:
        return open_words(found.still_open, language)
    bodies = len({one.sheet.body for one in found.still_open})
    given = {"count": str(len(found.still_open)), "bodies": str(bodies)}
    return [page_said("open_in_round", language, **given)]


def _criteria(found: Lost, language: Language) -> Markup:
    rows = _of_round(found, language) if len(found.bodies) > 1 else _of_body(found, language)
    return _bars(page_said("lost", language), said("lost.column_title", language), rows, language)


def _of_body(found: Lost, language: Language) -> list[_Row]:
    return [
        _Row(
            one.amount,
            f"{one.line.code}. {titled(one.line.title_vi, one.line.title_en, language)}",
            tuple(words for words in (causes_words(one, language), one.office) if words),
        )
        for one in found.criteria
    ]


def _of_round(found: Lost, language: Language) -> list[_Row]:
    lines = {line.code: line for body in found.bodies for line in body.sheet.lines}
    offices = {part.code: part.office for part in found.parts}
    rows = []
    for code, amount, bodies in summed(found.parts, "code"):
        line = lines.get(code)
        title = f"{code}. {titled(line.title_vi, line.title_en, language)}" if line else ""
        office = (offices[code],) if offices.get(code) else ()
        rows.append(_Row(amount, title or said("lost.of_total", language), office, bodies))
    return rows


def _sums(found: Lost, key: str, language: Language) -> Markup | None:
    """What each office, or each cause, comes to; nothing where none is named."""
    sums = summed(found.parts, key)
    if key == "office" and not any(name for name, _, _ in sums):
        return None
    several = len(found.bodies) > 1
    rows = []
    for name, amount, bodies in sums:
        words = cause_words(name, language) if key == "cause" else name or said("lost.no_office", language)
        rows.append(_Row(amount, words, (), bodies if several else None))
    title = page_said(f"lost_by_{key}", language)
    return together([tag("h3", title), _bars(title, said(f"lost.column_{key}", language), rows, language)])


def _bars(caption: str, what: str, rows: Sequence[_Row], language: Language) -> Markup:
    counted = any(row.bodies is not None for row in rows)
    heads = [Head(what), Head(said("lost.column_lost", language), number=True)]
    heads += [Head(said("lost.column_bodies", language), number=True)] if counted else []
    heads.append(Head(page_said("drawn", language), drawn=True))
    scale = scale_of(row.amount for row in rows)
    shown = numbers.column([row.amount for row in rows], language)
    made = []
    for row, cell in zip(rows, shown, strict=True):
        kind = "lost" if row.amount > 0 else "value"
        drawn = bar(row.amount, scale, f"{row.words}: {brief(row.amount, language)}", kind=kind)
        name = tag("th", tag("span", row.words), *(tag("small", one) for one in row.below), scope="row")
        bodies = numbers.cell(str(row.bodies)) if row.bodies is not None else None
        made.append(tag("tr", name, numbers.cell(cell), bodies, tag("td", drawn, class_="drawn")))
    return table(caption, heads, made)
