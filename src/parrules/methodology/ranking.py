"""`ranking`: what the bodies of a round are ranked by, and what becomes of those who are equal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

from parrules.methodology.leaving_out import may_be_left_out
from parrules.methodology.model import Criterion, Ranking
from parrules.methodology.programs import expression
from parrules.methodology.reading import Reading, below, scalars, text, yes
from parrules.syntax.nodes import Mapping, Scalar
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span

KEY = "ranking"
"""The name of the condition among the trees of standings."""


def ranking_from(
    node: Mapping, criteria: Sequence[Criterion], total_places: int | None, reading: Reading
) -> Ranking | None:
    """What stands under `ranking`. total_places: the decimals that the total is rounded to (None: not rounded)."""
    said = below(node, "ranking")
    if said is None:
        return None
    return Ranking(
        by=cast(Literal["total", "index"], text(said, "by") or "total"),
        ties=cast(Literal["competition", "dense", "undecided"], text(said, "ties") or "competition"),
        then=_then(scalars(said.get("then")), criteria, reading),
        applies=expression(said, "applies", KEY, reading.standings, reading),
        rounded=_rounded(node, said, total_places, reading),
    )


def _then(said: tuple[Scalar, ...], criteria: Sequence[Criterion], reading: Reading) -> tuple[str, ...]:
    codes = _codes(criteria)
    left_out = may_be_left_out(criteria)
    for one in said:
        if one.text not in codes:
            reading.found.append(unknown_criterion(one.span, one.text, nearest(one.text, codes)))
        elif one.text in left_out:
            reading.found.append(may_have_no_score(one.span, one.text))
    return tuple(one.text for one in said)


def _codes(criteria: Sequence[Criterion]) -> tuple[str, ...]:
    return tuple(code for one in criteria for code in (one.code, *_codes(one.children)))


def _rounded(node: Mapping, said: Mapping, total_places: int | None, reading: Reading) -> bool:
    """Whether rounded totals are compared; where nothing is rounded, it is all the same."""
    key = said.key("rounded")
    if total_places is None:
        if key is not None and yes(said, "rounded"):
            reading.found.append(nothing_rounded(key.span))
        return True
    if key is None:
        place = node.key("ranking")
        reading.found.append(rounded_or_not(said.span if place is None else place.span))
        return True
    return yes(said, "rounded")


def unknown_criterion(span: Span, code: str, suggestion: str | None) -> Diagnostic:
    """A tie is decided by a criterion that is not there."""
    return diagnostic("PR486", span, code=code, suggestion=suggestion)


def may_have_no_score(span: Span, code: str) -> Diagnostic:
    """A tie is decided by a criterion that may be left out for one of the bodies."""
    return diagnostic("PR487", span, code=code)


def rounded_or_not(span: Span) -> Diagnostic:
    """Totals are rounded, and nothing says which total ranks compare."""
    return diagnostic("PR488", span)


def nothing_rounded(span: Span) -> Diagnostic:
    """Rounded totals are to be compared, and no total is rounded."""
    return diagnostic("PR489", span)
