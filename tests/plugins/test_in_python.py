"""A criterion in Python: what it is handed, and what becomes of whatever it does."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from small_plugins import EVIDENCE, RULES, STREAK, install, parrules, receipts, scores, with_body

OPEN = ["0", "5"]
WRONG = {
    "it raises": ("raise ValueError('no\\nsuch month')", "EV601"),
    "it ends the program": ("raise SystemExit(0)", "EV601"),
    "it ends more than the program": ("raise type('Wild', (BaseException,), {})('no')", "EV601"),
    "it calls itself for ever": ("return streak(evidence)", "EV601"),
    "it raises what cannot be said": (
        "class Mute(Exception):\n    def __str__(self):\n        raise ValueError\nraise Mute",
        "EV601",
    ),
    "it ends the program with what it says": (
        "class Rude(Exception):\n    def __str__(self):\n        raise SystemExit(3)\nraise Rude",
        "EV601",
    ),
    "it gives a float": ("return 0.5", "EV602"),
    "it gives nothing": ("return None", "EV602"),
    "it gives yes": ("return True", "EV602"),
    "it gives a kind of whole number of its own": ("return type('Mine', (int,), {})(3)", "EV602"),
    "it gives a number without end": ("return 10 ** 5000", "EV602"),
    "it gives a range where nothing is missing": ("return parrules.Between(0, 1)", "EV602"),
    "it gives a step with a float": ("return parrules.Scored(1, (parrules.Step(1.0, 'a'),))", "EV602"),
    "it gives steps as a list": ("return parrules.Scored(1, [parrules.Step(1, 'a')])", "EV602"),
    "its reason has half a character": ("return parrules.Scored(1, (parrules.Step(1, chr(0xD800)),))", "EV602"),
    "its reason is as long as a page": ("return parrules.Scored(1, (parrules.Step(1, 'a' * 1001),))", "EV602"),
    "its steps do not add up": ("return parrules.Scored(2, (parrules.Step(1, 'a'),))", "EV605"),
    "it changes a fraction that it was handed": ("evidence.figures['share']._numerator = 9\nreturn 1", "EV604"),
    "it puts another body in the place of this one": ("object.__setattr__(evidence, 'body', 'b')\nreturn 1", "EV604"),
    "it writes into the figures": ("evidence.figures['share'] = 9\nreturn 1", "EV601"),
    "it writes into a record": ("evidence.tables['patrols'][0]['done'] = True\nreturn 1", "EV601"),
}


def test_a_plugin_scores_what_the_language_cannot_say_and_its_receipt_says_why(tmp_path: Path) -> None:
    install(tmp_path / "site", "border", STREAK)
    (a, b), said, ended = receipts(tmp_path)
    assert (["7/3", "1"], "10/3") == (scores(a), a["total"])
    assert ("2 months", "python: streak", "1") == (
        a["criteria"][1]["ledger"][0]["reason"]["text"],
        a["criteria"][1]["ledger"][0]["words"],
        a["criteria"][1]["ledger"][0]["amount"],
    )
    assert [("4", "fell_short")] == [(one["amount"], one["cause"]) for one in a["criteria"][1]["lost"]]
    assert (["2", OPEN], ["patrols"]) == (scores(b), b["criteria"][1]["missing"])
    assert ("", 4) == (said, ended)


def test_name_version_and_hash_of_a_plugin_stand_in_the_receipt(tmp_path: Path) -> None:
    install(tmp_path / "site", "border", STREAK)
    first = receipts(tmp_path)[0][0]["plugins"]
    assert [("border", "1.0", 64)] == [(one["name"], one["version"], len(one["hash"])) for one in first]
    (tmp_path / "site/border.py").write_text(STREAK + "\n", encoding="utf-8", newline="\n")
    second = receipts(tmp_path)[0][0]["plugins"]
    assert first != second


def test_a_plugin_that_was_changed_is_not_answered_for_by_the_cache(tmp_path: Path) -> None:
    install(tmp_path / "site", "border", STREAK)
    assert ["7/3", "1"] == scores(receipts(tmp_path)[0][0])
    renamed = STREAK.replace('("streak"', '("streaks"')
    (tmp_path / "site/border.py").write_text(renamed, encoding="utf-8", newline="\n")
    _, said, ended = receipts(tmp_path)
    assert ("PR604" in said, "did you mean `streaks`?" in said, 3) == (True, True, ended)


@pytest.fixture(scope="module")
def all_wrong(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, str, int]:
    """A round in which every criterion but the first does one thing wrong."""
    folder = tmp_path_factory.mktemp("wrong")
    rules = RULES.splitlines(keepends=True)[:-1]
    for number, (body, _) in enumerate(WRONG.values()):
        install(folder / "site", f"wrong-{number:02}", with_body(body).replace('"streak"', f'"streak{number:02}"'))
        criterion = f'{{code: "2.{number:02}", title: P, max: 5, python: streak{number:02}, reads: [patrols, share]}}'
        rules.append(f"  - {criterion}\n")
    (folder / "rules.yaml").write_text("".join(rules), encoding="utf-8", newline="\n")
    return receipts(folder)


@pytest.mark.parametrize("why", WRONG)
def test_what_it_does_wrong_is_a_finding_on_its_criterion(all_wrong: tuple[Any, str, int], why: str) -> None:
    sheets, said, _ = all_wrong
    number, code = list(WRONG).index(why), WRONG[why][1]
    assert [OPEN, OPEN] == [scores(sheet)[number + 1] for sheet in sheets]
    found = re.findall(rf"error (EV\d+): A: [^:]*criterion `2\.{number:02}`", said)
    assert [code] == found


def test_whatever_others_do_wrong_a_criterion_is_scored_as_if_they_were_not_there(
    all_wrong: tuple[Any, str, int],
) -> None:
    sheets, _, ended = all_wrong
    assert (["7/3", "2"], 4) == ([scores(sheet)[0] for sheet in sheets], ended)
    assert ["0.5", "1"] == [sheet["criteria"][1]["evidence"][0]["value"] for sheet in sheets]


def test_more_than_the_maximum_is_held_there_and_found(tmp_path: Path) -> None:
    install(tmp_path / "site", "border", with_body("return 7"))
    (a, _), said, ended = receipts(tmp_path)
    assert ["7/3", "5"] == scores(a)
    assert [("award", "7"), ("hold", "-2")] == [(one["construct"], one["amount"]) for one in a["criteria"][1]["ledger"]]
    assert ("`streak` of a plugin gave 7 for the criterion `2`, which goes from 0 to 5" in said, 4) == (True, ended)


def test_steps_that_take_points_are_losses(tmp_path: Path) -> None:
    body = "return parrules.Scored(3, (parrules.Step(4, 'a'), parrules.Step(-1, 'one {month} late')))"
    install(tmp_path / "site", "border", with_body(body))
    (a, _), _, _ = receipts(tmp_path)
    assert [("fell_short", "1"), ("deduct", "1")] == [(one["cause"], one["amount"]) for one in a["criteria"][1]["lost"]]


def test_what_it_prints_is_no_result(tmp_path: Path) -> None:
    install(tmp_path / "site", "border", with_body("print('hello')\nreturn 1"))
    (a, _), said, _ = receipts(tmp_path)
    assert (["7/3", "1"], "hello") == (scores(a), said)


def test_where_it_prints_to_cannot_be_closed(tmp_path: Path) -> None:
    install(tmp_path / "site", "border", with_body("import sys\nprint('hello')\nsys.stdout.close()\nreturn 1 / 0"))
    (a, _), said, ended = receipts(tmp_path)
    assert (["7/3", OPEN], 4) == (scores(a), ended)
    assert said.startswith("hello error EV601: A")


def test_a_fraction_is_put_in_lowest_terms_and_cannot_be_changed_later(tmp_path: Path) -> None:
    body = "half = kept[-1]\nhalf._numerator, half._denominator = len(kept), 2 * len(kept)\n"
    body += "kept.append(Fraction(1, 3))\nreturn half"
    install(tmp_path / "site", "border", "from fractions import Fraction\nkept = [Fraction(1, 3)]\n" + with_body(body))
    evidence = EVIDENCE.replace("  b: {seats: 6, share: 1}", "  b: {seats: 6, share: 1, patrols: []}")
    (tmp_path / "evidence.yaml").write_text(evidence, encoding="utf-8", newline="\n")
    sheets, _, _ = receipts(tmp_path)
    assert [["7/3", "0.5"], ["2", "0.5"]] == [scores(sheet) for sheet in sheets]


def test_it_is_asked_while_something_is_missing_only_where_it_says_so(tmp_path: Path) -> None:
    body = "return parrules.Between(1, 2) if 'patrols' not in evidence.tables else 3"
    takes = with_body(body).replace("streak),)", "streak, takes_missing=True),)")
    install(tmp_path / "site", "border", takes)
    (a, b), _, _ = receipts(tmp_path)
    assert (["7/3", "3"], ["2", ["1", "2"]]) == (scores(a), scores(b))


def test_values_are_exact_numbers_days_and_none(tmp_path: Path) -> None:
    body = """\
import datetime
row = evidence.tables["patrols"][0]
assert (row["month"], row["done"]) == (datetime.date(2025, 1, 1), True)
assert (evidence.figures["share"], evidence.year, evidence.end) == (Fraction(1, 2), 2025, datetime.date(2025, 12, 31))
assert (evidence.body, evidence.body_name, evidence.maximum, evidence.minimum) == ("a", "A", 5, 0)
return 5"""
    install(tmp_path / "site", "border", with_body(body))
    (a, _), said, _ = receipts(tmp_path)
    assert (["7/3", "5"], "") == (scores(a), said)


def test_without_the_plugin_the_rules_are_refused_with_the_name(tmp_path: Path) -> None:
    sheets, said, ended = receipts(tmp_path)
    assert ([], "no plugin brings a criterion `streak`" in said, 3) == (sheets, True, ended)


RULES_REFUSED = {
    "PR601": ("reads: [patrols, share]", "reads: [patrol, share]"),
    "PR603": (", reads: [patrols, share]", ""),
    "PR605": ("reads: [patrols, share]", "reads: [patrols]"),
    "PR602": ("share: {type: number, min: 0}", "share: {type: number, formula: seats / 2}"),
}


@pytest.mark.parametrize("code", RULES_REFUSED)
def test_a_rule_file_that_hands_over_the_wrong_things_is_refused(tmp_path: Path, code: str) -> None:
    install(tmp_path / "site", "border", STREAK)
    parrules(tmp_path, "plugins")
    before, after = RULES_REFUSED[code]
    (tmp_path / "wrong.yaml").write_text(RULES.replace(before, after), encoding="utf-8", newline="\n")
    ended = parrules(tmp_path, "check", "wrong.yaml")
    assert (True, 3) == (f"error {code}: " in ended.stderr + ended.stdout, ended.returncode)


def test_explain_says_who_scores_it_and_what_that_is_handed(tmp_path: Path) -> None:
    install(tmp_path / "site", "border", STREAK)
    asked = ("explain", "rules.yaml", "evidence.yaml", "2", "--body", "a")
    said = " ".join(parrules(tmp_path, *asked).stdout.split())
    assert "It is scored by `streak`, a criterion in Python of the plugin border 1.0." in said
    assert "It is handed, and sees nothing else: share (share); patrols (patrols)." in said
    said = " ".join(parrules(tmp_path, *asked, "--lang", "vi").stdout.split())
    assert "Tiêu chí này do `streak` chấm, viết bằng Python trong phần mở rộng border 1.0." in said


WAITING = """\
parrules: 1
methodology: an-example.patrols
edition: "2025"
title: Patrols
fidelity: illustrative
valid: {from: 2025-01-01}
evidence: {seats: {type: count}}
criteria:
  - {code: "1", title: Seats, max: 5, python: few, reads: [seats]}
  - {code: "2", title: Enough, max: 5, score: 'award 5 when score of "1" > 3 otherwise 0'}
"""
TESTS = """\
parrules: 1
tests: an-example.patrols
edition: "2025"
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
cases:
  - {test: few, given: {seats: 2}, expect: {"1": 2, "2": 0}}
"""


def test_evidence_is_found_for_rules_that_look_at_what_a_plugin_scores(tmp_path: Path) -> None:
    source = STREAK.replace('"streak", ("patrols", "share"), streak', '"few", ("seats",), few')
    few = "def few(evidence):\n    return min(evidence.figures['seats'], 5)\n\n\n@parrules"
    install(tmp_path / "site", "border", source.replace("@parrules", few))
    (tmp_path / "rules.yaml").write_text(WAITING, encoding="utf-8", newline="\n")
    (tmp_path / "rules.test.yaml").write_text(TESTS, encoding="utf-8", newline="\n")
    proposed = " ".join(parrules(tmp_path, "test", "rules.yaml", "--coverage", "--mutants", "--propose").stdout.split())
    assert """at the threshold score of \\"1\\" > 3" given: seats: 3 expect: "2": 0""" in proposed
    assert 'test: "2: 3 and not 4" given: seats: 4 expect: "2": 5' in proposed
