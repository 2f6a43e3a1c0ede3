"""A reconciliation for a terminal: a row for each that was published, then in words every figure that differs."""

from __future__ import annotations

from parrules.evidence.published import FigureName
from parrules.report.columns import visible, wrapped
from parrules.report.grid import GridColumn, GridRow, grid
from parrules.report.spelling import index, plain
from parrules.report.words import said, titled
from parrules.standing.reconciliation import Alone, Comparison, Reconciliation, Subject, SubjectVerdict
from parrules.standing.verdicts import Verdict
from parrules.text.spelling import Language, number
from parrules.values.amounts import Number
from parrules.values.numbers import Exact
from parrules.values.ranges import Range

_VERDICTS: tuple[Verdict, ...] = ("exact", "within_rounding", "contradicts", "open")


def reconciliation_table(found: Reconciliation, language: Language, width: int = 80, colour: bool = False) -> str:
    """The whole page. The text needs no colour to be read."""
    title = titled(found.title_vi, found.title_en, language)
    heading = [said("reconcile.heading", language), *(wrapped(title, width) if title else [])]
    differing = [one for one in found.comparisons if one.verdict != "exact"]
    parts = [
        "\n".join(heading),
        _rows(found, language, width, colour),
        _counts(found.verdicts(), language, width),
        *_differing(differing, language, width),
        _alone(found.alone, language, width),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _rows(found: Reconciliation, language: Language, width: int, colour: bool) -> str:
    """A row a body, a mean or a sum, with the comparison that decided its verdict."""
    if not found.comparisons:
        return ""
    columns = [
        GridColumn(said("reconcile.column_name", language), ratio=5),
        GridColumn(said("reconcile.column_figure", language), ratio=4),
        GridColumn(said("reconcile.column_printed", language), "right", keep=True),
        GridColumn(said("reconcile.column_computed", language), "right", keep=True),
        GridColumn(said("reconcile.column_verdict", language), ratio=4),
    ]
    rows = []
    for one in found.verdicts():
        lead = next(other for other in one.comparisons if other.verdict == one.verdict)
        for shown in one.comparisons if one.subject.kind == "mean" else (lead,):
            cells = (
                subject_name(one.subject, language),
                _figure(shown, language),
                visible(shown.printed.written),
                _value(shown.computed, shown, language, brief=True),
                said(f"reconcile.verdict_{shown.verdict}", language),
            )
            rows.append(GridRow(cells, strong=shown.verdict == "contradicts"))
    return grid(columns, rows, width, colour)


def _figure(one: Comparison, language: Language) -> str:
    """What was published; of a mean also how the other was found, since there may be two."""
    if one.subject.kind == "mean":
        return said(f"reconcile.by_{one.way}", language)
    if one.subject.kind == "sum":
        return said("reconcile.figure_sum", language)
    return figure_name(one.figure, one.subject.code, language)


def _counts(verdicts: tuple[SubjectVerdict, ...], language: Language, width: int) -> str:
    counts = [(one, sum(found.verdict == one for found in verdicts)) for one in _VERDICTS]
    words = [said(f"reconcile.count_{one}", language, count=str(count)) for one, count in counts if count]
    return "\n".join(wrapped("; ".join(words), width)) if words else ""


def _differing(differing: list[Comparison], language: Language, width: int) -> list[str]:
    """Each figure that differs, below what was found of it and what would explain it."""
    kinds = dict.fromkeys((one.verdict, one.policy) for one in sorted(differing, key=_gravity))
    parts = []
    for verdict, policy in kinds:
        head = said(f"reconcile.finding_{verdict}", language)
        if policy:
            head = said("reconcile.explained", language, finding=head, why=said(f"reconcile.policy_{policy}", language))
        about = [one for one in differing if (one.verdict, one.policy) == (verdict, policy)]
        lines = [line for one in about for line in wrapped(_words(one, language), width, "  - ", "    ")]
        parts.append("\n".join([*wrapped(head + ":", width), *lines]))
    return parts


def _gravity(one: Comparison) -> int:
    return ("contradicts", "open", "within_rounding", "exact").index(one.verdict)


def _words(one: Comparison, language: Language) -> str:
    """What was printed, what the other is, and what the digits allow."""
    name = subject_name(one.subject, language)
    if one.subject.kind != "sum":
        name += f", {figure_name(one.figure, one.subject.code, language)}"
    printed = visible(one.printed.written)
    other = _other(one, language)
    return said("reconcile.found", language, name=name, printed=printed, other=other) + _bounds(one, language)


def _other(one: Comparison, language: Language) -> str:
    value = _value(one.computed, one, language)
    sign = "" if value.startswith("≈") else "= "
    if one.way == "points_of_maximum" and len(one.terms) == 2:
        value = f"{' / '.join(_plain(term, language) for term in one.terms)} {sign}{value}"
    elif len(one.terms) > 1 and one.figure != "percent":
        value = f"{_added(one, language)} {sign}{value}"
    return said(f"reconcile.way_{one.way}", language, value=value)


def _added(one: Comparison, language: Language) -> str:
    """`61,86 + 28,10`, `61 − 4`."""
    places = one.printed.places or 0
    shown = _plain(one.terms[0], language, places)
    for term in one.terms[1:]:
        words = _plain(term, language, places)
        shown += f" − {words.removeprefix('−')}" if words.startswith("−") else f" + {words}"
    return shown


def _bounds(one: Comparison, language: Language) -> str:
    """The two intervals, where the digits of either allow more than one number."""
    if one.printed.places is None or one.way in ("maximum", "printed_twice"):
        return ""
    printed, within = one.printed.range, one.within
    if not isinstance(within, Range) or within.low is None or within.high is None:
        return ""
    sides = [_interval(side, one, language) for side in (printed, within)]
    return said("reconcile.bounds", language, printed=sides[0], other=sides[1])


def _interval(side: Range, one: Comparison, language: Language) -> str:
    key = "reconcile.from_below" if side.high_open else "reconcile.from_to"
    low, high = (_exact(end, one, language) if end is not None else "?" for end in (side.low, side.high))
    return said(key, language, low=low, high=high)


def _alone(alone: tuple[Alone, ...], language: Language, width: int) -> str:
    """What could not be compared, a line a body, the figures of one criterion together."""
    bodies: dict[str, dict[str, list[str]]] = {}
    for one in alone:
        figure = "score" if one.figure == "points" and one.subject.code else one.figure
        words = f"{said(f'reconcile.figure_{figure}', language)} {visible(one.printed.written)}"
        bodies.setdefault(subject_name(one.subject, language), {}).setdefault(one.subject.code, []).append(words)
    if not bodies:
        return ""
    lines = wrapped(said("reconcile.alone", language), width)
    for name, codes in bodies.items():
        pieces = [_of_code(code, words, language) for code, words in codes.items()]
        lines += wrapped(f"{name}: {'; '.join(pieces)}", width, "  - ", "    ")
    return "\n".join(lines)


def _of_code(code: str, words: list[str], language: Language) -> str:
    figures = ", ".join(words)
    return said("reconcile.of_criterion", language, code=visible(code), figures=figures) if code else figures


def subject_name(one: Subject, language: Language) -> str:
    if one.kind == "sum":
        return visible(titled(one.title_vi, one.title_en, language))
    if one.kind == "mean":
        return said("reconcile.everybody", language) if one.body == "all" else visible(one.body_name)
    return visible(one.body_name)


def figure_name(figure: FigureName, code: str, language: Language) -> str:
    """`total`, `points of criterion 1`, `place`."""
    if not code:
        return said(f"reconcile.figure_{figure}", language)
    if figure == "points":
        return said("reconcile.criterion_points", language, code=visible(code))
    name = said(f"reconcile.figure_{figure}", language)
    return said("reconcile.criterion_figure", language, code=visible(code), figure=name)


def _value(value: Number, one: Comparison, language: Language, brief: bool = False) -> str:
    if not isinstance(value, Range):
        return _exact(value, one, language, brief)
    ends = ["?" if end is None else _exact(end, one, language, brief) for end in (value.low, value.high)]
    return f"{ends[0]} … {ends[1]}"


def _exact(value: Exact, one: Comparison, language: Language, brief: bool = False) -> str:
    if one.figure == "percent":
        if brief:
            return index(value, language)
        return number(value * 100, language, max((one.printed.places or 2) - 2, 0)).replace("-", "−") + "%"
    return plain(value, language, 0 if one.way == "maximum" else one.printed.places)


def _plain(value: Number, language: Language, places: int = 0) -> str:
    return "?" if isinstance(value, Range) else plain(value, language, places)
