"""What is different between two editions as Markdown, for a report or a discussion: old row beside new row."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.methodology.difference.records import Difference, Facet, RowChange
from parrules.report.difference.text import not_carried_words
from parrules.report.difference.words import (
    criterion_words,
    edition_words,
    effect_words,
    facet_name,
    part_words,
    sides_words,
    through_words,
    title_of,
)
from parrules.report.spelling import brief, signed
from parrules.report.words import said
from parrules.standing.carried import NotCarried
from parrules.standing.effects import Effect, lines_of
from parrules.text.spelling import Language

_SPECIAL = "\\`*_{}[]<>#|"


def difference_markdown(
    found: Difference, language: Language, effects: Sequence[Effect] = (), not_carried: Sequence[NotCarried] = ()
) -> str:
    """Headings of depth 2 and 3, and tables with the old beside the new."""
    parts = [f"## {said('difference.heading_plain', language)}"]
    editions = (("A", found.old), ("B", found.new))
    parts.append("\n".join(f"- **{letter}**: {_plain(edition_words(one, language))}" for letter, one in editions))
    if found.is_none:
        parts.append(said("difference.same", language))
    own = ("methodology", "edition", "valid_from", "valid_to")
    whole = _sides([one for one in found.facets if one.what not in own], found.class_rows, language)
    parts += _section("whole", [whole] if whole else [], language)
    criteria = [
        _named(criterion_words(one, language), _sides(one.facets, (*one.rows, *one.class_rows), language))
        for one in found.criteria
    ]
    parts += _section("criteria", criteria, language)
    others = [_named(part_words(one, language), _sides(one.facets, (), language)) for one in found.parts]
    parts += _section("parts", others, language)
    if effects:
        parts += [f"### {said('difference.effects', language)}", _bodies(effects, language)]
        parts += [f"### {said('difference.lines', language)}", _lines(effects, found, language)]
    if not_carried:
        parts.append(_plain(not_carried_words(not_carried, language)))
    return "\n\n".join(parts) + "\n"


def _section(key: str, blocks: list[str], language: Language) -> list[str]:
    return [f"### {said(f'difference.section_{key}', language)}", *blocks] if blocks else []


def _named(words: str, table: str) -> str:
    return f"**{_plain(words)}**" + (f"\n\n{table}" if table else "")


def _sides(facets: Sequence[Facet], rows: Sequence[RowChange], language: Language) -> str:
    """What is said, old beside new; a row of a program as code."""
    cells = [
        (_plain(facet_name(one, language)), *(_plain(side) for side in sides_words(one, language))) for one in facets
    ]
    cells += [("", _code(row.old), _code(row.new)) for row in rows]
    return _table(("", "A", "B"), cells) if cells else ""


def _bodies(effects: Sequence[Effect], language: Language) -> str:
    heads = (said("round.body", language), "A", "B", said("compare.change", language))
    cells = []
    for one in effects:
        totals = ["–" if total is None else brief(total, language) for total in (one.old.total, one.new.total)]
        change = "–" if one.change is None else signed(one.change, language)
        name = _plain(one.new.body_name or one.new.body)
        cells.append((name, *totals, change, _plain(effect_words(one, language))))
    return _table((*heads, said("difference.through", language)), cells)


def _lines(effects: Sequence[Effect], found: Difference, language: Language) -> str:
    heads = [said(key, language) for key in ("sheet.code", "sheet.criterion")]
    heads += [said(f"difference.{key}", language) for key in ("gain", "lose", "open")]
    cells = [
        (
            _plain(through_words(one, language)),
            _plain(title_of(one, found, language)),
            *(str(count) for count in (one.gain, one.lose, one.open)),
        )
        for one in [one for one in lines_of(effects) if one.gain or one.lose]
    ]
    return _table(heads, cells)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _plain(text: str) -> str:
    """Text in which no sign means something else to Markdown."""
    return "".join(f"\\{letter}" if letter in _SPECIAL else letter for letter in text)


def _code(text: str) -> str:
    """A row of a program as code in a cell; a fence longer than any run of backticks in it."""
    if not text:
        return ""
    fence = "`" * (max((len(run) for run in "".join(c if c == "`" else " " for c in text).split()), default=0) + 1)
    inside = f" {text} " if text.startswith("`") or text.endswith("`") else text
    return f"{fence}{inside.replace('|', chr(92) + '|')}{fence}"
