"""`parrules form`: the workbook that a body fills in and hands in as its evidence."""

from __future__ import annotations

import sys

import click

from parrules.cli import exits, mistakes, streams
from parrules.cli.deliver import deliver, exit_for, tell
from parrules.cli.frame import Verb, argument, option
from parrules.cli.words import as_word, command_words, said
from parrules.text.files import shown_name
from parrules.text.spelling import Language


def command(language: Language) -> click.Command:
    words = command_words("form", language)
    parameters = [
        argument("methodology", words, 0),
        option(["--body"], words, metavar="ID"),
        option(["--name"], words, metavar="NAME", default=""),
        option(["--year"], words, metavar="YEAR", default=""),
        option(["--stage"], words, metavar="STAGE", default="self"),
        option(["--output", "-o"], words, metavar="FILE"),
        option(["--no-cache"], words, is_flag=True),
    ]
    return Verb("form", language, run, parameters)


def run(
    methodology: str,
    body: str | None,
    name: str,
    year: str,
    stage: str,
    output: str | None,
    no_cache: bool,
    language: Language,
) -> int:
    """Writes the form of one body."""
    from parrules.api.cache import NO_CACHE, user_cache
    from parrules.api.form import write_form

    wrong = [] if output is not None else [mistakes.needs_a_file("xlsx")]
    if not (body or "").strip():
        wrong.append(mistakes.form_of_nobody())
    if wrong or output is None or body is None:
        tell(wrong, language)
        return exits.USAGE
    cache = NO_CACHE if no_cache else user_cache()
    outcome = write_form(methodology, body.strip(), name=name, year=year, stage=stage, language=language, cache=cache)
    tell(outcome.diagnostics, language)
    if outcome.file is None:
        return exit_for(outcome.diagnostics)
    ended = deliver(outcome.file, output, language)
    if ended == exits.FINE and output != "-" and sys.stderr.isatty():  # where nobody looks, nothing more is said
        file, rules = as_word(shown_name(output)), as_word(methodology)
        streams.talk(said("form.written", language, file=file, rules=rules) + "\n")
    return ended
