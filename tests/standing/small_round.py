"""A methodology of one figure, and rounds of bodies that hand in what a test says."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from parrules.api.load import read
from parrules.api.verbs import score_round
from parrules.evidence.records import Body, Provenance, Round, Supplied
from parrules.plan.plan import Plan
from parrules.scoring.score import prepare
from parrules.scoring.sheet import Sheet
from parrules.standing.of_round import standings_of
from parrules.standing.round_tables import tables_of
from parrules.standing.standing import Standing, Within
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source
from parrules.values.amounts import Value

RULES = """\
parrules: 1
methodology: vn.x.round
edition: "1"
title: {vi: Thử, en: Trial}
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  done: {type: number, min: 0, max: 100, title: Việc xong}
  extra: {type: number, min: 0, max: 10, title: Việc thêm}
  small: {type: yes_no, of: body, title: Nhỏ}
  places: {type: count, of: round, title: Số suất}
criteria:
  - {code: "1", title: {vi: Một, en: One}, max: 100, score: award done}
  - {code: "2", title: Hai, max: 0, min: -10, outside_scale: yes, score: deduct extra}
"""
CLASSES = """\
classes: [Đạt, Tốt, Xuất sắc]
class: |
  award "Xuất sắc" when total >= 80
  otherwise "Tốt" when total >= 50
  otherwise "Đạt"
"""
START, END = datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)
OF_ROUND = ("places",)


def wrong(rules: str) -> list[Diagnostic]:
    """What is wrong in a rule file."""
    return [one for one in read(Source("a.yaml", rules), "a.yaml").diagnostics if one.is_error]


def codes(rules: str) -> list[str]:
    return [one.code for one in wrong(rules)]


def planned(rules: str) -> Plan:
    loaded = read(Source("a.yaml", rules), "a.yaml")
    assert loaded.plan is not None, loaded.diagnostics
    return loaded.plan


def body(id: str, group: str = "", region: str = "", /, **figures: Value) -> Body:
    """A body called as its id is, in capitals; what is not said of it is missing, but for `extra` and `small`."""
    known = {"extra": 0, "small": False, **figures}
    return Body(id, id.upper(), group, region, {name: _supplied(value) for name, value in known.items()})


def round_of(bodies: Sequence[Body], /, **figures: Value) -> Round:
    return Round(
        "vn.x.round", "1", 2025, START, END, "self", tuple(bodies), {n: _supplied(v) for n, v in figures.items()}
    )


def scored(rules: str, bodies: Sequence[Body], /, **figures: Value) -> tuple[dict[str, Sheet], tuple[Diagnostic, ...]]:
    """The sheets of a round by body, and what was found."""
    round_ = round_of(bodies, **figures)
    sheets, findings = score_round(planned(rules), round_, round_.bodies, ())
    return {sheet.body: sheet for sheet in sheets}, findings


def classes(rules: str, bodies: Sequence[Body], /, **figures: Value) -> dict[str, tuple[str, ...]]:
    """The class of each body, or all that it can be."""
    return {id: sheet.classes for id, sheet in scored(rules, bodies, **figures)[0].items()}


def standings(rules: str, bodies: Sequence[Body], *, by: str = "", within: Within = "round") -> tuple[Standing, ...]:
    plan, round_ = planned(rules), round_of(bodies)
    sheets, _ = score_round(plan, round_, round_.bodies, ())
    prepared = prepare(plan)
    return standings_of(prepared, round_, sheets, tables_of(plan, prepared.said, round_), by=by, within=within)


def standing(rules: str, bodies: Sequence[Body], *, by: str = "") -> Standing:
    """The standing of the whole round."""
    return standings(rules, bodies, by=by)[0]


def at(found: Standing) -> list[tuple[str, int, int]]:
    """Each body with the places that it can have, in the order of the standing."""
    return [(row.body, row.place.first, row.place.last) for row in found.rows]


def many(values: Mapping[str, Value | None]) -> list[Body]:
    """Bodies by their figure `done`; None where it is missing."""
    return [body(id) if value is None else body(id, done=value) for id, value in values.items()]


def _supplied(value: Value) -> Supplied:
    return Supplied(value, str(value), Provenance())
