"""The words for what is different between two editions: the same in a terminal and in Markdown."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from parrules.methodology.difference.records import (
    CriterionChange,
    Difference,
    Facet,
    PartChange,
    Said,
    Values,
    Worth,
)
from parrules.methodology.model import Methodology, ParameterValue, Title
from parrules.report.columns import visible
from parrules.report.spelling import plain, quantity, signed
from parrules.report.words import said, titled
from parrules.scoring.sheet import Sheet
from parrules.standing.effects import Effect, Line, Through
from parrules.text.diagnostic import KindWord
from parrules.text.spelling import Language, day
from parrules.text.wording import spelled
from parrules.values.kinds import Kind
from parrules.values.ranges import Range

MARKS = {"added": "+", "dropped": "−", "changed": "~", "moved": "~", "renumbered": "~", "renamed": "~"}


def edition_words(one: Methodology, language: Language) -> str:
    """`Title (name, edition 2024), 2024-01-01 to 2024-12-31`."""
    title = titled(one.title.vi, one.title.en, language)
    key = "difference.edition" if one.valid_to is not None else "difference.edition_open"
    end = day(one.valid_to, language) if one.valid_to is not None else ""
    start = day(one.valid_from, language)
    return said(key, language, title=visible(title), name=one.name, edition=one.edition, start=start, end=end)


def criterion_words(one: CriterionChange, language: Language) -> str:
    """`2.3 → 2.4 On time: moved`; what is new or gone says what it carries."""
    codes = one.new or one.old if one.old == one.new or not (one.old and one.new) else f"{one.old} → {one.new}"
    title = visible(titled(one.title.vi, one.title.en, language))
    key = f"difference.criterion_{one.kind}"
    return said(key, language, code=codes, title=title, maximum=plain(one.maximum, language))


def part_words(one: PartChange, language: Language) -> str:
    """`figure signed (Share of documents signed): new`."""
    names = one.new or one.old if one.old == one.new or not (one.old and one.new) else f"{one.old} → {one.new}"
    title = visible(titled(one.title.vi, one.title.en, language))
    name = f"{names} ({title})" if title and title != names else names
    part = said(f"difference.part_{one.part}", language)
    words = part if one.part == "ranking" else f"{part} {name}"
    return said(f"difference.named_{one.kind}", language, name=words)


def facet_name(one: Facet, language: Language) -> str:
    return said(f"difference.facet_{one.what}", language)


def sides_words(one: Facet, language: Language) -> tuple[str, str]:
    """Both sides; of a title in two languages the one that is read here, where that is what changed."""
    old, new = one.old, one.new
    if isinstance(old, Title) and isinstance(new, Title):
        read = [titled(side.vi, side.en, language) for side in (old, new)]
        if read[0] != read[1]:
            return visible(read[0]), visible(read[1])
    return side_words(old, language), side_words(new, language)


def side_words(value: Said, language: Language) -> str:
    """What was or is said, as people read it."""
    match value:
        case None | "" | ():
            return said("difference.nothing", language)
        case bool():
            return said("value.yes" if value else "value.no", language)
        case str():
            return visible(value)
        case int() | Fraction():
            return plain(value, language)
        case date():
            return day(value, language)
        case Title():
            return visible(f"{value.vi} / {value.en}" if value.en else value.vi)
        case tuple():
            return visible(", ".join(value))
        case Kind():
            words = spelled(KindWord(value.name, value.unit), language)
            return f"{words}: {', '.join(value.options)}" if value.options else words
        case Worth():
            return quantity(value.value, value.kind, language)
        case Values():
            return "; ".join(_value(one, value.kind, language) for one in value.values)


def _value(one: ParameterValue, kind: Kind, language: Language) -> str:
    worth = quantity(one.value, kind, language)
    start = day(one.valid_from, language) if one.valid_from else "…"
    end = day(one.valid_to, language) if one.valid_to else "…"
    return worth if start == end == "…" else f"{worth} ({start} – {end})"


def through_words(one: Through | Line, language: Language) -> str:
    """`2.1`, `2.1 → 2.3`, or what was done to a sum."""
    code = one.new or one.old
    codes = f"{one.old} → {one.new}" if one.old and one.new and one.old != one.new else code
    if one.way == "adjustment":
        return said("compare.adjustment" if code else "compare.adjustment_total", language, code=codes)
    if not one.new or not one.old:
        return f"{codes} ({said('difference.gone' if not one.new else 'difference.new', language)})"
    return codes


def title_of(one: Line, found: Difference, language: Language) -> str:
    """The title of the criterion; empty for what was done to the total."""
    methodology = found.new if one.new else found.old
    criteria = {each.code: each.title for each in methodology.every_criterion()}
    title = criteria.get(one.new or one.old)
    return "" if title is None else visible(titled(title.vi, title.en, language))


def effect_words(one: Effect, language: Language) -> str:
    """Through what a body gains and loses: `2.1 +1; 3 −0.5`; and its class, where that changes."""
    settled = [each for each in one.through if not isinstance(each.change, Range)]
    words = [f"{through_words(each, language)} {signed(each.change, language)}" for each in settled]
    if len(settled) < len(one.through):  # while evidence is missing, nobody can say through what
        words.append(said("difference.rest_open", language))
    if one.old.classes != one.new.classes:
        given = said("difference.class_change", language, old=_class(one.old, language), new=_class(one.new, language))
        words.append(given)
    return "; ".join(words)


def _class(sheet: Sheet, language: Language) -> str:
    return " / ".join(sheet.classes) or said("difference.nothing", language)
