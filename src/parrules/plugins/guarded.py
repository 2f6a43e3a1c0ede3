"""Words of plugins, with somebody who watches: what they do wrong is said of the rule file in which they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import NoneType
from typing import Any, TypeVar

from parrules.constructs.vocabulary import Argument, Function, Gathered, Gathering, StatementWord
from parrules.operators.expressions import Operator
from parrules.operators.ledger import Limit, Post, Row
from parrules.plugins import mistakes
from parrules.plugins.rewritten import Refused, made_of, statement_of
from parrules.scoring.plugin_call import PluginFailed, given_by
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Span
from parrules.text.wording import LANGUAGES, message
from parrules.values.kinds import Kind

_Taken = TypeVar("_Taken")


class WordFailed(Exception):
    """A plugin's word that did not do as it should; caught where a rule file is read.

    node: the id of what it is used for, 0 where that is not known.
    """

    def __init__(self, said: Diagnostic, word: str, node: int = 0) -> None:
        super().__init__(said.code)
        self.said = said
        self.word = word
        self.node = node


def guarded(value: Any, plugin: str) -> Any:
    """A word that raises `WordFailed` in place of anything else, and gives nothing of a wrong type."""
    match value:
        case Function():
            return _function(value, plugin)
        case Gathering():
            return _gathering(value, plugin)
        case StatementWord():
            return _statement(value, plugin)
        case _:
            return value


def _function(one: Function, plugin: str) -> Function:
    def kind(arguments: tuple[Argument, ...], span: Span) -> Kind | Diagnostic:
        return _asked(plugin, one.word, 0, one.kind, (arguments, span), _kind_or_mistake)

    def rewrite(values: tuple[Operator, ...], node: int) -> Operator:
        return _asked(plugin, one.word, node, one.rewrite, (values, node), lambda given: made_of(values, given, node))

    return replace(one, kind=kind, rewrite=rewrite)


def _gathering(one: Gathering, plugin: str) -> Gathering:
    def kind(of: Kind) -> Kind:
        return _asked(plugin, one.word, 0, one.kind, (of,), _kind)

    def rewrite(gathered: Gathered, node: int) -> Operator:
        own = [part for part in (gathered.where, gathered.value, gathered.own) if part is not None]
        table = gathered.table
        return _asked(
            plugin, one.word, node, one.rewrite, (gathered, node), lambda given: made_of(own, given, node, table)
        )

    return replace(one, kind=kind, rewrite=rewrite)


def _statement(one: StatementWord, plugin: str) -> StatementWord:
    def rewrite(rows: tuple[Row, ...], node: int) -> Post | Limit:
        return _asked(
            plugin, one.word, node, one.rewrite, (rows, node), lambda given: statement_of(one, rows, given, node)
        )

    return replace(one, rewrite=rewrite)


def _asked(
    plugin: str,
    word: str,
    node: int,
    call: Callable[..., object],
    arguments: tuple[object, ...],
    taken: Callable[[object], _Taken],
) -> _Taken:
    """What a call gives, as it is taken in."""
    try:
        given = given_by(call, *arguments)
    except PluginFailed as failed:
        raise WordFailed(mistakes.word_failed(plugin, word, failed.cause), word, node) from failed.cause
    try:
        return taken(given)
    except Refused as refused:
        raise WordFailed(mistakes.word_gave(plugin, word, str(refused)), word, node) from refused
    except Exception as cause:  # an operator of so wrong a form that it cannot be walked over
        raise WordFailed(mistakes.word_gave(plugin, word, type(given).__name__), word, node) from cause


def _kind(given: object) -> Kind:
    if not isinstance(given, Kind):
        raise Refused(type(given).__name__)
    return given


def _kind_or_mistake(given: object) -> Kind | Diagnostic:
    if not isinstance(given, Diagnostic):
        return _kind(given)
    if not isinstance(given.span, (Span, NoneType)):
        raise Refused("Diagnostic.span")
    for language in LANGUAGES:
        message(given, language)  # one that has no words cannot be told
    return given
