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
    from parrules.api.lost import lost
    from parrules.api.outcome import Evaluation
    from parrules.api.rank import rank
    from parrules.api.reconcile import reconcile
    from parrules.api.verbs import check, evaluate
    from parrules.evidence.records import Body, Provenance, Record, Records, Round, Supplied
    from parrules.methodology.model import Criterion, Methodology
    from parrules.report.diagnostics import render
    from parrules.report.exact_json import exact_text
    from parrules.report.receipt import receipt
    from parrules.scoring.sheet import Entry, Line, Loss, Sheet
    from parrules.standing.standing import Standing
    from parrules.text.diagnostic import Diagnostic
    from parrules.values.ranges import Range

_HOMES = {
    "Body": "evidence.records",
    "Calculated": "api.calc",
    "Criterion": "methodology.model",
    "Diagnostic": "text.diagnostic",
    "Entry": "scoring.sheet",
    "Evaluation": "api.outcome",
    "Line": "scoring.sheet",
    "Loss": "scoring.sheet",
    "Methodology": "methodology.model",
    "Provenance": "evidence.records",
    "Range": "values.ranges",
    "Record": "evidence.records",
    "Records": "evidence.records",
    "Round": "evidence.records",
    "Sheet": "scoring.sheet",
    "Standing": "standing.standing",
    "Supplied": "evidence.records",
    "calculate": "api.calc",
    "check": "api.verbs",
    "compare": "api.compare",
    "evaluate": "api.verbs",
    "exact_text": "report.exact_json",
    "lost": "api.lost",
    "rank": "api.rank",
    "receipt": "report.receipt",
    "reconcile": "api.reconcile",
    "render": "report.diagnostics",
}
"""Where each public name lives; nothing else is promised to stay."""

__all__ = [
    "Body",
    "Calculated",
    "Criterion",
    "Diagnostic",
    "Entry",
    "Evaluation",
    "Line",
    "Loss",
    "Methodology",
    "Provenance",
    "Range",
    "Record",
    "Records",
    "Round",
    "Sheet",
    "Standing",
    "Supplied",
    "__version__",
    "calculate",
    "check",
    "compare",
    "evaluate",
    "exact_text",
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
