"""The verbs, and the only place that knows the order of passes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from parrules.api.bases import Bases
from parrules.api.cache import NO_CACHE, Cache
from parrules.api.find import RuleFile, find
from parrules.api.last_round import Engine, Rules, with_last_round
from parrules.api.load import Loaded, load, read
from parrules.api.mistakes import no_such_body, standard_input_twice
from parrules.api.opening import form_doubts, opened
from parrules.api.outcome import Evaluation, OpenedRound
from parrules.api.plugins import plugin_problems, readers_brought
from parrules.api.round_scoring import RoundScoring, Wanted
from parrules.evidence.from_syntax import round_of
from parrules.evidence.records import Body, Round
from parrules.plan.plan import Plan
from parrules.plugins.installed import installed
from parrules.scoring.kept import Kept
from parrules.scoring.sheet import Plugin, Sheet
from parrules.text.diagnostic import Diagnostic
from parrules.text.files import STANDARD_INPUT, read_source


def evaluate(
    methodology: str | None,
    evidence: str | Path,
    *,
    bodies: Sequence[str] = (),
    cache: Cache = NO_CACHE,
    kept: Kept = "whole",
) -> Evaluation:
    """Scores every body of an evidence file, or those named.

    methodology: the name of one that comes with parrules, a path, or None for the one that the evidence names, in the
    edition valid at the end of the round. kept: how much of each sheet; a large round is small without its ledgers.
    What is wrong is in the result; nothing is raised for it.
    """
    found = open_round(methodology, evidence, cache=cache)
    if found.plan is None or found.round is None:
        return Evaluation((), found.diagnostics, found.findings, found.plan)
    chosen, unknown = chosen_bodies(found.round, bodies)
    sheets, scored = score_round(found.plan, found.round, chosen, found.plugins, kept)
    return Evaluation(sheets, found.diagnostics, (*found.findings, *unknown, *scored), found.plan, found.round)


def open_round(methodology: str | None, evidence: str | Path, *, cache: Cache = NO_CACHE) -> OpenedRound:
    """Reads the evidence of a round and the rules that it is scored by; nothing is scored yet.

    methodology: as for `evaluate`.
    """
    path = Path(evidence)
    if methodology == STANDARD_INPUT == str(path):
        return OpenedRound(diagnostics=(standard_input_twice(),))
    file, findings = opened(path, cache)
    if file is None:
        return OpenedRound(findings=findings)
    header = file.header
    asked, asks = methodology or header.methodology, None if methodology else path
    rule_file, missing = find(asked, edition=header.edition, on=header.end, cache=cache, evidence=asks)
    findings += plugin_problems()
    if rule_file is None:
        return OpenedRound(diagnostics=missing, findings=findings)
    plugins = installed()
    loaded = load(rule_file, cache, plugins)
    if loaded.plan is None:
        return OpenedRound(diagnostics=loaded.diagnostics, findings=findings)
    round_, more = round_of(file, path.parent, loaded.plan.methodology, readers=readers_brought())
    findings += (*form_doubts(file, loaded.plan, rule_file, methodology is None, cache), *more)
    if round_ is not None:
        round_, more = with_last_round(round_, Rules(loaded.plan, rule_file), Engine(score_round, plugins, cache))
        findings += more
    return OpenedRound(loaded.plan, round_, plugins, loaded.diagnostics, findings)


def check(methodology: str, *, cache: Cache = NO_CACHE) -> tuple[Diagnostic, ...]:
    """Everything that is wrong, or doubtful, in a rule file."""
    rule_file, missing = find(methodology, cache=cache)
    found = missing if rule_file is None else read_rules(rule_file).diagnostics
    return (*plugin_problems(), *found)


def read_rules(file: RuleFile) -> Loaded:
    """A rule file through every pass, with its trees; the cache is not asked."""
    from parrules.api.siblings import editions_beside

    source = read_source(file.path, file.shown)
    return read(source, file.shown, bases=Bases(file, NO_CACHE), others=editions_beside(file))


def chosen_bodies(round_: Round, wanted: Sequence[str]) -> tuple[tuple[Body, ...], tuple[Diagnostic, ...]]:
    """The bodies that were asked for, by id or name; all when none was."""
    if not wanted:
        return round_.bodies, ()
    chosen = tuple(body for body in round_.bodies if body.id in wanted or body.name in wanted)
    known = [name for body in round_.bodies for name in (body.id, body.name)]
    return chosen, tuple(no_such_body(name, known) for name in wanted if name not in known)


def score_round(
    plan: Plan, round_: Round, bodies: Sequence[Body], plugins: tuple[Plugin, ...], kept: Kept = "whole"
) -> tuple[tuple[Sheet, ...], tuple[Diagnostic, ...]]:
    """The sheets of these bodies of a round, and what was found in the evidence while scoring."""
    scoring = RoundScoring(plan, round_, bodies, plugins, Wanted(kept=kept))
    sheets = tuple(scored.sheet for scored in scoring.each())
    return sheets, scoring.findings
