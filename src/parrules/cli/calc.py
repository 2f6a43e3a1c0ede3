"""`parrules calc`: what one expression of the scoring language is worth, exactly."""

from __future__ import annotations

import click

from parrules.cli import exits, mistakes, streams
from parrules.cli.deliver import tell
from parrules.cli.frame import Verb, argument
from parrules.cli.words import command_words
from parrules.text.spelling import Language


def command(language: Language) -> click.Command:
    words = command_words("calc", language)
    return Verb("calc", language, run, [argument("expression", words, 0), argument("given", words, 1, nargs=-1)])


def run(expression: str, given: tuple[str, ...], language: Language) -> int:
    """Works the expression out, with names standing for what is given."""
    from parrules.api.calc import calculate
    from parrules.report.spelling import quantity
    from parrules.values.numbers import written

    named: dict[str, str] = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals:
            raise mistakes.Mistake(mistakes.not_a_name_with_a_value(one))
        named[name.strip()] = value.strip()
    result = calculate(expression, named)
    if result.value is None:
        tell(result.diagnostics, language)
        return exits.USAGE
    shown = quantity(result.value, result.kind, language)
    if shown.startswith("≈") and not isinstance(result.value, str):
        shown = f"{written(result.value)} {shown}"  # type: ignore[arg-type]
    streams.put(shown + "\n")
    return exits.FINE
