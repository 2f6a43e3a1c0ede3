"""`working_days(a, b)`: the working days after a up to and including b; 0 where b is not later than a.

Due on Friday and done on Monday is 1 working day late; done early, or on the day, is 0 late.
"""

from __future__ import annotations

from parrules.constructs import mistakes
from parrules.constructs.vocabulary import Argument, Function
from parrules.operators.expressions import Operator, WorkingDays
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Span
from parrules.values.kinds import DATE, DAYS, Kind


def kind(arguments: tuple[Argument, ...], span: Span) -> Kind | Diagnostic:
    wrong = next((one for one in arguments if one.kind != DATE), None)
    return DAYS if wrong is None else mistakes.not_a_date(wrong.span, wrong.kind)


def rewrite(values: tuple[Operator, ...], node: int) -> Operator:
    return WorkingDays(values[0], values[1], node)


WORKING_DAYS = Function("working_days", 2, 2, kind, rewrite)
