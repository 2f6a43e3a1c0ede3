"""`parrules explain`: how a body came to its score for one criterion, as a story."""

from __future__ import annotations

import sys

import click

from parrules.cli import exits, streams
from parrules.cli.deliver import exit_for, tell
from parrules.cli.frame import Verb, argument, option
from parrules.cli.rules_named import methodology_option, rules_and_evidence
from parrules.cli.words import command_words
from parrules.text.spelling import Language


def command(language: Language) -> click.Command:
    words = command_words("explain", language)
    parameters = [
        argument("first", words, 1),
        argument("second", words, 2),
        argument("third", words, 2, required=False),
        methodology_option(words),
        option(["--body"], words, metavar="ID"),
        option(["--no-cache"], words, is_flag=True),
    ]
    return Verb("explain", language, run, parameters)


def run(
    first: str,
    second: str,
    third: str | None,
    methodology: str | None,
    body: str | None,
    no_cache: bool,
    language: Language,
) -> int:
    """Scores the body, and tells the story of the criterion."""
    from parrules.api.cache import NO_CACHE, user_cache
    from parrules.api.mistakes import no_such_criterion, which_body
    from parrules.api.plugins import plugin_of, words_of_plugins
    from parrules.api.scorer import is_open
    from parrules.api.verbs import evaluate
    from parrules.report.explanation import InPythonOf, explain

    code = second if third is None else third
    methodology, evidence = rules_and_evidence(first, None if third is None else second, methodology)
    cache = NO_CACHE if no_cache else user_cache()
    outcome = evaluate(methodology, evidence, bodies=(body,) if body else (), cache=cache)
    tell([*outcome.diagnostics, *outcome.findings], language)
    if not outcome.sheets or outcome.plan is None:
        return exit_for(outcome.diagnostics, outcome.findings)
    criteria = {one.code: one for one in outcome.plan.methodology.every_criterion()}
    if code not in criteria:
        tell([no_such_criterion(code, criteria)], language)
        return exits.USAGE
    if len(outcome.sheets) > 1:
        tell([which_body(sheet.body for sheet in outcome.sheets)], language)
        return exits.USAGE
    one, width = criteria[code], streams.columns(sys.stdout)
    python = None if one.python is None else InPythonOf(one.python, plugin_of(one.python))
    words = words_of_plugins()
    streams.put(explain(outcome.sheets[0], code, language, one.score or "", width, python, words))
    ended = exit_for(outcome.diagnostics, outcome.findings)
    return exits.EVIDENCE if ended == exits.FINE and is_open(outcome.sheets[0], (code,)) else ended
