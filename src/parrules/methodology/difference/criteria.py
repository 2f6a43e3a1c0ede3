"""Criteria that are new, gone, moved or other than they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from parrules.methodology.checked import Checked
from parrules.methodology.difference.records import CriterionChange, Facet, Said, facets_of
from parrules.methodology.difference.renaming import Renaming
from parrules.methodology.difference.rows import row_changes
from parrules.methodology.model import Criterion, Each, Methodology
from parrules.syntax.tree import Expression
from parrules.syntax.unparse import unparse


def criterion_changes(old: Checked, new: Checked, renaming: Renaming) -> tuple[CriterionChange, ...]:
    """In the order of the new edition; what is gone behind the criterion that it stood behind."""
    before, after = _by_code(old.methodology), _by_code(new.methodology)
    back = {now: was for was, now in renaming.codes.items()}
    above = _above(old.methodology), _above(new.methodology)
    gone: dict[str, list[CriterionChange]] = {"": []}
    last = ""
    for code, one in before.items():
        if code in renaming.codes:
            last = renaming.codes[code]
        else:
            gone.setdefault(last, []).append(CriterionChange(code, "", one.title, one.maximum))
    found = gone[""]
    for code, one in after.items():
        if code not in back:
            found.append(CriterionChange("", code, one.title, one.maximum))
        else:
            was = back[code]
            moved = renaming.codes.get(above[0][was], "") != above[1][code]
            found += _changed(_Both(old, new, before[was], one, renaming), moved)
        found += gone.get(code, [])
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Both:
    """A criterion in both editions."""

    old: Checked
    new: Checked
    before: Criterion
    after: Criterion
    renaming: Renaming


def _changed(both: _Both, moved: bool) -> Iterator[CriterionChange]:
    one, other, renaming = both.before, both.after, both.renaming
    scores, classes = both.old.trees.scores, both.old.trees.classes
    rows = row_changes(scores.get(one.code), both.new.trees.scores.get(other.code), renaming)
    class_rows = row_changes(classes.get(one.code), both.new.trees.classes.get(other.code), renaming)
    facets = (*_facets(one, other), *_conditions(both))
    if moved or one.code != other.code or facets or rows or class_rows:
        yield CriterionChange(one.code, other.code, other.title, other.maximum, moved, facets, rows, class_rows)


def _facets(one: Criterion, other: Criterion) -> tuple[Facet, ...]:
    pairs: dict[str, tuple[Said, Said]] = {
        "title": (one.title, other.title),
        "maximum": (one.maximum, other.maximum),
        "minimum": (one.minimum, other.minimum),
        "weight": (one.weight, other.weight),
        "scored": (_way(one), _way(other)),
        "combine": (one.combine, other.combine),
        "judged_by": _of_judged(one, other, "by"),
        "step": _of_judged(one, other, "step"),
        "python": (one.python, other.python),
        "reads": (one.reads, other.reads),
        "places": (one.places, other.places),
        "if_not": (one.if_not, other.if_not),
        "outside_scale": (one.outside_scale, other.outside_scale),
        "rescale_to": (one.rescale_to, other.rescale_to),
        "stage": (one.stage, other.stage),
        "classes": (one.classes, other.classes),
        "basis": (one.basis, other.basis),
        "accountable": (one.accountable, other.accountable),
        "fidelity": (one.fidelity, other.fidelity),
        "note": (" ".join(one.note.split()), " ".join(other.note.split())),
    }
    return facets_of(pairs)


def _way(one: Criterion) -> str:
    if one.children:
        return "criteria"
    if one.python is not None:
        return "python"
    return "judged" if one.judged is not None else "each" if one.each is not None else "score"


def _of_judged(one: Criterion, other: Criterion, name: str) -> tuple[Said, Said]:
    """Where either is not judged, that it is scored otherwise is told already."""
    if one.judged is None or other.judged is None:
        return None, None
    return getattr(one.judged, name), getattr(other.judged, name)


def _conditions(both: _Both) -> tuple[Facet, ...]:
    one, other, old, new = both.before, both.after, both.old.trees, both.new.trees
    found: list[Facet] = []
    pairs = (
        ("applies", old.applies, new.applies, one.applies, other.applies),
        ("each", old.wheres, new.wheres, _each(one.each), _each(other.each)),
    )
    for what, before, after, said, now_said in pairs:
        changed = not same_meaning(before, one.code, after, other.code, both.renaming)
        if what == "each":
            changed = changed or _table_of_each(one.each, both.renaming.names) != _table_of_each(other.each, {})
        if changed:
            found.append(Facet(what, said, now_said))
    return tuple(found)


def same_meaning(
    old: Mapping[str, Expression], key: str, new: Mapping[str, Expression], new_key: str, renaming: Renaming
) -> bool:
    """Whether two conditions, or two formulas, say the same."""
    one, other = old.get(key), new.get(new_key)
    if one is None or other is None:
        return one is other
    return unparse(renaming.of(one)) == unparse(other)


def _table_of_each(each: Each | None, names: Mapping[str, str]) -> str | None:
    """The table of which each record is scored, by its new name; None where the body is scored once."""
    return None if each is None else names.get(each.table, each.table)


def _each(each: Each | None) -> str | None:
    if each is None:
        return None
    return each.table if each.where is None else f"{each.table}: {' '.join(each.where.split())}"


def _by_code(methodology: Methodology) -> dict[str, Criterion]:
    return {one.code: one for one in methodology.every_criterion()}


def _above(methodology: Methodology) -> dict[str, str]:
    """The code of the criterion above each; empty at the top."""
    found = {one.code: "" for one in methodology.criteria}
    return found | {child.code: one.code for one in methodology.every_criterion() for child in one.children}
