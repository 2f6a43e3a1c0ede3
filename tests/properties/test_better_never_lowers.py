"""A better figure never lowers a score: in every shipped methodology that is meant so, whatever else was handed in.

A figure says under `better` which way is good. Where rules give less for better evidence they are wrong, or say no more
than that the figure has no direction.
"""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import datetime
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from parrules.api.find import RuleFile, find
from parrules.api.verbs import read_rules
from parrules.evidence.records import Body, Provenance, Round, Supplied
from parrules.methodology.model import Figure
from parrules.scoring.score import Prepared, prepare, score_body
from parrules.values.amounts import Value

CASES = Path(__file__).parents[1] / "cases"
SHIPPED = (
    "vn.nd307.commune",
    "vn.nd307.ward",
    "vn.nd307.province",
    "vn.hp212",
    "vn.qd766",
    "vn.par_index.ministry@2022",
    "vn.par_index.province@2017",
    "vn.par_index.province@2020",
    "vn.par_index.province@2022",
    "vn.district.nguyen_binh",
    "vn.sipas",
)
WRITTEN = ("p09-base-plus-increments", "p10-less-is-better")
START, END = datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)
MOST: Mapping[str, int] = {"count": 3_000_000, "number": 12_000, "money": 12_000, "points": 100, "ratio": 1, "days": 60}
"""So much at most, where a figure does not say it itself."""


def prepared(name: str) -> Prepared:
    path = CASES / name / "rules.yaml"
    file = RuleFile(path, path.name) if path.is_file() else find(name)[0]
    assert file is not None
    plan = read_rules(file).plan
    assert plan is not None
    return prepare(plan)


KNOWN = {name: prepared(name) for name in (*SHIPPED, *WRITTEN)}


@pytest.mark.parametrize("name", KNOWN)
@settings(max_examples=30, deadline=None)
@given(chance=st.data())
def test_a_better_figure_never_lowers_a_score(name: str, chance: st.DataObject) -> None:
    rules = KNOWN[name]
    figures = [one for one in rules.plan.methodology.figures if one.formula is None]
    before = {one.name: chance.draw(_values(one)) for one in figures}
    for one in figures:
        if one.within is not None:
            before[one.name] = min(before[one.name], before[one.within])  # type: ignore[type-var]
    improved = chance.draw(st.sampled_from([one for one in figures if one.better is not None]))
    after = {**before, improved.name: chance.draw(_better(improved, before))}
    low, high = _scores(rules, figures, before), _scores(rules, figures, after)
    assert [] == [code for code in low if code in high and high[code] < low[code]], (improved.name, before, after)


def _scores(rules: Prepared, figures: list[Figure], values: Mapping[str, Value]) -> dict[str, Fraction]:
    """The score of each criterion that applies, and the total where all do."""
    supplied = {name: Supplied(value, str(value), Provenance()) for name, value in values.items()}
    of_round = {one.name: supplied[one.name] for one in figures if one.of == "round"}
    body = Body("a", "A", figures=supplied)
    methodology = rules.plan.methodology
    round_ = Round(methodology.name, methodology.edition, 2025, START, END, "self", (body,), of_round)
    sheet, _ = score_body(rules, round_, body)
    found = {line.code: line.score for line in sheet.lines}
    return {code: Fraction(score) for code, score in found.items() if isinstance(score, (int, Fraction))}


def _values(figure: Figure) -> st.SearchStrategy[Value]:
    """What the figure may be."""
    kind = figure.kind.name
    if kind == "yes_no":
        return st.booleans()
    if kind == "one_of":
        return st.integers(0, len(figure.kind.options) - 1)  # its place in the list
    low = figure.low if figure.low is not None else 0
    high = figure.high if figure.high is not None else MOST[kind]
    if kind == "count":
        return st.integers(int(low), int(high)) | st.integers(int(low), min(int(high), int(low) + 40))
    return st.integers(0, 200).map(lambda part: low + Fraction(part, 200) * (high - low))


@st.composite
def _better(draw: DrawFn, figure: Figure, values: Mapping[str, Value]) -> Value:
    """A value that is as good, or better, and still a part of what it is within."""
    now = values[figure.name]
    found = draw(_values(figure))
    if figure.better == "higher":
        whole = values[figure.within] if figure.within is not None else found
        return max(now, min(found, whole))  # type: ignore[type-var]
    return min(now, found)  # type: ignore[type-var]
