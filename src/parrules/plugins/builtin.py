"""The words that come with parrules, by the same door as a plugin's."""

from __future__ import annotations

from parrules.constructs.absolute import ABS
from parrules.constructs.add import ADD
from parrules.constructs.award import AWARD
from parrules.constructs.cap import CAP
from parrules.constructs.date_of_year import DATE_OF_YEAR
from parrules.constructs.deduct import DEDUCT
from parrules.constructs.extremes import MAX, MIN
from parrules.constructs.gatherings import COUNT_OF, HIGHEST_OF, LOWEST_OF, MEAN_OF, SHARE_OF, SUM_OF
from parrules.constructs.last import LAST
from parrules.constructs.rank import RANK
from parrules.constructs.roundings import ROUND, ROUND_DOWN, ROUND_UP
from parrules.constructs.vocabulary import Function, Gathering, StatementWord
from parrules.constructs.working_days import WORKING_DAYS
from parrules.plugins.hooks import hookimpl


@hookimpl
def parrules_statements() -> tuple[StatementWord, ...]:
    return (AWARD, ADD, DEDUCT, CAP)


@hookimpl
def parrules_functions() -> tuple[Function, ...]:
    return (MIN, MAX, ABS, ROUND, ROUND_DOWN, ROUND_UP, WORKING_DAYS, DATE_OF_YEAR, LAST)


@hookimpl
def parrules_gatherings() -> tuple[Gathering, ...]:
    return (COUNT_OF, SUM_OF, MEAN_OF, SHARE_OF, LOWEST_OF, HIGHEST_OF, RANK)
