"""What authors write where the language wants something else: each is told at its place, on a page to be read.

`pytest tests/syntax --rewrite` writes the pages anew; read the difference before it is kept.
"""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

import pytest

from checks.programs_for_tests import Places, check_page, in_text, places
from parrules.text.wording import codes

PAGE = Path(__file__).with_name("mistakes")

CASES: dict[str, tuple[str, Places]] = {
    "a word that fits nowhere": ("award (5, 3)", [("PR101", "1:9", ",")]),
    "a reason is missing": ("award maximum because", [("PR102", "1:15", "because")]),
    "a side of a comparison is left out": ("award 5 when r > 60% and < 80% otherwise 0", [("PR103", "1:26", "<")]),
    "a comparison begins with its sign": ("award 5 when >=80% otherwise 0", [("PR103", "1:14", ">=")]),
    "a line that ends too early": ("award 5 when late = 0\notherwise", [("PR104", "2:1", "otherwise")]),
    "a word of the language as a name": ("when = 5\naward when", [("PR105", "1:1", "when"), ("PR105", "2:7", "when")]),
    "a letter of another alphabet": ("award lаte", [("PR106", "1:7", "lаte")]),
    "signs of other languages": (
        "award 5 when late == 0 && done => 3 otherwise 2 × 2",
        [("PR107", "1:19", "=="), ("PR107", "1:24", "&&"), ("PR107", "1:32", "=>"), ("PR107", "1:49", "×")],
    ),
    "signs with a space inside": (
        "award 5 when a > = 1 and b < = 2 and c ! = 3 and f < > 6",
        [("PR107", "1:16", "> ="), ("PR107", "1:28", "< ="), ("PR107", "1:40", "! ="), ("PR107", "1:52", "< >")],
    ),
    "curly quotation marks": ("award 5 when rating = “Tốt” otherwise 0", [("PR107", "1:23", "“Tốt”")]),
    "single quotation marks": ("award 5 when rating = 'Tốt' otherwise 0", [("PR107", "1:23", "'Tốt'")]),
    "a quotation mark closed by another": ('award 5 when rating = "Tốt” otherwise 0', [("PR107", "1:23", '"Tốt”')]),
    "a sign without a meaning": ("award 5 @ 3", [("PR108", "1:9", "@")]),
    "a column with a point": ("award 5 when sum(tasks.cost) > 3 otherwise 0", [("PR108", "1:23", ".")]),
    "a number that begins with its point": ("award .5", [("PR108", "1:7", ".5")]),
    "a text that is not closed": ('award 5 when rating = "Tốt otherwise 0', [("PR109", "1:23", '"Tốt otherwise 0')]),
    "a parenthesis that is not closed": ("award min(done, 5 when late = 0 otherwise 0", [("PR110", "1:10", "(")]),
    "thousands with a point": ("award 5 when dân_số > 16.000 otherwise 0", [("PR111", "1:23", "16.000")]),
    "several thousands": ("award 5 when dân_số > 1.250.000 otherwise 0", [("PR111", "1:23", "1.250.000")]),
    "a decimal comma": ("award 5\nadd 0,25 per late", [("PR112", "2:5", "0,25")]),
    "an exponent": ("award 1e3", [("PR113", "1:7", "1e3")]),
    "a number with its unit glued to it": ("award 5đ", [("PR114", "1:7", "5đ")]),
    "too many digits": ("award 0.1234567890123456789", [("PR115", "1:7", "0.1234567890123456789")]),
    "a day that no calendar has": (
        "award 5 when signed_on <= 2025-02-30 otherwise 0",
        [("PR116", "1:27", "2025-02-30")],
    ),
    "month and day turned round": (
        "award 5 when signed_on <= 2025-31-12 otherwise 0",
        [("PR116", "1:27", "2025-31-12")],
    ),
    "a power": ("award 2 ** 3", [("PR117", "1:9", "**")]),
    "and with or": ("award 5 when late = 0 and mountain or done > 3 otherwise 0", [("PR118", "1:36", "or")]),
    "too long a program": ("award 1  # " + "dài " * 1100, [("PR119", "1:1", "a")]),
    "too many values and signs": ("award " + " + ".join(["x"] * 510), [("PR120", "1:1", "a")]),
    "too deep": ("award " + "(" * 33 + "x" + ")" * 33, [("PR121", "1:39", "(")]),
    "nothing but a comment": ("# sẽ viết sau", [("PR122", "1:1", "")]),
    "otherwise comes first": ("otherwise 0", [("PR123", "1:1", "otherwise")]),
    "a named comparison": ("on_time = late = 0\naward 5 when on_time otherwise 0", [("PR124", "1:11", "late = 0")]),
    "a condition comes first": ("when late = 0 award 5", [("PR125", "1:1", "when")]),
    "if, then and else": ("if late = 0 then award 5 else award 0", [("PR125", "1:1", "if")]),
    "a value alone on a line": ("done / assigned * maximum", [("PR126", "1:1", "done")]),
    "a number alone on a line": ("5", [("PR126", "1:1", "5")]),
    "a key given twice": ("award f(x, from: 1, from: 2)", [("PR127", "1:21", "from")]),
    "if": ("award 5 if late = 0 otherwise 0", [("PR128", "1:9", "if")]),
    "else": ("award 5 when late = 0 else 0", [("PR128", "1:23", "else")]),
    "Vietnamese words in an English program": (
        'trừ 0.25 mỗi late tối đa 1 khi late > 3 vì "chậm"',
        [
            ("PR128", "1:1", "trừ"),
            ("PR128", "1:10", "mỗi"),
            ("PR128", "1:19", "tối đa"),
            ("PR128", "1:28", "khi"),
            ("PR128", "1:41", "vì"),
        ],
    ),
    "a Vietnamese word for a value": ("award 5 when mountain = không otherwise 0", [("PR128", "1:25", "không")]),
    "words in capitals": ("award 5 WHEN mountain OTHERWISE 0", [("PR128", "1:9", "WHEN")]),
    "a code without quotation marks": ("award score of 1.2", [("PR129", "1:16", "1.2")]),
    "a name with a space": ("award 5 when dân số > 3 otherwise 0", [("PR130", "1:14", "dân số")]),
    "a new name with a space": ("tỷ lệ hoàn thành = done / assigned\naward 5", [("PR130", "1:4", "lệ hoàn thành")]),
    "points with their unit": ("award 5 points", [("PR131", "1:9", "points")]),
    "money with its unit": ("award 5 when cost > 3 triệu đồng otherwise 0", [("PR131", "1:23", "triệu")]),
    "a percentage in words": ("award 5 when r >= 80 percent otherwise 0", [("PR131", "1:22", "percent")]),
    "a product without its sign": ("award 1/2 maximum", [("PR131", "1:11", "maximum")]),
    "award in a row of award": ("award 5 when late = 0 otherwise award 0", [("PR132", "1:33", "award")]),
    "a plugin's word in a row of it": (
        "award 9\npenalty 5 when late = 0 otherwise penalty 3",
        [("PR132", "2:35", "penalty")],
    ),
    "a plugin's word twice": ("award 9\npenalty penalty 3", [("PR132", "2:9", "penalty")]),
    "two statements on a line": ("award 10, deduct 1", [("PR132", "1:11", "deduct")]),
    "a percent sign behind a name": ("award maximum%", [("PR133", "1:14", "%")]),
    "a reason without quotation marks": ("award 5 because đủ hồ sơ", [("PR134", "1:17", "đủ hồ sơ")]),
    "a condition without when": ("award 5 late = 0\notherwise 0", [("PR135", "1:9", "late")]),
    "a condition without when, by its sign": ("award late > 3", [("PR135", "1:12", ">")]),
    "thousands with spaces": ("award 5 when dân_số > 1 250 000 otherwise 0", [("PR136", "1:23", "1 250 000")]),
    "between": ("award 5 when r between 10% and 20% otherwise 0", [("PR137", "1:16", "between")]),
    "is for equals": ("award 5 when late is 0 otherwise 0", [("PR138", "1:22", "0")]),
    "is null": ("award 5 when signed_on is null otherwise 0", [("PR138", "1:27", "null")]),
    "a comma before otherwise": ("award 5 when late = 0, otherwise 0", [("PR139", "1:22", ",")]),
    "a colon behind award": ("award: 5", [("PR139", "1:6", ":")]),
    "a semicolon at the end": ("award 5;", [("PR139", "1:8", ";")]),
    "a plus before a number": ("award +5", [("PR139", "1:7", "+")]),
    "up to behind when": ("award 5\ndeduct 1 when late > 3 up to 2", [("PR140", "2:24", "up to")]),
    "when twice": ("award 5 when late = 0 when mountain otherwise 0", [("PR141", "1:23", "when")]),
    "a parenthesis too many": ("award min(done, 5))", [("PR142", "1:19", ")")]),
    "per without of": ("award 0\nadd 0.5 per 1_000 dân_số", [("PR143", "2:19", "dân_số")]),
    "per each": ("award 5\ndeduct 1 per each late", [("PR139", "2:14", "each")]),
    "a percentage of something": ("award 10% of maximum", [("PR144", "1:11", "of")]),
    "two values beside each other": ("award (done) (assigned)", [("PR145", "1:14", "(")]),
    "a date with points": ("award 5 when signed_on <= 31.12.2025 otherwise 0", [("PR146", "1:27", "31.12.2025")]),
    "equal to none": ("award 5 when signed_on = none otherwise 0", [("PR147", "1:24", "= none")]),
    "a space that is none": ("award\xa05", [("PR148", "1:6", "\xa0")]),
    "a semicolon between values": ("award max(5; late)", [("PR107", "1:12", ";")]),
    "brackets": ("award [5]", [("PR107", "1:7", "["), ("PR107", "1:9", "]")]),
    "mistakes on every line": (
        "award 5 if late = 0\nadd 0,5 per done\ndeduct .5 per late",
        [("PR128", "1:9", "if"), ("PR112", "2:5", "0,5"), ("PR108", "3:8", ".5")],
    ),
}


@pytest.mark.parametrize(("program", "expected"), CASES.values(), ids=CASES)
def test_a_mistake_is_found_at_its_place(program: str, expected: Places) -> None:
    assert expected == places(in_text(program))


def test_mistakes_are_told_in_words(request: pytest.FixtureRequest) -> None:
    programs = {name: program for name, (program, _) in CASES.items()}
    check_page(PAGE, programs, in_text, request.config.getoption("--rewrite"))


def test_every_code_of_how_programs_are_written_has_a_case() -> None:
    tested = {code for _, found in CASES.values() for code, _, _ in found}
    assert [] == [code for code in codes() if "PR100" <= code < "PR149" and code not in tested]
