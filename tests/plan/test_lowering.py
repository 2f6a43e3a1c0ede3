# ruff: noqa: SIM300  (expected first, then actual)
"""Programs become core operators that mean the same, each keeping where it came from."""

from __future__ import annotations

import pytest

from parrules.operators import expressions as op
from parrules.operators.ledger import Limit, Part, Post
from parrules.plan.plan import Plan
from parrules.values.kinds import COUNT, POINTS
from scoring.small_rules import criterion, planned

EVIDENCE = """\
n: {type: count, title: Số}
day: {type: date, title: Ngày}
sure: {type: yes_no, title: Chắc}
grade: {type: one_of, options: [kém, khá, tốt], title: Loại}
twice: {type: count, formula: n * 2, title: Gấp đôi}
tasks:
  title: Nhiệm vụ
  columns:
    cost: {type: count, title: Chi phí}
    double: {type: count, formula: cost * 2, title: Gấp đôi}
items:
  title: Mục
  columns:
    size: {type: count, title: Cỡ}
"""
N, ONE, TEN = op.Figure("n"), op.Constant(1), op.Constant(10)
ROWS = op.First((op.Choice(op.Figure("sure"), N), op.Choice(None, ONE)))


def plan_of(program: str, more: str = "") -> Plan:
    return planned(EVIDENCE, criterion(program, more=more))


def statements(program: str, more: str = "") -> tuple[Post | Limit, ...]:
    found = plan_of(program, more).criteria[0].program
    assert found is not None
    return found.statements


def condition(written: str) -> op.Operator | None:
    return statements(f"award 1 when {written}\notherwise 0")[0].rows[0].when


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        (op.Compared(">", N, ONE), "n > 1"),
        (op.All((op.Compared("<", ONE, N), op.Compared("<=", N, TEN))), "1 < n <= 10"),
        (op.Not(op.Compared("=", N, ONE)), "not n = 1"),
        (op.Any((op.Figure("sure"), op.Compared("!=", N, ONE))), "sure or n != 1"),
        (op.Compared(">=", op.Figure("grade"), op.Constant(1)), 'grade >= "khá"'),
        (op.Compared("<", op.Figure("day"), op.Constant(739251)), "day < 2024-12-31"),
        (op.Compared(">", op.Sum((N, op.Negative(ONE))), ONE), "n - 1 > 1"),
        (op.Compared(">", op.Quotient(op.Product((N, TEN)), op.Constant(3)), ONE), "n * 10 / 3 > 1"),
        (op.Compared(">", op.Product((op.Quotient(N, op.Constant(3)), TEN)), ONE), "n / 3 * 10 > 1"),
        (op.Compared(">", op.Quotient(N, op.Constant(3)), ONE), "n / 3 > 1"),
        (op.Compared(">", op.Negative(N), ONE), "-n > 1"),
        (op.Compared(">", op.Greatest((op.Constant(0), op.Sum((N, op.Negative(ONE))))), ONE), "n above 1 > 1"),
        (op.Compared(">", op.Greatest((op.Constant(0), op.Sum((TEN, op.Negative(N))))), ONE), "n below 10 > 1"),
        (op.Compared(">", op.Gather("count", "tasks", None, None), ONE), "count(tasks) > 1"),
        (op.Compared(">", op.Named("twice", op.Product((N, op.Constant(2))), COUNT), ONE), "twice > 1"),
        (op.Compared(">", op.Rounded(op.Quotient(N, TEN), 1, "up"), ONE), "round_up(n / 10, 1) > 1"),
        (
            op.Compared(">", op.First((op.Choice(op.Figure("sure"), N), op.Choice(None, ONE))), ONE),
            "(n when sure otherwise 1) > 1",
        ),
    ],
)
def test_a_condition_becomes_operators(expected: op.Operator, written: str) -> None:
    assert expected == condition(written)


def test_a_column_says_how_many_records_stand_around_its_own() -> None:
    found = condition("count(tasks where count(items where size > cost) > 1) > 1")
    assert isinstance(found, op.Compared)
    outer = found.left
    assert isinstance(outer, op.Gather)
    assert isinstance(outer.where, op.Compared)
    inner = outer.where.left
    assert op.Gather("count", "items", op.Compared(">", op.Column("size", level=1), op.Column("cost")), None) == inner
    assert isinstance(inner, op.Gather)
    assert (0, 1) == (outer.level, inner.level)


def test_a_program_over_records_reads_its_own_record_and_quotes_it() -> None:
    more = "each: tasks\ncombine: sum\n"
    row = statements('award 1 when double > 3 because "{cost}, {double}, {maximum}, {n}"\notherwise 0', more)[0].rows[0]
    double = op.Product((op.Column("cost"), op.Constant(2)))
    assert op.Compared(">", double, op.Constant(3)) == row.when
    assert row.because is not None
    assert (
        op.Named("cost", op.Column("cost"), COUNT),
        ", ",
        op.Named("double", double, COUNT),
        ", ",
        op.Named("maximum", TEN, POINTS),
        ", ",
        op.Named("n", N, COUNT),
    ) == row.because.parts


def test_a_quantity_that_the_program_names_is_quoted_as_it_named_it() -> None:
    row = statements('x = n * 2\naward 1 because "có {x}"')[0].rows[0]
    assert row.because is not None
    assert ("có ", op.Named("x", op.Product((N, op.Constant(2))), COUNT)) == row.because.parts


def test_an_amount_is_shown_with_its_parts() -> None:
    post = statements("award 0\nadd 2 per full 10 of n up to 5")[1]
    steps = op.Rounded(op.Quotient(N, TEN), 0, "down")
    assert isinstance(post, Post)
    assert ("add", 1) == (post.construct, post.sign)
    amount = op.Least((op.Product((op.Constant(2), steps)), op.Constant(5)))
    assert amount == post.rows[0].amount
    assert (
        Part("rate", op.Constant(2), POINTS),
        Part("unit", TEN, COUNT),
        Part("quantity", N, COUNT),
        Part("steps", steps, COUNT),
        Part("limit", op.Constant(5), POINTS),
    ) == post.rows[0].parts


def test_a_row_keeps_its_words_and_its_line() -> None:
    limit = statements("award 1\ncap at 5 when\tsure # vì sao\notherwise (7\n  when n > 3 otherwise\n8)")[1]
    assert isinstance(limit, Limit)
    assert ["cap at 5 when sure", "otherwise (7 when n > 3 otherwise 8)"] == [row.words for row in limit.rows]
    assert 1 == limit.rows[1].line - limit.rows[0].line


def test_evidence_is_read_in_the_order_in_which_it_is_declared() -> None:
    plan = plan_of("award 1 when count(tasks where cost > n) > 1 and sure and twice > 3\notherwise 0")
    assert ("n", "sure", "tasks") == plan.criteria[0].reads
