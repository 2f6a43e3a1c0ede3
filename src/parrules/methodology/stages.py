"""The stages that a round goes through, in their order, and which of them decides a criterion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parrules.methodology.model import Criterion, Methodology, Stage
from parrules.methodology.reading import Reading, mappings, scalar, text, title
from parrules.syntax.nodes import Node
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span


def stages_from(node: Node | None, reading: Reading) -> tuple[Stage, ...]:
    """What stands under `stages`; a name that stands twice is found."""
    stages: dict[str, Stage] = {}
    for one in mappings(node):
        said = scalar(one, "name")
        assert said is not None  # the shape of the file has been checked
        if said.text in stages:
            reading.found.append(stage_twice(said.span, said.text))
        else:
            stages[said.text] = Stage(said.text, text(one, "by"), title(one, said.text))
    return tuple(stages.values())


def check_deciding_stages(criteria: Iterable[Criterion], stages: tuple[Stage, ...], reading: Reading) -> None:
    """That the stage which decides a criterion is one of the methodology's."""
    names = [stage.name for stage in stages]
    for one in criteria:
        span = reading.spans.get(f"stage:{one.code}")
        if one.stage is not None and one.stage not in names and span is not None:
            reading.found.append(no_such_stage(span, one.stage, nearest(one.stage, names), tuple(names)))
        check_deciding_stages(one.children, stages, reading)


def place_of(name: str, methodology: Methodology) -> int | None:
    """Where a stage stands among those of a methodology, from 0; None where it has no such stage."""
    return next((place for place, one in enumerate(methodology.stages) if one.name == name), None)


def deciding_stages(methodology: Methodology) -> Mapping[str, str]:
    """By code of a criterion without children, the stage that decides it: its own, or that of the nearest one above.

    What any stage may decide is not among them.
    """
    found: dict[str, str] = {}

    def gather(one: Criterion, above: str | None) -> None:
        stage = one.stage or above
        if stage is not None and not one.children:
            found[one.code] = stage
        for child in one.children:
            gather(child, stage)

    for top in methodology.criteria if methodology.stages else ():
        gather(top, None)
    return found


def stage_twice(span: Span, name: str) -> Diagnostic:
    return diagnostic("PR495", span, name=name)


def no_such_stage(span: Span, name: str, suggestion: str | None, stages: tuple[str, ...]) -> Diagnostic:
    """A criterion is decided at a stage that the methodology does not list."""
    return diagnostic("PR496", span, name=name, suggestion=suggestion, stages=stages or None)
