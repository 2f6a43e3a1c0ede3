"""`last(x)` in rules: of what it can be asked, and that it must be asked whether there was one."""
# ruff: noqa: SIM300  (expected first, then actual)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parrules.evidence.records import Body, Provenance, Round, Supplied
from parrules.scoring.score import prepare, score_body
from parrules.values.amounts import Number, Value
from parrules.values.nothing import NONE
from parrules.values.ranges import Range, as_range
from scoring.small_rules import END, START, criterion, errors, planned

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


OPEN = planned(
    "done: {type: count, max: 9}\nsmall: {type: yes_no, of: body}",
    criterion(
        "award 4 when last(done) is none\n"
        "otherwise maximum when last(small) is none and done > 3\n"
        "otherwise 3 when done >= last(done)\n"
        "otherwise 1\n"
        "deduct 0.5 per last(done) up to 2 when last(done) is not none"
    ),
)
COUNTS, ANSWERS = (*range(10), NONE), (True, False, NONE)
ROUND = Round("a.test", "1", 2025, START, END, "self", ())


def score(done: Value | None, before: Value | None, small: Value | None) -> Number:
    """What a body comes to; None is what was not handed in."""
    last = {
        name: Supplied(value, "", Provenance())
        for name, value in (("done", before), ("small", small))
        if value is not None
    }
    now = {} if done is None else {"done": Supplied(done, "", Provenance())}
    total = score_body(prepare(OPEN), ROUND, Body("a", "A", figures=now, last=last))[0].total
    assert total is not None
    return total


@given(
    st.none() | st.integers(0, 9),
    st.none() | st.sampled_from(COUNTS),
    st.none() | st.sampled_from(ANSWERS),
)
def test_a_score_that_waits_for_the_last_round_holds_whatever_it_may_have_been(
    done: int | None, before: Value | None, small: Value | None
) -> None:
    found = as_range(score(done, before, small))
    assert found.low is not None
    assert found.high is not None
    for one in range(10) if done is None else (done,):
        for other in COUNTS if before is None else (before,):
            for answer in ANSWERS if small is None else (small,):
                exact = score(one, other, answer)
                assert not isinstance(exact, Range)
                assert found.low <= exact <= found.high


def test_in_classes_the_total_and_the_index_have_a_last_round() -> None:
    classes = (
        'classes: [Kém, Tốt]\nclass: |\n  award "Tốt" when last(total) is not none and last(index) is not none and '
        'total > last(total) and index > last(index)\n  otherwise "Kém"\n'
    )
    assert ("index", "total") == planned(EVIDENCE, criterion("award 1"), classes).lasts
