"""Running a page: its files are written into a folder, its commands are run there, its programs are checked."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import contextlib
import io
import re
import runpy
import shlex
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

import pytest

from docs.merging import changed, merged, with_program
from docs.pages import ROOT, Block, blocks, language_of, name_of, taken
from parrules.api.verbs import check
from parrules.cli.main import main
from parrules.report.diagnostics import render
from parrules.text.diagnostic import Diagnostic

FIGURE_UNUSED = "PR244"
ANY_LINES = "…"
"""A line of its own in what is printed: some lines are not shown."""


@dataclass
class Page:
    """A page on its way: the folder that its commands see, one for what they do not, and what was printed otherwise
    than the page says."""

    path: Path
    folder: Path
    aside: Path
    frame: str = ""
    before: dict[str, str] = field(default_factory=dict)
    outputs: dict[int, str] = field(default_factory=dict)

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def run_page(path: Path, folder: Path, aside: Path, rewrite: bool) -> None:
    """Everything that the page says, in order; what is printed is compared, or written into the page."""
    page = Page(path, folder, aside)
    text = path.read_text(encoding="utf-8")
    for file, name in taken(text):
        page.write(name, (ROOT / file).read_text(encoding="utf-8"))
    found = blocks(text)
    for block, then in zip_longest(found, found[1:]):
        _take(block, then, page)
    if rewrite:
        _rewrite(page, found)
    else:
        for block in found:
            assert block.text == _clean(page.outputs.get(block.first, block.text)), f"{name_of(path)}:{block.first}"


def _take(block: Block, then: Block | None, page: Page) -> None:
    match block.word:
        case "file":
            page.write(block.rest, block.text)
        case "frame":
            page.write(block.rest, block.text)
            page.frame = block.text
        case "into":
            page.write(block.rest, merged(page.read(block.rest), block.text))
        case "part":
            _must_be_right(merged(page.read(block.rest), block.text), page)
        case "run":
            _run(block, then, page)
        case "set up":
            _set_up(block, page)
        case "change":
            page.before[block.rest] = page.read(block.rest)
            page.write(block.rest, changed(page.read(block.rest), block.text))
        case "in":
            assert _left(block.text) in _left(page.read(block.rest)), block.text
        case "wrong":
            assert block.rest in [one.code for one in _found(with_program(page.frame, block.text), page)], block.text
        case _ if block.language == "parrules":
            _must_be_right(with_program(page.frame, block.text), page)


def _must_be_right(rules: str, page: Page) -> None:
    found = _found(rules, page)
    assert not found, render(found, language_of(page.path))


def _found(rules: str, page: Page) -> list[Diagnostic]:
    """What check finds in a rule file. A frame declares more figures than one example uses."""
    path = page.aside / "checked.yaml"
    path.write_text(rules, encoding="utf-8", newline="\n")
    return [one for one in check(path.as_posix()) if one.code != FIGURE_UNUSED]


def _left(text: str) -> str:
    """The lines of a text without their indentation."""
    return "".join(line.strip() + "\n" for line in text.rstrip("\n").split("\n"))


def _run(block: Block, then: Block | None, page: Page) -> None:
    wanted = int(block.rest.removeprefix("exit ")) if block.rest else 0
    printed, ended = _python(block, page) if block.language == "python" else _commands(block, page)
    assert wanted == ended, printed
    is_told = then is not None and (then.language, then.word) == ("text", "")
    if is_told and not matches(then.text, printed):
        page.outputs[then.first] = printed
    for name, text in page.before.items():
        page.write(name, text)
    page.before.clear()


def _set_up(block: Block, page: Page) -> None:
    """The commands behind the set-up of a README: each runs without a finding."""
    shown = ".venv/bin/parrules "
    for command in block.text.strip().split(" && "):
        if command.startswith(shown):
            with _listening(page) as heard:
                assert 0 == main(shlex.split(command.removeprefix(shown))), heard()


def _commands(block: Block, page: Page) -> tuple[str, int]:
    """What all commands print, results and talk together, and the exit code of the last."""
    ended = 0
    with _listening(page) as heard:
        for line in re.sub(r"\\\n\s*", "", block.text).strip().split("\n"):
            words = shlex.split(line, comments=True)
            if words[:1] == ["cat"]:
                sys.stdout.write(page.read(words[1]))
            elif words:
                assert "parrules" == words[0], line
                ended = main(words[1:])
        return heard(), ended


def _python(block: Block, page: Page) -> tuple[str, int]:
    program = page.aside / "example.py"
    program.write_text(block.text, encoding="utf-8")
    with _listening(page) as heard:
        runpy.run_path(str(program))
        return heard(), 0


@contextlib.contextmanager
def _listening(page: Page) -> Iterator[Callable[[], str]]:
    """A place in the page's folder, in its language, where all that is printed is heard."""
    printed = io.BytesIO()
    heard = io.TextIOWrapper(printed, encoding="utf-8", newline="\n", write_through=True)

    with pytest.MonkeyPatch.context() as patch, contextlib.chdir(page.folder):
        patch.setenv("PARRULES_LANG", language_of(page.path))
        patch.setattr(sys, "stdout", heard)
        patch.setattr(sys, "stderr", heard)
        yield lambda: printed.getvalue().decode("utf-8")


def matches(shown: str, printed: str) -> bool:
    """Whether a page shows what is printed; `…` alone on a line stands for any lines."""
    parts = [re.escape(part) for part in re.split(rf"(?m)^\s*{ANY_LINES}\n", shown)]
    return re.fullmatch("(?:.*\n)*?".join(parts), _clean(printed)) is not None


def _clean(printed: str) -> str:
    return "\n".join(line.rstrip() for line in printed.strip("\n").split("\n")) + "\n"


def _rewrite(page: Page, found: list[Block]) -> None:
    lines = page.path.read_text(encoding="utf-8").split("\n")
    for block in reversed(found):
        if block.first in page.outputs:
            lines[block.first : block.last] = _clean(page.outputs[block.first]).rstrip("\n").split("\n")
    page.path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
