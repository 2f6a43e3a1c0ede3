"""What is wrong with a whole round, or with its rules, is told where it stands."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from parrules.api.find import find
from parrules.api.outcome import Evaluation
from parrules.api.verbs import check, evaluate
from parrules.text.diagnostic import Diagnostic
from parrules.values.amounts import Number
from parrules.values.ranges import Range

HEAD = """\
parrules: 1
methodology: vn.bad.round
edition: "1"
title: Thử
fidelity: illustrative
valid: {from: 2024-01-01}
"""
RULES = (
    HEAD
    + """\
peers: group
evidence:
  x: {type: number, better: higher, title: Kết quả}
  answers: {type: count, min: 100, title: Số phiếu}
  pleased: {type: count, within: answers, title: Số phiếu hài lòng}
criteria:
  - code: "1"
    title: So với các đơn vị
    max: 10
    score: |
      low = lowest(x of peers)
      high = highest(x of peers)
      award maximum when high = low because "như nhau"
      otherwise min(10, 1 + 9 * (x above low) / (high - low)) when high > low
      otherwise 1
  - code: "2"
    title: Theo hạng
    max: 3
    score: |
      award 3 when rank(x of peers) <= 2
      otherwise 1
  - {code: "3", title: Hài lòng, max: 5, score: award pleased / answers * maximum}
  - {code: "4", title: Tự chấm, max: 2, judged: {by: đơn vị}}
"""
)
EVIDENCE = """\
parrules: 1
evidence: vn.bad.round
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
bodies: {a: {name: A, group: g}, b: {name: B, group: g}, c: {name: C, group: g}}
values:
  a: {x: 9, answers: 200, pleased: 100}
  b: {x: 5, answers: 200, pleased: 100}
  c: {x: 5, answers: 200, pleased: 100}
marks: {a: {"4": 1}, b: {"4": 1}, c: {"4": 1}}
"""


@pytest.mark.parametrize(
    ("expected", "was", "now"),
    [
        pytest.param(["EV202"], "c: {name: C, group: g}", "c: {name: C}", id="a body that is in no group"),
        pytest.param(["4:79 PR052", "EV202"], "C, group: g}", "C, group: [g, h]}", id="a body that is in two groups"),
        pytest.param(["7:22 EV117"], "b: {x: 5, answers: 200", "b: {x: 5, answers: 99", id="a survey too small"),
        pytest.param(
            ["6:36 EV164"],
            "9, answers: 200, pleased: 100",
            "9, answers: 200, pleased: 201",
            id="more pleased than answered",
        ),
        pytest.param(["9:18 EV162"], '{a: {"4": 1}', '{a: {"4": 2.25}', id="a self-score above the maximum"),
        pytest.param(["9:13 EV160"], '{a: {"4": 1}', '{a: {"4.1": 1}', id="a self-score of what is not there"),
        pytest.param(["9:13 EV161"], '{a: {"4": 1}', '{a: {"2": 1}', id="a self-score of what nobody judges"),
    ],
)
def test_evidence_that_will_not_do_is_told_where_it_stands(
    expected: list[str], was: str, now: str, tmp_path: Path
) -> None:
    assert was in EVIDENCE
    found = _scored(tmp_path, RULES, EVIDENCE.replace(was, now)).findings
    assert expected == [_place(one) for one in found if one.is_error]


def test_a_body_listed_in_two_groups_is_told(tmp_path: Path) -> None:
    (tmp_path / "bodies.csv").write_text("id,name,group\na,A,g\nb,B,g\nc,C,g\na,A,h\n", encoding="utf-8")
    bodies = EVIDENCE.splitlines()[3]
    found = _scored(tmp_path, RULES, EVIDENCE.replace(bodies, "bodies: bodies.csv")).findings
    assert ["5:1 EV158"] == [_place(one) for one in found]


def test_where_all_are_equal_a_min_max_gives_what_the_row_for_it_says(tmp_path: Path) -> None:
    outcome = _scored(tmp_path, RULES, EVIDENCE.replace("x: 9", "x: 5"))
    assert ((), [10, 10, 10]) == (outcome.findings, [sheet.lines[0].score for sheet in outcome.sheets])


def test_a_min_max_that_forgets_that_all_may_be_equal_is_refused(tmp_path: Path) -> None:
    row = '      award maximum when high = low because "như nhau"\n'
    rules = RULES.replace(row, "").replace("otherwise min(10", "award min(10").replace(" when high > low", "")
    (tmp_path / "rules.yaml").write_text(rules.replace("      otherwise 1\n  - code", "  - code"), encoding="utf-8")
    assert ["19:13 PR303", "19:25 PR301"] == [
        _place(one) for one in check(str(tmp_path / "rules.yaml")) if one.is_error
    ]


def test_those_equal_at_the_cut_of_a_list_share_the_better_place(tmp_path: Path) -> None:
    assert [3, 3, 3] == _second(_scored(tmp_path, RULES, EVIDENCE))  # places 1, 2 and 2


def test_while_the_place_at_the_cut_is_open_so_is_the_score(tmp_path: Path) -> None:
    outcome = _scored(tmp_path, RULES, EVIDENCE.replace("b: {x: 5", "b: {x: 6").replace("c: {x: 5, ", "c: {"))
    shown = [(score.low, score.high) if isinstance(score, Range) else score for score in _second(outcome)]
    assert [3, (1, 3), (1, 3)] == shown


def test_two_editions_valid_on_the_last_day_of_the_round_are_told(tmp_path: Path) -> None:
    for edition in ("1", "2"):
        text = RULES.replace('edition: "1"', f'edition: "{edition}"')
        (tmp_path / f"vn.bad.round@{edition}.yaml").write_text(text, encoding="utf-8")
    found, told = find("vn.bad.round", on=date(2025, 12, 31), folders=[tmp_path])
    assert (None, ["UC113"]) == (found, [one.code for one in told])
    found, told = find("vn.bad.round", on=date(2023, 12, 31), folders=[tmp_path])
    assert (None, ["UC112"]) == (found, [one.code for one in told])


def test_a_quota_of_a_class_that_nobody_reached_is_told(tmp_path: Path) -> None:
    classes = """\
classes: [Đạt, Tốt]
class: |
  award "Tốt" when total >= 20
  otherwise "Đạt"
quota: {for: Tốt, at_most: round_down(20% * count(peers where class >= "Tốt")), ties: all}
"""
    outcome = _scored(tmp_path, RULES + classes, EVIDENCE)
    assert (["EV220"], [("Đạt",)] * 3) == (
        [one.code for one in outcome.findings],
        [sheet.classes for sheet in outcome.sheets],
    )


def _scored(folder: Path, rules: str, evidence: str) -> Evaluation:
    (folder / "rules.yaml").write_text(rules, encoding="utf-8")
    (folder / "evidence.yaml").write_text(evidence, encoding="utf-8")
    outcome = evaluate(str(folder / "rules.yaml"), folder / "evidence.yaml")
    assert () == outcome.diagnostics
    return outcome


def _second(outcome: Evaluation) -> list[Number | None]:
    return [sheet.lines[1].score for sheet in outcome.sheets]


def _place(one: Diagnostic) -> str:
    if one.span is None:
        return one.code
    return f"{one.span.line}:{one.span.column} {one.code}"
