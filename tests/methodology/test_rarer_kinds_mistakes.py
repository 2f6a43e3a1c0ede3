"""What authors seldom get wrong with names and kinds: each is found at its place."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import pytest

from checks.programs_for_tests import Places, in_rules, places

CASES: dict[str, tuple[str, Places]] = {
    "an excess over a text": ("award 5 when rating above 2 > 1 otherwise 0", [("PR223", "1:27", "2")]),
    "an excess of an answer": (
        "award 5 when mountain above mountain > 1 otherwise 0",
        [("PR202", "1:14", "mountain above mountain")],
    ),
    "yes or no with a number that is neither": ("award 5 when mountain = 2 otherwise 0", [("PR201", "1:25", "2")]),
    "a number with yes or no": ("award 5 when 2 = mountain otherwise 0", [("PR201", "1:14", "2")]),
    "a text with a number": ("award 5 when note = 5 otherwise 0", [("PR201", "1:21", "5")]),
    "a product with two numbers, in points": ("award 5\nadd 2 * 3 * done", [("PR231", "2:5", "2 * 3 * done")]),
    "a function of a count, in points": ("award 5\nadd abs(done)", [("PR231", "2:5", "abs(done)")]),
    "a date as a condition": ("award 5 when signed_on otherwise 0", [("PR221", "1:14", "signed_on")]),
    "a value of a list as a condition": ("award 5 when rating otherwise 0", [("PR221", "1:14", "rating")]),
    "a date with a count": ("award 5 when signed_on > late otherwise 0", [("PR201", "1:26", "late")]),
    "a date with words": ('award 5 when signed_on > "hôm nay" otherwise 0', [("PR201", "1:26", '"hôm nay"')]),
    "one of a list with a text that anyone wrote": (
        "award 5 when rating = note otherwise 0",
        [("PR201", "1:23", "note")],
    ),
    "a gathering that there is not": ("award total_of(cost of tasks)", [("PR213", "1:7", "total_of")]),
    "a column that there is not": ("award sum(nothing of tasks)", [("PR211", "1:11", "nothing")]),
    "decimals and one number more": ("award round(r * 5, 1, 2)", [("PR225", "1:7", "round")]),
    "a table that there is not": ("award sum(cost of task)", [("PR214", "1:19", "task")]),
    "a name that there is not, in a sum": ("award 5 + lat", [("PR211", "1:11", "lat")]),
    "a name that there is not, in an excess": ("award lat above 3", [("PR211", "1:7", "lat")]),
    "a name that there is not, behind per": ("award 5\nadd 1 per lat", [("PR211", "2:11", "lat")]),
    "an excess of a text": ('award note above "a"', [("PR202", "1:7", 'note above "a"')]),
    "kinds that do not mix, in an excess": ("award cost above area", [("PR201", "1:18", "area")]),
    "a day of one year that it does not have": (
        "award 5 when signed_on > date(2025, 2, 30) otherwise 0",
        [("PR263", "1:26", "date(2025, 2, 30)")],
    ),
    "a limit that is a ratio": ("award 5\nadd 1 up to 80%", [("PR231", "2:13", "80%")]),
    "steps in another kind, by name": ("award 5\nadd 1 per area of late", [("PR233", "2:11", "area")]),
    "a date without its sign": ("award abs(signed_on)", [("PR202", "1:11", "signed_on")]),
    "a day that no year has": ("award 5 when date(year, 2, 30) > signed_on otherwise 0", [("PR265", "1:25", "2, 30")]),
    "a day that only some years have": (
        "award 5 when date(year, 2, 29) > signed_on otherwise 0",
        [("PR265", "1:25", "2, 29")],
    ),
    "a month that no year has": (
        "award 5 when date(year, 13, 1) > signed_on otherwise 0",
        [("PR265", "1:25", "13, 1")],
    ),
    "the lesser of a ratio and a date": ("award min(r, signed_on)", [("PR201", "1:14", "signed_on")]),
    "the greater of two texts": (
        'award 5 when max(note, "a") = "b" otherwise 0',
        [("PR202", "1:14", 'max(note, "a")')],
    ),
    "last year's value of a sum": ("award 5 when last(r + r) > 3% otherwise 0", [("PR267", "1:19", "r + r")]),
}


@pytest.mark.parametrize(("program", "expected"), CASES.values(), ids=CASES)
def test_a_rarer_mistake_with_kinds_is_found_at_its_place(program: str, expected: Places) -> None:
    assert expected == places(in_rules(program), in_program=True)


def test_so_many_days_beyond_a_day_are_a_quantity() -> None:
    assert ["PR309"] == [
        code for code, _, _ in places(in_rules("award 5\nadd 0.1 per signed_on above 2025-06-30 up to 2"))
    ]


@pytest.mark.parametrize(
    "amount", ["(0 + r) * 10", "10 * (r - 0)", "10 * max(0, r)", "10 * max(r, 0)", "10 * min(r, 0, r)"]
)
def test_zero_may_stand_beside_a_ratio(amount: str) -> None:
    assert [] == [one for one in places(in_rules(f"award {amount}")) if one[0] != "PR309"]
