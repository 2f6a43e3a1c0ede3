# ruff: noqa: SIM300  (expected first, then actual)

import pytest

from methodology.said_for_tests_of_rules import mistakes, read, rules, said

CRITERION = '  - {{code: "1", title: Kế hoạch, max: 2, applies: {}, if_not: full, score: award 2}}\n'


def score(written: str) -> str:
    return rules(
        "evidence: {done: {type: count}}\n",
        f'criteria:\n  - code: "1"\n    title: Kế hoạch\n    max: 2\n    score: {written}\n',
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("award 2", "award 2", id="one plain line"),
        pytest.param("|\n      award 1\n      add 1", "award 1\nadd 1\n", id="a block"),
        pytest.param("|-\n      award 1\n      add 1", "award 1\nadd 1", id="a block without its last line end"),
        pytest.param(">\n      award 2", "award 2\n", id="a folded block of one line"),
        pytest.param("'award 2 because \"đủ\"'", 'award 2 because "đủ"', id="quotes that change nothing"),
        pytest.param("|\n      award min(done, 2) # trọn", "award min(done, 2) # trọn\n", id="any sign in a block"),
    ],
)
def test_ways_to_write_a_program(written: str, expected: str) -> None:
    assert expected == read(score(written))[0].criteria[0].score


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(">\n      award 1\n      add 1", ("PR460", ">"), id="lines that are folded"),
        pytest.param("award 1\n      when done > 0", ("PR460", "award 1"), id="a plain text over lines"),
        pytest.param('"award 1\\nadd 1"', ("PR461", '"award 1\\nadd 1"'), id="an escape"),
        pytest.param("award min(done, 2)", ("PR462", ","), id="a comma"),
    ],
)
def test_what_yaml_would_change_is_refused(written: str, expected: tuple[str, str]) -> None:
    assert [expected] == said(mistakes(score(written)))


def test_a_mistake_in_a_program_is_pointed_at_in_the_file() -> None:
    (one,) = mistakes(score("|\n      award 1\n      add 1 per per done"))
    assert one.span is not None
    assert (14, 17, "per") == (one.span.line, one.span.column, one.span.words)


def test_conditions_are_pointed_at_inside_their_quotes() -> None:
    (one,) = mistakes(rules("", "criteria:\n" + CRITERION.format("'1 > > 0'")))
    assert one.span is not None
    assert (8, 56, ">") == (one.span.line, one.span.column, one.span.words)
