"""parrules: the plain interpreter, a full score sheet with ledgers, evidence and losses for each body."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assessment import RULES, Figures, evidence_file, rule_file

from parrules.api.cache import NO_CACHE
from parrules.api.find import RuleFile
from parrules.api.load import load
from parrules.evidence.from_syntax import round_from
from parrules.evidence.records import Round
from parrules.plan.plan import Plan
from parrules.scoring.score import prepare, score_body
from parrules.scoring.sheet import Sheet
from parrules.text.files import source_of
from parrules.text.source import Source

CODES = tuple(f"{rule.field + 1}.{rule.number % 10 + 1}" for rule in RULES)


def plan_in(folder: Path) -> Plan:
    """The rule file, written into a folder and read through every pass."""
    path = folder / "vn.benchmark.yaml"
    path.write_text(rule_file(), encoding="utf-8")
    loaded = load(RuleFile(path, path.name), NO_CACHE, ())
    if loaded.plan is None:
        raise SystemExit(f"the rule file is refused: {loaded.diagnostics}")
    return loaded.plan


def round_of(bodies: tuple[Figures, ...], plan: Plan) -> Round:
    """The evidence file, read."""
    source = source_of(evidence_file(bodies).encode(), "evidence.yaml")
    assert isinstance(source, Source)
    round_, found = round_from(source, Path(), plan.methodology)
    if round_ is None or found:
        raise SystemExit(f"the evidence is refused: {found}")
    return round_


def engine(bodies: tuple[Figures, ...]) -> Callable[[], list[Sheet]]:
    """What scores every body once."""
    with TemporaryDirectory() as folder:
        plan = plan_in(Path(folder))
    round_ = round_of(bodies, plan)

    def score() -> list[Sheet]:
        prepared = prepare(plan)
        return [score_body(prepared, round_, body)[0] for body in round_.bodies]

    return score


def scores(sheets: list[Sheet]) -> tuple[list[list[Any]], list[Any]]:
    """Of each body the scores of the criteria, and the total."""
    by_code = [{line.code: line.score for line in sheet.lines} for sheet in sheets]
    return [[one[code] for code in CODES] for one in by_code], [sheet.total for sheet in sheets]
