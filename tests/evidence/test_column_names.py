"""A column may be called by the title of its figure: which headings are recognised, and which are asked about."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import datetime
from pathlib import Path
from unittest.mock import patch

import duckdb
import pytest

from evidence.methodology_for_evidence import HEAD, codes
from evidence.rounds_for_tests import round_from
from evidence.workbooks import table
from parrules.evidence.readers.column_names import ColumnNames, by_titles, meant_by
from parrules.evidence.records import Round
from parrules.evidence.relations import sources
from parrules.methodology.model import Column, Criterion, Figure, Methodology, Table, Title, Total
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source
from parrules.text.wording import message
from parrules.values.kinds import COUNT, TEXT, YES_NO

TWO_BODIES = HEAD + "bodies: {a: {name: Xã A}, b: {name: Xã B}}\n"
FIGURES = (
    Figure("population", COUNT, Title("Quy mô dân số", "Size of the population")),
    Figure("assigned", COUNT, Title("Số lượng", "Assigned")),
    Figure("done", COUNT, Title("Số lượng", "Done")),
    Figure("share", COUNT, Title("Tỷ lệ", "Share"), formula="done / assigned"),
    Figure("mountain", YES_NO, Title("Xã miền núi"), of="body"),
)
TASKS = Table(
    "tasks",
    Title("Nhiệm vụ"),
    (Column("code", TEXT, Title("Số hiệu", "Number")), Column("days", COUNT, Title("Số ngày", "Days"))),
    id="code",
)
VISITS = Table(
    "visits", Title("Tiếp dân"), (Column("sent", COUNT, Title("Ngày")), Column("seen", COUNT, Title("Ngày")))
)
TITLE = Title("Phân loại")
RULES = Methodology(
    "vn.test.commune",
    "2025",
    TITLE,
    "illustrative",
    datetime.date(2025, 1, 1),
    None,
    (),
    (),
    FIGURES,
    (TASKS, VISITS),
    (),
    (Criterion("1", TITLE, 25, 0, 1, 1, score="award 1"),),
    Total(),
)


def read(folder: Path, text: str, **files: str) -> tuple[Round, tuple[Diagnostic, ...]]:
    for name, content in files.items():
        (folder / f"{name}.csv").write_text(content, encoding="utf-8")
    round_, found = round_from(Source("evidence.yaml", text), folder, RULES)
    assert round_ is not None
    return round_, found


def values(folder: Path, table: str, said: str = "values: values.csv\n") -> tuple[dict[str, object], list[str]]:
    """The figures of the first body, and what was found."""
    round_, found = read(
        folder, TWO_BODIES + said.replace("values: values.csv", "values: {file: values.csv}"), values=table
    )
    return {name: one.value for name, one in round_.bodies[0].figures.items()}, codes(found)


@pytest.mark.parametrize(
    "heading",
    [
        "Quy mô dân số",
        "QUY MÔ DÂN SỐ",
        '"  Quy mô\ndân   số "',
        "Size of the population",
        "Population",
        "population",
    ],
    ids=["its title", "in capitals", "over two lines", "its title in English", "its name in capitals", "its name"],
)
def test_a_figure_is_found_under_its_name_and_its_titles(tmp_path: Path, heading: str) -> None:
    assert ({"population": 5}, []) == values(tmp_path, f"body,{heading}\na,5\n")


def test_a_name_of_several_words_may_be_typed_with_spaces(tmp_path: Path) -> None:
    known = ColumnNames("values", frozenset({"được_giao"}), meant_by([Figure("được_giao", COUNT, Title("Giao"))]))
    assert (("được_giao",), {}) == by_titles(("Được giao",), ("Được giao",), known)


def test_a_title_with_letters_taken_apart_is_the_same_title(tmp_path: Path) -> None:
    given, found = values(tmp_path, "body,Quy mo\u0302 da\u0302n so\u0302\u0301\na,5\n")
    assert {"population": 5} == given
    assert {"PR014"} == {one.split()[0] for one in found}  # that letters are taken apart is told as ever


def test_titles_tell_the_heading_from_what_stands_above_it(tmp_path: Path) -> None:
    table = "ỦY BAN NHÂN DÂN,\nBiểu 1,\nBody,Quy mô dân số\na,5\n"
    assert ({"population": 5}, []) == values(tmp_path, table)


def test_a_title_of_several_is_told_with_their_names_and_none_is_read(tmp_path: Path) -> None:
    round_, found = read(tmp_path, TWO_BODIES + "values: {file: values.csv}\n", values="body,Số lượng\na,5\n")
    assert ["EV304 values.csv:1:6"] == codes(found)
    assert {} == dict(round_.bodies[0].figures)
    told = message(found[0], "en")
    assert "the heading `Số lượng` is the title of several: `assigned`, `done`" == told.says
    assert ('write beside `file` which of them it is: `columns: {assigned: "Số lượng"}`',) == tuple(told.hints)


def test_what_is_said_decides_between_several(tmp_path: Path) -> None:
    said = "values: {file: values.csv, columns: {done: Số lượng}}\n"
    assert ({"done": 5}, []) == values(tmp_path, "body,Số lượng\na,5\n", said)


def test_a_title_of_several_that_stand_there_by_their_names_is_a_column_of_its_own(tmp_path: Path) -> None:
    given, found = values(tmp_path, "body,assigned,done,Số lượng\na,5,6,7\n")
    assert ({"assigned": 5, "done": 6}, ["EV153 values.csv:1:20"]) == (given, found)


def test_a_name_goes_before_a_title(tmp_path: Path) -> None:
    given, found = values(tmp_path, "body,Quy mô dân số,population\na,5,6\n")
    assert ({"population": 6}, ["EV153 values.csv:1:6"]) == (given, found)


def test_what_is_said_goes_before_a_title(tmp_path: Path) -> None:
    said = "values: {file: values.csv, columns: {population: Dân}}\n"
    assert {"population": 6} == values(tmp_path, "body,Quy mô dân số,Dân\na,5,6\n", said)[0]


def test_two_headings_of_one_figure_are_told_with_both(tmp_path: Path) -> None:
    table = "body,Quy mô dân số,Size of the population\na,5,6\n"
    round_, found = read(tmp_path, TWO_BODIES + "values: {file: values.csv}\n", values=table)
    assert ["EV127 values.csv:1:20"] == codes(found)
    assert {} == dict(round_.bodies[0].figures)
    assert (
        "these headings mean it: `Quy mô dân số`, `Size of the population`",
        "write beside `file` which of them counts: `columns: {population: …}`",
        "rename or remove one of the two",
    ) == tuple(message(found[0], "en").hints)


def test_the_same_name_twice_needs_no_list_of_headings(tmp_path: Path) -> None:
    _, found = read(tmp_path, TWO_BODIES + "values: {file: values.csv}\n", values="body,done,done\na,5,6\n")
    assert ["rename or remove one of the two"] == list(message(found[0], "en").hints)


def test_the_title_of_what_is_worked_out_or_stands_elsewhere_is_a_column_that_is_not_used(tmp_path: Path) -> None:
    given, found = values(tmp_path, "body,Tỷ lệ,Xã miền núi,done\na,5,có,6\n")
    assert {"done": 6} == given
    assert ["EV153 values.csv:1:6", "EV153 values.csv:1:12"] == found


def test_a_title_written_slightly_otherwise_is_asked_about(tmp_path: Path) -> None:
    _, found = read(tmp_path, TWO_BODIES + "values: {file: values.csv}\n", values="body,Qui mô dân số\na,5\n")
    assert ["EV153"] == [one.code for one in found]
    assert ["did you mean `Quy mô dân số`?"] == list(message(found[0], "en").hints)


def test_traits_in_the_list_of_bodies_are_found_under_their_titles(tmp_path: Path) -> None:
    round_, found = read(tmp_path, HEAD + "bodies: bodies.csv\n", bodies="ID,Name,Xã miền núi\na,Xã A,có\n")
    assert [] == codes(found)
    assert ["Xã A"] == [one.name for one in round_.bodies]
    assert True is round_.bodies[0].figures["mountain"].value


def test_a_list_of_bodies_is_found_by_the_titles_of_figures_and_its_column_of_codes_is_proposed(tmp_path: Path) -> None:
    table = "BIỂU SỐ LIỆU,,,\nNăm 2025,,,\nMã xã,Tên xã,Quy mô dân số,Số lượng\na,Xã A,5,6\n"
    (tmp_path / "bodies.csv").write_text(table, encoding="utf-8")
    round_, found = round_from(Source("evidence.yaml", HEAD + "bodies: bodies.csv\n"), tmp_path, RULES)
    assert None is round_
    assert ["EV136 bodies.csv:3:1"] == codes(found)
    assert (
        "is the column `Mã xã` meant to be this one?",
        "where the file gives it another heading, write beside `file`: `columns: {id: Mã xã}`",
    ) == tuple(message(found[0], "en").hints)


def ids(round_: Round) -> list[list[str]]:
    return [[one.id for one in body.tables["tasks"].records] for body in round_.bodies]


@pytest.mark.parametrize("largest", [50_000_000, -1], ids=["read as a whole", "asked, as a large table is"])
def test_columns_of_a_table_are_found_under_their_titles(tmp_path: Path, largest: int) -> None:
    text = TWO_BODIES + "tables: {tasks: {file: tasks.csv, body: Số hiệu xã}}\n"
    with patch.object(sources, "LARGEST", largest):
        round_, found = read(tmp_path, text, tasks="Biểu 2,,\nSố hiệu xã,Số hiệu,SỐ NGÀY\na,N1,3\nb,N2,4\n")
        assert [] == codes(found)
        assert [["N1"], ["N2"]] == ids(round_)


@pytest.mark.parametrize("largest", [50_000_000, -1], ids=["read as a whole", "asked, as a large table is"])
def test_the_column_that_names_the_body_is_no_other_whatever_it_is_called(tmp_path: Path, largest: int) -> None:
    text = TWO_BODIES + "tables: {tasks: {file: tasks.csv, body: Số hiệu}}\n"
    with patch.object(sources, "LARGEST", largest):
        round_, found = read(tmp_path, text, tasks="Số hiệu,code,Days\na,N1,3\nb,N2,4\n")
        assert [] == codes(found)
        assert [["N1"], ["N2"]] == ids(round_)


def test_one_file_may_be_read_as_two_things(tmp_path: Path) -> None:
    text = HEAD + "bodies: all.csv\nvalues: {file: all.csv}\n"
    round_, _ = read(tmp_path, text, all="id,Xã miền núi,Quy mô dân số\na,có,5\n")
    assert {"mountain": True, "population": 5} == {name: one.value for name, one in round_.bodies[0].figures.items()}


def parquet(folder: Path, heading: str, more: str = "") -> tuple[Round, tuple[Diagnostic, ...]]:
    select = f"SELECT * FROM (VALUES ('a', 'N1', 3), ('b', 'N2', 4)) AS t{heading}"
    duckdb.connect().execute(f"COPY ({select}) TO '{folder / 'tasks.parquet'}' (FORMAT parquet)")
    return read(folder, TWO_BODIES + f"tables: {{tasks: {{file: tasks.parquet{more}}}}}\n")


def test_columns_of_a_parquet_file_are_found_under_their_titles(tmp_path: Path) -> None:
    round_, found = parquet(tmp_path, '(body, "Số hiệu", "số ngày")')
    assert [] == codes(found)
    assert [["N1"], ["N2"]] == ids(round_)


def test_two_headings_of_one_column_in_a_parquet_file_are_told_with_both(tmp_path: Path) -> None:
    _, found = parquet(tmp_path, '(body, "Số ngày", "Days")')
    assert ["EV127", "EV152", "EV152"] == [one.code for one in found]
    assert "these headings mean it: `Số ngày`, `Days`" == message(found[0], "en").hints[0]


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_title_of_several_columns_of_a_table_is_told(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"visits.{ending}"
    select = "SELECT * FROM (VALUES ('a', 3)) AS t(body, \"Ngày\")"
    duckdb.connect().execute(f"COPY ({select}) TO '{path}' (FORMAT {ending})")
    _, found = read(tmp_path, TWO_BODIES + f"tables: {{visits: {{file: visits.{ending}, complete: yes}}}}\n")
    assert ["EV304"] == [one.code for one in found]
    assert "the heading `Ngày` is the title of several: `sent`, `seen`" == message(found[0], "en").says


def test_columns_of_a_workbook_are_found_under_their_titles(tmp_path: Path) -> None:
    (tmp_path / "values.xlsx").write_bytes(table([["Biểu 1"], ["Body", "Quy mô\ndân số"], ["a", 5]]))
    round_, found = read(tmp_path, TWO_BODIES + "values: {file: values.xlsx}\n")
    assert [] == codes(found)
    assert "B3" == round_.bodies[0].figures["population"].provenance.cell


def test_names_of_a_record_in_json_may_be_titles(tmp_path: Path) -> None:
    (tmp_path / "tasks.json").write_text('[{"Số hiệu": "N1", "Days": 3}]', encoding="utf-8")
    round_, found = read(tmp_path, TWO_BODIES + "values: {a: {tasks: {file: tasks.json}}}\n")
    assert [] == codes(found)
    assert ["N1"] == [one.id for one in round_.bodies[0].tables["tasks"].records]


def test_a_heading_that_nothing_declares_stays_as_it_is() -> None:
    known = ColumnNames("values", frozenset({"done"}), meant_by(FIGURES))
    assert (("x", "done"), {}) == by_titles(("x", "Done"), ("x", "Done"), known)
    assert (("Số lượng",), {0: ("assigned", "done")}) == by_titles(("Số lượng",), ("Số lượng",), known)
