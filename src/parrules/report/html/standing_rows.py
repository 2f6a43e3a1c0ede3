"""The table of a standing: place, change, body, what it is ranked by with a bar, and what else there is to say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parrules.report.html import numbers
from parrules.report.html.charts import Scale, bar, scale_of
from parrules.report.html.markup import Child, Markup, tag
from parrules.report.html.results import Results
from parrules.report.html.tables import Head, table
from parrules.report.html.words import page_said
from parrules.report.round_table import missing_in
from parrules.report.spelling import brief, signed, signed_index
from parrules.report.standing_table import INDEX, measured_words, place_words
from parrules.report.table import classes_words
from parrules.report.words import said
from parrules.standing.standing import Change, Ranked, Standing
from parrules.text.spelling import Language
from parrules.values.ranges import Range

Links = Mapping[str, str]
"""The page of each body, by its id; a body without one is not linked."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the table: its heading, and a cell a row."""

    head: Head
    cells: Sequence[Markup]


def standing_rows(
    caption: str,
    standing: Standing,
    rows: Sequence[Ranked],
    results: Results,
    links: Links,
    language: Language,
    own: str = "",
) -> tuple[Markup, int]:
    """The table, and how many columns it has."""
    columns = _columns(standing, rows, results, language)
    heads = [Head(said("standing.place", language), number=True), *(one.head for one in columns)]
    heads.insert(1 + _changed(standing), Head(said("round.body", language)))
    made = []
    for at, row in enumerate(rows):
        cells: list[Child] = [one.cells[at] for one in columns]
        cells.insert(_changed(standing), _name(row, links.get(row.body)))
        place = numbers.cell(place_words(row.place) + ("*" if row.perhaps else ""))
        is_own = row.body == own
        class_ = "own" if is_own else None
        made.append(tag("tr", place, *cells, class_=class_, aria_current="true" if is_own else None))
    return table(caption, heads, made), len(heads)


def _name(row: Ranked, link: str | None) -> Markup:
    name = row.body_name or row.body
    return tag("th", tag("a", name, href=link) if link else name, scope="row")


def _changed(standing: Standing) -> int:
    """How many columns of changes stand before the names."""
    return 1 if standing.against is not None else 0


def _columns(standing: Standing, rows: Sequence[Ranked], results: Results, language: Language) -> list[_Column]:
    """What there is to say of these bodies, first what they are ranked by."""
    sheets = [results.by_body[row.body] for row in rows]
    by = standing.by
    found: list[_Column] = []
    if standing.against is not None:
        found.append(_number(page_said("places", language), [_places(row.change, language) for row in rows]))
    whole = _whole(standing, results)
    drawn = [_drawing(standing, row, whole, language) for row in rows]
    values = numbers.column([row.value for row in rows], language)
    if by == INDEX:
        values = [numbers.ratio(row.value, language) for row in rows]
    head = Head(
        said("round.total" if by == "total" else "round.index" if by == INDEX else "standing.score", language), True
    )
    found += [_Column(head, [numbers.cell(one) for one in values]), _Column(_drawn_head(language), drawn)]
    if standing.against is not None:
        found.append(_number(page_said("points", language), _points(standing, rows, language)))
    if by != "total":
        found.append(_number(said("round.total", language), numbers.column([row.total for row in rows], language)))
    if any(sheet.printed_total is not None for sheet in sheets):
        printed = numbers.column([sheet.printed_total for sheet in sheets], language)
        found.append(_number(said("round.printed", language), printed))
    if by != INDEX and any(row.index is not None for row in rows):
        found.append(_number(said("round.index", language), [numbers.ratio(row.index, language) for row in rows]))
    if any(row.classes for row in rows):
        cells = [tag("td", classes_words(row.classes, language), class_="words") for row in rows]
        found.append(_Column(Head(said("round.class", language)), cells))
    missing = [len(missing_in(sheet, language)) for sheet in sheets]
    if any(missing):
        found.append(_number(said("round.missing", language), [numbers.number(one, language) for one in missing]))
    return found


def _number(words: str, cells: Sequence[Markup]) -> _Column:
    return _Column(Head(words, number=True), [numbers.cell(one) for one in cells])


def _drawn_head(language: Language) -> Head:
    return Head(page_said("drawn", language), drawn=True)


def _drawing(standing: Standing, row: Ranked, whole: Scale, language: Language) -> Markup:
    words = f"{row.body_name or row.body}: {measured_words(row.value, standing.by, language)}"
    return tag("td", bar(row.value, whole, words), class_="drawn")


def _whole(standing: Standing, results: Results) -> Scale:
    """From 0 to the maximum of an index or a total; of a criterion, to the best of all."""
    best = standing.statistics.best if standing.statistics else 0
    if standing.by == INDEX:
        return scale_of([best], 1)
    return scale_of([best, *(results.applicable if standing.by == "total" else ())])


def _points(standing: Standing, rows: Sequence[Ranked], language: Language) -> list[Markup]:
    points = [None if row.change is None else row.change.points for row in rows]
    if standing.by == INDEX:
        return [tag("span", "–") if one is None else numbers.exact(one, signed_index(one, language)) for one in points]
    return numbers.changes(points, language)


def _places(change: Change | None, language: Language) -> Markup:
    """The places gained: `▲ 2`, `▼ 1`, `=`; `new` where it was not ranked then."""
    if change is None or change.places is None:
        return tag("span", said("standing.new", language))
    return numbers.exact(change.places, moved_words(change, language))


def moved_words(change: Change, language: Language) -> str:
    """The places gained: `▲ 2`, `▼ 1`, `=`."""
    places = change.places
    if places is None or isinstance(places, Range):
        return "–" if places is None else signed(places, language)
    if places == 0:
        return "="
    return f"▲ {brief(places, language)}" if places > 0 else f"▼ {brief(-places, language)}"
