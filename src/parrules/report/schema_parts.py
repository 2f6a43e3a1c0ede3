"""The pieces that schemas of results are made of: records, lists, and numbers that are text."""

from __future__ import annotations

from parrules.report.exact_json import Json

DEFINITIONS: Json = {
    "number": {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+|/[0-9]+)?$"},
    "within": {
        "type": "object",
        "additionalProperties": False,
        "required": ["within"],
        "description": "Every value from the first to the second; null: without bound.",
        "properties": {
            "within": {
                "type": "array",
                "items": {"type": ["string", "null"]},
                "minItems": 2,
                "maxItems": 2,
            },
            "low_open": {"type": "boolean", "description": "The low end itself is left out."},
            "high_open": {"type": "boolean", "description": "The high end itself is left out."},
        },
    },
    "title": {
        "type": "object",
        "additionalProperties": False,
        "required": ["vi"],
        "properties": {"vi": {"type": "string"}, "en": {"type": "string"}},
    },
}
"""What the pieces below refer to: every schema that uses them has these among its definitions."""


def schema_of(title: str, description: str, keys: Json, definitions: Json) -> Json:
    """A whole schema, of draft 7."""
    head: Json = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title, "description": description}
    return {**head, **record(keys), "definitions": {**definitions, **DEFINITIONS}}


def record(keys: Json, optional: tuple[str, ...] = ()) -> Json:
    """A mapping with exactly these keys."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key for key in keys if key not in optional],
        "properties": keys,
    }


def said(schema: Json, description: str) -> Json:
    """The schema with words. In draft 7 what stands beside `$ref` is not read, so a reference is wrapped."""
    return (
        {"description": description, "allOf": [schema]} if "$ref" in schema else {"description": description, **schema}
    )


def ref(name: str) -> Json:
    return {"$ref": f"#/definitions/{name}"}


def listed(schema: Json, description: str = "") -> Json:
    made: Json = {"type": "array", "items": schema}
    return said(made, description) if description else made


def text(description: str = "") -> Json:
    return said({"type": "string"}, description) if description else {"type": "string"}


def whole(description: str = "") -> Json:
    return said({"type": "integer"}, description) if description else {"type": "integer"}


def yes_no(description: str = "") -> Json:
    return said({"type": "boolean"}, description) if description else {"type": "boolean"}


def word(*words: str) -> Json:
    return {"enum": list(words)}


def amount(description: str = "") -> Json:
    """A number, or the bounds of one that is open."""
    either: Json = {"anyOf": [ref("number"), ref("within")]}
    return said(either, description) if description else either


def or_null(schema: Json, description: str = "") -> Json:
    either: Json = {"anyOf": [schema, {"type": "null"}]}
    return said(either, description) if description else either


def methodology() -> Json:
    """By which rules something was scored; digest: of their files."""
    return record({"name": text(), "edition": text(), "title": ref("title"), "digest": text()})


def days_of_round() -> Json:
    return record({"year": whole(), "start": text("ISO date."), "end": text("ISO date.")})
