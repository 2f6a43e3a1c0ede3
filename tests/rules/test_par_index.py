# ruff: noqa: SIM300  (expected first, then actual)
"""The illustrative detail of PAR INDEX: three invented provinces, every criterion worked out by hand."""

from __future__ import annotations

import shutil
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from parrules.api.cache import user_cache
from parrules.api.find import find
from parrules.api.outcome import Evaluation
from parrules.api.verbs import evaluate, read_rules
from parrules.methodology.model import Criterion, Methodology
from parrules.scoring.sheet import Line, Sheet
from parrules.values.numbers import Exact, written
from parrules.values.ranges import Range

NAME = "vn.par_index.province_detail"
EXAMPLE = Path(__file__).parents[2] / "examples" / "province-detail-2023"
A, B, C = "minh-hoa-a", "minh-hoa-b", "minh-hoa-c"

BY_HAND = {
    "1.1": ("1.5", "0.75", "0"),  # issued 18/01; 10/02, late: half; never
    "1.2": ("1.9", "1.6", "0"),  # 38/40 and 24/30 of 2; a plan without tasks gets nothing
    "1.3": ("3.5", "0", "-"),  # one late; 3 late and 4 overdue are 4 - 1.5 - 4, held at 0; no tasks at all
    "1.4": ("1", "5/6", "0"),  # 10 of 30; 7 of 28 is 25%, of the 30% asked for; none
    "1.5": ("0.95", "0.4", "-"),  # 1, 80%, 1, 1; never sent, 60%, 0, 1; no reports at all
    "1.6": ("2.55", "1.65", "-"),  # the mean of 90% and 80%, of 60% and 50%, of 3; nobody was asked
    "1": ("11.4", "157/30", "0"),
    "2.1": ("1.9", "2", "-"),  # 19/20; 10/10; nothing planned
    "2.2": ("1.5", "0", "2"),  # 3/4; 0/3; nothing faulty: full
    "2.3": ("2", "0", "2"),  # all three; one of the three is missing; all three
    "2.4": ("2.55", "1.8", "3"),  # 80% and 90%; 60% and 60%; one group alone, 100%
    "2": ("7.95", "3.8", "7"),
    "3.1": ("2", "1", "2"),
    "3.2.1": ("2.7", "0", "3"),  # 9 of 10, the one not due yet left aside; 3 of 5, below 80%; 2 of 2
    "3.2.2": ("2.1875", "2", "-"),  # 7 of 8; 4 of 5, which is 80%; no dossiers of districts
    "3.2.3": ("2.5", "2.5", "-"),  # 6 of 6; 4 of 4; no dossiers of communes
    "3.2": ("7.3875", "4.5", "8"),  # the points of two levels are shared by the third
    "3.3": ("0.5", "0", "1"),  # 1 of 2 late ones; 0 of 3; none was late: full
    "3.4": ("1.95", "5/3", "2"),  # 1950/2000; 1500/1800; 1000/1000
    "3.5": ("3.2", "2.2", "-"),  # 75% and 85%; 50% and 60%, of 4
    "3": ("15.0375", "281/30", "13"),
    "4.1": ("2.5", "0", "2.5"),  # 2080 of 2100; 1925 of 1900; 1000 of 1000
    "4.2": ("1.2", "1.5", "1.5"),  # 4/5; nothing found: full
    "4.3": ("1", "0", "1.5"),  # one office; 4 offices are 1.5 - 2, held at 0; none
    "4.4": ("2.4", "1.65", "-"),
    "4": ("7.1", "3.15", "5.5"),
    "5.1": ("2", "1.6", "2"),
    "5.2": ("1.75", "0", "3"),  # 0.5 and 3 x 0.25; 2 and 0.5 and 6 x 0.25 limited to 1, held at 0; nobody
    "5.3": ("2", "0", "2"),
    "5.4": ("2", "1", "-"),  # 84%; 50%; nothing planned
    "5.5": ("2.4", "1.8", "-"),
    "5": ("10.15", "4.4", "7"),
    "6.1": ("2.7", "0", "-"),  # 5400/6000; nothing disbursed; no projects
    "6.2": ("2.4", "0", "3"),  # 4 of 5, the fifth after the end of the year; 0 of 4; no recommendations: full
    "6.3": ("1", "0", "-"),  # 8% less; 5% more; nothing was spent before
    "6.4": ("0.25", "0.1", "0"),
    "6.5": ("2.4", "1.5", "-"),
    "6": ("8.75", "1.6", "3"),
    "7.1": ("2", "25/56", "2.5"),  # 16/25 of the 80% asked for; 2/14; 2/2, more than asked for
    "7.2": ("25/12", "0", "-"),  # 6/12 of the 60% asked for; 0/4; no fees at all
    "7.3": ("1.8", "0", "0"),  # 9/25 of the 50% asked for; 1/14, below 10%; 0/2
    "7.4": ("0.98", "0.6", "1"),
    "7.5": ("1", "0", "1"),
    "7.6": ("2.1", "1.5", "-"),
    "7": ("2989/300", "713/280", "4.5"),
    "8.1": ("8.25", "7.1", "10"),
    "8.2.1": ("1.5", "0", "-"),  # 105%; 0%; nothing the year before
    "8.2.2": ("1", "0", "-"),  # 1200 against 700; 500 against 500; none of either
    "8.2.3": ("1.425", "0", "1.5"),  # 95%; 88.9%; 100%
    "8.2.4": ("0.9", "0.5", "0"),
    "8.2": ("4.825", "0.5", "1.5"),
    "8": ("13.075", "7.6", "11.5"),
}
"""Of each criterion the score of A, B and C; `-` where it is left out."""


@cache
def whole_round() -> dict[str, Sheet]:
    evaluation = evaluate(None, EXAMPLE / "evidence.yaml", cache=user_cache())
    assert () == evaluation.diagnostics
    assert () == evaluation.findings
    assert evaluation.is_complete
    return {sheet.body: sheet for sheet in evaluation.sheets}


@cache
def methodology() -> Methodology:
    file, _ = find(NAME)
    assert file is not None
    loaded = read_rules(file)
    assert () == loaded.diagnostics
    assert loaded.plan is not None
    return loaded.plan.methodology


def lines_of(body: str) -> dict[str, Line]:
    return {line.code: line for line in whole_round()[body].lines}


def said(line: Line) -> str:
    if line.score is None:
        return "-"
    assert not isinstance(line.score, Range)
    return written(line.score)


def test_nothing_is_wrong_with_the_rules_and_they_call_themselves_an_illustration() -> None:
    found = methodology()
    assert "illustrative" == found.fidelity
    assert found.title.vi.startswith("MINH HỌA - ")
    assert found.title.en.startswith("ILLUSTRATION - ")
    assert "không phải Quyết định 876/QĐ-BNV" in found.note
    assert {} == {one.code: one.fidelity for one in found.every_criterion() if one.fidelity}


def appraised(one: Criterion) -> Exact:
    """What of a field's maximum is not surveyed."""
    return one.maximum - sum(child.maximum for child in one.children if "leader_survey" in (child.score or ""))


def test_the_maxima_that_are_known_are_kept() -> None:
    fields = methodology().criteria
    assert ["9.5", "6", "13"] == [written(appraised(one)) for one in fields[:3]]
    assert 33 == sum(appraised(one) for one in fields[3:7])
    surveyed = sum(one.maximum - appraised(one) for one in fields)
    assert (22, "10", "6.5") == (surveyed, *(written(one.maximum) for one in fields[7].children))
    assert 100 == sum(one.maximum for one in fields)


def test_an_office_answers_for_every_criterion() -> None:
    assert [] == [one.code for one in methodology().every_criterion() if not one.accountable]


def test_every_criterion_of_the_example_is_worked_out_by_hand() -> None:
    assert set(BY_HAND) == {one.code for one in methodology().every_criterion()}


@pytest.mark.parametrize("code", BY_HAND)
def test_each_criterion_comes_out_as_worked_out_by_hand(code: str) -> None:
    assert BY_HAND[code] == tuple(said(lines_of(body)[code]) for body in (A, B, C))


@pytest.mark.parametrize(
    ("body", "total", "applicable", "index"),
    [
        (A, Fraction(100_111, 1200), 100, Fraction(100_111, 120_000)),
        (B, Fraction(2111, 56), 100, Fraction(2111, 5600)),
        (C, Fraction(103, 2), Fraction(121, 2), Fraction(103, 121)),
    ],
)
def test_the_index_is_the_unrounded_total_over_what_applies(
    body: str, total: Exact, applicable: Exact, index: Exact
) -> None:
    sheet = whole_round()[body]
    assert (total, applicable, index) == (sheet.total, sheet.applicable, sheet.index)


def test_where_nothing_arose_each_criterion_does_what_its_rule_says() -> None:
    status = {code: line.status for code, line in lines_of(C).items() if line.status != "scored"}
    exempt = {"1.2", "2.2", "3.3", "4.2", "6.2"}
    left_out = {"1.3", "1.5", "1.6", "2.1", "3.2.2", "3.2.3", "3.5", "4.4", "5.4", "5.5", "6.1", "6.3", "6.5"}
    left_out |= {"7.2", "7.6", "8.2.1", "8.2.2"}
    assert dict.fromkeys(exempt, "exempt") | dict.fromkeys(left_out, "left_out") == status


def test_lost_points_name_their_reasons_and_add_up_though_the_deductions_exceed_the_maximum() -> None:
    line = lines_of(B)["1.3"]
    reasons = [
        "".join(part if isinstance(part, str) else written(part.value) for part in loss.reason.parts)  # type: ignore[arg-type]
        for loss in line.lost
        if loss.reason is not None
    ]
    assert ["3 nhiệm vụ hoàn thành sau thời hạn", "4 nhiệm vụ đã quá hạn mà chưa hoàn thành"] == reasons
    assert [Fraction(3, 2), 4, Fraction(-3, 2)] == [loss.amount for loss in line.lost]
    assert "Văn phòng Ủy ban nhân dân tỉnh" == line.accountable


@pytest.mark.parametrize("body", [A, B, C])
def test_what_is_lost_adds_up_on_every_line(body: str) -> None:
    for line in whole_round()[body].lines:
        if line.score is not None:
            assert line.applicable - line.score == sum(loss.amount for loss in line.lost), line.code  # type: ignore[operator]


# One table of the example replaced: what its traps come to.


def with_table(folder: Path, table: str, rows: list[str], evidence: str | None = None) -> Evaluation:
    """The example where the only records of a table are these, of province A."""
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    path = folder / f"{table}.csv"
    head = path.read_text(encoding="utf-8").splitlines()[0]
    path.write_text("\n".join([head, *(f"{A},{row}" for row in rows)]) + "\n", encoding="utf-8")
    if evidence is not None:
        (folder / "evidence.yaml").write_text(evidence, encoding="utf-8")
    return evaluate(None, folder / "evidence.yaml", bodies=(A,), cache=user_cache())


def one_line(evaluation: Evaluation, code: str) -> Line:
    assert () == evaluation.findings
    return next(line for line in evaluation.sheets[0].lines if line.code == code)


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param([], "-", id="no tasks at all"),
        pytest.param(["T,01/01/2024,"], "-", id="the only task is not due yet"),
        pytest.param(["T,01/01/2024,01/02/2023"], "-", id="what was done before it was due counts when it is due"),
        pytest.param(["T,31/12/2023,31/12/2023"], "4", id="completed on the last day"),
        pytest.param(["T,31/12/2023,"], "3", id="due on the last day and still open is overdue"),
        pytest.param(["T,30/06/2023,01/07/2023"], "3.5", id="one day late"),
        pytest.param(["T,30/06/2023,15/02/2024"], "3.5", id="completed after the year, and so late"),
        pytest.param(["T,30/06/2022,"], "3", id="open since the year before"),
        pytest.param([f"T{n},30/06/2023," for n in range(4)], "0", id="four overdue take all"),
        pytest.param([f"T{n},30/06/2023," for n in range(40)], "0", id="forty overdue take no more"),
    ],
)
def test_tasks_are_late_overdue_or_not_due(tmp_path: Path, records: list[str], expected: str) -> None:
    assert expected == said(one_line(with_table(tmp_path, "tasks", records), "1.3"))


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("10/06/2023", "1"),
        ("13/06/2023", "0.8"),
        ("14/06/2023", "0.6"),
        ("15/06/2023", "0.6"),
        ("16/06/2023", "0"),
        ("", "0"),
    ],
)
def test_a_report_loses_by_days_late(tmp_path: Path, sent: str, expected: str) -> None:
    assert expected == said(one_line(with_table(tmp_path, "reports", [f"R,10/06/2023,{sent}"]), "1.5"))


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param([], "-", id="no projects"),
        pytest.param(["P,0,0"], "-", id="nothing planned and nothing disbursed"),
        pytest.param(["P,100,0"], "0", id="nothing disbursed"),
        pytest.param(["P,10000,4999"], "0", id="just below half"),
        pytest.param(["P,100,50"], "1.5", id="exactly half"),
        pytest.param(["P,3,2"], "2", id="two thirds of 3 exactly"),
        pytest.param(["P,100,100"], "3", id="all of it"),
        pytest.param(["P,100,120"], "3", id="more than planned is no more than all of it"),
        pytest.param(["P,100,0", "Q,100,100"], "1.5", id="projects are pooled, not averaged"),
    ],
)
def test_disbursement_is_pooled_over_projects(tmp_path: Path, records: list[str], expected: str) -> None:
    assert expected == said(one_line(with_table(tmp_path, "projects", records), "6.1"))


def test_without_any_dossier_the_whole_of_the_three_levels_is_left_out(tmp_path: Path) -> None:
    evaluation = with_table(tmp_path, "dossiers", [])
    assert ["-"] * 7 == [
        said(one_line(evaluation, code)) for code in ("3.2", "3.2.1", "3.2.2", "3.2.3", "7.1", "7.2", "7.3")
    ]
    assert "1" == said(one_line(evaluation, "3.3"))
    assert Fraction(169, 2) == evaluation.sheets[0].applicable  # 100 less 8, and less 2.5 three times


@pytest.mark.parametrize(
    ("returned", "expected"),
    [("20/06/2023", "8"), ("21/06/2023", "0"), ("", "0")],
    ids=["on the day", "a day late", "still open and overdue"],
)
def test_the_one_dossier_of_one_level_answers_for_all_three(tmp_path: Path, returned: str, expected: str) -> None:
    row = f"H,cấp xã,20/06/2023,{returned},không,không,trực tiếp,không phát sinh"
    assert expected == said(one_line(with_table(tmp_path, "dossiers", [row]), "3.2"))


def test_a_table_that_was_not_handed_in_leaves_its_criterion_open_and_nothing_else(tmp_path: Path) -> None:
    evidence = (
        (EXAMPLE / "evidence.yaml")
        .read_text(encoding="utf-8")
        .replace("  tasks: {file: tasks.csv, complete: yes}\n", "")
    )
    evaluation = with_table(tmp_path, "tasks", [], evidence)
    lines = {line.code: line for line in evaluation.sheets[0].lines}
    assert {"1", "1.3"} == {code for code, line in lines.items() if line.status == "open"}
    assert ("tasks",) == lines["1.3"].missing
    score = lines["1.3"].score
    assert isinstance(score, Range)
    assert (0, 4) == (score.low, score.high)


def test_a_satisfaction_of_8_21_percent_is_doubted_and_one_without_percent_is_refused(tmp_path: Path) -> None:
    for written_as, code in (('"8,21%"', "EV147"), ('"82,1"', "EV103")):
        shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
        values = (EXAMPLE / "values.csv").read_text(encoding="utf-8")
        assert '"82,5%"' in values
        (tmp_path / "values.csv").write_text(values.replace('"82,5%"', written_as), encoding="utf-8")
        evaluation = evaluate(None, tmp_path / "evidence.yaml", cache=user_cache())
        assert [code] == [one.code for one in evaluation.findings]
