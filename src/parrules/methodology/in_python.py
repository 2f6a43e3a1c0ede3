"""`python: patrol_streak` with `reads: [patrols]`: a criterion that a plugin scores, and what it is handed."""

from __future__ import annotations

from parrules.methodology.expression_kinds import ExpressionKinds
from parrules.methodology.model import Methodology
from parrules.methodology.trees import Trees
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span


def check_python(methodology: Methodology, trees: Trees, expressions: ExpressionKinds) -> None:
    """That what they read is handed in; it counts as used."""
    handed_in = {one.name: one.formula is None for one in methodology.figures} | {
        one.name: True for one in methodology.tables
    }
    for criterion in methodology.every_criterion():
        for name in criterion.reads:
            span = trees.spans[f"reads:{criterion.code}.{name}"]
            expressions.used.add(name)
            if name not in handed_in:
                expressions.found.append(reads_unknown(span, name, nearest(name, handed_in)))
            elif not handed_in[name]:
                expressions.found.append(reads_computed(span, name))


def reads_unknown(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    """Neither a figure nor a table."""
    return diagnostic("PR601", span, name=name, suggestion=suggestion)


def reads_computed(span: Span, name: str) -> Diagnostic:
    """A figure with a formula is not handed in."""
    return diagnostic("PR602", span, name=name)
