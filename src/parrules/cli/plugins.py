"""`parrules plugins`: the plugins that are installed, what each brings, and what is wrong with those left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from parrules.cli import exits, streams
from parrules.cli.deliver import tell
from parrules.cli.frame import Verb, choice
from parrules.cli.words import command_words, said
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from parrules.api.plugins import PluginState

FORMATS = ("text", "json")


def command(language: Language) -> click.Command:
    words = command_words("plugins", language)
    return Verb("plugins", language, run, [choice(["--format"], FORMATS, words, "text")])


def run(format: str, language: Language) -> int:
    from parrules.api.plugins import plugins

    found, problems = plugins()
    streams.put(_as_json(found) if format == "json" else _as_text(found, language))
    tell(problems, language)
    return exits.FINDINGS if problems else exits.FINE


def _as_text(found: tuple[PluginState, ...], language: Language) -> str:
    if not found:
        return said("plugins.none", language) + "\n"
    lines: list[str] = []
    for one in found:
        lines.append(str(one.plugin))
        lines.append("  " + said("plugins.digest", language, digest=one.plugin.digest))
        if one.brings is None:
            lines.append("  " + said("plugins.left_out", language))
        for hook, names in (one.brings or {}).items():
            lines.append("  " + said(f"plugins.{hook}", language, names=", ".join(_shown(hook, names))))
    return "\n".join(lines) + "\n"


def _as_json(found: tuple[PluginState, ...]) -> str:
    from parrules.report.receipt import json_text

    return json_text(
        [
            {
                "name": one.plugin.name,
                "version": one.plugin.version,
                "hash": one.plugin.digest,
                "brings": None
                if one.brings is None
                else {hook.removeprefix("parrules_"): _shown(hook, names) for hook, names in one.brings.items()},
            }
            for one in found
        ]
    )


def _shown(hook: str, names: tuple[str, ...]) -> list[str]:
    """The names; of folders only their own, which is the same on every machine."""
    if hook != "parrules_rule_folders":
        return list(names)
    return [name.replace("\\", "/").rstrip("/").rpartition("/")[2] for name in names]
