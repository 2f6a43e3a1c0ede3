"""A criterion in Python, asked in this process: what it is handed, and what becomes of whatever it gives."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import datetime
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from parrules.evidence.records import Body, Provenance, Record, Records, Round, Supplied
from parrules.plan.from_methodology import plan_of
from parrules.scoring.frozen import FrozenEvidence, digest
from parrules.scoring.in_python import Between, Scored, ScoredInPython, Step
from parrules.scoring.score import prepare, score_body
from parrules.scoring.sheet import Line, Plugin
from parrules.text.diagnostic import Diagnostic
from parrules.values.nothing import MISSING, NONE
from parrules.values.ranges import Range
from scoring.small_rules import END, START, errors, loaded

EVIDENCE = """\
seats: {type: count, min: 0}
share: {type: number}
due: {type: date, none: chưa xong}
grade: {type: one_of, options: [kém, tốt]}
open: {type: yes_no}
patrols: {columns: {month: {type: date}, done: {type: yes_no}, late: {type: yes_no, formula: not done}}}
unread: {type: count}
"""
READS = ("seats", "share", "due", "grade", "open", "patrols")
CRITERIA = f"""\
- {{code: "1", title: Tuần tra, max: 5, min: -1, python: streak, reads: [{", ".join(READS)}]}}
- {{code: "2", title: Khác, max: 5, score: award 5 when unread > 1 otherwise 0}}
"""
JANUARY = datetime.date(2025, 1, 1).toordinal()
FIGURES = {"seats": 7, "share": Fraction(1, 2), "due": NONE, "grade": 1, "open": True}
PATROLS = [{"month": JANUARY, "done": True}, {"month": JANUARY + 31, "done": False}]


def scored(
    score: Callable[[FrozenEvidence], Any],
    figures: dict[str, Any] = FIGURES,
    patrols: list[dict[str, Any]] | None = PATROLS,
    *,
    takes_missing: bool = False,
    brought: str = "streak",
) -> tuple[Line, tuple[Diagnostic, ...]]:
    """The line of the criterion, and what was found."""
    checked = loaded(EVIDENCE, CRITERIA).checked
    assert checked is not None
    plan, _ = plan_of(checked)
    nowhere = Provenance()
    records = Records(tuple(Record(one, row) for row, one in enumerate(patrols or (), 1)), nowhere)
    body = Body(
        "a",
        "A",
        figures={name: Supplied(value, "", nowhere) for name, value in figures.items()},
        tables={} if patrols is None else {"patrols": records},
    )
    python = {brought: ScoredInPython(brought, READS, score, takes_missing)}
    round_ = Round("a.test", "1", 2025, START, END, "self", (body,))
    sheet, found = score_body(prepare(plan, python), round_, body)
    return sheet.lines[0], found


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [one.code for one in found if one.code.startswith("EV60")]


def test_it_is_handed_what_it_reads_as_exact_numbers_days_words_and_none() -> None:
    handed: list[FrozenEvidence] = []
    line, found = scored(lambda evidence: handed.append(evidence) or 2)
    (one,) = handed
    assert {"seats": 7, "share": Fraction(1, 2), "due": None, "grade": "tốt", "open": True} == dict(one.figures)
    january, february = datetime.date(2025, 1, 1), datetime.date(2025, 2, 1)
    rows = [{"month": january, "done": True}, {"month": february, "done": False}]
    assert rows == [dict(row) for row in one.tables["patrols"]]
    assert ("a", "A", START, END, 2025, 5, -1) == (
        *(one.body, one.body_name, one.start, one.end),
        *(one.year, one.maximum, one.minimum),
    )
    assert (2, []) == (line.score, codes(found))
    assert 64 == len(digest(one))


def test_its_steps_are_the_ledger() -> None:
    line, _ = scored(lambda _: Scored(Fraction(3, 2), (Step(2, "hai tháng"), Step(Fraction(-1, 2), "chậm"))))
    assert [("add", 2, 2, ("hai tháng",)), ("deduct", Fraction(-1, 2), Fraction(3, 2), ("chậm",))] == [
        (one.construct, one.amount, one.running, one.reason and one.reason.parts) for one in line.entries
    ]
    assert Fraction(3, 2) == line.score


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        pytest.param({"given": "float", "float_given": "float"}, 0.5, id="a float"),
        pytest.param({"given": "bool"}, True, id="yes"),
        pytest.param({"given": "NoneType"}, None, id="nothing"),
        pytest.param({"given": "Between"}, Between(0, 1), id="a range where nothing is missing"),
        pytest.param({"given": "steps: list"}, Scored(1, [Step(1, "a")]), id="steps in a list"),  # type: ignore[arg-type]
        pytest.param({"given": "steps: int"}, Scored(1, (1,)), id="steps that are none"),  # type: ignore[arg-type]
        pytest.param(
            {"given": "steps: float", "float_given": "steps: float"},
            Scored(1, (Step(0.5, "x"),)),
            id="a step with a float",
        ),  # type: ignore[arg-type]
        pytest.param({"given": "steps: reason"}, Scored(1, (Step(1, "x" * 1001),)), id="a reason as long as a page"),
        pytest.param({"given": "points: str"}, Scored("1", ()), id="points in a text"),  # type: ignore[arg-type]
        pytest.param({"given": "Fraction"}, Fraction(1, 10**40), id="a fraction of very many digits"),
    ],
)
def test_what_is_no_exact_score_leaves_the_criterion_open(expected: dict[str, str], given: object) -> None:
    line, found = scored(lambda _: given)
    assert Range(-1, 5) == line.score
    (one,) = (one for one in found if one.code == "EV602")
    assert {"body": "A", "code": "1", "name": "streak", **expected} == dict(one.arguments)


def test_steps_that_do_not_add_up_leave_it_open() -> None:
    line, found = scored(lambda _: Scored(2, (Step(1, "a"),)))
    assert (Range(-1, 5), ["EV605"]) == (line.score, codes(found))


def test_more_than_the_maximum_is_held_and_found() -> None:
    line, found = scored(lambda _: 6)
    assert (5, ["EV603"]) == (line.score, codes(found))


class Mute(Exception):
    def __str__(self) -> str:
        raise ValueError


@pytest.mark.parametrize(
    ("expected", "cause"),
    [("ValueError: không có tháng", ValueError("không có\ntháng")), ("Mute", Mute()), ("SystemExit", SystemExit())],
)
def test_what_it_raises_is_a_finding_with_its_line(expected: str, cause: BaseException) -> None:
    def score(_: FrozenEvidence) -> int:
        raise cause

    line, found = scored(score)
    (one,) = (one for one in found if one.code == "EV601")
    arguments = dict(one.arguments)
    assert (Range(-1, 5), expected) == (line.score, arguments["cause"])
    assert str(arguments["at"]).startswith("test_in_python.py:")


def test_what_cannot_even_be_called_has_no_line() -> None:
    _, found = scored(None)  # type: ignore[arg-type]
    (one,) = (one for one in found if one.code == "EV601")
    assert "at" not in dict(one.arguments)


def test_what_it_changes_is_noticed() -> None:
    def score(evidence: FrozenEvidence) -> int:
        object.__setattr__(evidence, "body", "b")
        return 1

    line, found = scored(score)
    assert (Range(-1, 5), ["EV604"]) == (line.score, codes(found))


def test_without_its_plugin_it_lies_open() -> None:
    line, found = scored(lambda _: 1, brought="another")
    assert (Range(-1, 5), ["EV606"]) == (line.score, codes(found))


@pytest.mark.parametrize(
    ("figures", "patrols"),
    [
        pytest.param({**FIGURES, "seats": Range(1, 3)}, PATROLS, id="a figure"),
        pytest.param(FIGURES, [{"month": JANUARY}], id="a cell"),
        pytest.param(FIGURES, None, id="a table"),
    ],
)
def test_while_something_is_missing_it_is_not_asked(figures: dict[str, Any], patrols: list[Any] | None) -> None:
    line, found = scored(lambda _: 1, figures, patrols)
    assert (Range(-1, 5), []) == (line.score, codes(found))


def test_it_may_say_between_what_it_lies_while_something_is_missing() -> None:
    def score(evidence: FrozenEvidence) -> Between:
        assert evidence.figures["seats"] is MISSING and "patrols" not in evidence.tables
        return Between(1, Fraction(5, 2))

    figures = {name: value for name, value in FIGURES.items() if name != "seats"}
    line, found = scored(score, figures, None, takes_missing=True)
    assert (Range(1, Fraction(5, 2)), []) == (line.score, codes(found))
    line, found = scored(lambda _: Between(3, 1), figures, None, takes_missing=True)
    assert ["EV602"] == codes(found)


@pytest.mark.parametrize(
    ("expected", "reads"),
    [
        pytest.param("PR601", ", reads: [seat]", id="neither a figure nor a table"),
        pytest.param("PR602", ", reads: [half]", id="a figure with a formula"),
        pytest.param("PR603", "", id="nothing"),
    ],
)
def test_what_it_cannot_be_handed_is_refused(expected: str, reads: str) -> None:
    evidence = "seats: {type: count, min: 0}\nhalf: {type: number, formula: seats / 2}\n"
    assert expected in errors(evidence, f'- {{code: "1", title: Một, max: 5, python: streak{reads}}}')


def test_a_plugin_is_called_by_its_name_and_version() -> None:
    assert ("border 1.0", "border") == (str(Plugin("border", "1.0", "")), str(Plugin("border", "", "")))
