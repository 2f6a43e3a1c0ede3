from hypothesis import given
from hypothesis import strategies as st

from parrules.report.columns import width_of
from parrules.report.grid import GridColumn, GridRow, grid

CODE, TITLE = GridColumn("Mã", keep=True), GridColumn("Tiêu chí", ratio=1)
SCORE = GridColumn("Điểm", "right", keep=True)

texts = st.text(st.sampled_from("aăế dđ漢\u200b\n"), max_size=60)


def test_titles_are_broken_between_words_and_numbers_never() -> None:
    rows = [GridRow(("1", "Quy mô dân số của xã", "12,25")), GridRow(("10", "Diện tích", "0,00 … 3,00"))]
    expected = """\
Mã  Tiêu chí           Điểm
───────────────────────────
1   Quy mô dân        12,25
    số của xã
10  Diện tích   0,00 … 3,00"""
    assert expected == grid([CODE, TITLE, SCORE], rows, 27, colour=False)


def test_what_stands_below_another_stands_further_in_on_every_line() -> None:
    rows = [GridRow(("1", "Dân số"), ruled=True), GridRow(("1.1", "Quy mô dân số"), deep=1), GridRow(("", "Tổng"))]
    expected = """\
Mã   Tiêu chí
────────────────
1    Dân số
────────────────
1.1    Quy mô
       dân số
     Tổng"""
    assert expected == grid([CODE, TITLE], rows, 16, colour=False)


def test_the_widest_column_that_can_be_broken_gives_way_first() -> None:
    columns = [GridColumn("Đơn vị"), GridColumn("Xếp loại", least=8)]
    rows = [GridRow(("Xã Ba Bể, tỉnh Thái Nguyên", "Loại II"))]
    expected = """\
Đơn vị            Xếp loại
──────────────────────────
Xã Ba Bể, tỉnh    Loại II
Thái Nguyên"""
    assert expected == grid(columns, rows, 26, colour=False)


def test_a_table_that_fits_takes_no_more_room_than_it_needs() -> None:
    expected = "Mã  Điểm\n────────\n1   2,00"
    assert expected == grid([CODE, SCORE], [GridRow(("1", "2,00"))], 80, colour=False)


def test_headings_and_totals_are_bold_where_there_is_colour() -> None:
    rows = [GridRow(("1", "2,00"), ruled=True), GridRow(("", "2,00"), strong=True)]
    rule = "────────"
    expected = f"\x1b[1mMã  Điểm\x1b[0m\n{rule}\n1   2,00\n{rule}\n\x1b[1m    2,00\x1b[0m"
    assert expected == grid([CODE, SCORE], rows, 80, colour=True)


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5), st.integers(24, 60))
def test_no_letter_is_lost_and_no_line_is_too_wide(cells: list[tuple[str, str]], width: int) -> None:
    columns = [GridColumn("a"), GridColumn("b")]
    lines = grid(columns, [GridRow(pair) for pair in cells], width, colour=False).splitlines()
    assert max(map(width_of, lines)) <= width
    assert all(line == line.rstrip() for line in lines)
    letters = "".join(cell for pair in cells for cell in pair)
    for letter in "aăếdđ漢":
        assert letters.count(letter) == "".join(lines[2:]).count(letter)
