"""Parquet files as tables of records: what is wrong in them is found as in any other file, and nothing breaks."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from evidence.methodology_for_evidence import TWO_BODIES, codes, read
from parrules.evidence.records import Round
from parrules.evidence.relations import sources
from parrules.text.diagnostic import Diagnostic
from parrules.text.wording import message

TASKS = "tables: {tasks: {file: tasks.parquet}}\n"
PLAIN = "VALUES ('a', 'N1', DATE '2025-03-01', NULL::DATE, 12.5), ('b', 'N2', DATE '2025-04-01', DATE '2025-04-02', 0)"
HEAD = "(body, code, due_on, completed_on, cost)"


def written(folder: Path, select: str) -> Path:
    """tasks.parquet with what a query gives."""
    path = folder / "tasks.parquet"
    duckdb.connect().execute(f"COPY ({select}) TO '{path}' (FORMAT parquet)")
    return path


def tasks(folder: Path, values: str, head: str = HEAD, more: str = TASKS) -> tuple[Round | None, list[str]]:
    written(folder, f"SELECT * FROM ({values}) AS t{head}")
    round_, found = read(TWO_BODIES + more, folder)
    return round_, codes(found)


def in_english(found: tuple[Diagnostic, ...]) -> list[str]:
    return [message(one, "en").says for one in found]


def test_a_parquet_file_hands_in_the_records_of_every_body(tmp_path: Path) -> None:
    round_, found = tasks(tmp_path, PLAIN)
    assert [] == found
    assert round_ is not None
    first, second = (body.tables["tasks"].records for body in round_.bodies)
    assert (1, 1) == (len(first), len(second))
    (record,) = first
    assert ("N1", 1) == (record.id, record.row)
    assert {"code", "due_on", "completed_on", "cost"} == set(record.values)


def test_a_parquet_file_of_one_body_needs_no_column_for_it(tmp_path: Path) -> None:
    more = "values: {a: {tasks: {file: tasks.parquet}}}\n"
    round_, found = tasks(
        tmp_path, "VALUES ('N1', DATE '2025-03-01', NULL::DATE, 1)", "(code, due_on, completed_on, cost)", more
    )
    assert [] == found
    assert round_ is not None
    assert 1 == len(round_.bodies[0].tables["tasks"].records)


def test_the_digest_of_the_round_counts_the_file(tmp_path: Path) -> None:
    one, _ = tasks(tmp_path, PLAIN)
    other, _ = tasks(tmp_path, PLAIN.replace("12.5", "12.6"))
    assert one is not None and other is not None
    assert one.digest != other.digest


@pytest.mark.parametrize("kept", [0.9, 0.5, 0.1, 0])
def test_a_file_that_was_cut_off_is_found(kept: float, tmp_path: Path) -> None:
    path = written(tmp_path, f"SELECT * FROM ({PLAIN}) AS t{HEAD}")
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    round_, found = read(TWO_BODIES + TASKS, tmp_path)
    assert ["EV502 evidence.yaml:5:24"] == codes(found)
    assert round_ is not None
    assert {} == round_.bodies[0].tables


def test_a_file_that_is_changed_meanwhile_is_lost_and_said_so(tmp_path: Path) -> None:
    path = written(tmp_path, f"SELECT * FROM ({PLAIN}) AS t{HEAD}")
    round_, _ = read(TWO_BODIES + TASKS, tmp_path)
    assert round_ is not None
    path.unlink()
    path.write_bytes(b"PAR1 nothing PAR1")
    relation = round_.bodies[0].tables["tasks"].records
    assert [] == list(relation)
    assert "EV503" == getattr(relation, "lost").code  # noqa: B009  (a list of records has none)


def test_without_duckdb_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, f"SELECT * FROM ({PLAIN}) AS t{HEAD}")
    monkeypatch.setattr(sources, "is_installed", lambda: False)
    _, found = read(TWO_BODIES + TASKS, tmp_path)
    assert ["EV501 evidence.yaml:5:17"] == codes(found)
    assert ('install it: `pip install "parrules[tables]"`') in message(found[0], "en").hints


def test_binary_fractions_are_refused(tmp_path: Path) -> None:
    _, found = tasks(tmp_path, PLAIN.replace("12.5", "12.5::DOUBLE"))
    assert ["EV504 evidence.yaml:5:17"] == found


def test_a_column_of_lists_is_refused(tmp_path: Path) -> None:
    _, found = tasks(tmp_path, PLAIN.replace("'N1'", "['N1']").replace("'N2'", "['N2']"))
    assert ["EV505 evidence.yaml:5:17"] == found


def test_a_row_of_no_known_body_may_be_of_any(tmp_path: Path) -> None:
    round_, found = tasks(tmp_path, PLAIN.replace("('a'", "(NULL").replace("('b'", "('z'"))
    assert ["EV155 tasks.parquet:1", "EV148 tasks.parquet:2"] == found
    assert round_ is not None
    assert {} == round_.bodies[0].tables


def test_wrong_cells_are_missing_and_found_at_their_rows(tmp_path: Path) -> None:
    rows = ", ".join(f"('a', 'N{at}', DATE '2025-03-01', NULL::DATE, {at})" for at in range(990, 1040))
    round_, found = tasks(tmp_path, f"VALUES {rows}, ('b', 'N1', 'infinity'::DATE, NULL, 1)")
    assert 20 == len([one for one in found if one.startswith("EV118 tasks.parquet:")])
    assert "EV174 tasks.parquet:12" in found  # the 19 that are not shown
    assert "EV111 tasks.parquet:51" in found
    assert round_ is not None
    records = list(round_.bodies[0].tables["tasks"].records)
    assert 11 == len([one for one in records if "cost" in one.values])


def test_columns_that_are_missing_or_not_declared_are_found(tmp_path: Path) -> None:
    _, found = tasks(tmp_path, "VALUES ('a', 'N1', 1, yes)".replace("yes", "TRUE"), "(body, code, cst, late)")
    assert {"EV143", "EV152", "EV153"} == {one.split()[0] for one in found} - {"EV159"}


def test_our_name_of_a_column_may_be_another(tmp_path: Path) -> None:
    more = "tables: {tasks: {file: tasks.parquet, body: unit, columns: {unit: đơn vị, due_on: Hạn}}}\n"
    _, found = tasks(tmp_path, PLAIN, '("đơn vị", code, "Hạn", completed_on, cost)', more)
    assert [] == found


@pytest.mark.parametrize(
    ("ids", "twice"),
    [
        ("aN8 aN9 aN10 bN11", 0),
        ("aN1 aN2 bN1 bN2", 0),
        ("aN2 aN1 bN3 bN4", 0),
        ("aN1 aN1 bN3 bN3", 2),
        ("aN2 bN1 aN2 bN2", 1),
    ],
    ids=["counted up", "counted up in each body", "in no order", "one behind the other", "far from each other"],
)
def test_names_of_records_are_told_apart_within_a_body(ids: str, twice: int, tmp_path: Path) -> None:
    values = ", ".join(f"('{one[0]}', '{one[1:]}', DATE '2025-03-01', NULL::DATE, 1)" for one in ids.split())
    _, found = tasks(tmp_path, f"VALUES {values}")
    assert ["EV156"] * twice == [one.split()[0] for one in found]
