"""Small rule files for tests of scoring, and evidence for them without files."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from textwrap import indent
from typing import Any

from parrules.api.load import Loaded, read
from parrules.evidence.records import Body, Mark, Provenance, Record, Records, Round, Supplied
from parrules.plan.plan import Plan
from parrules.scoring.score import prepare, score_body
from parrules.scoring.sheet import Line, Sheet
from parrules.text.source import Source

START, END = datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)
_HEAD = """\
parrules: 1
methodology: a.test
edition: "1"
title: Thử
fidelity: illustrative
valid: {from: 2025-01-01}
"""


def criterion(program: str, code: str = "1", maximum: object = 10, more: str = "") -> str:
    """A criterion with a program, as it stands in a rule file."""
    head = f'- code: "{code}"\n  title: Tiêu chí\n  max: {maximum}\n'
    return f"{head}{indent(more, '  ')}  score: |\n{indent(program, '    ')}\n"


def loaded(evidence: str, criteria: str, more: str = "") -> Loaded:
    """Every pass over a rule file with this evidence and these criteria."""
    text = f"{_HEAD}{more}evidence:\n{indent(evidence, '  ')}\ncriteria:\n{indent(criteria, '  ')}"
    return read(Source("a.yaml", text), "a.yaml")


def errors(evidence: str, criteria: str, more: str = "") -> list[str]:
    """The codes of what is wrong with it."""
    return [one.code for one in loaded(evidence, criteria, more).diagnostics if one.is_error]


def planned(evidence: str, criteria: str, more: str = "") -> Plan:
    found = loaded(evidence, criteria, more)
    assert found.plan is not None, found.diagnostics
    return found.plan


def sheet(
    plan: Plan,
    figures: Mapping[str, Any] | None = None,
    tables: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    marks: Mapping[str, Any] | None = None,
) -> Sheet:
    """The score sheet of a body of which this was handed in."""
    nowhere = Provenance()
    body = Body(
        "a",
        "A",
        figures={name: Supplied(value, "", nowhere) for name, value in (figures or {}).items()},
        tables={
            name: Records(tuple(Record(dict(one), row) for row, one in enumerate(records, 1)), nowhere)
            for name, records in (tables or {}).items()
        },
        marks={code: Mark(value, "", nowhere) for code, value in (marks or {}).items()},
    )
    return score_body(prepare(plan), Round("a.test", "1", 2025, START, END, "self", (body,)), body)[0]


def lines(found: Sheet) -> dict[str, Line]:
    return {line.code: line for line in found.lines}
