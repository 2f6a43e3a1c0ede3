"""CEL, the Rust-backed package `common-expression-language`: a compiled program for each criterion, field and total."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cel
from assessment import FIELDS, RULES, Figures

Results = list[dict[str, float]]


def engine(bodies: tuple[Figures, ...]) -> Callable[[], Results]:
    """What runs every program for every body once."""
    rules = [(rule.key, cel.compile(rule.said(rule.pattern.cel, _double(rule.maximum)))) for rule in RULES]
    fields = [
        (f"f{field}", cel.compile(" + ".join(rule.key for rule in RULES if rule.field == field)))
        for field in range(FIELDS)
    ]
    total = cel.compile(" + ".join(name for name, _ in fields))
    contexts = [{name: float(value) for name, value in body.items()} for body in bodies]

    def score() -> Results:
        results: Results = []
        for figures in contexts:
            context = cel.Context(variables=figures)
            found = {key: program.execute(context) for key, program in rules}
            context.update(found)
            found |= {key: program.execute(context) for key, program in fields}
            context.update(found)
            results.append({**found, "total": total.execute(context)})
        return results

    return score


def scores(results: Results) -> tuple[list[list[Any]], list[Any]]:
    """Of each body the scores of the criteria, and the total."""
    return [[one[rule.key] for rule in RULES] for one in results], [one["total"] for one in results]


def _double(maximum: str) -> str:
    return maximum if "." in maximum else f"{maximum}.0"
