"""A rule file whose programs are spelled the other way: its programs, its `language:`, and no other byte."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parrules.syntax import mistakes
from parrules.syntax.format import Way, format_each, format_program, programs_of, spelling_of, tree_of, why_not
from parrules.syntax.keywords import FUNCTIONS, KNOWN_NAMES, STATEMENTS, Spelling
from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.syntax.respelling import Change, changes, respelled
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.diagnostic import Diagnostic, in_reading_order
from parrules.text.source import Source

_SIGNS_OF_YAML = re.compile("[,:#]")
"""What a plain text between braces cannot have."""


def respell_rule_file(source: Source, to: Spelling) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a rule file in the spelling `to`; or as it stands, and what cannot be said so or is wrong anyway."""
    root, found = read_yaml(source)
    if not isinstance(root, Mapping) or (before := spelling_of(root)) == to or root.get("methodology") is None:
        return source.text, found
    wrong, edits = list(found), [_of_language(root, to)]
    in_braces = {id(scalar) for scalar in _between_braces(root, False)}
    for scalar, way in programs_of(root):
        wrong += _not_sayable(scalar, way, before, to)
        edits += _of_program(scalar, way, before, to, id(scalar) in in_braces)
    if any(one.is_error for one in wrong):
        return source.text, in_reading_order(wrong)
    text = source.text
    for start, end, said in sorted(edits, reverse=True):
        text = text[:start] + said + text[end:]
    if not _says_the_same(root, text, before, to):
        return source.text, (mistakes.not_in_other_spelling(root.span, None),)
    return text, in_reading_order(wrong)


def _not_sayable(scalar: Scalar, way: Way, before: Spelling, to: Spelling) -> tuple[Diagnostic, ...]:
    """Why a program cannot be spelled otherwise: it is wrong, or a name of it is a word there."""
    if way(scalar.text, before) is None:
        return why_not(scalar.passage, way, before)
    if way is format_each:
        return ()  # read when the whole file is
    is_program = way is format_program
    other = respelled(scalar.text, before, to, is_program=is_program)
    if tree_of(scalar.text, before, is_program) == tree_of(other, to, is_program):
        return ()
    return (mistakes.not_in_other_spelling(scalar.span, _word_there(scalar.text, before)),)


def _word_there(text: str, before: Spelling) -> str | None:
    """The first name of a text that is a word of the language in the other spelling."""
    table = (*KNOWN_NAMES, *FUNCTIONS, *STATEMENTS)
    theirs = {word for one in table for word in (one.en, one.vi)} - {one.spelled(before) for one in table}
    return next((name for name in re.findall(r"\w+", text) if name in theirs), None)


def _of_program(scalar: Scalar, way: Way, before: Spelling, to: Spelling, in_braces: bool) -> list[Change]:
    """How the file changes where a program stands. Between braces a text with a comma stands in quotation marks."""
    other = respelled(scalar.text, before, to, is_program=way is format_program)
    made: list[Change] = []
    for start, end, said in changes(scalar.text, before, to, is_program=way is format_program):
        span = scalar.passage.span(start, end)
        made.append((span.start, span.end, said))
    mark, style = ("'", "single") if '"' in other else ('"', "double")
    has_signs, had_signs = bool(_SIGNS_OF_YAML.search(other)), bool(_SIGNS_OF_YAML.search(scalar.text))
    first, last = scalar.span.start, scalar.span.end
    if in_braces and scalar.style == "plain" and has_signs:
        made += [(first, first, mark), (last, last, mark)]
    elif in_braces and scalar.style == style and to == "en" and had_signs and not has_signs:
        made += [(first, first + 1, ""), (last - 1, last, "")]
    return made


def _of_language(root: Mapping, to: Spelling) -> Change:
    """How `language:` changes. English is what is taken without it, so a line of its own for that goes."""
    said = root.get("language")
    text = root.span.source.text
    if not isinstance(said, Scalar):
        return _language_added(root, text)
    key = root.key("language")
    assert key is not None
    begins, ends = text.rfind("\n", 0, key.span.start) + 1, text.find("\n", said.span.end) + 1
    if to == "en" and ends and text[begins : key.span.start] == "" and not text[said.span.end : ends].strip():
        return begins, ends, ""
    return said.span.start, said.span.end, to


def _language_added(root: Mapping, text: str) -> Change:
    """`language: vi` on a line behind that of `methodology`, or at the beginning."""
    ended = "\r\n" if "\r\n" in text else "\n"
    if text[root.span.start] == "{":
        return root.span.start + 1, root.span.start + 1, "language: vi, "
    name = root.get("methodology")
    behind = text.find("\n", name.span.end) + 1 if isinstance(name, Scalar) else 0
    at = behind or root.span.start
    return at, at, f"language: vi{ended}"


def _says_the_same(root: Mapping, text: str, before: Spelling, to: Spelling) -> bool:
    """Whether every program says the same as before."""
    after, _ = read_yaml(Source("", text))
    if not isinstance(after, Mapping) or spelling_of(after) != to:
        return False
    ours, theirs = list(programs_of(root)), list(programs_of(after))
    return len(ours) == len(theirs) and all(
        _tree(one, way, before) == _tree(other, way, to) for (one, way), (other, _) in zip(ours, theirs, strict=True)
    )


def _tree(scalar: Scalar, way: Way, spelling: Spelling) -> object:
    if way is format_each:
        table, _, where = (way(scalar.text, spelling) or "").partition(" ")
        return table, tree_of(where.partition(" ")[2], spelling, False)
    return tree_of(scalar.text, spelling, way is format_program)


def _between_braces(node: Node, inside: bool) -> Iterator[Scalar]:
    """Every text that stands between braces or brackets."""
    if isinstance(node, Scalar):
        if inside:
            yield node
        return
    inside = inside or node.span.source.text[node.span.start] in "{["
    under = [value for _, value in node.entries] if isinstance(node, Mapping) else list(node.entries)
    for one in under:
        yield from _between_braces(one, inside)
