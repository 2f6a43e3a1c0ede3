"""A methodology to start from: a rule file, an evidence file and a table, which can be scored as they stand."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.files import make_folder, shown_name, write_whole
from parrules.text.source import Source
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from parrules.syntax.keywords import Spelling

FILES = ("rules.yaml", "evidence.yaml", "tasks.csv")
"""What is written, in this order."""

LONGEST_NAME = 100

_PLACEHOLDER = "vn.example"
_NAME = re.compile(r"[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*")
_TAKEN = ("yes", "no", "on", "off", "true", "false", "null")
"""What readers of YAML take for something else than a name."""


def scaffold(
    name: str, folder: Path, language: Language, spelling: Spelling = "en"
) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Writes the files of a new methodology called `name` into `folder`, with notes in `language` to guide its author.

    spelling: of its programs.
    The files that were written, or why none was: nothing that is there already is ever changed.
    """
    if not is_name(name):
        return (), (not_a_name(name),)
    rules, *others = FILES
    text = in_spelling(_text(rules, name, language), spelling)
    return write_new(folder, {rules: text, **{file: _text(file, name, language) for file in others}})


def in_spelling(rules: str, spelling: Spelling) -> str:
    """The text of a rule file with its programs in this spelling."""
    from parrules.syntax.respelling_files import respell_rule_file

    return respell_rule_file(Source("", rules), spelling)[0]


def write_new(folder: Path, texts: Mapping[str, str]) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Writes files into `folder`, all or none. texts: by their paths in it."""
    paths = tuple(folder / file for file in texts)
    there = tuple(file for file in texts if os.path.lexists(folder / file))
    if there:
        return (), (already_there(shown_name(folder), there),)
    for inside in dict.fromkeys((folder, *(path.parent for path in paths))):
        failed = make_folder(inside, shown_name(inside))
        if failed is not None:
            return (), (failed,)
    for written, (path, text) in enumerate(zip(paths, texts.values(), strict=True)):
        failed = write_whole(path, text, shown_name(path))
        if failed is not None:
            for one in paths[:written]:
                one.unlink(missing_ok=True)
            return (), (failed,)
    return paths, ()


def is_name(name: str) -> bool:
    """Whether a methodology can be called so: words of plain small letters, digits, `_` and `-`, joined by dots."""
    return _NAME.fullmatch(name) is not None and len(name) <= LONGEST_NAME and name not in _TAKEN


def _text(file: str, name: str, language: Language) -> str:
    template = files("parrules.api") / "templates" / language / file
    return template.read_text(encoding="utf-8").replace(_PLACEHOLDER, name)


def without_marks(text: str) -> str:
    """In small letters without marks: `Phân loại xã` as `phan loai xa`."""
    apart = unicodedata.normalize("NFD", text[: LONGEST_NAME + 1].casefold().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _as_name(text: str) -> str | None:
    """The text as a name: `Phân loại xã` as `phan_loai_xa`."""
    plain = without_marks(text)
    words = [re.sub(r"[^a-z0-9-]+", "_", word).strip("_-") for word in plain.split(".")]
    name = ".".join(word for word in words if word)
    return next((one for one in (name, f"vn.{name}") if is_name(one)), None)


def not_a_name(name: str) -> Diagnostic:
    return diagnostic("UC130", name=name, suggestion=_as_name(name))


def already_there(folder: str, files: tuple[str, ...]) -> Diagnostic:
    return diagnostic("UC131", place=folder, files=files)
