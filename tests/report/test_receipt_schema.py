from __future__ import annotations

from pathlib import Path

from parrules.report.receipt import json_text
from parrules.report.receipt_schema import receipt_schema

PUBLISHED = Path(__file__).parents[2] / "schemas" / "receipt.schema.json"


def test_the_published_schema_is_the_one_that_the_code_has() -> None:
    assert json_text(receipt_schema()) == PUBLISHED.read_text(encoding="utf-8")


def test_every_reference_leads_somewhere() -> None:
    schema = receipt_schema()
    text = json_text(schema)
    definitions = schema["definitions"]
    assert isinstance(definitions, dict)
    for name in definitions:
        assert f'"#/definitions/{name}"' in text
    assert text.count('"$ref"') == sum(text.count(f'"#/definitions/{name}"') for name in definitions)
