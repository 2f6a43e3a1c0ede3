"""What the author of a file with `language: vi` is told: words, numbers and dates are spelled as in her file."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checks.programs_for_tests import Found, check_page, in_file, rules
from checks.test_authors_mistakes import MISTAKES
from methodology.test_kinds_mistakes import CASES as OF_KINDS
from parrules.report.diagnostics import diagnostics_json, render
from parrules.syntax.keywords import FUNCTIONS, KEYWORDS, OPENINGS, STATEMENTS
from parrules.syntax.respelling import respelled
from syntax.test_parser_mistakes import CASES as OF_WORDS

PAGE = Path(__file__).with_name("mistakes_in_vietnamese_spelling")

CASES = {
    "English words": "chấm 5 when late = 0 otherwise 0",
    "a statement in English": "award 5",
    "decimals behind a point": "chấm 0.5",
    "thousands or decimals": "chấm 5 khi dân_số > 16,000 còn lại 0",
    "a date with the year first": "chấm 5 khi signed_on <= 2025-12-31 còn lại 0",
    "a comma between values": "chấm nhỏ_nhất(5, 6)",
    "a function in English": "chấm min(5; 6)",
    "a name in English": "chấm maximum",
    "a word in pieces": "chấm 5 khi late = 0 còn lạii 0",
    "a function misspelt": "chấm đêm(tasks)",
    "a name misspelt": "chấm điểm_tôi_đa",
    "a ratio with a number": "chấm 5 khi r >= 70 còn lại 0",
    "a ratio as points": "chấm r",
    "a count as points": "chấm 10 - 0,5 * late",
    "a ratio rounded": "chấm làm_tròn(r; 2) * 10",
    "a date in quotes": 'chấm 5 khi signed_on <= "31/12/2025" còn lại 0',
    "thousands with a space": "chấm 5 khi dân_số > 16 000 còn lại 0",
    "a letter behind a number": "chấm 5đ",
    "a part of something": "chấm 10% của điểm_tối_đa",
    "equal to none": "chấm 5 khi đếm(tasks mà completed_on = trống) > 3 còn lại 0",
    "what may be none": "chấm 5 khi đếm(tasks mà completed_on > due_on) > 3 còn lại 0",
    "a quotient that may be none": "chấm done / assigned * điểm_tối_đa",
    "an amount that may be negative": "chấm 0\ncộng 1 mỗi 1.000 của dân_số - 16.000",
    "a step that is missing": "chấm 5\ncộng 1 mỗi r",
    "a limit that was meant for the score": "chấm 8\ncộng 1 mỗi done tối đa 10",
    "clauses in another order": "chấm 5\ntrừ 1 mỗi late khi late > 3 tối đa 2",
    "nothing to take from": "trừ 1",
    "a row above that is missing": "còn lại 0",
    "a case that is left out": "chấm 5 khi late = 0",
    "a table as a value": "chấm 5 khi tasks > 0 còn lại 0",
    "a form of an aggregate": "chấm 5 khi đếm(tasks khi due_on > cuối_kỳ) > 3 còn lại 0",
    "too few values": "chấm nhỏ_nhất(5)",
    "a key that is not taken": "chấm làm_tròn(5; chữ_số: 2)",
    "and, or": "chấm 5 khi mountain và r > 5% hoặc late = 0 còn lại 0",
    "two statements on a line": "chấm 10; trừ 1",
    "if, then and else": "nếu late = 0 thì chấm 5 nếu không chấm 0",
    "a name that is taken": "cuối_kỳ = 5\nchấm cuối_kỳ",
    "a reason that quotes what is not there": 'chấm 5 vì "{điểm_tối_đa} và {lat}"',
}


def _vietnamese(program: str) -> str:
    return respelled(program, "en", "vi", is_program=True)


FROM_ENGLISH = {
    name: program
    for name, english in {
        **{wrong: wrong for wrong, *_ in MISTAKES},
        **{name: program for name, (program, *_) in {**OF_WORDS, **OF_KINDS}.items()},
    }.items()
    if len(program := _vietnamese(english)) < 400
}


def in_vietnamese(program: str) -> Found:
    """What is wrong with a rule file in Vietnamese that has the program."""
    text = "language: vi\n" + rules(program).replace("score: award maximum}", "score: chấm điểm_tối_đa}")
    return tuple(one for one in in_file(text) if one.code != "PR244")


def test_mistakes_are_told_in_the_spelling_of_the_file(request: pytest.FixtureRequest) -> None:
    check_page(PAGE, CASES, in_vietnamese, request.config.getoption("--rewrite"))


@pytest.mark.parametrize("right", [right for *_, right in MISTAKES])
def test_what_is_right_in_english_is_right_in_vietnamese(right: str) -> None:
    assert [] == [one for one in in_vietnamese(_vietnamese(right)) if one.is_error]


_ENGLISH = sorted({one.en for one in (*KEYWORDS, *OPENINGS, *STATEMENTS)})
_CODE = re.compile(r"`([^`]+)`")


@pytest.mark.parametrize("program", (CASES | FROM_ENGLISH).values(), ids=CASES | FROM_ENGLISH)
def test_no_hint_proposes_an_english_word(program: str) -> None:
    told = render(in_vietnamese(program), "en", width=10_000)
    hints = [line for line in told.splitlines() if line.startswith("  hint: ")]
    proposed = [code for hint in hints for code in _CODE.findall(re.sub("leave `[^`]*` away", "", hint))]
    names = [one.en for one in FUNCTIONS]
    found = [code for code in proposed if not re.match(r"\w+:", code) for word in _ENGLISH if _has(code, word)]
    called = [code for code in proposed for name in names if _has(code, rf"{name}\(")]
    assert ([], []) == (found, called)


def _has(code: str, word: str) -> bool:
    outside = re.sub('"[^"]*"', "", code)
    return re.search(rf"(?<!\w){word}(?!\w)", outside) is not None


def test_programs_that_read_diagnostics_get_the_spelling_too() -> None:
    (one,) = diagnostics_json(in_vietnamese("chấm r"))
    assert ("PR231", "chấm", "r * điểm_tối_đa") == (one["code"], *(one["arguments"][key] for key in ("word", "meant")))  # type: ignore[index]
