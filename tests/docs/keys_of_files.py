"""Every key of a kind of file as tables in Markdown, made from its JSON Schema."""

from __future__ import annotations

import json
import re
from typing import Any

from parrules.methodology.keys import JsonSchema
from parrules.text.spelling import Language

WORDS = {
    "vi": {
        "key": "mục",
        "meaning": "nghĩa",
        "holds": "ghi gì",
        "example": "ví dụ",
        "top": "Ở cấp ngoài cùng",
        "name": "*tên*",
        "one": "*mỗi*",
        "required": "**Bắt buộc.**",
        "string": "chữ",
        "number": "số",
        "integer": "số nguyên",
        "date": "ngày",
        "object": "các mục con",
        "array": "danh sách",
        "boolean": "`yes` hoặc `no`",
        "null": "",
    },
    "en": {
        "key": "key",
        "meaning": "means",
        "holds": "holds",
        "example": "for example",
        "top": "At the top",
        "name": "*name*",
        "one": "*each*",
        "required": "**Required.**",
        "string": "text",
        "number": "number",
        "integer": "whole number",
        "date": "day",
        "object": "more keys",
        "array": "list",
        "boolean": "`yes` or `no`",
        "null": "",
    },
}


def key_tables(schema: JsonSchema, language: Language) -> str:
    """A heading and a table for every mapping of a file, outermost first."""
    return "\n\n".join(_Tables(schema, language).parts)


def every_key(schema: Any) -> set[str]:
    """The names of all keys that a schema knows."""
    if isinstance(schema, list):
        return set().union(*map(every_key, schema))
    if not isinstance(schema, dict):
        return set()
    own = set(schema["properties"]) if isinstance(schema.get("properties"), dict) else set()
    return own.union(*(every_key(one) for key, one in schema.items() if key not in ("examples", "enum", "const")))


class _Tables:
    """Walks a schema; a definition is told where it is met first."""

    def __init__(self, schema: JsonSchema, language: Language) -> None:
        self.parts: list[str] = []
        self._words = WORDS[language]
        self._language = language
        self._definitions = schema.get("definitions", {})
        self._told: set[str] = set()
        self._tell(schema, ())

    def _tell(self, schema: JsonSchema, place: tuple[str, ...]) -> None:
        keys = schema.get("properties", {})
        if keys:
            rows = [self._row(name, one, name in schema.get("required", ())) for name, one in keys.items()]
            words = self._words
            head = f"| {words['key']} | {words['meaning']} | {words['holds']} | {words['example']} |\n|---|---|---|---|"
            self.parts.append(f"### {self._heading(place)}\n\n{head}\n" + "\n".join(rows))
        named = schema.get("additionalProperties")
        if isinstance(named, dict):
            self._below(named, (*place, self._words["name"]))
        for name, one in keys.items():
            self._below(one, (*place, f"`{name}`"))

    def _below(self, schema: JsonSchema, place: tuple[str, ...]) -> None:
        """What can stand under a key, or in a list or mapping of it."""
        for reference in _references(schema):
            if reference not in self._told:
                self._told.add(reference)
                self._tell(self._definitions[reference], place)
        self._tell(schema, place)
        if isinstance(schema.get("items"), dict):
            self._below(schema["items"], (*place, self._words["one"]))

    def _heading(self, place: tuple[str, ...]) -> str:
        return " › ".join(place) if place else self._words["top"]

    def _row(self, name: str, schema: JsonSchema, required: bool) -> str:
        vi, _, en = schema.get("description", "").partition("\n\n")
        meaning = (vi if self._language == "vi" else en).strip()
        if required:
            meaning += " " + self._words["required"]
        return f"| `{name}` | {meaning} | {self._holds(schema)} | {_examples(schema)} |"

    def _holds(self, schema: JsonSchema) -> str:
        words = self._words
        if "enum" in schema:
            options = [one for one in schema["enum"] if not isinstance(one, bool)]
            return ", ".join(f"`{one}`" for one in options)
        if schema.get("format") == "date":
            return words["date"]
        kinds = schema.get("type")
        if kinds is None:
            found = [self._holds(self._definitions[one]) for one in _references(schema)]
            return found[0] if found else ""
        listed = [kinds] if isinstance(kinds, str) else kinds
        return " / ".join(dict.fromkeys(words[kind] for kind in listed if words[kind]))


def _references(schema: JsonSchema) -> list[str]:
    """The definitions that a schema is, or that every value of it is."""
    found = []
    for one in (schema, *schema.get("allOf", ()), *(schema[k] for k in ("then", "else") if k in schema)):
        if isinstance(one, dict) and "$ref" in one:
            found.append(one["$ref"].rpartition("/")[2])
    return found


def _examples(schema: JsonSchema) -> str:
    return "<br>".join(f"`{_written(one, schema)}`" for one in schema.get("examples", ()))


def _written(example: Any, schema: JsonSchema) -> str:
    """An example as it would stand in a file, on one line."""
    if isinstance(example, bool):
        return "yes" if example else "no"
    if isinstance(example, str):
        text = " ⏎ ".join(example.rstrip("\n").split("\n"))
        looks_like_a_number = re.fullmatch(r"[0-9.]+", example) is not None
        return f'"{text}"' if looks_like_a_number and schema.get("type") == "string" else text.replace("|", "\\|")
    return json.dumps(example, ensure_ascii=False).replace("|", "\\|")
