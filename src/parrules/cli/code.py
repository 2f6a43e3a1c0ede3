"""`parrules code`: what a code of a mistake or a finding means."""

from __future__ import annotations

from collections import defaultdict

import click

from parrules.cli import exits, mistakes, streams
from parrules.cli.frame import Verb, argument
from parrules.cli.words import command_words
from parrules.text.spelling import Language
from parrules.text.wording import codes, fill, wording


def command(language: Language) -> click.Command:
    words = command_words("code", language)
    return Verb("code", language, run, [argument("code", words, 0, required=False)])


def run(code: str | None, language: Language) -> int:
    """Explains one code, or lists them all."""
    if code is None:
        streams.put("".join(f"{one}  {_heading(one, language)}\n" for one in codes()))
        return exits.FINE
    from parrules.report.codes import explain_code

    explained = explain_code(code.upper(), language)
    if explained is None:
        raise mistakes.Mistake(mistakes.no_such_code(code, codes()))
    streams.put(explained.rstrip("\n") + "\n")
    return exits.FINE


def _heading(code: str, language: Language) -> str:
    """What is wrong, with a gap for each thing that the sentence quotes."""
    found = wording(code, language)
    return fill(found.says, defaultdict(lambda: "…")) if found is not None else ""
