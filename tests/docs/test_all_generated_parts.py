"""What pages say of commands, keys, words and codes is what the program says."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.generated import generated_pages, up_to_date
from docs.pages import name_of


@pytest.mark.parametrize("page", generated_pages(), ids=name_of)
def test_generated_parts_are_up_to_date(page: Path, request: pytest.FixtureRequest) -> None:
    made = up_to_date(page)
    if request.config.getoption("--rewrite"):
        page.write_text(made, encoding="utf-8", newline="\n")
    assert made == page.read_text(encoding="utf-8")
