"""What each hook gives, how that is named, and whether it is what it should be."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parrules.constructs.vocabulary import Function, Gathering, StatementWord
from parrules.plugins.records import Check, Reader, ReportFormat
from parrules.scoring.in_python import ScoredInPython
from parrules.syntax.keywords import KEYWORDS

_KEYWORDS = {spelling for one in KEYWORDS for spelling in (one.en, one.vi)}

_WORD = re.compile(r"[^\W\d]\w*( \w+)*")
_NAME = re.compile(r"[a-z][a-z0-9_]*(-[a-z0-9_]+)*")
_ENDING = re.compile(r"\.[a-z0-9]+")
OWN_FORMATS = ("table", "json", "csv", "ledger", "html", "xlsx", "docx")
"""The formats of parrules itself: no plugin takes their place."""
OWN_ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".json", ".jsonl", ".parquet", ".yaml", ".yml", ".xls", ".ods")


@dataclass(frozen=True, slots=True)
class Hook:
    """gives: the type of each value. named: the name of one. callables: its parts that are called. group: names are
    different within it."""

    gives: type
    named: Callable[[Any], str]
    callables: tuple[str, ...]
    group: str


HOOKS = {
    "parrules_checks": Hook(Check, lambda one: one.name, ("find",), "check"),
    "parrules_criteria": Hook(ScoredInPython, lambda one: one.name, ("score",), "criterion"),
    "parrules_functions": Hook(Function, lambda one: one.word, ("kind", "rewrite"), "word"),
    "parrules_gatherings": Hook(Gathering, lambda one: one.word, ("kind", "rewrite"), "word"),
    "parrules_readers": Hook(Reader, lambda one: one.ending, ("read",), "ending"),
    "parrules_reports": Hook(ReportFormat, lambda one: one.name, ("write",), "format"),
    "parrules_rule_folders": Hook(Path, str, (), "folder"),
    "parrules_statements": Hook(StatementWord, lambda one: one.word, ("rewrite",), "word"),
}
"""Every hook, in order of their names."""

OF_PARRULES = {"parrules_statements"}
"""Statements are read by the grammar, which is closed: a plugin's word is a function."""


def wrong_in(hook: str, answer: object) -> str | None:
    """What is wrong with the answer of a hook, in a few words of Python; None where nothing is."""
    wanted = HOOKS[hook]
    if not isinstance(answer, (tuple, list)):
        return type(answer).__name__
    for one in answer:
        if not isinstance(one, wanted.gives):
            return type(one).__name__
        for name in wanted.callables:
            if not callable(getattr(one, name)):
                return f"{wanted.gives.__name__}.{name}"
        if not _well_named(one, wanted):
            return f"{wanted.gives.__name__}: {wanted.named(one)!r}"[:80]
        if isinstance(one, ScoredInPython) and not _reads_names(one):
            return "ScoredInPython.reads"
    return None


def _well_named(one: object, hook: Hook) -> bool:
    if isinstance(one, Path):
        return one.is_dir()
    name = hook.named(one)
    if type(name) is not str:
        return False
    match hook.group:
        case "word":
            return _WORD.fullmatch(name) is not None and name not in _KEYWORDS
        case "ending":
            return _ENDING.fullmatch(name) is not None and name not in OWN_ENDINGS
        case "format":
            return _NAME.fullmatch(name) is not None and name not in OWN_FORMATS
        case _:
            return _NAME.fullmatch(name) is not None


def _reads_names(one: ScoredInPython) -> bool:
    return type(one.reads) is tuple and bool(one.reads) and all(type(name) is str for name in one.reads)
