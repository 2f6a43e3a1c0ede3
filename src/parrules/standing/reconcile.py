"""Published figures held against what the rules give, and against each other.

A printed figure is the interval that its digits allow, and so is every printed part of it: figures that differ agree
within rounding where their intervals meet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parrules.evidence.published import FigureName, Printed, PrintedRow, PrintedSum, Published
from parrules.scoring.sheet import Entry, Sheet
from parrules.standing.publication import Publication, Scored, line_of
from parrules.standing.reconcile_round import means_of, place_of
from parrules.standing.reconciliation import Alone, Comparison, Reconciliation, Subject, Way
from parrules.standing.verdicts import Policy, policy_of, verdict_of
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import Exact
from parrules.values.ranges import Range

MOST_TERMS = 8
"""So many parts of a figure are shown; of more, only their sum."""


@dataclass(frozen=True, slots=True)
class Side:
    """A figure to hold a printed one against. value: from what stands in print; within: as its digits allow.

    parts: what it is the sum of, where it is a sum.
    """

    value: Number
    within: Number
    terms: tuple[Number, ...] = ()
    parts: tuple[Number, ...] = ()


def reconcile(published: Published, scored: Sequence[Scored] = ()) -> Reconciliation:
    """Every published figure beside what it can be compared with. scored: the bodies, where there is evidence."""
    comparisons: list[Comparison] = []
    alone: list[Alone] = []
    publication = Publication(published, scored)
    for row in published.rows:
        body = publication.body(row.name) if row.subject == "body" else None
        subject = _subject(row, body, published.names.get(row.name, ""))
        if row.subject == "mean":
            found = [*_of_mean(row, publication)]
        else:
            found = [*_points(row, body, publication), *_percent(row, body), *_standing(row, publication)]
        comparisons += [_compared(subject, *one) for one in found]
        seen = {id(figure) for _, figure, _, _ in found} | _used_in(row, found)
        alone += [
            Alone(subject, name, figure)
            for name, figures in row.figures.items()
            for figure in figures
            if id(figure) not in seen and name not in ("of", "maximum")
        ]
    comparisons += [_summed(one) for one in published.sums]
    return Reconciliation(tuple(comparisons), tuple(alone), published.title_vi, published.title_en)


_Found = tuple[FigureName, Printed, Way, Side]


def _subject(row: PrintedRow, body: Scored | None, named: str) -> Subject:
    sheet = body.sheet if body else None
    line = line_of(sheet, row.code) if sheet else None
    titles = (line.title_vi, line.title_en) if line else (row.title_vi, row.title_en)
    id_, name = (sheet.body, sheet.body_name) if sheet else (row.name, named or row.name)
    return Subject(row.subject, id_, name or id_, row.code, *titles)


def _compared(subject: Subject, name: FigureName, printed: Printed, way: Way, side: Side) -> Comparison:
    if way in ("maximum", "ranked_of"):  # found only where it is exceeded
        policy: Policy = "percent_as_points" if _may_be_percent(printed, side.value) and way == "maximum" else ""
        return Comparison(subject, name, printed, way, side.value, side.within, "contradicts", policy)
    verdict = verdict_of(printed, side.value, side.within)
    verdict, policy = policy_of(printed, side.value, side.within, verdict, side.parts)
    if verdict == "contradicts" and name == "percent" and side.terms and side.terms[0] == printed.value * 100:
        policy = "points_as_percent"
    return Comparison(subject, name, printed, way, side.value, side.within, verdict, policy, side.terms)


_USES: dict[Way, tuple[FigureName, ...]] = {
    "points_of_maximum": ("points",),
    "before_and_change": ("before", "change"),
    "places_gained": ("rank_before", "rank_change"),
}
"""The printed figures of its own row that a way of finding the other figure takes."""


def _used_in(row: PrintedRow, found: Sequence[_Found]) -> set[int]:
    """The figures of a row that another was compared with."""
    used = {name for _, _, way, _ in found for name in _USES.get(way, ())}
    used |= {name for name, _, way, _ in found if way == "printed_twice"}
    return {id(figure) for name in used for figure in row.figures.get(name, ())}


def _points(row: PrintedRow, body: Scored | None, publication: Publication) -> Iterator[_Found]:
    """Points and their maximum, by the rules, by the printed parts, and by their change."""
    rules, maximum = _by_rules(body, row.code), _maximum(row, body)
    for printed in row.figures.get("points", ()):
        if rules is not None:
            yield "points", printed, "rules", rules
        parts = _printed_parts(row, body, publication)
        if parts is not None and (rules is None or rules.value != parts.value):
            yield "points", printed, "printed_parts", parts
        if maximum is not None and _exceeds(printed, maximum.within):
            yield "points", printed, "maximum", maximum
        before, change = row.first("before"), row.first("change")
        if before is not None and change is not None:
            yield "points", printed, "before_and_change", _sum([before, change])
    yield from _twice(row, "points", rules is not None)
    printed_maximum, line = row.first("maximum"), line_of(body.sheet, row.code) if body else None
    if printed_maximum is not None and body is not None and (line is not None or not row.code):
        applicable = line.applicable if line else body.sheet.applicable
        yield "maximum", printed_maximum, "rules", Side(applicable, applicable)


def _percent(row: PrintedRow, body: Scored | None) -> Iterator[_Found]:
    """A percentage, by the printed points, or by the rules where no points are printed."""
    points, maximum, rules = row.first("points"), _maximum(row, body), _by_rules(body, row.code)
    share: Side | None = None
    way: Way = "points_of_maximum"
    if points is not None and maximum is not None and not _exceeds(points, maximum.within):
        share = _share(Side(points.value, points.range), maximum)
    elif rules is not None and body is not None:
        share, way = _rules_share(row, body, rules, maximum), "rules"
    for printed in row.figures.get("percent", ()):
        if share is not None:
            yield "percent", printed, way, share
    yield from _twice(row, "percent", share is not None)


def _standing(row: PrintedRow, publication: Publication) -> Iterator[_Found]:
    """The place, by the scores of all bodies, and by the places gained."""
    rank, of = row.first("rank"), row.first("of")
    if rank is None:
        return
    if of is not None and rank.value > of.value:
        yield "rank", rank, "ranked_of", Side(of.value, of.value)
    place = place_of(row, publication)
    if place is not None:
        yield "rank", rank, place[0], Side(*place[1])
    before, gained = row.first("rank_before"), row.first("rank_change")
    if before is not None and gained is not None:
        place_now = before.value - gained.value
        yield "rank", rank, "places_gained", Side(place_now, place_now, (before.value, -gained.value))


def _of_mean(row: PrintedRow, publication: Publication) -> Iterator[_Found]:
    printed, before, change = row.first("mean"), row.first("before"), row.first("change")
    if printed is None:
        return
    for way, mean in means_of(row, publication):
        yield "mean", printed, way, Side(*mean)
    if before is not None and change is not None:
        yield "mean", printed, "before_and_change", _sum([before, change])


def _twice(row: PrintedRow, name: FigureName, is_compared: bool) -> Iterator[_Found]:
    """The same figure printed more than once, where nothing else tells which of the two is right."""
    figures = row.figures.get(name, ())
    if len(figures) > 1 and not is_compared:
        for other in figures[1:]:
            yield name, figures[0], "printed_twice", Side(other.value, other.range)


def _summed(one: PrintedSum) -> Comparison:
    subject = Subject("sum", "", one.title_vi, "", one.title_vi, one.title_en)
    return _compared(subject, "points", one.total, "sum", _sum([part for _, part in one.parts]))


def _sum(parts: Sequence[Printed]) -> Side:
    value: Exact = sum((part.value for part in parts), start=0)
    within: Number = 0
    for part in parts:
        within = ranges.add(within, part.range)
    terms = tuple(part.value for part in parts)
    return Side(value, within, terms if len(terms) <= MOST_TERMS else ())


def _printed_parts(row: PrintedRow, body: Scored | None, publication: Publication) -> Side | None:
    """The sum of the printed points of all criteria below, where each was printed and nothing else was done to them."""
    if body is None:
        return None
    entries, _ = _entries(body.sheet, row.code)
    if not entries or any(entry.construct != "child" for entry in entries):
        return None
    printed = [publication.printed(body.sheet.body, entry.words) for entry in entries]
    if any(one is None for one in printed):
        return None
    return _sum([one for one in printed if one is not None])


def _by_rules(body: Scored | None, code: str) -> Side | None:
    """What the rules give, for the evidence as it stands and for all that its digits allow."""
    if body is None:
        return None
    entries, value = _entries(body.sheet, code)
    _, within = _entries(body.wide, code)
    if value is None or within is None:
        return None
    parts = [entry.amount for entry in entries] if all(one.construct == "child" for one in entries) else []
    is_shown = 1 < len(parts) <= MOST_TERMS and not any(isinstance(part, Range) for part in parts)
    return Side(value, within, tuple(parts) if is_shown else (), tuple(parts))


def _entries(sheet: Sheet, code: str) -> tuple[tuple[Entry, ...], Number | None]:
    """The ledger and the score of a criterion, or of the total."""
    if not code:
        return sheet.total_entries, sheet.total
    line = line_of(sheet, code)
    return (line.entries, line.score) if line else ((), None)


def _maximum(row: PrintedRow, body: Scored | None) -> Side | None:
    """The maximum by the rules; the printed one where they know none."""
    line = line_of(body.sheet, row.code) if body else None
    if body is not None and (line is not None or not row.code):
        applicable = line.applicable if line else body.sheet.applicable
        return Side(applicable, applicable)
    printed = row.first("maximum")
    return Side(printed.value, printed.range) if printed is not None else None


def _rules_share(row: PrintedRow, body: Scored, rules: Side, maximum: Side | None) -> Side | None:
    if not row.code and body.sheet.index is not None and body.wide.index is not None:
        return Side(body.sheet.index, body.wide.index)
    return _share(rules, maximum) if maximum is not None else None


def _share(points: Side, maximum: Side) -> Side | None:
    least = ranges.as_range(maximum.within).low
    if least is None or least <= 0:
        return None
    value = ranges.divide(points.value, maximum.value)
    within = ranges.divide(points.within, maximum.within)
    return Side(value, _at_most_whole(within), (points.value, maximum.value))


def _at_most_whole(share: Number) -> Number:
    """Nothing scores more than its maximum: what is printed as 6 of 6 is no more than 100%."""
    return ranges.least(share, 1) if isinstance(share, Range) else share


def _exceeds(printed: Printed, maximum: Number) -> bool:
    low, most = printed.range.low, ranges.as_range(maximum).high
    return low is not None and most is not None and low > most


def _may_be_percent(printed: Printed, maximum: Number) -> bool:
    return not isinstance(maximum, Range) and maximum < printed.value <= 100
