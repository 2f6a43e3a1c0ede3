"""Two score sheets side by side for a terminal: each criterion, the difference, and what lies behind it."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.report.columns import visible, wrapped
from parrules.report.grid import GridColumn, GridRow, grid
from parrules.report.phrases import evidence_title, evidence_words, stage_name
from parrules.report.spelling import brief, brief_index, places_of, signed
from parrules.report.table import notes
from parrules.report.words import said, titled
from parrules.scoring.sheet import Line, Sheet
from parrules.standing.carried import NotCarried
from parrules.standing.compare import Changed, Compared, ComparedRow, Split
from parrules.standing.origins import Unpaired
from parrules.text.spelling import Language
from parrules.values.amounts import Number
from parrules.values.numbers import Exact
from parrules.values.ranges import Range

EVERYBODY = Unpaired()
_SPLIT = ("rules", "evidence", "interaction", "unsplit")


def compared_table(
    pairs: Sequence[Compared],
    language: Language,
    width: int = 80,
    colour: bool = False,
    only: Unpaired = EVERYBODY,
    not_carried: tuple[Sequence[NotCarried], Sequence[NotCarried]] = ((), ()),
) -> str:
    """One pair whole; of many a row each. only: bodies that are not compared; not_carried: by side, where rules do
    differ."""
    first = pairs[0]
    parts = [_heading(first, language, width, len(pairs) == 1)]
    if len(pairs) == 1:
        parts += [_criteria(first, language, width, colour), _splits(first, language, width, colour)]
        parts += [_behind(first, language, width), _renamed(first, language, width)]
    else:
        parts += [_bodies(pairs, language, width, colour), said("compare.one_body", language)]
    parts += [_not_carried(not_carried, language, width), _only(only, language, width)]
    parts.append(notes("".join(parts), language, width))
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(one: Compared, language: Language, width: int, named: bool) -> str:
    """What A and B are, and whether the rules changed between them."""
    lines = [said("compare.heading", language)]
    for letter, sheet in (("A", one.first), ("B", one.second)):
        lines += wrapped(_side(sheet, language, named), width, f"{letter}: ", "   ")
    if one.rules_differ:
        lines += wrapped(said("compare.rules_differ", language), width)
    return "\n".join(lines)


def _side(sheet: Sheet, language: Language, named: bool) -> str:
    words = said(
        "compare.side",
        language,
        year=str(sheet.year),
        stage=stage_name(sheet.stage, sheet.stage_title, language),
        name=sheet.methodology,
        edition=sheet.edition,
    )
    return f"{visible(sheet.body_name or sheet.body)}, {words}" if named else words


def _criteria(one: Compared, language: Language, width: int, colour: bool) -> str:
    columns = [
        GridColumn(said("sheet.code", language), keep=True),
        GridColumn(said("sheet.criterion", language), ratio=1),
        GridColumn(said("sheet.maximum", language), "right", keep=True),
        GridColumn("A", "right", keep=True),
        GridColumn("B", "right", keep=True),
        GridColumn(said("compare.change", language), "right", keep=True),
    ]
    shown = [*(row for row in one.rows if not row.is_adjustment), *(row for row in one.rows if _is_shown(row))]
    places = places_of([*_scores(one), one.first.total, one.second.total])
    changes = places_of([one.change, *(row.change for row in shown)])
    rows = [GridRow(_cells(row, language, places, changes), bool(row.line and row.line.children)) for row in shown]
    rows = [
        GridRow(
            made.cells, made.strong and not row.is_adjustment, at == len(shown) - 1, row.line.depth if row.line else 0
        )
        for at, (made, row) in enumerate(zip(rows, shown, strict=True))
    ]
    totals = [_cell(total, language, places) for total in (one.first.total, one.second.total)]
    change = "–" if one.change is None else signed(one.change, language, changes)
    rows.append(GridRow(("", said("sheet.total", language), _maxima(one, language), *totals, change), strong=True))
    indices = [sheet.index for sheet in (one.first, one.second)]
    if any(index is not None for index in indices):
        shown_indices = ["–" if index is None else brief_index(index, language) for index in indices]
        rows.append(GridRow(("", said("sheet.index", language), "", *shown_indices, "")))
    return grid(columns, rows, width, colour)


def _is_shown(row: ComparedRow) -> bool:
    """An adjustment that makes a difference; while a score is open, nobody can say what it will be."""
    return row.is_adjustment and not isinstance(row.change, Range) and row.change != 0


def _scores(one: Compared) -> list[Number | None]:
    return [line.score for sheet in (one.first, one.second) for line in sheet.lines]


def _cells(row: ComparedRow, language: Language, places: int, changes: int) -> tuple[str, ...]:
    if row.is_adjustment:
        key = "compare.adjustment" if row.code else "compare.adjustment_total"
        return ("", said(key, language, code=row.code), "", "", "", signed(row.change, language, changes))
    line = row.line
    title = titled(line.title_vi, line.title_en, language) if line else ""
    maximum = brief(line.applicable, language) if line and not line.outside_scale else "–"
    scores = [_score(one, language, places) for one in (row.first, row.second)]
    return (row.code, title, maximum, *scores, signed(row.change, language, changes))


def _score(line: Line | None, language: Language, places: int) -> str:
    return "–" if line is None else _cell(line.score, language, places)


def _cell(value: Number | None, language: Language, places: int) -> str:
    return "–" if value is None else brief(value, language, places)


def _maxima(one: Compared, language: Language) -> str:
    first, second = (brief(sheet.applicable, language) for sheet in (one.first, one.second))
    return first if first == second else f"{first} / {second}"


def _splits(one: Compared, language: Language, width: int, colour: bool) -> str:
    """What the rules changed, what the evidence, and what both together, by criterion."""
    if one.split is None:
        return said("compare.not_split", language) if one.rules_differ else ""
    leaves = [row for row in one.rows if row.counts and row.split is not None and _moved(row)]
    names = [row.code if not row.is_adjustment else said("compare.adjustment_short", language) for row in leaves]
    table = _split_table(names, [row.split for row in leaves if row.split], one.split, language, width, colour)
    return "\n".join([*wrapped(said("compare.split", language), width), table])


def _moved(row: ComparedRow) -> bool:
    split = row.split
    return split is not None and any((split.rules, split.evidence, split.interaction, split.unsplit))


def _split_table(
    names: Sequence[str], splits: Sequence[Split], whole: Split, language: Language, width: int, colour: bool
) -> str:
    every = [*splits, whole]
    kinds = [kind for kind in _SPLIT if kind != "unsplit" or any(one.unsplit for one in every)]
    columns = [GridColumn(said("sheet.code", language), least=10)]
    columns += [GridColumn(said(f"compare.{kind}", language), "right", keep=True) for kind in (*kinds, "change")]
    places = places_of(value for one in every for value in _values(one, kinds))
    rows = [
        GridRow((name, *(signed(value, language, places) for value in _values(one, kinds))), ruled=at == len(names) - 1)
        for at, (name, one) in enumerate(zip(names, splits, strict=True))
    ]
    total = [signed(value, language, places) for value in _values(whole, kinds)]
    rows.append(GridRow((said("sheet.total", language), *total), strong=True))
    return grid(columns, rows, width, colour)


def _values(one: Split, kinds: Sequence[str]) -> list[Exact]:
    parts: dict[str, Exact] = {
        "rules": one.rules,
        "evidence": one.evidence,
        "interaction": one.interaction,
        "unsplit": one.unsplit,
    }
    return [*(parts[kind] for kind in kinds), sum(parts.values(), start=0)]


def _behind(one: Compared, language: Language, width: int) -> str:
    """The figures that differ, of the criteria that differ most."""
    rows = [row for row in one.rows if row.changed and (isinstance(row.change, Range) or row.change != 0)]
    rows.sort(key=_by_change)
    lines = []
    for row in rows:
        figures = "; ".join(_figure(changed, language) for changed in row.changed)
        lines += wrapped(f"{row.code} ({signed(row.change, language)}): {figures}", width, "  - ", "    ")
    return "\n".join([*wrapped(said("compare.behind", language), width), *lines]) if lines else ""


def _by_change(row: ComparedRow) -> Exact:
    """Those that are open first, then those that changed most."""
    if isinstance(row.change, Range):
        return -(10**9)
    return min(row.change, -row.change)


def _figure(changed: Changed, language: Language) -> str:
    one = changed.second or changed.first
    assert one is not None
    sides = [
        said("compare.not_read", language) if side is None else evidence_words(side, language)
        for side in (changed.first, changed.second)
    ]
    return said("compare.figure", language, title=evidence_title(one, language), first=sides[0], second=sides[1])


def _renamed(one: Compared, language: Language, width: int) -> str:
    """Codes that stand for another criterion than before."""
    lines = []
    for row in one.rows:
        if row.is_adjustment or row.first is None or row.second is None:
            continue
        titles = [titled(line.title_vi, line.title_en, language) for line in (row.first, row.second)]
        if titles[0] != titles[1]:
            lines += wrapped(f"{row.code}: {titles[0]} → {titles[1]}", width, "  - ", "    ")
    return "\n".join([*wrapped(said("compare.renamed", language), width), *lines]) if lines else ""


def _bodies(pairs: Sequence[Compared], language: Language, width: int, colour: bool) -> str:
    kinds = [
        kind
        for kind in _SPLIT
        if any(one.split is not None for one in pairs)
        and (kind != "unsplit" or any(one.split and one.split.unsplit for one in pairs))
    ]
    columns = [GridColumn(said("round.body", language), ratio=1)]
    columns += [GridColumn(letter, "right", keep=True) for letter in ("A", "B")]
    columns += [GridColumn(said(f"compare.{kind}", language), "right", keep=True) for kind in ("change", *kinds)]
    totals = places_of(total for one in pairs for total in (one.first.total, one.second.total))
    rows = []
    for one in pairs:
        cells = [_cell(total, language, totals) for total in (one.first.total, one.second.total)]
        cells.append("–" if one.change is None else signed(one.change, language, totals))
        values = _values(one.split, kinds)[:-1] if one.split else []
        cells += [signed(value, language, totals) for value in values] or ["–"] * len(kinds)
        rows.append(GridRow((one.second.body_name or one.second.body, *cells)))
    return grid(columns, rows, width, colour)


def _not_carried(not_carried: tuple[Sequence[NotCarried], Sequence[NotCarried]], language: Language, width: int) -> str:
    lines = []
    for key, found in zip(("compare.not_carried_first", "compare.not_carried_second"), not_carried, strict=True):
        if found:
            names = ", ".join(
                said("compare.not_carried_one", language, name=one.name, why=said(f"compare.why_{one.why}", language))
                for one in found
            )
            lines += wrapped(said(key, language, names=names), width, "", "  ")
    return "\n".join(lines)


def _only(only: Unpaired, language: Language, width: int) -> str:
    lines = []
    made = [f"{one.name} ({', '.join(one.of)})" for one in only.merged]
    for key, names in (
        ("compare.only_first", only.first),
        ("compare.only_second", only.second),
        ("compare.merged", made),
    ):
        if names:
            lines += wrapped(said(key, language, names=", ".join(map(visible, names))), width, "", "  ")
    return "\n".join(lines)
