"""`parrules check`: everything that is wrong, or doubtful, in rule files."""

from __future__ import annotations

import sys

import click

from parrules.cli import exits, streams
from parrules.cli.deliver import exit_for
from parrules.cli.frame import Verb, argument, choice
from parrules.cli.words import command_words, said
from parrules.text.diagnostic import in_reading_order
from parrules.text.spelling import Language

FORMATS = ("text", "json")


def command(language: Language) -> click.Command:
    words = command_words("check", language)
    parameters = [
        argument("methodologies", words, 0, nargs=-1, required=True),
        choice(["--format"], FORMATS, words, "text"),
    ]
    return Verb("check", language, run, parameters)


def run(methodologies: tuple[str, ...], format: str, language: Language) -> int:
    """What was found is the result; that nothing was is only said."""
    from parrules.api.verbs import check

    found = in_reading_order(one for methodology in methodologies for one in check(methodology))
    if format == "json":
        from parrules.report.diagnostics import diagnostics_json
        from parrules.report.receipt import json_text

        streams.put(json_text(diagnostics_json(found)))
    elif found:
        from parrules.report.diagnostics import render

        streams.put(render(found, language, streams.columns(sys.stdout), streams.coloured(sys.stdout)))
    else:
        streams.talk(said("check.nothing_found", language) + "\n")
    return exit_for(found) if found else exits.FINE
