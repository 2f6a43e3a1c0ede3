"""What stands under `stages`: the stages of a round, in their order."""

from __future__ import annotations

from collections.abc import Iterable

from parrules.methodology.model import Criterion, Stage
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


def stage_twice(span: Span, name: str) -> Diagnostic:
    return diagnostic("PR495", span, name=name)


def no_such_stage(span: Span, name: str, suggestion: str | None, stages: tuple[str, ...]) -> Diagnostic:
    """A criterion is decided at a stage that the methodology does not list."""
    return diagnostic("PR496", span, name=name, suggestion=suggestion, stages=stages or None)
