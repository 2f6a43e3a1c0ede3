"""NĐ 307/2025/NĐ-CP: the lines of its three tables, `base / from / step -> gain / cap`, as the decree prints them.

Written from the text of the decree, not from the rule files.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

COMMUNE, WARD, PROVINCE = "vn.nd307.commune", "vn.nd307.ward", "vn.nd307.province"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table as the decree prints it, in the units of its figure (percent for a ratio).

    said: other figures that it needs. sign: how the figure is written. less: less is better. highest: tried up to it.
    """

    methodology: str
    code: str
    figure: str
    base: str
    start: str
    step: str
    gain: str
    cap: str
    sign: str = "%"
    less: bool = False
    highest: int = 100
    said: tuple[tuple[str, str], ...] = ()

    def points(self, value: Fraction) -> Fraction:
        beyond = Fraction(self.start) - value if self.less else value - Fraction(self.start)
        points = Fraction(self.base) + max(beyond, Fraction(0)) / Fraction(self.step) * Fraction(self.gain)
        held = min(points, Fraction(self.cap))
        return Fraction((200 * held.numerator + held.denominator) // (2 * held.denominator), 100)


HIGHLAND, LOWLAND = (("mountain", "có"),), (("mountain", "không"),)
POORER, RICHER = (("balanced", "không"),), (("remitted", "0%"),)
OF_PROVINCE = (("kind", "tỉnh"),)
LINES = [
    Line(COMMUNE, "1", "population", "10", "16000", "1000", "0.5", "25", "", False, 60_000, LOWLAND),
    Line(COMMUNE, "1", "population", "10", "12000", "1000", "0.5", "25", "", False, 60_000, HIGHLAND),
    Line(COMMUNE, "2", "area", "10", "30", "5", "0.5", "25", "", False, 250),
    Line(COMMUNE, "3", "own_revenue", "3", "40", "5", "0.5", "8", said=POORER),
    Line(COMMUNE, "4.1", "industry", "3", "50", "5", "0.5", "5"),
    Line(COMMUNE, "4.2", "non_farm", "3", "50", "5", "0.5", "5"),
    Line(COMMUNE, "4.3", "poverty", "3", "4.5", "1", "1", "5", less=True, highest=10),
    Line(COMMUNE, "4.4", "clean_water", "3", "70", "5", "0.5", "5"),
    Line(COMMUNE, "4.5", "online", "3", "60", "0.5", "0.25", "5", said=(("province_online", "60%"),)),
    Line(COMMUNE, "4.6", "signed", "3", "70", "5", "0.5", "5"),
    Line(WARD, "1", "population", "10", "14000", "1000", "0.5", "25", "", False, 60_000, (("city", "không"),)),
    Line(WARD, "1", "population", "10", "21000", "1000", "0.5", "25", "", False, 60_000, (("city", "có"),)),
    Line(WARD, "2", "area", "10", "5.5", "1", "0.5", "25", "", False, 50),
    Line(WARD, "3", "own_revenue", "3", "50", "5", "0.5", "8", said=POORER),
    Line(WARD, "4.1", "industry", "3", "70", "2", "0.25", "5"),
    Line(WARD, "4.2", "non_farm", "3", "60", "5", "0.5", "5"),
    Line(WARD, "4.3", "poverty", "3", "4", "0.5", "0.5", "5", less=True, highest=10),
    Line(WARD, "4.4", "clean_water", "3", "70", "5", "0.5", "5"),
    Line(WARD, "4.5", "online", "3", "60", "0.5", "0.25", "5", said=(("province_online", "60%"),)),
    Line(WARD, "4.6", "signed", "3", "80", "5", "0.5", "5"),
    Line(PROVINCE, "1", "population", "10", "2000000", "60000", "0.5", "25", "", False, 5_000_000, LOWLAND),
    Line(PROVINCE, "1", "population", "10", "1500000", "60000", "0.5", "25", "", False, 5_000_000, HIGHLAND),
    Line(PROVINCE, "2", "area", "10", "8000", "200", "0.5", "25", "", False, 20_000),
    Line(PROVINCE, "3", "own_revenue", "3", "50", "5", "0.5", "8", said=RICHER),
    Line(PROVINCE, "4.1", "industry", "1", "70", "5", "0.5", "3"),
    Line(PROVINCE, "4.2", "growth", "1", "7", "0.5", "0.25", "3", highest=20),
    Line(PROVINCE, "4.3", "non_farm", "1", "60", "5", "0.5", "3"),
    Line(PROVINCE, "4.4", "productivity", "1", "5", "0.5", "0.5", "3", highest=20),
    # The mean is 5,000, so 5% of it is 250.
    Line(PROVINCE, "4.5", "income", "2", "5000", "250", "0.25", "3", "", False, 9_000, (("national_income", "5000"),)),
    Line(PROVINCE, "4.6", "insured", "2", "42", "5", "0.5", "3", said=(("national_insured", "42%"),)),
    Line(PROVINCE, "4.7", "poverty", "2", "3", "0.5", "0.25", "3", "%", True, 10, (("national_poverty", "3%"),)),
    Line(PROVINCE, "4.8", "clean_water", "2", "60", "1", "0.5", "3", said=(("national_clean_water", "60%"),)),
    Line(PROVINCE, "4.10", "online", "2", "40", "2", "0.25", "3", said=(("national_online", "40%"),)),
    Line(PROVINCE, "5.4", "communes", "2", "80", "5", "0.25", "5", "", False, 200, (("border_communes", "0"),)),
]
