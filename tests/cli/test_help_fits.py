"""Every help can be read in a terminal 80 wide."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import pytest

from parrules.cli.frame import COMMANDS
from parrules.report.columns import width_of
from parrules.text.spelling import Language


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "command", [(), *((name,) for name in COMMANDS)], ids=lambda words: "".join(words) or "parrules"
)
def test_a_help_is_80_wide_at_most(parrules, command: tuple[str, ...], language: Language) -> None:
    ended = parrules(*command, "--help", "--lang", language)
    assert (0, "") == (ended.code, ended.err)
    assert [] == [line for line in ended.out.splitlines() if width_of(line) > 80]
