"""From what was handed in as text to what it is worth: each figure read by its kind and held against its limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from parrules.evidence.amounts import read_amount
from parrules.evidence.held import misheld
from parrules.evidence.mistakes import Mistake, above_maximum, below_minimum, limit
from parrules.evidence.readers.listing import Cell, Ratios, Spelled
from parrules.evidence.records import Provenance, Records, Supplied
from parrules.methodology.model import Column, Figure, Table
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import Nearest
from parrules.text.source import Span
from parrules.values.amounts import Value
from parrules.values.nothing import MISSING, NONE
from parrules.values.numbers import Exact


@dataclass(frozen=True, slots=True)
class HandedFigure:
    """A figure as a reader found it. body: None for one of the whole round; absent: where `none: yes` stands."""

    body: Spelled | None
    figure: Figure
    written: Spelled
    provenance: Provenance
    absent: bool = False


@dataclass(frozen=True, slots=True)
class HandedTable:
    """A table of records of one body, as a reader found it. span: where it says so."""

    body: str
    span: Span
    table: Table
    records: Records


@dataclass(frozen=True, slots=True)
class Bound:
    """What was handed in, by body and then by name. Figures of the whole round are under the body `""`.

    handed: by body and name, how a reader found each figure, for its place.
    """

    figures: Mapping[str, Mapping[str, Supplied]]
    tables: Mapping[str, Mapping[str, Records]]
    handed: Mapping[tuple[str, str], HandedFigure]


def value_of(written: Spelled | None, declared: Figure | Column) -> Value | Mistake:
    """The value of a figure or a column that stands somewhere, by what its cell holds; None is a blank."""
    if not isinstance(written, Cell):
        return declared_value(written.text if written is not None else "", declared)
    wrong = misheld(written, declared.kind) if written.holds != "text" else None
    return declared_value(written.text, declared, written.ratios) if wrong is None else wrong


def declared_value(text: str, declared: Figure | Column, ratios: Ratios = "") -> Value | Mistake:
    """The value of a figure or a column that `text` says, within the limits that are declared."""
    value = read_amount(text, declared.kind, none=declared.none, low=declared.low, ratios=ratios)
    number = as_number(value)
    if number is None:
        return value
    if declared.low is not None and number < declared.low:
        return below_minimum(text.strip(), declared.low, declared.kind)
    if declared.high is not None and number > declared.high:
        return above_maximum(text.strip(), declared.high, declared.kind)
    return number


def as_number(value: Value | Mistake) -> Exact | None:
    """The value where it is a number (a date and one of a list are), else None."""
    return value if isinstance(value, (int, Fraction)) and not isinstance(value, bool) else None


def supplied(one: HandedFigure) -> tuple[Supplied | None, tuple[Diagnostic, ...]]:
    """The figure as it was handed in; None where it is blank or wrong."""
    figure = one.figure
    if one.absent:
        if figure.none is None:
            return None, (never_absent(one.written.span, figure.name),)
        return Supplied(NONE, figure.none, one.provenance), ()
    value = value_of(one.written, figure)
    if isinstance(value, Mistake):
        return None, (value.at(one.written.span, figure.name),)
    if value is MISSING:
        return None, ()
    read = Supplied(value, one.written.text.strip() or figure.none or "", one.provenance)
    return read, () if _is_expected(value, figure) else (unexpected(one.written.span, figure, read.written),)


def bind(
    figures: Iterable[HandedFigure], tables: Iterable[HandedTable], bodies: Iterable[str]
) -> tuple[Bound, tuple[Diagnostic, ...]]:
    """Everything handed in, to the body it is of; what is handed in for an unknown body is found.

    What is handed in twice is found too, and is then missing: nobody can say which of the two holds.
    """
    known = tuple(bodies)
    figures_of, handed, found = _figures_by_body(figures, known)
    tables_of, more = _tables_by_body(tables, known)
    return Bound(figures_of, tables_of, handed), (*found, *more)


def _figures_by_body(
    figures: Iterable[HandedFigure], bodies: tuple[str, ...]
) -> tuple[dict[str, dict[str, Supplied]], dict[tuple[str, str], HandedFigure], list[Diagnostic]]:
    found: list[Diagnostic] = []
    of_body: dict[str, dict[str, Supplied]] = {"": {}, **{body: {} for body in bodies}}
    handed: dict[tuple[str, str], HandedFigure] = {}
    near = Nearest(bodies)
    for one in figures:
        body, name = one.body.text.strip() if one.body else "", one.figure.name
        if one.body is not None and (not body or body not in of_body):
            found.append(unknown_body(one.body.span, body, near.to(body)))
            continue
        read, mistakes = supplied(one)
        found += mistakes
        if (body, name) in handed and (read or mistakes):
            found.append(handed_twice(one.written.span, name, body, handed[body, name].provenance))
            of_body[body].pop(name, None)
        elif read or mistakes:
            handed[body, name] = one
            of_body[body] |= {name: read} if read else {}
    return of_body, handed, found


def _tables_by_body(
    tables: Iterable[HandedTable], bodies: tuple[str, ...]
) -> tuple[dict[str, dict[str, Records]], list[Diagnostic]]:
    found: list[Diagnostic] = []
    of_body: dict[str, dict[str, Records]] = {body: {} for body in bodies}
    first: dict[tuple[str, str], Provenance] = {}
    near = Nearest(bodies)
    for one in tables:
        body, name = one.body, one.table.name
        if body not in of_body:
            found.append(unknown_body(one.span, body, near.to(body)))
        elif (body, name) in first:
            found.append(handed_twice(one.span, name, body, first[body, name]))
            of_body[body].pop(name, None)
        else:
            first[body, name] = one.records.provenance
            of_body[body][name] = one.records
    return of_body, found


def _is_expected(value: Value, figure: Figure) -> bool:
    number, low, high = as_number(value), figure.expected_low, figure.expected_high
    return number is None or ((low is None or number >= low) and (high is None or number <= high))


def never_absent(span: Span, name: str) -> Diagnostic:
    """`none: yes` for a figure that does not declare what it means."""
    return diagnostic("EV146", span, name=name)


def unexpected(span: Span, figure: Figure, text: str) -> Diagnostic:
    """A value that can be, beyond what the methodology expects."""
    low = limit("low", figure.expected_low, figure.kind)
    high = limit("high", figure.expected_high, figure.kind)
    arguments = {"name": figure.name, "text": text, **low, **high}
    return Diagnostic("EV147", span, tuple(arguments.items()), "warning")


def unknown_body(span: Span | None, body: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("EV148", span, body=body, suggestion=suggestion)


def handed_twice(span: Span, name: str, body: str, first: Provenance) -> Diagnostic:
    """A figure or a table that was handed in before, in another place."""
    place = f"{first.file}:{first.line}" if first.line else first.file
    if first.cell:
        place = f"{first.file}, {first.sheet}!{first.cell}"
    return diagnostic("EV149", span, name=name, body=body or None, first=place)
