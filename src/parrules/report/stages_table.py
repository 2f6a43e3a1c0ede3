"""The stages of a round for a terminal: each criterion at each stage, then every difference and why it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parrules.report.columns import visible, wrapped
from parrules.report.grid import GridColumn, GridRow, grid
from parrules.report.side_by_side import Column, chunks, room_for, widest
from parrules.report.spelling import brief, places_of, signed
from parrules.report.stages_words import (
    by_words,
    cause_words,
    document_words,
    stage_words,
    waiting_words,
    why_words,
)
from parrules.report.table import heading, notes
from parrules.report.words import said, titled
from parrules.scoring.sheet import Line
from parrules.standing.stages import BodyStages, Difference, StageScores, by_cause, summed
from parrules.text.spelling import Language
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.ranges import Range


def stages_table(
    scored: Sequence[StageScores],
    bodies: Sequence[BodyStages],
    language: Language,
    width: int = 80,
    colour: bool = False,
) -> str:
    """The whole page: for each body its scores, its differences, and these by their kind."""
    parts: list[str] = []
    for body in bodies:
        parts += [_heading(body, language, width), _scores(scored, body, language, width, colour)]
        for place, step in enumerate(body.steps, start=1):
            is_open = any(isinstance(sheet.total, Range) for sheet in body.sheets[place - 1 : place + 1])
            parts.append(_step(scored[place - 1 : place + 1], step, is_open, language, width))
        parts.append(_causes(body, language, width, colour) if body.steps else said("stages.one", language))
    parts.append(notes("".join(parts), language, width))
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(body: BodyStages, language: Language, width: int) -> str:
    sheet = body.sheets[-1]
    rest = heading(sheet, language, width, body=False).partition("\n")[2]
    return f"{said('stages.heading', language)} · {visible(sheet.body_name or sheet.body)}\n{rest}"


def _scores(scored: Sequence[StageScores], body: BodyStages, language: Language, width: int, colour: bool) -> str:
    """A row a criterion: its score at each stage, and the difference of the last from the first."""
    stages = [GridColumn(stage_words(one, language), "right") for one in scored]
    columns = [*stages, GridColumn(said("stages.difference", language), "right", keep=True)]
    by_code = [{line.code: line for line in sheet.lines} for sheet in body.sheets]
    scores = [[_score(lines.get(line.code)) for lines in by_code] for line in body.sheets[-1].lines]
    scores.append([sheet.total for sheet in body.sheets])
    places = places_of(score for row in scores for score in row if score is not None)
    rows = []
    for line, row in zip(body.sheets[-1].lines, scores, strict=False):
        title = titled(line.title_vi, line.title_en, language)
        waits = f" ({waiting_words(line, language)})" if line.waits_for_stage else ""
        cells = _cells(row, language, places)
        rows.append(GridRow((line.code, title + waits, *cells), deep=line.depth, strong=bool(line.children)))
    if rows:
        last = rows.pop()
        rows.append(GridRow(last.cells, last.strong, True, last.deep))
    totals = _cells(scores[-1], language, places)
    known = [change for change in body.changes if change is not None]
    if isinstance(body.sheets[-1].total, Range) and known:
        totals[-1] = signed(summed(one for step in body.steps for one in step), language, places)
    rows.append(GridRow(("", said("sheet.total", language), *totals), strong=True))
    return _beside_titles(columns, rows, language, width, colour)


def _beside_titles(
    columns: Sequence[GridColumn], rows: Sequence[GridRow], language: Language, width: int, colour: bool
) -> str:
    """The columns beside codes and titles: in one table where they fit, else in as few as they fit in."""
    cells = [list(column) for column in zip(*(row.cells for row in rows), strict=True)]
    code: Column = (GridColumn(said("stages.column_code", language), keep=True), cells[0])
    title = GridColumn(said("stages.column_title", language), ratio=1)
    room = room_for((title.heading, cells[1]))
    tables = []
    for some in chunks(list(zip(columns, cells[2:], strict=True)), width, (code,), room):
        at = [columns.index(column) + 2 for column, _ in some]
        heads = [code[0], title, *(replace(column, least=widest(cells)) for column, cells in some)]
        shown = [replace(row, cells=(*row.cells[:2], *(row.cells[place] for place in at))) for row in rows]
        tables.append(grid(heads, shown, width, colour))
    return "\n\n".join(tables)


def _score(line: Line | None) -> Number | None:
    return line.score if line is not None else None


def _cells(row: Sequence[Number | None], language: Language, places: int) -> list[str]:
    shown = ["–" if one is None else brief(one, language, places) for one in row]
    first, last = row[0], row[-1]
    if first is None or last is None or first == last or isinstance(first, Range) or isinstance(last, Range):
        return [*shown, "–" if (first is None) != (last is None) else ""]
    return [*shown, signed(ranges.add(last, ranges.negative(first)), language, places)]


def _step(
    stages: Sequence[StageScores], step: Sequence[Difference], is_open: bool, language: Language, width: int
) -> str:
    """Every difference between two stages, with its kind, by whom it is, why, and on which document."""
    names = {"before": stage_words(stages[0], language), "after": stage_words(stages[1], language)}
    if not step:
        return "\n".join(wrapped(said("stages.no_difference", language, **names), width))
    lines = wrapped(said("stages.step", language, **names), width)
    for one in step:
        lines += wrapped(_one(one, language), width, "  - ", "    ")
        for key, words in (
            ("why", why_words(one, language)),
            ("document", document_words(one, language)),
        ):
            if words:
                lines += wrapped(said(f"stages.{key}", language, words=words), width, "    ", "    ")
    key = "stages.adds_up_open" if is_open else "stages.adds_up"
    return "\n".join([*lines, *wrapped(said(key, language, points=signed(summed(step), language)), width)])


def _one(one: Difference, language: Language) -> str:
    if one.line is None:
        title = said("stages.of_total", language)
    else:
        title = f"{one.code}. {titled(one.line.title_vi, one.line.title_en, language)}"
    given = {
        "title": title,
        "points": signed(one.points, language),
        "before": "–" if one.before is None else brief(one.before, language),
        "after": "–" if one.after is None else brief(one.after, language),
        "cause": cause_words(one.cause, language),
        "by": by_words(one.by, language),
    }
    return said("stages.follows" if one.cause == "follows" else "stages.one_difference", language, **given)


def _causes(body: BodyStages, language: Language, width: int, colour: bool) -> str:
    """The points of each kind of difference; together the difference of the totals."""
    sums = by_cause(one for step in body.steps for one in step)
    if not sums:
        return ""
    columns = [
        GridColumn(said("stages.points", language), "right", keep=True),
        GridColumn(said("stages.cause", language), ratio=1),
    ]
    total = summed(one for step in body.steps for one in step)
    places = places_of([*(points for _, points in sums), total])
    rows = [GridRow((signed(points, language, places), cause_words(cause, language))) for cause, points in sums]
    rows[-1] = GridRow(rows[-1].cells, ruled=True)
    rows.append(GridRow((signed(total, language, places), said("stages.all_causes", language)), strong=True))
    return grid(columns, rows, width, colour)
