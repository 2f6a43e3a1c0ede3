# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from itertools import count
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from oracles.generate_texts import text as text_of
from parrules.syntax.format import format_each, format_expression, format_program, format_rule_file
from parrules.syntax.nodes import Mapping, Node, Scalar, Sequence
from parrules.syntax.parser import parse_expression, parse_program
from parrules.syntax.unparse import unparse
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.passage import whole
from parrules.text.source import Source
from syntax.trees_for_tests import PROGRAMS

PROGRAM_KEYS = ("score", "class", "applies", "formula", "each")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("award   5", "award 5", id="spaces between words are one"),
        pytest.param("award min( a,b )", "award min(a, b)", id="inside of parentheses and behind commas"),
        pytest.param("award f (a,k :b)", "award f(a, k: b)", id="a call and its keys"),
        pytest.param("award(a+b)*c-d/e", "award (a + b) * c - d / e", id="signs stand between spaces"),
        pytest.param("award - a - - b*-c", "award -a - -b * -c", id="a sign of one value stands at it"),
        pytest.param("award min(- a, - b)", "award min(-a, -b)", id="at the beginning of an argument too"),
        pytest.param("award 1 when - a<- b", "award 1 when -a < -b", id="behind a word and a comparison"),
        pytest.param("award 80 % * maximum", "award 80% * maximum", id="a percentage is one word"),
        pytest.param("award 1 when 1≤a≠2≥b", "award 1 when 1 <= a != 2 >= b", id="signs as they are typed"),
        pytest.param("cap   at 5 when a is  not   none", "cap at 5 when a is not none", id="words of two"),
        pytest.param("award 5# vì sao  ", "award 5  # vì sao", id="a comment behind a line"),
        pytest.param("   # vì sao\naward 5", "# vì sao\naward 5", id="a comment by itself"),
        pytest.param("\n\n  award 5\n\n\n add 1  \n\n", "award 5\n\n\nadd 1\n", id="blank lines inside stay"),
        pytest.param(
            "award 5 when a\n     otherwise 3 when b\n  # hết\n   otherwise 0",
            "award 5 when a\notherwise 3 when b\n# hết\notherwise 0",
            id="rows of one statement stand below each other",
        ),
        pytest.param(
            "award min(\na,\n      max( # lớn\nb,\nc\n)\n)",
            "award min(\n  a,\n  max(  # lớn\n    b,\n    c\n  )\n)",
            id="lines inside parentheses are set in",
        ),
        pytest.param("award (5 when a\notherwise 3)", "award (5 when a\n  otherwise 3)", id="rows in parentheses too"),
        pytest.param(
            'award 5 because "vì   # {late}"', 'award 5 because "vì   # {late}"', id="texts are left as they are"
        ),
        pytest.param("award 1 \r\nadd 2\r\n", "award 1\nadd 2\n", id="line ends"),
        pytest.param("award mean( score   of criteria )", "award mean(score of criteria)", id="the score of records"),
        pytest.param("award (score)\tof", None, id="what is no program"),
        pytest.param("award 16.000", None, id="a number that reads two ways"),
        pytest.param("# chưa viết", None, id="a comment alone"),
    ],
)
def test_programs(written: str, expected: str | None) -> None:
    assert expected == format_program(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(" a>0 ", "a > 0", id="a condition"),
        pytest.param("f( - a)", "f(-a)", id="a call at the beginning is no statement"),
        pytest.param("award 5", None, id="a statement is none"),
    ],
)
def test_conditions_and_formulas(written: str, expected: str | None) -> None:
    assert expected == format_expression(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(" tasks ", "tasks", id="a table alone"),
        pytest.param("tasks  where a>0", "tasks where a > 0", id="some of its records"),
        pytest.param("all tasks", None, id="no table"),
        pytest.param("tasks where a >", None, id="no condition"),
    ],
)
def test_tables_of_records(written: str, expected: str | None) -> None:
    assert expected == format_each(written)


def test_keywords_of_the_other_spelling_are_spaced_too() -> None:
    assert "x = 5 khi a còn lại 3" == format_program("x=5 khi  a   còn    lại 3", "vi")


def test_a_text_that_would_become_too_long_stays() -> None:
    written = "award 1#" + "." * 4088
    assert written == format_program(written)


@given(PROGRAMS)
def test_a_canonical_text_is_formatted_already(program: object) -> None:
    text = unparse(program)  # type: ignore[arg-type]
    assume(parse_program(whole("", text), count(1))[0] is not None)
    assert text == format_program(text)


@given(st.integers(0), st.booleans(), st.booleans())
def test_formatting_keeps_what_is_said_and_is_done_once(seed: int, is_broken: bool, is_program: bool) -> None:
    written = text_of(Random(seed), broken=is_broken, only_expression=not is_program)
    parse, format_one = (parse_program, format_program) if is_program else (parse_expression, format_expression)
    before = parse(whole("", written), count(1))[0]
    formatted = format_one(written)
    assert (before is None) == (formatted is None)
    if formatted is not None:
        assert before == parse(whole("", formatted), count(1))[0]
        assert formatted == format_one(formatted)
        assert _comments(written) == _comments(formatted)


HEAD = "parrules: 1\n# ghi chú   của tệp\ncriteria:\n  - code:   '1'\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(
            "    score: |\n      award   5\n\n       add  1   # hết\n    max: 2",
            "    score: |\n      award 5\n\n      add 1  # hết\n    max: 2",
            id="a block",
        ),
        pytest.param(
            "    score: |+  # câu chấm\n\n        award   5  \n\n\n    max: 2",
            "    score: |+  # câu chấm\n        award 5\n\n\n    max: 2",
            id="a block that keeps its last lines",
        ),
        pytest.param("    score: |-\n      award   5", "    score: |-\n      award 5", id="a block at the end"),
        pytest.param(
            "    score: |2\n        award  5\n", "    score: |2\n      award 5\n", id="a block set in by number"
        ),
        pytest.param(
            "    score: >\n      award   5\n", "    score: >\n      award 5\n", id="a folded block of one line"
        ),
        pytest.param("    score:   award   5  # một\n", "    score:   award 5  # một\n", id="a plain line"),
        pytest.param(
            "    score: 'award  5 because \"a\"'\n",
            "    score: 'award 5 because \"a\"'\n",
            id="a line in single quotes",
        ),
        pytest.param('    applies: " a≥1"\n', '    applies: "a >= 1"\n', id="a condition in double quotes"),
        pytest.param(
            "    each: tasks   where a>1\n    score: award 1\n",
            "    each: tasks where a > 1\n    score: award 1\n",
            id="a table of records",
        ),
        pytest.param(
            "    classes: [A, B]\n    class: award   1\n    criteria:\n      - {code: a, score: award   1, x:  y}\n",
            "    classes: [A, B]\n    class: award 1\n    criteria:\n      - {code: a, score: award 1, x:  y}\n",
            id="criteria below, in braces",
        ),
        pytest.param(
            "evidence:\n  score: {type: ratio, formula: a/b}\n  tasks: {columns: {late: {formula: a>b}}}\n",
            "evidence:\n  score: {type: ratio, formula: a / b}\n  tasks: {columns: {late: {formula: a > b}}}\n",
            id="formulas",
        ),
        pytest.param(
            "ranking: {applies: a>1}\nquota:\n  - {for: A, at_most: a/5}\n",
            "ranking: {applies: a > 1}\nquota:\n  - {for: A, at_most: a / 5}\n",
            id="what stands over many bodies",
        ),
        pytest.param("quota: {for: A, at_most: a/5}\n", "quota: {for: A, at_most: a / 5}\n", id="one quota alone"),
        pytest.param("    score: >\n      award   5\n      add   1\n", None, id="a folded block of lines stays"),
        pytest.param("    score: award   5\n      when a\n", None, id="a plain text over lines stays"),
        pytest.param('    score: "award   5 because \\"a\\""\n', None, id="a quoted text with escapes stays"),
        pytest.param("    title: score:   5\n    note: 'a  b'\n", None, id="what is no program stays"),
        pytest.param("criteria: [a, {score: award   5}]\n", "criteria: [a, {score: award 5}]\n", id="beside a word"),
        pytest.param("    each: tasks   where a >\n", None, id="records whose condition is wrong stay"),
        pytest.param("rounding: {score:   2}\ntitle: {class:  a<b}\n", None, id="keys of other things stay"),
    ],
)
def test_rule_files(written: str, expected: str | None) -> None:
    head = HEAD if written.startswith("    ") else ""
    text, _ = format_rule_file(Source("rules.yaml", head + written))
    assert head + (written if expected is None else expected) == text


def test_the_line_ends_of_a_file_stay() -> None:
    written = "criteria:\r\n  - score: |\r\n      award   5\r\n\r\n      add  1\r\n    max: 2\r\n"
    expected = "criteria:\r\n  - score: |\r\n      award 5\r\n\r\n      add 1\r\n    max: 2\r\n"
    assert (expected, ()) == format_rule_file(Source("rules.yaml", written))


def test_the_language_of_a_file_is_asked() -> None:
    written = "language: vi\ncriteria:\n  - score: x=5 khi  a còn lại 3\n"
    assert written.replace("x=5 khi  a", "x = 5 khi a") == format_rule_file(Source("rules.yaml", written))[0]


def test_a_program_that_is_wrong_stays_and_is_told_and_the_others_are_formatted() -> None:
    written = "criteria:\n  - score: award   5 if a\n  - score: award   5\n"
    text, found = format_rule_file(Source("rules.yaml", written))
    assert "criteria:\n  - score: award   5 if a\n  - score: award 5\n" == text
    assert [("PR128", 2, "if")] == [(one.code, one.span.line, one.span.words) for one in found if one.span]


def test_a_file_that_cannot_be_read_stays() -> None:
    text, found = format_rule_file(Source("rules.yaml", "criteria: [\n"))
    assert "criteria: [\n" == text
    assert [one.code for one in found] != []


@given(st.lists(st.tuples(st.integers(0), st.sampled_from(["|", "|-", "|+", "|4", ">"])), max_size=3), st.booleans())
def test_a_formatted_file_says_the_same_and_is_done_once(programs: list[tuple[int, str]], windows: bool) -> None:
    parts = [HEAD]
    for number, (seed, style) in enumerate(programs):
        written = text_of(Random(seed), broken=False, only_expression=False).replace("\r", "")
        lines = ["", *written.split("\n")] if seed % 3 else written.split("\n")
        parts.append(f"  - code: '{number}'\n    score: {style}\n")
        parts += [f"{'':{8}}{line}\n" if line.strip() else "\n" for line in lines]
        parts.append("\n    note:  'a  b'\n")
    before = Source("rules.yaml", "".join(parts).replace("\n", "\r\n" if windows else "\n"))
    root, wrong = read_yaml(before)
    assume(root is not None and not wrong)
    text, _ = format_rule_file(before)
    after = Source("rules.yaml", text)
    assert _said(root) == _said(read_yaml(after)[0])
    assert text == format_rule_file(after)[0]


def _said(node: Node | None) -> object:
    """A file as plain values, its programs as trees."""
    if isinstance(node, Mapping):
        return [(key.text, _tree(value) if key.text in PROGRAM_KEYS else _said(value)) for key, value in node.entries]
    if isinstance(node, Sequence):
        return [_said(one) for one in node.entries]
    return (node.text, node.style) if isinstance(node, Scalar) else None


def _tree(node: Node) -> object:
    program = parse_program(whole("", node.text), count(1))[0] if isinstance(node, Scalar) else None
    return _said(node) if program is None else program


def _comments(text: str) -> list[str]:
    """What stands behind each `#`, texts left out."""
    parts = [line.split('"')[-1] for line in text.splitlines() if "#" in line.split('"')[-1]]
    return [part[part.index("#") :].rstrip() for part in parts]
