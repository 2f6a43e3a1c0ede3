"""From a rule file to the records of a methodology and the trees of its programs."""

from __future__ import annotations

from typing import cast

from parrules.methodology.basis_from_syntax import basis_from, check_citations
from parrules.methodology.classes import classes_from
from parrules.methodology.criteria_from_syntax import criteria_from
from parrules.methodology.editions import BaseOf, no_other_files, whole_edition
from parrules.methodology.evidence_from_syntax import evidence_from
from parrules.methodology.levels import Levels, levels_from
from parrules.methodology.maxima import check_maxima
from parrules.methodology.model import Fidelity, Methodology, Total
from parrules.methodology.other_spelling import of_programs
from parrules.methodology.parameters_from_syntax import parameters_from
from parrules.methodology.peers import peers_from
from parrules.methodology.points import minimum_above_maximum
from parrules.methodology.programs import expression
from parrules.methodology.quotas import quotas_from
from parrules.methodology.ranking import ranking_from
from parrules.methodology.reading import Reading, below, number, scalar, text, title
from parrules.methodology.stages_from_syntax import check_deciding_stages, stages_from
from parrules.methodology.trees import Trees
from parrules.methodology.validity import period
from parrules.syntax.nodes import Mapping
from parrules.text.diagnostic import Diagnostic, in_reading_order
from parrules.text.source import Source


def methodology_from(
    source: Source, base_of: BaseOf = no_other_files
) -> tuple[Methodology | None, Trees | None, tuple[Diagnostic, ...]]:
    """The methodology that a rule file says, and its trees; None for both where anything in it is an error.

    base_of: finds the edition that a file extends. A file that is not YAML is not looked at further, and one of
    another shape is not decoded; apart from that all mistakes are returned at once, in reading order. Warnings may
    come with a methodology.
    """
    node, languages, found = whole_edition(source, base_of)
    if node is None or _stops(found):
        return None, None, in_reading_order(found)
    reading = Reading(source, languages[source], found=list(found), languages=languages)
    methodology = _methodology(node, reading)
    reading.found.extend(of_programs(reading))
    check_maxima(methodology, number(below(node, "total"), "scale"), reading)
    check_citations(methodology, reading)
    shown = in_reading_order(reading.found)
    return (None, None, shown) if _stops(shown) else (methodology, reading.trees(), shown)


def _methodology(node: Mapping, reading: Reading) -> Methodology:
    name = scalar(node, "methodology")
    reading.place("methodology", name.span if name else None)
    extends = scalar(node, "extends")
    reading.place("extends", extends.span if extends else None)
    start, end = period(below(node, "valid"), reading)
    assert start is not None  # the shape asks for it, and for a day that there is
    figures, tables = evidence_from(node.get("evidence"), reading)
    levels = levels_from(node, reading)
    classes, class_program = classes_from(node, "", reading)
    criteria = criteria_from(node.get("criteria"), levels, reading)
    stages = stages_from(node.get("stages"), reading)
    check_deciding_stages(criteria, stages, reading)
    return Methodology(
        name=text(node, "methodology"),
        edition=text(node, "edition"),
        title=title(node),
        fidelity=cast(Fidelity, text(node, "fidelity")),
        valid_from=start,
        valid_to=end,
        levels=levels.names,
        basis=basis_from(node.get("basis"), reading),
        figures=figures,
        tables=tables,
        parameters=parameters_from(node.get("parameters"), (start, end), reading),
        criteria=criteria,
        total=_total(below(node, "total"), levels, reading),
        language=reading.language,
        applies=expression(node, "applies", "", reading.applies, reading),
        classes=classes,
        class_program=class_program,
        note=text(node, "note"),
        peers=peers_from(node, figures, reading),
        file=reading.source.name,
        quotas=quotas_from(node, classes, reading),
        ranking=ranking_from(node, criteria, levels.total, reading),
        stages=stages,
    )


def _total(node: Mapping | None, levels: Levels, reading: Reading) -> Total:
    said = scalar(node, "scale")
    reading.place("scale", said.span if said else None)
    minimum, maximum = number(node, "min") or 0, number(node, "max")
    if maximum is not None and minimum > maximum:
        place = scalar(node, "min") or scalar(node, "max")
        assert place is not None  # one of the two was given
        reading.found.append(minimum_above_maximum(place.span, minimum, maximum))
    return Total(minimum, maximum, levels.total)


def _stops(found: tuple[Diagnostic, ...]) -> bool:
    return any(one.is_error for one in found)
