"""What authors write, what they are told, and that what they are told to write is right.

A methodology author is no programmer: she writes as in a spreadsheet, a decision or a message. Each mistake stands
with its code, a piece of the hint, and the program as it should be, in which nothing is wrong.
"""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import pytest

from checks.programs_for_tests import HEAD, in_rules
from parrules.api.load import read
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source
from parrules.text.wording import message

MISTAKES: list[tuple[str, str, str, str]] = [
    # Signs and numbers
    ("award 5 when late == 0 otherwise 0", "PR107", "`=`", "award 5 when late = 0 otherwise 0"),
    ("award 5 when late => 3 otherwise 0", "PR107", "`>=`", "award 5 when late >= 3 otherwise 0"),
    ("award 5 when late > = 3 otherwise 0", "PR107", "`>=`", "award 5 when late >= 3 otherwise 0"),
    ("award 5 when late <> 3 otherwise 0", "PR107", "`!=`", "award 5 when late != 3 otherwise 0"),
    ("award 2 × 3", "PR107", "`*`", "award 2 * 3"),
    ("award 2 x 3", "PR107", "`*`", "award 2 * 3"),
    ("award 10 – 5", "PR107", "`-`", "award 10 - 5"),
    ("award 2 ^ 2", "PR117", "`x * x`", "award 2 * 2"),
    ("award max(5; 6)", "PR107", "`,`", "award max(5, 6)"),
    ("award 0,5", "PR112", "`0.5`", "award 0.5"),
    ("award 5\ndeduct 0,25 per late", "PR112", "`0.25`", "award 5\ndeduct 0.25 per late"),
    ("award 5 when dân_số > 16.000 otherwise 0", "PR111", "`16_000`", "award 5 when dân_số > 16_000 otherwise 0"),
    ("award 5 when dân_số > 16 000 otherwise 0", "PR136", "`16_000`", "award 5 when dân_số > 16_000 otherwise 0"),
    ("award 5đ", "PR114", "`5`", "award 5"),
    ("award 5 points", "PR131", "`5`", "award 5"),
    ("award 5 điểm", "PR131", "`5`", "award 5"),
    ("award +5", "PR139", "take it away", "award 5"),
    ("award .5", "PR108", "`0.5`", "award 0.5"),
    ("award 5.", "PR139", "take it away", "award 5"),
    ("award 5;", "PR139", "take it away", "award 5"),
    ("award: 5", "PR139", "take it away", "award 5"),
    ("award 5 when late = 0, otherwise 0", "PR139", "take it away", "award 5 when late = 0 otherwise 0"),
    # Ratios
    ("award 5 when r >= 70 otherwise 0", "PR201", "`70%`", "award 5 when r >= 70% otherwise 0"),
    ("award 5 when r >= 0.7 otherwise 0", "PR201", "`70%`", "award 5 when r >= 70% otherwise 0"),
    ('award 5 when r >= "70%" otherwise 0', "PR201", "`70%`", "award 5 when r >= 70% otherwise 0"),
    ("award 5 when r >= 70 phần trăm otherwise 0", "PR131", "`70%`", "award 5 when r >= 70% otherwise 0"),
    ("award 5 when >= 80% otherwise 0", "PR103", "say what is meant", "award 5 when r >= 80% otherwise 0"),
    (
        "award 5 when r > 60% and < 80% otherwise 0",
        "PR103",
        "`r < 80%`",
        "award 5 when r > 60% and r < 80% otherwise 0",
    ),
    (
        "award 5 when r between 60% and 80% otherwise 0",
        "PR137",
        "`10% <= r < 20%`",
        "award 5 when 60% <= r < 80% otherwise 0",
    ),
    ("award maximum%", "PR133", "`80% * maximum`", "award 80% * maximum"),
    ("award 10% of maximum", "PR144", "`10% * maximum`", "award 10% * maximum"),
    ("award 80%", "PR231", "`80% * maximum`", "award 80% * maximum"),
    ("award r", "PR231", "`r * maximum`", "award min(r * maximum, maximum)"),
    ("award 1/2 maximum", "PR131", "`2 * maximum`", "award 1/2 * maximum"),
    ("award round(r, 2) * 10", "PR203", "`round(r * maximum, 2)`", "award min(round(r * maximum, 2), maximum)"),
    # Dates
    (
        "award 5 when signed_on <= 31/12/2025 otherwise 0",
        "PR146",
        "`2025-12-31`",
        "award 5 when signed_on <= 2025-12-31 otherwise 0",
    ),
    (
        "award 5 when signed_on <= 31-12-2025 otherwise 0",
        "PR146",
        "`2025-12-31`",
        "award 5 when signed_on <= 2025-12-31 otherwise 0",
    ),
    (
        'award 5 when signed_on <= "31/12/2025" otherwise 0',
        "PR146",
        "`2025-12-31`",
        "award 5 when signed_on <= 2025-12-31 otherwise 0",
    ),
    (
        "award 5 when signed_on <= 2025-31-12 otherwise 0",
        "PR116",
        "`2025-12-31`",
        "award 5 when signed_on <= 2025-12-31 otherwise 0",
    ),
    (
        "award 5 when signed_on - period_end > 10 days otherwise 0",
        "PR131",
        "`10`",
        "award 5 when signed_on - period_end > 10 otherwise 0",
    ),
    # Words
    ("award 5 if late = 0 otherwise 0", "PR128", "`when`", "award 5 when late = 0 otherwise 0"),
    ("award 5 when late = 0 else 0", "PR128", "`otherwise`", "award 5 when late = 0 otherwise 0"),
    (
        "if late = 0 then award 5 else award 0",
        "PR125",
        "`award 5 when late = 0 otherwise 0`",
        "award 5 when late = 0 otherwise 0",
    ),
    (
        "award IF(late = 0, 5, 0)",
        "PR213",
        "`5 when late = 0 otherwise 0`",
        "award 5 when late = 0 otherwise 0",
    ),
    ("award 5 khi late = 0 otherwise 0", "PR128", "`when`", "award 5 when late = 0 otherwise 0"),
    ("award 5 WHEN late = 0 otherwise 0", "PR128", "`when`", "award 5 when late = 0 otherwise 0"),
    ("Award 5", "PR215", "`award`", "award 5"),
    ("chấm 5", "PR215", "`award`", "award 5"),
    ("award 5\nsubtract 1", "PR215", "`deduct`", "award 5\ndeduct 1"),
    ("award 5\nadd 1 per done\ncap 8", "PR215", "`cap at`", "award 5\nadd 1 per done\ncap at 8"),
    ("award 5\nadd 0.5 each done", "PR128", "`per`", "award 5\nadd 0.5 per done"),
    ("award 5\nadd 0.5 per each done", "PR139", "take it away", "award 5\nadd 0.5 per done"),
    ("award 0\nadd 0.5 per 1_000 dân_số", "PR143", "`1_000 of dân_số`", "award 0\nadd 0.5 per 1_000 of dân_số"),
    ("award 5 late = 0\notherwise 0", "PR135", "`when`", "award 5 when late = 0\notherwise 0"),
    ("award 5 when late is 0 otherwise 0", "PR138", "`=`", "award 5 when late = 0 otherwise 0"),
    ("award 5 when mountain = true otherwise 0", "PR211", "`yes`", "award 5 when mountain = yes otherwise 0"),
    ('award 5 when mountain = "có" otherwise 0', "PR201", "`yes`", "award 5 when mountain = yes otherwise 0"),
    # Names and texts
    ("award 5 when dân số > 5 otherwise 0", "PR130", "`dân_số`", "award 5 when dân_số > 5 otherwise 0"),
    ("award 5 when dan_so > 5 otherwise 0", "PR211", "`dân_số`", "award 5 when dân_số > 5 otherwise 0"),
    ("award 5 when rating = Tốt otherwise 0", "PR206", '`"Tốt"`', 'award 5 when rating = "Tốt" otherwise 0'),
    ("award 5 when rating = “Tốt” otherwise 0", "PR107", '`"Tốt"`', 'award 5 when rating = "Tốt" otherwise 0'),
    ("award 5 when rating = 'Tốt' otherwise 0", "PR107", '`"Tốt"`', 'award 5 when rating = "Tốt" otherwise 0'),
    ('award 5 when rating = "Tôt" otherwise 0', "PR223", "`Tốt`", 'award 5 when rating = "Tốt" otherwise 0'),
    (
        'award 5 when rating = "Tốt" or "Kém" otherwise 0',
        "PR221",
        '`rating = "Kém"`',
        'award 5 when rating = "Tốt" or rating = "Kém" otherwise 0',
    ),
    ("award 5 because đủ hồ sơ", "PR134", '`"đủ hồ sơ"`', 'award 5 because "đủ hồ sơ"'),
    ("award 5 when score of 1.2 > 3 otherwise 0", "PR129", '`"1.2"`', 'award 5 when score of "1.2" > 3 otherwise 0'),
    ("award x\nx = 5", "PR218", "`x = ...`", "x = 5\naward x"),
    (
        "x = late > 3\naward 5 when x otherwise 0",
        "PR124",
        "`x = (late > 3)`",
        "x = (late > 3)\naward 5 when x otherwise 0",
    ),
    ("tỷ lệ = 5\naward 5", "PR130", "`tỷ_lệ`", "tỷ_lệ = 5\naward tỷ_lệ"),
    # Tables
    ("award 5 when count(late) > 0 otherwise 0", "PR205", "`late`", "award 5 when late > 0 otherwise 0"),
    ("award 5 when tasks > 0 otherwise 0", "PR216", "`count(tasks)`", "award 5 when count(tasks) > 0 otherwise 0"),
    (
        "award 5 when sum(tasks.cost) > 3 otherwise 0",
        "PR108",
        "`cost of tasks`",
        "award 5 when sum(cost of tasks) > 3 otherwise 0",
    ),
    (
        "award 5 when sum(cost in tasks) > 3 otherwise 0",
        "PR128",
        "`of`",
        "award 5 when sum(cost of tasks) > 3 otherwise 0",
    ),
    (
        "award 5 when count(tasks when due_on > period_end) > 3 otherwise 0",
        "PR227",
        "where",
        "award 5 when count(tasks where due_on > period_end) > 3 otherwise 0",
    ),
    (
        "award 5 when count(tasks where completed_on = none) > 3 otherwise 0",
        "PR147",
        "`is none`",
        "award 5 when count(tasks where completed_on is none) > 3 otherwise 0",
    ),
    (
        "award 5 when count(tasks where completed_on > due_on) > 3 otherwise 0",
        "PR301",
        "`completed_on is not none and ...`",
        "award 5 when count(tasks where completed_on is not none and completed_on > due_on) > 3 otherwise 0",
    ),
    # The ledger
    ("deduct 1", "PR237", "`award maximum`", "award maximum\ndeduct 1"),
    ("otherwise 0", "PR123", "`award`", "award 5 when late = 0\notherwise 0"),
    (
        "award 5 when late = 0 otherwise 0\naward 3 when late <= 2",
        "PR236",
        "`otherwise`",
        "award 5 when late = 0\notherwise 3 when late <= 2\notherwise 0",
    ),
    ("award 5 when late = 0", "PR302", "`otherwise 0`", "award 5 when late = 0\notherwise 0"),
    ("award 5 when late = 0 otherwise award 0", "PR132", "`award`", "award 5 when late = 0 otherwise 0"),
    ("award (award 5)", "PR132", "`award`", "award (5)"),
    ("award 10, deduct 1", "PR132", "`deduct`", "award 10\ndeduct 1"),
    ("award 10\ndeduct 0.5 * late", "PR231", "`deduct 0.5 per late`", "award 10\ndeduct 0.5 per late"),
    ("award 10 - 0.5 * late", "PR231", "`deduct 0.5 per late`", "award 10\ndeduct 0.5 per late"),
    ("award maximum - late", "PR201", "`deduct ... per late`", "award maximum\ndeduct 1 per late"),
    ("award 0.5 per done", "PR232", "`add ... per ...`", "award 0\nadd 0.5 per done"),
    (
        "award 5\ndeduct 1 per late when late > 3 up to 2",
        "PR140",
        "`per`, `up to`, `when`",
        "award 5\ndeduct 1 per late up to 2 when late > 3",
    ),
    (
        "award 0\nadd 1 per 1_000 of dân_số - 16_000",
        "PR303",
        "`dân_số above 16_000`",
        "award 0\nadd 1 per 1_000 of dân_số above 16_000",
    ),
    (
        "award done / assigned * maximum",
        "PR301",
        "`award ... when assigned = 0`",
        "award maximum when assigned = 0\notherwise done / assigned * maximum",
    ),
    ("award 8\nadd 1 per done up to 10", "PR307", "`cap at 10`", "award 8\nadd 1 per done\ncap at 10"),
]


@pytest.mark.parametrize(("wrong", "code", "hint", "right"), MISTAKES, ids=[wrong for wrong, *_ in MISTAKES])
def test_a_mistake_is_told_with_what_to_write(wrong: str, code: str, hint: str, right: str) -> None:
    first = next(one for one in in_rules(wrong) if one.is_error)
    assert code == first.code
    assert [one for one in message(first, "en").hints if hint in one]


@pytest.mark.parametrize("right", [right for *_, right in MISTAKES])
def test_what_is_told_to_be_written_is_right(right: str) -> None:
    assert [] == [one for one in in_rules(right) if one.is_error]


LEFT_OUT = """\
criteria:
  - {code: "1", title: Một, max: 5, applies: mountain, if_not: left_out, score: award 5}
  - {code: "2", title: Hai, max: 5, score: 'award score of "1"'}
evidence:
  mountain: {type: yes_no}
"""


def last_hint(found: tuple[Diagnostic, ...]) -> str:
    return message(next(one for one in found if one.code == "PR301"), "en").hints[-1]


def test_what_may_be_none_is_told_with_what_can_be_declared_of_it() -> None:
    assert last_hint(in_rules("award done / assigned * maximum")).startswith("or say in the declaration of `assigned`")
    quotient = "done / count(tasks) * maximum"
    told = f"or say in `applies` when this is scored: where `{quotient}` is not none"
    assert told == last_hint(in_rules(f"award {quotient}"))


def test_the_score_of_what_is_left_out_is_told_with_what_keeps_it_in() -> None:
    rules = HEAD + LEFT_OUT
    told = (
        "or do not leave criterion `1` out where it does not apply: "
        "`if_not: full` or `if_not: zero` there gives it a score"
    )
    assert told == last_hint(read(Source("rules.yaml", rules), "rules.yaml").diagnostics)
    kept_in = rules.replace("left_out", "zero")
    assert () == read(Source("rules.yaml", kept_in), "rules.yaml").diagnostics
