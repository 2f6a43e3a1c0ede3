"""`parrules schema`: the JSON Schema of a kind of file, for editors and for other programs."""

from __future__ import annotations

import click

from parrules.api.find import shipped
from parrules.cli import exits, streams
from parrules.cli.frame import OneOf, Verb, argument
from parrules.cli.words import command_words
from parrules.text.spelling import Language

SCHEMAS = (
    "methodology",
    "evidence",
    "published",
    "tests",
    "receipt",
    "standing",
    "reconciliation",
    "lost",
    "comparison",
    "difference",
    "stages",
)


def command(language: Language) -> click.Command:
    words = command_words("schema", language)
    return Verb("schema", language, run, [argument("name", words, 0, type=OneOf(SCHEMAS))])


def run(name: str, language: Language) -> int:
    streams.put((shipped("schemas") / f"{name}.schema.json").read_text(encoding="utf-8"))
    return exits.FINE
