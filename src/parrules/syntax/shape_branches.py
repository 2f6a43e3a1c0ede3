"""Of several shapes that a value may have and has none of: the one that its author most likely meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_Way = tuple["ValidationError", ...]
"""The errors of one branch."""


@dataclass(frozen=True, slots=True)
class Branches:
    """What to say: that one of these kinds is wanted, one of these values, one of these keys; or these errors.

    schema: one in which the day's format stands, where a day is wanted.
    """

    wanted: frozenset[str] = frozenset()
    allowed: tuple[Any, ...] = ()
    one_of_keys: tuple[str, ...] = ()
    errors: _Way = ()
    schema: Any = None


def asked(error: ValidationError) -> Any:
    """What the schema says behind the keyword that found the error."""
    return error.validator_value


def branches_of(error: ValidationError) -> Branches:
    """What an `anyOf` or `oneOf` that nothing in it fits is best told by."""
    ways = _ways(error)
    inside = [way for way in ways if not _is_of_another_kind(way)]
    if not inside:
        return _kinds(ways)
    if all(len(way) == 1 and way[0].validator == "required" and not way[0].relative_path for way in inside):
        return Branches(one_of_keys=tuple(dict.fromkeys(name for way in inside for name in asked(way[0]))))
    return Branches(errors=min(inside, key=_distance))


def keys_of_branches(error: ValidationError) -> tuple[str, ...]:
    """The keys that the branches ask for."""
    branches = [one for one in asked(error) if isinstance(one, dict)]
    return tuple(dict.fromkeys(name for one in branches for name in one.get("required", ())))


def _ways(error: ValidationError) -> list[_Way]:
    found: dict[Any, list[ValidationError]] = {}
    for one in error.context or ():
        found.setdefault(one.relative_schema_path[0], []).append(one)
    return [tuple(way) for way in found.values()]


def _is_of_another_kind(way: _Way) -> bool:
    """Whether the value itself, and not something in it, is of another kind or another value."""
    return any(not one.relative_path and one.validator in ("type", "enum", "const") for one in way)


def _kinds(ways: list[_Way]) -> Branches:
    wanted: set[str] = set()
    allowed: list[Any] = []
    schema: Any = None
    for one in (one for way in ways for one in way if not one.relative_path):
        value = asked(one)
        if one.validator == "type":
            wanted |= {value} if isinstance(value, str) else set(value)
            schema = one.schema if schema is None or _has_day(one.schema) else schema
        elif one.validator in ("enum", "const"):
            allowed += value if one.validator == "enum" else [value]
    if True in allowed and False in allowed:
        wanted.add("boolean")
        allowed = [one for one in allowed if one not in (True, False, "yes", "no")]
    if wanted:
        wanted |= {"string"} if any(isinstance(one, str) for one in allowed) else set()
        return Branches(wanted=frozenset(wanted), schema=schema)
    return Branches(allowed=tuple(allowed))


def _has_day(schema: Any) -> bool:
    return isinstance(schema, dict) and schema.get("format") == "date"


def _distance(way: _Way) -> tuple[bool, int, int]:
    """How far a value is from a branch: first by what tells the branches apart, then by its keys."""
    other = any(one.validator in ("const", "enum") and len(one.relative_path) == 1 for one in way)
    keys = sum(one.validator in ("additionalProperties", "required") and not one.relative_path for one in way)
    return other, keys, len(way)
