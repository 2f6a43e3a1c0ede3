"""The hooks: what a plugin can bring. Each hands over plain values; none is given the application."""

from __future__ import annotations

from pathlib import Path

import pluggy

from parrules.constructs.vocabulary import Function, Gathering, StatementWord
from parrules.plugins.installed import GROUP
from parrules.plugins.records import Check, Reader, ReportFormat
from parrules.scoring.in_python import ScoredInPython

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def parrules_statements() -> tuple[StatementWord, ...]:  # type: ignore[empty-body]
    """Words that open a statement."""


@hookspec
def parrules_functions() -> tuple[Function, ...]:  # type: ignore[empty-body]
    """Words that are called."""


@hookspec
def parrules_gatherings() -> tuple[Gathering, ...]:  # type: ignore[empty-body]
    """Words that make one value of a table of records."""


@hookspec
def parrules_criteria() -> tuple[ScoredInPython, ...]:  # type: ignore[empty-body]
    """Criteria in Python, which a rule file names under `python`."""


@hookspec
def parrules_checks() -> tuple[Check, ...]:  # type: ignore[empty-body]
    """Checks of rule files, beside those of parrules."""


@hookspec
def parrules_readers() -> tuple[Reader, ...]:  # type: ignore[empty-body]
    """Readers of tables from files with an ending of their own."""


@hookspec
def parrules_reports() -> tuple[ReportFormat, ...]:  # type: ignore[empty-body]
    """Forms of the result, beside those of parrules."""


@hookspec
def parrules_rule_folders() -> tuple[Path, ...]:  # type: ignore[empty-body]
    """Folders with rule files that can then be named like those that come with parrules."""
