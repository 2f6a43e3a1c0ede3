# ruff: noqa: SIM300  (expected first, then actual)
"""Which files beside the evidence file are read, under which names, and what they come to in the digest."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from evidence.methodology_for_evidence import HEAD, codes, methodology, read
from evidence.rounds_for_tests import round_from
from parrules.evidence import files
from parrules.text.source import Source

ROUND = HEAD + "bodies: bodies.csv\nvalues: {file: ./số liệu/values.csv}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "số liệu").mkdir()
    (tmp_path / "bodies.csv").write_bytes("id,name\na,Xã A\n".encode())
    (tmp_path / "số liệu" / "values.csv").write_bytes("\ufeffbody;population\r\na;5\r\n".encode())
    return tmp_path


def test_names_in_provenance_are_relative_with_forward_slashes(folder: Path) -> None:
    round_, found = read(ROUND, folder)
    assert () == found
    assert round_ is not None
    provenance = round_.bodies[0].figures["population"].provenance
    assert ("số liệu/values.csv", 2, 1) == (provenance.file, provenance.line, provenance.row)


def test_the_digest_is_that_of_a_list_of_the_files_as_sha256sum_writes_it(folder: Path) -> None:
    round_, _ = read(ROUND, folder)
    assert round_ is not None
    contents = {
        "bodies.csv": (folder / "bodies.csv").read_bytes(),
        "evidence.yaml": ROUND.encode("utf-8"),
        "số liệu/values.csv": (folder / "số liệu" / "values.csv").read_bytes(),
    }
    listed = "".join(f"{hashlib.sha256(raw).hexdigest()}  {name}\n" for name, raw in contents.items())
    assert hashlib.sha256(listed.encode("utf-8")).hexdigest() == round_.digest


def test_the_digest_changes_with_every_file_and_with_nothing_else(folder: Path) -> None:
    before, _ = read(ROUND, folder)
    moved, _ = round_from(Source("khác/evidence.yaml", ROUND), folder, methodology())
    with (folder / "bodies.csv").open("ab") as file:
        file.write(b"\n")
    after, _ = read(ROUND, folder)
    assert before is not None and after is not None and moved is not None
    assert before.digest == moved.digest
    assert before.digest != after.digest
    assert before.bodies == after.bodies


def test_people_are_told_of_a_file_as_they_named_the_evidence_file(folder: Path) -> None:
    (folder / "số liệu" / "values.csv").write_bytes(b"body,population\na,x\n")
    _, found = read(ROUND, folder)
    assert ["năm/số liệu/values.csv"] == [one.span.source.name for one in found if one.span]


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("EV130", "/etc/bodies.csv"),
        ("EV130", "~/bodies.csv"),
        ("EV130", "C:bodies.csv"),
        ("EV130", "https://example.org/bodies.csv"),
        ("EV130", "file:///bodies.csv"),
        ("EV130", "'\\\\máy\\bodies.csv'"),
        ("EV131", "'số liệu\\bodies.csv'"),
        ("EV132", "../bodies.csv"),
        ("EV132", "số liệu/../../bodies.csv"),
        ("EV132", "số liệu/../bodies.csv"),
        ("EV133", "bodies2.csv"),
        ("EV133", "không có/bodies.csv"),
        ("EV133", f"{'x' * 100}.csv"),
        ("EV135", "bodies.docx"),
        ("EV347", "bodies.xls"),
        ("EV347", "bodies.XLSB"),
        ("EV347", "bodies.ods"),
        ("EV347", "bodies.xls"),
        ("EV347", "bodies.ODS"),
        ("EV347", "bodies.xlsb"),
        ("EV135", "số liệu"),
    ],
)
def test_a_file_that_is_not_beside_the_evidence_is_refused(folder: Path, expected: str, name: str) -> None:
    round_, found = read(f"{HEAD}bodies: {name}\n", folder)
    assert round_ is None
    assert [f"{expected} evidence.yaml:4:9"] == codes(found)


def test_the_nearest_file_is_proposed(folder: Path) -> None:
    _, found = read(f"{HEAD}bodies: số liệu/value.csv\n", folder)
    assert "số liệu/values.csv" == dict(found[0].arguments)["suggestion"]
    _, found = read(f"{HEAD}bodies: Bodies2.csv\n", folder)
    assert "bodies.csv" == dict(found[0].arguments)["suggestion"]


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs rights that few have there")
def test_a_link_that_leads_outside_is_refused(folder: Path) -> None:
    (folder.parent / "outside.csv").write_text("id\na\n", encoding="utf-8")
    (folder / "link.csv").symlink_to(folder.parent / "outside.csv")
    assert ["EV132 evidence.yaml:4:9"] == codes(read(f"{HEAD}bodies: link.csv\n", folder)[1])


def test_a_folder_is_not_read_as_a_file(folder: Path) -> None:
    (folder / "folder.csv").mkdir()
    assert ["EV134 evidence.yaml:4:9"] == codes(read(f"{HEAD}bodies: folder.csv\n", folder)[1])


def test_a_file_that_is_too_large_is_not_even_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 3)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("was read"))
    assert ["EV120 bodies.csv"] == codes(read(f"{HEAD}bodies: bodies.csv\n", folder)[1])


def test_a_file_is_read_once_however_often_it_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    read_bytes = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: (asked.append(path.name), read_bytes(path))[1])
    text = f"{HEAD}bodies: {{a: A, b: B}}\nvalues: {{a: {{visits: {{file: v.csv}}}}, b: {{visits: {{file: v.csv}}}}}}\n"
    round_, found = read(text, folder, v="day\n2025-01-01\n")
    assert () == found
    assert ["v.csv"] == asked
    assert round_ is not None
    assert [1, 1] == [len(body.tables["visits"].records) for body in round_.bodies]
