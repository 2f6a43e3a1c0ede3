# ruff: noqa: SIM300  (expected first, then actual)

import json
from pathlib import Path

from jsonschema import Draft7Validator

from parrules.methodology.schema_file import SCHEMA_FILE, schema_text, write_schema
from parrules.methodology.shape import rule_file_schema

PUBLISHED = Path(__file__).parents[2] / "schemas" / SCHEMA_FILE


def test_the_published_schema_is_not_stale() -> None:
    # python -m parrules.methodology.schema_file writes it anew
    assert schema_text() == PUBLISHED.read_text(encoding="utf-8")


def test_the_schema_is_written_whole(tmp_path: Path) -> None:
    write_schema(tmp_path)
    assert schema_text().encode("utf-8") == (tmp_path / SCHEMA_FILE).read_bytes()


def test_the_schema_is_a_schema_of_draft_7() -> None:
    Draft7Validator.check_schema(rule_file_schema())
    assert "http://json-schema.org/draft-07/schema#" == rule_file_schema()["$schema"]


def test_every_key_is_described_in_both_languages() -> None:
    described = [key for holder in _holders(rule_file_schema()) for key in holder["properties"].items()]
    silent = [name for name, key in described if name != "total" and "\n\n" not in key.get("description", "")]
    assert [] == silent
    assert len(described) > 80


def test_nothing_in_it_costs_unbounded_time() -> None:
    text = json.dumps(rule_file_schema())
    assert "uniqueItems" not in text
    assert '"pattern' not in text


def test_no_key_passes_unknown() -> None:
    assert all("additionalProperties" in holder for holder in _holders(rule_file_schema()))


def _holders(schema: object) -> list[dict[str, dict[str, dict[str, str]]]]:
    """Every schema in a schema that has keys of its own."""
    if isinstance(schema, list):
        return [found for one in schema for found in _holders(one)]
    if not isinstance(schema, dict):
        return []
    inside = [found for under in schema.values() for found in _holders(under)]
    is_holder = isinstance(schema.get("properties"), dict) and schema.get("type") != "properties"
    return [schema, *inside] if is_holder else inside
