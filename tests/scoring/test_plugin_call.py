"""Asking a plugin: what it prints, raises and changes on its way stays its own."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import NoReturn

import pytest

from parrules.scoring.plugin_call import PluginFailed, cause_in_words, given_by, line_of


class Wild(BaseException):
    """More than an exception."""


class Mute(Exception):
    def __str__(self) -> str:
        raise SystemExit(3)


def raising(cause: BaseException) -> NoReturn:
    raise cause


def failing(cause: BaseException) -> PluginFailed:
    with pytest.raises(PluginFailed) as raised:
        given_by(raising, cause)
    return raised.value


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("ValueError: no such month", ValueError("no\nsuch  month")),
        ("ValueError", ValueError()),
        ("SystemExit: 0", SystemExit(0)),
        ("Wild: no", Wild("no")),
        ("GeneratorExit", GeneratorExit()),
        ("Mute", Mute()),
        ("ValueError: <object object>", ValueError("<object object at 0x7f0a>")),
        ("ValueError: \\ud800", ValueError("\ud800")),
        ("ValueError: " + "a" * 188, ValueError("a" * 1000)),
    ],
)
def test_whatever_it_raises_is_told_in_one_line(words: str, cause: BaseException) -> None:
    failed = failing(cause)
    assert cause is failed.cause
    assert words == cause_in_words(failed.cause)


def test_the_line_is_that_of_the_plugin_and_not_of_parrules() -> None:
    first = raising.__code__.co_firstlineno
    assert f"test_plugin_call.py:{first + 1}" == line_of(failing(ValueError()).cause)
    with pytest.raises(PluginFailed) as raised:
        given_by(given_by, 5)
    assert line_of(raised.value.cause) is None


def test_the_user_may_interrupt_it() -> None:
    with pytest.raises(KeyboardInterrupt):
        given_by(raising, KeyboardInterrupt())


def test_what_it_prints_stands_beside_the_results(capsys: pytest.CaptureFixture[str]) -> None:
    def talk() -> int:
        print("hello")  # noqa: T201
        sys.stdout.close()
        print("again", flush=True)  # noqa: T201
        return 1

    assert 1 == given_by(talk)
    assert ("", "hello\nagain\n") == tuple(capsys.readouterr())


def test_where_nobody_reads_what_it_prints_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert given_by(print, "hello") is None


def test_where_it_goes_nobody_follows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given_by(os.chdir, tmp_path.parent)
    assert tmp_path.resolve() == Path.cwd().resolve()


def test_in_a_folder_that_is_gone_it_is_asked_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> NoReturn:
        raise FileNotFoundError

    monkeypatch.setattr(os, "getcwd", gone)
    assert 7 == given_by(lambda: 7)


def test_the_line_of_a_package_is_told_from_the_package_on(tmp_path: Path) -> None:
    (tmp_path / "brought" / "deep").mkdir(parents=True)
    for folder in ("brought", "brought/deep"):
        (tmp_path / folder / "__init__.py").write_text("", encoding="utf-8")
    months = tmp_path / "brought/deep/months.py"
    months.write_text("\n\ndef late():\n    raise ValueError\n", encoding="utf-8")
    found = spec_from_file_location("months", months)
    assert found is not None and found.loader is not None
    module = module_from_spec(found)
    found.loader.exec_module(module)
    with pytest.raises(PluginFailed) as raised:
        given_by(module.late)
    assert "brought/deep/months.py:4" == line_of(raised.value.cause)


@pytest.mark.parametrize("closed", ["os.dup", "os.dup2"])
def test_where_an_output_of_the_process_is_closed_a_plugin_is_asked_all_the_same(
    closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_such_file(*_: int) -> NoReturn:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(closed, no_such_file)
        given = given_by(int, "5")
    assert 5 == given
