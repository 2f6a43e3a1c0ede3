"""Programs as everyone writes them: the words, comments and line breaks of their author, and even spaces.

Only spaces between words, the spelling of some signs, and blank lines at the ends are changed, never what is said.
In a rule file every other byte stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count

from parrules.syntax.keywords import Spelling, spelled
from parrules.syntax.nodes import Mapping, Node, Scalar, Sequence
from parrules.syntax.parser import parse_expression, parse_program
from parrules.syntax.spacing import spaced
from parrules.syntax.tree import Expression, Program
from parrules.syntax.words import words
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.diagnostic import Diagnostic, in_reading_order
from parrules.text.passage import Passage, whole
from parrules.text.source import Source

Way = Callable[[str, Spelling], str | None]
Edit = tuple[int, int, str]
"""From where to where in the file, and what stands there instead."""


def format_program(text: str, spelling: Spelling = "en") -> str | None:
    """A program with even spaces, or None where it does not parse. A line break at its end stays one."""
    return _formatted(text, spelling, is_program=True)


def format_expression(text: str, spelling: Spelling = "en") -> str | None:
    """The same for a condition or a formula."""
    return _formatted(text, spelling, is_program=False)


def format_each(text: str, spelling: Spelling = "en") -> str | None:
    """The same for a table and, perhaps, the condition that chooses its records."""
    where = spelled("WHERE", spelling)
    match = re.fullmatch(rf"\s*(\w+)(?:\s+{where}\s+(.*\S))?\s*", text, re.DOTALL)
    if match is None or match[2] is None:
        return None if match is None else match[1]
    condition = format_expression(match[2], spelling)
    return None if condition is None else f"{match[1]} {where} {condition}"


def format_rule_file(source: Source) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a rule file with its programs formatted; and what is wrong with the file, or with a program, which
    then stays as it is."""
    root, found = read_yaml(source)
    if not isinstance(root, Mapping):
        return source.text, found
    spelling = spelling_of(root)
    text, wrong = source.text, list(found)
    for scalar, way in sorted(programs_of(root), key=lambda one: -one[0].span.start):
        after = way(scalar.text, spelling)
        if after is None:
            wrong += why_not(scalar.passage, way, spelling)
            continue
        edit = edit_of(scalar, after)
        if edit is not None:
            start, end, said = edit
            text = text[:start] + said + text[end:]
    return text, in_reading_order(wrong)


def spelling_of(root: Mapping) -> Spelling:
    """How the programs of a rule file are spelled."""
    language = root.get("language")
    return "vi" if isinstance(language, Scalar) and language.text == "vi" else "en"


def _formatted(text: str, spelling: Spelling, *, is_program: bool) -> str | None:
    before = tree_of(text, spelling, is_program)
    if before is None:
        return None
    lines = spaced(words(text, spelling, layout=True), spelling, is_program=is_program)
    result = "\n".join(lines).strip("\n") + ("\n" if text.endswith("\n") else "")
    # A text that is nearly too long may become so by a space; then it stays.
    return result if tree_of(result, spelling, is_program) == before else text


def tree_of(text: str, spelling: Spelling, is_program: bool) -> Program | Expression | None:
    """What a text says; None where it does not parse."""
    parse = parse_program if is_program else parse_expression
    return parse(whole("", text), count(1), spelling)[0]


def programs_of(root: Mapping) -> Iterator[tuple[Scalar, Way]]:
    """Every program, condition and formula of a rule file, with how it is formatted."""
    ways: dict[str, Way] = {"applies": format_expression, "class": format_program}
    yield from _under(root, ways)
    yield from _under(root.get("ranking"), {"applies": format_expression})
    quota = root.get("quota")
    for limit in quota.entries if isinstance(quota, Sequence) else (quota,):
        yield from _under(limit, {"at_most": format_expression})
    yield from _of_criteria(root, {**ways, "score": format_program, "each": format_each})
    for _, evidence in _entries(root.get("evidence")):
        yield from _under(evidence, {"formula": format_expression})
        for _, column in _entries(evidence.get("columns") if isinstance(evidence, Mapping) else None):
            yield from _under(column, {"formula": format_expression})


def _of_criteria(node: Mapping, ways: dict[str, Way]) -> Iterator[tuple[Scalar, Way]]:
    criteria = node.get("criteria")
    for one in criteria.entries if isinstance(criteria, Sequence) else ():
        if isinstance(one, Mapping):
            yield from _under(one, ways)
            yield from _of_criteria(one, ways)


def _under(node: Node | None, ways: dict[str, Way]) -> Iterator[tuple[Scalar, Way]]:
    for key, value in _entries(node):
        if isinstance(value, Scalar) and key.text in ways:
            yield value, ways[key.text]


def _entries(node: Node | None) -> tuple[tuple[Scalar, Node], ...]:
    return node.entries if isinstance(node, Mapping) else ()


def why_not(passage: Passage, way: Way, spelling: Spelling) -> tuple[Diagnostic, ...]:
    """What is wrong with a program. Of what stands under `each`, reading the rules tells it."""
    if way is format_each:
        return ()
    return (parse_program if way is format_program else parse_expression)(passage, count(1), spelling)[1]


def edit_of(scalar: Scalar, after: str) -> Edit | None:
    """How the file changes; None where it need not, or where YAML would not leave the lines as they stand."""
    inside, passage = scalar.text.strip("\n"), scalar.passage
    if scalar.style in ("literal", "folded"):
        return _edit_of_block(scalar, after.strip("\n"))
    start, end = (scalar.span.start, scalar.span.end)
    if scalar.style != "plain":
        start, end = start + 1, end - 1
    if passage.source.text[start:end] != scalar.text or "\n" in after or after == inside:
        return None
    return start, end, after.strip()


def _edit_of_block(scalar: Scalar, after: str) -> Edit | None:
    passage, text = scalar.passage, scalar.passage.source.text
    lines = scalar.text.rstrip("\n").split("\n")
    if scalar.style == "folded" and len(lines) > 1:
        return None
    head_end = text.index("\n", scalar.span.start) + 1
    ended = "\r\n" if text[:head_end].endswith("\r\n") else "\n"
    last = passage.offsets[len(scalar.text.rstrip("\n")) - 1] + 1
    at = next(place for place, letter in enumerate(scalar.text) if letter != "\n")
    first = passage.offsets[at]
    indent = text[text.rindex("\n", 0, first) + 1 : first]
    said = ended.join(indent + line if line else "" for line in after.split("\n"))
    return None if text[head_end:last] == said else (head_end, last, said)
