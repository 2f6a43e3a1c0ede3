"""TT 01/2018, articles 13 to 15, worked out a second time from the words of the circular and without parrules.

Every indicator, the total and the class of drawn agencies and officials; shares are drawn at the limits that the text
prints and one step to each side of them.
"""

from __future__ import annotations

from fractions import Fraction

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from rules.scored_for_tests import sheet

COMPLAINED, UNFOUNDED, QUIET = "có", "có nhưng không đúng", "không có"
LIST_SHARE = {"cấp xã": 100, "cấp huyện": 50, "cấp khác": 20}
"""The percentage of the list that is handled start to finish at the one-stop shop."""

Number = int | Fraction
Dossier = dict[str, Number | str]
Agency = dict[str, int | bool | str]
Drawn = tuple[Agency, list[Dossier]]
reused = settings(max_examples=300, phases=(Phase.reuse, Phase.generate))  # drawn evidence is slow to make smaller


def of_dossier(dossier: Dossier) -> dict[str, int]:
    """Indicators 1, 2, 3, 4 and 7. A late dossier without complaint has no value in the text: 0 is our choice."""
    time = _earlier(dossier["days"], dossier["legal_days"])
    return {
        "1": time,
        "2": _earlier(dossier["own_days"], dossier["own_legal_days"]),
        "3": _seldom(max(0, Fraction(dossier["contacts"]) - Fraction(dossier["own_fault"]))),
        "4": _seldom(Fraction(dossier["agencies"])),
        "7": 0 if dossier["complaint"] == COMPLAINED else time,
    }


def of_dossiers(dossiers: list[Dossier]) -> dict[str, Fraction]:
    """The means, each rounded to one decimal, a half upwards."""
    points = [of_dossier(one) for one in dossiers]
    sums = {code: sum(one[code] for one in points) for code in points[0]}
    return {code: Fraction((20 * total + len(points)) // (2 * len(points)), 10) for code, total in sums.items()}


def of_agency(agency: Agency) -> dict[str, int]:
    """Indicators 5, 6, 8 and 9. Where the text prints no value, 0 is our choice."""

    def percent(part: str, whole: str) -> Fraction:
        return Fraction(100 * int(agency[part]), int(agency[whole]))

    found = {"5": 0, "6": int(agency["posted"]) + int(agency["electronic"]), "8": 0, "9": 0}
    if percent("finished_here", "procedures") >= LIST_SHARE[str(agency["level"])]:
        found["5"] = 2
    elif agency["eligible"] and agency["received_here"] == agency["eligible"]:
        found["5"] = 1
    if not agency["complaints"]:
        found["8"] = 2
    elif not agency["prolonged"]:
        on_time = percent("on_time", "complaints")
        found["8"] = 2 if on_time == 100 else 1 if on_time >= 90 else 0
    if agency["online_procedures"] and agency["online_base"] and not agency["online_failed"]:
        online = percent("online_dossiers", "online_base")
        if online >= 30 and percent("online_procedures", "online_eligible") >= 20:
            found["9"] = 2
        elif 15 <= online < 30:
            found["9"] = 1
    return found


def class_of_agency(total: Number) -> str:
    for least, name in ((15, "Xuất sắc"), (12, "Tốt"), (9, "Khá"), (6, "Trung bình")):
        if total >= least:
            return name
    return "Yếu"


def class_of_official(total: Number) -> str:
    if total >= 5:
        return "Hoàn thành 100% nhiệm vụ"
    return "Hoàn thành từ 70% đến dưới 100% nhiệm vụ" if 2 * total >= 7 else "Hoàn thành dưới 70% nhiệm vụ"


def _earlier(taken: Number | str, allowed: Number | str) -> int:
    taken, allowed = Fraction(taken), Fraction(allowed)
    return 2 if taken < allowed else 1 if taken == allowed else 0


def _seldom(times: Number) -> int:
    return 2 if times == 0 else 1 if times == 1 else 0


@st.composite
def dossiers(draw: DrawFn) -> list[Dossier]:
    """Some twenty dossiers at most, of which more or fewer are in order."""
    in_order = draw(st.integers(0, 8))

    def well() -> bool:
        return draw(st.integers(0, 7)) < in_order

    found: list[Dossier] = []
    for number in range(draw(st.sampled_from([1, 2, 3, 4, 7, 20]))):
        legal, own = draw(st.integers(1, 3)), draw(st.integers(1, 3))
        late = draw(st.sampled_from([Fraction(0), Fraction(1, 2)]))
        found.append(
            {
                "code": str(number),
                "legal_days": legal,
                "days": legal + (Fraction(-1, 2) if well() else late),
                "own_legal_days": own,
                "own_days": own + (Fraction(-1, 2) if well() else late),
                "contacts": 0 if well() else draw(st.integers(1, 3)),
                "own_fault": draw(st.integers(0, 2)),
                "agencies": 0 if well() else draw(st.integers(1, 2)),
                "complaint": QUIET if well() else draw(st.sampled_from((COMPLAINED, UNFOUNDED))),
            }
        )
    return found


@st.composite
def agencies(draw: DrawFn) -> Drawn:
    agency: Agency = {"level": draw(st.sampled_from(sorted(LIST_SHARE)))}
    agency["procedures"], agency["eligible"] = 100, draw(st.sampled_from([50, 50, 1, 0]))
    agency["complaints"] = draw(st.sampled_from([0, 1, 10, 100]))
    agency["online_eligible"], agency["online_base"] = draw(_often(100)), draw(_often(1000))
    of = {"finished_here": "procedures", "received_here": "eligible", "on_time": "complaints"}
    of |= {"online_procedures": "online_eligible", "online_dossiers": "online_base"}
    near = {"finished_here": (20, 50, 100), "received_here": (100,), "on_time": (90, 100)}
    near |= {"online_procedures": (20, 20, 0), "online_dossiers": (15, 30, 30)}
    for part, whole in of.items():
        total = int(agency[whole])
        step = total * draw(st.sampled_from(near[part])) // 100 + draw(st.integers(-1, 1))
        agency[part] = max(0, min(total, step))
    agency["prolonged"] = draw(_often(0, 1)) if agency["complaints"] else 0
    agency["online_failed"] = draw(_often(0, 1)) if agency["online_dossiers"] else 0
    agency |= {name: draw(st.booleans()) for name in ("posted", "electronic")}
    return agency, draw(dossiers())


def _often(usual: int, else_: int = 0) -> st.SearchStrategy[int]:
    return st.sampled_from([usual] * 5 + [else_])


def _said(values: Agency | Dossier) -> dict[str, str]:
    return {name: _written(value) for name, value in values.items()}


def _written(value: Number | bool | str) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    return f"{value.numerator // 2},5" if isinstance(value, Fraction) and value.denominator == 2 else str(value)


@reused
@given(agencies())
def test_every_indicator_and_the_class_of_an_agency_is_what_the_circular_gives(drawn: Drawn) -> None:
    agency, rows = drawn
    expected: dict[str, Number] = {**of_dossiers(rows), **of_agency(agency)}
    found = sheet("vn.tt01.agency", _said(agency), {"dossiers": [_said(row) for row in rows]})
    assert expected == {one.code: one.score for one in found.lines}
    total = sum(expected.values())
    assert (total, (class_of_agency(total),)) == (found.total, found.classes)


@settings(reused, max_examples=800)
@given(dossiers())
def test_every_indicator_and_the_class_of_an_official_is_what_the_circular_gives(rows: list[Dossier]) -> None:
    expected = of_dossiers(rows)
    found = sheet("vn.tt01.official", {}, {"dossiers": [_said(row) for row in rows]})
    assert expected == {one.code: one.score for one in found.lines}
    total = sum(expected.values())
    assert (total, (class_of_official(total),)) == (found.total, found.classes)
