# ruff: noqa: SIM300, DTZ001  (expected first, then actual; a workbook knows no time zone)
"""What is read in a workbook: every cell as its people see it, found by its heading, shown by its sheet and cell."""

from __future__ import annotations

import datetime
import io
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.methodology_for_evidence import HEAD, TWO_BODIES, methodology
from evidence.rounds_for_tests import round_from
from evidence.workbooks import by_hand, table, written
from parrules.evidence.readers.column_names import ColumnNames
from parrules.evidence.readers.listing import HOLDS, Listing
from parrules.evidence.readers.opened import opened
from parrules.evidence.records import Provenance, Round
from parrules.report.diagnostics import diagnostics_json, render
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source
from parrules.values.nothing import NONE

CODE_AND_COST = ["code", "cost"]


def read(raw: bytes, known: tuple[str, ...] = ("code", "cost")) -> tuple[Listing | None, tuple[Diagnostic, ...]]:
    return opened(raw, "t.xlsx", "năm/t.xlsx", None, ColumnNames("", frozenset(known)))


def listing(raw: bytes) -> Listing:
    read_, found = read(raw)
    assert [] == [one.code for one in found]
    assert read_ is not None
    return read_


def cells(raw: bytes) -> list[tuple[str, str]]:
    """The text of each cell of the first row below the heading, and what it holds."""
    one = listing(raw)
    return [(one.cell(one.rows[0], at).text, one.cell(one.rows[0], at).holds) for at in range(len(one.columns))]


def in_round(tmp_path: Path, said: str, **books: bytes) -> tuple[Round | None, tuple[Diagnostic, ...]]:
    for name, raw in books.items():
        (tmp_path / f"{name}.xlsx").write_bytes(raw)
    return round_from(Source("năm/evidence.yaml", said), tmp_path, methodology())


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{one.code} {one.span.cell}" if one.span else one.code for one in found]


def test_every_kind_of_cell_is_read_as_people_see_it() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("S")
        day, percent = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"num_format": "0.00%"})
        sheet.write_row(0, 0, ["code", "cost", "c", "d", "e", "f", "g", "h", "i"])
        sheet.write_string(1, 0, "T1 & <hai>\ndòng")
        sheet.write_number(1, 1, 12.345)
        sheet.write_number(1, 2, 0.825, percent)
        sheet.write_datetime(1, 3, datetime.datetime(2025, 12, 31), day)
        sheet.write_datetime(1, 4, datetime.datetime(2025, 12, 31, 14, 30), day)
        sheet.write_boolean(1, 5, True)
        sheet.write_number(1, 6, 12900)
        sheet.write_rich_string(1, 7, "một ", book.add_format({"bold": True}), "hai")
        sheet.write_string(1, 8, "12.900")

    assert [
        ("T1 & <hai>\ndòng", "text"),
        ("12.3450", "number"),
        ("82.5%", "text"),
        ("2025-12-31", "date"),
        ("2025-12-31 14:30", "date"),
        ("true", "text"),
        ("12900", "number"),
        ("một hai", "text"),
        ("12.900", "text"),
    ] == cells(written(fill))


@pytest.mark.parametrize(
    ("expected", "stored"),
    [
        ("0.825", "0.82499999999999996"),
        ("0.3", "0.30000000000000004"),
        ("0.333333333333333", "0.33333333333333331"),
        ("0.00001", "1.0000000000000001E-5"),
        ("100000000000000000000", "1E+20"),
        ("1000000000000000", "999999999999999.9"),
        ("-2.5", "-2.5"),
        ("0", "-0"),
        ("0", "0.000"),
        ("1.5", "01.50"),
        ("9.1250", "9.125"),
        ("1234.125", "1234.125"),
        ("0.125", "0.125"),
    ],
)
def test_a_number_is_read_with_the_digits_that_are_shown(expected: str, stored: str) -> None:
    raw = by_hand(
        f'<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>{stored}</v></c></row>', strings=["code"]
    )
    assert [(expected, "number")] == cells(raw)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=5, allow_nan=False))
@settings(max_examples=60, deadline=None)
def test_any_number_that_was_typed_comes_back_exactly(number: Any) -> None:
    one = listing(table([CODE_AND_COST, ["x", float(number)]]))
    assert Fraction(number) == Fraction(one.rows[0].texts[1])


@given(
    st.lists(
        st.lists(
            st.one_of(st.integers(-(10**9), 10**9), st.text("abc ăế<&\n_x00", max_size=8)), min_size=3, max_size=3
        ),
        max_size=5,
    )
)
@settings(max_examples=40, deadline=None)
def test_another_reader_of_workbooks_sees_the_same(rows: list[list[Any]]) -> None:
    from python_calamine import CalamineWorkbook

    raw = table([["code", "cost", "c"], *rows])
    theirs = CalamineWorkbook.from_filelike(io.BytesIO(raw)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    expected = [[str(int(one)) if isinstance(one, float) else str(one) for one in row] for row in theirs[1:]]
    ours = [list(row.texts) for row in listing(raw).rows]
    assert [row for row in expected if any(one.strip() for one in row)] == ours


def test_a_day_is_one_whatever_day_a_workbook_begins_to_count_from() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("S")
        sheet.write_row(0, 0, CODE_AND_COST)
        for at, day in enumerate([datetime.datetime(1904, 1, 2), datetime.datetime(2025, 12, 31)], start=1):
            sheet.write_datetime(at, 1, day, book.add_format({"num_format": "[$-42A]dd mmmm, yyyy"}))

    for from_1904 in (False, True):
        assert ["1904-01-02", "2025-12-31"] == [
            row.texts[1] for row in listing(written(fill, date_1904=from_1904)).rows
        ]


@pytest.mark.parametrize(
    ("expected", "serial"),
    [
        ("1900-01-01", "1"),
        ("1900-02-28", "59"),
        ("60", "60"),
        ("1900-03-01", "61"),
        ("9999-12-31", "2958465"),
        ("0", "0"),
        ("2958466", "2958466"),
    ],
)
def test_the_day_that_never_was_is_left_a_number(expected: str, serial: str) -> None:
    head = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    raw = by_hand(f'{head}<row r="2"><c r="A2" s="0"><v>{serial}</v></c></row>', strings=["code"], styles=[14])
    assert expected == listing(raw).rows[0].texts[0]


TASKS = [
    ["UBND XÃ A", "", "", ""],
    [],
    ["Số", "Hạn xử lý", "Xong", "Kinh phí"],
    ["T1", "31/12/2025", "", 12.345],
    ["T2", "30/06/2025", "29/06/2025", "9,44"],
]
SAID = "file: t.xlsx, columns: {code: Số, due_on: Hạn xử lý, completed_on: Xong, cost: Kinh phí}"


def test_records_and_their_sheet_reach_the_round(tmp_path: Path) -> None:
    round_, found = in_round(tmp_path, TWO_BODIES + f"values: {{a: {{tasks: {{{SAID}}}}}}}\n", t=table(TASKS))
    assert () == found
    assert round_ is not None
    tasks = round_.bodies[0].tables["tasks"]
    assert Provenance("t.xlsx", sheet="Nhiệm vụ") == tasks.provenance
    assert [("T1", 4, 1), ("T2", 5, 2)] == [(one.id, one.line, one.row) for one in tasks.records]
    assert [Fraction("12.345"), Fraction("9.44")] == [one.values["cost"] for one in tasks.records]
    assert NONE == tasks.records[0].values["completed_on"]


def test_a_figure_says_the_sheet_and_the_cell_it_was_read_in(tmp_path: Path) -> None:
    raw = table([["Mã", "Dân số", "document"], ["a", 12500, "12/BC"]], "Biểu 1")
    text = HEAD + "bodies: {a: A}\nvalues: {file: t.xlsx, columns: {body: Mã, population: Dân số}}\n"
    round_, found = in_round(tmp_path, text, t=raw)
    assert () == found
    assert round_ is not None
    figure = round_.bodies[0].figures["population"]
    assert (12500, "12500") == (figure.value, figure.written)
    assert Provenance("t.xlsx", 0, 1, "Biểu 1", "B2", "12/BC") == figure.provenance


def test_a_finding_names_the_file_the_sheet_and_the_cell(tmp_path: Path) -> None:
    rows = [["code", "due_on", "completed_on", "cost"], ["T1", "31/12/2025", "", "12.900"]]
    _, found = in_round(tmp_path, TWO_BODIES + "values: {a: {tasks: {file: t.xlsx}}}\n", t=table(rows))
    assert [
        "năm/t.xlsx, sheet Nhiệm vụ, cell D2: error EV102: `cost`: `12.900` can be read",
        "    in two ways",
        "   2 | T1 │ 31/12/2025 │  │ 12.900",
        "     |                      ^^^^^^",
        "  hint: for thousands, write `12900`",
        "  hint: for decimals, write `12.9`",
    ] == render(found, "en").split("\n")[:6]
    assert render(found, "vi").startswith("năm/t.xlsx, trang tính Nhiệm vụ, ô D2: lỗi EV102: ")
    told = diagnostics_json(found)[0]
    assert ("năm/t.xlsx", "Nhiệm vụ", "D2", 2) == (told["file"], told["sheet"], told["cell"], told["line"])


def sheet_with(cell: str, *, name: str = "cost", more: str = "", styles: tuple[int, ...] = (), **parts: Any) -> bytes:
    """A table of tasks with one record, one cell of which is given as XML without its place."""
    strings = ["code", "due_on", "completed_on", "cost", "T1"]
    head = "".join(f'<c r="{letter}1" t="s"><v>{at}</v></c>' for at, letter in enumerate("ABCD"))
    at = "ABCD"[["code", "due_on", "completed_on", "cost"].index(name)]
    own = cell.replace("<c", f'<c r="{at}2"', 1)
    first = '<c r="A2" t="s"><v>4</v></c>' if at != "A" else ""
    return by_hand(
        f'<row r="1">{head}</row><row r="2">{first}{own}</row>{more}', strings=strings, styles=styles, **parts
    )


@pytest.mark.parametrize(
    ("expected", "name", "cell"),
    [
        (["EV330 D2"], "cost", "<c><f>1+1</f></c>"),
        (["EV330 D2"], "cost", "<c><f>1+1</f><v></v></c>"),
        (["EV330 D2"], "cost", '<c><f t="shared" si="0"/></c>'),
        ([], "cost", "<c><f>1+1</f><v>2</v></c>"),
        ([], "cost", '<c t="str"><f>IF(1,"")</f><v></v></c>'),
        (["EV115 D2"], "cost", '<c t="e"><v>#N/A</v></c>'),
        (["EV115 D2"], "cost", '<c t="e"><f>A9</f><v>#REF!</v></c>'),
        (["EV176 D2"], "cost", '<c t="inlineStr"><is><t>không áp dụng</t></is></c>'),
        ([], "cost", "<c/>"),
        (["EV332 A2"], "code", "<c><v>1.1</v></c>"),
        ([], "code", "<c><v>7</v></c>"),
        (["EV334 A2"], "code", '<c s="0"><v>46022</v></c>'),
        (["EV334 D2"], "cost", '<c s="0"><v>46022</v></c>'),
        (["EV333 B2"], "due_on", "<c><v>46022</v></c>"),
        (["EV333 B2"], "due_on", "<c><v>46022.5</v></c>"),
        (["EV111 B2"], "due_on", '<c s="0"><v>46022.5</v></c>'),
        ([], "due_on", '<c s="0"><v>46022</v></c>'),
        ([], "due_on", '<c t="d"><v>2025-12-31T00:00:00</v></c>'),
        (["EV110 D2"], "cost", '<c s="1"><v>0.5</v></c>'),
        (["EV101 D2"], "cost", '<c t="b"><v>1</v></c>'),
    ],
    ids=[
        "a formula never worked out",
        "a formula worked out to nothing",
        "a formula shared with other cells",
        "a formula worked out",
        "a formula that gives an empty text",
        "no value is available",
        "a reference to nothing",
        "a cell that does not apply",
        "an empty cell",
        "a code that became a number",
        "a whole number as a code",
        "a day as a code",
        "a day as money",
        "a number as a day",
        "a number with a part as a day",
        "a day with its time",
        "a day by its format",
        "a day as text of its own kind",
        "a percentage as money",
        "yes as money",
    ],
)
def test_a_cell_is_what_it_holds(tmp_path: Path, expected: list[str], name: str, cell: str) -> None:
    raw = sheet_with(cell, name=name, styles=(14, 9))
    round_, found = in_round(tmp_path, TWO_BODIES + "values: {a: {tasks: {file: t.xlsx}}}\n", t=raw)
    assert expected == codes(found)
    assert round_ is not None
    records = round_.bodies[0].tables["tasks"].records
    assert 1 == len(records)
    if expected:
        assert name not in records[0].values


def test_no_formula_is_worked_out_where_the_workbook_says_so(tmp_path: Path) -> None:
    """A program writes 0 for every formula, and leaves it to the spreadsheet to work them out on opening."""
    raw = sheet_with("<c><f>1+1</f><v>0</v></c>", book='<calcPr fullCalcOnLoad="1"/>')
    _, found = in_round(tmp_path, TWO_BODIES + "values: {a: {tasks: {file: t.xlsx}}}\n", t=raw)
    assert ["EV330 D2"] == codes(found)


def test_a_formula_never_worked_out_an_empty_cell_and_none_are_three_things(tmp_path: Path) -> None:
    rows = "".join(
        f'<c r="{at}1" t="inlineStr"><is><t>{name}</t></is></c>'
        for at, name in zip("ABCD", ("body", "population", "assigned", "closed_on"), strict=True)
    )
    raw = by_hand(
        f'<row r="1">{rows}</row><row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2"><f>1</f></c></row>'
    )
    round_, found = in_round(tmp_path, HEAD + "bodies: {a: A}\nvalues: {file: t.xlsx}\n", t=raw)
    assert ["EV330 B2"] == codes(found)
    assert round_ is not None
    assert {"closed_on": NONE} == {name: one.value for name, one in round_.bodies[0].figures.items()}


def several(book: Any) -> None:
    for name in ("Bìa", "Nhiệm vụ", "Ẩn"):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, ["code", "due_on", "completed_on", "cost"])
        sheet.write_row(1, 0, [name])
    sheet.hide()


@pytest.mark.parametrize(
    ("expected", "sheet"),
    [(["Nhiệm vụ"], "nhiệm  VỤ"), (["Ẩn"], "Ẩn"), (["EV320"], "Nhiệm vu"), (["EV321"], "")],
    ids=["by its name", "hidden, by its name", "renamed", "not said"],
)
def test_the_sheet_is_the_one_that_is_said(tmp_path: Path, expected: list[str], sheet: str) -> None:
    said = f", sheet: {sheet}" if sheet else ""
    round_, found = in_round(
        tmp_path, TWO_BODIES + f"values: {{a: {{tasks: {{file: t.xlsx{said}}}}}}}\n", t=written(several)
    )
    if found:
        assert expected == [one.code for one in found]
        assert ("Bìa", "Nhiệm vụ") == dict(found[0].arguments)["sheets"][:2]
    else:
        assert round_ is not None
        assert expected == [one.id for one in round_.bodies[0].tables["tasks"].records]


def test_of_sheets_one_of_which_is_seen_it_is_read() -> None:
    def fill(book: Any) -> None:
        book.add_worksheet("Ẩn").very_hidden()
        sheet = book.add_worksheet("S")
        sheet.activate()
        sheet.set_first_sheet()
        sheet.write_row(0, 0, CODE_AND_COST)

    assert "S" == listing(written(fill)).source.sheet


def test_what_is_hidden_is_read_and_told() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("S")
        for at in range(5):
            sheet.write_row(at, 0, CODE_AND_COST if not at else [f"T{at}", at])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(4, None, None, {"hidden": True})
        sheet.set_row(9, None, None, {"hidden": True})
        sheet.set_column(1, 6, None, None, {"hidden": True})

    one, found = read(written(fill))
    assert one is not None
    assert 4 == len(one.rows)
    assert ["EV323 A3", "EV324 B1"] == codes(found)
    assert {"count": 2} == dict(found[0].arguments)
    assert not any(one.is_error for one in found)


def test_of_merged_cells_the_first_holds_the_value(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("S")
        sheet.merge_range("A1:D1", "DANH SÁCH NHIỆM VỤ")
        sheet.write_row(1, 0, ["code", "due_on", "completed_on", "cost"])
        sheet.write_row(2, 0, ["T1", "31/12/2025"])
        sheet.write_row(3, 0, ["T2", "31/12/2025"])
        sheet.merge_range("C3:C4", "30/12/2025")
        sheet.merge_range("D3:D4", 5)

    round_, found = in_round(tmp_path, TWO_BODIES + "values: {a: {tasks: {file: t.xlsx}}}\n", t=written(fill))
    assert ["EV331 C4", "EV331 D4"] == codes(found)
    assert round_ is not None
    assert [True, False] == ["completed_on" in one.values for one in round_.bodies[0].tables["tasks"].records]


def test_a_heading_may_go_down_over_two_rows(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("S")
        sheet.merge_range("A3:A4", "code")
        sheet.merge_range("B3:C3", "Thời hạn")
        sheet.write_row(3, 1, ["due_on", "completed_on"])
        sheet.merge_range("D3:D4", "cost")
        sheet.write_row(4, 0, ["T1", "31/12/2025", "", 5])

    text = TWO_BODIES + "values: {a: {tasks: {file: t.xlsx}}}\n"
    round_, found = in_round(tmp_path, text, t=written(fill))
    assert [] == codes(found)
    assert round_ is not None
    assert ["T1"] == [one.id for one in round_.bodies[0].tables["tasks"].records]
    assert [] == codes(in_round(tmp_path, text.replace("t.xlsx", "t.xlsx, header: 4"), t=written(fill))[1])


def test_two_columns_of_one_heading_are_found_and_neither_is_read(tmp_path: Path) -> None:
    rows = [["code", "due_on", "completed_on", "cost", "cost"], ["T1", "", "", 1, 2]]
    round_, found = in_round(tmp_path, TWO_BODIES + "values: {a: {tasks: {file: t.xlsx}}}\n", t=table(rows))
    assert ["EV127 E1"] == codes(found)
    assert round_ is not None
    assert "cost" not in round_.bodies[0].tables["tasks"].records[0].values


@pytest.mark.parametrize(
    ("expected", "ratios"), [(["EV103 B2"], ""), ([], ", ratios: part"), ([], ", ratios: percent")]
)
def test_a_bare_ratio_reads_as_is_said(tmp_path: Path, expected: list[str], ratios: str) -> None:
    raw = table([["body", "signed"], ["a", 0.825 if "part" in ratios else 82.5]])
    round_, found = in_round(tmp_path, HEAD + f"bodies: {{a: A}}\nvalues: {{file: t.xlsx{ratios}}}\n", t=raw)
    assert expected == codes(found)
    assert round_ is not None
    assert ([] if expected else [Fraction(33, 40)]) == [one.value for one in round_.bodies[0].figures.values()]


def test_every_letter_says_what_a_cell_holds() -> None:
    assert {"text", "number", "date", "uncomputed", "covered"} == set(HOLDS.values())


def test_who_a_body_is_must_be_worked_out_too(tmp_path: Path) -> None:
    head = "".join(
        f'<c r="{at}1" t="inlineStr"><is><t>{name}</t></is></c>' for at, name in zip("AB", ("id", "group"), strict=True)
    )
    raw = by_hand(f'<row r="1">{head}</row><row r="2"><c r="A2"><v>1.1</v></c><c r="B2"><f>C2</f></c></row>')
    _, found = in_round(tmp_path, HEAD + "bodies: t.xlsx\n", t=raw)
    assert ["EV332 A2", "EV330 B2"] == codes(found)


def test_columns_beside_those_that_are_said_need_no_word(tmp_path: Path) -> None:
    rows = [["STT", "Mã", "Dân số", "Ghi chú", "populaton"], [1, "a", 5, "x", 6]]
    text = HEAD + "bodies: {a: A}\nvalues: {file: t.xlsx, columns: {body: Mã, population: Dân số}}\n"
    _, found = in_round(tmp_path, text, t=table(rows))
    assert ["EV153 E1"] == codes(found)
