"""`parrules new`: a methodology to start from, which scores as it stands; or a plugin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from parrules.cli import exits, streams
from parrules.cli.deliver import tell
from parrules.cli.frame import SPELLINGS, Verb, argument, choice, option
from parrules.cli.mistakes import Mistake, too_many
from parrules.cli.words import as_word, command_words, said
from parrules.text.files import shown_name
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from parrules.syntax.keywords import Spelling

PLUGIN = "plugin"
"""The word before the name of a plugin."""


def command(language: Language) -> click.Command:
    words = command_words("new", language)
    parameters = [
        argument("name", words, 0),
        argument("plugin", words, 1, required=False),
        option(["--output", "-o"], words, metavar="FOLDER"),
        choice(["--spelling"], SPELLINGS, words),
    ]
    return Verb("new", language, run, parameters)


def run(name: str, plugin: str | None, output: str | None, spelling: Spelling | None, language: Language) -> int:
    """Writes the files, and says what to run next. spelling: of the programs; English unless said."""
    if plugin is not None:
        if name != PLUGIN:
            raise Mistake(too_many(plugin, "parrules new NAME"))
        return _plugin(plugin, Path(output or f"parrules-{plugin}"), spelling or "en", language)
    from parrules.api.scaffold import scaffold

    folder = Path(output or name)
    paths, found = scaffold(name, folder, language, spelling or "en")
    if found:
        tell(found, language)
        return exits.USAGE
    rules, evidence, tasks = (as_word(shown_name(path)) for path in paths)
    streams.put(said("new.next", language, rules=rules, evidence=evidence, tasks=tasks) + "\n")
    return exits.FINE


def _plugin(name: str, folder: Path, spelling: Spelling, language: Language) -> int:
    from parrules.api.plugin_scaffold import plugin_scaffold

    paths, found = plugin_scaffold(name, folder, language, spelling)
    if found:
        tell(found, language)
        return exits.USAGE
    files = "\n".join(f"  {shown_name(path)}" for path in paths)
    streams.put(said("new.next_plugin", language, files=files, folder=as_word(shown_name(folder))) + "\n")
    return exits.FINE
