"""The keys of a rule file together with those of the editions that it extends."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as ByKey
from typing import Literal, cast

from parrules.methodology.codes import code_twice
from parrules.methodology.extends import criteria_with_codes, extended
from parrules.methodology.reading import mappings, scalar, text
from parrules.methodology.shape import rule_file_schema
from parrules.syntax.nodes import Mapping, Scalar
from parrules.syntax.shape import validate
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.source import Source, Span

EXTENDS = "extends"

BaseOf = Callable[[str, Span], Source | Diagnostic]
"""From what stands under `extends`, and its place, to the file that is meant, or why there is none."""

Languages = dict[Source, Literal["en", "vi"]]
"""How each file spells its programs."""

Found = tuple[Diagnostic, ...]
PlacesOf = ByKey[str, Span]


def no_other_files(name: str, span: Span) -> Diagnostic:
    """For a rule file that is read by itself: nothing can be extended."""
    return unknown_base(span, name, None)


def whole_edition(source: Source, base_of: BaseOf) -> tuple[Mapping | None, Languages, Found]:
    """The keys of the edition that a rule file says, put together with those that it extends.

    None where a file is not YAML, is of another shape, or extends what is not there.
    """
    node, found = _keys(source)
    files: list[tuple[Mapping, Source]] = []
    at = source
    while node is not None:
        files.append((node, at))
        said = scalar(node, EXTENDS)
        if said is None:
            break
        base = base_of(said.text, said.span)
        if isinstance(base, Diagnostic):
            return None, {}, (*found, base)
        if any(base.name == one.name for _, one in files):
            return None, {}, (*found, circle(said.span, (*(one.name for _, one in files), base.name)))
        at = base
        node, more = _keys(at)
        found += more
    if node is None:
        return None, {}, found
    languages: Languages = {file: cast(Literal["en", "vi"], text(keys, "language") or "en") for keys, file in files}
    for keys, _ in reversed(files[:-1]):
        node, more = extended(keys, node)
        found += more
    return node, languages, found


def extends_of(source: Source) -> Scalar | None:
    """What a rule file extends; None where it extends nothing, or cannot be read."""
    node, _ = read_yaml(source)
    return scalar(node, EXTENDS) if isinstance(node, Mapping) else None


def is_inherited(part: str, spans: PlacesOf) -> bool:
    """Whether a part, by its key in `Trees.spans`, comes from the edition that the file extends."""
    extends = spans.get(EXTENDS)
    return extends is not None and part in spans and spans[part].source != extends.source


def _keys(source: Source) -> tuple[Mapping | None, Found]:
    """The keys of one file, of the right shape."""
    node, found = read_yaml(source)
    if node is None or _stops(found):
        return None, found
    found += validate(node, rule_file_schema(), source)
    if _stops(found) or not isinstance(node, Mapping):
        return None, found
    found += tuple(_twice(node) if node.get(EXTENDS) is not None else _alone(node))
    return None if _stops(found) else node, found


def _alone(node: Mapping) -> list[Diagnostic]:
    """Keys that mean something only in a file that extends another."""
    keys = [node.key("remove"), *(one.key("under") for one in mappings(node.get("criteria")))]
    return [extends_nothing(key.span, key.text) for key in keys if key is not None]


def _twice(node: Mapping) -> list[Diagnostic]:
    """Codes that stand twice in the file itself: which of the two is to stand in the edition?"""
    seen: dict[str, Span] = {}
    found: list[Diagnostic] = []
    for code, _ in criteria_with_codes(node.get("criteria")):
        if code.text in seen:
            found.append(code_twice(code.span, code.text, seen[code.text]))
        else:
            seen[code.text] = code.span
    return found


def _stops(found: Found) -> bool:
    return any(one.is_error for one in found)


def unknown_base(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    """The edition to be extended is not there."""
    return diagnostic("PR470", span, name=name, suggestion=suggestion)


def no_edition_named(span: Span, name: str, example: str) -> Diagnostic:
    """Which edition is to be extended is not said."""
    return diagnostic("PR471", span, name=name, example=example)


def circle(span: Span, files: tuple[str, ...]) -> Diagnostic:
    """Editions that extend each other; files: from the first to the first again."""
    return diagnostic("PR472", span, files=files)


def extends_nothing(span: Span, key: str) -> Diagnostic:
    """A key that says what to change, and nothing is extended."""
    return diagnostic("PR477", span, key=key)


def several_bases(span: Span, name: str, files: tuple[str, ...]) -> Diagnostic:
    """Several files hold the edition to be extended."""
    return diagnostic("PR478", span, name=name, files=files)


def inherited_unused(span: Span, name: str) -> Diagnostic:
    """What the extended edition declares, and nothing reads any more."""
    return warning("PR479", span, name=name)
