"""The words of JSON Schema, where ours mean more than the library's. Imported only when something is validated."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import islice
from typing import Any

from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from parrules.syntax.handed_over import OddNumber, Text
from parrules.syntax.scalars import is_day

_MOST_OF_A_SHAPE = 100
"""So many errors say well enough how far a value is from a shape."""


def validator(schema: dict[str, Any]) -> Any:
    """What finds the mistakes of a value against the schema."""
    return _extended()(schema)


@cache
def _extended() -> Any:
    return extend(  # type: ignore[no-untyped-call]
        Draft7Validator,
        {
            "type": _type,
            "enum": _enum,
            "anyOf": _any_of,
            "oneOf": _one_of,
            "format": _format,
            "multipleOf": _multiple_of,
            "if": _if,
            "not": _not,
        },
    )


def _type(validator: Any, types: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    wanted = [types] if isinstance(types, str) else types
    if isinstance(instance, OddNumber):
        fits = "string" in wanted and "number" in wanted and instance.readable
    else:
        fits = any(validator.is_type(instance, one) for one in wanted) and not _misread(instance, wanted, schema)
    if not fits:
        yield ValidationError("another kind is wanted")


def _misread(instance: Any, wanted: list[str], schema: Any) -> bool:
    """Whether it is text for us, and something else for another reader of YAML."""
    if not isinstance(instance, Text) or instance.taken is None or instance.asking.lenient:
        return False
    if instance.taken == "date" and schema.get("format") == "date":
        return False
    if {"number", "integer", "boolean"} & set(wanted):
        return instance.taken == "number"
    return True


def _enum(validator: Any, allowed: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, Text) and instance.taken and all(isinstance(one, str) for one in allowed):
        fits = instance.asking.lenient and instance in allowed
    else:
        fits = any(type(instance) is type(one) and instance == one for one in allowed) or (
            isinstance(instance, Text) and str(instance) in allowed
        )
    if not fits:
        yield ValidationError("another value is wanted")


def _any_of(validator: Any, shapes: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    errors, fitting = _tried(validator, shapes, instance)
    if not fitting:
        yield ValidationError("one of several shapes is wanted", context=errors)


def _one_of(validator: Any, shapes: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    errors, fitting = _tried(validator, shapes, instance)
    if fitting != 1:
        yield ValidationError("just one of several shapes is wanted", context=[] if fitting else errors)


def _tried(validator: Any, shapes: Any, instance: Any) -> tuple[list[ValidationError], int]:
    """Some of the errors of each shape that the value does not have, and how many it has."""
    errors: list[ValidationError] = []
    fitting = 0
    for place, shape in enumerate(shapes):
        found = list(islice(validator.descend(instance, shape, schema_path=place), _MOST_OF_A_SHAPE))
        errors += found
        fitting += not found
    return errors, fitting


def _format(validator: Any, named: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if named == "date" and isinstance(instance, Text) and not is_day(instance):
        yield ValidationError("a day is wanted")


def _multiple_of(validator: Any, step: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if not isinstance(instance, (int, Decimal)) or isinstance(instance, bool):
        return
    # a step in a schema may be a float there; its shortest text is what its author wrote
    if Fraction(instance) % Fraction(str(step)) != 0:
        yield ValidationError("a multiple is wanted")


def _if(validator: Any, asked: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    branch = "then" if _asked(validator, asked, instance) else "else"
    if branch in schema:
        yield from validator.descend(instance, schema[branch], schema_path=branch)


def _not(validator: Any, refused: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if _asked(validator, refused, instance):
        yield ValidationError("what is refused stands here")


def _asked(validator: Any, schema: Any, instance: Any) -> bool:
    asking = getattr(instance, "asking", None)
    if asking is None:
        return bool(validator.evolve(schema=schema).is_valid(instance))
    before, asking.lenient = asking.lenient, True
    try:
        return bool(validator.evolve(schema=schema).is_valid(instance))
    finally:
        asking.lenient = before
