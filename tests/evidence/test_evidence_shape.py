# ruff: noqa: SIM300  (expected first, then actual)
from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from evidence.methodology_for_evidence import HEAD, read
from parrules.evidence.schema_file import SCHEMA_FILE, schema_text
from parrules.evidence.shape import evidence_schema

ROOT = Path(__file__).parents[2]


def test_the_schema_that_is_published_is_the_one_that_is_used() -> None:
    published = (ROOT / "schemas" / SCHEMA_FILE).read_text(encoding="utf-8")
    assert published == schema_text(), "run: python -m parrules.evidence.schema_file schemas"


def test_the_schema_is_a_schema_of_draft_7() -> None:
    Draft7Validator.check_schema(evidence_schema())
    assert "$schema" in json.loads(schema_text())


def test_every_key_is_described_in_both_languages() -> None:
    described: list[str] = []

    def look(schema: object) -> None:
        if isinstance(schema, dict):
            for key in schema.get("properties", {}).values():
                described.append(key["description"])
            for under in schema.values():
                look(under)

    look(evidence_schema())
    assert len(described) > 20
    assert all("\n\n" in text for text in described)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("value", HEAD + "bodies: {a: A}\nvalue: {}\n"),
        ("A", HEAD + "bodies: {a: {name: [A]}}\n"),
        ("A", HEAD + "bodies: {a: [A]}\n"),
        ("5", HEAD + "bodies: {a: A}\nvalues: {a: 5}\n"),
        ("sheets", HEAD + "bodies: {a: A}\nvalues: {a: {population: {value: 5, sheets: x}}}\n"),
        ("x", HEAD + "bodies: {a: A}\nvalues: {a: {visits: [x]}}\n"),
        ("perhaps", HEAD + "bodies: {a: A}\nvalues: {a: {population: {value: 5, none: perhaps}}}\n"),
        ("2025", HEAD + "bodies: {a: A}\nedition: 2025\n"),
        ("2025-31-12", HEAD.replace("2025-12-31", "2025-31-12") + "bodies: {a: A}\n"),
        ("hai nghìn", HEAD.replace("year: 2025", "year: hai nghìn") + "bodies: {a: A}\n"),
    ],
)
def test_a_file_of_another_shape_is_refused_at_the_place(tmp_path: Path, expected: str, text: str) -> None:
    _, found = read(text, tmp_path)
    assert [expected] == [one.span.words for one in found if one.span]


@pytest.mark.parametrize("text", ["", "- a\n", "a\n", "parrules: 1\n", "{", HEAD, HEAD + "bodies: [a]\n"])
def test_what_is_no_evidence_file_has_findings_and_no_round(tmp_path: Path, text: str) -> None:
    round_, found = read(text, tmp_path)
    assert round_ is None
    assert any(one.is_error for one in found)


def test_a_list_with_something_else_in_it_is_not_handed_in(tmp_path: Path) -> None:
    round_, found = read(HEAD + "bodies: {a: A}\nvalues: {a: {visits: [{day: 2025-01-01}, x]}}\n", tmp_path)
    assert found
    assert round_ is not None
    assert {} == round_.bodies[0].tables
