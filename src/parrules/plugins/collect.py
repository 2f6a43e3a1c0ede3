"""What all plugins bring, as plain values: sorted by name, and no name twice.

A plugin is taken in whole or not at all. What is wrong with one is said, and the others stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from parrules.constructs.vocabulary import Vocabulary
from parrules.plugins import mistakes
from parrules.plugins.guarded import guarded
from parrules.plugins.installed import GROUP, plugins_installed
from parrules.plugins.kinds_of_hooks import HOOKS, is_taken, wrong_in
from parrules.plugins.records import Check, Reader, ReportFormat
from parrules.scoring.in_python import ScoredInPython
from parrules.scoring.plugin_call import PluginFailed, given_by
from parrules.text.diagnostic import Diagnostic
from parrules.text.nearest import nearest

if TYPE_CHECKING:  # loaded with the first plugin, or the first rule file that is read
    from pluggy import PluginManager

OWN = "parrules"
"""The name by which what comes with parrules comes in."""

Brought = dict[str, dict[str, Any]]
"""By hook, and by the name of what it brings."""


@dataclass(frozen=True, slots=True)
class Collected:
    """vocabulary: every word. criteria, checks, readers, reports: by name, none of them built in. rule_folders: of
    plugins; the shipped rules are not among them. brought: by plugin and hook, the names that it brings. problems: of
    plugins that were left out."""

    vocabulary: Vocabulary
    criteria: Mapping[str, ScoredInPython]
    checks: Mapping[str, Check]
    readers: Mapping[str, Reader]
    reports: Mapping[str, ReportFormat]
    rule_folders: tuple[Path, ...]
    brought: Mapping[str, Mapping[str, tuple[str, ...]]]
    problems: tuple[Diagnostic, ...]


@cache
def collect() -> Collected:
    """Loads the plugins, in the order of their names, and asks each hook of each of them once."""
    from parrules.plugins import builtin

    known: Brought = {hook: {} for hook in HOOKS}
    problems: list[Diagnostic] = []
    by_plugin: dict[str, Mapping[str, tuple[str, ...]]] = {}
    own = brought_by(builtin, OWN)
    assert not isinstance(own, Diagnostic), own
    for hook, named in own.items():
        known[hook] |= named
    taken_in = {OWN}
    for one in plugins_installed():
        brought = mistakes.installed_twice(one.name) if one.name in taken_in else _loaded(one)
        twice = None if isinstance(brought, Diagnostic) else _twice(one.name, brought, known, by_plugin)
        if isinstance(brought, Diagnostic) or twice is not None:
            problems.append(twice or brought)  # type: ignore[arg-type]
            continue
        taken_in.add(one.name)
        by_plugin[one.name] = {hook: tuple(sorted(named)) for hook, named in brought.items() if named}
        for hook, named in brought.items():
            known[hook] |= {name: guarded(value, one.name) for name, value in named.items()}
    return Collected(
        Vocabulary(known["parrules_statements"], known["parrules_functions"], known["parrules_gatherings"]),
        known["parrules_criteria"],
        known["parrules_checks"],
        known["parrules_readers"],
        known["parrules_reports"],
        tuple(known["parrules_rule_folders"][name] for name in sorted(known["parrules_rule_folders"])),
        by_plugin,
        tuple(problems),
    )


def _loaded(one: EntryPoint) -> Brought | Diagnostic:
    try:
        module = given_by(one.load)
    except PluginFailed as failed:
        return mistakes.not_loaded(one.name, failed.cause)
    return brought_by(module, one.name)


def brought_by(module: ModuleType | Any, name: str) -> Brought | Diagnostic:
    """What each of its hooks gives, by name; or what is wrong with it."""
    try:
        return given_by(_brought_by, module, name)
    except PluginFailed as failed:  # a module that does not say what stands in it, for one
        return mistakes.not_loaded(name, failed.cause)


def _brought_by(module: ModuleType | Any, name: str) -> Brought | Diagnostic:
    import pluggy

    from parrules.plugins import hooks

    door = pluggy.PluginManager(GROUP)
    door.add_hookspecs(hooks)
    implemented = _implemented(module, door)
    strange = next((hook for hook in implemented if hook not in HOOKS), None)
    if strange is not None:
        return mistakes.no_such_hook(name, strange, nearest(strange, HOOKS))
    if not implemented:
        return mistakes.brings_nothing(name)
    try:
        door.register(module, name)
    except (pluggy.PluginValidationError, ValueError) as cause:
        return mistakes.not_loaded(name, cause)
    brought: Brought = {}
    for hook in implemented:
        try:
            answer = given_by(next(one.function for one in getattr(door.hook, hook).get_hookimpls()))
            wrong = given_by(wrong_in, hook, answer, name == OWN)
        except PluginFailed as failed:
            return mistakes.hook_failed(name, hook, failed.cause)
        if wrong is not None:
            return mistakes.wrong_type_brought(name, hook, wrong)
        named = HOOKS[hook].named
        brought[hook] = {named(value): value for value in answer}
        if len(brought[hook]) < len(answer):
            names = [named(value) for value in answer]
            return mistakes.named_twice(name, next(one for one in names if names.count(one) > 1), name)
        taken = next((one for one in sorted(brought[hook]) if name != OWN and is_taken(hook, one)), None)
        if taken is not None:
            return mistakes.named_twice(name, taken, None)
    return brought


def _implemented(module: Any, door: PluginManager) -> tuple[str, ...]:
    """The hooks that a module answers, known or not, sorted."""
    found = [name for name in dir(module) if door.parse_hookimpl_opts(module, name) is not None]
    return tuple(sorted(found))


def _twice(
    plugin: str, brought: Brought, known: Brought, by_plugin: Mapping[str, Mapping[str, tuple[str, ...]]]
) -> Diagnostic | None:
    """A name that is taken already: words share theirs, whatever they are."""
    for hook, named in brought.items():
        alike = [other for other in HOOKS if HOOKS[other].group == HOOKS[hook].group]
        for name in sorted(named):
            if any(name in known[other] for other in alike):
                holders = (one for one, hooks in by_plugin.items() if any(name in hooks.get(it, ()) for it in alike))
                return mistakes.named_twice(plugin, name, next(holders, None))
    return None
