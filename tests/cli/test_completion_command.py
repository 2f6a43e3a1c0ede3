"""What a shell is told when Tab is pressed, and the script by which it asks."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from parrules.api.find import known_names
from parrules.cli import exits
from parrules.cli.completing import SHELLS
from parrules.cli.frame import COMMANDS

HEAVY = {"lark", "yaml", "jsonschema", "rich", "pluggy", "duckdb", "docx", "xlsxwriter"}


@pytest.fixture
def asked(parrules, monkeypatch):
    """What bash is told for the words typed so far, the last of which is not complete."""

    def ask(*words: str) -> list[str]:
        monkeypatch.setenv("_PARRULES_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", "\n".join(["parrules", *words]))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        ended = parrules()
        assert (exits.FINE, "") == (ended.code, ended.err)
        return ended.out.split("\n")[:-1]

    return ask


def test_commands_begin_as_typed(asked) -> None:
    assert [f"plain,{name}" for name in COMMANDS] == asked("")
    assert ["plain,evaluate", "plain,explain"] == sorted(asked("e"))
    assert [""] == asked("xyz")


def test_options_of_a_command_and_the_words_that_one_takes(asked) -> None:
    assert ["plain,--format"] == asked("evaluate", "--fo")
    assert ["plain,json"] == asked("evaluate", "--format", "j")
    assert ["plain,receipt", "plain,reconciliation"] == asked("schema", "rec")
    assert ["plain,en"] == asked("check", "--lang", "e")


def test_names_of_methodologies_are_completed_and_files_where_none_begins_so(asked) -> None:
    names = [f"plain,{name}" for name in known_names() if name.startswith("vn.nd")]
    assert names == asked("evaluate", "vn.nd")
    assert names == asked("lost", "-m", "vn.nd")
    assert ["file,"] == asked("evaluate", "")
    assert ["file,rul"] == asked("check", "rul")
    assert ["file,out"] == asked("rank", "x.yaml", "-o", "out")


def test_words_that_are_wrong_stop_nobody_from_asking(asked) -> None:
    assert ["plain,json"] == asked("evaluate", "--nothing", "--workers", "many", "--format", "js")
    assert [f"plain,{name}" for name in COMMANDS] == asked("no-such-command", "")


def test_a_shell_that_is_not_known_is_told_nothing(parrules, monkeypatch) -> None:
    monkeypatch.setenv("_PARRULES_COMPLETE", "powershell_complete")
    ended = parrules()
    assert (exits.USAGE, "", "") == (ended.code, ended.out, ended.err)


@pytest.mark.parametrize("shell", SHELLS)
def test_each_script_asks_us_and_is_read_by_its_shell(parrules, shell: str) -> None:
    ended = parrules("completion", shell)
    assert (exits.FINE, "") == (ended.code, ended.err)
    assert f"_PARRULES_COMPLETE={shell}_complete" in ended.out
    if shutil.which(shell) is not None:
        read = subprocess.run([shell, "-n"], input=ended.out.encode(), capture_output=True, check=False)
        assert (0, b"") == (read.returncode, read.stderr)


def test_another_shell_is_refused_by_name(parrules) -> None:
    ended = parrules("completion", "powershell", "--lang", "en")
    assert (exits.USAGE, True) == (ended.code, "one of" in ended.err or "bash, zsh, fish" in ended.err)


@pytest.mark.parametrize("command", ["evaluate", "rank"])
def test_nothing_heavy_is_imported_to_complete(command: str) -> None:
    program = (
        "import sys; from parrules.cli.main import main; main([]); print(*{n.partition('.')[0] for n in sys.modules})"
    )
    settings = {"_PARRULES_COMPLETE": "bash_complete", "COMP_WORDS": f"parrules {command} -m vn", "COMP_CWORD": "3"}
    settings["PARRULES_PLUGINS"] = "off"  # they are asked for the formats that they write
    ran = subprocess.run([sys.executable, "-c", program], env=settings, capture_output=True, check=True, text=True)
    assert set() == HEAVY & set(ran.stdout.split())
