"""A value as programs see it."""

from __future__ import annotations

from parrules.values.nothing import Nothing
from parrules.values.numbers import Exact
from parrules.values.ranges import Range, Unknown

Number = Exact | Range
"""A number, known or open. A date is its ordinal, one of a list its place in it: both compare as numbers."""

Value = Exact | Range | Unknown | bool | str | Nothing
"""What a figure, a column or an expression is worth."""
