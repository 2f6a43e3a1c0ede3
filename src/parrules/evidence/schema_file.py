"""Writes the schemas of evidence and of published results: `python -m parrules.evidence.schema_file schemas`."""

from __future__ import annotations

import sys
from pathlib import Path

from parrules.evidence.shape import evidence_schema
from parrules.evidence.shape_of_printed import published_schema
from parrules.methodology import keys

SCHEMA_FILE = "evidence.schema.json"
PUBLISHED_FILE = "published.schema.json"


def schema_text() -> str:
    """The schema of evidence as it stands in its file."""
    return keys.schema_text(evidence_schema())


def published_text() -> str:
    """The schema of published results as it stands in its file."""
    return keys.schema_text(published_schema())


if __name__ == "__main__":
    for name, text in ((SCHEMA_FILE, schema_text()), (PUBLISHED_FILE, published_text())):
        (Path(sys.argv[1]) / name).write_text(text, encoding="utf-8", newline="\n")
