"""Where points went, for a terminal: by body, by criterion with what would regain them, by office, by cause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parrules.report.columns import visible, wrapped
from parrules.report.grid import GridColumn, GridRow, grid
from parrules.report.lost_words import cause_words, why
from parrules.report.phrases import evidence_title, evidence_words, waits_for, with_all_below
from parrules.report.spelling import amount, brief, places_of, signed
from parrules.report.table import heading, notes
from parrules.report.words import said, titled
from parrules.standing.lost import Lost, LostCriterion, StillOpen, summed
from parrules.text.spelling import Language, day
from parrules.values.nothing import MISSING
from parrules.values.ranges import Range

_WITH_OFFICE = 5
"""So many columns have the tables of criteria, with that of the office."""


def lost_table(found: Lost, language: Language, width: int = 80, colour: bool = False) -> str:
    """The whole page. The text needs no colour to be read."""
    if not found.bodies:
        return said("lost.nobody", language) + "\n"
    one_body = len(found.bodies) == 1
    parts = [
        _heading(found, language, width),
        _bodies(found, language, width, colour),
        (_plan if one_body else _by_criterion)(found, language, width, colour),
        _sums(found, "office", language, width, colour),
        _sums(found, "cause", language, width, colour),
        _changes(found.criteria, language, width) if one_body else said("lost.one_body", language),
        _still_open(found, language, width),
    ]
    parts.append(notes("".join(parts), language, width))
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(found: Lost, language: Language, width: int) -> str:
    sheet = found.bodies[0].sheet
    name = f" · {visible(sheet.body_name or sheet.body)}" if len(found.bodies) == 1 else ""
    rest = heading(sheet, language, width, body=False).partition("\n")[2]
    return f"{said('lost.heading', language)}{name}\n{rest}"


def _bodies(found: Lost, language: Language, width: int, colour: bool) -> str:
    """A row a body, and that the parts add up."""
    columns = [GridColumn(said("lost.column_name", language), ratio=1)]
    keys = ("applicable", "total", "lost", "inside", "penalty", "bonus")
    columns += [GridColumn(said(f"lost.column_{key}", language), "right", keep=True) for key in keys]
    values = [
        (one.sheet.applicable, one.sheet.total, one.lost, one.inside, one.penalty, one.bonus) for one in found.bodies
    ]
    places = [places_of(column) for column in zip(*values, strict=True)]
    rows = []
    for one, row in zip(found.bodies, values, strict=True):
        cells = ["–" if v is None else brief(v, language, p) for v, p in zip(row, places, strict=True)]
        rows.append(GridRow((one.sheet.body_name or one.sheet.body, *cells)))
    key = "lost.adds_up_open" if any(isinstance(one.lost, Range) for one in found.bodies) else "lost.adds_up"
    return "\n".join([grid(columns, rows, width, colour), *wrapped(said(key, language), width)])


def _plan(found: Lost, language: Language, width: int, colour: bool) -> str:
    """The criteria of one body, the most points to regain first."""
    if not found.criteria:
        return said("lost.nothing", language)
    columns = [
        GridColumn(said("lost.column_lost", language), "right", keep=True),
        GridColumn(said("lost.column_code", language), keep=True),
        GridColumn(said("lost.column_title", language), ratio=5),
        *_office_column(any(one.office for one in found.criteria), language),
        GridColumn(said("lost.column_why", language), ratio=5),
    ]
    places = places_of(one.amount for one in found.criteria)
    rows = [
        GridRow(
            (
                brief(one.amount, language, places),
                one.line.code,
                titled(one.line.title_vi, one.line.title_en, language),
                *([one.office or "–"] if len(columns) == _WITH_OFFICE else []),
                causes_words(one, language),
            )
        )
        for one in found.criteria
    ]
    return "\n".join([*wrapped(to_regain_words(found, language), width), grid(columns, rows, width, colour)])


def _office_column(any_office: bool, language: Language) -> list[GridColumn]:
    """None where no office answers for any criterion."""
    return [GridColumn(said("lost.column_office", language), ratio=4)] if any_office else []


def to_regain_words(found: Lost, language: Language) -> str:
    """What the list of criteria is, and until when."""
    end = day(date.fromisoformat(found.end), language) if found.end else ""
    return said("lost.to_regain", language, end=end)


def causes_words(one: LostCriterion, language: Language) -> str:
    """Why, in short, with its points where there is more than one cause."""
    if len(one.parts) == 1:
        return why(one.parts[0], language, in_short=True)
    return "; ".join(f"{signed(-part.amount, language)}: {why(part, language, in_short=True)}" for part in one.parts)


def _by_criterion(found: Lost, language: Language, width: int, colour: bool) -> str:
    """What the bodies lost together in each criterion."""
    lines = {line.code: line for body in found.bodies for line in body.sheet.lines}
    offices = {part.code: part.office for part in found.parts}
    columns = [
        GridColumn(said("lost.column_lost", language), "right", keep=True),
        GridColumn(said("lost.column_bodies", language), "right", keep=True),
        GridColumn(said("lost.column_code", language), keep=True),
        GridColumn(said("lost.column_title", language), ratio=5),
        *_office_column(any(offices.values()), language),
    ]
    sums = summed(found.parts, "code")
    places = places_of(value for _, value, _ in sums)
    rows = []
    for code, value, bodies in sums:
        line = lines.get(code)
        title = titled(line.title_vi, line.title_en, language) if line else said("lost.of_total", language)
        office = [offices.get(code, "") or "–"] if len(columns) == _WITH_OFFICE else []
        rows.append(GridRow((brief(value, language, places), str(bodies), code or "–", title, *office)))
    return "\n".join([*wrapped(to_regain_words(found, language), width), grid(columns, rows, width, colour)])


def _sums(found: Lost, key: str, language: Language, width: int, colour: bool) -> str:
    """What each office, or each cause, comes to."""
    sums = summed(found.parts, key)
    if not sums or (key == "office" and not any(name for name, _, _ in sums)):
        return ""
    columns = [
        GridColumn(said("lost.column_lost", language), "right", keep=True),
        GridColumn(said(f"lost.column_{key}", language), ratio=1),
    ]
    places = places_of(value for _, value, _ in sums)
    names = {name: cause_words(name, language) if key == "cause" else name for name, _, _ in sums}
    rows = [
        GridRow((brief(value, language, places), names[name] or said("lost.no_office", language)))
        for name, value, _ in sums
    ]
    return grid(columns, rows, width, colour)


def _changes(criteria: Sequence[LostCriterion], language: Language, width: int) -> str:
    """For each criterion the evidence that decides it, as it was handed in."""
    lines = []
    for one in criteria:
        read = [evidence for evidence in one.line.evidence if evidence.value is not MISSING]
        words = "; ".join(f"{evidence_title(e, language)}: {evidence_words(e, language)}" for e in read)
        if not words and one.line.judged_by:
            words = said("construct.mark_by", language, by=one.line.judged_by)
        if words:
            lines += wrapped(f"{one.line.code}. {words}", width, "  ", "    ")
    return "\n".join([*wrapped(said("lost.changes", language), width), *lines]) if lines else ""


def _still_open(found: Lost, language: Language, width: int) -> str:
    waiting = open_words(found.still_open, language)
    lines = wrapped(said("lost.open", language), width) if waiting else []
    return "\n".join([*lines, *(line for words in waiting for line in wrapped(words, width, "  - ", "    "))])


def open_words(still_open: Sequence[StillOpen], language: Language) -> list[str]:
    """What may still be lost, criterion by criterion, and what each waits for."""
    return [
        said(
            "lost.open_one",
            language,
            name=one.sheet.body_name or one.sheet.body,
            code=one.line.code,
            title=titled(one.line.title_vi, one.line.title_en, language),
            range=amount(Range(one.low, one.high), language),
            names=", ".join(_waiting(one, language)) or "–",
        )
        for one in still_open
    ]


def _waiting(one: StillOpen, language: Language) -> list[str]:
    """The evidence that it and those below it wait for, each once."""
    found = [name for line in with_all_below(one.line, one.sheet) for name in waits_for(line, language).values()]
    return list(dict.fromkeys(found))
