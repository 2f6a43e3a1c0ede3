# ruff: noqa: SIM300  (expected first, then actual)
"""What an evidence file may say of the files beside it: which columns are which, in which row they are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence.methodology_for_evidence import HEAD, TWO_BODIES, codes, read
from parrules.evidence.records import Round

TASKS = "Số,Hạn xử lý,Xong\nT1,31/12/2025,\nT2,30/06/2025,29/06/2025\n"
COLUMNS = "columns: {code: Số, due_on: Hạn xử lý, completed_on: Xong}"


def ids(round_: Round | None, body: str = "a") -> list[str]:
    assert round_ is not None
    table = next(one for one in round_.bodies if one.id == body).tables.get("tasks")
    return [] if table is None else [record.id for record in table.records]


def figure(round_: Round | None, name: str, body: str = "a") -> str:
    assert round_ is not None
    one = next(one for one in round_.bodies if one.id == body).figures.get(name)
    return "" if one is None else str(one.value)


def tasks(said: str) -> str:
    return TWO_BODIES + f"values: {{a: {{tasks: {{file: tasks.csv, {said}}}}}}}\n"


def test_columns_are_found_by_the_headings_that_are_said(tmp_path: Path) -> None:
    cost = (
        TASKS.replace("Xong\n", "Xong,cost\n")
        .replace("31/12/2025,", "31/12/2025,,7")
        .replace("29/06/2025", "29/06/2025,8")
    )
    round_, found = read(tasks(COLUMNS), tmp_path, tasks=cost)
    assert [] == codes(found)
    assert ["T1", "T2"] == ids(round_)


@pytest.mark.parametrize(
    "heading",
    ["Xong,Số,Hạn xử lý", 'Xong,"  Số\n",Hạn   xử lý', "Xong,Số,Hạn xử lý".replace("ạ", "a\u0323")],
    ids=["in another order", "over two lines", "with letters taken apart"],
)
def test_a_moved_column_is_the_same_column(tmp_path: Path, heading: str) -> None:
    text = f"{heading}\n,T1,31/12/2025\n"
    round_, found = read(tasks(COLUMNS + ", header: 1"), tmp_path, tasks=text)
    assert {"EV152"} == {code.split()[0] for code in codes(found)} - {"PR014"}  # cost is no column of this file
    assert ["T1"] == ids(round_)


def test_a_heading_that_is_not_there_is_found_with_the_nearest_one(tmp_path: Path) -> None:
    _, found = read(tasks("columns: {code: Số, due_on: Hạn xử lí}"), tmp_path, tasks=TASKS)
    one = next(one for one in found if one.code == "EV301")
    assert one.span is not None
    assert "Hạn xử lí" == one.span.words
    there = ("`Số`", "`Hạn xử lý`", "`Xong`")
    said = dict(one.arguments)
    assert there == said.pop("there")
    assert {"heading": "Hạn xử lí", "row": "1", "suggestion": "Hạn xử lý"} == said


def test_the_heading_is_looked_for_below_a_title(tmp_path: Path) -> None:
    text = "ỦY BAN NHÂN DÂN XÃ A,,\nDANH SÁCH NHIỆM VỤ\n\n" + TASKS
    round_, _ = read(tasks(COLUMNS), tmp_path, tasks=text)
    assert ["T1", "T2"] == ids(round_)
    round_, _ = read(
        tasks("complete: yes").replace(", complete: yes", ""), tmp_path, tasks="Biểu 1,,\ncode,due_on,cost\nT1,,5\n"
    )
    assert ["T1"] == ids(round_)


def test_the_heading_is_in_the_row_that_is_said(tmp_path: Path) -> None:
    text = "code,due_on,cost\ncode,due_on,cost\nT1,,5\n"
    assert ["code", "T1"] == ids(read(tasks("header: 1"), tmp_path, tasks=text)[0])
    assert ["T1"] == ids(read(tasks("header: 2"), tmp_path, tasks=text)[0])


@pytest.mark.parametrize("row", ["3", "9"])
def test_a_heading_in_a_blank_row_is_none(tmp_path: Path, row: str) -> None:
    round_, found = read(tasks(f"header: {row}"), tmp_path, tasks="code,due_on,cost\nT1,,5\n\n")
    assert ["EV300"] == [one.code for one in found]
    assert [] == ids(round_)


def test_a_heading_in_a_row_that_no_computer_counts_to_is_none(tmp_path: Path) -> None:
    _, found = read(tasks(f"header: {'9' * 5000}"), tmp_path, tasks="code,due_on,cost\nT1,,5\n")
    assert ["EV300", "PR065"] == [one.code for one in found]


def test_what_separates_columns_may_be_said(tmp_path: Path) -> None:
    round_, _ = read(tasks('separator: ";"'), tmp_path, tasks="code;due_on, cost, completed_on, x\nT1;\n")
    assert ["T1"] == ids(round_)


def test_bodies_and_values_take_sources_as_tables_do(tmp_path: Path) -> None:
    text = HEAD + (
        "bodies: {file: bodies.csv, columns: {id: Mã, name: Tên}}\n"
        "values: {file: values.csv, columns: {body: Mã, population: Dân số}}\n"
    )
    round_, found = read(text, tmp_path, bodies="Tên,Mã\nXã A,a\n", values="Mã,Dân số\na,12 500\n")
    assert [] == codes(found)
    assert round_ is not None
    assert ["Xã A"] == [body.name for body in round_.bodies]
    assert "12500" == figure(round_, "population")


def test_a_stage_over_another_reads_its_files_in_its_own_way(tmp_path: Path) -> None:
    first = HEAD + "bodies: {a: A}\nvalues: {file: first.csv}\n"
    (tmp_path / "first.yaml").write_text(first, encoding="utf-8")
    text = (
        HEAD + "stage: appraised\nover: first.yaml\nvalues: {file: second.csv, columns: {body: Mã, assigned: Giao}}\n"
    )
    round_, found = read(text, tmp_path, first="body,population,assigned\na,5,6\n", second="Mã,Giao\na,7\n")
    assert [] == codes(found)
    assert ("5", "7") == (figure(round_, "population"), figure(round_, "assigned"))


def test_one_file_may_be_read_in_two_ways(tmp_path: Path) -> None:
    text = TWO_BODIES + (
        "values:\n"
        "  a: {tasks: {file: tasks.csv, columns: {code: A}}}\n"
        "  b: {tasks: {file: tasks.csv, columns: {code: B}}}\n"
    )
    round_, _ = read(text, tmp_path, tasks="A,B,due_on,cost\nx,y,,1\n")
    assert (["x"], ["y"]) == (ids(round_), ids(round_, "b"))


@pytest.mark.parametrize(
    "text",
    ["values: {a: {population: {value: 5, sheet: Q1}}}", "values: {header: 3}", "values: {a: {tasks: {ratios: part}}}"],
)
def test_how_a_file_is_read_needs_a_file(tmp_path: Path, text: str) -> None:
    _, found = read(TWO_BODIES + text + "\n", tmp_path)
    assert "EV302" in [one.code for one in found]
