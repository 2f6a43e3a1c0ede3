"""Which rules a command goes by: named before the evidence or with `--methodology`, else those that the evidence names.

It is the same in every command that scores.
"""

from __future__ import annotations

from collections.abc import Sequence

import click

from parrules.cli import mistakes
from parrules.cli.frame import Verb, option, usage
from parrules.cli.words import CommandWords


def methodology_option(words: CommandWords, multiple: bool = False) -> click.Option:
    return option(["--methodology", "-m"], words, metavar="NAME", multiple=multiple, completes="methodology")


def rules_and_evidence(first: str, second: str | None, methodology: str | None) -> tuple[str | None, str]:
    """Of `[METHODOLOGY] EVIDENCE`: the rules, None where only the evidence names them, and the evidence."""
    if second is None:
        return methodology, first
    if methodology is not None:
        raise mistakes.Mistake(mistakes.rules_named_twice(first))
    return first, second


def rules_and_files(
    words: Sequence[str], methodology: Sequence[str], most: int = 0
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of `[METHODOLOGY] FILE...`: the rules, none where only the evidence names them, and the files.

    What stands first is rules where it is the name of a methodology, or a file that says to be one. most: so many files
    may follow; 0: any number.
    """
    from parrules.api.find import names_rules

    rules, files = tuple(methodology), tuple(words)
    if len(words) > 1 and names_rules(words[0]):
        if methodology:
            raise mistakes.Mistake(mistakes.rules_named_twice(words[0]))
        rules, files = files[:1], files[1:]
    if most and len(files) > most:
        context = click.get_current_context()
        assert isinstance(context.command, Verb)
        raise mistakes.Mistake(mistakes.too_many(files[most], usage(context, context.command.words)))
    return rules, files
