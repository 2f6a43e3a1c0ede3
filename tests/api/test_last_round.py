"""`last(x)` from the rules and the evidence of two rounds to the score sheets."""
# ruff: noqa: SIM300  (expected first, then actual)

from pathlib import Path

import pytest

from parrules.api.outcome import Evaluation
from parrules.api.stages import stages
from parrules.api.verbs import evaluate
from parrules.values.amounts import Number
from parrules.values.ranges import Range

HEAD = """\
parrules: 1
methodology: a.x
edition: "2025"
title: Thử
fidelity: illustrative
valid: {from: 2024-01-01}
"""
RULES = (
    HEAD
    + """\
evidence:
  done: {type: count, title: Xong}
criteria:
  - code: "1"
    title: Tăng
    max: 4
    score: |
      award maximum when last(done) is none
      otherwise 3 when done > last(done)
      otherwise 0
"""
)
CLASSES = """\
classes: [Kém, Khá, Tốt]
class: |
  award "Khá" when last(total) is none
  otherwise "Tốt" when total > last(total)
  otherwise "Kém"
"""
THEN = """\
parrules: 1
evidence: a.x
round: {year: 2024, from: 2024-01-01, to: 2024-12-31}
bodies: {a: A, b: B, c: C}
values: {a: {done: 1}, b: {done: 2}, c: {done: 3}}
"""
NOW = """\
parrules: 1
evidence: a.x
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
bodies: {a: A, b: B, c: C}
values: {a: {done: 2}, b: {done: 2}, c: {done: 9}}
last: then.yaml
"""


def outcome(folder: Path, now: str = NOW, then: str = THEN, rules: str = RULES, **files: str) -> Evaluation:
    written = {"now": now, "then": then, "rules": rules, **files}
    for name, text in written.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return evaluate(str(folder / "rules.yaml"), folder / "now.yaml")


def totals(found: Evaluation) -> dict[str, Number | None]:
    return {sheet.body: sheet.total for sheet in found.sheets}


def told(found: Evaluation) -> list[str]:
    return [one.code for one in (*found.diagnostics, *found.findings)]


def test_a_figure_of_the_last_round_is_read(tmp_path: Path) -> None:
    found = outcome(tmp_path)
    assert ({"a": 3, "b": 0, "c": 3}, []) == (totals(found), told(found))
    evidence = {one.name: (one.written, one.provenance.file) for one in found.sheets[0].lines[0].evidence}
    assert {"done": ("2", "now.yaml"), "last(done)": ("1", "then.yaml")} == evidence


def test_without_the_last_round_its_figures_are_missing(tmp_path: Path) -> None:
    found = outcome(tmp_path, NOW.replace("last: then.yaml\n", ""))
    assert {body: Range(0, 4, whole=True) for body in "abc"} == totals(found)
    assert ("last(done)",) == found.sheets[0].lines[0].missing


def test_what_was_not_handed_in_then_is_missing(tmp_path: Path) -> None:
    found = outcome(tmp_path, then=THEN.replace("a: {done: 1}, ", ""))
    assert (Range(0, 4, whole=True), 0) == (totals(found)["a"], totals(found)["b"])


def test_a_new_body_had_none(tmp_path: Path) -> None:
    found = outcome(tmp_path, NOW.replace("c: C}", "c: C, n: N}").replace("c: {done: 9}", "n: {done: 9}, c: {done: 9}"))
    assert ({"a": 3, "b": 0, "c": 3, "n": 4}, []) == (totals(found), told(found))


def test_bodies_that_were_merged_have_the_sum(tmp_path: Path) -> None:
    now = NOW.replace("bodies: {a: A, b: B, c: C}", "bodies: {ab: AB, c: C}").replace(
        "a: {done: 2}, b: {done: 2}", "ab: {done: 4}"
    )
    said = "last: {file: then.yaml, merged: {ab: [a, b]}, join: {done: sum}}"
    found = outcome(tmp_path, now.replace("last: then.yaml", said))
    assert ({"ab": 3, "c": 3}, []) == (totals(found), told(found))
    forgetting = outcome(tmp_path, now)
    assert ["EV263"] == told(forgetting)
    assert {"ab": Range(0, 4, whole=True), "c": 3} == totals(forgetting)


def test_the_total_of_the_last_round_is_read_in_classes(tmp_path: Path) -> None:
    rules = RULES.replace("last(done) is none", "done > 99").replace("last(done)", "2") + CLASSES
    found = outcome(tmp_path, rules=rules)
    assert [] == told(found)
    then = {"a": 0, "b": 0, "c": 3}
    assert {body: ("Tốt",) if total > then[body] else ("Kém",) for body, total in totals(found).items()} == {  # type: ignore[operator]
        sheet.body: sheet.classes for sheet in found.sheets
    }


def test_what_a_round_before_the_last_one_was_decides_what_the_last_one_came_to(tmp_path: Path) -> None:
    older = THEN.replace("2024", "2023").replace("c: {done: 3}", "c: {done: 4}")
    rules = RULES.replace("2024-01-01", "2023-01-01") + CLASSES.replace("last(total) is none", "total < 0")
    rules = rules.replace('"Tốt" when total >', '"Tốt" when last(total) is not none and total >')
    found = outcome(tmp_path, NOW, THEN + "last: older.yaml\n", rules, older=older)
    assert [] == told(found)
    assert {"a": ("Tốt",), "b": ("Kém",), "c": ("Tốt",)} == {sheet.body: sheet.classes for sheet in found.sheets}


def test_each_round_is_scored_by_its_own_rules(tmp_path: Path) -> None:
    before = RULES.replace('"2025"', '"2024"').replace("otherwise 3 when", "otherwise 1 when")
    before = before.replace("last(done) is none", "done > 99").replace("last(done)", "0")
    now = NOW.replace("last: then.yaml", "last: {file: then.yaml, rules: before.yaml}")
    rules = RULES.replace("last(done) is none", "done > 99").replace("last(done)", "0") + CLASSES
    found = outcome(tmp_path, now, before=before, rules=rules)
    assert [] == told(found)
    assert {("Tốt",)} == {sheet.classes for sheet in found.sheets}


def test_others_are_looked_at_as_they_were(tmp_path: Path) -> None:
    rules = RULES.replace("done > last(done)", "others is not none and last(done) > others")
    rules = rules.replace(
        "award maximum", "others = mean(last(done) of bodies where last(done) is not none)\n      award maximum"
    )
    rules = rules.replace(
        "otherwise 0", "otherwise 1 when rank(last(done) of bodies where last(done) is not none) = 1\n      otherwise 2"
    )
    better = rules.replace("title: Xong}", "title: Xong, better: lower}")
    found = outcome(tmp_path, rules=better)
    assert ({"a": 1, "b": 2, "c": 3}, []) == (totals(found), told(found))


def test_every_stage_of_a_round_has_the_same_last_round(tmp_path: Path) -> None:
    rules = RULES.replace("criteria:", "stages: [{name: self, by: body}, {name: appraised, by: Sở Nội vụ}]\ncriteria:")
    outcome(tmp_path, rules=rules)
    appraised = "parrules: 1\nevidence: a.x\nstage: appraised\nover: now.yaml\nvalues: {a: {done: 1}}\n"
    round_ = "round: {year: 2025, from: 2025-01-01, to: 2025-12-31}\n"
    (tmp_path / "appraised.yaml").write_text(appraised + round_, encoding="utf-8")
    found = stages(str(tmp_path / "rules.yaml"), [tmp_path / "appraised.yaml"])
    assert () == tuple(one for one in found.findings if one.is_error)
    assert [[3, 0, 3], [0, 0, 3]] == [[sheet.total for sheet in stage.sheets] for stage in found.scored]


def test_the_digest_covers_the_last_round(tmp_path: Path) -> None:
    first = outcome(tmp_path).sheets[0].evidence_digest
    assert first == outcome(tmp_path).sheets[0].evidence_digest
    assert first != outcome(tmp_path, then=THEN.replace("c: {done: 3}", "c: {done: 4}")).sheets[0].evidence_digest


@pytest.mark.parametrize(
    ("expected", "now", "then"),
    [
        (["EV133"], NOW.replace("then.yaml", "thn.yaml"), THEN),
        (["EV132"], NOW.replace("then.yaml", "../then.yaml"), THEN),
        (["EV180"], NOW.replace("then.yaml", "then.csv"), THEN),
        (["EV268"], NOW.replace("then.yaml", "now.yaml"), THEN),
        (["EV269"], NOW, THEN.replace("to: 2024-12-31", "to: 2025-12-31")),
        (["UC110"], NOW, THEN.replace("a.x", "a.y")),
        (["PR026", "PR020"], NOW, THEN + "bodies: &x {}\n"),
        (["EV101"], NOW, THEN.replace("done: 1", "done: một")),
        (
            ["EV263"],
            NOW.replace("bodies: {a: A, b: B, c: C}", "bodies: {a: A, b: B}").replace(", c: {done: 9}", ""),
            THEN,
        ),
    ],
)
def test_what_is_wrong_with_the_last_round_is_told_and_scores_are_open(
    tmp_path: Path, expected: list[str], now: str, then: str
) -> None:
    found = outcome(tmp_path, now, then)
    assert expected == told(found)
    assert len(found.sheets) >= 2


def test_a_figure_that_was_another_is_told(tmp_path: Path) -> None:
    before = RULES.replace('"2025"', '"2024"').replace("type: count", "type: number")
    before = before.replace("last(done) is none", "done > 99").replace("last(done)", "0")
    now = NOW.replace("last: then.yaml", "last: {file: then.yaml, rules: before.yaml}")
    found = outcome(tmp_path, now, before=before)
    assert ["EV270"] == told(found)
    assert {body: Range(0, 4, whole=True) for body in "abc"} == totals(found)


def test_what_was_handed_in_then_and_is_not_read_now_is_let_be(tmp_path: Path) -> None:
    done = "  done: {type: count, title: Xong}\n"
    rules = RULES.replace(done, f"{done}  late: {{type: count, title: Chậm}}\n")
    rules = rules.replace("award maximum", "award 1 when late > 9\n      otherwise maximum")
    then, now = THEN.replace("done: 1", "done: 1, late: 5"), NOW.replace("done:", "late: 0, done:")
    assert {"a": 3, "b": 0, "c": 3} == totals(outcome(tmp_path, now, then, rules))


def test_what_the_rules_do_not_read_is_not_opened(tmp_path: Path) -> None:
    rules = RULES.replace("last(done) is none", "done > 99").replace("last(done)", "0")
    assert [] == told(outcome(tmp_path, NOW.replace("then.yaml", "nowhere.yaml"), rules=rules))
