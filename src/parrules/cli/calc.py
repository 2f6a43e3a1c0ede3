"""`parrules calc`: what one expression of the scoring language is worth, exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from parrules.cli import exits, mistakes, streams
from parrules.cli.deliver import tell
from parrules.cli.frame import SPELLINGS, Verb, argument, choice
from parrules.cli.words import command_words, said
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from parrules.syntax.keywords import Spelling


def command(language: Language) -> click.Command:
    words = command_words("calc", language)
    parameters = [
        argument("expression", words, 0),
        argument("given", words, 1, nargs=-1),
        choice(["--spelling"], SPELLINGS, words),
    ]
    return Verb("calc", language, run, parameters)


def run(expression: str, given: tuple[str, ...], spelling: Spelling | None, language: Language) -> int:
    """Works the expression out, with names standing for what is given. Unsaid, it is read in either spelling."""
    from parrules.api.calc import calculate
    from parrules.report.spelling import quantity
    from parrules.values.numbers import written

    named: dict[str, str] = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals:
            raise mistakes.Mistake(mistakes.not_a_name_with_a_value(one))
        named[name.strip()] = value.strip()
    result = calculate(expression, named, spelling)
    if result.value is None:
        tell(result.diagnostics, language)
        return exits.USAGE
    shown = quantity(result.value, result.kind, language)
    if shown.startswith("≈") and not isinstance(result.value, str):
        shown = f"{written(result.value)} {shown}"  # type: ignore[arg-type]
    streams.put(shown + "\n")
    if spelling is None and result.spelling == "vi":
        streams.talk(said("calc.in_vietnamese", language) + "\n")
    return exits.FINE
