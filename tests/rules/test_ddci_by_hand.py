"""DDCI worked out a second time, without parrules: min-max from 1 to 10 over the bodies of a group, means, weights."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import parrules

WEIGHTS = {"1": 40, "2": 30, "3": 30}
INDICATORS = {"1.1": "open", "1.2": "forms", "2.1": "days", "2.2": "visits", "3.1": "support", "3.2": "solved"}
LESS_IS_BETTER = {"forms", "days", "visits"}
GROUPS = ("sở, ngành", "địa phương")

Round = list[tuple[str, dict[str, int]]]
"""The group and the figures of each body."""


def normal(own: int, group: list[int], less_is_better: bool) -> Fraction:
    """From 1 for the worst to 10 for the best; 10 where all are equal, which is our choice."""
    low, high = min(group), max(group)
    if low == high:
        return Fraction(10)
    part = Fraction(own - low, high - low)
    return 1 + 9 * (1 - part if less_is_better else part)


def scores_of(body: int, round_: Round) -> dict[str, Fraction]:
    group, own = round_[body]
    peers = [figures for of, figures in round_ if of == group]
    found = {
        code: normal(own[name], [one[name] for one in peers], name in LESS_IS_BETTER) * WEIGHTS[code[0]] / 10
        for code, name in INDICATORS.items()
    }
    found |= {part: (found[f"{part}.1"] + found[f"{part}.2"]) / 2 for part in WEIGHTS}
    return {**found, "total": sum(found[part] for part in WEIGHTS) + Fraction(0)}


def written(round_: Round) -> str:
    lines = ["parrules: 1", "evidence: vn.ddci", "round: {year: 2025, from: 2025-01-01, to: 2025-12-31}", "stage: self"]
    lines += ["bodies:", *(f'  b{place}: {{name: B{place}, group: "{of}"}}' for place, (of, _) in enumerate(round_))]
    lines.append("values:")
    for place, (_, figures) in enumerate(round_):
        lines.append(f"  b{place}: {{{', '.join(f'{name}: {value}' for name, value in figures.items())}}}")
    return "\n".join(lines) + "\n"


FIGURES = st.fixed_dictionaries({name: st.integers(0, 9) for name in INDICATORS.values()})
ROUNDS = st.lists(st.tuples(st.sampled_from(GROUPS), FIGURES), min_size=1, max_size=8)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("round") / "evidence.yaml"


@settings(max_examples=60, phases=(Phase.reuse, Phase.generate))  # a round is soon read, and slow to make smaller
@given(round_=ROUNDS)
def test_every_score_of_a_round_is_what_min_max_means_and_weights_give(file: Path, round_: Round) -> None:
    file.write_text(written(round_), encoding="utf-8")
    sheets = parrules.evaluate("vn.ddci", file).sheets
    assert len(round_) == len(sheets)
    for body, found in enumerate(sheets):
        assert scores_of(body, round_) == {one.code: one.score for one in found.lines} | {"total": found.total}
