"""What sets bodies beside each other, as core operators: quotas of classes, and the condition of the ranking."""

from __future__ import annotations

from parrules.methodology.checked import Checked
from parrules.methodology.quotas import KEY as QUOTA
from parrules.methodology.ranking import KEY as RANKING
from parrules.methodology.scope import BODIES
from parrules.operators import expressions as op
from parrules.operators.ledger import Program
from parrules.operators.walk import every, every_in, inside
from parrules.plan.lowering import Lowering
from parrules.plan.plan import CLASS, PlannedQuota
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span
from parrules.values.kinds import COUNT


def planned_quotas(checked: Checked) -> tuple[tuple[PlannedQuota, ...], tuple[Diagnostic, ...]]:
    """The quotas, that of the highest class first: who falls from it may be beyond the next."""
    classes = checked.methodology.classes
    counts = frozenset(one.name for one in checked.methodology.figures if one.kind == COUNT)
    planned: list[PlannedQuota] = []
    found: list[Diagnostic] = []
    for quota in sorted(checked.methodology.quotas, key=lambda one: -classes.index(one.of)):
        formula = checked.trees.standings[f"{QUOTA}{quota.of}"]
        at_most = Lowering(checked).of(formula)
        planned.append(PlannedQuota(quota, at_most))
        if not _is_whole(at_most, counts):
            found.append(not_rounded(formula.span))
    return tuple(planned), tuple(found)


def ranked_where(checked: Checked) -> op.Operator | None:
    """The condition of the ranking."""
    condition = checked.trees.standings.get(RANKING)
    return None if condition is None else Lowering(checked).of(condition)


def class_of_classes(checked: Checked, program: Program | None) -> tuple[Diagnostic, ...]:
    """A program of classes that looks at the classes that other bodies were given goes in a circle."""
    operators = every_in(program) if program is not None else ()
    gathers = [one for one in operators if isinstance(one, op.Gather) and one.table in BODIES]
    places = {
        inner.origin
        for gather in gathers
        for inner in every(gather)
        if isinstance(inner, op.Column) and inner.name == CLASS
    }
    return tuple(class_by_classes(checked.spans[place]) for place in sorted(places) if place in checked.spans)


def _is_whole(one: op.Operator, counts: frozenset[str]) -> bool:
    """Whether it can only be a whole number. counts: the figures that are counts."""
    match one:
        case op.Figure():
            return one.name in counts
        case op.Constant():
            return isinstance(one.value, int)
        case op.Rounded():
            return one.places <= 0
        case op.Gather():
            return one.way == "count"
        case op.Named() | op.Negative():
            return _is_whole(one.value, counts)
        case op.Sum() | op.Product() | op.Least() | op.Greatest():
            return all(_is_whole(part, counts) for part in inside(one))
        case op.First():
            return all(_is_whole(row.value, counts) for row in one.rows)
    return False


def not_rounded(span: Span) -> Diagnostic:
    """A number of bodies that may be no whole one, and nothing says how it rounds."""
    return diagnostic("PR281", span, formula=" ".join(span.words.split()))


def class_by_classes(span: Span) -> Diagnostic:
    """A class that depends on the classes of other bodies."""
    return diagnostic("PR282", span)
