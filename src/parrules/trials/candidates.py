"""Values worth trying for a figure or a column: its ends, and what lies about the numbers that its rules name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from parrules.evidence.records import Round
from parrules.methodology.model import Column, Figure
from parrules.operators import expressions as op
from parrules.operators.walk import every, every_in
from parrules.plan.plan import Plan, PlannedCriterion
from parrules.values.amounts import Value
from parrules.values.nothing import NONE
from parrules.values.numbers import Exact, exact, written

_MOST_OF = 1000
_WHOLE = ("count", "date", "one_of")
_SMALL: tuple[Exact, ...] = (1, 0, 2, 3, 5, 10, 100, 1000)
_PARTS = (Fraction(1, 2), Fraction(1), Fraction(0), Fraction(1, 10), Fraction(9, 10))
_STEPS = {"ratio": Fraction(1, 100), "points": Fraction(1, 4), "number": Fraction(1, 10), "money": Fraction(1, 10)}


def step_of(one: Figure | Column) -> Exact:
    """By how much values of its kind are told apart."""
    return _STEPS.get(one.kind.name, 1)


def operators_in(planned: PlannedCriterion) -> Iterator[op.Operator]:
    """Every operator of a criterion: of its score, its classes, when it applies, which records it scores."""
    for program in (planned.program, planned.classes):
        if program is not None:
            yield from every_in(program)
    for condition in (planned.applies, planned.where):
        if condition is not None:
            yield from every(condition)


def operators_of(plan: Plan, codes: Iterable[str]) -> list[op.Operator]:
    """Every operator of the programs of these criteria (empty: of the classes of the whole), and of formulas."""
    wanted = set(codes)
    operators: list[op.Operator] = []
    for planned in plan.criteria:
        if planned.code in wanted:
            operators += operators_in(planned)
    for formula in plan.formulas:
        operators += every(formula)
    if "" in wanted and plan.classes is not None:
        operators += every_in(plan.classes)
        operators += every(plan.applies) if plan.applies is not None else ()
    return operators


def pairs_of(operators: Iterable[op.Operator]) -> frozenset[tuple[str, str]]:
    """The figures that some comparison or quotient sets beside each other."""
    pairs: set[tuple[str, str]] = set()
    for one in operators:
        if isinstance(one, (op.Compared, op.Quotient)):
            names = sorted({each.name for each in every(one) if isinstance(each, op.Figure)})
            pairs |= {(a, b) for a in names for b in names if a != b}
    return frozenset(pairs)


def constants_beside(name: str, operators: Sequence[op.Operator], constants: Sequence[Exact]) -> tuple[Exact, ...]:
    """Of the numbers, those that some comparison, or part of an amount, names together with a figure or column.

    All of them where it stands beside none.
    """
    beside: set[Exact] = set()
    for one in operators:
        if isinstance(one, (op.Compared, op.Quotient, op.Greatest, op.Least, op.Product)):
            inside = list(every(one))
            if any(isinstance(each, (op.Figure, op.Column)) and each.name == name for each in inside):
                beside |= {each.value for each in inside if isinstance(each, op.Constant) and _is_number(each.value)}  # type: ignore[misc]
    return tuple(one for one in constants if one in beside) or tuple(constants)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, Fraction)) and not isinstance(value, bool)


def constants_of(plan: Plan, operators: Iterable[op.Operator]) -> tuple[Exact, ...]:
    """Every number that these name, and those of parameters."""
    found = [one.value for one in operators if isinstance(one, op.Constant)]
    numbers = [one for one in found if isinstance(one, (int, Fraction)) and not isinstance(one, bool)]
    of_parameters = [value.value for parameter in plan.methodology.parameters for value in parameter.values]
    return tuple(sorted({exact(Fraction(one)) for one in (*numbers, *of_parameters)}))


def shares_of(constants: Iterable[Exact]) -> tuple[tuple[int, int], ...]:
    """Each proportion among the numbers, as so many of how many, in few; and all, none and half."""
    named = [Fraction(one) for one in constants if 0 < one < 1 and Fraction(one).denominator <= _MOST_OF]
    shares = {(each.numerator, each.denominator) for each in (*named, Fraction(1, 2))}
    hundred = {(int(each * 100), 100) for each in named if (each * 100).denominator == 1}
    return tuple(sorted((*shares, *hundred, (0, 1), (1, 1), (0, 0))))


def values_for(one: Figure | Column, constants: Iterable[Exact], round_: Round) -> tuple[Value, ...]:
    """The values to try, the plainest first; none of them beyond what is declared."""
    absent: tuple[Value, ...] = (NONE,) if one.none is not None else ()
    match one.kind.name:
        case "yes_no":
            return (False, True, *absent)
        case "one_of":
            return (*range(len(one.kind.options)), *absent)
        case "text":
            return ("a", "b", *absent)
        case "date":
            start, end = round_.start.toordinal(), round_.end.toordinal()
            days = sorted({int(each) for each in constants if isinstance(each, int) and 0 < each < 400})
            about = [base + way * day for base in (start, end) for day in (0, 1, *days) for way in (1, -1)]
            dates = [each for each in constants if isinstance(each, int) and each > 500_000]
            about += [each + way for each in dates for way in (0, 1, -1)]
            return (*_within(one, [(start + end) // 2, *about]), *absent)
        case _:
            return (*_within(one, _quantities(one, constants)), *absent)


def _quantities(one: Figure | Column, constants: Iterable[Exact]) -> list[Exact]:
    step = step_of(one)
    first = _PARTS if one.kind.name == "ratio" else _SMALL
    ends = [end for end in (one.low, one.high) if end is not None]
    about = [each + way for each in (*ends, *constants) for way in (0, step, -step, 10 * step)]
    finer = [(each, _last_digit(each, 100 if one.kind.name == "ratio" else 1)) for each in constants]
    about += [each + way for each, digit in finer if digit < step for way in (digit, -digit)]
    return [*first, *about]


def _last_digit(number: Exact, times: int) -> Exact:
    """What one more in the last digit of a number is worth, as it is written: in percent, `times` is 100."""
    shown = written(exact(Fraction(number) * times))
    decimals = len(shown.partition(".")[2]) if "/" not in shown else 0
    return Fraction(1, 10**decimals * times)


def _within(one: Figure | Column, values: Iterable[Exact]) -> list[Exact]:
    kept: dict[Exact, None] = {}
    for value in values:
        whole = exact(Fraction(value))
        if one.kind.name in _WHOLE and not isinstance(whole, int):
            continue
        if (one.low is None or whole >= one.low) and (one.high is None or whole <= one.high):
            kept[whole] = None
    return list(kept)


def may_stand_together(within: Mapping[str, str], figures: Mapping[str, Value]) -> bool:
    """Whether no part is above its whole. within: by part."""
    for name, of in within.items():
        part, whole = figures.get(name), figures.get(of)
        if isinstance(part, (int, Fraction)) and isinstance(whole, (int, Fraction)) and part > whole:
            return False
    return True
