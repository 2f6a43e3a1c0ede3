"""Writes the schema of rule tests: `python -m parrules.trials.schema_file schemas`."""

from __future__ import annotations

import sys
from pathlib import Path

from parrules.methodology import keys
from parrules.trials.shape import schema_of_tests

SCHEMA_FILE = "tests.schema.json"


def schema_text() -> str:
    """The schema as it stands in its file."""
    return keys.schema_text(schema_of_tests())


if __name__ == "__main__":
    (Path(sys.argv[1]) / SCHEMA_FILE).write_text(schema_text(), encoding="utf-8", newline="\n")
