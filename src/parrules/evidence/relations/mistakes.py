"""What can be wrong with a large table as a whole."""

from __future__ import annotations

from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span


def needs_duckdb(span: Span) -> Diagnostic:
    """The extra that reads large tables is not installed."""
    return diagnostic("EV501", span)


def not_a_parquet(span: Span, file: str) -> Diagnostic:
    """A file that is none, was cut off, or is damaged."""
    return diagnostic("EV502", span, file=file)


def source_lost(place: str) -> Diagnostic:
    """It was there at first, and then could not be read any more."""
    return diagnostic("EV503", place=place, file=place)


def inexact_column(span: Span, name: str, type_: str) -> Diagnostic:
    """A column of binary fractions. type_: as the source calls it."""
    return diagnostic("EV504", span, name=name, type=type_)


def unreadable_column(span: Span, name: str, type_: str) -> Diagnostic:
    """A column of lists, structures or bytes."""
    return diagnostic("EV505", span, name=name, type=type_)


def only_under_tables(span: Span) -> Diagnostic:
    """A Parquet file or a database as the list of bodies, or as their figures."""
    return diagnostic("EV506", span)


def not_reached(span: Span, place: str) -> Diagnostic:
    """A database that does not answer, or a file that is none. The address is not shown."""
    return diagnostic("EV507", span, database=place)


def database_lost(span: Span, place: str) -> Diagnostic:
    """It went away, or was too slow, while it was read."""
    return diagnostic("EV508", span, database=place)


def no_such_table(span: Span, place: str) -> Diagnostic:
    return diagnostic("EV509", span, database=place)


def query_refused(span: Span, place: str, reason: str | None) -> Diagnostic:
    """reason: what the database says, in its own words."""
    return diagnostic("EV510", span, database=place, reason=(reason or "")[:200] or None)


def relation_or_query(span: Span) -> Diagnostic:
    """A database without saying which table or what query, or with both."""
    return diagnostic("EV511", span)


def variable_not_set(span: Span, name: str) -> Diagnostic:
    return diagnostic("EV512", span, name=name)


def password_in_file(span: Span) -> Diagnostic:
    return diagnostic("EV513", span)


def unknown_database(span: Span) -> Diagnostic:
    """An address of another kind of database. It is not shown: there may be a password in it."""
    return diagnostic("EV514", span)


def needs_psycopg(span: Span) -> Diagnostic:
    """The extra that reads PostgreSQL is not installed."""
    return diagnostic("EV515", span)


def neither_file_nor_database(span: Span, table: str) -> Diagnostic:
    return diagnostic("EV516", span, table=table)


def only_utf_8(span: Span) -> Diagnostic:
    """A text file that is too large to be read as a whole, in another encoding. span: where that is said."""
    return diagnostic("EV517", span)
