"""The stages of a round side by side: self-score, appraisal, survey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from parrules.api.cache import NO_CACHE, Cache
from parrules.api.find import find
from parrules.api.last_round import Engine, Rules, with_last_round
from parrules.api.load import load
from parrules.api.opening import opened
from parrules.api.plugins import plugin_problems, readers_brought
from parrules.api.verbs import chosen_bodies, score_round
from parrules.evidence.form.opened import FormFile
from parrules.evidence.from_syntax import round_of
from parrules.evidence.header import EvidenceFile
from parrules.evidence.records import Round
from parrules.evidence.stages import chain_of, stage_of
from parrules.plan.plan import Plan
from parrules.plugins.installed import installed
from parrules.standing.stages import BodyStages, StageScores, stages_of
from parrules.text.diagnostic import Diagnostic

Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class StagesOutcome:
    """scored: each stage that was handed in, in order; bodies: each through all of them. Both are empty where nothing
    could be scored. diagnostics: of the rule file; findings: of the evidence."""

    scored: tuple[StageScores, ...]
    bodies: tuple[BodyStages, ...]
    plan: Plan | None = None
    diagnostics: Found = ()
    findings: Found = ()


def stages(
    methodology: str | None, evidence: Sequence[str | Path], *, bodies: Sequence[str] = (), cache: Cache = NO_CACHE
) -> StagesOutcome:
    """What each stage of a round came to, and every difference between one and the next.

    evidence: the files of the stages in order; one that names the stage before with `over` brings it along.
    methodology: as for `evaluate`.
    """
    files: list[tuple[EvidenceFile | FormFile, Path]] = []
    findings: list[Diagnostic] = []
    for path in map(Path, evidence):
        file, found = opened(path)
        findings += found
        if file is None:
            return StagesOutcome((), (), findings=tuple(findings))
        files.append((file, path.parent))
    header = files[-1][0].header
    asked, asks = methodology or header.methodology, None if methodology else path
    rule_file, missing = find(asked, edition=header.edition, on=header.end, cache=cache, evidence=asks)
    findings += plugin_problems()
    if rule_file is None:
        return StagesOutcome((), (), None, missing, tuple(findings))
    loaded = load(rule_file, cache, installed())
    if loaded.plan is None:
        return StagesOutcome((), (), None, loaded.diagnostics, tuple(findings))
    last, more = _last(files, loaded.plan)
    found = tuple(dict.fromkeys((*findings, *more)))
    if last is None:
        return StagesOutcome((), (), loaded.plan, loaded.diagnostics, found)
    last, more = with_last_round(last, Rules(loaded.plan, rule_file), Engine(score_round, installed(), cache))
    found += more
    scored, told = _scored(last, loaded.plan, bodies)
    methodology_ = loaded.plan.methodology
    return StagesOutcome(
        scored, stages_of(scored, methodology_), loaded.plan, loaded.diagnostics, tuple(dict.fromkeys((*found, *told)))
    )


def _last(files: Sequence[tuple[EvidenceFile | FormFile, Path]], plan: Plan) -> tuple[Round | None, Found]:
    """The round of the last stage, which knows those before it; each file lies over the one before."""
    round_: Round | None = None
    found: list[Diagnostic] = []
    for file, folder in files:
        round_, more = round_of(file, folder, plan.methodology, round_, readers=readers_brought())
        found += more
        if round_ is None:
            break
    return round_, tuple(found)


def _scored(last: Round, plan: Plan, wanted: Sequence[str]) -> tuple[tuple[StageScores, ...], Found]:
    """Each stage scored; what is open at an earlier one is no finding of the last."""
    scored: list[StageScores] = []
    told: Found = ()
    for round_ in chain_of(last):
        bodies, unknown = chosen_bodies(round_, wanted)
        sheets, found = score_round(plan, round_, bodies, installed())
        scored.append(StageScores(stage_of(round_.stage, plan.methodology), round_, sheets))
        told = (*unknown, *found)
    return tuple(scored), told
