"""The score sheet of one body as a table for a terminal of 80 columns."""

from __future__ import annotations

from parrules.report.columns import visible, wrapped
from parrules.report.grid import GridColumn, GridRow, grid
from parrules.report.phrases import (
    entry_words,
    loss_words,
    parts_words,
    reason_words,
    stage_name,
    status_words,
    waits_for,
)
from parrules.report.spelling import amount, brief, index, places_of, plain, signed
from parrules.report.words import known, said, titled
from parrules.scoring.sheet import Entry, Line, Sheet
from parrules.text.spelling import Language, day
from parrules.values.amounts import Number
from parrules.values.numbers import Exact
from parrules.values.ranges import Range


def score_table(sheet: Sheet, language: Language, width: int = 80, colour: bool = False) -> str:
    """The sheet: heading, a row a criterion, total, index, class and published total, and what is missing.

    The text needs no colour to be read; `colour.wants_colour` says whether to ask for it.
    """
    parts = [heading(sheet, language, width)]
    if not sheet.assessed:
        return "\n\n".join([*parts, said("sheet.not_assessed", language)]) + "\n"
    parts += [
        _criteria(sheet, language, width, colour),
        _closing(sheet, language, width),
        _missing(sheet, language, width),
    ]
    parts.append(notes("".join(parts), language, width))
    return "\n\n".join(part for part in parts if part) + "\n"


def heading(sheet: Sheet, language: Language, width: int, body: bool = True) -> str:
    """Whose sheet it is, by which methodology, for which round, and how near its rules are to the law."""
    words = said("sheet.title" if body else "round.title", language)
    lines = [f"{words} · {visible(sheet.body_name or sheet.body)}" if body else words]
    return "\n".join([*lines, *(line for one in about(sheet, language) for line in wrapped(one, width, "", "  "))])


def about(sheet: Sheet, language: Language) -> list[str]:
    """By which methodology, for which round, and, where they are not the law's own words, how near its rules are."""
    title = titled(sheet.title_vi, sheet.title_en, language)
    words = [said("sheet.methodology", language, title=title, name=sheet.methodology, edition=sheet.edition)]
    key = "sheet.round" if sheet.start and sheet.end else "sheet.round_year"
    start, end = _day(sheet.start, language), _day(sheet.end, language)
    round_words = said(key, language, year=str(sheet.year), start=start, end=end)
    if sheet.stage:
        round_words += " · " + said("sheet.stage", language, stage=stage_name(sheet.stage, sheet.stage_title, language))
    words.append(round_words)
    if sheet.fidelity != "verified" and known("fidelity", sheet.fidelity, language):
        words.append(said("story.fidelity", language, fidelity=said(f"fidelity.{sheet.fidelity}", language)))
    if sheet.without_records:
        words.append(said("sheet.without_records", language))
    return words


def classes_words(classes: tuple[str, ...], language: Language) -> str:
    """The class; all that it can be, marked as open, where there are several."""
    if len(classes) < 2:
        return "".join(classes)
    return said("sheet.class_open", language, classes=said("sheet.class_or", language).join(classes))


def notes(shown: str, language: Language, width: int) -> str:
    """What the signs in a table mean, where it shows them."""
    return "\n".join(line for words in signs_words(shown, language) for line in wrapped(words, width))


def signs_words(shown: str, language: Language) -> list[str]:
    """The same, a sentence a sign."""
    found = [("sheet.open_note", " … "), ("sheet.near_note", "≈ ")]
    return [said(key, language) for key, sign in found if sign in shown]


def lost_in(line: Line) -> Exact | None:
    """What the criterion lost in all; None while that is open, where it is left out, and outside the scale."""
    if line.outside_scale or line.score is None or isinstance(line.score, Range) or isinstance(line.applicable, Range):
        return None
    return sum((loss.amount for loss in line.lost), start=0)


def _criteria(sheet: Sheet, language: Language, width: int, colour: bool) -> str:
    columns = [
        GridColumn(said("sheet.code", language), keep=True),
        GridColumn(said("sheet.criterion", language), ratio=5),
        GridColumn(said("sheet.maximum", language), "right", keep=True),
        GridColumn(said("sheet.score", language), "right", keep=True),
        GridColumn(said("sheet.lost", language), "right", keep=True),
        GridColumn(said("sheet.note", language), ratio=4),
    ]
    top = min((line.depth for line in sheet.lines), default=0)
    maxima = places_of([sheet.applicable, *(line.applicable for line in sheet.lines)])
    scores = places_of([sheet.total, *(line.score for line in sheet.lines)])
    losses = places_of([total_lost(sheet), *map(lost_in, sheet.lines)])
    rows = []
    for at, line in enumerate(sheet.lines):
        title = titled(line.title_vi, line.title_en, language)
        numbers = (
            "–" if line.outside_scale else brief(line.applicable, language, maxima),
            _cell(line.score, language, scores),
            _cell(lost_in(line), language, losses),
        )
        closes = at == len(sheet.lines) - 1
        cells = (line.code, title, *numbers, note_words(line, language))
        rows.append(GridRow(cells, bool(line.children), closes, line.depth - top))
    total = (
        brief(sheet.applicable, language, maxima),
        _cell(sheet.total, language, scores),
        _cell(total_lost(sheet), language, losses),
    )
    rows.append(GridRow(("", said("sheet.total", language), *total, ""), strong=True))
    return grid(columns, rows, width, colour)


def _cell(value: Number | None, language: Language, places: int) -> str:
    return "–" if value is None else brief(value, language, places)


def note_words(line: Line, language: Language) -> str:
    """The last column: the status where it is not a plain score, and what took the points."""
    found: list[str] = []
    if line.outside_scale:
        found.append(outside_words(line, language))
    if line.status == "judged" and line.judged_by:
        found.append(said("sheet.judged_by", language, by=line.judged_by))
    elif line.status != "scored":
        found.append(status_words(line, language))
    waiting = {} if line.children else waits_for(line, language)
    if waiting:
        found.append(said("sheet.waits", language, names=", ".join(waiting.values())))
    if line.applicable != line.maximum and line.status not in ("left_out", "open") and not line.outside_scale:
        found.append(said("sheet.of_maximum", language, maximum=amount(line.maximum, language)))
    if line.classes:
        found.append(classes_words(line.classes, language))
    return "; ".join([*found, *_causes(line, language)])


def outside_words(line: Line, language: Language) -> str:
    """That a criterion stands outside the scale, and what it can bring."""
    key = "sheet.outside_maximum" if line.maximum > 0 else "sheet.outside"
    return said(key, language, maximum=amount(line.maximum, language))


def _causes(line: Line, language: Language) -> list[str]:
    """What took the points, in short: the ledger says it whole. A cap that took only what was too much took none."""
    left_to_ledger = ["child", "outside", "surplus", "round"]
    left_to_ledger += ["fell_short"] if line.status == "judged" else []
    left_to_ledger += ["cap at", "hold"] if lost_in(line) == 0 else []
    losses = [loss for loss in line.lost if loss.cause not in left_to_ledger]
    found = []
    for loss in losses:
        if loss.reason is not None:
            words = reason_words(loss.reason, language)
        elif loss.cause == "fell_short":
            words = said("loss.fell_short_bare", language)
        else:
            words = loss_words(loss, line, language)
        found.append(words if len(losses) == 1 else f"{signed(-loss.amount, language)}: {words}")
    return found


def total_lost(sheet: Sheet) -> Exact | None:
    """What the top criteria of the scale lost together."""
    top = min((line.depth for line in sheet.lines), default=0)
    losses = [
        lost_in(line) for line in sheet.lines if line.depth == top and not line.outside_scale and line.score is not None
    ]
    known_losses = [loss for loss in losses if loss is not None]
    return sum(known_losses, start=0) if len(known_losses) == len(losses) else None


def _closing(sheet: Sheet, language: Language, width: int) -> str:
    closing = closing_words(sheet, language)
    return "\n".join(line for name, words in closing for line in wrapped(words, width, f"{name}: ", "  "))


def closing_words(sheet: Sheet, language: Language) -> list[tuple[str, str]]:
    """What stands below the total, each with its name: adjustments, index, class, published total."""
    lines = []
    moved = [entry for entry in sheet.total_entries if entry.construct != "child"]
    for entry in moved:
        words = f"{signed(entry.amount, language)} ({entry_words(entry, None, language)})"
        lines.append((said("sheet.adjusted", language), words))
    if sheet.index is not None:
        lines.append((said("sheet.index", language), index(sheet.index, language)))
    if sheet.classes:
        lines.append((said("sheet.class", language), _class(sheet, language)))
    if sheet.printed_total is not None:
        lines.append((said("sheet.printed", language), printed_words(sheet.printed_total, sheet.total, language)))
    return lines


def _class(sheet: Sheet, language: Language) -> str:
    """The class and, where it is settled, the rows that led to it."""
    words = classes_words(sheet.classes, language)
    rows = [class_row(one, language) for one in sheet.class_entries if one.words]
    if not rows or (len(sheet.classes) > 1 and sheet.class_entries[-1].construct != "quota"):
        return words
    return said("sheet.class_rows", language, classes=words, rows="; ".join(rows))


def class_row(one: Entry, language: Language) -> str:
    """The author's row; of a quota, what it did to the class."""
    if one.construct != "quota":
        return said("loss.row", language, words=" ".join(one.words.split()))
    parts = parts_words(one.parts, language)
    return f"{entry_words(one, None, language)} ({parts})" if parts else entry_words(one, None, language)


def printed_words(printed: Exact, total: Number | None, language: Language) -> str:
    """The published total, and whether the computed one is the same."""
    shown = plain(printed, language, 2)
    if total is None or isinstance(total, Range):
        return f"{shown} ({said('sheet.printed_open', language)})"
    if total == printed:
        return f"{shown} ({said('sheet.printed_same', language)})"
    return f"{shown} ({said('sheet.printed_differs', language, difference=signed(total - printed, language))})"


def _missing(sheet: Sheet, language: Language, width: int) -> str:
    title, *missing = missing_words(sheet, language) or [""]
    return "\n".join([title, *(line for one in missing for line in wrapped(one, width, "  - ", "    "))])


def missing_words(sheet: Sheet, language: Language) -> list[str]:
    """How much is missing, then each with the criteria that wait for it; nothing where nothing is."""
    waiting: dict[str, tuple[str, list[str]]] = {}
    for line in sheet.lines:
        if line.children:
            continue
        for name, title in waits_for(line, language, named=True).items():
            waiting.setdefault(name, (title, []))[1].append(line.code)
    if not waiting:
        return []
    found = [
        said("sheet.missing_for", language, title=title, codes=", ".join(codes)) for title, codes in waiting.values()
    ]
    return [said("sheet.missing_title", language, count=str(len(waiting))), *found]


def _day(iso: str, language: Language) -> str:
    from datetime import date

    return day(date.fromisoformat(iso), language) if iso else ""
