"""Every command, also those that come later, stays calm whatever it is given."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

import pytest

from hostile.child import ended
from parrules.cli.frame import COMMANDS

CORPUS = Path(__file__).parent / "corpus"
GIVEN = [
    (),
    ("--help",),
    ("-o",),
    ("rules.yaml",),
    ("./",),
    ("-", "-"),
    ("alias-bomb.yaml",),
    ("not-text.csv", "nulls.csv"),
    ("rules.yaml", "evidence.yaml"),
    ("rules.yaml", "evidence-part-above-whole.yaml"),
    ("rules.yaml", "evidence-a-body-with-nothing.yaml"),
    ("evidence.yaml", "rules.yaml"),
    ("evidence.yaml", "evidence.yaml", "evidence.yaml"),
    ("rules.yaml", "evidence.yaml", "evidence-31-02.yaml"),
    ("rules.yaml", "rules.yaml", "evidence.yaml"),
    ("rules.yaml", "evidence.yaml", "1"),
    ("names-in-a-chain.yaml", "evidence.yaml", "1"),
    ("rules.yaml", "evidence.yaml", "--body", "xa-a", "--body", "xa-b"),
    ("rules.yaml", "evidence.yaml", "--format", "json"),
    ("rules.yaml", "evidence-a-body-with-nothing.yaml", "--format", "json"),
    ("rules.yaml", "evidence-a-body-with-nothing.yaml", "--format", "csv"),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_stays_calm_whatever_it_is_given(command: str, tmp_path: Path) -> None:
    for path in CORPUS.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    made = {given: ended(command, *given, cwd=tmp_path) for given in GIVEN}
    assert {} == {given: one.start for given, one in made.items() if not one.is_calm}
