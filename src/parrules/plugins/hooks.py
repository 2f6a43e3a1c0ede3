"""The hooks: what a plugin can bring. Each hands over plain values; none is given the application."""

from __future__ import annotations

from pathlib import Path

import pluggy

from parrules.constructs.vocabulary import Function, Gathering, StatementWord
from parrules.plugins.installed import GROUP

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
def parrules_rule_folders() -> tuple[Path, ...]:  # type: ignore[empty-body]
    """Folders with rule files that can then be named like those that come with parrules."""
