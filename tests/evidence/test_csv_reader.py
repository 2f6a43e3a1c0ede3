# ruff: noqa: SIM300  (expected first, then actual)
from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parrules.evidence.readers import decoding
from parrules.evidence.readers.csv_reader import listing_from_csv
from parrules.evidence.readers.listing import Listing
from parrules.text.diagnostic import Diagnostic

HEADING = "body,area,tên"


def read(raw: bytes | str) -> tuple[Listing | None, tuple[Diagnostic, ...]]:
    return listing_from_csv(raw.encode("utf-8") if isinstance(raw, str) else raw, "t.csv", "năm/t.csv")


def listing(raw: bytes | str) -> Listing:
    table, found = read(raw)
    assert () == found
    assert table is not None
    return table


def rows(table: Listing) -> list[tuple[str, ...]]:
    return [row.texts for row in table.rows]


def found(raw: bytes | str) -> list[str]:
    return [
        f"{one.code} {one.span.line}:{one.span.column} [{one.span.words}]" if one.span else f"{one.code} {one.place}"
        for one in read(raw)[1]
    ]


@pytest.mark.parametrize(
    "raw",
    [
        f"{HEADING}\na,5,Xã A\n".encode(),
        f"{HEADING}\r\na,5,Xã A\r\n".encode(),
        f"{HEADING}\ra,5,Xã A".encode(),
        f"\ufeff{HEADING}\na,5,Xã A".encode(),
        "body;area;tên\na;5;Xã A".encode(),
        "body\tarea\ttên\na\t5\tXã A".encode(),
        "body\tarea\ttên\r\na\t5\tXã A\r\n".encode("utf-16"),
        "\ufeffbody\tarea\ttên\na\t5\tXã A".encode("utf-16-be"),
        "sep=;\r\nbody;area;tên\na;5;Xã A".encode(),
        f"\n\n{HEADING}\n\n,,\na,5,Xã A\n  ,,\n".encode(),
        f"{HEADING},,\na,5,Xã A,,\n".encode(),
        '"body","area","tên"\n"a","5","Xã A"\n'.encode(),
        " body ,area,te\u0302n\na,5,Xã A".replace("te\u0302n", "tên").encode(),
    ],
    ids=[
        "line ends of Unix",
        "line ends of Windows",
        "line ends of an old Mac",
        "with a byte order mark",
        "semicolons",
        "tabs",
        "UTF-16 with tabs",
        "UTF-16 the other way round",
        "a separator that is said",
        "blank rows",
        "separators of columns once used",
        "everything in quotes",
        "spaces around a name",
    ],
)
def test_the_same_table_is_read_however_it_was_saved(raw: bytes) -> None:
    table = listing(raw)
    assert ("body", "area", "tên") == table.columns
    assert [("a", "5", "Xã A")] == rows(table)
    assert [1] == [row.number for row in table.rows]


def test_the_separator_is_what_the_heading_has_most_of() -> None:
    assert ";" == listing('body;"tên, họ";area\na;x, y;5').layout.separator
    assert "," == listing('body,"a;b;c;d",area\n').layout.separator
    assert ";" == listing('"một\nhai";ba;bốn, năm\n').layout.separator
    assert ";" == listing("họ, tên;xã\n").layout.separator
    assert "," == listing("chỉ một cột\nx\n").layout.separator


def test_a_row_knows_the_line_on_which_it_begins() -> None:
    table = listing(f'{HEADING}\n"a\n\nb",5,"x\ny"\n\nc,6,z\n')
    assert [2, 7] == [row.line for row in table.rows]
    assert [1, 2] == [row.number for row in table.rows]


def test_a_cell_knows_its_place() -> None:
    table = listing('body,area\n"a ""x"", \nb","9,44"\nc,\n')
    first, second = table.rows
    assert 'a "x", \nb' == table.cell(first, 0).text
    assert '"a ""x"", \nb"' == table.cell(first, 0).span.words
    assert ('"9,44"', 3, 4) == _where(table, first, 1)
    assert ("c", 4, 1) == _where(table, second, 0)
    assert ("", 4, 3) == _where(table, second, 1)
    assert "area" == table.column(1).span.words


def _where(table: Listing, row: object, index: int) -> tuple[str, int, int]:
    span = table.cell(row, index).span  # type: ignore[arg-type]
    return span.words, span.line, span.column


@pytest.mark.parametrize(
    ("expected", "raw"),
    [
        (["EV121 năm/t.csv"], "body,tên\na,Xã".encode("utf-16")[2:] + b"\xd8"),
        (["EV121 năm/t.csv"], "body,tên\na,Xã".encode("cp1258", "replace") + b"\xe3\x28"),
        (["EV122 năm/t.csv"], b""),
        (["EV122 năm/t.csv"], "\ufeff\n \n;;\n".encode()),
        (["PR007 2:2 [\0]"], b"body\na\0\n"),
        (['EV123 3:3 ["]'], 'body,area\na,5\nb,"6\nc,7\n'),
        (['EV123 1:6 ["]'], 'body,"area\na,5\n'),
        (['EV124 2:1 ["a" x]'], 'body,area\n"a" x,5\n'),
        (["EV126 2:1 [a,9,44]", "EV126 3:1 [b]"], "body,area\na,9,44\nb\n"),
        (["EV127 1:7 [a]", "EV127 1:9 [a]"], "a,b,c,a,a\n"),
        (["PR014 1:3 [e\u0302]"], "a,e\u0302\n1,2\n"),
        (["PR015 2:2 [\u200b]"], "a,b\n1\u200b,2\n"),
    ],
)
def test_a_file_that_is_no_table_is_told_so(expected: list[str], raw: bytes | str) -> None:
    assert expected == found(raw)


def test_a_cell_that_is_too_long_is_refused() -> None:
    most = csv.field_size_limit()
    assert ["EV125 2:3 [x]"] == found(f"body,area\na,{'x' * (most + 1)}\n")
    assert ['EV123 2:3 ["]'] == found(f'body,area\na,"{"x" * (most + 1)}\n')
    assert [] == found(f"body,area\na,{'x' * most}\n")


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "LARGEST", 10)
    assert ["EV120 năm/t.csv"] == found("body,area\na,5\n")


def test_what_could_be_read_stands_and_says_whether_it_is_whole() -> None:
    table, _ = read("body,area\na,5\nb\nc,6\n")
    assert table is not None
    assert [("a", "5"), ("c", "6")] == rows(table)
    assert [1, 3] == [row.number for row in table.rows]
    assert not table.whole
    table, _ = read('body,area\na,5\nb,"6\n')
    assert table is not None
    assert not table.whole


def test_columns_of_one_name_are_not_read() -> None:
    table, _ = read("a,b,a\n1,2,3\n")
    assert table is not None
    assert table.whole
    assert (None, 1) == (table.index("a"), table.index("b"))
    assert [(1, "b")] == list(table.read_columns())


CELLS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), include_characters='\n,;"'))


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1), st.sampled_from(",;\t"))
def test_every_cell_that_was_written_is_read_back_from_its_place(table: list[list[str]], separator: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    writer.writerows([["một", "hai", "ba"], *table])
    written, _ = listing_from_csv(out.getvalue().encode("utf-8"), "t.csv", "t.csv")
    assert written is not None
    assert [tuple(row) for row in table if any(cell.strip() for cell in row)] == rows(written)
    for row in written.rows:
        for index, text in enumerate(row.texts):
            (again,) = csv.reader([written.cell(row, index).span.words], delimiter=separator) if text else [[""]]
            assert text.replace("\n", "") == "".join(again).replace("\n", "")


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_have_findings(raw: bytes) -> None:
    table, mistakes = read(raw)
    assert table is not None or mistakes
