"""A criterion with children: their scores joined, what does not apply left out, shared or rescaled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod
from typing import Literal

from parrules.methodology.model import Criterion
from parrules.scoring import holding
from parrules.scoring.ledger import Account
from parrules.scoring.losses import losses
from parrules.scoring.outcome import LEFT_OUT, Case, Outcome, distinct, is_open
from parrules.scoring.sheet import Entry, Loss
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import Exact, times
from parrules.values.ranges import Range

MOST_CASES = 64


@dataclass(frozen=True, slots=True)
class Joining:
    """How children become one score. maximum None: unlimited."""

    combine: Literal["sum", "mean", "highest", "lowest"]
    minimum: Exact
    maximum: Exact | None
    places: int | None
    rescale_to: Exact | None = None
    outside_scale: bool = False


@dataclass(frozen=True, slots=True)
class Child:
    criterion: Criterion
    outcome: Outcome


def of_children(joining: Joining, children: Sequence[Child]) -> Outcome:
    """What the children come to, case by case while it is open which of them apply."""
    each = [child.outcome.cases for child in children]
    if prod(len(cases) for cases in each) > MOST_CASES:
        each = [_at_once(cases) for cases in each]
    if prod(len(cases) for cases in each) > MOST_CASES:
        return _too_many(joining, children)
    joined = [_join(joining, children, chosen) for chosen in product(*each)]
    cases = distinct([case for case, _ in joined])
    first, account = joined[0]
    if len(cases) == 1 and first.score is None:
        return Outcome(cases, "left_out")
    settled = len(cases) == 1 and not is_open(first.score) and not is_open(first.applicable)
    if not settled:
        return Outcome(cases, "open", tuple(account.entries) if len(joined) == 1 else _perhaps(children))
    return Outcome(cases, "scored", tuple(account.entries), lost=_lost(first, account, children))


def _join(joining: Joining, children: Sequence[Child], chosen: Sequence[Case]) -> tuple[Case, Account]:
    """One combination of the children's cases."""
    account = Account(0, [])
    there = [(child, case) for child, case in zip(children, chosen, strict=True) if case.score is not None]
    inside = [(child, case) for child, case in there if not child.criterion.outside_scale]
    if not there:
        return LEFT_OUT, account
    shares = _shares(children, chosen, len(inside))
    for child, case in there:
        _enter_child(joining, account, child, case, shares)
    if joining.combine != "sum":
        _enter_joined(joining, account)
    applicable = _applicable(joining, inside, shares)
    if joining.rescale_to is not None and _is_reduced(children, chosen):
        applicable = _rescale(joining.rescale_to, account, applicable)
    holding.hold(account, joining.minimum, joining.maximum)
    holding.round_to(account, joining.places, joining.minimum, joining.maximum)
    return Case(account.running, 0 if joining.outside_scale else applicable), account


def _shares(children: Sequence[Child], chosen: Sequence[Case], siblings: int) -> Exact:
    """What each applicable sibling gains of the maxima that are shared out."""
    shared = [
        child.criterion.maximum * child.criterion.weight
        for child, case in zip(children, chosen, strict=True)
        if case.score is None and child.criterion.if_not == "shared"
    ]
    return ranges.divide(sum(shared), siblings) if shared and siblings else 0  # type: ignore[return-value]


def _enter_child(joining: Joining, account: Account, child: Child, case: Case, share: Exact) -> None:
    assert case.score is not None  # a child that is left out has no entry
    value = ranges.multiply(case.score, child.criterion.weight)
    if joining.combine == "sum":
        account.running = ranges.add(account.running, value)
    else:
        account.running = value
    account.entries.append(Entry("child", value, account.running, child.criterion.code, perhaps=is_open(value)))
    own = child.criterion.maximum * child.criterion.weight
    if share and not child.criterion.outside_scale and own:
        gained = ranges.multiply(value, ranges.divide(share, own))
        account.running = ranges.add(account.running, gained)
        account.entries.append(Entry("share", gained, account.running, child.criterion.code, perhaps=is_open(gained)))
        if not isinstance(gained, Range):
            account.lost.append(Loss("share", share - gained, child.criterion.code))


def _enter_joined(joining: Joining, account: Account) -> None:
    """The mean, the highest or the lowest of the children stands instead of their sum."""
    values = [entry.amount for entry in account.entries if entry.construct == "child"]
    result = values[0]
    for value in values[1:]:
        if joining.combine == "highest":
            result = ranges.greatest(result, value)
        elif joining.combine == "lowest":
            result = ranges.least(result, value)
        else:
            result = ranges.add(result, value)
    if joining.combine == "mean":
        result = ranges.divide(result, len(values))
    codes = [entry.words for entry in account.entries if entry.amount == result and joining.combine != "mean"]
    account.running = result
    account.entries = [Entry(joining.combine, result, result, codes[0] if codes else "", perhaps=is_open(result))]


def _applicable(joining: Joining, inside: Sequence[tuple[Child, Case]], share: Exact) -> Number:
    """What of the maximum applies: the sum of the children's, never more than the maximum itself."""
    if joining.combine != "sum" and joining.maximum is not None:
        return joining.maximum
    total: Number = 0
    for child, case in inside:
        total = ranges.add(total, ranges.multiply(case.applicable, child.criterion.weight))
    total = ranges.add(total, share * len(inside))
    return total if joining.maximum is None else ranges.least(total, joining.maximum)


def _is_reduced(children: Sequence[Child], chosen: Sequence[Case]) -> bool:
    """Whether something below was left out."""
    return any(
        case.score is None or case.applicable != child.criterion.maximum
        for child, case in zip(children, chosen, strict=True)
        if not child.criterion.outside_scale
    )


def _rescale(target: Exact, account: Account, applicable: Number) -> Number:
    if not isinstance(applicable, Range) and applicable == 0:
        return applicable
    after = ranges.divide(ranges.multiply(account.running, target), applicable)
    change = ranges.add(after, ranges.negative(account.running))
    account.running = after
    account.entries.append(Entry("rescale", change, after, perhaps=is_open(change)))
    if not isinstance(change, Range) and not isinstance(applicable, Range):
        account.lost.append(Loss("rescale", target - applicable - change))
    return target


def _lost(case: Case, account: Account, children: Sequence[Child]) -> tuple[Loss, ...]:
    """What the children lost, and what was done to their sum."""
    before: list[Loss] = []
    is_sum = any(entry.construct == "child" for entry in account.entries)
    for child in children if is_sum else ():
        score, applicable = child.outcome.score, child.outcome.applicable
        if score is None or isinstance(score, Range) or isinstance(applicable, Range):
            continue
        weight, code = child.criterion.weight, child.criterion.code
        outside = child.criterion.outside_scale
        amount = times(-score if outside else applicable - score, weight)
        before.append(Loss("outside" if outside else "child", amount, code))
    assert isinstance(case.score, (int, Fraction)) and isinstance(case.applicable, (int, Fraction))  # it is settled
    return losses(case.applicable, case.score, account.entries, [*before, *account.lost])


def _perhaps(children: Sequence[Child]) -> tuple[Entry, ...]:
    """The children's scores as they are known, while it is open which of them apply."""
    entries = []
    running: Number = 0
    for child in children:
        score = child.outcome.score
        if score is not None:
            value = ranges.multiply(score, child.criterion.weight)
            left_out = any(case.score is None for case in child.outcome.cases)
            running = ranges.add(running, ranges.hull(value, 0) if left_out else value)
            entries.append(Entry("child", value, running, child.criterion.code, perhaps=True))
    return tuple(entries)


def _at_once(cases: tuple[Case, ...]) -> tuple[Case, ...]:
    """Cases that all have a score, as one."""
    if any(case.score is None for case in cases):
        return cases
    score, applicable = cases[0].score, cases[0].applicable
    for case in cases[1:]:
        score = ranges.hull(score, case.score)  # type: ignore[arg-type]
        applicable = ranges.hull(applicable, case.applicable)
    return (Case(score, applicable),)


def _too_many(joining: Joining, children: Sequence[Child]) -> Outcome:
    """More cases than are tried: anything between the bounds, out of anything up to the maximum."""
    return Outcome(
        (Case(Range(joining.minimum, joining.maximum), Range(0, joining.maximum)),), "open", _perhaps(children)
    )


def joining_of(criterion: Criterion) -> Joining:
    return Joining(
        criterion.combine,
        criterion.minimum,
        criterion.maximum,
        criterion.places,
        criterion.rescale_to,
        criterion.outside_scale,
    )
