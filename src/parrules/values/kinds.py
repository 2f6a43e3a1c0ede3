"""What a quantity is: points, a count, a ratio, money in some unit, a date, one of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

KindName = Literal[
    "points", "count", "number", "ratio", "money", "days", "date", "text", "yes_no", "one_of", "bare", "table"
]


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of a value.

    unit: of a `number` or `money` (km2, triệu đồng), empty where it has none. options: of a `one_of`, lowest
    first. `bare` is a number written in a program, which takes the kind it stands beside.
    """

    name: KindName
    unit: str = ""
    options: tuple[str, ...] = ()

    @property
    def is_quantity(self) -> bool:
        """Whether it can be added, multiplied and rounded."""
        return self.name in ("points", "count", "number", "ratio", "money", "days", "bare")

    @property
    def is_plain(self) -> bool:
        """Whether it may stand for points, a count, days or money: a number without a unit."""
        return self.name == "bare" or (self.name == "number" and not self.unit)


POINTS = Kind("points")
COUNT = Kind("count")
NUMBER = Kind("number")
RATIO = Kind("ratio")
MONEY = Kind("money")
DAYS = Kind("days")
DATE = Kind("date")
TEXT = Kind("text")
YES_NO = Kind("yes_no")
BARE = Kind("bare")
TABLE = Kind("table")
