"""What an evidence file says of a table that stands elsewhere: which file or database, and how it is to be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from parrules.evidence.readers.listing import Spelled
from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span

FILE = "file"
COLUMNS = "columns"
DATABASE = "database"
WAYS = ("sheet", "header", COLUMNS, "encoding", "separator", "ratios", "records", DATABASE, "query", "relation")
"""The keys that may stand beside `file`, and say how it is read."""


@dataclass(frozen=True, slots=True)
class TableSource:
    """Where a table stands. Everything but `span` is None where it is not said.

    span: of the whole, where it is said. file: its name beside the evidence file. sheet: of a workbook, by its name.
    header: the row that names the columns, from 1. columns: our name of a column, and the heading that it has there.
    encoding: of a text file. separator: of the cells of a text file. ratios: how a ratio without `%` reads, `percent`
    or `part`. records: the keys that lead to the records of a JSON file, joined by points. database: its address, or
    a mapping; with it one of relation (a table there) and query.
    """

    span: Span
    file: Spelled | None = None
    sheet: Spelled | None = None
    header: Spelled | None = None
    columns: tuple[tuple[Spelled, Spelled], ...] = ()
    encoding: Spelled | None = None
    separator: Spelled | None = None
    ratios: Spelled | None = None
    records: Spelled | None = None
    database: Node | None = None
    query: Spelled | None = None
    relation: Spelled | None = None

    @property
    def key(self) -> int:
        """What tells one source of an evidence file from another: where it stands."""
        return self.span.start

    @property
    def same(self) -> tuple[object, ...]:
        """What two sources have in common that read the same table in the same way."""
        alone = (self.file, self.sheet, self.header, self.encoding, self.separator, self.ratios, self.records)
        columns = tuple((ours.text, theirs.text) for ours, theirs in self.columns)
        return (*(one and one.text for one in (*alone, self.query, self.relation)), columns, self.database)


def table_source(node: Node | None) -> TableSource | None:
    """The source that a node says: `tasks.csv` alone, or a mapping with `file` or `database`. None where it says none.

    Under `values` and `bodies` a body may be called `file`: then a mapping stands under that key, and no source is
    meant.
    """
    if isinstance(node, Scalar):
        return TableSource(node.span, node) if node.text.strip() else None
    if not isinstance(node, Mapping) or not (isinstance(node.get(FILE), Scalar) or DATABASE in _keys(node)):
        return None
    spelled = {name: under for name in (FILE, *WAYS) if isinstance(under := node.get(name), Scalar) and under.text}
    columns = node.get(COLUMNS)
    pairs = columns.entries if isinstance(columns, Mapping) else ()
    return TableSource(
        node.span,
        spelled.get(FILE),
        spelled.get("sheet"),
        spelled.get("header"),
        tuple((ours, theirs) for ours, theirs in pairs if isinstance(theirs, Scalar)),
        spelled.get("encoding"),
        spelled.get("separator"),
        spelled.get("ratios"),
        spelled.get("records"),
        node.get(DATABASE),
        spelled.get("query"),
        spelled.get("relation"),
    )


def source_of_bodies(node: Node | None) -> TableSource | None:
    """The same for the list of bodies, where a body may be called `file`: what it is called has no ending."""
    file = node.get(FILE) if isinstance(node, Mapping) else None
    is_a_name = isinstance(file, Scalar) and not PurePosixPath(file.text).suffix
    return None if is_a_name else table_source(node)


def ways_without_source(node: Node | None) -> tuple[Diagnostic, ...]:
    """What a node says of how a file is read, where it names none. A body may be called so: then a mapping follows."""
    if not isinstance(node, Mapping) or table_source(node) is not None:
        return ()
    strays = (key for key, under in node.entries if key.text in WAYS and isinstance(under, Scalar))
    return tuple(way_without_source(key.span, key.text) for key in strays)


def _keys(node: Mapping) -> set[str]:
    return {key.text for key, _ in node.entries}


def way_without_source(span: Span, key: str) -> Diagnostic:
    """`sheet` and the like without a file."""
    return diagnostic("EV302", span, key=key)
