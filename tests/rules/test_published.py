# ruff: noqa: SIM300  (expected first, then actual)
"""Published results, recomputed exactly from the parts that were printed with them."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from parrules.api.verbs import check, evaluate
from parrules.scoring.sheet import Sheet
from parrules.values.numbers import rounded, written
from rules.scored_for_tests import sheet

EXAMPLES = Path(__file__).parents[2] / "examples"


def sheets_of(example: str) -> dict[str, Sheet]:
    evaluation = evaluate(None, EXAMPLES / example / "evidence.yaml")
    assert () == evaluation.diagnostics
    assert () == evaluation.findings
    assert evaluation.is_complete
    return {sheet.body: sheet for sheet in evaluation.sheets}


def hundredths(number: object) -> str:
    """The number with its two decimals; it has no more."""
    assert isinstance(number, (int, Fraction))
    over = number * 100
    assert over.denominator == 1
    return f"{over.numerator // 100}.{over.numerator % 100:02}"


@pytest.mark.parametrize(
    "name",
    [
        "vn.par_index.ministry@2020",
        "vn.par_index.ministry@2022",
        "vn.par_index.province@2020",
        "vn.par_index.province@2022",
        "vn.district.nguyen_binh",
    ],
)
def test_a_shipped_composition_is_found_by_name_and_nothing_is_wrong_with_it(name: str) -> None:
    assert () == check(name)


@pytest.mark.parametrize(
    ("example", "body", "edition", "computed", "printed"),
    [
        ("binh-duong-2020", "binh-duong", "2020", "86.93", "86.93"),
        ("bac-giang-2021", "bac-giang", "2020", "88.64", "88.65"),
        ("lao-cai-2023", "lao-cai", "2022", "90.59", "90.60"),
        ("nguyen-binh-2022", "nguyen-binh", "2022", "81.40", "81.40"),
    ],
)
def test_a_published_result_is_the_sum_of_its_parts_beside_the_printed_total(
    example: str, body: str, edition: str, computed: str, printed: str
) -> None:
    sheet = sheets_of(example)[body]
    assert edition == sheet.edition
    assert 100 == sheet.applicable
    assert computed == hundredths(sheet.total)
    assert printed == hundredths(sheet.printed_total)


MINISTRIES = [
    ("Bộ Tư pháp", "89.96", "89.95"),
    ("Ngân hàng Nhà nước Việt Nam", "89.88", "89.89"),
    ("Bộ Tài chính", "89.18", "89.18"),
    ("Bộ Nội vụ", "87.03", "87.04"),
    ("Bộ Tài nguyên và Môi trường", "87.00", "87.01"),
    ("Bộ Nông nghiệp và Phát triển nông thôn", "86.42", "86.41"),
    ("Bộ Xây dựng", "86.28", "86.28"),
    ("Bộ Giao thông vận tải", "86.18", "86.18"),
    ("Bộ Thông tin và Truyền thông", "85.83", "85.83"),
    ("Bộ Lao động - Thương binh và Xã hội", "85.80", "85.81"),
    ("Bộ Văn hóa, Thể thao và Du lịch", "83.57", "83.56"),
    ("Bộ Giáo dục và Đào tạo", "80.53", "80.53"),
    ("Bộ Khoa học và Công nghệ", "80.37", "80.38"),
    ("Bộ Kế hoạch và Đầu tư", "80.07", "80.07"),
    ("Bộ Y tế", "79.80", "79.80"),
    ("Bộ Ngoại giao", "78.47", "78.48"),
    ("Bộ Công Thương", "78.03", "78.03"),
]
"""Name, appraised + survey, and the total as it was printed, in the order of the printed ranks."""


def test_the_seventeen_ministries_of_2023_come_out_as_the_sums_of_their_parts() -> None:
    found = [
        (sheet.body_name, hundredths(sheet.total), hundredths(sheet.printed_total))
        for sheet in sheets_of("ministries-2023").values()
    ]
    assert MINISTRIES == found


def test_eight_printed_totals_of_2023_equal_the_sum_and_nine_are_off_by_a_hundredth() -> None:
    gaps = [sheet.total - sheet.printed_total for sheet in sheets_of("ministries-2023").values()]  # type: ignore[operator]
    assert 8 == gaps.count(0)
    assert 9 == sum(abs(gap) == Fraction(1, 100) for gap in gaps)
    assert Fraction(-3, 100) == sum(gaps)


def test_the_mean_of_the_seventeen_sums_is_kept_exactly() -> None:
    sheets = sheets_of("ministries-2023").values()
    computed = sum(Fraction(sheet.total) for sheet in sheets) / 17  # type: ignore[arg-type]
    printed = sum(Fraction(sheet.printed_total) for sheet in sheets) / 17  # type: ignore[arg-type]
    assert Fraction(143_440, 17 * 100) == computed
    assert "84.376" == written(rounded(computed, 3))
    assert "84.378" == written(rounded(printed, 3))


def test_every_number_of_the_composition_of_2022_says_how_it_is_known() -> None:
    lines = {line.code: line for line in sheets_of("lao-cai-2023")["lao-cai"].lines}
    assert ("61.5", "verified") == (written(lines["A"].maximum), lines["A"].fidelity)
    assert ("32", "verified") == (written(lines["B"].maximum), lines["B"].fidelity)
    assert ("10", "illustrative") == (written(lines["B.1"].maximum), lines["B.1"].fidelity)
    assert ("22", "illustrative") == (written(lines["B.2"].maximum), lines["B.2"].fidelity)
    assert ("6.5", "derived") == (written(lines["C"].maximum), lines["C"].fidelity)


def test_what_a_printed_part_fell_short_is_lost_to_the_last_hundredth() -> None:
    sheet = sheets_of("nguyen-binh-2022")["nguyen-binh"]
    lost = [(line.code, written(sum(Fraction(loss.amount) for loss in line.lost))) for line in sheet.lines]
    assert [("1", "1"), ("2", "1"), ("3", "5"), ("4", "3"), ("5", "2"), ("6", "2.1"), ("7", "4.5")] == lost


@pytest.mark.parametrize(
    ("appraised", "group"),
    [
        ("61,5", "Nhóm A"),
        ("57,5", "Nhóm A"),
        ("57,49", "Nhóm B"),
        ("47,5", "Nhóm B"),
        ("47,49", "Nhóm C"),
        ("37,49", "dưới 70, không nêu nhóm"),
    ],
)
def test_provinces_from_2022_are_in_groups_by_their_index(appraised: str, group: str) -> None:
    figures = {"appraised": appraised, "sipas": "10", "leaders": "22", "impact": "0,5"}
    assert (group,) == sheet("vn.par_index.province@2022", figures).classes


def test_the_edition_of_2022_takes_from_2020_what_it_does_not_change() -> None:
    found = sheet("vn.par_index.province@2022", {"appraised": "0", "sipas": "8,88", "leaders": "0", "impact": "0"})
    assert {"A": Fraction(123, 2), "B": 32, "B.1": 10, "B.2": 22, "C": Fraction(13, 2)} == {
        line.code: line.maximum for line in found.lines
    }
    ministry = sheet("vn.par_index.ministry@2022", {"appraised": "68,50", "survey": "31,50"})
    before = sheet("vn.par_index.ministry@2020", {"appraised": "63,50", "survey": "36,50"})
    assert (100, 100) == (ministry.total, before.total)
