"""What the verbs ask of plugins; nothing of them is loaded where none is installed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parrules.evidence.readers.foreign import NO_READERS, RowsOf
from parrules.plan.plan import Plan
from parrules.plugins.installed import installed, plugins_installed
from parrules.scoring.score import NO_PYTHON
from parrules.scoring.sheet import Plugin, Sheet
from parrules.text.diagnostic import Diagnostic
from parrules.text.spelling import Language

if TYPE_CHECKING:  # imported where a plugin scores
    from parrules.scoring.in_python import ScoredInPython


@dataclass(frozen=True, slots=True)
class PluginState:
    """A plugin that is installed. brings: by hook, the names of what it brings; None where it was left out."""

    plugin: Plugin
    brings: Mapping[str, tuple[str, ...]] | None


def plugins() -> tuple[tuple[PluginState, ...], tuple[Diagnostic, ...]]:
    """Every plugin that is installed, sorted by name, and what is wrong with those that were left out."""
    if not installed():
        return (), ()
    from parrules.plugins.collect import collect

    found = collect()
    return tuple(PluginState(one, found.brought.get(one.name)) for one in installed()), found.problems


def plugin_problems() -> tuple[Diagnostic, ...]:
    """What is wrong with plugins that were left out."""
    return plugins()[1]


def written_by_plugin(format: str, sheets: Sequence[Sheet], language: Language) -> str | bytes | Diagnostic:
    """The receipt of these sheets in the form of a plugin; or what is wrong with that."""
    from parrules.plugins.collect import collect
    from parrules.plugins.written_by import written_by
    from parrules.report.receipt import receipt

    return written_by(collect().reports[format], receipt(sheets), language)


def readers_brought() -> Mapping[str, RowsOf]:
    """By the ending of a file, what plugins read such files with."""
    if not plugins_installed():
        return NO_READERS
    from parrules.plugins.collect import collect
    from parrules.plugins.read_by import readers_of

    return readers_of(collect().readers)


def plugin_of(python: str) -> Plugin | None:
    """The plugin that brings a criterion in Python; None where none does."""
    brought = (one for one in plugins()[0] if python in (one.brings or {}).get("parrules_criteria", ()))
    return next((one.plugin for one in brought), None)


def words_of_plugins() -> Mapping[str, Plugin]:
    """By the words of plugins that begin a line, the plugin that brings each."""
    brought = ((one.plugin, (one.brings or {}).get("parrules_statements", ())) for one in plugins()[0])
    return {word: plugin for plugin, words in brought for word in words}


def python_of(plan: Plan) -> Mapping[str, ScoredInPython]:
    """The criteria in Python that a plan names, as far as plugins bring them."""
    wanted = {one.python for one in plan.methodology.every_criterion() if one.python is not None}
    if not wanted:
        return NO_PYTHON
    from parrules.plugins.collect import collect

    return {name: brought for name, brought in collect().criteria.items() if name in wanted}
