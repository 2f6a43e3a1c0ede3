"""How the cells of a column stand in a query: as whole numbers, days, texts, yes or no."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, Literal

from parrules.methodology.model import Column
from parrules.values.amounts import Value
from parrules.values.nothing import NONE
from parrules.values.numbers import quotient

Sort = Literal["number", "day", "text", "truth"]

FIRST_DAY, LAST_DAY = datetime.date.min, datetime.date.max


@dataclass(frozen=True, slots=True)
class CellColumn:
    """A column as queries read it.

    value: what stands in a cell, in SQL; NULL where nothing does. A number is a whole one, worth `value / under`.
    missing: when a cell is not known, in SQL; empty where that never happens. joined: the words it is read by, in SQL.
    plain: a decimal number as the source has it, where none of them is wrong.
    """

    column: Column
    sort: Sort
    value: str
    under: int = 1
    missing: str = ""
    joined: str = ""
    plain: str = ""

    def of_cell(self, cell: Any) -> Value:
        """What DuckDB gives for `value`, as a value."""
        if cell is None:
            return NONE
        if isinstance(cell, datetime.date):
            return cell.toordinal()
        if isinstance(cell, (bool, str)):
            return cell
        return quotient(int(cell), self.under) if self.under != 1 else int(cell)


def quoted(name: str) -> str:
    """A name in SQL."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text in SQL."""
    return "'" + text.replace("'", "''") + "'"


def day(at: datetime.date) -> str:
    return f"DATE '{at.isoformat()}'"
