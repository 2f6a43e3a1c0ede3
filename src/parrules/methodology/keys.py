"""What a key of a rule file can hold: a small vocabulary of shapes, each with its JSON Schema."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

JsonSchema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Key:
    """A key, what stands under it, and what it means in both languages.

    examples: as they would stand in a file. required: the file is refused without it.
    """

    name: str
    holds: JsonSchema
    vi: str
    en: str
    examples: tuple[Any, ...] = ()
    required: bool = False

    def schema(self) -> JsonSchema:
        """What it holds, described. A reference stands inside `allOf`: beside it nothing else would be read."""
        said: JsonSchema = {"description": f"{self.vi}\n\n{self.en}"}
        said |= {"allOf": [self.holds]} if "$ref" in self.holds else self.holds
        return said | ({"examples": list(self.examples)} if self.examples else {})


def keyed(*keys: Key) -> JsonSchema:
    """A mapping with exactly these keys."""
    required = [key.name for key in keys if key.required]
    return {
        "type": "object",
        "properties": {key.name: key.schema() for key in keys},
        "additionalProperties": False,
    } | ({"required": required} if required else {})


def named(holds: JsonSchema) -> JsonSchema:
    """A mapping from names that the author chooses."""
    return {"type": "object", "additionalProperties": holds}


def listed(holds: JsonSchema) -> JsonSchema:
    """A list of at least one."""
    return {"type": "array", "items": holds, "minItems": 1}


def text() -> JsonSchema:
    return {"type": "string", "minLength": 1}


def program() -> JsonSchema:
    """A text in the scoring language: a program, or one condition or value."""
    return {"type": "string", "minLength": 1}


def number() -> JsonSchema:
    return {"type": "number"}


def bound() -> JsonSchema:
    """A number, a percentage or a date: read by the kind it belongs to."""
    return {"type": ["number", "string"]}


def day() -> JsonSchema:
    return {"type": "string", "format": "date"}


def yes_no() -> JsonSchema:
    return {"enum": [True, False, "yes", "no"]}


def one_of(*words: str | int) -> JsonSchema:
    return {"enum": list(words)}


def places() -> JsonSchema:
    """To how many decimals something is rounded, or `none`."""
    return one_of(*range(10), "none")


def text_or(holds: JsonSchema) -> JsonSchema:
    """A text alone, or a mapping or list of more: the keywords of either say nothing about a text."""
    return {**holds, "type": ["string", holds["type"]], "minLength": 1}


def defined(name: str) -> JsonSchema:
    """What the schema defines under this name."""
    return {"$ref": f"#/definitions/{name}"}


def schema_text(schema: JsonSchema) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
