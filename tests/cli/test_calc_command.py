"""`parrules calc` works out one expression."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import pytest

from parrules.cli import exits


@pytest.mark.parametrize(
    ("arguments", "vietnamese", "english"),
    [
        (["round(3 * 107 / 600, 2)"], "0,54", "0.54"),
        (["x above 16_000", "x=20_500"], "4.500", "4,500"),
        (["1 / 3"], "1/3 ≈ 0,3333", "1/3 ≈ 0.3333"),
        (["max(part, 20%)", "part=82.5%"], "82,5%", "82.5%"),
        (["37 / 40 * x", "x = 1.5"], "1,3875", "1.3875"),
        (["x < y", "x=3", "y=4"], "có", "yes"),
        (["day + 1", "day=2025-12-31"], "01/01/2026", "2026-01-01"),
        (["--", "-1 / 3"], "-1/3 ≈ −0,3333", "-1/3 ≈ −0.3333"),
    ],
)
def test_the_worth_of(parrules, arguments: list[str], vietnamese: str, english: str) -> None:
    for language, expected in (("vi", vietnamese), ("en", english)):
        ended = parrules("calc", "--lang", language, *arguments)
        assert (exits.FINE, expected + "\n", "") == (ended.code, ended.out, ended.err)


IN_VIETNAMESE = "read as programs in Vietnamese are written (language: vi)\n"


@pytest.mark.parametrize(
    ("arguments", "worth"),
    [
        (["làm_tròn(3 * 107 / 600; 2)"], "0.54"),
        (["x vượt 16.000", "x=20.500"], "4,500"),
        (["0,5 * 3"], "1.5"),
        (["lớn_nhất(phần; 20%)", "phần=82,5%"], "82.5%"),
        (["(5 khi x > 2 còn lại 0)", "x=3"], "5"),
        (["ngày + 1", "ngày=31/12/2025"], "2026-01-01"),
        (["x và không", "x=có"], "no"),
    ],
)
def test_an_expression_in_vietnamese_is_read_as_that_and_it_is_said(parrules, arguments: list[str], worth: str) -> None:
    ended = parrules("calc", "--lang", "en", *arguments)
    assert (exits.FINE, worth + "\n", IN_VIETNAMESE) == (ended.code, ended.out, ended.err)
    ended = parrules("calc", "--lang", "en", "--spelling", "vi", *arguments)
    assert (exits.FINE, worth + "\n", "") == (ended.code, ended.out, ended.err)
    assert exits.USAGE == parrules("calc", "--spelling", "en", *arguments).code


@pytest.mark.parametrize(
    ("arguments", "code", "hint"),
    [
        (["rate >= 80", "rate=82,5%"], "PR201", "`80%`"),
        (["1.000 + 0.5"], "PR150", "`0,5`"),
        (["lon_nhat(2; 3)"], "PR213", "`lớn_nhất`"),
        (["mox(2, 3)"], "PR213", "`max`"),
        (["0.5 vượt 5"], "PR128", "`above`"),
        (["x + 0.5", "x=0,5"], "PR112", "`0.5`"),
    ],
)
def test_what_is_wrong_in_both_is_told_in_the_spelling_that_was_understood_further(
    parrules, arguments: list[str], code: str, hint: str
) -> None:
    ended = parrules("calc", "--lang", "en", *arguments)
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert f"error {code}:" in ended.err and hint in ended.err


def test_a_word_that_gives_no_value_is_refused(parrules) -> None:
    ended = parrules("calc", "37", "/", "40", "--lang", "en")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith("error UC119: `/` is not of the form NAME=VALUE\n")


def test_a_value_that_is_none_is_refused(parrules) -> None:
    ended = parrules("calc", "x * 2", "x=1+1", "--lang", "en")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith("error UC122: `1+1` is not a value that can be given to `x`\n")


def test_an_expression_that_is_wrong_is_refused_with_a_caret(parrules) -> None:
    ended = parrules("calc", "x * population", "x=2", "--lang", "en")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert "   1 | x * population\n     |     ^^^^^^^^^^\n" in ended.err


@pytest.mark.parametrize("expression", ["year", "period_end", "count(bodies)", "rank(x of peers)", "total"])
def test_there_is_no_round_to_name_days_or_bodies_of(parrules, expression: str) -> None:
    ended = parrules("calc", expression, "x=1")
    assert (exits.USAGE, "") == (ended.code, ended.out)


def test_a_name_may_be_that_of_a_day_of_the_round(parrules) -> None:
    ended = parrules("calc", "year + 1", "year=2025")
    assert (exits.FINE, "2.026\n") == (ended.code, ended.out)
