"""Golden texts: what a report must look like, in files that a person reads; rewritten by `pytest --rewrite`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    with suppress(ValueError):  # another folder of golden files may have the same option
        parser.addoption("--rewrite", action="store_true", help="write the golden files anew, for review as a diff")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the golden file of that name."""

    def compare(name: str, actual: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--rewrite", default=False):
            path.write_text(actual, encoding="utf-8", newline="")
        assert path.read_bytes().decode("utf-8") == actual

    return compare
