"""From the words of the command line to a command that runs."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import click

from parrules.cli import exits, mistakes, streams
from parrules.cli.deliver import tell
from parrules.cli.frame import Commands, Verb, usage
from parrules.cli.words import COMPLETION, language_of
from parrules.text.diagnostic import Diagnostic
from parrules.text.spelling import Language


def start(arguments: list[str], environ: Mapping[str, str]) -> int:
    """Runs the command that `arguments` name, and returns its exit code."""
    language = language_of(arguments, environ)
    commands = Commands(language)
    asked = environ.get(COMPLETION)
    if asked is not None:
        from parrules.cli.completing import answer

        return answer(asked, commands)
    try:
        with commands.make_context("parrules", arguments, terminal_width=streams.columns(sys.stdout)) as context:
            if not arguments:
                streams.talk(context.get_help() + "\n")
                return exits.USAGE
            code = commands.invoke(context)
            assert isinstance(code, int)
            return code
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.UsageError as cause:
        return refuse(mistakes.from_click(cause, _usage(cause)), language)
    except streams.CannotWrite as cause:
        return refuse(mistakes.cannot_write(str(cause)), language)


def refuse(found: Diagnostic, language: Language) -> int:
    """Says what is wrong with how the command was written."""
    tell([found], language)
    return exits.USAGE


def _usage(cause: click.UsageError) -> str:
    if cause.ctx is not None and isinstance(cause.ctx.command, Verb):
        return usage(cause.ctx, cause.ctx.command.words)
    return "parrules"
