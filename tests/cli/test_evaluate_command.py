"""`parrules evaluate`: what is printed, what is said, and what the shell is told."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest

from parrules.cli import exits

MOUNTAIN = ("evaluate", "rules.yaml", "evidence.yaml", "--body", "xa-ba-be")


def codes_in(text: str) -> list[str]:
    """The codes of the criteria in a CSV file of scores, without the rows of totals."""
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    return [row["Mã tiêu chí"] for row in rows if row["Mã tiêu chí"]]


def test_one_body_is_a_table_of_its_criteria(parrules, commune: Path) -> None:
    ended = parrules(*MOUNTAIN)
    assert (exits.FINE, "") == (ended.code, ended.err)
    assert ended.out.startswith("PHIẾU ĐIỂM · Xã Ba Bể\n")
    assert "1.1    Quy mô dân số                   25  12,25  12,75" in ended.out
    assert all(len(line) <= 80 for line in ended.out.splitlines())


def test_several_bodies_are_a_table_of_the_round_and_missing_evidence_is_told_to_the_shell(
    parrules, commune: Path
) -> None:
    ended = parrules("evaluate", "rules.yaml", "evidence.yaml", "--lang", "en")
    assert (exits.EVIDENCE, "") == (ended.code, ended.err)
    rows = [line for line in ended.out.splitlines() if line.startswith("Xã ")]
    assert ["Xã Ba Bể", "Xã Chợ Đồn"] == [row.split("  ")[0] for row in rows]
    assert "17.25" in rows[0]
    assert "10.00 … 25.00" in rows[1]


def test_a_body_may_be_named_by_its_name_and_several_be_named(parrules, commune: Path) -> None:
    ended = parrules(*MOUNTAIN[:3], "--body", "Xã Chợ Đồn", "--body", "xa-ba-be", "--format", "json")
    assert ["xa-ba-be", "xa-cho-don"] == [sheet["body"]["id"] for sheet in json.loads(ended.out)["sheets"]]


def test_the_receipt_is_the_same_in_every_language_and_with_and_without_the_cache(parrules, commune: Path) -> None:
    first = parrules(*MOUNTAIN, "--format", "json")
    assert "12.25" in first.out
    assert first == parrules(*MOUNTAIN, "--format", "json", "--lang", "en")
    assert first == parrules(*MOUNTAIN, "--format", "json", "--no-cache")


def test_a_rule_file_that_changed_is_not_taken_from_the_cache(parrules, change) -> None:
    assert "12,25" in parrules(*MOUNTAIN).out
    change("rules.yaml", "award 10\n", "award 11\n")
    assert "13,25" in parrules(*MOUNTAIN).out


def test_the_csv_can_be_read_by_a_spreadsheet(parrules, commune: Path) -> None:
    ended = parrules(*MOUNTAIN, "--format", "csv")
    assert ended.out.startswith("\ufeff")
    assert ["1", "1.1", "2"] == codes_in(ended.out)


def test_a_criterion_is_shown_as_its_ledger(parrules, commune: Path) -> None:
    ended = parrules(*MOUNTAIN, "--criterion", "1.1")
    assert exits.FINE == ended.code
    assert "      +10,00   10,00  award 10\n" in ended.out
    assert "2. Miền núi" not in ended.out
    assert "Tổng điểm" not in ended.out


def test_ledgers_of_all_criteria_close_with_that_of_the_total(parrules, commune: Path) -> None:
    ended = parrules(*MOUNTAIN, "--format", "ledger")
    assert exits.FINE == ended.code
    assert ["Tổng điểm"] == [line for line in ended.out.splitlines() if "Tổng" in line]
    assert ended.out.index("2. Miền núi") < ended.out.index("Tổng điểm")


@pytest.mark.parametrize(
    ("asked", "shown"),
    [(["1"], ["1", "1.1"]), (["2", "1.1"], ["1.1", "2"]), ([], ["1", "1.1", "2"])],
)
def test_criteria_are_shown_with_all_below_them_in_the_order_of_the_rules(
    parrules, commune: Path, asked: list[str], shown: list[str]
) -> None:
    options = [word for code in asked for word in ("--criterion", code)]
    ended = parrules(*MOUNTAIN, "--format", "csv", *options)
    assert shown == codes_in(ended.out)


@pytest.mark.parametrize("format", ["table", "json", "csv", "ledger", "html"])
def test_what_is_open_counts_for_the_exit_code_where_it_was_asked_for(parrules, commune: Path, format: str) -> None:
    def ended(*options: str) -> int:
        return parrules("evaluate", "rules.yaml", "evidence.yaml", "--format", format, *options).code

    assert exits.FINE == ended("--body", "xa-ba-be")
    assert exits.EVIDENCE == ended("--body", "xa-cho-don")
    assert exits.EVIDENCE == ended("--body", "xa-cho-don", "--criterion", "1")
    assert exits.FINE == ended("--body", "xa-cho-don", "--criterion", "2")
    assert exits.FINE == ended("--criterion", "2")


def test_what_is_wrong_in_the_evidence_counts_whosever_it_is(parrules, change, commune: Path) -> None:
    change("evidence.yaml", "values:\n", "values:\n  xa-cho-don: {population: 16x}\n")
    for options in (("--format", "html"), ("--criterion", "2")):
        ended = parrules(*MOUNTAIN, *options)
        assert exits.EVIDENCE == ended.code
        assert "EV116" in ended.err


def test_a_criterion_that_is_not_there_is_refused_with_the_nearest(parrules, commune: Path) -> None:
    ended = parrules(*MOUNTAIN, "--criterion", "11", "--lang", "en")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith(
        "error UC117: the methodology has no criterion with the code `11`\n  hint: did you mean `1.1`?\n"
    )


def test_a_body_that_is_not_there_is_refused_with_the_nearest(parrules, commune: Path) -> None:
    ended = parrules(*MOUNTAIN[:3], "--body", "ba-be", "--lang", "en")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith(
        "error UC116: the evidence has no body with the id or the name `ba-be`\n  hint: did you mean `xa-ba-be`?\n"
    )


def test_evidence_alone_names_its_methodology(parrules, commune: Path) -> None:
    ended = parrules("evaluate", "evidence.yaml")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith("lỗi UC110: không có bộ tiêu chí nào tên là `vn.x.commune`\n")


def test_a_wrong_rule_file_is_told_with_its_place_and_nothing_is_scored(parrules, change) -> None:
    change("rules.yaml", "of population above", "of populaton above")
    ended = parrules(*MOUNTAIN, "--lang", "en")
    assert (exits.METHODOLOGY, "") == (ended.code, ended.out)
    assert ended.err.startswith("rules.yaml:22:32: error PR")
    assert "hint: did you mean `population`?" in ended.err


def test_wrong_evidence_is_told_and_what_can_be_scored_is_printed_all_the_same(parrules, change) -> None:
    change("evidence.yaml", '"16500"', '"16.500"')
    ended = parrules(*MOUNTAIN, "--lang", "en")
    assert exits.EVIDENCE == ended.code
    assert ended.err.startswith("evidence.yaml:9:25: error EV")
    assert "15 … 30" in ended.out


def test_an_evidence_file_that_is_not_there_is_told(parrules, commune: Path) -> None:
    ended = parrules("evaluate", "rules.yaml", "evidenc.yaml", "--lang", "en")
    assert (exits.EVIDENCE, "") == (ended.code, ended.out)
    assert ended.err.startswith("evidenc.yaml: error PR001: ")


def test_a_rule_file_that_is_not_there_is_told(parrules, commune: Path) -> None:
    ended = parrules("evaluate", "rule.yaml", "evidence.yaml", "--lang", "en")
    assert (exits.METHODOLOGY, "") == (ended.code, ended.out)
    assert ended.err.startswith("rule.yaml: error PR001: ")


def test_without_a_file_the_evidence_is_what_is_missing(parrules) -> None:
    ended = parrules("evaluate", "--lang", "en")
    assert exits.USAGE == ended.code
    assert ended.err.startswith("error UC103: EVIDENCE is missing\n")


def test_the_result_is_written_to_a_file_and_nothing_is_printed(parrules, commune: Path) -> None:
    printed = parrules(*MOUNTAIN, "--format", "json")
    written = parrules(*MOUNTAIN, "--format", "json", "-o", "phiếu điểm.json")
    assert (exits.FINE, "", "") == (written.code, written.out, written.err)
    assert printed.out.encode() == (commune / "phiếu điểm.json").read_bytes()


def test_a_file_that_cannot_be_written_is_told(parrules, commune: Path) -> None:
    ended = parrules(*MOUNTAIN, "-o", "no such folder/a.txt", "--lang", "en")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith("no such folder/a.txt: error PR010: ")


def test_evidence_comes_from_standard_input_too(started, commune: Path) -> None:
    running = started(
        "evaluate", "rules.yaml", "-", "--body", "xa-ba-be", env={**os.environ, "PYTHONIOENCODING": "ascii"}
    )
    out, err = running.communicate((commune / "evidence.yaml").read_bytes())
    assert (exits.FINE, b"") == (running.returncode, err)
    assert "12,25" in out.decode("utf-8")


def test_standard_input_is_one_file_only(parrules) -> None:
    ended = parrules("evaluate", "-", "-")
    assert (exits.USAGE, "", True) == (ended.code, ended.out, "UC132" in ended.err)
