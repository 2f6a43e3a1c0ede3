"""The difference between two editions, by meaning: how a file is laid out, commented and spelled makes none."""

from __future__ import annotations

from parrules.methodology.checked import Checked
from parrules.methodology.difference.criteria import criterion_changes, same_meaning
from parrules.methodology.difference.pairs import paired_codes, paired_names
from parrules.methodology.difference.parts import part_changes
from parrules.methodology.difference.records import Difference, Facet, Said, facets_of
from parrules.methodology.difference.renaming import Renaming
from parrules.methodology.difference.rows import row_changes
from parrules.methodology.model import Figure, Methodology, Parameter, Table


def difference(old: Checked, new: Checked) -> Difference:
    """All that the new edition says otherwise than the old one."""
    codes = paired_codes(old.methodology, new.methodology)
    renaming = Renaming(_names(old.methodology, new.methodology), codes)
    return Difference(
        old.methodology,
        new.methodology,
        tuple(codes.items()),
        (*_facets(old.methodology, new.methodology), *_applies(old, new, renaming)),
        row_changes(old.trees.classes.get(""), new.trees.classes.get(""), renaming),
        criterion_changes(old, new, renaming),
        part_changes(old, new, renaming),
    )


def _names(old: Methodology, new: Methodology) -> dict[str, str]:
    """The new names of figures, tables and parameters that are still there."""
    one, other = _by_name(old), _by_name(new)
    return {
        **paired_names(one[0], other[0], lambda figure: (figure.title.vi, figure.kind, figure.of)),
        **paired_names(one[1], other[1], lambda table: (table.title.vi, tuple(each.name for each in table.columns))),
        **paired_names(one[2], other[2], lambda parameter: (parameter.title.vi, parameter.kind)),
    }


def _by_name(of: Methodology) -> tuple[dict[str, Figure], dict[str, Table], dict[str, Parameter]]:
    return (
        {one.name: one for one in of.figures},
        {one.name: one for one in of.tables},
        {one.name: one for one in of.parameters},
    )


def _facets(old: Methodology, new: Methodology) -> tuple[Facet, ...]:
    pairs: dict[str, tuple[Said, Said]] = {
        "methodology": (old.name, new.name),
        "edition": (old.edition, new.edition),
        "valid_from": (old.valid_from, new.valid_from),
        "valid_to": (old.valid_to, new.valid_to),
        "title": (old.title, new.title),
        "fidelity": (old.fidelity, new.fidelity),
        "levels": (old.levels, new.levels),
        "total_min": (old.total.minimum, new.total.minimum),
        "total_max": (old.total.maximum, new.total.maximum),
        "total_places": (old.total.places, new.total.places),
        "peers": (old.peers, new.peers),
        "classes": (old.classes, new.classes),
        "note": (" ".join(old.note.split()), " ".join(new.note.split())),
    }
    return facets_of(pairs)


def _applies(old: Checked, new: Checked, renaming: Renaming) -> tuple[Facet, ...]:
    if same_meaning(old.trees.applies, "", new.trees.applies, "", renaming):
        return ()
    return (Facet("applies", old.methodology.applies, new.methodology.applies),)
