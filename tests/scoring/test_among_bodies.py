"""Ranks counted by putting bodies in order once are those that looking at every other one gives."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from parrules.api.load import read
from parrules.api.verbs import score_round
from parrules.evidence.records import Body, Provenance, Round, Supplied
from parrules.scoring import gathering
from parrules.text.source import Source
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import Exact

RULES = """\
parrules: 1
methodology: vn.x.ranks
edition: "1"
title: Thử
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  more: {type: number, min: 0, max: 9, better: higher, title: Nhiều hơn là tốt}
  less: {type: number, min: 0, max: 9, better: lower, title: Ít hơn là tốt}
  both: {type: number, better: higher, title: Cộng, formula: more + less}
  small: {type: yes_no, of: body, title: Nhỏ}
criteria:
"""
WAYS = (
    "rank(more of peers)",
    "rank(less of bodies)",
    "rank(both of bodies)",
    "rank(more of peers where small)",
    "count(peers where more - less > more)",
    "count(bodies where not small and more < more_own)",
    "count(peers where small)",
    "count(peers where more > less)",
    "count(peers where more_own > more)",
    "count(bodies where small and more <= more_own)",
)


def rules(ways: Sequence[str]) -> str:
    criteria = (
        f'  - code: "{place}"\n    title: Một\n    max: 100\n    score: |\n'
        f"      more_own = more\n      award maximum\n      deduct 1 per min(100, {way})\n"
        for place, way in enumerate(ways)
    )
    return RULES + "".join(criteria)


def scores(ways: Sequence[str], bodies: Sequence[Body]) -> list[list[Number | None]]:
    plan = read(Source("a.yaml", rules(ways)), "a.yaml").plan
    assert plan is not None
    round_ = Round("vn.x.ranks", "1", 2025, date(2025, 1, 1), date(2025, 12, 31), "self", tuple(bodies))
    sheets, _ = score_round(plan, round_, round_.bodies, ())
    return [[line.score for line in sheet.lines] for sheet in sheets]


def body(place: int, group: str, more: int | None, less: int | None, small: bool | None) -> Body:
    said = {"more": more, "less": less, "small": small}
    figures = {name: Supplied(value, "", Provenance()) for name, value in said.items() if value is not None}
    return Body(f"b{place}", f"B{place}", group, "", figures)


FIGURE = some.one_of(some.none(), some.integers(0, 3))
BODIES = some.lists(
    some.tuples(some.sampled_from("xy"), FIGURE, FIGURE, some.sampled_from([True, False, None])), min_size=1, max_size=6
)


@given(BODIES)
def test_they_are_those_that_looking_at_every_other_one_gives(
    said: list[tuple[str, int | None, int | None, bool | None]],
) -> None:
    bodies = [body(place, *one) for place, one in enumerate(said)]
    found = scores(WAYS, bodies)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gathering, "count_of_bodies", lambda one, facts: None)
        plain = scores(WAYS, bodies)
    for (_, more, less, _), quick, slow in zip(said, found, plain, strict=True):
        for a, b in zip(quick, slow, strict=True):
            assert a is not None and b is not None
            if more is not None and less is not None:
                assert a == b
            assert _is_within(a, b)


def test_nobody_is_above_itself_however_open_it_is() -> None:
    bodies = [body(0, "x", None, 0, False), body(1, "x", 5, 0, False), body(2, "x", 0, 0, False)]
    found = [100 - end for sheet in scores(WAYS[:1], bodies) for end in reversed(_ends(sheet[0]))]
    assert [1, 2, 1, 2, 2, 3] == found


def test_a_body_that_is_perhaps_not_there_is_perhaps_above() -> None:
    plan_rules = rules(WAYS[:1]) + "applies: not small\n"
    plan = read(Source("a.yaml", plan_rules), "a.yaml").plan
    assert plan is not None
    bodies = (body(0, "x", 1, 0, False), body(1, "x", 5, 0, None), body(2, "x", 9, 0, True))
    round_ = Round("vn.x.ranks", "1", 2025, date(2025, 1, 1), date(2025, 12, 31), "self", bodies)
    sheets, _ = score_round(plan, round_, bodies, ())
    # one is perhaps not assessed, and the best is not assessed at all
    assert (98, 99) == _ends(sheets[0].total)
    assert False is sheets[2].assessed


def _is_within(inner: Number, outer: Number) -> bool:
    return _ends(outer)[0] <= _ends(inner)[0] and _ends(inner)[1] <= _ends(outer)[1]


def _ends(value: Number | None) -> tuple[Exact, Exact]:
    assert value is not None
    known = ranges.as_range(value)
    assert known.low is not None and known.high is not None
    return known.low, known.high
