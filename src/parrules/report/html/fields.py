"""The fields of a methodology held against the mean and the best of the round."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.report.html import numbers
from parrules.report.html.charts import bar, best_mark, legend, mean_mark, scale_of
from parrules.report.html.markup import Child, Markup, tag
from parrules.report.html.tables import Head, section, table, wide
from parrules.report.html.words import page_said
from parrules.report.spelling import brief
from parrules.report.words import said, titled
from parrules.scoring.sheet import Line, Sheet
from parrules.standing.fields import Field, top_of
from parrules.text.spelling import Language
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.ranges import Range

_MOST_NAMES = 3


def fields_of_body(sheet: Sheet, fields: Sequence[Field], language: Language) -> Markup | None:
    """The body's points in each field beside the mean and the best; nothing where it is alone."""
    if not sheet.assessed or not any(_several(field) for field in fields):
        return None
    own = {line.code: line for line in top_of(sheet) if line.score is not None}
    shown = [field for field in fields if field.code in own]
    keys = ("score", "maximum", "mean", "to_mean", "best")
    heads = [Head(page_said("field", language)), *(Head(page_said(f"{key}", language), number=True) for key in keys)]
    scores = [_score(own[field.code]) for field in shown]
    to_mean = [
        ranges.settled(ranges.as_range(ranges.add(score, ranges.negative(field.statistics.mean))))
        for score, field in zip(scores, shown, strict=True)
    ]
    columns = [
        numbers.column(scores, language),
        numbers.column([None if field.outside_scale else own[field.code].applicable for field in shown], language),
        numbers.column([field.statistics.mean for field in shown], language),
        numbers.changes(to_mean, language),
        numbers.column([field.statistics.best for field in shown], language),
    ]
    drawings = [_drawing(field, score, language) for field, score in zip(shown, scores, strict=True)]
    rows = [
        tag("tr", tag("th", _title(field, language), scope="row"), *map(numbers.cell, cells), _drawn(drawing))
        for field, drawing, *cells in zip(shown, drawings, *columns, strict=True)
    ]
    heads.append(Head(page_said("drawn", language), drawn=True))
    kinds = [kind for kind in ("value", "open", "mean", "best") if kind != "open" or any(map(_is_open, scores))]
    signs = legend(*((kind, page_said(f"sign_{kind}", language)) for kind in kinds))
    title = page_said("fields_of_body", language)
    return section("fields", title, wide(title, table(title, heads, rows), len(heads)), signs)


def fields_of_round(fields: Sequence[Field], language: Language) -> Markup | None:
    """Mean, best and worst of each field over the round, and who has them."""
    if not any(_several(field) for field in fields):
        return None
    keys = ("maximum", "mean", "best", "worst")
    heads = [Head(page_said("field", language)), *(Head(page_said(f"{key}", language), number=True) for key in keys)]
    heads.append(Head(page_said("drawn", language), drawn=True))
    columns = [
        numbers.column([None if field.outside_scale else field.maximum for field in fields], language),
        *(
            numbers.column([getattr(field.statistics, key) for field in fields], language)
            for key in ("mean", "best", "worst")
        ),
    ]
    rows = []
    for field, maximum, mean, best, worst in zip(fields, *columns, strict=True):
        cells = [_with_names(best, field.best, language), _with_names(worst, field.worst, language)]
        drawn = _drawn(_drawing(field, field.statistics.mean, language))
        name = tag("th", _title(field, language), scope="row")
        rows.append(tag("tr", name, numbers.cell(maximum), numbers.cell(mean), *cells, drawn))
    title = page_said("fields_of_round", language)
    signs = legend(
        *((kind, page_said(f"sign_{key}", language)) for kind, key in (("value", "of_mean"), ("best", "best")))
    )
    return section("fields", title, wide(title, table(title, heads, rows), len(heads)), signs)


def _drawing(field: Field, value: Number, language: Language) -> Markup:
    known = field.statistics
    scale = scale_of([value, known.best, known.worst], field.maximum)
    given = {"mean": brief(known.mean, language), "best": brief(known.best, language)}
    words = page_said("field_drawn", language, score=brief(value, language), **given)
    marks = [best_mark(known.best, scale)]
    if value is not known.mean:
        marks.insert(0, mean_mark(known.mean, scale))
    return bar(value, scale, f"{field.code}: {words}", *marks)


def _drawn(drawing: Markup) -> Markup:
    return tag("td", drawing, class_="drawn")


def _with_names(value: Markup, names: Sequence[str], language: Language) -> Markup:
    if not names or len(names) > _MOST_NAMES:
        words: Child = page_said("so_many", language, count=str(len(names))) if names else None
    else:
        words = ", ".join(names)
    return tag("td", value, tag("small", words) if words else None, class_="n")


def _title(field: Field, language: Language) -> Markup:
    return tag(
        "span", said("ledger.head", language, code=field.code, title=titled(field.title_vi, field.title_en, language))
    )


def _score(line: Line) -> Number:
    return 0 if line.score is None else line.score


def _is_open(score: Number) -> bool:
    return isinstance(score, Range)


def _several(field: Field) -> bool:
    return field.statistics.count != 1
