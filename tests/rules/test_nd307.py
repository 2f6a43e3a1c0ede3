# ruff: noqa: SIM300  (expected first, then actual)
"""NĐ 307/2025/NĐ-CP: every line of the three tables, at its threshold, beyond it, at its cap and past it.

Expected scores are worked out by hand, as base + (figure - threshold) / step x gain, at most the cap.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from parrules.values.numbers import Exact, written
from parrules.values.ranges import Range
from rules.scored_for_tests import diagnostics, line, reasons, score, sheet

COMMUNE, WARD, PROVINCE = "vn.nd307.commune", "vn.nd307.ward", "vn.nd307.province"

# A commune at every threshold: 10 + 10 + 3 + 6 x 3 = 41 points, nothing special, no priority.
PLAIN_COMMUNE = {
    "special_zone": "không",
    "mountain": "không",
    "border": "không",
    "population": "16000",
    "area": "30",
    "population_standard": "16000",
    "area_standard": "30",
    "balanced": "không",
    "own_revenue": "40%",
    "industry": "50%",
    "non_farm": "50%",
    "poverty": "4,5%",
    "clean_water": "70%",
    "online": "60%",
    "province_online": "60%",
    "signed": "70%",
    "minorities": "0%",
    "heritage": "không",
    "safe_zone": "không",
    "strategic": "không",
    "cluster_centre": "không",
    "specialised_centre": "không",
    "general_centre": "không",
    "large_population": "không",
    "large_area": "không",
}
# A ward likewise: 10 + 10 + 3 + 18 = 41 points.
PLAIN_WARD = {
    "special_zone": "không",
    "city": "không",
    "mountain": "không",
    "population": "14000",
    "area": "5,5",
    "population_standard": "15000",
    "balanced": "không",
    "own_revenue": "50%",
    "industry": "70%",
    "non_farm": "60%",
    "poverty": "4%",
    "clean_water": "70%",
    "online": "60%",
    "province_online": "60%",
    "signed": "80%",
    "temporary": "0%",
    "heritage": "không",
    "safe_zone": "không",
    "strategic": "không",
    "cluster_centre": "không",
    "specialised_centre": "không",
    "general_centre": "không",
    "large_population": "không",
    "large_area": "không",
}
# A province likewise: 10 + 10 + 3 + (4 x 1 + 5 x 2 + 1) + 2 = 40 points (its SIPAS rank is 21, which gives 1).
PLAIN_PROVINCE = {
    "kind": "tỉnh",
    "mountain": "không",
    "population": "2000000",
    "area": "8000",
    "population_standard": "1400000",
    "area_standard": "5000",
    "remitted": "0%",
    "own_revenue": "50%",
    "industry": "70%",
    "growth": "7%",
    "non_farm": "60%",
    "productivity": "5%",
    "income": "5400",
    "national_income": "5400",
    "insured": "42%",
    "national_insured": "42%",
    "poverty": "3%",
    "national_poverty": "3%",
    "clean_water": "60%",
    "national_clean_water": "60%",
    "sipas_rank": "21",
    "online": "40%",
    "national_online": "40%",
    "minorities": "0%",
    "communes": "80",
    "border_communes": "0",
    "heritage": "không",
    "strategic": "không",
}
PLAIN = {COMMUNE: PLAIN_COMMUNE, WARD: PLAIN_WARD, PROVINCE: PLAIN_PROVINCE}

# Everything at its cap but the budget, which is balanced: 25 + 25 + 10 + 30 = 90 points without special features.
RICH_COMMUNE = PLAIN_COMMUNE | {
    "population": "46000",
    "area": "180",
    "balanced": "có",
    "industry": "70%",
    "non_farm": "70%",
    "poverty": "2,5%",
    "clean_water": "90%",
    "online": "64%",
    "signed": "90%",
}
RICH_WARD = PLAIN_WARD | {
    "population": "44000",
    "area": "35,5",
    "balanced": "có",
    "industry": "86%",
    "non_farm": "80%",
    "poverty": "2%",
    "clean_water": "90%",
    "online": "64%",
    "signed": "100%",
}
LARGE = {"large_population": "có", "large_area": "có"}


@pytest.mark.parametrize("methodology", [COMMUNE, WARD, PROVINCE])
def test_the_rules_have_nothing_that_check_would_say(methodology: str) -> None:
    assert () == diagnostics(methodology)


@pytest.mark.parametrize(("methodology", "total"), [(COMMUNE, 41), (WARD, 41), (PROVINCE, 40)])
def test_at_every_threshold_the_base_points_are_given(methodology: str, total: Exact) -> None:
    found = sheet(methodology, PLAIN[methodology])
    assert (total, 100, ("Loại III",)) == (found.total, found.applicable, found.classes)


COMMUNE_LINES = [
    ("1", {"population": "15999"}, 10),
    ("1", {"population": "16001"}, 10),  # 0.0005 is rounded to 2 decimals
    ("1", {"population": "16010"}, Fraction("10.01")),  # 0.005 goes up
    ("1", {"population": "20500"}, Fraction("12.25")),  # 4.5 x 0.5
    ("1", {"population": "45999"}, 25),  # 24.9995
    ("1", {"population": "46000"}, 25),  # 30 x 0.5 = 15
    ("1", {"population": "90000"}, 25),
    ("1", {"population": "12000", "mountain": "có"}, 10),  # 75% of 16,000
    ("1", {"population": "16000", "mountain": "có"}, 12),  # 4 x 0.5: the step stays 1,000
    ("2", {"area": "29,9"}, 10),
    ("2", {"area": "32,5"}, Fraction("10.25")),  # half a step
    ("2", {"area": "180"}, 25),  # 30 x 0.5
    ("2", {"area": "181"}, 25),
    ("3", {"balanced": "có"}, 10),
    ("3", {"own_revenue": "39,9%"}, 3),
    ("3", {"own_revenue": "42%"}, Fraction("3.2")),  # 2/5 x 0.5
    ("3", {"own_revenue": "90%"}, 8),  # 10 x 0.5
    ("3", {"own_revenue": "120%"}, 8),
    ("4.1", {"industry": "49%"}, 3),
    ("4.1", {"industry": "53%"}, Fraction("3.3")),
    ("4.1", {"industry": "70%"}, 5),  # 4 x 0.5
    ("4.1", {"industry": "71%"}, 5),
    ("4.2", {"non_farm": "49%"}, 3),
    ("4.2", {"non_farm": "62,5%"}, Fraction("4.25")),  # 2.5 x 0.5
    ("4.2", {"non_farm": "70%"}, 5),
    ("4.2", {"non_farm": "99%"}, 5),
    ("4.3", {"poverty": "4,6%"}, 3),
    ("4.3", {"poverty": "3,2%"}, Fraction("4.3")),  # 1.3 x 1
    ("4.3", {"poverty": "2,5%"}, 5),
    ("4.3", {"poverty": "0%"}, 5),
    ("4.4", {"clean_water": "69%"}, 3),
    ("4.4", {"clean_water": "71%"}, Fraction("3.1")),
    ("4.4", {"clean_water": "90%"}, 5),
    ("4.4", {"clean_water": "95%"}, 5),
    ("4.5", {"online": "59%"}, 3),
    ("4.5", {"online": "60,5%"}, Fraction("3.25")),
    ("4.5", {"online": "64%"}, 5),  # 8 x 0.25
    ("4.5", {"online": "65%"}, 5),
    ("4.6", {"signed": "69%"}, 3),
    ("4.6", {"signed": "82,5%"}, Fraction("4.25")),  # 2.5 x 0.5
    ("4.6", {"signed": "90%"}, 5),
    ("4.6", {"signed": "100%"}, 5),
    ("5.1", {"minorities": "19,99%"}, 0),
    ("5.1", {"minorities": "20%"}, 2),
    ("5.1", {"minorities": "30%"}, 2),
    ("5.1", {"minorities": "35%"}, Fraction("2.25")),
    ("5.1", {"minorities": "50%"}, 3),  # 4 x 0.25
    ("5.1", {"minorities": "90%"}, 3),
    ("5.2", {"border": "có"}, 3),
    ("5.2", {"border": "không"}, 0),
    ("5.3", {"heritage": "có"}, 2),
    ("5.3", {"heritage": "không"}, 0),
    ("5.4", {"safe_zone": "có"}, 2),
    ("5.4", {"safe_zone": "không"}, 0),
    ("6.1", {"population": "47999"}, 0),
    ("6.1", {"population": "48000"}, 5),  # 300% of 16,000
    ("6.1", {"population": "52000"}, Fraction("5.25")),  # 325%: half a step
    ("6.1", {"population": "128000"}, 10),  # 800%: 10 x 0.5
    ("6.1", {"population": "129000"}, 10),
    ("6.2", {"area": "89,99"}, 0),
    ("6.2", {"area": "90"}, 10),  # 300% of 30
    ("6.3", {"strategic": "có"}, 10),
    ("6.4", {"cluster_centre": "có"}, 3),
    ("6.5", {"specialised_centre": "có"}, 5),
    ("6.6", {"general_centre": "có"}, 10),
]
WARD_LINES = [
    ("1", {"population": "14000"}, 10),
    ("1", {"population": "14500"}, Fraction("10.25")),
    ("1", {"population": "44000"}, 25),  # 30 x 0.5
    ("1", {"population": "44001"}, 25),
    ("1", {"population": "21000", "city": "có"}, 10),
    ("1", {"population": "22000", "city": "có"}, Fraction("10.5")),
    ("1", {"population": "51000", "city": "có"}, 25),
    (
        "1",
        {"population": "14000", "mountain": "có"},
        10,
    ),  # a mountain ward has its points in 5.2, not a lower threshold
    ("2", {"area": "5,4"}, 10),
    ("2", {"area": "6"}, Fraction("10.25")),
    ("2", {"area": "35,5"}, 25),
    ("2", {"area": "36"}, 25),
    ("3", {"balanced": "có"}, 10),
    ("3", {"own_revenue": "49%"}, 3),
    ("3", {"own_revenue": "55%"}, Fraction("3.5")),
    ("3", {"own_revenue": "100%"}, 8),
    ("3", {"own_revenue": "130%"}, 8),
    ("4.1", {"industry": "69%"}, 3),
    ("4.1", {"industry": "73%"}, Fraction("3.38")),  # 1.5 x 0.25 = 0.375, half up
    ("4.1", {"industry": "86%"}, 5),  # 8 x 0.25
    ("4.1", {"industry": "87%"}, 5),
    ("4.2", {"non_farm": "59%"}, 3),
    ("4.2", {"non_farm": "65%"}, Fraction("3.5")),
    ("4.2", {"non_farm": "80%"}, 5),
    ("4.2", {"non_farm": "81%"}, 5),
    ("4.3", {"poverty": "4,1%"}, 3),
    ("4.3", {"poverty": "3,2%"}, Fraction("3.8")),  # 1.6 x 0.5
    ("4.3", {"poverty": "2%"}, 5),  # 4 x 0.5
    ("4.3", {"poverty": "0,5%"}, 5),
    ("4.4", {"clean_water": "69%"}, 3),
    ("4.4", {"clean_water": "75%"}, Fraction("3.5")),
    ("4.4", {"clean_water": "90%"}, 5),
    ("4.4", {"clean_water": "91%"}, 5),
    ("4.5", {"online": "59%"}, 3),
    ("4.5", {"online": "61%"}, Fraction("3.5")),
    ("4.5", {"online": "64%"}, 5),
    ("4.5", {"online": "70%"}, 5),
    ("4.6", {"signed": "79%"}, 3),
    ("4.6", {"signed": "85%"}, Fraction("3.5")),
    ("4.6", {"signed": "100%"}, 5),  # 4 x 0.5: at the cap
    ("5.1", {"temporary": "9,99%"}, 0),
    ("5.1", {"temporary": "10%"}, 2),
    ("5.1", {"temporary": "20%"}, 2),
    ("5.1", {"temporary": "25%"}, Fraction("2.25")),
    ("5.1", {"temporary": "40%"}, 3),
    ("5.1", {"temporary": "150%"}, 3),
    ("5.2", {"mountain": "có"}, 3),
    ("5.2", {"mountain": "không"}, 0),
    ("5.3", {"heritage": "có"}, 2),
    ("5.3", {"heritage": "không"}, 0),
    ("5.4", {"safe_zone": "có"}, 2),
    ("5.4", {"safe_zone": "không"}, 0),
    ("6.1", {"population": "44999"}, 0),
    ("6.1", {"population": "45000"}, 5),  # 300% of 15,000
    ("6.1", {"population": "52500"}, Fraction("5.5")),  # 350%
    ("6.1", {"population": "120000"}, 10),  # 800%
    ("6.1", {"population": "150000"}, 10),
    ("6.2", {"area": "41,99"}, 0),
    ("6.2", {"area": "42"}, 10),
    ("6.3", {"strategic": "có"}, 10),
    ("6.4", {"cluster_centre": "có"}, 3),
    ("6.5", {"specialised_centre": "có"}, 5),
    ("6.6", {"general_centre": "có"}, 10),
]
PROVINCE_LINES = [
    ("1", {"population": "1999999"}, 10),
    ("1", {"population": "2030000"}, Fraction("10.25")),  # half a step
    ("1", {"population": "3800000"}, 25),  # 30 x 0.5
    ("1", {"population": "3900000"}, 25),
    ("1", {"population": "1500000", "mountain": "có"}, 10),  # 75% of 2,000,000
    ("1", {"population": "1560000", "mountain": "có"}, Fraction("10.5")),  # the step stays 60,000
    ("2", {"area": "7999"}, 10),
    ("2", {"area": "8100"}, Fraction("10.25")),
    ("2", {"area": "14000"}, 25),
    ("2", {"area": "16000"}, 25),
    ("3", {"remitted": "5%"}, 8),
    ("3", {"remitted": "10%"}, 8),
    ("3", {"remitted": "12%"}, Fraction("8.5")),
    ("3", {"remitted": "18%"}, 10),  # 8 x 0.25
    ("3", {"remitted": "40%"}, 10),
    ("3", {"own_revenue": "49%"}, 3),
    ("3", {"own_revenue": "60%"}, 4),
    ("3", {"own_revenue": "100%"}, 8),
    ("3", {"own_revenue": "130%"}, 8),
    ("4.1", {"industry": "69%"}, 1),
    ("4.1", {"industry": "80%"}, 2),
    ("4.1", {"industry": "90%"}, 3),
    ("4.1", {"industry": "95%"}, 3),
    ("4.2", {"growth": "-1,5%"}, 1),
    ("4.2", {"growth": "8%"}, Fraction("1.5")),
    ("4.2", {"growth": "11%"}, 3),  # 8 x 0.25
    ("4.2", {"growth": "12%"}, 3),
    ("4.3", {"non_farm": "59%"}, 1),
    ("4.3", {"non_farm": "70%"}, 2),
    ("4.3", {"non_farm": "80%"}, 3),
    ("4.3", {"non_farm": "85%"}, 3),
    ("4.4", {"productivity": "-1%"}, 1),
    ("4.4", {"productivity": "6%"}, 2),
    ("4.4", {"productivity": "7%"}, 3),
    ("4.4", {"productivity": "7,5%"}, 3),
    ("4.5", {"income": "5000"}, 2),
    ("4.5", {"income": "5670"}, Fraction("2.25")),  # 105% of 5,400: relative to the mean
    ("4.5", {"income": "6480"}, 3),  # 120%
    ("4.5", {"income": "9000"}, 3),
    ("4.6", {"insured": "41%"}, 2),
    ("4.6", {"insured": "47%"}, Fraction("2.5")),  # 5 percentage points, not 5% of 42%
    ("4.6", {"insured": "52%"}, 3),
    ("4.6", {"insured": "60%"}, 3),
    ("4.7", {"poverty": "3,5%"}, 2),
    ("4.7", {"poverty": "2%"}, Fraction("2.5")),
    ("4.7", {"poverty": "1%"}, 3),
    ("4.7", {"poverty": "0,2%"}, 3),
    ("4.8", {"clean_water": "59%"}, 2),
    ("4.8", {"clean_water": "61%"}, Fraction("2.5")),
    ("4.8", {"clean_water": "62%"}, 3),
    ("4.8", {"clean_water": "90%"}, 3),
    ("4.9", {"sipas_rank": "1"}, 3),
    ("4.9", {"sipas_rank": "10"}, 3),
    ("4.9", {"sipas_rank": "11"}, 2),
    ("4.9", {"sipas_rank": "20"}, 2),
    ("4.9", {"sipas_rank": "21"}, 1),
    ("4.10", {"online": "39%"}, 2),
    ("4.10", {"online": "43%"}, Fraction("2.38")),  # 1.5 x 0.25 = 0.375, half up
    ("4.10", {"online": "48%"}, 3),
    ("4.10", {"online": "60%"}, 3),
    ("5.1", {"minorities": "19,99%"}, 0),
    ("5.1", {"minorities": "20%"}, 1),
    ("5.1", {"minorities": "30%"}, 1),
    ("5.1", {"minorities": "40%"}, Fraction("1.5")),
    ("5.1", {"minorities": "50%"}, 2),
    ("5.1", {"minorities": "80%"}, 2),
    ("5.2", {"border_communes": "7"}, 0),  # 8.75%
    ("5.2", {"border_communes": "8"}, 1),  # 10%
    ("5.2", {"border_communes": "16"}, 1),  # 20%
    ("5.2", {"border_communes": "20"}, Fraction("1.25")),  # 25%: half a step
    ("5.2", {"border_communes": "32"}, 2),  # 40%
    ("5.2", {"border_communes": "60"}, 2),
    ("5.3", {"heritage": "có"}, 1),
    ("5.3", {"heritage": "không"}, 0),
    ("5.4", {"communes": "60"}, 2),
    ("5.4", {"communes": "82"}, Fraction("2.1")),  # 2/5 x 0.25
    ("5.4", {"communes": "140"}, 5),  # 12 x 0.25
    ("5.4", {"communes": "150"}, 5),
    ("6.1", {"population": "4199999"}, 0),
    ("6.1", {"population": "4200000"}, 5),  # 300% of 1,400,000
    ("6.1", {"population": "4900000"}, Fraction("5.5")),  # 350%
    ("6.1", {"population": "11200000"}, 10),  # 800%
    ("6.1", {"population": "12000000"}, 10),
    ("6.2", {"area": "14999"}, 0),
    ("6.2", {"area": "15000"}, 10),  # 300% of 5,000
    ("6.3", {"strategic": "có"}, 10),
]
LINES = [
    pytest.param(methodology, code, changed, expected, id=f"{methodology} {code} with {changed} is {written(expected)}")
    for methodology, lines in ((COMMUNE, COMMUNE_LINES), (WARD, WARD_LINES), (PROVINCE, PROVINCE_LINES))
    for code, changed, expected in lines
]


@pytest.mark.parametrize(("methodology", "code", "changed", "expected"), LINES)
def test_a_line_of_the_table(methodology: str, code: str, changed: dict[str, str], expected: Exact) -> None:
    assert expected == score(sheet(methodology, PLAIN[methodology] | changed), code)


@pytest.mark.parametrize(
    ("methodology", "code", "reason"),
    [
        (COMMUNE, "5.1", "văn bản không quy định mức dưới 20%"),
        (WARD, "5.1", "văn bản không quy định mức dưới 10%"),
        (PROVINCE, "5.1", "văn bản không quy định mức dưới 20%"),
        (PROVINCE, "5.2", "văn bản không quy định mức dưới 10%"),
    ],
)
def test_where_the_text_prints_no_value_the_receipt_says_so(methodology: str, code: str, reason: str) -> None:
    assert [reason] == reasons(sheet(methodology, PLAIN[methodology]), code)


def test_only_the_highest_priority_counts() -> None:
    three = {"cluster_centre": "có", "specialised_centre": "có", "area": "90"}
    assert (0, 3, 5, 10) == (
        score(sheet(COMMUNE, PLAIN_COMMUNE), "6"),
        score(sheet(COMMUNE, PLAIN_COMMUNE | {"cluster_centre": "có"}), "6"),
        score(sheet(COMMUNE, PLAIN_COMMUNE | {"cluster_centre": "có", "specialised_centre": "có"}), "6"),
        score(sheet(COMMUNE, PLAIN_COMMUNE | three), "6"),
    )


def test_priority_stands_outside_the_scale_of_100() -> None:
    found = sheet(COMMUNE, RICH_COMMUNE | {"border": "có", "heritage": "có", "minorities": "50%", "safe_zone": "có"})
    more = sheet(
        COMMUNE,
        RICH_COMMUNE | {"border": "có", "heritage": "có", "minorities": "50%", "safe_zone": "có", "strategic": "có"},
    )
    assert (110, 110, 100) == (more.total, found.total, found.applicable)  # its area is 600% of the standard


def test_every_maximum_can_be_reached() -> None:
    figures = PLAIN_PROVINCE | {
        "population": "3800000",
        "area": "14000",
        "remitted": "18%",
        "industry": "90%",
        "growth": "11%",
        "non_farm": "80%",
        "productivity": "7%",
        "income": "6480",
        "insured": "52%",
        "poverty": "1%",
        "clean_water": "62%",
        "sipas_rank": "1",
        "online": "48%",
        "minorities": "50%",
        "communes": "140",
        "border_communes": "56",
        "heritage": "có",
    }
    found = sheet(PROVINCE, figures)
    assert (100, ("Loại I",)) == (found.total, found.classes)
    assert (25, 25, 10, 30, 10, 0) == tuple(score(found, code) for code in ("1", "2", "3", "4", "5", "6"))


# 10 for area, 3 + 4 for the budget, 5 + 5 + 5 + 5 + 3 + 3 for 4.1 to 4.6: 43 points, and population brings the rest.
@pytest.mark.parametrize(
    ("population", "total", "given"),
    [("29980", Fraction("59.99"), "Loại III"), ("30000", 60, "Loại II"), ("30020", Fraction("60.01"), "Loại II")],
)
def test_class_ii_begins_at_60(population: str, total: Exact, given: str) -> None:
    changed = {
        "industry": "70%",
        "non_farm": "70%",
        "poverty": "2,5%",
        "clean_water": "90%",
        "own_revenue": "80%",
        "population": population,
    }
    found = sheet(COMMUNE, PLAIN_COMMUNE | changed)
    assert (total, (given,)) == (found.total, found.classes)


# A rich commune with 30 km2 has 25 + 10 + 10 + 30 = 75.
@pytest.mark.parametrize(
    ("population", "total", "given"),
    [("45980", Fraction("74.99"), "Loại II"), ("46000", 75, "Loại I"), ("47000", 75, "Loại I")],
)
def test_class_i_begins_at_75(population: str, total: Exact, given: str) -> None:
    found = sheet(COMMUNE, RICH_COMMUNE | {"area": "30", "population": population})
    assert (total, (given,)) == (found.total, found.classes)


def test_priority_counts_for_the_classes_by_points() -> None:
    found = sheet(COMMUNE, RICH_COMMUNE | {"area": "30", "population": "26000", "strategic": "có"})
    assert (75, ("Loại I",)) == (found.total, found.classes)  # 15 + 10 + 10 + 30 and 10 for its place


def test_a_commune_is_never_of_the_special_class() -> None:
    found = sheet(COMMUNE, RICH_COMMUNE | LARGE | {"strategic": "có"})
    assert (100, ("Loại I",)) == (found.total, found.classes)


@pytest.mark.parametrize(
    ("changed", "given"),
    [
        ({"strategic": "có"}, "Loại đặc biệt"),
        ({"general_centre": "có"}, "Loại đặc biệt"),
        ({"cluster_centre": "có", "specialised_centre": "có"}, "Loại I"),
        ({"strategic": "có", "large_area": "không"}, "Loại I"),
        ({"strategic": "có", "large_population": "không"}, "Loại I"),
        # 25 + 24.98 + 10 + 30 is 89.98: the 10 points of priority do not count here.
        ({"strategic": "có", "area": "35,46"}, "Loại I"),
    ],
)
def test_a_ward_of_the_special_class(changed: dict[str, str], given: str) -> None:
    assert (given,) == sheet(WARD, RICH_WARD | LARGE | changed).classes


@pytest.mark.parametrize(("methodology", "plain"), [(COMMUNE, PLAIN_COMMUNE), (WARD, PLAIN_WARD)])
def test_a_special_zone_has_a_flat_10_for_special_features(methodology: str, plain: dict[str, str]) -> None:
    found = sheet(methodology, plain | {"special_zone": "có"})
    assert (51, 10, "exempt") == (found.total, score(found, "5"), line(found, "5").status)


@pytest.mark.parametrize(
    ("population", "given"), [("999", "Loại III"), ("1000", "Loại I")], ids=["under 1,000 residents", "1,000 residents"]
)
def test_a_special_zone_with_few_residents_is_of_class_iii(population: str, given: str) -> None:
    # 10 + 25 + 10 + 30 + 10 = 85, and more than 42 km2 or 300% of the standard.
    zone = {"special_zone": "có", "population": population, "strategic": "có"}
    assert (95, (given,)) == _total_and_class(COMMUNE, RICH_COMMUNE | zone)
    assert (95, (given,)) == _total_and_class(WARD, RICH_WARD | zone)


def test_a_commune_with_few_residents_keeps_its_class() -> None:
    assert (85, ("Loại I",)) == _total_and_class(COMMUNE, RICH_COMMUNE | {"population": "900"})


@pytest.mark.parametrize(("methodology", "rich"), [(COMMUNE, RICH_COMMUNE), (WARD, RICH_WARD)])
def test_a_special_zone_can_be_of_the_special_class(methodology: str, rich: dict[str, str]) -> None:
    found = sheet(methodology, rich | LARGE | {"special_zone": "có", "general_centre": "có"})
    assert (110, ("Loại đặc biệt",)) == (found.total, found.classes)


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("thủ đô Hà Nội hoặc Thành phố Hồ Chí Minh", "Loại đặc biệt"),
        ("thành phố trực thuộc trung ương", "Loại I"),
    ],
)
def test_a_centrally_run_city_has_its_class_without_being_scored(kind: str, given: str) -> None:
    found = sheet(PROVINCE, {"kind": kind})
    assert (None, (given,)) == (found.total, found.classes)
    assert {"left_out"} == {one.status for one in found.lines}


def test_a_class_that_no_missing_figure_can_change_is_known() -> None:
    figures = {name: text for name, text in RICH_COMMUNE.items() if name != "population"}
    found = sheet(COMMUNE, figures)
    assert (Range(85, 100), ("Loại I",)) == (found.total, found.classes)  # 10 to 25, 25 + 10 + 30, and 10 for its area
    assert ("population",) == line(found, "1").missing


def test_a_class_that_a_missing_figure_can_change_is_open() -> None:
    figures = {name: text for name, text in RICH_COMMUNE.items() if name != "population"}
    found = sheet(COMMUNE, figures | {"area": "30"})
    # 10 to 25, 10 + 10 + 30; 5 to 10 more when the population is missing, as it may be 300% of the standard.
    assert (Range(60, 85), ("Loại II", "Loại I")) == (found.total, found.classes)


def _total_and_class(methodology: str, figures: dict[str, str]) -> tuple[object, tuple[str, ...]]:
    found = sheet(methodology, figures)
    return found.total, found.classes
