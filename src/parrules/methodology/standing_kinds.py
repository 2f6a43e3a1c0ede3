"""The kinds of what sets bodies beside each other: the formulas of quotas, and the condition of the ranking."""

from __future__ import annotations

from parrules.constructs.mistakes import said
from parrules.methodology.expression_kinds import ExpressionKinds
from parrules.methodology.model import Methodology
from parrules.methodology.quotas import KEY as QUOTA
from parrules.methodology.ranking import KEY as RANKING
from parrules.methodology.scope import of_methodology, of_round
from parrules.methodology.trees import Trees
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span
from parrules.values.kinds import RATIO, Kind


def check_standings(methodology: Methodology, trees: Trees, expressions: ExpressionKinds) -> None:
    """A quota is a number of bodies, of what belongs to the round alone; the ranking has a condition."""
    for quota in methodology.quotas:
        formula = trees.standings[f"{QUOTA}{quota.of}"]
        kind = expressions.of(formula, of_round(methodology).for_standings(methodology.classes))
        if kind is not None and kind.name != "count" and not kind.is_plain:
            meant = f"{formula.span.words} * count(peers)" if kind == RATIO else None
            expressions.found.append(not_a_number_of_bodies(formula.span, kind, meant))
    condition = trees.standings.get(RANKING)
    if condition is not None:
        expressions.condition(condition, of_methodology(methodology).for_ranking())


def not_a_number_of_bodies(span: Span, kind: Kind, meant: str | None) -> Diagnostic:
    """A limit that is no number of bodies. meant: what was, where it is a share."""
    return diagnostic("PR280", span, kind=said(kind), meant=meant)
