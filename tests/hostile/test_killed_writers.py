"""Who is killed while writing leaves the old file or the new one, never a torn one.

`PYTHONPATH=tests python -m hostile.test_killed_writers 100` kills each writer so many times; the tests a few.
"""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from hostile.child import ended, resource

EXAMPLE = Path(__file__).parents[2] / "examples/province-detail-2023/evidence.yaml"
WRITERS = {
    "form": ("form", "vn.par_index.province_detail", "--body", "a"),
    "xlsx": ("evaluate", str(EXAMPLE), "--body", "minh-hoa-a", "--format", "xlsx"),
    "docx": ("evaluate", str(EXAMPLE), "--body", "minh-hoa-a", "--format", "docx"),
    "html": ("evaluate", str(EXAMPLE), "--body", "minh-hoa-a", "--format", "html"),
    "csv": ("evaluate", str(EXAMPLE), "--format", "csv"),
    "json": ("evaluate", str(EXAMPLE), "--format", "json"),
}
TWO_WAYS = {"json": (("--body", "minh-hoa-a"), ("--body", "minh-hoa-b"))}
"""What makes two files of one writer, other than the language of words: JSON has none."""
WRITES = """
import sys
from pathlib import Path
from parrules.text.files import write_whole
first, second, target = map(Path, sys.argv[1:])
contents = [first.read_bytes(), second.read_bytes()]
while True:
    for content in contents:
        assert write_whole(target, content) is None
        print(flush=True)
"""


def ending(writer: str) -> str:
    return ".xlsx" if writer == "form" else f".{writer}"


TOGETHER = """
import sys
from pathlib import Path
from parrules.text.files import write_together
folder, contents = Path(sys.argv[1]), ["một" * 9000, "hai" * 9000]
while True:
    for content in contents:
        assert write_together((folder / f"{at}.html", content) for at in range(20)) is None
        print(flush=True)
"""


def ways(writer: str) -> tuple[tuple[str, ...], ...]:
    return TWO_WAYS.get(writer, (("--lang", "vi"), ("--lang", "en")))


def two_files(writer: str, folder: Path) -> list[Path]:
    """What the writer writes in either way."""
    found = []
    for at, way in enumerate(ways(writer)):
        path = folder / f"{at}{ending(writer)}"
        made = ended(*WRITERS[writer], *way, "-o", str(path), cwd=folder)
        assert made.is_calm, made.start
        found.append(path)
    return found


def killed(writer: str, times: int, folder: Path) -> None:
    first, second = two_files(writer, folder)
    whole = {first.read_bytes(), second.read_bytes()}
    assert 2 == len(whole)
    target = folder / f"target{ending(writer)}"
    for writes in range(1, times + 1):
        command = [sys.executable, "-c", WRITES, str(first), str(second), str(target)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as running:
            assert running.stdout is not None
            for _ in range(writes):
                assert running.stdout.readline()
            running.kill()
        assert target.read_bytes() in whole
    made = ended(*WRITERS[writer], "-o", str(target), *ways(writer)[0], cwd=folder)
    assert made.is_calm, made.start
    assert target.read_bytes() == first.read_bytes()
    assert not list(folder.glob(".*.part"))


@pytest.mark.parametrize("writer", WRITERS)
def test_a_writer_that_is_killed_leaves_no_torn_file(writer: str, tmp_path: Path) -> None:
    killed(writer, 4, tmp_path)


def test_who_writes_a_folder_of_pages_and_is_killed_leaves_each_page_old_or_new(tmp_path: Path) -> None:
    whole = {content.encode() * 9000 for content in ("một", "hai")}
    for writes in range(1, 5):
        with subprocess.Popen([sys.executable, "-c", TOGETHER, str(tmp_path)], stdout=subprocess.PIPE) as running:
            assert running.stdout is not None
            for _ in range(writes):
                assert running.stdout.readline()
            running.kill()
        pages = list(tmp_path.glob("*.html"))
        assert 20 == len(pages)
        assert whole.issuperset(page.read_bytes() for page in pages)


@pytest.mark.skipif(resource is None, reason="no limits for files on this system")
@pytest.mark.parametrize("writer", WRITERS)
def test_where_the_disk_is_full_the_old_file_stays_and_it_is_said(writer: str, tmp_path: Path) -> None:
    target = tmp_path / f"target{ending(writer)}"
    target.write_bytes(b"old")
    made = ended(*WRITERS[writer], "--no-cache", "-o", str(target), cwd=tmp_path, limits={"RLIMIT_FSIZE": 4000})
    assert 2 == made.code
    assert {"PR012"} == made.codes
    assert b"old" == target.read_bytes()
    assert [target] == list(tmp_path.iterdir())


def main(times: int) -> None:
    for writer in WRITERS:
        with TemporaryDirectory() as folder:
            killed(writer, times, Path(folder))


if __name__ == "__main__":
    main(int(sys.argv[1]))
