"""Records go out as canonical JSON and come back as they were."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from parrules.methodology import model
from parrules.operators import expressions as op
from parrules.operators.expressions import Choice
from parrules.operators.ledger import Because, Limit, Part, Post, Program, Row
from parrules.plan.canonical import from_json, tag, to_json
from parrules.values.kinds import COUNT, Kind
from parrules.values.nothing import MISSING, NONE, Nothing

OPERATORS = (*get_args(op.Operator), Choice, Because, Part, Row, Post, Limit, Program, Kind)
MODEL = (model.Title, model.Figure)


@dataclass(frozen=True, slots=True)
class Held:
    """A record of anything."""

    value: object


numbers = some.integers() | some.fractions()
plain = (
    some.none()
    | some.booleans()
    | numbers
    | some.text()
    | some.dates()
    | some.sampled_from(list(Nothing))
    | some.builds(op.Figure, some.text())
)
anything = some.recursive(
    plain,
    lambda inner: (
        some.lists(inner).map(tuple)
        | some.dictionaries(some.text(), inner, max_size=4)
        | some.builds(Held, inner)
        | some.builds(op.Named, some.text(), inner, some.just(COUNT), some.integers())
    ),
    max_leaves=20,
)


def same(a: object, b: object) -> bool:
    """Equal, and of the same types all the way down: 1 is not True, and 2 is not Fraction(2)."""
    if type(a) is not type(b) or a != b:
        return False
    if isinstance(a, tuple):
        return all(same(x, y) for x, y in zip(a, b, strict=True))
    if isinstance(a, dict):
        return all(same(a[key], b[key]) for key in a)
    if isinstance(a, Held):
        return same(a.value, b.value)
    if isinstance(a, op.Named):
        return a.origin == b.origin and same(a.value, b.value)
    return True


@given(anything)
@settings(max_examples=300, deadline=None)
def test_what_is_written_is_read_back_exactly(value: object) -> None:
    text = to_json(Held(value))
    back = from_json(text, (*OPERATORS, Held))
    assert same(Held(value), back)
    assert text == to_json(back)


def test_the_text_of_a_record_is_its_fields_in_order_under_its_package_and_name() -> None:
    record = op.Rounded(op.Constant(Fraction(3, 4), 7), 2, "half_up", 8)
    assert '{"operators.Rounded":[{"operators.Constant":[{"/":[3,4]},7]},2,"half_up",8]}' == to_json(record)


def test_records_of_the_same_name_in_two_packages_are_told_apart() -> None:
    figures = (model.Figure("dân_số", COUNT, model.Title("Dân số")), op.Figure("dân_số", 3))
    back = from_json(to_json(figures), (*OPERATORS, *MODEL))
    assert figures == back
    assert ["methodology.Figure", "operators.Figure"] == [tag(type(one)) for one in figures]


def test_where_an_operator_came_from_is_kept_though_equality_does_not_look_at_it() -> None:
    back = from_json(to_json(op.Figure("population", 41)), OPERATORS)
    assert isinstance(back, op.Figure)
    assert 41 == back.origin


def test_a_whole_program_comes_back() -> None:
    threshold = op.Named("threshold", op.Product((op.Constant(Fraction(3, 4)), op.Constant(16000))), COUNT)
    program = Program(
        (
            Post("award", 1, (Row(None, op.Constant(10), words="award 10", line=3, node=2),), 1),
            Post(
                "add",
                1,
                (
                    Row(
                        op.Not(op.IsNone(op.Figure("population"))),
                        op.Quotient(op.Figure("population"), op.Constant(1000)),
                        Because(("trên ", threshold)),
                        (Part("unit", op.Constant(1000), COUNT),),
                    ),
                ),
            ),
            Limit("cap at", (Row(None, op.Constant(25)),)),
        )
    )
    assert program == from_json(to_json(program), OPERATORS)


def test_a_mapping_is_sorted_by_its_keys_and_may_be_read_only() -> None:
    ends = MappingProxyType({"b": NONE, "a": MISSING})
    assert '{"map":[["a",{"nothing":"missing"}],["b",{"nothing":"none"}]]}' == to_json(ends)


def test_vietnamese_letters_stand_as_they_are() -> None:
    assert '"Tỷ lệ hồ sơ"' == to_json("Tỷ lệ hồ sơ")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param('{"operators.Figure":["a",', id="torn"),
        pytest.param('{"operators.Figure":["a"]}', id="a field is missing"),
        pytest.param('{"operators.Figure":["a",0,0]}', id="a field too many"),
        pytest.param('{"operators.Figure":"a0"}', id="fields that are no list"),
        pytest.param('{"os.system":["ls",0]}', id="a class that was not asked for"),
        pytest.param('{"operators.Figure":["a",0],"x":1}', id="two keys"),
        pytest.param("{}", id="no key"),
        pytest.param("[1.5]", id="a decimal number"),
        pytest.param("[NaN]", id="not a number"),
        pytest.param('{"/":[1,0]}', id="a fraction over zero"),
        pytest.param('{"/":[1]}', id="half a fraction"),
        pytest.param('{"/":["1","2"]}', id="a fraction of texts"),
        pytest.param('{"date":"2025-02-30"}', id="a day that is not"),
        pytest.param('{"date":20250230}', id="a day that is a number"),
        pytest.param('{"nothing":"empty"}', id="an unknown kind of nothing"),
        pytest.param('{"map":[["a",1],["a",2]]}', id="a key that stands twice"),
        pytest.param('{"map":{"a":1}}', id="a mapping not as we write it"),
        pytest.param('{"map":"a"}', id="a mapping that is a text"),
        pytest.param('{"map":[[1,1]]}', id="a key that is no text"),
        pytest.param("[" * 100_000, id="very deep"),
        pytest.param("9" * 10_000, id="a number of ten thousand digits"),
    ],
)
def test_text_that_we_did_not_write_gives_nothing_and_no_exception(text: str) -> None:
    assert from_json(text, OPERATORS) is None


@pytest.mark.parametrize("value", [0.5, {1, 2}, [1], b"x", object(), datetime.datetime(2025, 1, 1)])  # noqa: DTZ001
def test_what_no_record_may_hold_is_a_bug(value: object) -> None:
    with pytest.raises(TypeError):
        to_json(Held(value))


def test_two_classes_of_one_name_cannot_be_read_together() -> None:
    other = dataclass(frozen=True)(type("Figure", (), {"__module__": "parrules.operators.elsewhere"}))
    with pytest.raises(TypeError):
        from_json("1", (op.Figure, other))


def test_two_classes_of_one_name_cannot_be_written_together() -> None:
    other = dataclass(frozen=True)(type("Figure", (), {"__module__": "parrules.operators.elsewhere"}))
    with pytest.raises(TypeError, match="two classes"):
        to_json((op.Figure("a"), other()))


def test_equal_records_have_equal_texts_whatever_the_order_of_their_mappings() -> None:
    assert to_json({"b": 1, "a": 2}) == to_json({"a": 2, "b": 1})
    assert json.loads(to_json({"b": 1, "a": 2})) == {"map": [["a", 2], ["b", 1]]}
