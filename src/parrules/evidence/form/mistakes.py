"""What can be wrong with a form that came back."""

from __future__ import annotations

import datetime

from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.source import Span


def not_a_form(shown: str) -> Diagnostic:
    """A workbook without the hidden sheet or the hidden row of a form."""
    return diagnostic("EV400", place=shown, file=shown)


def other_format(span: Span, given: str, known: str) -> Diagnostic:
    """A form of another version of parrules."""
    return diagnostic("EV401", span, given=given, known=known)


def sheet_gone(shown: str, sheet: str) -> Diagnostic:
    return diagnostic("EV402", place=shown, sheet=sheet)


def row_inserted(span: Span) -> Diagnostic:
    """Something filled in where the form has no row."""
    return diagnostic("EV403", span)


def row_twice(span: Span, name: str, first: str) -> Diagnostic:
    """A row that was copied. first: the cell where it stands first."""
    return diagnostic("EV404", span, name=name, first=first)


def row_gone(shown: str, name: str) -> Diagnostic:
    return warning("EV405", place=shown, name=name)


def code_changed(span: Span, given: str, code: str) -> Diagnostic:
    """given: what stands in the cell now."""
    return warning("EV406", span, given=given, code=code)


def column_gone(shown: str, column: str) -> Diagnostic:
    """The hidden row no longer says which column is which."""
    return diagnostic("EV407", place=shown, column=column)


def rules_changed(shown: str, edition: str) -> Diagnostic:
    """The rules are not those that the form was written from, though of the same edition."""
    return warning("EV408", place=shown, edition=edition)


def newer_edition(span: Span, edition: str, newer: str, end: datetime.date) -> Diagnostic:
    """newer: the file of the edition that is valid on the last day of the round."""
    return warning("EV409", span, edition=edition, newer=newer, end=end)


def records_of_nothing(span: Span, table: str, count: int) -> Diagnostic:
    """A table of which it is said that there is nothing to record, and that has records."""
    return diagnostic("EV410", span, table=table, count=count)


def complete_without_records(span: Span, table: str) -> Diagnostic:
    return diagnostic("EV411", span, table=table)


def not_handed_word(span: Span, table: str) -> Diagnostic:
    """What stands beside a table is none of the words that say whether it is complete."""
    return diagnostic("EV412", span, table=table)


def filled_too_early(span: Span, code: str) -> Diagnostic:
    """Points for a criterion that a later stage decides."""
    return warning("EV413", span, code=code)
