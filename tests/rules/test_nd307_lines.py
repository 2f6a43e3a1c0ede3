"""NĐ 307: each line `base / from / step -> gain / cap` gives, for any figure, what the formula of the decree gives."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.nd307_table import LINES, OF_PROVINCE, PROVINCE, Line
from rules.scored_for_tests import score, sheet

WHOLE = ("population", "communes")


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.methodology} {line.code} from {line.start}")
@given(part=st.integers(min_value=0, max_value=10_000))
@settings(max_examples=25)
def test_a_line_gives_what_the_decree_says(line: Line, part: int) -> None:
    number = part * line.highest // 100  # in hundredths
    if line.figure in WHOLE:
        number = number // 100 * 100 + 100
    written = f"{number // 100},{number % 100:02d}" if number % 100 else str(number // 100)
    said = dict(line.said) | {line.figure: f"{written}{line.sign}"}
    if line.methodology == PROVINCE:
        said |= dict(OF_PROVINCE)
    found = score(sheet(line.methodology, said), line.code)
    assert line.points(Fraction(number, 100)) == found
