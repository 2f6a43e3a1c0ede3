"""A word of the language that is nearly right is told as what was meant, at its place."""

from __future__ import annotations

from itertools import count

import pytest

from parrules.syntax.parser import parse_program
from parrules.text.passage import whole


@pytest.mark.parametrize(
    ("program", "column", "meant"),
    [
        ('deduct 0.25 per late up to 1 becuase "chậm"', 30, "because"),
        ("award maximum whne r > 90%", 15, "when"),
        ("award 2 when r > 90% otherwsie 0", 22, "otherwise"),
        ("x = count(tasks wehre late)", 17, "where"),
    ],
    ids=["because", "when", "otherwise", "where"],
)
def test_a_misspelt_word_is_told_as_what_was_meant(program: str, column: int, meant: str) -> None:
    _, found = parse_program(whole("rules", program), count(1))
    assert [("PR149", column, meant)] == [
        (one.code, one.span.column if one.span else 0, dict(one.arguments)["meant"]) for one in found
    ]
