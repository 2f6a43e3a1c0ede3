"""One expression by itself: `calculate("37/40 * x", {"x": "1.5"})`."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from parrules.api.mistakes import not_an_amount
from parrules.methodology.checked import Checked
from parrules.methodology.expression_kinds import ExpressionKinds
from parrules.methodology.model import Figure, Methodology, Title, Total
from parrules.methodology.scope import Scope, of_methodology
from parrules.methodology.trees import Trees
from parrules.plan.lowering import Lowering
from parrules.plugins.collect import collect
from parrules.plugins.guarded import WordFailed
from parrules.plugins.on_plan import check_expression
from parrules.scoring.evaluation import evaluate
from parrules.scoring.facts import Facts
from parrules.scoring.interpreter import RULES
from parrules.scoring.watch import Watch
from parrules.syntax import tree
from parrules.syntax.keywords import Spelling
from parrules.syntax.parser import MOST_CHARACTERS, parse_expression
from parrules.text.diagnostic import Diagnostic, in_reading_order
from parrules.text.passage import whole
from parrules.values.amounts import Value
from parrules.values.kinds import BARE, DATE, NUMBER, RATIO, TEXT, YES_NO, Kind


@dataclass(frozen=True, slots=True)
class Calculated:
    """value: exact, yes or no, a text, or NONE; a date as its ordinal. None where something is wrong.

    spelling: in which the expression was read. is_read: whether that was understood as far as its grammar goes.
    """

    value: Value | None
    kind: Kind
    diagnostics: tuple[Diagnostic, ...] = ()
    spelling: Spelling = "en"
    is_read: bool = True


def calculate(expression: str, given: Mapping[str, str] | None = None, spelling: Spelling | None = "en") -> Calculated:
    """What an expression is worth, with names standing for what is given: a number, a percentage, a date, yes or no.

    What is given is written as in a program (`16_000`, `82.5%`, `2025-12-31`, `yes`), or a text in quotes. spelling: of
    both; None for whichever says something: what has a worth in either has the same in both.
    """
    if spelling is not None:
        return _calculated(expression, given or {}, spelling)
    english = _calculated(expression, given or {}, "en")
    if english.value is not None:
        return english
    vietnamese = _calculated(expression, given or {}, "vi")
    return vietnamese if vietnamese.value is not None or _got_further(vietnamese, english) else english


def _got_further(one: Calculated, other: Calculated) -> bool:
    """Of two that have no worth, whether the first was understood better."""
    if one.is_read or other.is_read:
        return one.is_read and not other.is_read
    return _first_place(one) > _first_place(other)


def _first_place(one: Calculated) -> int:
    """Where in the expression the first mistake stands; behind all of it, where they are in what is given."""
    places = (found.span.start for found in one.diagnostics if found.span is not None and not found.span.source.name)
    return min(places, default=MOST_CHARACTERS)


def _calculated(expression: str, given: Mapping[str, str], spelling: Spelling) -> Calculated:
    ids = itertools.count(1)
    figures: dict[str, tuple[Value, Kind]] = {}
    found: list[Diagnostic] = []
    for name, written in given.items():
        amount = _amount(name, written, ids, spelling)
        if isinstance(amount, Diagnostic):
            found.append(amount)
        else:
            figures[name] = amount
    node, wrong = parse_expression(whole("", expression, spelling), ids, spelling)
    if node is None or found:
        return Calculated(None, NUMBER, in_reading_order((*found, *wrong)), spelling, is_read=False)
    try:
        return replace(_worth(node, figures), spelling=spelling)
    except WordFailed as failed:
        return Calculated(None, NUMBER, (failed.said,), spelling)


def _worth(node: tree.Expression, figures: Mapping[str, tuple[Value, Kind]]) -> Calculated:
    known = collect()
    vocabulary = known.vocabulary
    methodology = _of(figures)
    expressions = ExpressionKinds(vocabulary)
    given = {name: reference for name, reference in of_methodology(methodology).names.items() if name in figures}
    kind = expressions.of(node, Scope(given, {}))  # there is no round: neither its days nor its bodies
    if kind is None or expressions.found:
        return Calculated(None, NUMBER, in_reading_order(expressions.found))
    trees = Trees({}, {}, {}, {}, {}, {})
    checked = Checked(methodology, trees, vocabulary, expressions.kinds, expressions.references, expressions.spans)
    watch = Watch()
    facts = Facts(RULES, {name: value for name, (value, _) in figures.items()}, {}, {}, {}, {}, {}, watch=watch)
    lowered = Lowering(checked).of(node)
    wrong = check_expression(node, lowered, {name: one for name, (_, one) in figures.items()}, known)
    if wrong:
        return Calculated(None, kind, wrong)
    value = evaluate(lowered, facts)
    if watch.none_used:
        from parrules.checks.none_not_asked import may_be_none

        spans = [expressions.spans[one] for one in sorted(watch.none_used)]
        return Calculated(None, kind, tuple(may_be_none(span, span.words, "condition") for span in spans))
    return Calculated(value, NUMBER if kind == BARE else kind)


def _of(figures: Mapping[str, tuple[Value, Kind]]) -> Methodology:
    """A methodology of nothing but figures."""
    declared = tuple(Figure(name, NUMBER if kind == BARE else kind, Title(name)) for name, (_, kind) in figures.items())
    day = datetime.date(1, 1, 1)
    return Methodology("calc", "", Title(""), "illustrative", day, None, (), (), declared, (), (), (), Total())


def _amount(name: str, written: str, ids: itertools.count[int], spelling: Spelling) -> tuple[Value, Kind] | Diagnostic:
    """What a name is given as: one literal."""
    if not re.fullmatch(r"[^\W0-9]\w*", name):
        return not_an_amount(name, written)
    node, wrong = parse_expression(whole(name, written, spelling), ids, spelling)
    if wrong:
        return wrong[0]
    match node:
        case tree.Number():
            return node.value, BARE
        case tree.Minus(value=tree.Number(value=value)):
            return -value, BARE
        case tree.Percent():
            return node.value, RATIO
        case tree.Minus(value=tree.Percent(value=value)):
            return -value, RATIO
        case tree.Date():
            return node.value.toordinal(), DATE
        case tree.YesNo():
            return node.value, YES_NO
        case tree.Text():
            return node.value, TEXT
    return not_an_amount(name, written)
