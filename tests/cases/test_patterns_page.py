"""The page of patterns lists every case, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CASES = Path(__file__).parent
DOCS = CASES.parents[1] / "docs"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_case_is_listed_once(language: str) -> None:
    page = (DOCS / language / "patterns.md").read_text(encoding="utf-8")
    listed = re.findall(r"\]\(\.\./\.\./tests/cases/([^/]+)/\)", page)
    assert sorted(one.parent.name for one in CASES.glob("*/rules.yaml")) == sorted(listed)
