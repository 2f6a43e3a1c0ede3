import errno
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from parrules.text import files
from parrules.text.diagnostic import Diagnostic
from parrules.text.files import MOST_BYTES, read_source, write_together, write_whole
from parrules.text.source import Source


def written(folder: Path, content: bytes, name: str = "rules.yaml") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def code_of(found: object) -> str:
    assert isinstance(found, Diagnostic)
    return found.code


@pytest.mark.parametrize(
    ("expected", "content"),
    [
        pytest.param("mã: tệp\n", "mã: tệp\n".encode(), id="text as it stands"),
        pytest.param("a: 1\n", b"\xef\xbb\xbfa: 1\n", id="a byte order mark is dropped"),
        pytest.param(
            "a: 1\r\nb: 2\r\n", b"a: 1\r\nb: 2\r\n", id="line ends of Windows are kept, so that places are right"
        ),
        pytest.param("a:\tb", b"a:\tb", id="a tab is no control character"),
    ],
)
def test_text_is_read(tmp_path: Path, expected: str, content: bytes) -> None:
    assert Source("shown/rules.yaml", expected) == read_source(written(tmp_path, content), "shown/rules.yaml")


@pytest.mark.parametrize(
    ("expected", "content"),
    [
        pytest.param("PR009", b"", id="an empty file"),
        pytest.param("PR009", b" \n\t\n", id="a file of blanks"),
        pytest.param("PR009", b"\xef\xbb\xbf", id="a file of a byte order mark"),
        pytest.param("PR005", "Quy mô".encode("cp1258", "replace") + b"\xf4", id="an old encoding"),
        pytest.param("PR005", b"\xed\xa0\x80", id="half of a pair of UTF-16"),
        pytest.param("PR005", b"\xc0\x80", id="a character in more bytes than it needs"),
        pytest.param("PR005", "a: 1".encode("utf-16"), id="UTF-16"),
        pytest.param("PR006", b"PK\x03\x04\x00\x00", id="a workbook"),
        pytest.param("PR004", b"a" * (MOST_BYTES + 1), id="more bytes than a file may have"),
        pytest.param("PR007", b"a: \x07", id="a control character"),
        pytest.param("PR007", b"a: 1\rb: 2\r", id="line ends of very old computers"),
        pytest.param("PR007", "a: \x85".encode(), id="a control character of two bytes"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, expected: str, content: bytes) -> None:
    assert expected == code_of(read_source(written(tmp_path, content), "rules.yaml"))


def test_as_many_bytes_as_a_file_may_have_are_read(tmp_path: Path) -> None:
    assert isinstance(read_source(written(tmp_path, b"a" * MOST_BYTES), "rules.yaml"), Source)


def test_the_line_of_the_first_byte_that_is_not_utf8_is_said(tmp_path: Path) -> None:
    found = read_source(written(tmp_path, b"a\nb\n\xff\n"), "rules.yaml")
    assert isinstance(found, Diagnostic)
    assert found.arguments == (("line", 3),)
    assert found.place == "rules.yaml"


def test_utf16_is_named(tmp_path: Path) -> None:
    found = read_source(written(tmp_path, "mã".encode("utf-16")), "rules.yaml")
    assert isinstance(found, Diagnostic)
    assert ("encoding", "UTF-16") in found.arguments


def test_a_control_character_is_pointed_at(tmp_path: Path) -> None:
    found = read_source(written(tmp_path, "ổ: 1\nb: \x1b[0m".encode()), "rules.yaml")
    assert isinstance(found, Diagnostic)
    assert found.span is not None
    assert (found.span.line, found.span.column) == (2, 4)


def test_a_missing_file_proposes_its_neighbour(tmp_path: Path) -> None:
    written(tmp_path, b"a", "evidence.yaml")
    found = read_source(tmp_path / "evidence.yml", "evidence.yml")
    assert Diagnostic("PR001", None, (("suggestion", "evidence.yaml"),), "error", "evidence.yml") == found


@pytest.mark.parametrize("name", ["nowhere/rules.yaml", "rules\0.yaml", "a" * 5000])
def test_a_file_that_cannot_be_there_is_missing_or_unreadable(tmp_path: Path, name: str) -> None:
    assert code_of(read_source(tmp_path / name, "rules.yaml")) in ("PR001", "PR008")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert code_of(read_source(tmp_path, ".")) == "PR002"


@pytest.mark.parametrize(
    ("expected", "number"),
    [("PR003", errno.EACCES), ("PR003", errno.EPERM), ("PR008", errno.EIO), ("PR001", errno.ENOENT)],
)
def test_what_the_system_refuses_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected: str, number: int
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "refused")

    path = written(tmp_path, b"a")
    monkeypatch.setattr(Path, "open", refuse)
    assert expected == code_of(read_source(path, "rules.yaml"))


def test_a_file_is_written_with_its_line_ends(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "phiếu.json", "một\nhai\n") is None
    assert "một\nhai\n".encode() == (tmp_path / "phiếu.json").read_bytes()
    assert [one.name for one in tmp_path.iterdir()] == ["phiếu.json"]


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "a.xlsx", b"\r\n\x00") is None
    assert (tmp_path / "a.xlsx").read_bytes() == b"\r\n\x00"


def test_what_a_run_cut_off_left_behind_is_replaced(tmp_path: Path) -> None:
    (tmp_path / ".a.json.part").write_text("half", encoding="utf-8")
    assert write_whole(tmp_path / "a.json", "whole") is None
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize(
    ("expected", "number"),
    [
        pytest.param("PR012", errno.ENOSPC, id="the disk is full"),
        pytest.param("PR011", errno.EACCES, id="no permission"),
        pytest.param("PR011", errno.EROFS, id="a disk that can only be read"),
        pytest.param("PR013", errno.EIO, id="anything else"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_the_old_file_stays_when_the_new_one_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected: str, number: int, step: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "refused")

    target = written(tmp_path, b"old", "a.json")
    monkeypatch.setattr(os, step, refuse)
    found = write_whole(target, "new", "out/a.json")
    assert expected == code_of(found)
    assert isinstance(found, Diagnostic)
    assert found.place == "out/a.json"
    assert target.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


def test_nothing_is_left_when_writing_is_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    target = written(tmp_path, b"old", "a.json")
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(target, "new")
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert code_of(write_whole(tmp_path / "nowhere" / "a.json", "x")) == "PR010"


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    written(tmp_path, b"x", "file")
    assert code_of(write_whole(tmp_path / "file" / "a.json", "x")) in ("PR010", "PR013")


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    assert code_of(write_whole(tmp_path, "x")) == "PR002"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target = written(tmp_path, b"old", "real.json")
    link = tmp_path / "link.json"
    link.symlink_to(target)
    assert write_whole(link, "new") is None
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="no such rights there")
def test_who_may_read_a_file_stays_as_it_was(tmp_path: Path) -> None:
    target = written(tmp_path, b"old", "a.json")
    target.chmod(0o640)
    assert write_whole(target, "new") is None
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not Path(os.devnull).exists(), reason="a device without a path")
def test_a_device_is_written_and_not_replaced() -> None:
    assert write_whole(Path(os.devnull), "x") is None
    assert not Path(os.devnull).is_file()


def test_a_folder_is_made_once(tmp_path: Path) -> None:
    assert files.make_folder(tmp_path / "a" / "b", "a/b") is None
    assert files.make_folder(tmp_path / "a" / "b", "a/b") is None
    written(tmp_path, b"x", "file")
    assert code_of(files.make_folder(tmp_path / "file", "file")) == "PR018"


def pages(folder: Path, texts: Sequence[str]) -> list[tuple[Path, str]]:
    return [(folder / f"{at}.html", text) for at, text in enumerate(texts)]


def read_pages(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())]


def test_many_files_are_written_together(tmp_path: Path) -> None:
    written(tmp_path, b"old", "1.html")
    written(tmp_path, b"half", ".0.html.part")
    assert write_together(pages(tmp_path, ["một", "hai", "ba"])) is None
    assert read_pages(tmp_path) == ["một", "hai", "ba"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_where_one_of_many_cannot_be_written_all_stay_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    for at in range(3):
        written(tmp_path, b"old", f"{at}.html")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "refused")

    monkeypatch.setattr(os, step, refuse)
    found = write_together(pages(tmp_path, ["a", "b", "c"]))
    assert isinstance(found, Diagnostic)
    assert (found.code, found.place.endswith("/0.html")) == ("PR012", True)
    assert read_pages(tmp_path) == ["old"] * 3


def test_a_folder_among_many_files_is_told_before_anything_is_put_in_place(tmp_path: Path) -> None:
    (tmp_path / "out" / "1.html").mkdir(parents=True)
    found = write_together(pages(tmp_path / "out", ["a", "b", "c"]))
    assert isinstance(found, Diagnostic)
    assert (found.code, found.place.endswith("out/1.html")) == ("PR002", True)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["1.html"]


def test_many_files_that_are_not_made_to_the_end_leave_nothing(tmp_path: Path) -> None:
    written(tmp_path, b"old", "0.html")

    def made() -> Iterator[tuple[Path, str]]:
        yield tmp_path / "0.html", "new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_together(made())
    assert read_pages(tmp_path) == ["old"]
