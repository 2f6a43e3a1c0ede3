"""Regions, or groups, side by side in a table: how many bodies, mean, the first and the last of each. No map."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.report.html import numbers
from parrules.report.html.charts import bar, scale_of
from parrules.report.html.markup import Markup, tag
from parrules.report.html.tables import Head, section, table, wide
from parrules.report.html.words import page_said
from parrules.report.spelling import brief_index
from parrules.report.standing_table import INDEX, measure_words, measured_words
from parrules.report.words import said
from parrules.standing.standing import Ranked, Standing
from parrules.text.spelling import Language
from parrules.values.amounts import Number


def regions_section(standings: Sequence[Standing], language: Language) -> Markup | None:
    """A row a region, by name; nothing where there is but one."""
    shown = [one for one in standings if one.statistics is not None]
    if len(shown) < 2:
        return None
    within, by = shown[0].within, shown[0].by
    title = page_said(f"{within}s", language, by=measure_words(shown[0], language))
    means = [one.statistics.mean for one in shown if one.statistics is not None]
    whole = scale_of(means, 1 if by == INDEX else 0)
    heads = [
        Head(page_said(f"{within}", language)),
        Head(page_said("bodies", language), number=True),
        Head(page_said("mean", language), number=True),
        Head(page_said("drawn", language), drawn=True),
        Head(page_said("first", language)),
        Head(page_said("last", language)),
    ]
    places = numbers.places_for(means)
    rows = []
    for one, mean in zip(shown, means, strict=True):
        words = f"{one.of}: {measured_words(mean, by, language)}"
        cells = [
            numbers.cell(numbers.number(one.statistics.count, language) if one.statistics else None),
            numbers.cell(_measured(mean, by, language, places)),
            tag("td", bar(mean, whole, words), class_="drawn"),
            _body(surely_first(one), by, language),
            _body(surely_last(one), by, language),
        ]
        rows.append(tag("tr", tag("th", one.of, scope="row"), *cells))
    return section(f"{within}s", title, wide(title, table(title, heads, rows), len(heads)))


def _measured(value: Number, by: str, language: Language, places: int | None = None) -> Markup:
    shown = brief_index(value, language) if by == INDEX else measured_words(value, by, language, places)
    return numbers.exact(value, shown)


def surely_first(standing: Standing) -> Ranked | None:
    """Who stands first, whatever is still missing; of equals the first by name. None while that is open."""
    row = standing.rows[0]
    return row if row.place.last == 1 else None


def surely_last(standing: Standing) -> Ranked | None:
    """Who stands last, whatever is still missing; None while that is open."""
    row = standing.rows[-1]
    return row if row.place.first == max(one.place.last for one in standing.rows) else None


def _body(row: Ranked | None, by: str, language: Language) -> Markup:
    if row is None:
        return tag("td", said("status.open", language))
    return tag("td", f"{row.body_name or row.body} ", tag("small", _measured(row.value, by, language)))
