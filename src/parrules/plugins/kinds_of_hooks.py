"""What each hook gives, how that is named, and whether it is what it should be."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from parrules.constructs.vocabulary import Clause, Function, Gathering, StatementWord
from parrules.methodology.names import is_name
from parrules.plugins.records import Check, Reader, ReportFormat
from parrules.scoring.in_python import ScoredInPython
from parrules.scoring.sheet import OF_ENGINE
from parrules.syntax.keywords import FUNCTIONS, KEYWORDS, KNOWN_NAMES, OPENINGS, STATEMENTS

_WORDS = frozenset(one for word in (*KEYWORDS, *OPENINGS, *STATEMENTS, *FUNCTIONS) for one in (word.en, word.vi))
_OF_REPORTS = frozenset({"cap", "cap_at", "bonus", "highest_in", "lowest_in", "hold_total", "mark_by"})
"""The beginning of a word of two; and what reports call entries and losses, beside what the engine does."""
_NO_STATEMENTS = frozenset(one for word in KNOWN_NAMES for one in (word.en, word.vi)) | OF_ENGINE | _OF_REPORTS
_CLAUSES = frozenset(get_args(Clause))

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


def is_taken(hook: str, name: str) -> bool:
    """Whether a name of a plugin's means something in the language, in either spelling, in a receipt, or among the
    files that parrules reads and writes itself."""
    match HOOKS[hook].group:
        case "word":
            return name in _WORDS or (hook == "parrules_statements" and name in _NO_STATEMENTS)
        case "ending":
            return name in OWN_ENDINGS
        case "format":
            return name in OWN_FORMATS
        case _:
            return False


def wrong_in(hook: str, answer: object, is_own: bool = False) -> str | None:
    """What is wrong with the answer of a hook, in a few words of Python; None where nothing is.

    is_own: whether it is that of parrules itself, whose words may have a space.
    """
    wanted = HOOKS[hook]
    if not isinstance(answer, (tuple, list)):
        return type(answer).__name__
    for one in answer:
        if not isinstance(one, wanted.gives):
            return type(one).__name__
        for name in wanted.callables:
            if not callable(getattr(one, name)):
                return f"{wanted.gives.__name__}.{name}"
        if not is_own and not _well_named(one, wanted):
            return f"{wanted.gives.__name__}: {wanted.named(one)!r}"[:80]
        if isinstance(one, ScoredInPython) and not _reads_names(one):
            return "ScoredInPython.reads"
        wrong = _wrong_in_statement(one) if isinstance(one, StatementWord) else None
        if wrong is not None:
            return f"StatementWord.{wrong}"
    return None


def _well_named(one: object, hook: Hook) -> bool:
    if isinstance(one, Path):
        return one.is_dir()
    name = hook.named(one)
    if type(name) is not str:
        return False
    match hook.group:
        case "word":
            return is_name(name)
        case "ending":
            return _ENDING.fullmatch(name) is not None
        case _:
            return _NAME.fullmatch(name) is not None


def _wrong_in_statement(one: StatementWord) -> str | None:
    """The field that says something that no statement can do, or two things that do not go together."""
    if not isinstance(one.clauses, (frozenset, set)) or not one.clauses <= _CLAUSES:
        return "clauses"
    said = [name for name in ("is_base", "reduces", "limits") if getattr(one, name) is not False]
    wrong = next((name for name in said if getattr(one, name) is not True), None)
    return wrong or (said[1] if len(said) > 1 else None)


def _reads_names(one: ScoredInPython) -> bool:
    return type(one.reads) is tuple and bool(one.reads) and all(type(name) is str for name in one.reads)
