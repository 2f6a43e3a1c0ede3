"""What is different between two editions, for a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parrules.methodology.difference.records import CriterionChange, Difference, Facet, RowChange
from parrules.report.colour import Colour, coloured
from parrules.report.columns import wrapped
from parrules.report.difference.words import (
    MARKS,
    criterion_words,
    edition_words,
    effect_words,
    facet_name,
    part_words,
    sides_words,
    through_words,
    title_of,
)
from parrules.report.grid import GridColumn, GridRow, grid
from parrules.report.spelling import brief, places_of, signed
from parrules.report.words import said
from parrules.standing.carried import NotCarried
from parrules.standing.effects import Effect, lines_of
from parrules.text.spelling import Language


def difference_text(
    found: Difference,
    language: Language,
    width: int = 80,
    colour: bool = False,
    effects: Sequence[Effect] = (),
    not_carried: Sequence[NotCarried] = (),
) -> str:
    """The two editions, then what is other in criteria, evidence and the rest; with evidence, who gains and loses."""
    parts = ["\n".join(_heading(found, language, width))]
    if found.is_none:
        parts.append(said("difference.same", language))
    parts += ["\n".join(_section("whole", _whole(found, language, width, colour), language))]
    criteria = [line for one in found.criteria for line in _criterion(one, language, width, colour)]
    parts += ["\n".join(_section("criteria", criteria, language))]
    changes = [(MARKS[one.kind], part_words(one, language), one.facets) for one in found.parts]
    others = [line for one in changes for line in _part(*one, language=language, width=width, colour=colour)]
    parts += ["\n".join(_section("parts", others, language))]
    if effects:
        parts += [_bodies(effects, language, width, colour), _lines(effects, found, language, width, colour)]
    if not_carried:
        parts.append("\n".join(wrapped(not_carried_words(not_carried, language), width, "", "  ")))
    return "\n\n".join(part for part in parts if part) + "\n"


def not_carried_words(found: Sequence[NotCarried], language: Language) -> str:
    names = ", ".join(
        said("compare.not_carried_one", language, name=one.name, why=said(f"compare.why_{one.why}", language))
        for one in found
    )
    return said("difference.not_carried", language, names=names)


def _heading(found: Difference, language: Language, width: int) -> Iterator[str]:
    yield said("difference.heading", language)
    for letter, one in (("A", found.old), ("B", found.new)):
        yield from wrapped(edition_words(one, language), width, f"{letter}: ", "   ")


def _section(key: str, lines: list[str], language: Language) -> list[str]:
    return [said(f"difference.section_{key}", language), *lines] if lines else []


def _whole(found: Difference, language: Language, width: int, colour: bool) -> list[str]:
    shown = [one for one in found.facets if one.what not in ("methodology", "edition", "valid_from", "valid_to")]
    lines = [line for one in shown for line in _facet(one, language, width, "  ")]
    rows = [line for one in found.class_rows for line in _row(one, width, colour, "    ")]
    return [*lines, *([f"  {said('difference.class_rows', language)}"] if rows else []), *rows]


def _criterion(one: CriterionChange, language: Language, width: int, colour: bool) -> Iterator[str]:
    yield from _part(MARKS[one.kind], criterion_words(one, language), one.facets, language, width, colour)
    for row in one.rows:
        yield from _row(row, width, colour, "      ")
    if one.class_rows:
        yield f"      {said('difference.class_rows', language)}"
    for row in one.class_rows:
        yield from _row(row, width, colour, "        ")


def _part(
    mark: str, words: str, facets: Sequence[Facet], language: Language, width: int, colour: bool
) -> Iterator[str]:
    first, *rest = wrapped(words, width, f"  {mark} ", "    ")
    yield coloured(first, _COLOURS[mark], colour) if mark in _COLOURS else first
    yield from rest
    for one in facets:
        yield from _facet(one, language, width, "      ")


_COLOURS: dict[str, Colour] = {"+": "cyan", "−": "red"}


def _facet(one: Facet, language: Language, width: int, indent: str) -> list[str]:
    if one.what == "note":  # a paragraph each; Markdown and JSON have them whole
        return [f"{indent}{facet_name(one, language)}: {said('difference.changed', language)}"]
    old, new = sides_words(one, language)
    return wrapped(f"{facet_name(one, language)}: {old} → {new}", width, indent, indent + "  ")


def _row(row: RowChange, width: int, colour: bool, indent: str) -> Iterator[str]:
    """The old row, and under it the new one."""
    for mark, words in (("−", row.old), ("+", row.new)):
        for line in wrapped(words, width, f"{indent}{mark} ", f"{indent}    ") if words else ():
            yield coloured(line, _COLOURS[mark], colour)


def _bodies(effects: Sequence[Effect], language: Language, width: int, colour: bool) -> str:
    columns = [GridColumn(said("round.body", language), ratio=2)]
    columns += [GridColumn(letter, "right", keep=True) for letter in ("A", "B")]
    columns.append(GridColumn(said("compare.change", language), "right", keep=True))
    columns.append(GridColumn(said("difference.through", language), ratio=3))
    totals = places_of(total for one in effects for total in (one.old.total, one.new.total))
    rows = []
    for one in effects:
        cells = ["–" if total is None else brief(total, language, totals) for total in (one.old.total, one.new.total)]
        cells.append("–" if one.change is None else signed(one.change, language, totals))
        rows.append(GridRow((one.new.body_name or one.new.body, *cells, effect_words(one, language))))
    return said("difference.effects", language) + "\n" + grid(columns, rows, width, colour)


def _lines(effects: Sequence[Effect], found: Difference, language: Language, width: int, colour: bool) -> str:
    lines = [one for one in lines_of(effects) if one.gain or one.lose]
    if len(effects) < 2 or not lines:
        return ""
    columns = [GridColumn(said("sheet.code", language)), GridColumn(said("sheet.criterion", language), ratio=1)]
    columns += [GridColumn(said(f"difference.{key}", language), "right", keep=True) for key in ("gain", "lose", "open")]
    rows = [
        GridRow(
            (
                through_words(one, language),
                title_of(one, found, language),
                *(str(count) for count in (one.gain, one.lose, one.open)),
            )
        )
        for one in lines
    ]
    return said("difference.lines", language) + "\n" + grid(columns, rows, width, colour)
