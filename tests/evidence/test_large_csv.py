"""A CSV file that is asked says what the same file says that is read: its records, and what is wrong in it."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.methodology_for_evidence import TWO_BODIES, codes, read
from parrules.evidence.readers.csv_reader import rows_of as rows_in
from parrules.evidence.readers.csv_reader import separator_of
from parrules.evidence.readers.decoding import decoded
from parrules.evidence.records import Round
from parrules.evidence.relations import csv_file, sources
from parrules.evidence.relations.relation import Relation
from parrules.text.diagnostic import Diagnostic

HEADING = "body;code;due_on;completed_on;cost\n"
TASKS = "tables: {tasks: {file: tasks.csv%s, complete: yes}}\n"

UNREADABLE = {"PR007", "EV123", "EV124", "EV125", "EV126"}

Rows = list[tuple[str, int, str, list[tuple[str, object]]]]


def both(raw: bytes, said: str = "") -> list[tuple[Rows, list[tuple[str, int]], str]]:
    """Records, codes with their lines, and the digest: of the file as it is read, and as it is asked."""
    found = []
    with TemporaryDirectory() as name:
        (Path(name) / "tasks.csv").write_bytes(raw)
        for largest in (50_000_000, -1):
            with patch.object(sources, "LARGEST", largest):
                round_, wrong = read(TWO_BODIES + TASKS % said, Path(name))
            assert round_ is not None
            found.append((rows_of(round_, largest < 0), sorted(map(lined, wrong)), round_.digest))
    return found


def rows_of(round_: Round, asked: bool) -> Rows:
    rows: Rows = []
    for body in round_.bodies:
        records = body.tables["tasks"].records if "tasks" in body.tables else ()
        assert asked is isinstance(records, Relation) or not records
        rows += [(body.id, one.row, one.id, sorted(one.values.items())) for one in records]
    return rows


def lined(one: Diagnostic) -> tuple[str, int]:
    """What is wrong with a column as a whole is said where the evidence file names the file."""
    if one.code in ("EV136", "EV153") or not (one.span or ":" in one.place):
        return one.code, 0
    return one.code, one.span.line if one.span else int(one.place.rpartition(":")[2])


def same(text: str, said: str = "") -> Rows:
    by_row, asked = both(text.encode("utf-8"), said)
    (rows, wrong, digest), (rows_asked, wrong_asked, digest_asked) = by_row, asked
    assert (rows, digest) == (rows_asked, digest_asked)
    if not UNREADABLE.isdisjoint(code for code, _ in wrong_asked):
        wrong = [one for one in wrong if one[0] in UNREADABLE]  # cells are not looked at then
    begun = row_lines(text)
    assert in_rows(wrong, begun) == in_rows(wrong_asked, begun)
    return rows_asked


def row_lines(text: str) -> list[int]:
    """The lines on which rows begin."""
    source, _ = decoded(text.encode("utf-8"), "tasks.csv", None)
    return [row.line for row in rows_in(source, *separator_of(source.text, None))[0]] if source else []


def in_rows(wrong: list[tuple[str, int]], begun: list[int]) -> list[tuple[str, int]]:
    """Each mistake at the line on which its row begins: a file that is asked says no more of it."""
    return sorted((code, max((at for at in begun if at <= line), default=line)) for code, line in wrong)


def test_numbers_days_and_words_say_the_same() -> None:
    rows = same(
        HEADING
        + "a;N1;17/04/2024;chưa hoàn thành;9,44\n b ;N 2;2025-01-02;;12.900\na;;3/4/2025;n/a;1.234,5 triệu đồng\n"
        "b;N4;31/02/2025;;5%\na;N5;;5/5/2025;-1\na;Đ6;1/1/2025;;12 900\nb;N7;1/1/2025;;Không áp dụng\n"
    )
    assert ["N1", "", "N5", "Đ6", "N 2", "N4", "N7"] == [id for _, _, id, _ in rows]


@pytest.mark.parametrize(
    "rest",
    [
        'a;"N1";1/1/2025;;1\nb;"N;2";1/1/2025;;"2"\n',
        'a;"N\n1";1/1/2025;;1\nb;"N""2";1/1/2025;;x\na;N3;x;;\n',
        "a;N1;1/1/2025;;1\n\n;;;;\n   \nb;N2;x;;2\n",
        "a;N1;1/1/2025;;1;;\nb;N2;x;;2\n",
        "a;N1;1/1/2025;;1\r\nb;N2;x;;2\r\n",
        "a;N1;1/1/2025;;1\r\nb;N2;x;;2\n",
        "a;N1;1/1/2025;;1\rb;N2;x;;2",
        "a;N1;1/1/2025;;1\n\xa0;\xa0;;;\nb;N1;x;;2\nb;N1;;;2\n",
        "a;N\u200b1;1/1/2025;;1\nb;Ha\u0300;1/1/2025;;1\n",
        "a;N\x011;1/1/2025;;1\n",
        "a;N1;1/1/2025;;1;2\na;N2\n",
        'a;N1;1/1/2025;;1\nb;"N"2;1/1/2025;;1\n',
        'a;N1;1/1/2025;;1\nb;"N2;1/1/2025;;1\n',
        f'a;N1;1/1/2025;;1\nb;"{"n" * 140_000}";1/1/2025;;1\n',
        f"a;N1;1/1/2025;;1\nb;{'n' * 140_000};1/1/2025;;1\n",
        "a;N1;1/1/2025;;1\nc;N2;1/1/2025;;1\n;N3;1/1/2025;;1\n",
        "",
    ],
    ids=[
        "quotes",
        "a line end in quotes",
        "blank rows",
        "blank cells beyond the heading",
        "line ends of Windows",
        "line ends of two kinds",
        "line ends of old",
        "a row of no-break spaces, and a name twice",
        "characters that cannot be seen",
        "a control character",
        "rows of another length",
        "text behind quotes",
        "quotes that are not closed",
        "a cell in quotes that is too long",
        "a cell that is too long",
        "bodies that nobody knows",
        "no records",
    ],
)
def test_rows_that_are_no_plain_lines_are_read_as_in_small_files(rest: str) -> None:
    same(HEADING + rest)


def test_the_heading_may_stand_below_other_rows_and_have_other_names() -> None:
    rest = "a,N1,1/1/2025,,1,z\nb,N2,x,,2,z\n"
    same("sep=,\nBáo cáo,,,,,\n\nbody,code,due_on,completed_on,cost,Ghi chú\n" + rest)
    said = ", columns: {due_on: Hạn  trả, code: Mã}, separator: ',', header: 3"
    same("Báo cáo\n\nbody,Mã,Hạn trả,completed_on,cost,\n" + rest.replace(",z", ","), said)
    same("body,Mã,Hạn trả,completed_on,cost,body\n" + rest, said.replace("3", "1"))


def test_a_file_with_its_mark_is_read_without_it() -> None:
    same("\ufeff" + HEADING + "a;N1;1/1/2025;;1\n")


CELLS = st.sampled_from(
    [
        "",
        " ",
        "a",
        "b",
        "N1",
        "9,44",
        "1.000",
        "17/04/2024",
        "chưa hoàn thành",
        "n/a",
        '"x;y"',
        '"',
        'x"',
        "ă",
    ]
)
ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\n\n"])


def test_of_a_row_over_several_lines_the_first_is_said_or_that_of_the_cell() -> None:
    same(HEADING + 'a;;;;\na;";;;\na;";;;a\n')


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from("aab"), st.lists(CELLS, min_size=3, max_size=4), CELLS, ENDS), max_size=6))
def test_any_file_says_the_same(rows: list[tuple[str, list[str], str, str]]) -> None:
    """No cell here has a line end: what is wrong behind one is found at its own line only when the file is read."""
    same(HEADING + "".join(";".join([body, *cells, last]) + end for body, cells, last, end in rows))


def test_an_older_encoding_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tasks.csv").write_bytes(HEADING.encode("ascii"))
    monkeypatch.setattr(sources, "LARGEST", -1)
    _, found = read(TWO_BODIES + TASKS % ", encoding: cp1258", tmp_path)
    assert ["EV517 evidence.yaml:5:45"] == codes(found)


def test_bytes_that_are_no_text_are_found_at_their_line() -> None:
    by_row, asked = both(HEADING.encode("ascii") + b"a;N1;1/1/2025;;1\na;\xd5n;;;\n")
    assert by_row == asked


def test_lines_without_quotes_are_left_to_duckdb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tasks.csv").write_text(HEADING + "a;N1;1/1/2025;;1\n", encoding="utf-8")
    monkeypatch.setattr(sources, "LARGEST", -1)
    monkeypatch.setattr(csv_file, "_of_rows", None)
    round_, found = read(TWO_BODIES + TASKS % "", tmp_path)
    assert [] == codes(found)
    assert round_ is not None
    assert [(1, 0)] == [
        (len(one.tables["tasks"].records), len(two.tables["tasks"].records)) for one, two in [round_.bodies]
    ]


def test_a_large_file_of_figures_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "values.csv").write_text("body;population\na;1\n", encoding="utf-8")
    monkeypatch.setattr(sources, "LARGEST", -1)
    monkeypatch.setattr("parrules.evidence.files.LARGEST", 1)
    _, found = read(TWO_BODIES + "values: {file: values.csv}\n", tmp_path)
    assert ["EV120 values.csv"] == codes(found)
