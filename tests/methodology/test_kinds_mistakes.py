"""What authors get wrong with names and kinds: each is told at its place, on a page to be read.

`pytest tests/methodology --rewrite` writes the pages anew; read the difference before it is kept.
"""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

import pytest

from checks.programs_for_tests import HEAD, Places, check_page, in_file, in_rules, places
from parrules.text.wording import codes

PAGE = Path(__file__).with_name("kinds_mistakes")

CASES: dict[str, tuple[str, Places]] = {
    "a ratio with a number": ("award 5 when r >= 70 otherwise 0", [("PR201", "1:19", "70")]),
    "a ratio with a fraction": ("award 5 when r >= 0.7 otherwise 0", [("PR201", "1:19", "0.7")]),
    "a ratio in quotation marks": ('award 5 when r >= "70%" otherwise 0', [("PR201", "1:19", '"70%"')]),
    "yes or no with a text": ('award 5 when mountain = "có" otherwise 0', [("PR201", "1:25", '"có"')]),
    "yes or no with a number": ("award 5 when mountain = 1 otherwise 0", [("PR201", "1:25", "1")]),
    "money with a count": ("award 5 when cost > dân_số otherwise 0", [("PR201", "1:21", "dân_số")]),
    "different units": ("award 5 when cost > area otherwise 0", [("PR201", "1:21", "area")]),
    "points less a count": ("award maximum - 0.25 * late", [("PR201", "1:17", "0.25 * late")]),
    "the mean of a text": ("award 5 when mean(name of tasks) is none otherwise 0", [("PR202", "1:19", "name")]),
    "a product with a date": ("award 2 * signed_on", [("PR202", "1:11", "signed_on")]),
    "a ratio rounded": ("award round(r, 2) * maximum", [("PR203", "1:13", "r")]),
    "decimals that are not written": ("award round(r * maximum, late)", [("PR204", "1:26", "late")]),
    "a date with slashes": ("award 5 when signed_on <= 31/12/2025 otherwise 0", [("PR146", "1:27", "31/12/2025")]),
    "a date in quotation marks": (
        'award 5 when signed_on <= "31/12/2025" otherwise 0',
        [("PR146", "1:27", '"31/12/2025"')],
    ),
    "the count of a figure": ("award 5 when count(late) > 0 otherwise 0", [("PR205", "1:20", "late")]),
    "a value of a list without quotation marks": ("award 5 when rating = Tốt otherwise 0", [("PR206", "1:23", "Tốt")]),
    "a figure before a parenthesis": ("award done (assigned)", [("PR208", "1:7", "done")]),
    "a choice that is not closed": ("award 5 + (1 when late = 0)", [("PR209", "1:12", "1 when late = 0")]),
    "a name that nothing has": ("award 5 when lat = 0 otherwise 0", [("PR211", "1:14", "lat")]),
    "a name without its marks": ("award 5 when dan_so > 3 otherwise 0", [("PR211", "1:14", "dan_so")]),
    "true for yes": ("award 5 when mountain = true otherwise 0", [("PR211", "1:25", "true")]),
    "a code that no criterion has": ('award 5 when score of "1,2" = 0 otherwise 0', [("PR212", "1:23", '"1,2"')]),
    "a function of a spreadsheet": ("award AVERAGE(done, assigned)", [("PR213", "1:7", "AVERAGE")]),
    "a function if": ("award IF(late > 3, 5, 0)", [("PR213", "1:7", "IF")]),
    "a table that is not there": ("award 5 when count(task) > 0 otherwise 0", [("PR214", "1:20", "task")]),
    "a word that begins no line": ("award 5\nsubtract 1", [("PR215", "2:1", "subtract")]),
    "a misspelt word at the beginning": ("awrad 5", [("PR215", "1:1", "awrad")]),
    "a Vietnamese word at the beginning": ("chấm 5", [("PR215", "1:1", "chấm")]),
    "cap without at": ("award 5\nadd 1 per done\ncap 9", [("PR215", "3:1", "cap")]),
    "a table as a value": ("award 5 when tasks > 0 otherwise 0", [("PR216", "1:14", "tasks")]),
    "a name given twice": ("x = 5\nx = 6\naward x", [("PR217", "2:1", "x")]),
    "a name that has a meaning already": ("maximum = 5\naward maximum", [("PR217", "1:1", "maximum")]),
    "a name used before its line": ("award share * maximum\nshare = r", [("PR218", "1:7", "share")]),
    "a name that is not used": ("share = r\naward maximum", [("PR219", "1:1", "share")]),
    "a count as a condition": ("award 5 when late otherwise 0", [("PR221", "1:14", "late")]),
    "an excess as a condition": ("award 5 when late above 3 otherwise 0", [("PR221", "1:14", "late above 3")]),
    "a text that goes on with or": (
        'award 5 when rating = "Tốt" or "Trung bình" otherwise 0',
        [("PR221", "1:32", '"Trung bình"')],
    ),
    "texts in order": ('award 5 when note > "Kém" otherwise 0', [("PR222", "1:19", ">")]),
    "a value that the list does not have": ('award 5 when rating = "Tôt" otherwise 0', [("PR223", "1:23", '"Tôt"')]),
    "a number for a value of the list": ("award 5 when rating >= 2 otherwise 0", [("PR223", "1:24", "2")]),
    "a division by zero": ("award 10 * r / 0", [("PR224", "1:16", "0")]),
    "one value for min": ("award min(5)", [("PR225", "1:7", "min")]),
    "too many values": ("award abs(late, 3)", [("PR225", "1:7", "abs")]),
    "decimals by name": ("award round(5, places: 2)", [("PR226", "1:16", "places")]),
    "count with when": (
        "award 5 when count(tasks when due_on > period_end) > 3 otherwise 0",
        [("PR227", "1:14", "count(tasks when due_on > period_end)")],
    ),
    "sum without of": ("award 5 when sum(cost) > 3 otherwise 0", [("PR227", "1:14", "sum(cost)")]),
    "share without its condition": (
        "award 5 when share(tasks where due_on > period_end) > 50% otherwise 0",
        [("PR227", "1:14", "share(tasks where due_on > period_end)")],
    ),
    "a rank over a table of records": (
        "award 5 when rank(cost of tasks) = 1 otherwise 0",
        [("PR228", "1:27", "tasks")],
    ),
    "a rank of what is not declared good": (
        "award 5 when rank(dân_số of bodies) = 1 otherwise 0",
        [("PR229", "1:19", "dân_số")],
    ),
    "a ratio awarded": ("award r", [("PR231", "1:7", "r")]),
    "a difference of ratios awarded": ("award 100% - r", [("PR231", "1:7", "100% - r")]),
    "a count awarded": ("award late", [("PR231", "1:7", "late")]),
    "a count deducted": ("award 5\ndeduct 0.5 * late", [("PR231", "2:8", "0.5 * late")]),
    "per behind award": ("award 0.5 per done", [("PR232", "1:11", "per done")]),
    "up to behind a cap": ("award 5\nadd 1 per done\ncap at 8 up to 9", [("PR232", "3:10", "up to 9")]),
    "a step without percent": ("award 0\nadd 0.5 per 5 of r", [("PR233", "2:13", "5")]),
    "per of a ratio": ("award 0\nadd 0.5 per r", [("PR234", "2:13", "r")]),
    "award behind add": ("add 1 when late = 0\naward 5", [("PR235", "2:1", "award")]),
    "award twice": ("award 5 when late = 0 otherwise 0\naward 3 when late <= 2", [("PR236", "2:1", "award")]),
    "deduct comes first": ("deduct 1", [("PR237", "1:1", "deduct")]),
    "a row behind one that always holds": (
        "award 5 when late = 0\notherwise 0\notherwise 3 when late <= 2",
        [("PR238", "3:1", "otherwise")],
    ),
    "a row behind one in parentheses": (
        "award (5 otherwise 3)" if False else "award (5 when late = 0 otherwise 0 otherwise 3)",
        [("PR238", "1:36", "otherwise")],
    ),
    "a name that is not closed": (
        "step = 500 when mountain\naward 5 when dân_số > step otherwise 0",
        [("PR239", "1:8", "500 when mountain")],
    ),
    "nothing is given": ("share = r", [("PR240", "1:1", "share = r\n")]),
    "a reason that quotes nothing": ('award 5 because "chậm {lat} nhiệm vụ"', [("PR245", "1:23", "{lat}")]),
}

FILES: dict[str, tuple[str, Places]] = {
    "a number as a class": (
        "classes: [Loại II, Loại I]\nclass: award 1 when total >= 5 otherwise 0\n"
        'criteria: [{code: "1", title: A, max: 5, score: award 5}]\n',
        [("PR241", "8:14", "1"), ("PR241", "8:42", "0")],
    ),
    "a class that is not in the list": (
        'classes: [Loại II, Loại I]\nclass: award "Loại 1" when total >= 5 otherwise "Loại II"\n'
        'criteria: [{code: "1", title: A, max: 5, score: award 5}]\n',
        [("PR223", "8:14", '"Loại 1"')],
    ),
    "formulas in a circle": (
        "evidence:\n  a: {type: count, formula: b + 1}\n  b: {type: count, formula: a - 1}\n"
        'criteria: [{code: "1", title: A, max: 5, score: award 5 when a > b otherwise 0}]\n',
        [("PR242", "8:29", "b + 1")],
    ),
    "scores in a circle": (
        'criteria:\n  - {code: "1", title: A, max: 5, score: award score of "2"}\n'
        '  - {code: "2", title: B, max: 5, score: award score of "1"}\n',
        [("PR242", "8:12", '"1"')],
    ),
    "a formula of another kind": (
        "evidence:\n  a: {type: count}\n  b: {type: count}\n  share: {type: count, formula: a / b}\n"
        'criteria: [{code: "1", title: A, max: 5, score: award 5 when share > 0 otherwise 0}]\n',
        [("PR243", "10:33", "a / b")],
    ),
    "evidence that nothing reads": (
        "evidence: {late: {type: count}, done: {type: count}}\n"
        'criteria: [{code: "1", title: A, max: 5, score: award 5 when done > 0 otherwise 0}]\n',
        [("PR244", "7:12", "late")],
    ),
}


@pytest.mark.parametrize(("program", "expected"), CASES.values(), ids=CASES)
def test_a_mistake_is_found_at_its_place(program: str, expected: Places) -> None:
    assert expected == places(in_rules(program), in_program=True)


@pytest.mark.parametrize(("rules", "expected"), FILES.values(), ids=FILES)
def test_a_mistake_of_a_file_is_found_at_its_place(rules: str, expected: Places) -> None:
    assert expected == places(in_file(HEAD + rules))


def test_mistakes_are_told_in_words(request: pytest.FixtureRequest) -> None:
    programs = {name: program for name, (program, _) in CASES.items()}
    check_page(PAGE, programs, in_rules, request.config.getoption("--rewrite"))


def test_mistakes_of_files_are_told_in_words(request: pytest.FixtureRequest) -> None:
    files = {name: HEAD + rules for name, (rules, _) in FILES.items()}
    check_page(PAGE.with_name("kinds_mistakes_of_files"), files, in_file, request.config.getoption("--rewrite"))


def test_every_code_of_names_and_kinds_has_a_case() -> None:
    tested = {code for _, found in (*CASES.values(), *FILES.values()) for code, _, _ in found}
    assert [] == [code for code in codes() if "PR200" <= code < "PR246" and code not in tested]
