import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parrules.text.order import natural_key, vietnamese_key


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(["1", "1.1", "1.2", "1.10", "2", "10"], id="a code comes after those with smaller numbers"),
        pytest.param(["1.1", "1.1.a", "1.1.b", "1.2"], id="a component comes right after its criterion"),
        pytest.param(["A.2", "A.10", "b.1"], id="capital and small letters stand together"),
        pytest.param(["1", "9" * 5000, "1" * 5001], id="numbers of any length"),
        pytest.param(["01", "1"], id="codes that read alike are still in one order"),
    ],
)
def test_codes_in_natural_order(expected: list[str]) -> None:
    shuffled = expected[1::2] + expected[::2]
    assert expected == sorted(shuffled, key=natural_key)


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(["An Giang", "Ăng Nọi", "Âu Lâu", "Bắc Giang"], id="a, ă and â are three letters"),
        pytest.param(["Dak Lak", "Duy Tiên", "Đà Nẵng", "Đắk Nông", "Điện Biên", "Gia Lai"], id="đ comes after d"),
        pytest.param(["ma", "mà", "mả", "mã", "má", "mạ"], id="tones in the order of dictionaries"),
        pytest.param(["Ba Vì", "Bà Rịa", "Bá Thước"], id="syllable by syllable, tone included"),
        pytest.param(["Ba", "Ba Bể", "Bàn"], id="a name before those that it begins"),
        pytest.param(["Tổ 2", "Tổ 10", "Tổ dân phố"], id="numbers as numbers, before letters"),
        pytest.param(["Tổ 2", "Tổ " + "9" * 5000, "Tổ " + "1" * 5001], id="numbers of any length"),
        pytest.param(["Oai", "Ôn", "Ơn", "Uông", "Ưng"], id="o, ô, ơ and u, ư"),
        pytest.param(["Hòa Bình", "Hoà Lạc", "Hòa Vang"], id="either place of the tone mark"),
        pytest.param(["Hà Giang", "Hà Nội", "Hải Phòng", "TP. Hồ Chí Minh"], id="points and spaces do not count"),
    ],
)
def test_names_in_vietnamese_order(expected: list[str]) -> None:
    shuffled = expected[1::2] + expected[::2]
    assert expected == sorted(shuffled, key=vietnamese_key)


@given(st.text())
def test_decomposed_letters_sort_like_composed_ones(name: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name)
    assert vietnamese_key(composed)[0] == vietnamese_key(decomposed)[0]


@given(st.lists(st.text(alphabet="01.aăA9 ")))
def test_order_does_not_depend_on_the_order_before(names: list[str]) -> None:
    shuffled = names[1::2] + names[::2]
    assert sorted(names, key=natural_key) == sorted(shuffled, key=natural_key)
    assert sorted(names, key=vietnamese_key) == sorted(shuffled, key=vietnamese_key)
