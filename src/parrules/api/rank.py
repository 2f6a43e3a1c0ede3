"""The bodies of a round in order, and how that changed against another round."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from parrules.api.cache import NO_CACHE, Cache
from parrules.api.mistakes import no_such_criterion
from parrules.api.origins import origins_of
from parrules.api.outcome import Evaluation
from parrules.api.verbs import evaluate
from parrules.scoring.kept import Kept
from parrules.scoring.score import prepare
from parrules.standing.changes import with_changes
from parrules.standing.measures import INDEX, TOTAL, ranking_of
from parrules.standing.of_round import standings_of
from parrules.standing.round_tables import tables_of
from parrules.standing.standing import Standing, Within
from parrules.text.diagnostic import Diagnostic, diagnostic, warning


@dataclass(frozen=True, slots=True)
class RankOutcome:
    """standings: none where nothing could be scored. evaluation: of the round; last: of the other one, if any.

    diagnostics: what is wrong with what was asked for.
    """

    standings: tuple[Standing, ...]
    evaluation: Evaluation
    last: Evaluation | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Other:
    """The round to compare with: its evidence, and its rules (as for `evaluate`)."""

    evidence: str | Path
    methodology: str | None = None


def rank(
    methodology: str | None,
    evidence: str | Path,
    *,
    by: str = "",
    within: Within = "round",
    last: str | Path | None = None,
    last_methodology: str | None = None,
    cache: Cache = NO_CACHE,
    kept: Kept = "scores",
) -> RankOutcome:
    """Who stands where in a round, as the methodology ranks.

    methodology: as for `evaluate`. by: `total`, `index`, or a criterion's code; as the methodology says unless given.
    within: the whole round, or each group or region by itself. last: the evidence of another round to compare with;
    last_methodology: its rules, unless they are those given, or those that its evidence names. kept: how much of each
    sheet.
    """
    now = evaluate(methodology, evidence, cache=cache, kept=kept)
    other = None if last is None else Other(last, last_methodology or methodology)
    return ranked(now, by=by, within=within, other=other, cache=cache)


def ranked(
    now: Evaluation, *, by: str = "", within: Within = "round", other: Other | None = None, cache: Cache = NO_CACHE
) -> RankOutcome:
    """The same for a round that was scored."""
    if now.plan is None or now.round is None or not now.sheets:
        return RankOutcome((), now)
    codes = [one.code for one in now.plan.methodology.every_criterion()]
    if by and by not in (TOTAL, INDEX, *codes):
        return RankOutcome((), now, diagnostics=(no_such_criterion(by, codes),))
    if within != "round" and not any(getattr(body, within) for body in now.round.bodies):
        return RankOutcome((), now, diagnostics=(nobody_in_one(within),))
    by = by or ranking_of(now.plan.methodology).by
    standings = standings_in(now, by, within)
    if other is None:
        return RankOutcome(standings, now)
    then = evaluate(other.methodology, other.evidence, cache=cache, kept="scores")
    if then.plan is None or not then.sheets:
        return RankOutcome(standings, now, then)
    if by not in (TOTAL, INDEX) and by not in (one.code for one in then.plan.methodology.every_criterion()):
        return RankOutcome(standings, now, then, (not_in_other_rules(by, then.plan.methodology.edition),))
    origins, now = origins_of(now, then, other.evidence)
    changed = with_changes(standings, standings_in(then, by, within), now.sheets[0], then.sheets[0], origins)
    return RankOutcome(changed, now, then)


def standings_in(evaluation: Evaluation, by: str = "", within: Within = "round") -> tuple[Standing, ...]:
    """The standings of a round that was scored whole; none where nothing was scored."""
    plan, round_ = evaluation.plan, evaluation.round
    if plan is None or round_ is None:
        return ()
    prepared = prepare(plan)
    tables = tables_of(plan, prepared.said, round_)
    return standings_of(prepared, round_, evaluation.sheets, tables, by=by, within=within)


def nobody_in_one(within: str) -> Diagnostic:
    """Standings of groups or regions, and no body is said to be in one."""
    return diagnostic("UC150", within=within)


def not_in_other_rules(code: str, edition: str) -> Diagnostic:
    """The score of a criterion cannot be compared with a round whose rules do not have it."""
    return warning("UC151", criterion=code, edition=edition)
