"""What can go wrong in a program whatever the evidence: each is told at its place, on a page to be read.

`pytest tests/checks --rewrite` writes the pages anew; read the difference before it is kept.
"""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

import pytest

from checks.programs_for_tests import HEAD, Places, check_page, in_file, in_rules, places
from parrules.text.wording import codes

PAGE = Path(__file__).with_name("mistakes")

CASES: dict[str, tuple[str, Places]] = {
    "a quotient of which nobody has asked": (
        "award done / assigned * maximum",
        [("PR301", "1:7", "done / assigned * maximum")],
    ),
    "a quotient with a name": ("share = done / assigned\naward share * maximum", [("PR301", "2:7", "share")]),
    "a quotient with a name, used twice": (
        "share = done / assigned\naward maximum when share >= 80%\notherwise share * maximum",
        [("PR301", "1:1", "share")],
    ),
    "the mean of what may be no records": (
        "award maximum when mean(cost of tasks) > 3 otherwise 0",
        [("PR301", "1:20", "mean(cost of tasks)")],
    ),
    "a date that may be absent": (
        "award maximum when count(tasks where completed_on > due_on) > 3 otherwise 0",
        [("PR301", "1:38", "completed_on")],
    ),
    "an award that does not cover every case": (
        "award 10 when late = 0\notherwise 5 when late = 1",
        [("PR302", "1:1", "award")],
    ),
    "an amount that may turn round": (
        "award maximum\nadd 0.5 per 1_000 of dân_số - 16_000",
        [("PR303", "2:22", "dân_số - 16_000")],
    ),
    "a shortfall that may turn round": ("award maximum\ndeduct 0.1 per 1% of 90% - r", [("PR303", "2:22", "90% - r")]),
    "an amount with a minus": ("award 10\ndeduct -5", [("PR303", "2:8", "-5")]),
    "an award above the maximum": ("award maximum * 1.5", [("PR304", "1:7", "maximum * 1.5")]),
    "a ratio that may be above 100%": (
        "award late / dân_số * maximum when dân_số > 0\notherwise 0",
        [("PR304", "1:7", "late / dân_số * maximum")],
    ),
    "a row behind a wider one": (
        "award 10 when late = 0\notherwise 5 when late > 0\notherwise 3 when late > 5\notherwise 0",
        [("PR305", "3:11", "3 when late > 5")],
    ),
    "bounds turned round": (
        "award maximum when 70% < r < 60%\notherwise maximum when r > 90%\notherwise 0",
        [("PR305", "1:7", "maximum when 70% < r < 60%")],
    ),
    "a cap that never bites": ("award 8\ncap at 10\nadd 1 per done", [("PR306", "2:8", "10")]),
    "up to instead of cap at": ("award 8\nadd 0.5 per done up to 10", [("PR307", "2:24", "10")]),
}

EACH = (
    HEAD
    + """\
evidence: {tasks: {columns: {late: {type: yes_no}}}}
criteria:
  - {code: "1", title: A, max: 5, each: tasks where late, combine: mean, score: award 5}
"""
)


@pytest.mark.parametrize(("program", "expected"), CASES.values(), ids=CASES)
def test_a_mistake_is_found_at_its_place(program: str, expected: Places) -> None:
    assert expected == places(in_rules(program), in_program=True)


def test_mistakes_are_told_in_words(request: pytest.FixtureRequest) -> None:
    programs = {name: program for name, (program, _) in CASES.items()}
    check_page(PAGE, programs, in_rules, request.config.getoption("--rewrite"))


def test_records_that_may_not_be_there_are_told(request: pytest.FixtureRequest) -> None:
    assert [("PR308", "9:12", '"1"')] == places(in_file(EACH))
    page = PAGE.with_name("mistakes_of_records")
    check_page(page, {"records that may not be there": EACH}, in_file, request.config.getoption("--rewrite"))


def test_every_code_of_what_can_go_wrong_has_a_case() -> None:
    tested = {code for _, found in CASES.values() for code, _, _ in found} | {"PR308"}
    assert [] == [code for code in codes() if "PR300" <= code < "PR309" and code not in tested]
