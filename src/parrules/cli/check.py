"""`parrules check`: everything that is wrong, or doubtful, in rule files."""

from __future__ import annotations

import sys

import click

from parrules.cli import exits, streams
from parrules.cli.deliver import exit_for, tell
from parrules.cli.frame import Verb, argument, choice, option
from parrules.cli.words import command_words, said
from parrules.text.diagnostic import in_reading_order
from parrules.text.spelling import Language

FORMATS = ("text", "json", "sarif", "github", "junit")
"""In which forms what was found is printed, here and by `test`."""


def command(language: Language) -> click.Command:
    words = command_words("check", language)
    parameters = [
        argument("methodologies", words, 0, nargs=-1, required=True),
        choice(["--format"], FORMATS, words, "text"),
        option(["--fix"], words, is_flag=True),
    ]
    return Verb("check", language, run, parameters)


def run(methodologies: tuple[str, ...], format: str, fix: bool, language: Language) -> int:
    """What was found is the result; that nothing was is only said."""
    from parrules.api.verbs import check

    if fix and not _fixed(methodologies, language):
        return exits.USAGE
    looked_at = {methodology: check(methodology) for methodology in methodologies}
    found = in_reading_order(one for each in looked_at.values() for one in each)
    if format != "text":
        from parrules import __version__
        from parrules.report.found.formats import for_programs
        from parrules.report.found.told import Passed

        right = [Passed(name, "check") for name, each in looked_at.items() if not each]
        streams.put(for_programs(found, format, language, right, __version__))
    elif found:
        from parrules.report.diagnostics import render

        streams.put(render(found, language, streams.columns(sys.stdout), streams.coloured(sys.stdout)))
    else:
        streams.talk(said("check.nothing_found", language) + "\n")
    return exit_for(found) if found else exits.FINE


def _fixed(methodologies: tuple[str, ...], language: Language) -> bool:
    """Mends what can be; False where a file could not be written."""
    from parrules.api.fixing import fix

    for methodology in dict.fromkeys(methodologies):
        fixed = fix(methodology)
        if fixed is not None and fixed.count:
            streams.talk(said("check.fixed", language, file=fixed.shown, count=str(fixed.count)) + "\n")
        if fixed is not None and fixed.failed is not None:
            tell([fixed.failed], language)
            return False
    return True
