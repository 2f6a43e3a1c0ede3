# ruff: noqa: SIM300  (expected first, then actual)
"""The examples of NĐ 307 and TT 01: whole evidence files, whose totals are worked out by hand line by line."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from parrules.api.verbs import evaluate
from parrules.values.ranges import Range

EXAMPLES = Path(__file__).parents[2] / "examples"
RESULTS = {
    "nd307/communes.yaml": [
        # 12.25 + 11.2 + 5.25 + (3.8 + 3.5 + 4.3 + 4.6 + 3.85 + 4.25) + 2 + 3
        ("Xã Một", 58, ("Loại III",)),
        # 10 + 20.14 + 3 + (3 + 3 + 3 to 5 + 3 + 3 + 5) + (3 + 3 + 2) + 0 to 10, under 75 in any case
        ("Xã Hai", Range(Fraction("61.14"), Fraction("73.14")), ("Loại II",)),
        # 10 + 10 + 10 + 30 + 10 + 10, and 640 residents
        ("Đặc khu Ba", 80, ("Loại III",)),
    ],
    "nd307/wards.yaml": [
        # 25 + 25 + 10 + 30 + (3 + 2 + 2) + 10
        ("Phường Một", 107, ("Loại đặc biệt",)),
        # 11.63 + 16.35 + 4.8 + (3.63 + 4.1 + 3.8 + 4.8 + 3.25 + 5) + (2 + 3) + 3
        ("Phường Hai", Fraction("65.36"), ("Loại II",)),
    ],
    "nd307/provinces.yaml": [
        # 13.04 + 24.49 + 3 + (1.4 + 1.55 + 1 + 2.3 + 5 x 2 + 2.39) + (2 + 1.21 + 1 + 2.95)
        ("Tỉnh Một", Fraction("66.33"), ("Loại II",)),
        # 23.67 + 10 + 9 + (3 + 2.6 + 3 + 3 + 3 + 3 + 2.65 + 3 + 3 + 3) + (1 + 2.95)
        ("Tỉnh Hai", Fraction("75.87"), ("Loại I",)),
        ("Thành phố Ba", None, ("Loại I",)),
    ],
    "tt01/agencies.yaml": [
        # 1.3 + 1.3 + 1.8 + 2 + 2 + 2 + 1.3 + 2 + 2
        ("Ủy ban nhân dân xã Một", Fraction("15.7"), ("Xuất sắc",)),
        # 1.2 + 1.2 + 1.4 + 1.4 + 1 + 1 + 1 + 1 + 0
        ("Ủy ban nhân dân huyện Hai", Fraction("9.2"), ("Khá",)),
    ],
    "tt01/officials.yaml": [
        # 1 + 1.3 + 1.7 + 2 + 1
        ("Công chức Một", 7, ("Hoàn thành 100% nhiệm vụ",)),
        # 0.5 + 0.5 + 0.5 + 1 + 0.5
        ("Công chức Hai", 3, ("Hoàn thành dưới 70% nhiệm vụ",)),
    ],
}


@pytest.mark.parametrize("example", RESULTS)
def test_an_example_comes_out_as_worked_out_by_hand(example: str) -> None:
    done = evaluate(None, EXAMPLES / example)
    assert () == done.diagnostics + done.findings
    assert RESULTS[example] == [(one.body_name, one.total, one.classes) for one in done.sheets]
