"""Two editions side by side by what they mean; and what the same evidence comes to under each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from parrules.api.cache import NO_CACHE, Cache
from parrules.api.find import find
from parrules.api.load import Loaded
from parrules.api.opening import opened
from parrules.api.outcome import Evaluation
from parrules.api.plugins import plugin_problems
from parrules.api.verbs import evaluate, read_rules, score_round
from parrules.methodology.difference.records import Difference
from parrules.methodology.model import Methodology
from parrules.plan.plan import Plan
from parrules.standing.carried import NotCarried, carried
from parrules.standing.effects import Effect, effects_of
from parrules.text.diagnostic import Diagnostic, in_reading_order


@dataclass(frozen=True, slots=True)
class DiffOutcome:
    """difference: None where an edition cannot be read. evaluation: of the evidence under the edition it is for.

    effects: by body. not_carried: what of the evidence the other edition could not use. is_for_new: the evidence is
    for the new edition, not the old one. diagnostics: of both editions.
    """

    difference: Difference | None
    diagnostics: tuple[Diagnostic, ...] = ()
    evaluation: Evaluation | None = None
    effects: tuple[Effect, ...] = ()
    not_carried: tuple[NotCarried, ...] = ()
    is_for_new: bool = False


def diff(old: str, new: str, *, evidence: str | Path | None = None, cache: Cache = NO_CACHE) -> DiffOutcome:
    """What the edition `new` says otherwise than `old`: paths, names, or NAME@EDITION.

    evidence: scored under the edition it is for, and carried to the other one, to see who gains and who loses.
    """
    from parrules.methodology.difference.editions import difference

    sides: list[Loaded | None] = []
    found: list[Diagnostic] = [*plugin_problems()]
    for asked in (old, new):
        file, missing = find(asked, cache=cache)
        found += missing
        loaded = read_rules(file) if file is not None else None
        if loaded is not None:
            found += [one for one in loaded.diagnostics if one.is_error]
        sides.append(loaded)
    if any(one is None or one.plan is None or one.checked is None for one in sides):
        return DiffOutcome(None, in_reading_order(found))
    first, second = (one for one in sides if one is not None)
    assert first.checked is not None and second.checked is not None
    assert first.plan is not None and second.plan is not None
    changed = difference(first.checked, second.checked)
    if evidence is None:
        return DiffOutcome(changed, in_reading_order(found))
    return _with_evidence(changed, (old, new), (first.plan, second.plan), Path(evidence), cache)


def _with_evidence(
    changed: Difference, asked: tuple[str, str], plans: tuple[Plan, Plan], evidence: Path, cache: Cache
) -> DiffOutcome:
    file, findings = opened(evidence, cache)
    if file is None:
        return DiffOutcome(changed, evaluation=Evaluation((), findings=findings))
    header = file.header
    is_for_new = _is_for(plans[1].methodology, header.methodology, header.edition) and not _is_for(
        plans[0].methodology, header.methodology, header.edition
    )
    if not header.edition and plans[0].methodology.name == plans[1].methodology.name:
        is_for_new = header.end >= plans[1].methodology.valid_from
    own, other = (1, 0) if is_for_new else (0, 1)
    scored = evaluate(asked[own], evidence, cache=cache)
    if scored.round is None:
        return DiffOutcome(changed, evaluation=scored, is_for_new=is_for_new)
    round_, left = carried(scored.round, plans[own].methodology, plans[other].methodology)
    sheets, _ = score_round(plans[other], round_, round_.bodies, ())
    sides = (sheets, scored.sheets) if is_for_new else (scored.sheets, sheets)
    effects = effects_of(*sides, changed, alike=changed.scores_alike and not left)
    return DiffOutcome(changed, (), scored, effects, left, is_for_new)


def _is_for(methodology: Methodology, name: str, edition: str) -> bool:
    return methodology.name == name and edition in ("", methodology.edition)
