"""A file of tests with what it expects set to what came out, and every other character as it stands."""

from __future__ import annotations

from collections.abc import Iterable

from parrules.text.source import Span
from parrules.trials.proposals import in_quotes, typed_number
from parrules.trials.rule_tests import RuleTests
from parrules.trials.run import Came, Difference, Outcome
from parrules.values.ranges import Range


def updated(file: RuleTests, outcomes: Iterable[Outcome]) -> tuple[str, int]:
    """The text of the file as it would expect what came out; and in how many places it differs."""
    differing = {
        one.expected.span.start: one
        for outcome in outcomes
        for one in outcome.differences
        if one.expected.span.source is file.source
    }
    text = file.source.text
    for start in sorted(differing, reverse=True):
        one = differing[start]
        span = one.expected.span
        text = text[:start] + _written(one, span) + text[span.end :]
    return text, len(differing)


def _written(one: Difference, span: Span) -> str:
    """What came out, written as what stands there: in quotes, or with a comma, where that is."""
    came = one.came
    if one.expected.what == "entries":
        return "[" + ", ".join(map(in_quotes, came.words)) + "]"
    if one.expected.what == "class":
        return in_quotes(_class(came)) if came.words else "left_out"
    text = _number(came)
    before = span.source.text[span.start : span.end]
    if "," in before:
        text = text.replace(".", ",").replace(",,", "..")
    return in_quotes(text) if before[:1] in "\"'" or "," in text or " " in text else text


def _class(came: Came) -> str:
    return came.words[0] if len(came.words) == 1 else f"{came.words[0]} .. {came.words[-1]}"


def _number(came: Came) -> str:
    if came.value is None:
        return "left_out"
    if isinstance(came.value, Range):
        low, high = came.value.low, came.value.high
        assert low is not None and high is not None  # a score lies between the bounds of its criterion
        return f"{typed_number(low)} .. {typed_number(high)}"
    return typed_number(came.value)
