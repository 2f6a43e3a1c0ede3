"""What every test may count on: no user's settings, no user's cache, and the same examples on every machine."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

os.environ["PARRULES_PLUGINS"] = "off"  # before any test is collected; tests of plugins bring their own
SETTINGS = ("PARRULES_LANG", "PARRULES_DEBUG", "PARRULES_CACHE", "NO_COLOR", "COLUMNS")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write the golden files anew, for review as a diff")


@pytest.fixture(scope="session", autouse=True)
def _nobody_in_particular(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A user who has set nothing, and whose cache is empty when the tests begin."""
    with pytest.MonkeyPatch.context() as patch:
        for name in SETTINGS:
            patch.delenv(name, raising=False)
        patch.setenv("PARRULES_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield
