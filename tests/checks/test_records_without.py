"""A criterion that scores records asks for some, or the whole methodology does."""

from __future__ import annotations

import pytest

from parrules.api.load import read
from parrules.text.source import Source

RULES = """\
parrules: 1
methodology: a.records
edition: "1"
title: Hồ sơ
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  dossiers:
    title: Hồ sơ
    columns: {days: {type: days, min: 0, title: Số ngày}}
criteria:
  - code: "1"
    title: Một
    max: 2
    each: dossiers
    combine: mean
    score: |
      award 2 when days < 5
      otherwise 0
"""


@pytest.mark.parametrize(
    ("rules", "codes"),
    [
        (RULES, ["PR308"]),
        (RULES.replace("combine: mean", "combine: sum"), []),
        (RULES + "    applies: count(dossiers) > 0\n    if_not: left_out\n", []),
        (RULES + "applies: count(dossiers) > 0\n", []),
        (RULES + "applies: count(dossiers where days < 5) > 0\n", ["PR308"]),
    ],
    ids=[
        "no records have no mean",
        "no records add up to 0",
        "the criterion asks for records",
        "the methodology asks for records",
        "the methodology asks for other records",
    ],
)
def test_records_are_asked_for(rules: str, codes: list[str]) -> None:
    assert codes == [one.code for one in read(Source("a.yaml", rules), "a.yaml").diagnostics]
