"""A large table gives what the interpreter gives record by record: values, records behind them, and findings."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.rounds_for_tests import round_from
from parrules.api.load import read
from parrules.evidence.records import Round
from parrules.evidence.relations import large_table, sources
from parrules.plan.plan import Plan
from parrules.scoring import each
from parrules.scoring.score import prepare, score_body
from parrules.scoring.sheet import Sheet
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source
from parrules.values.ranges import Range

RULES = """\
parrules: 1
methodology: a.test
edition: "1"
title: Thử
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  limit: {type: count, min: 0, max: 9, title: Mức}
  dossiers:
    title: Hồ sơ
    id: code
    columns:
      code: {type: text, title: Mã}
      due: {type: date, title: Hạn}
      returned: {type: date, title: Ngày trả, none: chưa trả}
      fee: {type: money, unit: đồng, title: Phí, min: 0, max: 1000}
      pages: {type: count, title: Số trang, max: 100}
      online: {type: yes_no, title: Trực tuyến}
      grade: {type: one_of, options: [kém, khá, tốt], title: Mức}
      office: {type: text, title: Nơi nhận}
      share: {type: ratio, title: Phần, min: 0%, max: 100%}
      late: {type: yes_no, title: Trễ, formula: due < period_end and (returned is none or returned > due)}
criteria:
"""
HEAD = """\
parrules: 1
evidence: a.test
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
bodies: {a: A, b: B, c: C}
"""
COLUMNS = {
    "body": "VARCHAR",
    "code": "VARCHAR",
    "due": "DATE",
    "returned": "DATE",
    "fee": "DECIMAL(9,2)",
    "pages": "INTEGER",
    "online": "BOOLEAN",
    "grade": "VARCHAR",
    "office": "VARCHAR",
    "share": "VARCHAR",
}


def plan_of(*programs: str) -> Plan:
    criteria = "".join(
        f'  - code: "{at}"\n    title: Một\n    max: 5\n    score: |\n'
        + "".join(f"      {line}\n" for line in program.splitlines())
        for at, program in enumerate(programs, start=1)
    )
    return planned(criteria)


def planned(criteria: str) -> Plan:
    """criteria: as they stand in the rule file."""
    loaded = read(Source("a.yaml", RULES + criteria), "a.yaml")
    assert loaded.plan is not None, loaded.diagnostics
    return loaded.plan


def parquet(folder: Path, rows: list[tuple[Any, ...]], **types: str) -> None:
    """The file dossiers.parquet with these rows; types: of columns where they are others."""
    connection = duckdb.connect()
    columns = ", ".join(f'"{name}" {types.get(name, type_)}' for name, type_ in COLUMNS.items())
    connection.execute(f"CREATE TABLE dossiers ({columns})")
    if rows:
        connection.executemany(f"INSERT INTO dossiers VALUES ({', '.join('?' * len(COLUMNS))})", rows)
    connection.execute(f"COPY dossiers TO '{folder / 'dossiers.parquet'}' (FORMAT parquet)")


def csv(folder: Path, rows: list[tuple[Any, ...]]) -> None:
    """The same as text."""
    lines = [";".join(COLUMNS), *(";".join(_cell(one) for one in row) for row in rows)]
    (folder / "dossiers.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _cell(value: object) -> str:
    if value is None:
        return ""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def round_of(plan: Plan, folder: Path, file: str, more: str = "") -> tuple[Round, tuple[Diagnostic, ...]]:
    text = f"{HEAD}tables: {{dossiers: {{file: {file}, complete: yes}}}}\n{more}"
    found = round_from(Source("evidence.yaml", text), folder, plan.methodology)
    assert found[0] is not None, found[1]
    return found[0], found[1]


def sheets(plan: Plan, round_: Round) -> list[Sheet]:
    prepared = prepare(plan)
    return [score_body(prepared, round_, body)[0] for body in round_.bodies]


def told(sheet: Sheet) -> list[object]:
    """What scoring came to; whether a range holds whole numbers alone depends on the order in which it was added up."""
    lines: list[object] = []
    for line in sheet.lines:
        named = [(one.role, _plain(one.value)) for one in line.named]
        behind = [
            (one.table, one.way, one.total, one.name, [_record(each) for each in one.records[:20]])
            for one in line.behind
        ]
        lines.append((line.code, _plain(line.score), line.status, named, behind))
    return lines


def _record(one: Any) -> object:
    return one.id, one.row, _plain(one.worth), one.perhaps


def _plain(value: object) -> object:
    return replace(value, whole=False) if isinstance(value, Range) else value


DAYS = st.dates(min_value=datetime.date(2025, 6, 1), max_value=datetime.date(2025, 6, 8))
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["a", "a", "b", " b"]),
        st.none() | st.sampled_from(["H1", "H2", "H3", " H4"]),
        st.none() | DAYS,
        st.none() | DAYS,
        st.none() | st.decimals(min_value=0, max_value=9, places=2),
        st.none() | st.integers(min_value=0, max_value=6),
        st.none() | st.booleans(),
        st.sampled_from([None, "kém", "khá", "tốt", "giỏi"]),
        st.sampled_from([None, "Sở A", "B-1", "n/a"]),
        st.sampled_from([None, "5%", "12,5%", "100%", "0,5"]),
    ),
    max_size=12,
)
FULL = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["H1", "H2", "H3", "H4"]),
        DAYS,
        DAYS,
        st.decimals(min_value=0, max_value=9, places=2),
        st.integers(min_value=0, max_value=6),
        st.booleans(),
        st.sampled_from(["kém", "khá", "tốt"]),
        st.sampled_from(["Sở A", "B-1"]),
        st.sampled_from(["5%", "12,5%", "100%"]),
    ),
    max_size=25,
)
NUMBERS = st.sampled_from(
    [
        "pages",
        "pages * 3 - limit",
        "min(pages, 4)",
        "(pages when online otherwise 2)",
        "max(pages, limit) + 1",
        "-pages",
        "pages / 4",
        "round(pages / 4)",
        "(due - 2025-06-01) * 2",
        "abs(pages - 3)",
        '(1 when grade = "tốt" otherwise 2 when late otherwise 0.25)',
        "(0 when returned is none otherwise returned - due)",
        "pages above 2",
        "share * 8",
    ]
)
SIMPLE = st.sampled_from(
    [
        "online",
        "late",
        "not late",
        "due <= period_end",
        "due = 2025-06-03",
        "returned is none",
        "returned is not none",
        "(returned is not none and returned > due)",
        "(returned is not none and returned - due > 3)",
        "fee > 2.5",
        "fee * 3 <= 20",
        'grade >= "khá"',
        'grade != "khá"',
        'office = "Sở A"',
        "share < 12.5%",
        "pages > limit",
        "pages >= (limit when online otherwise 3)",
        "2 <= pages <= 4",
        "limit > 3",
        "round(pages / 3) = 1",
        "pages > count(dossiers) / 2",
    ]
)
CONDITIONS = st.recursive(
    SIMPLE,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: f"({two[0]} and {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} or {two[1]})"),
        inner.map(lambda one: f"(not ({one}))"),
    ),
    max_leaves=4,
)


@st.composite
def aggregates(draw: st.DrawFn) -> str:
    """A program with one aggregate, which it names."""
    way = draw(st.sampled_from(["count", "sum", "mean", "share", "lowest", "highest"]))
    where = f" where {draw(CONDITIONS)}" if draw(st.booleans()) else ""
    if way == "count":
        return f"x = count(dossiers{where})\naward 1 when x > 2\notherwise 2"
    if way == "sum":
        return f"x = sum({draw(NUMBERS)} of dossiers{where})\naward 1 when x > 2\notherwise 2"
    of = draw(CONDITIONS) if way == "share" else draw(NUMBERS)
    beyond = "50%" if way == "share" else "2"
    return f"x = {way}({of} of dossiers{where})\naward 0 when x is none\notherwise 1 when x > {beyond}\notherwise 2"


SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def same(programs: list[str], rows: list[tuple[Any, ...]], limit: int | None) -> None:
    same_plans(plan_of(*programs), rows, limit)


def same_plans(plan: Plan, rows: list[tuple[Any, ...]], limit: int | None) -> None:
    more = "" if limit is None else "values: " + str({body: {"limit": limit + at} for at, body in enumerate("abc")})
    with TemporaryDirectory() as name:
        folder = Path(name)
        csv(folder, rows)
        parquet(folder, rows)
        by_rows, found = round_of(plan, folder, "dossiers.csv", more)
        asked, found_by_asking = round_of(plan, folder, "dossiers.parquet", more)
        with patch.object(sources, "LARGEST", -1):
            as_text, found_in_text = round_of(plan, folder, "dossiers.csv", more)
        expected = [told(one) for one in sheets(plan, by_rows)]
        assert expected == [told(one) for one in sheets(plan, asked)]
        assert expected == [told(one) for one in sheets(plan, as_text)]
        assert _codes(found) == _codes(found_by_asking) == _codes(found_in_text)
        assert by_rows.digest == as_text.digest
        assert _of_tables(by_rows) == _of_tables(as_text)


def _of_tables(round_: Round) -> list[tuple[str, int, object]]:
    return [
        (name, len(one.records), one.provenance) for body in round_.bodies for name, one in sorted(body.tables.items())
    ]


def _codes(found: tuple[Diagnostic, ...]) -> dict[tuple[object, ...], int]:
    counted: dict[tuple[object, ...], int] = {}
    for one in found:
        arguments = tuple(pair for pair in one.arguments if pair[0] not in ("line", "file"))
        counted[(one.code, arguments)] = counted.get((one.code, arguments), 0) + 1
    return counted


@SLOW
@given(st.lists(aggregates(), min_size=4, max_size=8), FULL, st.none() | st.integers(min_value=0, max_value=6))
def test_full_records_are_asked_as_they_are_read(programs: list[str], rows: list[Any], limit: int | None) -> None:
    same(programs, rows, limit)


@SLOW
@given(st.lists(aggregates(), min_size=4, max_size=8), ROWS, st.none() | st.integers(min_value=0, max_value=6))
def test_records_that_lack_cells_are_asked_as_they_are_read(
    programs: list[str], rows: list[Any], limit: int | None
) -> None:
    same(programs, rows, limit)


ROW = ("a", "H1", datetime.date(2025, 6, 3), None, 1, 4, True, "khá", "Sở A", "5%")


@pytest.mark.parametrize("limit", [None, 0, 9])
def test_rows_that_are_decided_beforehand_are_worked_out_before_a_table_is_asked(limit: int | None) -> None:
    numbers = [
        "(pages when limit > 4 otherwise 2 * pages)",
        "(pages when pages > limit otherwise limit when online otherwise pages)",
        "(limit when online otherwise pages)",
    ]
    programs = [f"x = sum({one} of dossiers)\naward 1 when x > 2\notherwise 2" for one in numbers]
    same(programs, [ROW, (*ROW[:1], "H2", *ROW[2:5], None, *ROW[6:]), ("b", *ROW[1:])], limit)


def test_records_that_cannot_be_read_any_more_are_not_shown(tmp_path: Path) -> None:
    plan = plan_of("x = sum(pages of dossiers)\naward 1 when x > 2\notherwise 2")
    parquet(tmp_path, [ROW, (*ROW[:1], "H2", *ROW[2:5], None, *ROW[6:])])
    round_, _ = round_of(plan, tmp_path, "dossiers.parquet")
    with patch.object(large_table.LargeTable, "records", lambda *_, **__: iter(())):
        (behind,) = sheets(plan, round_)[0].lines[0].behind
    assert (2, ["H1"]) == (behind.total, [one.id for one in behind.records])


EACH = st.sampled_from(
    [
        "award 1 when online otherwise 0.5 when late otherwise 0",
        'award 2 when grade = "tốt" otherwise share * 2 because "phần {share}"',
        "days = (0 when returned is none otherwise returned - due)\naward 3\ndeduct 0.25 per max(days, 0) up to 2",
        "award 1 when pages > limit otherwise 2",
        "award 0\nadd 1 per pages up to 3\nadd 0.5 when fee > 2.5",
        "award 1 when count(dossiers where online) > 2 otherwise 3",
        "award 1",
    ]
)


@st.composite
def each_program(draw: st.DrawFn) -> str:
    """The keys of a criterion that scores every record."""
    where = f" where {draw(CONDITIONS)}" if draw(st.booleans()) else ""
    program = "".join(f"      {line}\n" for line in draw(EACH).replace(" otherwise", "\notherwise").splitlines())
    applies = f"    applies: count(dossiers{where}) > 0\n    if_not: left_out\n"
    combine = draw(st.sampled_from(["sum", "mean", "lowest", "highest"]))
    return f"{applies}    each: dossiers{where}\n    combine: {combine}\n    score: |\n{program}"


@settings(SLOW, max_examples=12)
@given(st.lists(each_program(), min_size=3, max_size=5), ROWS, st.none() | st.integers(0, 6), st.sampled_from([0, 100]))
def test_a_program_for_each_record_is_worked_out_once_for_those_alike(
    programs: list[str], rows: list[Any], limit: int | None, few: int
) -> None:
    titled = (f'  - code: "{at}"\n    title: Một\n    max: 50\n' for at in range(1, len(programs) + 1))
    keys = "".join(head + program for head, program in zip(titled, programs, strict=True))
    with patch.object(large_table, "_FEW", few):
        same_plans(planned(keys), rows, limit)


def test_the_ledgers_of_few_kinds_of_records_are_kept() -> None:
    keys = (
        '  - code: "1"\n    title: Một\n    max: 5\n    applies: count(dossiers) > 0\n    if_not: left_out\n'
        "    each: dossiers\n    combine: mean\n    score: award 5 when pages > 2 otherwise 1\n"
    )
    rows = [("a", f"H{at}", None, None, None, at % 5, None, None, None, None) for at in range(30)]
    with patch.object(each, "_KEPT", 2), patch.object(large_table, "_FEW", 0):
        same_plans(planned(keys), rows, None)


def test_a_table_that_is_lost_while_each_record_is_scored_counts_as_not_handed_in(tmp_path: Path) -> None:
    plan = planned(
        '  - code: "1"\n    title: Một\n    max: 5\n    each: dossiers\n    combine: sum\n    score: award 1\n'
    )
    parquet(tmp_path, [("a", "H1", None, None, None, 1, None, None, None, None)])
    round_, _ = round_of(plan, tmp_path, "dossiers.parquet")
    (tmp_path / "dossiers.parquet").write_bytes(b"PAR1")
    sheet, found = score_body(prepare(plan), round_, round_.bodies[0])
    assert (Range(0, 5), ["EV503"]) == (sheet.lines[0].score, [one.code for one in found])
