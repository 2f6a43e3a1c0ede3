"""Criteria, from what stands under `criteria`: field, criterion and component are one record."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Literal, cast

from parrules.methodology.classes import classes_from
from parrules.methodology.codes import code_from
from parrules.methodology.each import each_from
from parrules.methodology.exemptions import check_applies, check_rescaled
from parrules.methodology.levels import Levels, check_depth, places_of
from parrules.methodology.model import Criterion, Fidelity
from parrules.methodology.points import above_zero, judged_from, minimum_from
from parrules.methodology.programs import expression, program
from parrules.methodology.reading import Reading, mappings, number, scalar, scalars, text, title, yes
from parrules.methodology.ways import check_ways
from parrules.syntax.nodes import Mapping, Node

IfNot = Literal["left_out", "full", "zero", "shared"]
Combine = Literal["sum", "mean", "highest", "lowest"]


def criteria_from(
    node: Node | None, levels: Levels, reading: Reading, depth: int = 0, outside: bool = False
) -> tuple[Criterion, ...]:
    """The criteria of a list, with all that stand below them. What is below a bonus block is outside the scale, too."""
    return tuple(_criterion(one, levels, depth, outside, reading) for one in mappings(node))


def _criterion(node: Mapping, levels: Levels, depth: int, outside: bool, reading: Reading) -> Criterion:
    said = scalar(node, "code")
    assert said is not None  # the shape of the file has been checked
    code = code_from(said, reading)
    check_depth(said, levels, depth, reading)
    _places(node, code, reading)
    check_ways(node, said, reading)
    outside = outside or yes(node, "outside_scale")
    children = criteria_from(node.get("criteria"), levels, reading, depth + 1, outside)
    maximum = number(node, "max") or 0
    minimum = minimum_from(node, maximum, reading)
    classes, class_program = classes_from(node, code, reading)
    check_applies(node, reading)
    check_rescaled(node, children, reading)
    return Criterion(
        code=code,
        title=title(node),
        maximum=maximum,
        minimum=minimum,
        depth=depth,
        line=said.span.line,
        basis=reading.cite(scalars(node.get("basis"))),
        accountable=text(node, "accountable"),
        fidelity=cast(Fidelity | None, text(node, "fidelity") or None),
        note=text(node, "note"),
        applies=expression(node, "applies", code, reading.applies, reading),
        if_not=cast(IfNot | None, text(node, "if_not") or None),
        combine=cast(Combine, text(node, "combine") or "sum"),
        weight=above_zero(node, "weight", reading) or 1,
        places=places_of(node, levels, depth),
        outside_scale=outside,
        rescale_to=above_zero(node, "rescale_to", reading),
        stage=text(node, "stage") or None,
        score=program(node, "score", code, reading.scores, reading),
        each=each_from(node, code, reading),
        judged=judged_from(node, maximum, minimum, reading),
        classes=classes,
        class_program=class_program,
        children=children,
        python=text(node, "python") or None,
        reads=tuple(one.text for one in scalars(node.get("reads"))),
        file=PurePosixPath(file.name).name if (file := said.span.source) != reading.source else "",
    )


def _places(node: Mapping, code: str, reading: Reading) -> None:
    """Where the parts stand that later passes point at."""
    maximum = scalar(node, "max")
    reading.place(f"maximum:{code}", maximum.span if maximum else None)
    stage = scalar(node, "stage")
    reading.place(f"stage:{code}", stage.span if stage else None)
    score = node.key("score")
    reading.place(f"score:{code}", score.span if score else None)
    python = scalar(node, "python")
    reading.place(f"python:{code}", python.span if python else None)
    for one in scalars(node.get("reads")):
        reading.place(f"reads:{code}.{one.text}", one.span)
