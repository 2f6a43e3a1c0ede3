"""A round body by body: the same whatever is kept, in however many processes, and in the order of its bodies."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from parrules.api.round_scoring import RoundScoring, Wanted
from parrules.api.verbs import score_round
from parrules.api.workers import AT_ONCE
from parrules.evidence.records import Body, Round
from parrules.plan.plan import Plan
from parrules.report.layouts import CsvLayout, LedgerLayout, ReceiptLayout
from parrules.report.receipt import receipt
from parrules.scoring.kept import Kept
from report.laid_out import scores_csv
from standing.small_round import CLASSES, RULES, body, planned, round_of

BY_RANK = """\
classes: [Đạt, Tốt]
class: |
  award "Tốt" when rank(total of bodies) <= 2
  otherwise "Đạt"
"""
BY_SCORES = """\
classes: [Đạt, Tốt]
class: |
  award "Tốt" when total > mean(total of bodies) and count(criteria where score = 0) = 0
  otherwise "Đạt"
"""
QUOTA = CLASSES + "quota: [{for: Xuất sắc, at_most: 2, ties: undecided}]\n"
WAYS = {
    "nothing waits": RULES,
    "ranks": RULES + BY_RANK,
    "scores of criteria": RULES + BY_SCORES,
    "quotas": RULES + QUOTA,
}


def bodies(count: int) -> list[Body]:
    """So many bodies; every ninth has not handed in what it did."""
    return [body(f"b{n}", f"g{n % 3}", done=n * 7 % 101) if n % 9 else body(f"b{n}", "g0") for n in range(count)]


def texts(plan: Plan, round_: Round, wanted: Wanted, *names: str) -> str:
    """What is written of the bodies with these ids, or of all."""
    chosen = [one for one in round_.bodies if not names or one.id in names]
    return "".join(RoundScoring(plan, round_, chosen, (), wanted).pieces())


@pytest.mark.parametrize("rules", WAYS.values(), ids=WAYS)
def test_the_receipt_of_many_says_what_their_sheets_say(rules: str) -> None:
    plan, round_ = planned(rules), round_of(bodies(10))
    sheets, _ = score_round(plan, round_, round_.bodies, ())
    text = texts(plan, round_, Wanted(ReceiptLayout(), "totals"))
    assert receipt(sheets) == json.loads(text)
    assert [f"b{n}" for n in range(10)] == [sheet["body"]["id"] for sheet in json.loads(text)["sheets"]]


def test_a_criterion_stands_in_a_line_of_its_own() -> None:
    plan, round_ = planned(RULES), round_of(bodies(2))
    lines = texts(plan, round_, Wanted(ReceiptLayout(), "totals")).splitlines()
    of_a_body = ['{"methodology"', '{"code":"1",', '{"code":"2",', "]}"]
    wanted = ['{"parrules_re', *of_a_body, *of_a_body, "]}"]
    assert [one[:12] for one in wanted] == [line.removesuffix(",")[:12] for line in lines]


@pytest.mark.parametrize("rules", WAYS.values(), ids=WAYS)
def test_one_of_many_has_the_class_that_the_others_leave_it(rules: str) -> None:
    plan, round_ = planned(rules), round_of(bodies(10))
    every = json.loads(texts(plan, round_, Wanted(ReceiptLayout(), "totals")))["sheets"]
    some = json.loads(texts(plan, round_, Wanted(ReceiptLayout(), "totals"), "b7", "b2"))["sheets"]
    assert [every[2], every[7]] == some


@pytest.mark.parametrize("kept", ["whole", "scores", "totals"])
def test_what_is_kept_of_sheets_changes_no_class_and_no_total(kept: Kept) -> None:
    plan, round_ = planned(RULES + BY_SCORES), round_of(bodies(10))
    scoring = RoundScoring(plan, round_, round_.bodies, (), Wanted(None, kept))
    sheets, findings = score_round(plan, round_, round_.bodies, ())
    found = [(one.sheet.total, one.sheet.index, one.sheet.classes, one.sheet.class_entries) for one in scoring.each()]
    assert [(one.total, one.index, one.classes, one.class_entries) for one in sheets] == found
    assert (findings, sum(any(line.status == "open" for line in one.lines) for one in sheets)) == (
        scoring.findings,
        scoring.open_bodies,
    )
    assert scoring.open_bodies


@pytest.mark.parametrize("rules", WAYS.values(), ids=WAYS)
def test_two_processes_give_the_same_as_one(rules: str) -> None:
    plan, round_ = planned(rules), round_of(bodies(3 * AT_ONCE + 1))
    told: list[tuple[int, int]] = []
    alone = Wanted(ReceiptLayout(), "totals")
    beside = replace(alone, workers=2, told=lambda done, of: told.append((done, of)))
    assert texts(plan, round_, alone) == texts(plan, round_, beside)
    assert [(n, len(round_.bodies)) for n in range(1, len(round_.bodies) + 1)] == told


def test_a_spreadsheet_and_ledgers_are_written_body_by_body_too() -> None:
    plan, round_ = planned(RULES + QUOTA), round_of(bodies(6))
    sheets, _ = score_round(plan, round_, round_.bodies, ())
    assert scores_csv(sheets, "vi") == texts(plan, round_, Wanted(CsvLayout("vi"), "totals"))
    ledgers = texts(plan, round_, Wanted(LedgerLayout("en", 80), "totals"))
    assert 6 == ledgers.count("SCORE SHEET · B")
    only_total = texts(plan, round_, Wanted(LedgerLayout("en", 80, ("2",)), "totals"), "b1", "b2")
    assert (0, 2) == (only_total.count("1. One"), only_total.count("2. Hai"))
