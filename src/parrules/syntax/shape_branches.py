"""Of several shapes that a value may have and has none of: the one that its author most likely meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_Way = tuple["ValidationError", ...]
"""The errors of one branch."""


@dataclass(frozen=True, slots=True)
class Branches:
    """What to say: that one of these kinds or values is wanted, or one of these keys; or else these errors.

    schema: one in which the day's format stands, where a day is wanted. at: the error in whose place one of the
    values is wanted, where that is not the place of the whole.
    """

    wanted: frozenset[str] = frozenset()
    allowed: tuple[Any, ...] = ()
    one_of_keys: tuple[str, ...] = ()
    errors: _Way = ()
    schema: Any = None
    at: ValidationError | None = None


def asked(error: ValidationError) -> Any:
    """What the schema says behind the keyword that found the error."""
    return error.validator_value


def allows_yes_no(allowed: Sequence[Any]) -> bool:
    """Whether yes and no are among the values (to Python, 1 and 0 would be too)."""
    return any(one is True for one in allowed) and any(one is False for one in allowed)


def branches_of(error: ValidationError) -> Branches:
    """What an `anyOf` or `oneOf` that nothing in it fits is best told by."""
    ways = _ways(error)
    inside = [way for way in ways if not _is_of_another_kind(way)]
    if not inside:
        return _kinds(ways)
    telling = [_telling(way) for way in inside]
    first = telling[0]
    if first is not None and all(one is not None and one.relative_path == first.relative_path for one in telling):
        return Branches(allowed=tuple(value for one in telling if one is not None for value in _allowed(one)), at=first)
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
            allowed += _allowed(one)
    if allows_yes_no(allowed):
        wanted.add("boolean")
        allowed = [one for one in allowed if not isinstance(one, bool) and one not in ("yes", "no")]
    return Branches(wanted=frozenset(wanted), allowed=tuple(allowed), schema=schema)


def _allowed(error: ValidationError) -> list[Any]:
    return list(asked(error)) if error.validator == "enum" else [asked(error)]


def _telling(way: _Way) -> ValidationError | None:
    """What tells this branch from the others: a value of a key that only this branch has."""
    return next((one for one in way if one.validator in ("const", "enum") and len(one.relative_path) == 1), None)


def _has_day(schema: Any) -> bool:
    return isinstance(schema, dict) and schema.get("format") == "date"


def _distance(way: _Way) -> tuple[bool, int, int]:
    """How far a value is from a branch: first by what tells the branches apart, then by its keys."""
    other = _telling(way) is not None
    keys = sum(one.validator in ("additionalProperties", "required") and not one.relative_path for one in way)
    return other, keys, len(way)
