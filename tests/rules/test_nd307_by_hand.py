"""NĐ 307/2025/NĐ-CP worked out a second time, from the words of the decree and without parrules: totals and classes.

What is written here follows the text in plain fractions; the rule files are not read for it. Most of the drawn bodies
have an area that brings them to a limit between classes, or a hundredth to its side.
"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from rules.nd307_table import COMMUNE, LINES, PROVINCE, WARD, Line
from rules.scored_for_tests import score, sheet

Body = dict[str, bool | Fraction]
SIGNS = {line.figure: line.sign for line in LINES} | {"remitted": "%", "minorities": "%", "temporary": "%"}
ZERO = Fraction(0)
POPULOUS = Line("", "6.1", "", "5", "300", "50", "0.5", "10")
REMITTED = Line("", "3", "", "8", "10", "1", "0.25", "10")
MEANS = {"province_online": 60, "national_income": 5000, "national_insured": 42, "national_poverty": 3}
MEANS |= {"national_clean_water": 60, "national_online": 40}
LIMITS = [Fraction(text) for text in ("75", "60", "90", "74.99", "59.99", "89.99")]
TRAITS = {
    COMMUNE: (
        "special_zone",
        "mountain",
        "border",
        "balanced",
        "heritage",
        "safe_zone",
        "large_population",
        "large_area",
    ),
    WARD: ("special_zone", "city", "mountain", "balanced", "heritage", "safe_zone", "large_population", "large_area"),
    PROVINCE: ("mountain", "heritage"),
}
PRIORITIES = dict.fromkeys((COMMUNE, WARD), ("strategic", "cluster_centre", "specialised_centre", "general_centre"))
PRIORITIES[PROVINCE] = ("strategic",)


def steps(code: str, share: Fraction, base: int, gain: str, at: tuple[int, int], each: int, cap: int) -> Fraction:
    """A special feature in percent: nothing is printed below the first limit, and counts as 0."""
    line = Line("", code, "", str(base), str(at[1]), str(each), gain, str(cap))
    return line.points(share) if share >= at[0] else ZERO


def scores_of(which: str, body: Body) -> dict[str, Fraction]:
    """Every criterion of the highest level."""
    found = dict.fromkeys("123456", ZERO)
    for line in (one for one in LINES if one.methodology == which and _holds(one, body)):
        found[line.code[0]] += line.points(Fraction(body[line.figure]))
    if body.get("balanced"):
        found["3"] = Fraction(10)
    if body.get("remitted", ZERO) > 0:
        found["3"] = REMITTED.points(Fraction(body["remitted"]))
    found["5"] += special_features(which, body)
    found["6"] = max(priorities(which, body))
    if which == PROVINCE:
        found["4"] += 3 if body["sipas_rank"] <= 10 else 2 if body["sipas_rank"] <= 20 else 1
    return found


def _holds(line: Line, body: Body) -> bool:
    """Whether a line is for such a body, by its mountains, its city and its budget."""
    asked = {name: text == "có" for name, text in line.said if name in ("mountain", "city", "balanced")}
    return all(body[name] == wanted for name, wanted in asked.items())


def special_features(which: str, body: Body) -> Fraction:
    if which == PROVINCE:
        border = Fraction(body["border_communes"]) / body["communes"] * 100
        shares = steps("5.1", Fraction(body["minorities"]), 1, "0.25", (20, 30), 5, 2)
        return shares + steps("5.2", border, 1, "0.5", (10, 20), 10, 2) + (1 if body["heritage"] else 0)
    if body["special_zone"]:
        return Fraction(10)
    share, place, at = ("minorities", "border", (20, 30)) if which == COMMUNE else ("temporary", "mountain", (10, 20))
    points = 3 * body[place] + 2 * body["heritage"] + 2 * body["safe_zone"]
    return steps("5.1", Fraction(body[share]), 2, "0.25", at, 5, 3) + points


def priorities(which: str, body: Body) -> list[Fraction]:
    level = Fraction(body["population"]) / body["population_standard"] * 100
    wide = body["area"] >= (42 if which == WARD else 3 * body["area_standard"])
    found = [POPULOUS.points(level) if level >= 300 else ZERO, Fraction(10 * wide), Fraction(10 * body["strategic"])]
    worth = {"cluster_centre": 3, "specialised_centre": 5, "general_centre": 10}
    return found + [Fraction(points) for name, points in worth.items() if body.get(name)]


def class_of(which: str, body: Body, scores: dict[str, Fraction]) -> str:
    total = sum(scores.values(), ZERO)
    if which != PROVINCE:
        if body["special_zone"] and body["population"] < 1000:
            return "Loại III"
        placed = body["strategic"] or body["general_centre"]
        large = body["large_population"] and body["large_area"]
        if (which == WARD or body["special_zone"]) and total - scores["6"] >= 90 and placed and large:
            return "Loại đặc biệt"
    return "Loại I" if total >= 75 else "Loại II" if total >= 60 else "Loại III"


@st.composite
def bodies(draw: DrawFn, which: str) -> Body:
    rich = draw(st.booleans())
    yes = st.integers(0, 9).map(lambda one: one > 0) if rich else st.booleans()
    body: Body = {name: draw(yes) for name in TRAITS[which]}
    body |= {name: draw(st.booleans()) for name in PRIORITIES[which]}
    for line in (one for one in LINES if one.methodology == which):
        whole = line.figure in ("population", "communes", "income")
        most = 100 * line.highest
        hundredths = most - draw(st.integers(0, most // 4)) if rich and not line.less else draw(st.integers(0, most))
        body[line.figure] = Fraction(max(hundredths // 100, 1)) if whole else Fraction(hundredths, 100)
    body["population_standard"] = Fraction(draw(st.integers(1, 60_000) if which != PROVINCE else st.just(1_400_000)))
    body |= {"temporary": Fraction(draw(st.integers(0, 60))), "minorities": Fraction(draw(st.integers(0, 60)))}
    if which == PROVINCE:
        body["remitted"] = Fraction(draw(st.integers(0, 60)), 2)
        body["sipas_rank"] = Fraction(draw(st.integers(1, 34)))
        body["border_communes"] = Fraction(draw(st.integers(0, int(body["communes"]))))
    elif draw(st.integers(0, 5)) == 0:
        body["population"] = Fraction(draw(st.integers(998, 1002)))
    body["area_standard"] = Fraction(5000 if which == PROVINCE else draw(st.sampled_from([10, 70])))
    limit = draw(st.sampled_from([None, *LIMITS]))
    return body if limit is None else _brought_to(which, body, limit)


def _brought_to(which: str, body: Body, limit: Fraction) -> Body:
    """With an area that brings its points to a limit, those without priority to 90; as it is, where no area does."""
    line = next(one for one in LINES if (one.methodology, one.code) == (which, "2"))
    scores = scores_of(which, body | {"area": ZERO})
    rest = sum(scores.values(), ZERO) - scores["2"] - (scores["6"] if limit > 89 else 0)
    area = Fraction(line.start) + (limit - rest - 10) / Fraction(line.gain) * Fraction(line.step)
    return body | {"area": area} if 0 < area < 15_000 else body


def written(name: str, value: bool | Fraction) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    number = int(value * 100)
    assert Fraction(number, 100) == value
    said = f"{number // 100},{number % 100:02d}" if number % 100 else str(number // 100)
    return said + SIGNS.get(name, "")


def said_of(which: str, body: Body) -> dict[str, str]:
    others = {"minorities", "area_standard"} if which == WARD else {"temporary"}
    means = {name: f"{mean}{'' if name == 'national_income' else '%'}" for name, mean in MEANS.items()}
    means = {name: text for name, text in means.items() if (name == "province_online") == (which != PROVINCE)}
    kind = {"kind": "tỉnh"} if which == PROVINCE else {}
    return kind | means | {name: written(name, value) for name, value in body.items() if name not in others}


@pytest.mark.parametrize("which", [COMMUNE, WARD, PROVINCE])
@given(drawn=st.data())
@settings(max_examples=150, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_scores_total_and_class_are_what_the_decree_gives(which: str, drawn: st.DataObject) -> None:
    body = drawn.draw(bodies(which))
    expected = scores_of(which, body)
    found = sheet(which, said_of(which, body))
    assert expected == {code: score(found, code) for code in expected}
    assert (sum(expected.values()), (class_of(which, body, expected),)) == (found.total, found.classes)
