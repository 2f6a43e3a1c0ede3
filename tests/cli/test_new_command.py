"""`parrules new` writes a methodology that scores as it stands, and never over anything."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from parrules.cli import exits
from parrules.text.spelling import Language

NAME = "vn.cao_bang.xa"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_it_says_to_run_next_finds_nothing_wrong_and_scores_everything(
    parrules, here: Path, language: Language
) -> None:
    ended = parrules("new", NAME, "--lang", language)
    commands = [line.strip() for line in ended.out.splitlines() if line.startswith("  parrules ")]
    assert (exits.FINE, "", 3) == (ended.code, ended.err, len(commands))
    checked, evaluated, explained = (
        parrules(*shlex.split(command)[1:], "--lang", language, *more)
        for command, more in zip(commands, (["--format", "json"], ["--format", "csv"], []), strict=True)
    )
    assert (exits.FINE, "[]\n", "") == (checked.code, checked.out, checked.err)
    assert (exits.FINE, "") == (evaluated.code, evaluated.err)
    assert "14.75" in evaluated.out
    assert (exits.FINE, "") == (explained.code, explained.err)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_its_programs_are_in_vietnamese_where_that_is_asked_for(parrules, here: Path, language: Language) -> None:
    parrules("new", NAME, "--spelling", "vi", "--lang", language)
    rules = (here / NAME / "rules.yaml").read_text(encoding="utf-8")
    assert "\nlanguage: vi\n" in rules
    assert "          cộng 0,5 mỗi 2% của signed vượt 70%\n" in rules
    assert exits.FINE == parrules("check", f"{NAME}/rules.yaml").code
    scored = parrules("evaluate", f"{NAME}/rules.yaml", f"{NAME}/evidence.yaml", "--format", "csv")
    assert (exits.FINE, True) == (scored.code, "14.75" in scored.out)
    assert "is tidy already" in parrules("fmt", f"{NAME}/rules.yaml", "--lang", "en").err


def test_a_plugin_may_have_rules_in_vietnamese_too(parrules, here: Path) -> None:
    assert exits.FINE == parrules("new", "plugin", "cao-bang", "--spelling", "vi").code
    rules = here / "parrules-cao-bang" / "src" / "parrules_cao_bang" / "rules" / "an-example.cao_bang.yaml"
    assert "\nlanguage: vi\n" in rules.read_text(encoding="utf-8")


def test_what_was_written_carries_the_name(parrules, here: Path) -> None:
    parrules("new", NAME)
    assert ["evidence.yaml", "rules.yaml", "tasks.csv"] == sorted(path.name for path in (here / NAME).iterdir())
    assert f"\nmethodology: {NAME}\n" in (here / NAME / "rules.yaml").read_text(encoding="utf-8")
    assert f"\nevidence: {NAME}\n" in (here / NAME / "evidence.yaml").read_text(encoding="utf-8")


def test_notes_are_in_the_language_of_the_user(parrules, here: Path) -> None:
    parrules("new", "a.b", "--lang", "en")
    parrules("new", "c.d")
    assert (here / "a.b/rules.yaml").read_text(encoding="utf-8").startswith("# A sample rule file")
    assert (here / "c.d/rules.yaml").read_text(encoding="utf-8").startswith("# Tệp quy tắc mẫu")


def test_it_writes_into_the_folder_that_is_asked_for(parrules, here: Path) -> None:
    ended = parrules("new", NAME, "-o", "năm 2025/các xã")
    assert '  parrules check "năm 2025/các xã/rules.yaml"\n' in ended.out
    assert (here / "năm 2025" / "các xã" / "tasks.csv").is_file()


def test_nothing_that_is_there_is_changed(parrules, here: Path) -> None:
    (here / NAME).mkdir()
    (here / NAME / "evidence.yaml").write_text("của tôi\n", encoding="utf-8")
    ended = parrules("new", NAME, "--lang", "en")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith(f"{NAME}: error UC131: this folder holds evidence.yaml already, so nothing\n")
    assert ["evidence.yaml"] == [path.name for path in (here / NAME).iterdir()]
    assert "của tôi\n" == (here / NAME / "evidence.yaml").read_text(encoding="utf-8")


def test_a_link_to_nowhere_is_there_too(parrules, here: Path) -> None:
    (here / NAME).mkdir()
    try:
        (here / NAME / "tasks.csv").symlink_to("nowhere.csv")
    except OSError:
        pytest.skip("this system makes no links")
    assert exits.USAGE == parrules("new", NAME).code
    assert not (here / NAME / "nowhere.csv").exists()


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("Phân loại xã", "phan_loai_xa"),
        ("vn.Đà_Nẵng.phường", "vn.da_nang.phuong"),
        ("../rules.yaml", "rules.yaml"),
        ("no", "vn.no"),
        ("2025", "vn.2025"),
        ("vn..x", "vn.x"),
        ("!!!", None),
        ("a" * 101, None),
    ],
)
def test_a_name_that_cannot_be_is_refused_with_one_that_can(
    parrules, here: Path, name: str, suggestion: str | None
) -> None:
    ended = parrules("new", name, "--lang", "en")
    said = " ".join(ended.err.split())
    assert (exits.USAGE, []) == (ended.code, list(here.iterdir()))
    assert "error UC130: " in said
    assert (f"it could be `{suggestion}`" in said) is (suggestion is not None)


def test_a_file_where_the_folder_should_be_is_told(parrules, here: Path) -> None:
    (here / "rules.yaml").write_text("a", encoding="utf-8")
    for folder in ("rules.yaml", "rules.yaml/below"):
        ended = parrules("new", NAME, "-o", folder)
        assert (exits.USAGE, True) == (ended.code, "PR018" in ended.err)


def test_where_one_file_cannot_be_written_none_is_left(parrules, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from parrules.api import scaffold
    from parrules.text.files import disk_full, write_whole

    def until_full(path: Path, text: str, shown: str) -> object:
        return disk_full(shown) if path.name == "tasks.csv" else write_whole(path, text, shown)

    monkeypatch.setattr(scaffold, "write_whole", until_full)
    ended = parrules("new", NAME)
    assert (exits.USAGE, True, []) == (ended.code, "PR012" in ended.err, list((here / NAME).iterdir()))
