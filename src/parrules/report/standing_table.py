"""Who stands where, for a terminal: place, body, what it is ranked by, class, change, distances."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.report.columns import visible, wrapped
from parrules.report.grid import GridColumn
from parrules.report.side_by_side import Column, chunks, room_for, table
from parrules.report.spelling import brief, brief_index, places_of, signed, signed_index
from parrules.report.table import classes_words, heading
from parrules.report.words import said, titled
from parrules.scoring.sheet import Sheet
from parrules.standing.standing import Against, Place, Ranked, Standing
from parrules.text.spelling import Language
from parrules.values.amounts import Number

INDEX = "index"


def standing_table(
    standings: Sequence[Standing], of: Sheet, language: Language, width: int = 80, colour: bool = False
) -> str:
    """A table for each standing. of: any sheet of the round, for the heading. The text needs no colour to be read."""
    parts = [_heading(standings, of, language, width)]
    for standing in standings:
        parts += [
            *_name(standing, language, width),
            *_rows(standing, language, width, colour),
            _statistics(standing, language, width),
            _against(standing.against, of, language, width),
            _apart(standing, language, width),
        ]
    parts.append(_notes("".join(parts), standings, language, width))
    return "\n\n".join(part for part in parts if part) + "\n"


def measure_words(standing: Standing, language: Language) -> str:
    """What bodies are ranked by."""
    if standing.by in ("total", INDEX):
        return said(f"standing.by_{standing.by}", language)
    title = titled(standing.title_vi, standing.title_en, language)
    return said("standing.by_criterion", language, code=standing.by, title=title)


def place_words(place: Place) -> str:
    """`2`; `2=` where others share it; `2 … 4` while it is open."""
    if place.first != place.last:
        return f"{place.first} … {place.last}"
    return f"{place.first}=" if place.level > 1 else str(place.first)


def measured_words(value: Number, by: str, language: Language, places: int | None = None) -> str:
    """A value as what it is: points, or a percentage."""
    return brief_index(value, language) if by == INDEX else brief(value, language, places)


def _heading(standings: Sequence[Standing], of: Sheet, language: Language, width: int) -> str:
    rest = heading(of, language, width, body=False).partition("\n")[2]
    title = wrapped(said("standing.title", language, by=measure_words(standings[0], language)), width, "", "  ")
    return "\n".join([*title, rest])


def _name(standing: Standing, language: Language, width: int) -> list[str]:
    return ["\n".join(wrapped(among_words(standing, language), width))] if standing.within != "round" else []


def among_words(standing: Standing, language: Language) -> str:
    """Among whom bodies are ranked; nothing for the whole round."""
    if standing.within == "round":
        return ""
    key = f"standing.of_{standing.within}" if standing.of else f"standing.outside_{standing.within}"
    return said(key, language, name=visible(standing.of))


def _rows(standing: Standing, language: Language, width: int, colour: bool) -> list[str]:
    rows = standing.rows
    if not rows:
        return [said("standing.nobody", language)] if standing.within == "round" else []
    marks = [place_words(row.place) + ("*" if row.perhaps else "") for row in rows]
    place: Column = (GridColumn(said("standing.place", language), "right", keep=True), marks)
    names = (said("round.body", language), [row.body_name or row.body for row in rows])
    columns = _columns(standing, language)
    together = chunks(columns, width, (place,), room_for(names))
    return [table(names, some, width, colour, (place,)) for some in together]


def _columns(standing: Standing, language: Language) -> list[Column]:
    """What they are ranked by and their class first; what a change says, where there is one, before all else."""
    first, *others = _scores(standing, language)
    classes = _classes(standing, language)
    distances = _distances(standing, language)
    if standing.against is None:
        return [first, *others, *classes, *distances]
    return [first, *classes, *_changes(standing, language), *others, *distances]


def _scores(standing: Standing, language: Language) -> list[Column]:
    """What they are ranked by first, then the total and the index."""
    rows, by = standing.rows, standing.by
    found = []
    if by not in ("total", INDEX):
        found.append(_numbers("standing.score", [row.value for row in rows], language))
    total = _numbers("round.total", [row.value if by == "total" else row.total for row in rows], language)
    ratios = [row.value if by == INDEX else row.index for row in rows]
    index = ["–" if ratio is None else brief_index(ratio, language) for ratio in ratios]
    ratio_column: Column = (GridColumn(said("round.index", language), "right", keep=True), index)
    return [*found, ratio_column, total] if by == INDEX else [*found, total, ratio_column]


def _classes(standing: Standing, language: Language) -> list[Column]:
    """The class, where somebody has one."""
    if not any(row.classes for row in standing.rows):
        return []
    cells = [classes_words(row.classes, language) for row in standing.rows]
    return [(GridColumn(said("round.class", language)), cells)]


def _distances(standing: Standing, language: Language) -> list[Column]:
    rows, by = standing.rows, standing.by
    places = places_of(row.to_first for row in rows)
    behind = [measured_words(row.to_first, by, language, places) for row in rows]
    mean = _gains([row.to_mean for row in rows], by, language)
    return [
        (GridColumn(said("standing.to_first", language), "right", keep=True), behind),
        (GridColumn(said("standing.to_mean", language), "right", keep=True), mean),
    ]


def _changes(standing: Standing, language: Language) -> list[Column]:
    if standing.against is None:
        return []
    changes = [row.change for row in standing.rows]
    points = _gains([None if one is None else one.points for one in changes], standing.by, language)
    made = {one.body for one in standing.against.merged}
    points = [
        said("standing.merged" if row.body in made else "standing.new", language) if row.change is None else shown
        for row, shown in zip(standing.rows, points, strict=True)
    ]
    places = ["–" if one is None or one.places is None else signed(one.places, language) for one in changes]
    return [
        (GridColumn(said("standing.points", language), "right", keep=True), points),
        (GridColumn(said("standing.places", language), "right", keep=True), places),
    ]


def _gains(values: Sequence[Number | None], by: str, language: Language) -> list[str]:
    """Signed values, that line up."""
    places = places_of(values)
    return [
        "–" if value is None else signed_index(value, language) if by == INDEX else signed(value, language, places)
        for value in values
    ]


def _numbers(key: str, values: Sequence[Number | None], language: Language) -> Column:
    places = places_of(values)
    cells = ["–" if value is None else brief(value, language, places) for value in values]
    return GridColumn(said(key, language), "right", keep=True), cells


def _statistics(standing: Standing, language: Language, width: int) -> str:
    words = statistics_words(standing, language)
    return "\n".join(wrapped(words, width)) if words else ""


def statistics_words(standing: Standing, language: Language) -> str:
    """How many are ranked, mean, median, best and worst; nothing where nobody is."""
    known = standing.statistics
    if known is None:
        return ""
    shown = {
        name: measured_words(value, standing.by, language)
        for name, value in (
            ("mean", known.mean),
            ("median", known.median),
            ("best", known.best),
            ("worst", known.worst),
        )
    }
    return said("standing.ranked", language, count=brief(known.count, language), **shown)


def _against(against: Against | None, of: Sheet, language: Language, width: int) -> str:
    lines = [line for one in against_words(against, of, language) for line in wrapped(one, width)]
    lines += [line for one in newcomers_words(against, language) for line in wrapped(one, width, "", "  ")]
    return "\n".join(lines)


def against_words(against: Against | None, of: Sheet, language: Language) -> list[str]:
    """How many rose and fell against the other round, and whether its rules were others."""
    if against is None:
        return []
    numbers = {name: str(getattr(against, name)) for name in ("up", "down", "same", "open")}
    key = "standing.against_open" if against.open else "standing.against"
    found = [said(key, language, year=str(against.year), **numbers)]
    if against.rules_changed:
        then = _edition(against.methodology, against.edition, of)
        found.append(said("standing.rules_changed", language, then=then, now=of.edition))
    return found


def newcomers_words(against: Against | None, language: Language) -> list[str]:
    """Who was merged since the other round, who was not ranked in it, and who is not in this one."""
    if against is None:
        return []
    merged = tuple(f"{one.name} ({', '.join(one.of)})" for one in against.merged)
    every = (("standing.merged_since", merged), ("standing.new_then", against.new), ("standing.gone", against.gone))
    return [said(key, language, names=", ".join(names)) for key, names in every if names]


def _edition(methodology: str, edition: str, of: Sheet) -> str:
    return edition if methodology == of.methodology else f"{methodology}@{edition}"


def _apart(standing: Standing, language: Language, width: int) -> str:
    words = apart_words(standing, language)
    lines = [said("standing.apart", language)] if words else []
    for one in words:
        lines += wrapped(one, width, "  - ", "    ")
    return "\n".join(lines)


def apart_words(standing: Standing, language: Language) -> list[str]:
    """Each body without a place, and why it has none."""
    found = []
    for one in standing.apart:
        key = f"standing.no_{standing.within}" if one.why == "no_group" else f"standing.{one.why}"
        found.append(said("standing.apart_one", language, name=one.body_name or one.body, why=said(key, language)))
    return found


def _notes(shown: str, standings: Sequence[Standing], language: Language, width: int) -> str:
    """What the signs mean, where they are shown."""
    rows: list[Ranked] = [row for standing in standings for row in standing.rows]
    undecided = any(one.ties == "undecided" for one in standings) and any(
        row.place.first != row.place.last for row in rows
    )
    found = [
        ("standing.undecided_note", undecided),
        ("standing.open_note", " … " in shown and not undecided),
        ("standing.level_note", any(place_words(row.place).endswith("=") for row in rows)),
        ("standing.perhaps_note", any(row.perhaps for row in rows)),
        ("sheet.near_note", "≈ " in shown),
    ]
    return "\n".join(line for key, is_shown in found if is_shown for line in wrapped(said(key, language), width))
