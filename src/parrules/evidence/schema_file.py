"""Writes the schema of evidence files: `python -m parrules.evidence.schema_file schemas`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from parrules.evidence.shape import evidence_schema

SCHEMA_FILE = "evidence.schema.json"


def schema_text() -> str:
    """The schema as it stands in its file."""
    return json.dumps(evidence_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    (Path(sys.argv[1]) / SCHEMA_FILE).write_text(schema_text(), encoding="utf-8", newline="\n")
