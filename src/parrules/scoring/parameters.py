"""Parameters that are read without a date, and do not have one value over the whole round."""

from __future__ import annotations

import datetime

from parrules.evidence.records import Round
from parrules.methodology.model import Parameter
from parrules.operators import expressions as op
from parrules.plan.operators import every_operator
from parrules.plan.plan import Plan
from parrules.text.diagnostic import Diagnostic, diagnostic


def parameters_not_settled(plan: Plan, round_: Round) -> tuple[Diagnostic, ...]:
    """Each parameter that some program reads by its name alone, and that changes, or has no value, within the round."""
    if not plan.methodology.parameters:
        return ()
    read = {one.name for one in every_operator(plan) if isinstance(one, op.Figure)}
    found = []
    for parameter in plan.methodology.parameters:
        if parameter.name in read:
            found += _not_settled(parameter, round_, plan.methodology.file)
    return tuple(found)


def _not_settled(parameter: Parameter, round_: Round, file: str) -> list[Diagnostic]:
    values = [
        value
        for value in parameter.values
        if (value.valid_from is None or value.valid_from <= round_.end)
        and (value.valid_to is None or value.valid_to >= round_.start)
    ]
    day = round_.start
    for value in values:  # in the order of their days, none of which has two
        if value.valid_from is not None and day < value.valid_from:
            return [without_value(file, parameter.name, day)]
        if value.value != values[0].value and value.valid_from is not None:
            return [several_values(file, parameter.name, value.valid_from)]
        if value.valid_to is None or value.valid_to >= round_.end:
            return []
        day = value.valid_to + datetime.timedelta(days=1)
    return [without_value(file, parameter.name, day)]


def several_values(file: str, name: str, day: datetime.date) -> Diagnostic:
    """file: of the rules; day: on which it changes."""
    return diagnostic("EV252", place=file, name=name, day=day)


def without_value(file: str, name: str, day: datetime.date) -> Diagnostic:
    """day: the first of the round on which it is worth nothing."""
    return diagnostic("EV253", place=file, name=name, day=day)
