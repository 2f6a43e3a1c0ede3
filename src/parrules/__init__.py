"""Scoring rules as text, scores as receipts.

The verbs and the records, each imported when it is first used:

    import parrules

    result = parrules.evaluate("vn.nd307.commune", "evidence.yaml")
    for sheet in result.sheets:
        print(sheet.body_name, parrules.exact_text(sheet.total))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from parrules.api.calc import Calculated, calculate
    from parrules.api.compare import compare
    from parrules.api.diff import diff
    from parrules.api.lost import lost
    from parrules.api.outcome import Evaluation
    from parrules.api.rank import rank
    from parrules.api.reconcile import reconcile
    from parrules.api.verbs import check, evaluate
    from parrules.constructs.vocabulary import Argument, Function, Gathered, Gathering, StatementWord
    from parrules.evidence.records import Body, Provenance, Record, Records, Round, Supplied
    from parrules.methodology.model import Criterion, Methodology
    from parrules.plugins.hooks import hookimpl
    from parrules.plugins.records import Check, Reader, ReportFormat, Said
    from parrules.report.diagnostics import render
    from parrules.report.exact_json import exact_text
    from parrules.report.receipt import receipt
    from parrules.scoring.frozen import FrozenEvidence
    from parrules.scoring.in_python import Between, Scored, ScoredInPython, Step
    from parrules.scoring.sheet import Entry, Line, Loss, Sheet
    from parrules.standing.standing import Standing
    from parrules.text.diagnostic import Diagnostic
    from parrules.values.kinds import Kind
    from parrules.values.nothing import MISSING
    from parrules.values.ranges import Range

_HOMES = {
    "MISSING": "values.nothing",
    "Argument": "constructs.vocabulary",
    "Between": "scoring.in_python",
    "Body": "evidence.records",
    "Calculated": "api.calc",
    "Check": "plugins.records",
    "Criterion": "methodology.model",
    "Diagnostic": "text.diagnostic",
    "Entry": "scoring.sheet",
    "Evaluation": "api.outcome",
    "FrozenEvidence": "scoring.frozen",
    "Function": "constructs.vocabulary",
    "Gathered": "constructs.vocabulary",
    "Gathering": "constructs.vocabulary",
    "Kind": "values.kinds",
    "Line": "scoring.sheet",
    "Loss": "scoring.sheet",
    "Methodology": "methodology.model",
    "Provenance": "evidence.records",
    "Range": "values.ranges",
    "Reader": "plugins.records",
    "Record": "evidence.records",
    "Records": "evidence.records",
    "ReportFormat": "plugins.records",
    "Round": "evidence.records",
    "Said": "plugins.records",
    "Scored": "scoring.in_python",
    "ScoredInPython": "scoring.in_python",
    "Sheet": "scoring.sheet",
    "Standing": "standing.standing",
    "StatementWord": "constructs.vocabulary",
    "Step": "scoring.in_python",
    "Supplied": "evidence.records",
    "calculate": "api.calc",
    "check": "api.verbs",
    "compare": "api.compare",
    "diff": "api.diff",
    "evaluate": "api.verbs",
    "exact_text": "report.exact_json",
    "hookimpl": "plugins.hooks",
    "lost": "api.lost",
    "rank": "api.rank",
    "receipt": "report.receipt",
    "reconcile": "api.reconcile",
    "render": "report.diagnostics",
}
"""Where each public name lives; nothing else is promised to stay."""

__all__ = [
    "MISSING",
    "Argument",
    "Between",
    "Body",
    "Calculated",
    "Check",
    "Criterion",
    "Diagnostic",
    "Entry",
    "Evaluation",
    "FrozenEvidence",
    "Function",
    "Gathered",
    "Gathering",
    "Kind",
    "Line",
    "Loss",
    "Methodology",
    "Provenance",
    "Range",
    "Reader",
    "Record",
    "Records",
    "ReportFormat",
    "Round",
    "Said",
    "Scored",
    "ScoredInPython",
    "Sheet",
    "Standing",
    "StatementWord",
    "Step",
    "Supplied",
    "__version__",
    "calculate",
    "check",
    "compare",
    "diff",
    "evaluate",
    "exact_text",
    "hookimpl",
    "lost",
    "rank",
    "receipt",
    "reconcile",
    "render",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'parrules' has no attribute {name!r}")
    return getattr(import_module(f"parrules.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
