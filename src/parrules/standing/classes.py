"""Classes that wait for all totals: given in a second step, from the sheets; nothing is scored again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parrules.evidence.records import Round
from parrules.scoring.classes import class_of
from parrules.scoring.score import Prepared
from parrules.scoring.sheet import Sheet
from parrules.standing.results import facts_after, with_totals
from parrules.standing.round_tables import RoundTables


def classed(prepared: Prepared, round_: Round, sheets: Sequence[Sheet], tables: RoundTables) -> tuple[Sheet, ...]:
    """The sheets of all bodies of a round with their classes, where the class looks at the totals of others."""
    plan = prepared.plan
    program = plan.classes
    if program is None or not plan.class_reads_bodies:
        return tuple(sheets)
    seen = with_totals(plan, round_, sheets, tables)
    bodies = {body.id: body for body in round_.bodies}
    found = []
    for sheet in sheets:
        if sheet.assessed:
            facts = facts_after(prepared, round_, bodies[sheet.body], sheet, seen[sheet.body])
            given, entries = class_of(program, plan.methodology.classes, facts)
            sheet = replace(sheet, classes=given, class_entries=entries)
        found.append(sheet)
    return tuple(found)
