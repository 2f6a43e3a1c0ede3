"""`parrules new`: a methodology to start from, which scores as it stands."""

from __future__ import annotations

from pathlib import Path

import click

from parrules.cli import exits, streams
from parrules.cli.deliver import tell
from parrules.cli.frame import Verb, argument, option
from parrules.cli.words import command_words, said
from parrules.text.files import shown_name
from parrules.text.spelling import Language


def command(language: Language) -> click.Command:
    words = command_words("new", language)
    return Verb("new", language, run, [argument("name", words, 0), option(["--output", "-o"], words, metavar="FOLDER")])


def run(name: str, output: str | None, language: Language) -> int:
    """Writes the files, and says what to run next."""
    from parrules.api.scaffold import scaffold

    folder = Path(output or name)
    paths, found = scaffold(name, folder, language)
    if found:
        tell(found, language)
        return exits.USAGE
    rules, evidence, tasks = (_quoted(shown_name(path)) for path in paths)
    streams.put(said("new.next", language, rules=rules, evidence=evidence, tasks=tasks) + "\n")
    return exits.FINE


def _quoted(path: str) -> str:
    """The path as one word of a command, in a terminal of any system."""
    return f'"{path}"' if " " in path else path
