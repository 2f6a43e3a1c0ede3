"""Databases as tables of records: PostgreSQL, SQLite and DuckDB give what a file gives, or a finding."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import duckdb
import psycopg
import pytest

from evidence.methodology_for_evidence import TWO_BODIES, codes, read
from parrules.evidence.records import Record
from parrules.text.wording import message

ROWS = """\
INSERT INTO tasks VALUES ('a', 'N1', '2025-03-01', NULL, 12.50), ('b', 'N2', '2025-04-01', '2025-04-02', 0.10),
('a', 'N3', NULL, '2025-05-01', NULL)
"""
TABLE = "CREATE TABLE tasks (body varchar(20), code text, due_on date, completed_on date, cost decimal(9, 2))"


def of_a(text: str, folder: Path) -> tuple[list[Record], list[str]]:
    """The tasks of body a, and what was found."""
    round_, found = read(TWO_BODIES + f"tables: {{tasks: {text}}}\n", folder)
    assert round_ is not None
    table = round_.bodies[0].tables.get("tasks")
    return list(table.records) if table is not None else [], codes(found)


def told(records: list[Record]) -> list[tuple[str, dict[str, Any]]]:
    return sorted((one.id, dict(one.values)) for one in records)


def expected(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    """The same records from a CSV file."""
    text = (
        "body,code,due_on,completed_on,cost\na,N1,2025-03-01,,12.5\nb,N2,2025-04-01,2025-04-02,0.1\na,N3,,2025-05-01,\n"
    )
    (folder / "same.csv").write_text(text, encoding="utf-8")
    return told(of_a("{file: same.csv}", folder)[0])


# SQLite and DuckDB


def sqlite(folder: Path) -> None:
    with sqlite3.connect(folder / "tasks.sqlite") as connection:
        connection.execute(TABLE)
        connection.execute(ROWS)
    connection.close()


def test_a_table_of_sqlite_gives_what_a_file_gives(tmp_path: Path) -> None:
    sqlite(tmp_path)
    records, found = of_a("{database: tasks.sqlite, relation: tasks}", tmp_path)
    assert [] == found
    assert expected(tmp_path) == told(records)


def test_a_query_of_sqlite_has_no_declared_digits_and_says_so(tmp_path: Path) -> None:
    sqlite(tmp_path)
    _, found = of_a('{database: tasks.sqlite, query: "select * from tasks"}', tmp_path)
    assert ["EV504"] == [one.split()[0] for one in found]
    query = "select body, code, due_on, completed_on, printf('%.2f', cost) as cost from tasks where cost > 1"
    text = f'{{database: tasks.sqlite, query: "{query}"}}'
    records, found = of_a(text, tmp_path)
    assert ["N1"] == [one.id for one in records]


def test_a_table_of_duckdb_gives_what_a_file_gives(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "tasks.duckdb")) as connection:
        connection.execute(TABLE)
        connection.execute(ROWS)
    records, found = of_a("{database: tasks.duckdb, relation: main.tasks}", tmp_path)
    assert [] == found
    assert expected(tmp_path) == told(records)
    records, found = of_a("{database: tasks.duckdb, query: \"select * from tasks where code = 'N3'\"}", tmp_path)
    assert ["N3"] == [one.id for one in records]


@pytest.mark.parametrize("name", ["tasks.sqlite", "tasks.duckdb"])
def test_a_query_reads_no_other_file_and_writes_none(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    if name == "tasks.sqlite":
        sqlite(tmp_path)
    else:
        duckdb.connect(str(tmp_path / name)).execute(TABLE)
    before = (tmp_path / name).read_bytes()
    for query in (f"select * from '{(tmp_path / 'secret.csv').as_posix()}'", "drop table tasks", "selekt"):
        records, found = of_a(f'{{database: {name}, query: "{query}"}}', tmp_path)
        assert ([], ["EV510"]) == (
            records,
            [one.split()[0] for one in found if "EV159" not in one],
        ) or "EV509" in found[0]
    assert before == (tmp_path / name).read_bytes()


def test_a_file_that_is_no_database_is_found(tmp_path: Path) -> None:
    for name in ("tasks.sqlite", "tasks.duckdb"):
        (tmp_path / name).write_bytes(b"no database" * 1000)
        assert ([], ["EV507 evidence.yaml:5:17"]) == of_a(f"{{database: {name}, relation: tasks}}", tmp_path)


def test_a_database_that_was_cut_off_is_found(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "tasks.sqlite") as connection:
        connection.execute(TABLE)
        connection.executemany("INSERT INTO tasks VALUES ('a', ?, NULL, NULL, 1)", [(f"N{at}",) for at in range(5000)])
    connection.close()
    whole = (tmp_path / "tasks.sqlite").read_bytes()
    (tmp_path / "tasks.sqlite").write_bytes(whole[: len(whole) // 2])
    records, found = of_a("{database: tasks.sqlite, relation: tasks}", tmp_path)
    assert [] == records
    assert found[0].split()[0] in ("EV507", "EV508")


# what the evidence file says


def test_what_is_read_of_a_database_is_said_once(tmp_path: Path) -> None:
    assert ([], ["EV511 evidence.yaml:5:17"]) == of_a("{database: tasks.sqlite}", tmp_path)
    both = "{database: tasks.sqlite, relation: tasks, query: select 1}"
    assert ([], ["EV511 evidence.yaml:5:17"]) == of_a(both, tmp_path)


def test_a_table_that_is_not_there_is_found(tmp_path: Path) -> None:
    sqlite(tmp_path)
    duckdb.connect(str(tmp_path / "tasks.duckdb")).close()
    assert ([], ["EV509 evidence.yaml:5:17"]) == of_a("{database: tasks.sqlite, relation: other}", tmp_path)
    assert ([], ["EV509 evidence.yaml:5:17"]) == of_a("{database: tasks.duckdb, relation: other}", tmp_path)


def test_a_variable_holds_the_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sqlite(tmp_path)
    text = "{database: {env: PAR_DB}, relation: tasks}"
    monkeypatch.delenv("PAR_DB", raising=False)
    assert ([], ["EV512 evidence.yaml:5:34"]) == of_a(text, tmp_path)
    monkeypatch.setenv("PAR_DB", "tasks.sqlite")
    records, found = of_a(text, tmp_path)
    assert ([], 2) == (found, len(records))


def test_no_password_stands_in_an_evidence_file(tmp_path: Path) -> None:
    text = TWO_BODIES + "tables: {tasks: {database: 'postgresql://me:secret@nowhere/par', relation: tasks}}\n"
    _, found = read(text, tmp_path)
    assert ["EV513 evidence.yaml:5:28"] == codes(found)
    assert "secret" not in message(found[0], "en").says


def test_other_databases_are_not_known(tmp_path: Path) -> None:
    assert ([], ["EV514 evidence.yaml:5:17"]) == of_a("{database: 'mysql://nowhere/par', relation: tasks}", tmp_path)


def test_without_psycopg_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert ([], ["EV515 evidence.yaml:5:17"]) == of_a("{database: 'postgresql://nowhere/par', relation: t}", tmp_path)


def test_a_table_stands_in_a_file_or_in_a_database(tmp_path: Path) -> None:
    assert ([], ["EV516 evidence.yaml:5:17"]) == of_a("{body: unit}", tmp_path)


def test_figures_and_bodies_are_not_read_from_what_is_asked(tmp_path: Path) -> None:
    _, found = read(TWO_BODIES + "values: {file: tasks.parquet}\n", tmp_path)
    assert ["EV506 evidence.yaml:5:9"] == codes(found)


# PostgreSQL


@dataclass(frozen=True)
class Server:
    address: str
    data: Path
    bin: Path
    as_postgres: list[str]

    def ctl(self, *words: str) -> None:
        subprocess.run(
            [*self.as_postgres, str(self.bin / "pg_ctl"), "-D", str(self.data), *words], check=True, capture_output=True
        )


def _bin() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or [
        Path(one) for one in [shutil.which("initdb")] if one
    ]
    return found[-1].parent if found else None


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    bin_, is_root = _bin(), hasattr(os, "geteuid") and os.geteuid() == 0
    if bin_ is None or (is_root and shutil.which("setpriv") is None):
        pytest.skip("no PostgreSQL server on this machine")
    folder = Path(mkdtemp(prefix="parrules-pg-"))
    as_postgres = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if is_root else []
    if is_root:
        shutil.chown(folder, "postgres", "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = Server(f"postgresql://postgres@127.0.0.1:{port}/postgres", folder / "data", bin_, as_postgres)
    initdb = [
        *as_postgres,
        str(bin_ / "initdb"),
        "-D",
        str(made.data),
        "-U",
        "postgres",
        "-A",
        "trust",
        "-N",
        "-E",
        "UTF8",
    ]
    subprocess.run(initdb, check=True, capture_output=True, cwd=folder)
    made.ctl(
        "-w",
        "-l",
        str(folder / "log"),
        "-o",
        f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off",
        "start",
    )
    try:
        with psycopg.connect(made.address, autocommit=True) as connection:
            connection.execute(TABLE)  # type: ignore[arg-type]
            connection.execute(ROWS)  # type: ignore[arg-type]
            connection.execute(
                "CREATE TABLE odd (body text, code text, due_on timestamp, completed_on date, cost numeric)"
            )
            connection.execute(
                "INSERT INTO odd VALUES ('a', 'N1', '2025-03-01 00:00', '2025-03-02', 12.900), "
                "('a', 'N2', '2025-03-01 10:00', NULL, 3)"
            )
        yield made
    finally:
        made.ctl("-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def test_a_table_of_postgresql_gives_what_a_file_gives(server: Server, tmp_path: Path) -> None:
    records, found = of_a(f"{{database: '{server.address}', relation: public.tasks}}", tmp_path)
    assert [] == found
    assert expected(tmp_path) == told(records)


def test_numbers_without_declared_digits_keep_theirs_and_a_time_at_midnight_is_a_day(
    server: Server, tmp_path: Path
) -> None:
    records, found = of_a(f"{{database: '{server.address}', relation: odd}}", tmp_path)
    assert ["EV111"] == [one.split()[0] for one in found if "EV159" not in one]
    assert ["12.9", "3"] == sorted(str(float(one.values["cost"])).removesuffix(".0") for one in records)  # type: ignore[arg-type]
    assert 1 == len([one for one in records if "due_on" in one.values])


def test_the_same_rows_have_the_same_digest_and_numbers_whatever_their_order(server: Server, tmp_path: Path) -> None:
    text = "tables: {tasks: {database: '" + server.address + '\', query: "select * from tasks order by code%s"}}\n'
    (one, _), (other, _) = (read(TWO_BODIES + text % way, tmp_path) for way in ("     ", " desc"))
    assert one is not None and other is not None
    assert list(one.bodies[0].tables["tasks"].records) == list(other.bodies[0].tables["tasks"].records)


def test_a_number_that_is_none_is_found(server: Server, tmp_path: Path) -> None:
    query = "select body, code, due_on, completed_on, 'NaN'::numeric(9, 2) as cost from tasks"
    records, found = of_a(f"{{database: '{server.address}', query: \"{query}\"}}", tmp_path)
    assert ([], ["EV510 evidence.yaml:5:17"]) == (records, found)


def test_nothing_is_written_and_a_wrong_query_is_found(server: Server, tmp_path: Path) -> None:
    for query in ("selekt", "delete from tasks returning *", "select nothing from tasks"):
        records, found = of_a(f"{{database: '{server.address}', query: \"{query}\"}}", tmp_path)
        assert ([], ["EV510 evidence.yaml:5:17"]) == (records, found)
    assert ([], ["EV509 evidence.yaml:5:17"]) == of_a(f"{{database: '{server.address}', relation: none}}", tmp_path)


def test_a_server_that_does_not_answer_is_found(tmp_path: Path) -> None:
    text = "{database: 'postgresql://me@127.0.0.1:1/par', relation: tasks}"
    assert ([], ["EV507 evidence.yaml:5:17"]) == of_a(text, tmp_path)


def test_a_database_that_goes_away_in_mid_query_is_found(server: Server, tmp_path: Path) -> None:
    def cut() -> None:
        with psycopg.connect(server.address, autocommit=True) as connection:
            for _ in range(200):
                slow = "query LIKE 'COPY%pg_sleep%' AND pid <> pg_backend_pid()"
                asked = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {slow}"
                if connection.execute(asked.encode()).fetchall():
                    return
                time.sleep(0.05)

    cutting = threading.Thread(target=cut)
    cutting.start()
    slow = "select tasks.*, pg_sleep(0.2) from tasks, generate_series(1, 100)"
    began = time.monotonic()
    records, found = of_a(f"{{database: '{server.address}', query: \"{slow}\"}}", tmp_path)
    cutting.join()
    assert ([], ["EV508 evidence.yaml:5:17"]) == (records, found)
    assert time.monotonic() - began < 60
