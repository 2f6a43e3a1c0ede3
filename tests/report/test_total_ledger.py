"""The page that closes the ledgers: how the total, the index and the class came about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from parrules.report.columns import width_of
from parrules.report.total_ledger import total_ledger
from parrules.scoring.sheet import Entry, Quantity, Reason
from parrules.values.kinds import COUNT
from report.samples import OPEN_SHEET, SETTLED_SHEET, UNASSESSED_SHEET

LOWERED = replace(
    SETTLED_SHEET,
    classes=("Loại II",),
    class_entries=(
        Entry("award", 2, 2, 'award "Loại I" when total >= 75', 120, 1, 3),
        Entry("cap at", -1, 1, 'cap at "Loại II" when late > 0 because "chậm"', 123, reason=Reason(("chậm",))),
        Entry("quota", 0, 1, "Loại I", 130, parts=(Quantity("limit", 3, COUNT), Quantity("place", 5, COUNT))),
    ),
)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_total_is_told_like_an_account_page(language: str, golden: Callable[[str, str], None]) -> None:
    sheets = (SETTLED_SHEET, OPEN_SHEET, LOWERED, UNASSESSED_SHEET)
    golden(f"total_ledger.{language}.txt", "\n".join(total_ledger(sheet, language) for sheet in sheets))  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [50, 80])
def test_no_line_of_it_is_wider_than_asked(width: int) -> None:
    assert width >= max(map(width_of, total_ledger(LOWERED, "vi", width).splitlines()))


def test_where_there_is_no_class_nothing_is_said_of_one() -> None:
    assert "Xếp loại" not in total_ledger(replace(SETTLED_SHEET, classes=(), class_entries=()), "vi")
