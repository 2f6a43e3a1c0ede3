"""Words of plugins, with somebody who watches: what they do wrong is said of the rule file in which they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args

from parrules.constructs.vocabulary import Function, Gathering, StatementWord
from parrules.operators.expressions import Operator
from parrules.operators.ledger import Limit, Post
from parrules.plugins import mistakes
from parrules.text.diagnostic import Diagnostic
from parrules.values.kinds import Kind

_OPERATORS = get_args(Operator)


class WordFailed(Exception):
    """A plugin's word that did not do as it should; caught where a rule file is read."""

    def __init__(self, said: Diagnostic) -> None:
        super().__init__(said.code)
        self.said = said


def guarded(value: Any, plugin: str) -> Any:
    """A word that raises `WordFailed` in place of anything else, and gives nothing of a wrong type."""
    match value:
        case Function():
            kind = _watched(value.kind, value.word, plugin, lambda given: isinstance(given, (Kind, Diagnostic)))
            return replace(value, kind=kind, rewrite=_watched(value.rewrite, value.word, plugin, _is_operator))
        case Gathering():
            kind = _watched(value.kind, value.word, plugin, lambda given: isinstance(given, Kind))
            return replace(value, kind=kind, rewrite=_watched(value.rewrite, value.word, plugin, _is_operator))
        case StatementWord():
            rewrite = _watched(value.rewrite, value.word, plugin, lambda given: isinstance(given, (Post, Limit)))
            return replace(value, rewrite=rewrite)
        case _:
            return value


def _watched(
    call: Callable[..., Any], word: str, plugin: str, is_right: Callable[[object], bool]
) -> Callable[..., Any]:
    def watched(*arguments: Any) -> Any:
        try:
            given = call(*arguments)
        except (Exception, SystemExit) as cause:
            raise WordFailed(mistakes.word_failed(plugin, word, cause)) from cause
        if not is_right(given):
            raise WordFailed(mistakes.word_gave(plugin, word, type(given).__name__))
        return given

    return watched


def _is_operator(given: object) -> bool:
    """Whether it is a core operator, made of core operators only."""
    if not isinstance(given, _OPERATORS):
        return False
    return all(_is_sound(getattr(given, one.name)) for one in fields(given))


def _is_sound(part: object) -> bool:
    if isinstance(part, float):
        return False
    if isinstance(part, tuple):
        return all(_is_sound(one) for one in part)
    if isinstance(part, _OPERATORS):
        return _is_operator(part)
    if is_dataclass(part) and not isinstance(part, (type, Kind)):
        return all(_is_sound(getattr(part, one.name)) for one in fields(part))
    return True
