"""What is found in the evidence of a body while it is scored."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from parrules.evidence.records import Body, Round
from parrules.scoring.asking import lost_tables
from parrules.scoring.decisions import decided_in_vain
from parrules.scoring.facts import Facts
from parrules.scoring.outcome import Outcome
from parrules.scoring.sheet import Line
from parrules.scoring.working_days import beyond_calendar
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.values import ranges
from parrules.values.nothing import NOT_APPLICABLE
from parrules.values.numbers import Exact
from parrules.values.ranges import Range

_NO_OUTCOMES: Mapping[str, Outcome] = {}
_NO_BOUNDS: Mapping[str, Range] = {}


def found_in(
    round_: Round,
    body: Body,
    facts: Facts,
    lines: tuple[Line, ...] = (),
    outcomes: Mapping[str, Outcome] = _NO_OUTCOMES,
    bounds: Mapping[str, Range] = _NO_BOUNDS,
) -> tuple[Diagnostic, ...]:
    """Everything of it. lines and outcomes: none where the body is not assessed.

    bounds: between which the figures that are computed are declared to lie, by name.
    """
    return (
        *_read_in_vain(body, lines),
        *(wrong for outcome in outcomes.values() for wrong in outcome.findings),
        *decided_in_vain(body, lines),
        *_beyond(body, lines, bounds),
        *beyond_calendar(round_, body, facts),
        *lost_tables(body),
    )


def _beyond(body: Body, lines: tuple[Line, ...], bounds: Mapping[str, Range]) -> tuple[Diagnostic, ...]:
    """A figure that is computed, and came to more or less than it is declared to be."""
    beyond = {
        quantity.role: quantity.value
        for line in lines
        for quantity in line.named
        if quantity.role in bounds
        and isinstance(quantity.value, (int, Fraction))
        and ranges.intersection(ranges.as_range(quantity.value), bounds[quantity.role]).is_empty
    }
    return tuple(computed_beyond(body.name, name, value) for name, value in beyond.items())


def _read_in_vain(body: Body, lines: tuple[Line, ...]) -> tuple[Diagnostic, ...]:
    """A figure marked as not applicable that an applicable criterion reads: only `applies` makes it so."""
    found = []
    for line in lines:
        if line.status in ("left_out", "exempt"):
            continue
        for one in line.evidence:
            if one.value is NOT_APPLICABLE:
                where = one.provenance.file
                found.append(diagnostic("EV201", place=where, body=body.name, figure=one.name, code=line.code))
    return tuple(found)


def computed_beyond(body: str, name: str, value: Exact) -> Diagnostic:
    return diagnostic("EV203", body=body, name=name, value=value)
