"""What authors seldom write where the language wants something else: each is found at its place."""

from __future__ import annotations

from itertools import count

import pytest

from checks.programs_for_tests import Places, in_text, places
from parrules.syntax.parser import parse_expression
from parrules.text.passage import whole

CASES: dict[str, tuple[str, Places]] = {
    "too deep without a parenthesis": (
        "award ----------------------------------------x",
        [("PR121", "1:15", "--------------------------------x")],
    ),
    "a curly quotation mark that is never closed": ("award 5 because “chậm", [("PR107", "1:17", "“")]),
    "a name, a point and a number": ("award tasks.5", [("PR108", "1:12", ".")]),
    "a code of three numbers without quotation marks": (
        "award 5 when score of 1.2.3 = 0 otherwise 0",
        [("PR129", "1:23", "1.2.3")],
    ),
    "a comparison that ends with its sign": ("award 5 when r > 60% and <", [("PR103", "1:26", "<")]),
    "decimals before a group of three": ("award 1.5 000", [("PR145", "1:11", "000")]),
    "four digits before a group of three": ("award 1234 000", [("PR145", "1:12", "000")]),
    "a letter for times": ("award late x maximum", [("PR107", "1:12", "x")]),
    "a name that is the letter for times": ("award late x", [("PR130", "1:7", "late x")]),
    "a number before a parenthesis": ("award 5 (late)", [("PR131", "1:9", "(")]),
    "two conditions in a row": ("award 5 when a when b", [("PR141", "1:16", "when")]),
    "two conditions of a named quantity": ("x = 5 when a when b", [("PR141", "1:14", "when")]),
    "and with or, around a parenthesis": ("award 5 when a and (b) or d", [("PR118", "1:24", "or")]),
    "and in a parenthesis, or outside of it": (
        "award 5 when (a and b) or c and d otherwise 0",
        [("PR118", "1:29", "and")],
    ),
    "and with or, behind a sum": ("award 5 when a and b + (c) or d", [("PR118", "1:28", "or")]),
    "and before a parenthesis that is not closed": ("award 5 when a and b = (c or", [("PR110", "1:24", "(")]),
    "greater for a sign": ("award 5 when late greater 3", [("PR128", "1:19", "greater")]),
    "each for per": ("award 5 each late", [("PR128", "1:9", "each")]),
    "if for where": ("award sum(cost of tasks if late)", [("PR128", "1:25", "if")]),
    "a code of letters and a number without quotation marks": (
        "award 5 when score of A.1 = 0 otherwise 0",
        [("PR129", "1:23", "A.1")],
    ),
    "or behind and": ("award 5 when a and or b", [("PR103", "1:20", "or")]),
    "or as a row of another kind": ("award 5 when a and b otherwise 3 or c", [("PR101", "1:34", "or")]),
    "when behind a table": ("award sum(cost of tasks when late)", [("PR101", "1:25", "when")]),
}


@pytest.mark.parametrize(("program", "expected"), CASES.values(), ids=CASES)
def test_a_rarer_mistake_is_found_at_its_place(program: str, expected: Places) -> None:
    assert expected == places(in_text(program))


@pytest.mark.parametrize(("text", "code"), [("", "PR122"), ("  # sẽ viết sau\n", "PR122"), ("x" * 4097, "PR119")])
def test_an_expression_has_something_in_it_and_not_too_much(text: str, code: str) -> None:
    found = parse_expression(whole("câu", text), count(1))
    assert (None, [code]) == (found[0], [one.code for one in found[1]])
