"""Which tables of an evidence file stand elsewhere, and what the columns of each may be called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from parrules.evidence.csv_values import BODY, PARTS
from parrules.evidence.declared import Declared
from parrules.evidence.readers.column_names import ColumnNames, alike, meant_by
from parrules.evidence.readers.source import TableSource, source_of_bodies, table_source, ways_without_source
from parrules.evidence.yaml_values import text_of
from parrules.methodology.model import Column, Figure
from parrules.syntax import nodes
from parrules.text.diagnostic import Diagnostic

_RESERVED = (*BODY, *PARTS, "name", "group", "region", "figure", "value")
"""The names of columns that hold no figure."""


@dataclass(frozen=True, slots=True)
class TableSources:
    """All of them, and by its key what the columns of each may be called. elsewhere: the keys of those that stand for
    no table of records."""

    every: Sequence[TableSource]
    names: Mapping[int, ColumnNames]
    elsewhere: Sequence[int]


def table_sources(root: nodes.Mapping, declared: Declared) -> tuple[TableSources, Sequence[Diagnostic]]:
    """Every table that the evidence file says to stand elsewhere; what says how a file is read, and names none, is
    found."""
    bodies, values = root.get("bodies"), root.get("values")
    records = [*_below(root.get("tables")), *(one for _, body in _below(values) for one in _below(body))]
    listed, figures = source_of_bodies(bodies), table_source(values) if isinstance(values, nodes.Mapping) else None
    sources = [(name.text, node, table_source(node)) for name, node in records if isinstance(node, nodes.Mapping)]
    names = _names(declared) if listed or figures or any(one for _, _, one in sources) else {}
    of: dict[int, ColumnNames] = {}
    every = [one for one in (listed, figures) if one is not None]
    elsewhere = [one.key for one in every]
    if listed is not None:
        of[listed.key] = names["bodies"]
    if figures is not None:
        of[figures.key] = names["values"]
    for name, node, source in sources:
        if source is not None:
            every.append(source)
            of[source.key] = _with_body(names.get(f"table {name}", names["values"]), node)
    found = [one for node in (values, *(node for _, node in records)) for one in ways_without_source(node)]
    return TableSources(every, of, elsewhere), found


def _below(node: nodes.Node | None) -> Sequence[tuple[nodes.Scalar, nodes.Node]]:
    return node.entries if isinstance(node, nodes.Mapping) else ()


def _with_body(names: ColumnNames, node: nodes.Mapping) -> ColumnNames:
    """The same with the column that is said to name the body: whatever it is called, it is no other one."""
    column = text_of(node, "body")
    return replace(names, of=f"{names.of}, {column}", exact=names.exact | {column}) if column else names


def _names(declared: Declared) -> Mapping[str, ColumnNames]:
    """By where a table stands, what its columns may be called."""
    columns_named = (column.name for table in declared.tables.values() for column in table.columns)
    exact = frozenset({*declared.figures, *columns_named, *_RESERVED})
    handed: dict[str, list[Figure | Column]] = {
        section: [declared.figures[name] for name in declared.handed_in(section) if name in declared.figures]
        for section in ("bodies", "values")
    }
    for table in declared.tables.values():
        handed[f"table {table.name}"] = [column for column in table.columns if column.formula is None]
    every = frozenset(words for columns in handed.values() for words in meant_by(columns))
    return {of: ColumnNames(of, exact, _with_reserved(columns), every) for of, columns in handed.items()}


def _with_reserved(columns: Iterable[Figure | Column]) -> Mapping[str, tuple[str, ...]]:
    return {**{alike(name): (name,) for name in _RESERVED}, **meant_by(columns)}
