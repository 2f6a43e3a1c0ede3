from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from parrules.report.columns import width_of
from parrules.report.round_table import round_table
from parrules.text.spelling import Language
from report.samples import OPEN_SHEET, POPULATION, SETTLED_SHEET, UNASSESSED_SHEET

SMALL = tuple(
    replace(SETTLED_SHEET, body=f"b{n}", body_name=name, total=total, index=total / 25, printed_total=None)
    for n, (name, total) in enumerate([("Xã Ba Bể", Fraction(49, 4)), ("Phường Đức Xuân", Fraction(7, 1))])
)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_many_bodies_are_a_table(language: Language, golden: Callable[[str, str], None]) -> None:
    small, large = round_table(SMALL, language), round_table((SETTLED_SHEET, OPEN_SHEET, UNASSESSED_SHEET), language)
    golden(f"round.{language}.txt", f"{small}\n{large}")


def test_no_bodies_are_no_text() -> None:
    assert round_table([], "vi") == ""


def test_more_criteria_than_fit_stand_in_tables_of_their_own() -> None:
    lines = tuple(replace(POPULATION, code=f"{n}") for n in range(1, 31))
    text = round_table([replace(sheet, lines=lines) for sheet in SMALL], "vi")
    assert max(map(width_of, text.splitlines())) <= 80
    heads = [line.split()[2:] for line in text.splitlines() if line.startswith("Đơn vị  ")]
    assert [str(n) for n in range(1, 31)] == [code for head in heads[1:] for code in head]


def test_a_long_name_and_a_long_class_are_broken_and_numbers_are_not() -> None:
    sheet = replace(SMALL[0], body_name="Ủy ban nhân dân " * 6, classes=("Hoàn thành xuất sắc nhiệm vụ được giao",))
    text = round_table([sheet], "vi")
    assert max(map(width_of, text.splitlines())) <= 80
    assert "49,00%" in text and "12,25" in text
