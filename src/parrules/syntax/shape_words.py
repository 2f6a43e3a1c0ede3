"""From an error of the JSON Schema library to our diagnostics, at the place in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from parrules.syntax import shape_mistakes as mistakes
from parrules.syntax.nodes import Mapping, Node, Scalar, Sequence
from parrules.syntax.shape_branches import Branches, asked, branches_of, keys_of_branches
from parrules.syntax.shape_kinds import head, is_numeral, wrong_kind, wrong_value
from parrules.text.diagnostic import Diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_LONGEST_WORD = 100
"""No more of a text is compared with the words that are known."""


def told(error: ValidationError, root: Node, above: tuple[str | int, ...] = ()) -> Iterator[Diagnostic]:
    """What one error says; above: where in the file the value stands that its own path starts from."""
    path = (*above, *error.relative_path)
    key, node = _at(root, path)
    if "propertyNames" in error.relative_schema_path:
        yield from _key_refused(error, node)
    elif error.validator in ("anyOf", "oneOf"):
        yield from _told_branches(error, root, path)
    elif error.validator == "type":
        yield wrong_kind(node, key, _wanted(error), error.schema)
    elif error.validator in ("enum", "const"):
        allowed = asked(error) if error.validator == "enum" else [asked(error)]
        yield wrong_value(node, key, allowed)
    else:
        words = _WORDS.get(str(error.validator), _does_not_fit)
        yield from words(error, node, _place(node, key))


def _told_branches(error: ValidationError, root: Node, path: tuple[str | int, ...]) -> Iterator[Diagnostic]:
    key, node = _at(root, path)
    if not error.context:
        names = [name for name in keys_of_branches(error) if isinstance(node, Mapping) and node.get(name) is not None]
        place = _place(node, key)
        yield mistakes.not_together(place, tuple(names)) if names else mistakes.does_not_fit(place)
        return
    branches: Branches = branches_of(error)
    if branches.at is not None:
        inner, under = _at(root, (*path, *branches.at.relative_path))
        yield wrong_value(under, inner, branches.allowed)
    elif branches.wanted and not (branches.allowed and isinstance(node, Scalar) and not is_numeral(node.text)):
        yield wrong_kind(node, key, branches.wanted, branches.schema)
    elif branches.allowed:
        yield wrong_value(node, key, branches.allowed)
    elif branches.one_of_keys:
        yield mistakes.one_key_wanted(_place(node, key), branches.one_of_keys)
    else:
        seen = dict.fromkeys(one for inner in branches.errors for one in told(inner, root, path))
        yield from seen


def _wanted(error: ValidationError) -> frozenset[str]:
    wanted = asked(error)
    return frozenset([wanted] if isinstance(wanted, str) else wanted)


def _at(root: Node, path: tuple[str | int, ...]) -> tuple[Scalar | None, Node]:
    """The node at a path, and the key above it."""
    key: Scalar | None = None
    node = root
    for step in path:
        if isinstance(node, Mapping):
            name, under = next(pair for pair in node.entries if pair[0].text == step)
            key, node = name, under
        else:
            assert isinstance(node, Sequence)
            key, node = None, node.entries[int(step)]
    return key, node


def _place(node: Node, key: Scalar | None) -> Span:
    """Where a mapping or a list is pointed at: the key it stands under, or else its first key or member."""
    if isinstance(node, Scalar):
        return node.span
    return key.span if key is not None else head(node)


def _key_refused(error: ValidationError, node: Node) -> Iterator[Diagnostic]:
    key = node.key(str(error.instance)) if isinstance(node, Mapping) else None
    if key is not None and error.validator == "enum":
        known = tuple(str(one) for one in asked(error))
        yield mistakes.unknown_key(key, nearest(key.text[:_LONGEST_WORD], known), known)
    else:
        yield mistakes.key_not_written_so(head(node) if key is None else key.span)


def _unknown(error: ValidationError, node: Node, place: Span) -> Iterator[Diagnostic]:
    schema: Any = error.schema
    known = tuple(schema.get("properties", {}))
    patterns = [re.compile(one) for one in schema.get("patternProperties", {})]
    here = [key for key, _ in node.entries] if isinstance(node, Mapping) else []
    present = {key.text for key in here}
    free = tuple(name for name in known if name not in present)
    for key in here:
        if key.text not in known and not any(one.search(key.text) for one in patterns):
            meant = nearest(key.text[:_LONGEST_WORD], known)
            yield mistakes.unknown_key(key, meant if meant in free else None, free)


def _missing(error: ValidationError, node: Node, place: Span) -> Iterator[Diagnostic]:
    # the library gives one error for each key, which only its sentence names: each is told once, by its order
    names = [name for name in asked(error) if isinstance(node, Mapping) and node.get(name) is None]
    for name in names:
        if error.message.startswith(repr(name)):
            yield mistakes.missing_key(place, name)


def _needs(error: ValidationError, node: Node, place: Span) -> Iterator[Diagnostic]:
    for name, others in asked(error).items():
        key = node.key(name) if isinstance(node, Mapping) else None
        for other in others if key is not None and isinstance(others, list) else ():
            if isinstance(node, Mapping) and node.get(other) is None and error.message.startswith(repr(other)):
                yield mistakes.key_needs_key(place if key is None else key.span, name, other)


def _refused_together(error: ValidationError, node: Node, place: Span) -> Iterator[Diagnostic]:
    names = tuple(asked(error).get("required", ())) if isinstance(asked(error), dict) else ()
    yield mistakes.not_together(place, names) if names else mistakes.does_not_fit(place)


def _pattern(error: ValidationError, node: Node, place: Span) -> Iterator[Diagnostic]:
    examples = error.schema.get("examples", ()) if isinstance(error.schema, dict) else ()
    yield mistakes.not_written_so(place, str(examples[0]) if examples else None)


def _too_few(error: ValidationError, node: Node, place: Span) -> Iterator[Diagnostic]:
    yield mistakes.too_few(node, asked(error))


def _too_many(error: ValidationError, node: Node, place: Span) -> Iterator[Diagnostic]:
    yield mistakes.too_many(place, asked(error))


def _bound(error: ValidationError, node: Node, place: Span) -> Iterator[Diagnostic]:
    low = str(error.validator).endswith("inimum")
    yield (mistakes.too_low if low else mistakes.too_high)(place, str(asked(error)))


def _multiple(error: ValidationError, node: Node, place: Span) -> Iterator[Diagnostic]:
    yield mistakes.not_a_multiple(place, str(asked(error)))


def _day(error: ValidationError, node: Node, place: Span) -> Iterator[Diagnostic]:
    from parrules.syntax.scalars import date_of

    found = date_of(node) if isinstance(node, Scalar) else None
    yield found if isinstance(found, Diagnostic) else mistakes.does_not_fit(place)


def _does_not_fit(error: ValidationError, node: Node, place: Span) -> Iterator[Diagnostic]:
    yield mistakes.does_not_fit(place)


_WORDS: dict[str, Callable[[ValidationError, Node, Span], Iterator[Diagnostic]]] = {
    "additionalProperties": _unknown,
    "required": _missing,
    "dependencies": _needs,
    "not": _refused_together,
    "pattern": _pattern,
    "minLength": _too_few,
    "minItems": _too_few,
    "minProperties": _too_few,
    "maxLength": _too_many,
    "maxItems": _too_many,
    "maxProperties": _too_many,
    "minimum": _bound,
    "exclusiveMinimum": _bound,
    "maximum": _bound,
    "exclusiveMaximum": _bound,
    "multipleOf": _multiple,
    "format": _day,
}
