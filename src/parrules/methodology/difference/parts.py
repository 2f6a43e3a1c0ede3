"""Figures, tables, parameters, legal texts, stages, quotas and the ranking that are new, gone or other than before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from parrules.methodology.checked import Checked
from parrules.methodology.difference.criteria import same_meaning
from parrules.methodology.difference.records import Facet, PartChange, PartName, Said, Values, Worth, facets_of
from parrules.methodology.difference.renaming import Renaming
from parrules.methodology.model import (
    UNTITLED,
    Basis,
    Column,
    Figure,
    Methodology,
    Parameter,
    Quota,
    Ranking,
    Stage,
    Table,
    Title,
)
from parrules.syntax.tree import Expression
from parrules.values.kinds import Kind
from parrules.values.numbers import Exact

_Part = TypeVar("_Part")
_Facets = Callable[[_Part, _Part], tuple[Facet, ...]]


def part_changes(old: Checked, new: Checked, renaming: Renaming) -> tuple[PartChange, ...]:
    """Evidence first, then parameters, legal texts, stages, quotas and the ranking."""
    one, other = old.methodology, new.methodology
    names = renaming.names
    formulas = _Formulas(old.trees.formulas, new.trees.formulas, renaming)
    return (
        *_changes("figure", _named(one.figures), _named(other.figures), names, formulas.of_figure),
        *_tables(_named(one.tables), _named(other.tables), names, formulas),
        *_changes("parameter", _named(one.parameters), _named(other.parameters), names, _of_parameter),
        *_changes("basis", _named(one.basis), _named(other.basis), {}, _of_basis),
        *_changes("stage", _named(one.stages), _named(other.stages), {}, _of_stage),
        *_quotas(old, new, renaming),
        *_ranking(old, new, renaming),
    )


@dataclass(frozen=True, slots=True)
class _Formulas:
    """What is computed, compared by what it says."""

    old: Mapping[str, Expression]
    new: Mapping[str, Expression]
    renaming: Renaming

    def of_figure(self, one: Figure, other: Figure) -> tuple[Facet, ...]:
        wholes = self.renaming.names.get(one.within or "", one.within), other.within
        pairs: dict[str, tuple[Said, Said]] = {
            "of": (one.of, other.of),
            "better": (one.better, other.better),
            "expected_min": (_worth(one.expected_low, one.kind), _worth(other.expected_low, other.kind)),
            "expected_max": (_worth(one.expected_high, one.kind), _worth(other.expected_high, other.kind)),
            "within": wholes,
            "basis": (one.basis, other.basis),
        }
        return (*_declared(one, other), *facets_of(pairs), *self._formula(one, one.name, other, other.name))

    def of_column(self, table: str, new_table: str) -> _Facets[Column]:
        def facets(one: Column, other: Column) -> tuple[Facet, ...]:
            formula = self._formula(one, f"{table}.{one.name}", other, f"{new_table}.{other.name}")
            return (*_declared(one, other), *formula)

        return facets

    def _formula(self, one: Figure | Column, key: str, other: Figure | Column, new_key: str) -> tuple[Facet, ...]:
        if same_meaning(self.old, key, self.new, new_key, self.renaming):
            return ()
        return (Facet("formula", one.formula, other.formula),)


def _declared(one: Figure | Column, other: Figure | Column) -> tuple[Facet, ...]:
    """What figures and columns say alike."""
    pairs: dict[str, tuple[Said, Said]] = {
        "title": (one.title, other.title),
        "type": (one.kind, other.kind),
        "min": (_worth(one.low, one.kind), _worth(other.low, other.kind)),
        "max": (_worth(one.high, one.kind), _worth(other.high, other.kind)),
        "none": (one.none, other.none),
    }
    return facets_of(pairs)


def _tables(
    old: Mapping[str, Table], new: Mapping[str, Table], names: Mapping[str, str], formulas: _Formulas
) -> Iterator[PartChange]:
    yield from _changes("table", old, new, names, _of_table)
    for name, one in old.items():
        other = new.get(names.get(name, name))
        if other is not None:
            before = {f"{name}.{column.name}": column for column in one.columns}
            after = {f"{other.name}.{column.name}": column for column in other.columns}
            same = {key: f"{other.name}.{column.name}" for key, column in before.items()}
            found = _changes("column", before, after, same, formulas.of_column(name, other.name))
            yield from (change for change in found if change.facets or "" in (change.old, change.new))


def _of_table(one: Table, other: Table) -> tuple[Facet, ...]:
    return facets_of({"title": (one.title, other.title), "id": (one.id, other.id)})


def _of_parameter(one: Parameter, other: Parameter) -> tuple[Facet, ...]:
    values = Values(one.kind, one.values), Values(other.kind, other.values)
    return facets_of({"title": (one.title, other.title), "type": (one.kind, other.kind), "values": values})


def _of_basis(one: Basis, other: Basis) -> tuple[Facet, ...]:
    return facets_of(
        {
            "title": (one.title, other.title),
            "article": (one.article, other.article),
            "valid_from": (one.valid_from, other.valid_from),
            "valid_to": (one.valid_to, other.valid_to),
        }
    )


def _of_stage(one: Stage, other: Stage) -> tuple[Facet, ...]:
    return facets_of({"title": (one.title, other.title), "by": (one.by, other.by)})


def _quotas(old: Checked, new: Checked, renaming: Renaming) -> Iterator[PartChange]:
    before, after = ({one.of: one for one in each.methodology.quotas} for each in (old, new))

    def facets(one: Quota, other: Quota) -> tuple[Facet, ...]:
        key = f"quota:{one.of}"
        same = same_meaning(old.trees.standings, key, new.trees.standings, key, renaming)
        formula = () if same else (Facet("at_most", one.at_most, other.at_most),)
        return (*formula, *facets_of({"by": (one.by, other.by), "ties": (one.ties, other.ties)}))

    yield from _changes("quota", before, after, {}, facets)


def _ranking(old: Checked, new: Checked, renaming: Renaming) -> Iterator[PartChange]:
    before, after = (_ranking_of(each.methodology) for each in (old, new))

    def facets(one: Ranking, other: Ranking) -> tuple[Facet, ...]:
        then = tuple(renaming.codes.get(code, code) for code in one.then)
        same = same_meaning(old.trees.standings, "ranking", new.trees.standings, "ranking", renaming)
        pairs: dict[str, tuple[Said, Said]] = {
            "by": (one.by, other.by),
            "ties": (one.ties, other.ties),
            "then": (then, other.then),
            "rounded": (one.rounded, other.rounded),
        }
        return (*facets_of(pairs), *(() if same else (Facet("applies", one.applies, other.applies),)))

    yield from _changes("ranking", before, after, {}, facets)


def _ranking_of(methodology: Methodology) -> dict[str, Ranking]:
    return {} if methodology.ranking is None else {"ranking": methodology.ranking}


def _changes(
    part: PartName, old: Mapping[str, _Part], new: Mapping[str, _Part], names: Mapping[str, str], facets: _Facets[_Part]
) -> Iterator[PartChange]:
    """In the order of the new edition, what is gone behind. names: the new ones of those that are still there."""
    back = {names.get(name, name): name for name in old if names.get(name, name) in new}
    for name, other in new.items():
        was = back.get(name)
        if was is None:
            yield PartChange(part, "", name, _title(other))
            continue
        found = facets(old[was], other)
        if found or was != name:
            yield PartChange(part, was, name, _title(other), found)
    for name, one in old.items():
        if name not in back.values():
            yield PartChange(part, name, "", _title(one))


def _title(part: object) -> Title:
    title = getattr(part, "title", UNTITLED)
    assert isinstance(title, Title)
    return title


def _worth(value: Exact | None, kind: Kind) -> Worth | None:
    return None if value is None else Worth(value, kind)


_Named = TypeVar("_Named", Figure, Table, Parameter, Basis, Stage)


def _named(parts: tuple[_Named, ...]) -> dict[str, _Named]:
    return {one.name: one for one in parts}
