"""What pages are made from: a round, scored and ranked, with its regions, its fields and its losses."""

from __future__ import annotations

from parrules.api.cache import NO_CACHE, Cache
from parrules.api.find import is_path
from parrules.api.outcome import Evaluation
from parrules.api.rank import Other, RankOutcome, ranked, standings_in
from parrules.report.html.results import Results
from parrules.standing.fields import fields_of
from parrules.standing.lost import lost_points
from parrules.standing.standing import Standing, Within
from parrules.text.diagnostic import Diagnostic


def ranked_against_last(
    now: Evaluation, methodology: str | None, cache: Cache = NO_CACHE
) -> tuple[RankOutcome, tuple[Diagnostic, ...]]:
    """The standing of a round, with changes against the last one where its evidence names that.

    methodology: as for `evaluate`; it also scores the last round, unless other rules are named for that.
    Also what is wrong with the last one, as far as it was not found before.
    """
    last = now.round.last if now.round is not None else None
    if last is None:
        return ranked(now, cache=cache), ()
    rules = methodology
    if last.rules is not None:
        rules = str(last.folder / last.rules.text) if is_path(last.rules.text) else last.rules.text
    found = ranked(now, other=Other(last.folder / last.file.text, rules), cache=cache)
    then = () if found.last is None else (*found.last.diagnostics, *found.last.findings)
    wrong = [one for one in (*found.evaluation.findings, *then) if one.is_error and one not in now.findings]
    return found, tuple(dict.fromkeys(wrong))


def results_of(found: RankOutcome) -> Results | None:
    """All that the pages of a round say; None where nothing was scored."""
    now = found.evaluation
    if now.plan is None or now.round is None or not found.standings:
        return None
    return Results(
        sheets=now.sheets,
        standings=found.standings,
        regions=_among(found, "region"),
        groups=_among(found, "group"),
        fields=fields_of(now.sheets),
        lost=lost_points(now.sheets, now.plan.methodology),
    )


def _among(found: RankOutcome, within: Within) -> tuple[Standing, ...]:
    """The standings in each region or group; none where no body is said to be in one."""
    bodies = found.evaluation.round.bodies if found.evaluation.round is not None else ()
    if not any(getattr(body, within) for body in bodies):
        return ()
    return standings_in(found.evaluation, found.standings[0].by, within)
