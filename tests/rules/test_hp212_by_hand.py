"""HP 212/2025 worked out a second time, from the words of the decision and without parrules: scores and classes.

What is written here follows the text, sentence by sentence, in plain fractions; the rule file is not read for it. Drawn
heads lie near the limits that the text prints, so that a limit moved by a hundredth is noticed.
"""

from __future__ import annotations

from fractions import Fraction

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from rules.scored_for_tests import sheet

MARKS = {f"1.{group}.{one}": Fraction(5, 4) for group in range(1, 5) for one in range(1, 5)}
MARKS |= {f"2.{part}.{one}": Fraction(1) for part in (1, 2) for one in range(1, 6)}
TASKS = {"programme": ("2.3", (5, 10, 5)), "assigned": ("2.4", (10, 10, 10))}
GIVEN = {"3.3": "economic_target", "3.4": "clearance", "3.5": "disbursement", "3.6": "revenue", "3.7": "land"}
GIVEN |= {"3.8": "planning", "3.9": "digital"}
CLASSES = ("Không hoàn thành", "Hoàn thành", "Hoàn thành tốt", "Hoàn thành xuất sắc")
NEAR = [Fraction(text) for text in ("49.99", "50", "50.01", "79.99", "80", "80.01", "89.99", "90", "90.01", "99")]
WHAT = ("done", "quality", "on_time")
PARTS = ("late_or_poor", "targets_done", "targets_well", "targets_exceeded", "units_done", "units_good")
ASKED = {
    "good": dict(zip(PARTS, (0, 100, 80, 50, 100, 70), strict=True)),
    "enough": dict(zip(PARTS, (20, 71, 60, 9, 70, 9), strict=True)),
    "hardly": dict(zip(PARTS, (50, 50, 50, 9, 70, 9), strict=True)),
}
"""Just what the text asks for a class, each of 100; one less, or one more that is late, is too little."""

Number = int | Fraction
Head = dict[str, int | bool | Fraction]


def scores_of(head: Head, marks: dict[str, Fraction]) -> dict[str, Number | None]:
    """Every criterion and the total; None where it does not apply."""
    found: dict[str, Number | None] = {**marks}
    for kind, (code, worth) in TASKS.items():
        for place, (what, most) in enumerate(zip(WHAT, worth, strict=True), 1):
            given_ = head[f"{kind}_tasks"]
            found[f"{code}.{place}"] = Fraction(head[f"{kind}_{what}"]) / given_ * most if given_ else None
    others, full = other_results(head), {"3.1": 2, "3.2": 2, "3.3": 1}
    applies = {code: score for code, score in others.items() if score is not None}
    maximum = sum(full.get(code, Fraction(5, 2)) for code in applies)
    got = Fraction(sum(applies.values()))
    found["3"] = got if len(applies) == 9 else got / maximum * 10
    total = found["3"] + sum(score for code, score in found.items() if score is not None and code != "3")
    return {**found, **others, "total": total}


def other_results(head: Head) -> dict[str, Number | None]:
    """Section 3: the whole mark or nothing, but for the DDCI, which gives 1 of its 2."""
    found: dict[str, Number | None] = {
        "3.1": 2 if head["par_index"] >= head["city_par_index"] else 0,
        "3.2": (1 if head["ddci"] >= head["city_ddci"] else 0) if head["assessed_ddci"] else None,
    }
    for code, name in GIVEN.items():
        met = head["clearance"] >= Fraction(95, 100) if name == "clearance" else head[f"{name}_met"]
        worth = Fraction(1) if name == "economic_target" else Fraction(5, 2)
        found[code] = (worth if met else 0) if head[f"{name}_given"] else None
    return found


def class_of(head: Head, total: Number) -> str | None:
    """Article 7; None where the text has no class. An office without targets or units meets what is asked of them."""

    def of(whole: str, part: str) -> Fraction:
        return Fraction(head[part], head[whole]) if head[whole] else Fraction(1)

    poor = Fraction(head["late_or_poor"], head["judged_criteria"])
    done, well, exceeded = (of("targets", f"targets_{what}") for what in ("done", "well", "exceeded"))
    units, good = of("units", "units_done"), of("units", "units_good")
    if total < 50 or head["degraded"] or head["punished"] or head["disciplined"]:
        return "Không hoàn thành"
    if poor > Fraction(1, 2) or done < Fraction(1, 2):
        return "Không hoàn thành"
    if total > 90:
        further = head["all_high"] and done == 1 and exceeded >= Fraction(1, 2) and units == 1
        return "Hoàn thành xuất sắc" if further and good >= Fraction(7, 10) else None
    if total > 80:
        further = head["all_well"] and done == 1 and well >= Fraction(8, 10) and units == 1
        return "Hoàn thành tốt" if further else None
    further = head["all_done"] and poor <= Fraction(1, 5) and done > Fraction(7, 10) and units >= Fraction(7, 10)
    return "Hoàn thành" if further else None


@st.composite
def heads(draw: DrawFn) -> tuple[Head, dict[str, Fraction]]:
    """A head, and the marks given; of many, marks that bring the total to a limit of the text or a hundredth off it."""
    goal = draw(st.sampled_from(NEAR))
    head = draw(results(Fraction(1, 20) if goal > 75 else Fraction(1, 3)))
    asked = ASKED["good"] if goal > 75 and draw(st.booleans()) else ASKED[draw(st.sampled_from(sorted(ASKED)))]
    slips = draw(st.sets(st.sampled_from([*asked, "all_done", "all_well", "all_high", "vetoed"]), max_size=2))
    head |= {name: value + (1 if name == "late_or_poor" else -1) * (name in slips) for name, value in asked.items()}
    head |= {name: name not in slips for name in ("all_done", "all_well", "all_high")}
    veto = draw(st.sampled_from(("degraded", "punished", "disciplined"))) if "vetoed" in slips else ""
    head |= {name: name == veto for name in ("degraded", "punished", "disciplined")}
    head |= {"judged_criteria": 100, "targets": 100, "units": 100}
    for whole in draw(st.sets(st.sampled_from(("targets", "units")), max_size=1)) if draw(st.booleans()) else ():
        head |= {name: 0 for name in head if name.startswith(whole)}
    without = scores_of(head, dict.fromkeys(MARKS, Fraction(0)))["total"]
    assert without is not None
    points = goal - without
    if not 0 <= points <= 30 or 100_000_000 % points.denominator:
        points = Fraction(draw(st.integers(0, 3000)), 100)
    return head, _marks_worth(points)


@st.composite
def results(draw: DrawFn, part_lost: Fraction) -> Head:
    """Tasks and other results, of which about so many are not met or do not apply."""

    def lost() -> bool:
        return draw(st.integers(0, 99)) < part_lost * 100

    head: Head = {"city_par_index": Fraction(85, 100), "city_ddci": 60}
    for kind in TASKS:
        tasks = 0 if lost() and lost() else draw(st.sampled_from([20, 4, 3, 1]))
        head[f"{kind}_tasks"] = tasks
        head |= {f"{kind}_{what}": draw(st.integers(0, tasks)) if lost() else tasks for what in WHAT}
    for name, limit in (("par_index", Fraction("0.85")), ("ddci", 60), ("clearance", Fraction("0.95"))):
        head[name] = limit + Fraction(-1 if lost() else draw(st.integers(0, 1)), 10_000 if limit < 1 else 100)
    all_apply = draw(st.booleans())
    head["assessed_ddci"] = all_apply or not lost()
    for name in GIVEN.values():
        head[f"{name}_given"] = all_apply or not lost()
        head |= {} if name == "clearance" else {f"{name}_met": not lost()}
    return head


def _marks_worth(points: Fraction) -> dict[str, Fraction]:
    found = {}
    for code, most in MARKS.items():
        found[code] = min(most, points)
        points -= found[code]
    return found


def _written(name: str, value: int | bool | Fraction) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if name in ("par_index", "city_par_index", "clearance"):
        return _decimal(Fraction(value) * 100) + "%"
    return _decimal(Fraction(value))


def _decimal(number: Fraction) -> str:
    whole, rest = divmod(int(number * 100), 100)
    return f"{whole},{rest:02}" if rest else str(whole)


@settings(max_examples=400, phases=(Phase.reuse, Phase.generate))  # a head is soon read, and slow to make smaller
@given(heads())
def test_every_score_and_every_class_is_what_the_decision_gives(drawn: tuple[Head, dict[str, Fraction]]) -> None:
    head, marks = drawn
    found = sheet("vn.hp212", {name: _written(name, value) for name, value in head.items()}, marks=marks)
    expected = scores_of(head, marks)
    scores = {one.code: one.score for one in found.lines} | {"total": found.total}
    assert expected == {code: scores[code] for code in expected}
    assert expected["total"] is not None
    given_ = class_of(head, expected["total"])
    assert (CLASSES if given_ is None else (given_,)) == found.classes
