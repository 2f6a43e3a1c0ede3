"""Which bodies were which in the last round; what a mapping forgets or doubles; how figures are joined."""
# ruff: noqa: SIM300  (expected first, then actual)

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parrules.evidence.joined_figures import Wanted, figures_of_last_round, joined
from parrules.evidence.last_round import LastRound, Predecessors, last_from, predecessors
from parrules.evidence.records import Provenance, Supplied
from parrules.syntax.nodes import Mapping
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source
from parrules.values.amounts import Value
from parrules.values.kinds import COUNT, DATE, RATIO, YES_NO
from parrules.values.nothing import MISSING, NONE, NOT_APPLICABLE
from parrules.values.ranges import Range


def last(said: str) -> LastRound:
    """What `last` says in an evidence file."""
    source = Source("evidence.yaml", f"last: {said}\n")
    root, found = read_yaml(source)
    assert () == found
    assert isinstance(root, Mapping)
    result = last_from(root.get("last"), Path("."), source)
    assert result is not None
    return result


def mapped(said: str, now: str, then: str) -> tuple[dict[str, Predecessors], list[tuple[str, str]]]:
    bodies, found = predecessors(last(f"{{file: old.yaml, {said}}}" if said else "old.yaml"), now.split(), then.split())
    return bodies, told(found)


def told(found: Sequence[Diagnostic]) -> list[tuple[str, str]]:
    return [(one.code, one.span.words if one.span else "") for one in found]


def test_bodies_of_one_id_are_one_and_others_are_new() -> None:
    bodies, found = mapped("", "a b n", "a b")
    assert ({"a": Predecessors(("a",)), "b": Predecessors(("b",)), "n": Predecessors(())}, []) == (bodies, found)


def test_bodies_that_were_merged_make_up_one_that_may_keep_an_id() -> None:
    bodies, found = mapped("merged: {a: [a, b], x: [c, d]}", "a x e", "a b c d e")
    assert [] == found
    assert {"a": ("a", "b"), "x": ("c", "d"), "e": ("e",)} == {body: one.bodies for body, one in bodies.items()}


def test_a_body_that_was_divided_is_in_part_in_each() -> None:
    bodies, found = mapped("merged: {x: [a, b], y: [b, c]}, split: [b]", "x y", "a b c")
    assert [] == found
    assert {"x": Predecessors(("a", "b"), True), "y": Predecessors(("b", "c"), True)} == bodies


def test_a_body_may_give_a_part_away_and_stay() -> None:
    bodies, found = mapped("merged: {x: [a, b]}, split: [b]", "x b", "a b")
    assert [] == found
    assert {"x": Predecessors(("a", "b"), True), "b": Predecessors(("b",), True)} == bodies


def test_bodies_that_ended_are_accounted_for() -> None:
    assert [] == mapped("ended: [b, c]", "a", "a b c")[1]


@pytest.mark.parametrize(
    ("expected", "unsure", "said", "now", "then"),
    [
        ([("EV260", "y")], set(), "merged: {y: [a, b]}, ended: [a, b]", "x", "a b x"),
        ([("EV261", "c")], {"x"}, "merged: {x: [a, b, c]}", "x", "a b"),
        ([("EV261", "c")], set(), "split: [c]", "a", "a"),
        ([("EV261", "c")], set(), "ended: [c]", "a", "a"),
        ([("EV262", "b")], {"x", "y"}, "merged: {x: [a, b], y: [b, c]}", "x y z", "a b c z"),
        ([("EV262", "b")], {"x", "b"}, "merged: {x: [a, b]}", "x b", "a b"),
        ([("EV263", "old.yaml")], set(), "", "a", "a b"),
        ([("EV263", "old.yaml")], {"n"}, "", "a n", "a b"),
        ([("EV263", "old.yaml")], set(), "merged: {a: [b]}", "a", "a b"),
        ([("EV264", "b")], set(), "merged: {x: [a, b]}, split: [b]", "x", "a b"),
    ],
)
def test_what_a_mapping_forgets_or_doubles_is_found(
    expected: list[tuple[str, str]], unsure: set[str], said: str, now: str, then: str
) -> None:
    bodies, found = mapped(said, now, then)
    assert expected == found
    assert unsure == {body for body, one in bodies.items() if not one.sure}


def test_many_that_are_forgotten_are_counted() -> None:
    then = [f"b{number}" for number in range(29)]
    _, found = predecessors(last("old.yaml"), ["a"], ["a", *then])
    assert (29, (*then[:8], "…")) == (dict(found[0].arguments)["count"], dict(found[0].arguments)["bodies"])


@st.composite
def reforms(draw: st.DrawFn) -> tuple[LastRound, list[str], dict[str, list[str]]]:
    """Bodies merged in any way, none divided: what is said of it, the bodies then, and of those now what they were."""
    then = [f"b{number}" for number in range(draw(st.integers(1, 12)))]
    heirs = {body: draw(st.integers(0, 4)) for body in then}
    groups: dict[str, list[str]] = {}
    for body, heir in heirs.items():
        groups.setdefault(draw(st.just(f"x{heir}")), []).append(body)
    lines = ", ".join(f"{new}: [{', '.join(old)}]" for new, old in groups.items())
    return last(f"{{file: old.yaml, merged: {{{lines}}}, join: {{x: sum}}}}"), then, groups


@given(reforms(), st.data())
def test_nothing_is_lost_when_bodies_are_merged(
    reform: tuple[LastRound, list[str], dict[str, list[str]]], data: st.DataObject
) -> None:
    said, then, groups = reform
    bodies, found = predecessors(said, groups, then)
    assert () == found
    assert groups == {body: list(one.bodies) for body, one in bodies.items()}
    handed = {body: {"x": Supplied(data.draw(st.integers(0, 100)), "", Provenance())} for body in then}
    values, wrong = figures_of_last_round(said, [Wanted("x", COUNT)], bodies, handed)
    assert () == wrong
    before = sum(one["x"].value for one in handed.values())  # type: ignore[misc]
    assert before == sum(one["x"].value for one in values.values())  # type: ignore[misc]


@given(reforms(), st.data())
def test_whatever_is_left_out_of_a_mapping_is_found(
    reform: tuple[LastRound, list[str], dict[str, list[str]]], data: st.DataObject
) -> None:
    _, then, groups = reform
    new = data.draw(st.sampled_from(sorted(groups)))
    shorter = {body: [one for one in old if body != new] for body, old in groups.items()}
    lines = ", ".join(f"{body}: [{', '.join(old)}]" for body, old in shorter.items() if old)
    _, found = predecessors(last(f"{{file: old.yaml, merged: {{{lines}}}}}"), groups, then)
    assert ["EV263"] == [one.code for one in found]
    assert len(groups[new]) == dict(found[0].arguments)["count"]


def handed(value: Value, written: str = "") -> Supplied:
    return Supplied(value, written, Provenance("old.csv", 3))


@pytest.mark.parametrize(
    ("expected", "values", "way", "divided"),
    [
        (5, (2, 3), "sum", False),
        (Range(3, 5, whole=True), (2, Range(1, 3, whole=True)), "sum", False),
        (2, (1, 3), "mean", False),
        (7, (7,), "mean", True),
        (NONE, (2, 3), "sum", True),
        (NONE, (2, 3), "none", False),
        (NONE, (2, NONE), "sum", False),
        (NONE, (2, NOT_APPLICABLE), "mean", False),
        (NONE, (None, NONE), "sum", False),
        (None, (2, None), "sum", False),
        (None, (2, MISSING), "mean", False),
        (Range(3, 5, whole=True, none=True), (2, Range(1, 3, whole=True, none=True)), "sum", False),
    ],
)
def test_figures_of_several_bodies_are_joined(
    expected: Value | None, values: tuple[Value | None, ...], way: str, divided: bool
) -> None:
    parts = [None if value is None else handed(value) for value in values]
    found = joined(parts, way, divided=divided)  # type: ignore[arg-type]
    assert expected == (None if found is None else found.value)


def test_what_was_joined_says_from_what() -> None:
    found = joined([handed(2, "2"), handed(3, "3")], "mean", divided=False)
    assert found is not None
    assert ("(2 + 3) / 2", "old.csv", 0) == (found.written, found.provenance.file, found.provenance.line)


BODIES = {"x": Predecessors(("a", "b")), "c": Predecessors(("c",)), "n": Predecessors(())}
THEN = {body: {"x": handed(number)} for number, body in enumerate("abc", 1)}


def test_each_body_has_what_it_was() -> None:
    values, found = figures_of_last_round(
        last("{file: 2024/old.yaml, join: {x: sum}}"), [Wanted("x", COUNT)], BODIES, THEN
    )
    assert () == found
    assert {"x": 3, "c": 3, "n": NONE} == {body: one["x"].value for body, one in values.items()}
    assert Provenance("2024/old.csv", 3) == values["c"]["x"].provenance


@pytest.mark.parametrize(
    ("expected", "said", "kind"),
    [
        ([("EV265", "old.yaml")], "", COUNT),
        ([("EV266", "x")], "join: {x: sum}", RATIO),
        ([("EV266", "x")], "join: {x: mean}", YES_NO),
        ([("EV266", "x")], "join: {x: mean}", DATE),
        ([], "join: {x: none}", YES_NO),
        ([], "join: {x: mean}", RATIO),
        ([("EV267", "y"), ("EV265", "old.yaml")], "join: {y: mean}", RATIO),
    ],
)
def test_how_figures_are_joined_must_be_said_and_be_possible(
    expected: list[tuple[str, str]], said: str, kind: object
) -> None:
    values, found = figures_of_last_round(
        last(f"{{file: old.yaml, {said}}}"),
        [Wanted("x", kind)],
        BODIES,
        THEN,  # type: ignore[arg-type]
    )
    assert expected == told(found)
    assert ("x" in values["x"]) == (not expected)
    assert 3 == values["c"]["x"].value


def test_how_is_not_asked_where_no_body_was_merged() -> None:
    one_each = {body: Predecessors((body,)) for body in "abc"}
    values, found = figures_of_last_round(last("old.yaml"), [Wanted("x", YES_NO)], one_each, THEN)
    assert ([1, 2, 3], ()) == ([one["x"].value for one in values.values()], found)
