"""`last(x)` in rules: of what it can be asked, and that it must be asked whether there was one."""
# ruff: noqa: SIM300  (expected first, then actual)

import pytest

from scoring.small_rules import criterion, errors, planned

EVIDENCE = """\
done: {type: count, better: higher}
due: {type: count}
small: {type: yes_no, of: body}
rate: {type: ratio, formula: "(done / due when due > 0 otherwise 0%)"}
tasks: {columns: {late: {type: yes_no}}}"""
FEE = "parameters: {fee: {type: points, value: 1}}\n"
ASKED = "award 0 when last(done) is none\notherwise "


@pytest.mark.parametrize(
    ("expected", "program"),
    [
        ([], f"{ASKED}1 when done > last(done)\notherwise 2"),
        ([], f"{ASKED}1 when last(small) is not none and last(small)\notherwise 2"),
        ([], f"{ASKED}1 when rank(last(done) of peers where last(done) is not none) = 1 otherwise 2"),
        (["PR229"], f"{ASKED}1 when rank(last(due) of peers where last(due) is not none) = 1 otherwise 2"),
        (["PR301"], "award 1 when done > last(done) otherwise 2"),
        (["PR301"], f"{ASKED}1 when last(due) > 3 otherwise 2"),
        (["PR267"], "award 1 when last(rate) is none otherwise 2"),
        (["PR267"], "award 1 when last(fee) is none otherwise 2"),
        (["PR267"], "award 1 when last(done + due) is none otherwise 2"),
        (["PR267"], "award 1 when last(year) is none otherwise 2"),
        (["PR267"], "twice = 2 * done\naward 1 when last(twice) is none otherwise 2"),
        (["PR267"], "award 1 when count(tasks where last(late) is none) > 1 otherwise 0"),
        (["PR211"], "award 1 when last(total) is none otherwise 2"),
        (["PR225"], "award 1 when last(done, due) is none otherwise 2"),
    ],
)
def test_figures_that_are_handed_in_have_a_last_round(expected: list[str], program: str) -> None:
    found = errors(EVIDENCE, criterion(program), FEE)
    assert expected == found[: len(expected)] if expected else found == []


def test_the_plan_says_what_is_read_of_the_last_round() -> None:
    plan = planned(EVIDENCE, criterion(f"{ASKED}1 when done > last(done)\notherwise 2"), FEE)
    assert ("done",) == plan.lasts
    assert ("done", "last(done)") == plan.criteria[0].reads
    assert () == planned(EVIDENCE, criterion("award 1 when done > 0 otherwise 2"), FEE).lasts


def test_in_classes_the_total_and_the_index_have_a_last_round() -> None:
    classes = (
        'classes: [Kém, Tốt]\nclass: |\n  award "Tốt" when last(total) is not none and last(index) is not none and '
        'total > last(total) and index > last(index)\n  otherwise "Kém"\n'
    )
    assert ("index", "total") == planned(EVIDENCE, criterion("award 1"), classes).lasts
