"""`parrules doctor`: what is installed, what is missing, and how it is had."""

from __future__ import annotations

import sys

import click

from parrules.cli import exits, streams
from parrules.cli.frame import Verb, choice
from parrules.cli.words import command_words
from parrules.text.spelling import Language


def command(language: Language) -> click.Command:
    words = command_words("doctor", language)
    return Verb("doctor", language, run, [choice(["--format"], ("text", "json"), words, default="text")])


def run(format: str, language: Language) -> int:
    """Looks at the installation; it is fine as long as nothing is missing that every command needs."""
    from parrules.api.cache import user_cache
    from parrules.api.installation import installation
    from parrules.report.installation import installation_json, installation_text

    found = installation(user_cache())
    if format == "json":
        from parrules.report.receipt import json_text

        streams.put(json_text(installation_json(found)))
    else:
        streams.put(installation_text(found, language, streams.columns(sys.stdout)))
    return exits.FINE if found.is_whole else exits.FINDINGS
