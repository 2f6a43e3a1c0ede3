"""The stages that a round goes through, in their order, and which of them decides a criterion."""

from __future__ import annotations

from collections.abc import Mapping

from parrules.methodology.model import Criterion, Methodology


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
