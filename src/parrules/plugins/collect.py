"""What all plugins bring, as plain values: sorted by name, and no word twice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from parrules.constructs.vocabulary import Vocabulary
from parrules.plugins.installed import GROUP, plugins_installed


@dataclass(frozen=True, slots=True)
class Collected:
    """vocabulary: every word. rule_folders: of plugins; the shipped rules are not among them."""

    vocabulary: Vocabulary
    rule_folders: tuple[Path, ...]


@cache
def collect() -> Collected:
    """Loads the plugins, in the order of their names, and asks each hook once."""
    import pluggy

    from parrules.plugins import builtin, hooks

    loaded = pluggy.PluginManager(GROUP)
    loaded.add_hookspecs(hooks)
    loaded.register(builtin, "parrules")
    for one in plugins_installed():
        loaded.register(one.load(), one.name)
    loaded.check_pending()
    statements, functions, gatherings = (
        _by_word(getattr(loaded.hook, name)())
        for name in ("parrules_statements", "parrules_functions", "parrules_gatherings")
    )
    folders = sorted(folder for many in loaded.hook.parrules_rule_folders() for folder in many)
    return Collected(Vocabulary(statements, functions, gatherings), tuple(folders))


def _by_word(brought: list[tuple[Any, ...]]) -> dict[str, Any]:
    """Every word once; pluggy answers with the last registered first."""
    words: dict[str, Any] = {}
    for many in reversed(brought):
        for one in many:
            if one.word in words:
                raise ValueError(f"two plugins bring the word {one.word!r}")
            words[one.word] = one
    return words
