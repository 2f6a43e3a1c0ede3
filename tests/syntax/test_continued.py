"""A line that continues a text, though its author meant a key."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import pytest

from parrules.syntax.continued import continued_keys
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.source import Source

SCHEMA = {
    "properties": {"title": {"type": "string"}, "max": {"type": "number"}, "of": {}},
    "additionalProperties": {"anyOf": [{"properties": {"better": {"enum": ["higher", "lower", 1]}}}]},
}


def warned(text: str) -> list[tuple[str, str]]:
    """What is pointed at, and what its author is asked about."""
    root, found = read_yaml(Source("rules.yaml", text))
    assert root is not None, found
    return [
        (one.span.words if one.span else "", str(dict(one.arguments)["meant"])) for one in continued_keys(root, SCHEMA)
    ]


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        pytest.param("max: 5", "max 5", id="a number"),
        pytest.param("max: -0,5", "max -0,5", id="a number with a comma"),
        pytest.param("max: 5", "max:5", id="a colon without a space"),
        pytest.param("title: sơ bộ", "title:sơ bộ", id="a colon without a space in front of a text"),
        pytest.param("better: lower", "better   lower", id="a word that can stand under the key"),
        pytest.param("of: yes", "of yes", id="yes"),
        pytest.param('title: "sơ bộ"', 'title "sơ bộ"', id="a text in quotes"),
    ],
)
def test_a_key_and_its_value_without_a_colon_are_asked_about(expected: str, line: str) -> None:
    assert [(line, expected)] == warned(f"title: Dân số\n  {line}\n")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("max là hai điểm", id="a key in a sentence"),
        pytest.param("of documents", id="a word of English"),
        pytest.param("max", id="a key alone"),
        pytest.param("Max 5", id="a capital letter"),
        pytest.param("weight 5", id="a word that is no key"),
        pytest.param("http://chinhphu.vn", id="an address"),
    ],
)
def test_prose_that_runs_on_is_left_alone(line: str) -> None:
    assert [] == warned(f"title: Dân số\n  {line}\n")


def test_a_text_in_quotes_or_a_block_is_never_asked_about() -> None:
    assert [] == warned('a: "Dân số\n  max 5"\nb: |\n  Dân số\n  max 5\nc:\n  - Dân số\n')


def test_each_such_line_is_pointed_at_wherever_the_text_stands() -> None:
    assert [("max 5", "max: 5"), ("max:6", "max: 6"), ("max 7", "max: 7")] == warned(
        "a:\n  - Dân số\n    max 5\n\n    của xã\n    max:6\nb: {c: Dân số\n  max 7}\n"
    )
