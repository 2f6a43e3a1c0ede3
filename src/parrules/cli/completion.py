"""`parrules completion`: what a shell reads so that Tab completes commands, options, rules and files."""

from __future__ import annotations

import click

from parrules.cli import exits, streams
from parrules.cli.completing import SHELLS, script
from parrules.cli.frame import Commands, OneOf, Verb, argument
from parrules.cli.words import command_words
from parrules.text.spelling import Language


def command(language: Language) -> click.Command:
    words = command_words("completion", language)
    return Verb("completion", language, run, [argument("shell", words, 0, type=OneOf(SHELLS))])


def run(shell: str, language: Language) -> int:
    """Prints the script of one shell."""
    streams.put(script(shell, Commands(language)) + "\n")
    return exits.FINE
