"""Names of files that nobody expects: each command ends in words, or just works."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from hostile.child import ended
from parrules.cli import exits

CORPUS = Path(__file__).parent / "corpus"
LONG = "a" * 5000
SPACED = "Số liệu năm 2025 (bản cuối).yaml"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name in ("rules.yaml", "evidence.yaml", "tasks.csv"):
        (tmp_path / name).write_bytes((CORPUS / name).read_bytes())
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code", "found"),
    [
        (("check", LONG), exits.USAGE, "UC110"),
        (("check", LONG + ".yaml"), exits.METHODOLOGY, "PR008"),
        (("evaluate", LONG, "evidence.yaml"), exits.USAGE, "UC110"),
        (("evaluate", "rules.yaml", LONG), exits.EVIDENCE, "PR008"),
        (("evaluate", "rules.yaml", "evidence.yaml", "-o", LONG), exits.USAGE, "PR013"),
        (("evaluate", "rules.yaml", "evidence.yaml", "-o", LONG + "/a"), exits.USAGE, "PR013"),
        (("new", "vn.x", "-o", LONG), exits.USAGE, "PR013"),
        (("fmt", LONG), exits.METHODOLOGY, "PR008"),
        (("evaluate", "rules.yaml", "evidence.yaml", "--body", LONG), exits.USAGE, "UC116"),
        (("explain", "rules.yaml", "evidence.yaml", LONG), exits.USAGE, "UC117"),
        (("code", LONG), exits.USAGE, "UC109"),
        ((LONG,), exits.USAGE, "UC102"),
        (("check", ""), exits.USAGE, "UC110"),
        (("evaluate", "rules.yaml", ""), exits.EVIDENCE, "PR002"),
        (("evaluate", "rules.yaml", "evidence.yaml", "-o", ""), exits.USAGE, "PR002"),
        (("fmt", ""), exits.METHODOLOGY, "PR002"),
        (("new", ""), exits.USAGE, "UC130"),
        (("",), exits.USAGE, "UC102"),
    ],
    ids=lambda value: " ".join(value).replace(LONG, "a...") if isinstance(value, tuple) else "",
)
@pytest.mark.skipif(os.name == "nt", reason="this system reads such names in its own ways")
def test_a_name_that_no_file_can_have_is_told(files: Path, arguments: tuple[str, ...], code: int, found: str) -> None:
    made = ended(*arguments, cwd=files)
    assert (code, {found}, True) == (made.code, made.codes, made.is_calm), made.start


def test_a_table_whose_name_is_too_long_is_told(files: Path) -> None:
    text = (files / "evidence.yaml").read_text(encoding="utf-8")
    (files / "evidence.yaml").write_text(text.replace("tasks.csv", f"{LONG}.csv"), encoding="utf-8")
    made = ended("evaluate", "rules.yaml", "evidence.yaml", cwd=files)
    assert (exits.EVIDENCE, {"EV134"}) == (made.code, made.codes)


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "tr_TR.UTF-8"])
def test_spaces_and_vietnamese_letters_are_names_as_any_other(files: Path, locale: str) -> None:
    (files / "evidence.yaml").rename(files / SPACED)
    made = ended("evaluate", "rules.yaml", SPACED, "--format", "json", cwd=files, environ={"LC_ALL": locale})
    assert (exits.FINE, b"", 3) == (made.code, made.err, made.out.decode().count(f'"file": "{SPACED}"'))
    made = ended("check", "./quy tắc.yaml", cwd=files, environ={"LC_ALL": locale, "PARRULES_LANG": "vi"})
    assert "./quy tắc.yaml: lỗi PR001: không có tệp này\n" in made.said


@pytest.mark.skipif(sys.platform != "linux", reason="only here can a name be no text")
def test_a_name_that_is_no_text_is_shown_as_far_as_it_is(files: Path) -> None:
    evidence, rules = (os.fsdecode(b"\xff" + name) for name in (b"e.yaml", b"r.yaml"))
    os.rename(files / "evidence.yaml", files / evidence)
    os.rename(files / "rules.yaml", files / rules)
    made = ended("evaluate", rules, evidence, "--format", "json", "-o", "out.json", cwd=files)
    assert (exits.FINE, b"", b"") == (made.code, made.out, made.err)
    assert '"file": "�e.yaml"' in (files / "out.json").read_text(encoding="utf-8")
    (files / rules).write_text("a: [", encoding="utf-8")
    for arguments in (("check", rules), ("check", "--format", "json", rules), ("fmt", rules)):
        made = ended(*arguments, cwd=files)
        assert (exits.METHODOLOGY, True) == (made.code, "PR036" in made.said)
        assert "�r.yaml" in made.said
    made = ended("new", "vn.x", "-o", os.fsdecode(b"\xff"), cwd=files)
    assert (exits.FINE, True) == (made.code, "�/rules.yaml" in made.said)


@pytest.mark.skipif(os.name == "nt", reason="this system makes no links for everyone")
def test_links_are_followed_and_those_in_a_circle_told(files: Path) -> None:
    (files / "link.yaml").symlink_to("rules.yaml")
    (files / "circle.yaml").symlink_to("circle.yaml")
    assert (exits.FINE, True) == ((made := ended("check", "link.yaml", cwd=files)).code, made.is_calm)
    assert (exits.METHODOLOGY, {"PR008"}) == ((made := ended("check", "circle.yaml", cwd=files)).code, made.codes)
    (files / "tasks.csv").unlink()
    (files / "tasks.csv").symlink_to("tasks.csv")
    made = ended("evaluate", "rules.yaml", "evidence.yaml", cwd=files)
    assert (exits.EVIDENCE, {"EV133"}) == (made.code, made.codes)


@pytest.mark.skipif(os.name == "nt", reason="this system makes no links for everyone")
def test_a_link_that_leads_out_of_the_folder_is_not_followed(files: Path) -> None:
    (files / "below").mkdir()
    (files / "evidence.yaml").rename(files / "below/evidence.yaml")
    (files / "below/tasks.csv").symlink_to("../tasks.csv")
    made = ended("evaluate", "rules.yaml", "below/evidence.yaml", cwd=files)
    assert (exits.EVIDENCE, {"EV132"}) == (made.code, made.codes)


@pytest.mark.skipif(os.name == "nt", reason="this system makes no links for everyone")
def test_what_is_written_through_a_link_leaves_the_link(files: Path) -> None:
    (files / "kept.csv").write_text("cũ", encoding="utf-8")
    (files / "out.csv").symlink_to("kept.csv")
    made = ended("evaluate", "rules.yaml", "evidence.yaml", "--format", "csv", "-o", "out.csv", cwd=files)
    assert (exits.FINE, True) == (made.code, (files / "out.csv").is_symlink())
    assert (files / "kept.csv").read_text(encoding="utf-8").startswith("\ufeffBody code,")
