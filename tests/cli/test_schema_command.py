"""`parrules schema` prints the schema that stands in the repository."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import json

import pytest

from parrules.api.find import shipped
from parrules.cli import exits
from parrules.cli.schema import SCHEMAS


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_is_printed_as_it_stands_in_its_file(parrules, name: str) -> None:
    ended = parrules("schema", name)
    assert (exits.FINE, "") == (ended.code, ended.err)
    assert (shipped("schemas") / f"{name}.schema.json").read_text(encoding="utf-8") == ended.out
    assert "http://json-schema.org/draft-07/schema#" == json.loads(ended.out)["$schema"]
