"""What a verb gives back: plain records, and what was found wrong."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.evidence.records import Round
from parrules.plan.plan import Plan
from parrules.scoring.sheet import Plugin, Sheet
from parrules.text.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class OpenedRound:
    """A round and the rules that it is scored by, both read; None where what was found stops that.

    plugins: name and version of those that take part. diagnostics: of the rule file; findings: of the evidence.
    """

    plan: Plan | None = None
    round: Round | None = None
    plugins: tuple[Plugin, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """sheets: one a body, in the order of the evidence. diagnostics: of the rule file; findings: of the evidence.

    Where an error is among the diagnostics there are no sheets. plan and round: what the sheets were scored with.
    """

    sheets: tuple[Sheet, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    plan: Plan | None = None
    round: Round | None = None

    @property
    def is_complete(self) -> bool:
        """Whether every score is settled and nothing is wrong with the evidence."""
        wrong = any(one.is_error for one in self.findings)
        return not wrong and not any(line.status == "open" for sheet in self.sheets for line in sheet.lines)
