"""The formats in which the sheets of a round are written one after another, so that no more than a few are at hand.

Of each sheet three pieces: what is known of it as soon as its body is scored, the criteria, is written then; what may
have to wait for all bodies, the class, stands in the piece before or in the piece after.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from parrules.report.csv_table import MARK, closing_rows, criterion_rows, heading_row
from parrules.report.ledger import ledger
from parrules.report.receipt import CLOSING, OPENING, criteria_lines, head_line
from parrules.report.table import heading
from parrules.report.total_ledger import total_ledger
from parrules.scoring.sheet import Sheet
from parrules.text.spelling import Language


class Layout(Protocol):
    """How one format writes a round."""

    @property
    def frame(self) -> Frame: ...

    def head(self, sheet: Sheet) -> str: ...

    def criteria(self, sheet: Sheet) -> str: ...

    def foot(self, sheet: Sheet) -> str: ...


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before the first sheet, between two of them, and after the last."""

    opening: str = ""
    between: str = ""
    closing: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptLayout:
    """The receipt of many bodies: a criterion a line."""

    codes: tuple[str, ...] = ()
    """The criteria that are shown, with all below them; all where none is named."""

    @property
    def frame(self) -> Frame:
        return Frame(OPENING, ",\n", CLOSING)

    def head(self, sheet: Sheet) -> str:
        return head_line(sheet)

    def criteria(self, sheet: Sheet) -> str:
        return criteria_lines(only(sheet, self.codes))

    def foot(self, sheet: Sheet) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class CsvLayout:
    """A row a criterion, then the total of each body."""

    language: Language
    codes: tuple[str, ...] = ()

    @property
    def frame(self) -> Frame:
        return Frame(MARK + heading_row(self.language))

    def head(self, sheet: Sheet) -> str:
        return ""

    def criteria(self, sheet: Sheet) -> str:
        return criterion_rows(only(sheet, self.codes), self.language)

    def foot(self, sheet: Sheet) -> str:
        return closing_rows(sheet, self.language)


@dataclass(frozen=True, slots=True)
class LedgerLayout:
    """The ledger of each criterion, then that of the total, unless criteria are named."""

    language: Language
    width: int
    codes: tuple[str, ...] = ()

    @property
    def frame(self) -> Frame:
        return Frame(between="\n")

    def head(self, sheet: Sheet) -> str:
        return heading(sheet, self.language, self.width) + "\n"

    def criteria(self, sheet: Sheet) -> str:
        lines = only(sheet, self.codes).lines
        return "".join(f"\n{ledger(line, self.language, self.width)}" for line in lines)

    def foot(self, sheet: Sheet) -> str:
        return "" if self.codes else "\n" + total_ledger(sheet, self.language, self.width)


def only(sheet: Sheet, codes: Sequence[str]) -> Sheet:
    """The sheet with the lines of these criteria and of those below them; the whole sheet where none is named."""
    if not codes:
        return sheet
    lines = {line.code: line for line in sheet.lines}
    wanted: set[str] = set()
    waiting = [code for code in codes if code in lines]
    while waiting:
        code = waiting.pop()
        wanted.add(code)
        waiting.extend(child for child in lines[code].children if child in lines)
    return replace(sheet, lines=tuple(line for line in sheet.lines if line.code in wanted))
