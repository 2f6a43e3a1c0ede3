"""What stages do to a criterion: nobody decides it before its stage, and a decision sets its points or its maximum."""

from __future__ import annotations

from collections.abc import Mapping

from parrules.evidence.records import Body, Decision
from parrules.evidence.stages import stage_of
from parrules.methodology.model import Criterion, Methodology
from parrules.methodology.stages import place_of
from parrules.scoring.ledger import Account, taken
from parrules.scoring.sheet import Decided, Entry, Line, Reason
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import Exact
from parrules.values.ranges import Range

_SETTLES = "decision"


def waiting(methodology: Methodology, deciding: Mapping[str, str], stage: str) -> Mapping[str, str]:
    """The criteria that nobody decides yet at this stage, each with the stage that will. deciding: by code."""
    now = place_of(stage, methodology)
    if now is None or not deciding:
        return {}
    return {code: later for code, later in deciding.items() if (place_of(later, methodology) or 0) > now}


def not_yet(criterion: Criterion, stage: str) -> Account:
    """Anything between the bounds, until the stage has come."""
    anything = Range(criterion.minimum, criterion.maximum)
    return Account(anything, [Entry("stage", anything, anything, stage, perhaps=True)])


def maximum_of(criterion: Criterion, decision: Decision | None) -> Exact:
    """The maximum that applies: that of the rules, or a lower one that was decided."""
    lower = decision.maximum if decision is not None else None
    return criterion.maximum if lower is None else lower


def settle(account: Account, criterion: Criterion, decision: Decision | None) -> None:
    """Enters the difference that a decision makes to the rule's points: first its maximum, then its points."""
    if decision is None:
        return
    maximum = maximum_of(criterion, decision)
    if maximum < criterion.maximum:
        _enter(account, "lowered", ranges.least(account.running, maximum), decision)
    if decision.points is not None:
        _enter(account, _SETTLES, decision.points, decision)


def _enter(account: Account, construct: str, after: Number, decision: Decision) -> None:
    before, account.running = account.running, after
    if before != after:
        settled = construct == _SETTLES
        change = ranges.add(after, ranges.negative(before)) if settled else taken(before, after)
        reason = Reason((decision.reason,)) if decision.reason else None
        account.entries.append(Entry(construct, change, after, reason=reason, perhaps=type(change) is Range))


def decided(body: Body, code: str, entries: tuple[Entry, ...], methodology: Methodology) -> Decided | None:
    """The decision on a criterion as the sheet says it, with the points that the rules gave before it."""
    decision = body.decided.get(code)
    if decision is None:
        return None
    made = [place for place, entry in enumerate(entries) if entry.construct in ("lowered", _SETTLES)]
    upto = entries[: made[0]] if made else entries
    return Decided(
        stage=decision.stage,
        by=decision.by,
        reason=decision.reason,
        cause=decision.cause,
        rule_points=upto[-1].running if upto else 0,
        points=decision.points,
        maximum=decision.maximum,
        provenance=decision.provenance,
        stage_title=stage_of(decision.stage, methodology).title,
    )


def decided_in_vain(body: Body, lines: tuple[Line, ...]) -> tuple[Diagnostic, ...]:
    """Points or a maximum decided for a criterion that does not apply."""
    applying = {line.code for line in lines if line.status not in ("left_out", "exempt")}
    return tuple(
        not_applicable(body.name, code, one.provenance.file)
        for code, one in body.decided.items()
        if code not in applying and lines and (one.points is not None or one.maximum is not None)
    )


def not_applicable(body: str, code: str, place: str) -> Diagnostic:
    return diagnostic("EV196", place=place, body=body, code=code)
