"""OpenFisca-Core: a variable for each criterion, field and the total; a formula works out all bodies at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy
from assessment import FIELDS, RULES, Figures, Rule
from openfisca_core.entities import Entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIOD = "2025"
BODY = Entity("body", "bodies", "A body that is assessed", "")


def engine(bodies: tuple[Figures, ...], *, trace: bool) -> Callable[[], Any]:
    """What builds a simulation of all bodies and calculates every score in it once."""
    system = _system(bodies[0])
    columns = {name: _column([body[name] for body in bodies]) for name in bodies[0]}
    wanted = [*(rule.key for rule in RULES), *(f"f{field}" for field in range(FIELDS)), "total"]

    def score() -> Any:
        simulation = SimulationBuilder().build_default_simulation(system, count=len(bodies))
        simulation.trace = trace
        for name, column in columns.items():
            simulation.set_input(name, PERIOD, column)
        return {key: simulation.calculate(key, PERIOD) for key in wanted}

    return score


def scores(results: Any) -> tuple[list[list[Any]], list[Any]]:
    """Of each body the scores of the criteria, and the total."""
    per_rule = [[float(score) for score in results[rule.key]] for rule in RULES]
    return [list(body) for body in zip(*per_rule, strict=True)], [float(total) for total in results["total"]]


def _column(values: list[Any]) -> Any:
    return numpy.array([value if isinstance(value, int) else float(value) for value in values])


def _system(body: Figures) -> TaxBenefitSystem:
    system = TaxBenefitSystem([BODY])
    for name, value in body.items():
        system.add_variable(_variable(name, int if isinstance(value, int) else float))
    for rule in RULES:
        system.add_variable(_variable(rule.key, float, _formula(rule)))
    for field in range(FIELDS):
        keys = [rule.key for rule in RULES if rule.field == field]
        system.add_variable(_variable(f"f{field}", float, _sum(keys)))
    system.add_variable(_variable("total", float, _sum([f"f{field}" for field in range(FIELDS)])))
    return system


def _formula(rule: Rule) -> Callable[..., Any]:
    def formula(body: Any, period: Any) -> Any:
        figures = {suffix: body(rule.figure(suffix), period) for suffix in rule.pattern.figures}
        return rule.pattern.openfisca(numpy, figures, float(rule.maximum))

    return formula


def _sum(keys: list[str]) -> Callable[..., Any]:
    def formula(body: Any, period: Any) -> Any:
        return sum(body(key, period) for key in keys)

    return formula


def _variable(name: str, kind: type, formula: Callable[..., Any] | None = None) -> type[Variable]:
    attributes: dict[str, Any] = {"value_type": kind, "entity": BODY, "definition_period": DateUnit.YEAR, "label": name}
    if formula is not None:
        attributes["formula"] = formula
    return type(name, (Variable,), attributes)
