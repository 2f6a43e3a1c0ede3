"""Did you mean: the nearest of the names that exist."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import pytest

from parrules.text.nearest import MOST_WORDS, Nearest, nearest


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("populaton", ["area", "population"], "population"),
        ("POPULATION", ["population", "populations"], "population"),
        ("x", ["population"], None),
        ("a", [], None),
        ("dân_so", ["dân_số", "diện_tích"], "dân_số"),
        ("ab1", ["ab3", "ab2"], "ab3"),
        ("hoan thanh tot", ["Hoàn thành", "Hoàn thành tốt"], "Hoàn thành tốt"),
        ("Đạt", ["dat", "đạt"], "đạt"),
        ("du_toan", ["dư_toán", "đủ_toàn"], "dư_toán"),
        ("awrad", ["add", "award"], "award"),
        ("due", ["due_on", "duty"], "due_on"),
        ("instance", ["distance"], "distance"),
        ("finance", ["distance"], None),
        ("signed", ["assigned", "design"], "assigned"),
        ("tỷ_lệ_hồ_sơ", ["tỷ_lệ_nợ_đọng"], None),
    ],
)
def test_the_name_most_like_it_is_found_in_any_order(word: str, known: list[str], expected: str | None) -> None:
    assert expected == nearest(word, known)
    assert expected == nearest(word, reversed(known))
    assert expected == Nearest(known).to(word)


def test_only_for_the_first_words_is_the_nearest_name_looked_for() -> None:
    near = Nearest(["body"])
    assert ["body"] * MOST_WORDS == [near.to(f"bod{chr(97 + i)}") for i in range(MOST_WORDS)]
    assert (None, "body") == (near.to("bodz"), near.to("boda"))
