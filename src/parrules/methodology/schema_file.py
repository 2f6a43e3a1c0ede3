"""The published JSON Schema of a rule file, for editors."""

from __future__ import annotations

from pathlib import Path

from parrules.methodology import keys
from parrules.methodology.shape import rule_file_schema

SCHEMA_FILE = "methodology.schema.json"


def schema_text() -> str:
    """The schema as it stands in the file."""
    return keys.schema_text(rule_file_schema())


def write_schema(folder: Path) -> None:
    """Writes it into a folder: `python -m parrules.methodology.schema_file` writes it into `schemas`."""
    (folder / SCHEMA_FILE).write_bytes(schema_text().encode("utf-8"))


if __name__ == "__main__":
    write_schema(Path("schemas"))
