"""Score sheets without the names of records and documents: nothing else changes, and they say so."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parrules.api.verbs import evaluate
from parrules.cli import exits
from parrules.cli.main import main
from parrules.report.receipt import receipt
from parrules.report.without_records import without_records

ROUND = Path(__file__).parents[1] / "formats" / "1"
EVALUATE = ("evaluate", str(ROUND / "rules.yaml"), str(ROUND / "evidence.yaml"))
NAMES = ("T2", "T3", "T9", "12/BC-UBND", "chờ nghiệm thu")


def printed(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert exits.FINE == main([*EVALUATE, *options])
    return capsys.readouterr().out


@pytest.mark.parametrize("format", ["json", "ledger"])
def test_no_name_of_a_record_or_document_is_printed(capsys: pytest.CaptureFixture[str], format: str) -> None:
    whole = printed(capsys, "--format", format)
    less = printed(capsys, "--format", format, "--without-records")
    assert set(NAMES) == {one for one in NAMES if one in whole}
    assert [] == [one for one in NAMES if one in less]


@pytest.mark.parametrize("format", ["html", "xlsx"])
def test_no_name_stands_in_a_page_or_workbook(tmp_path: Path, format: str) -> None:
    import zipfile

    made = tmp_path / f"made.{format}"
    assert exits.FINE == main([*EVALUATE, "--body", "a", "--format", format, "--without-records", "-o", str(made)])
    text = made.read_bytes().decode("utf-8", "replace")
    if format == "xlsx":
        with zipfile.ZipFile(made) as parts:
            text = "".join(parts.read(name).decode("utf-8") for name in parts.namelist())
    assert [] == [one for one in NAMES if one in text]
    assert "đã được lược bỏ" in text
    assert "không nêu văn bản" in text


def test_the_receipt_says_that_names_were_left_out_and_changes_no_number() -> None:
    (sheet, *_) = evaluate(EVALUATE[1], EVALUATE[2]).sheets
    whole, less = (json.loads(json.dumps(receipt([one])))["sheets"][0] for one in (sheet, without_records(sheet)))
    assert (True, "without_records" in whole) == (less.pop("without_records"), False)
    figure = less["criteria"][1]["evidence"][0]
    assert {"file": "evidence.yaml", "line": 10, "withheld": True} == figure["provenance"]
    tasks = less["criteria"][2]
    assert [{"row": 2, "worth": "1"}, {"row": 3, "worth": "1"}] == tasks["records"][0]["records"]
    assert {"file": "tasks.csv", "line": 1} == tasks["evidence"][0]["provenance"]  # nothing was there to be withheld
    for one in (whole, less):
        for line in one["criteria"]:
            line.pop("evidence")
            line.pop("records", None)
    assert whole == less


def test_the_receipt_is_the_same_from_two_processes(capsys: pytest.CaptureFixture[str]) -> None:
    alone, beside = (
        printed(capsys, "--format", "json", "--without-records", "--workers", number) for number in ("1", "2")
    )
    assert alone == beside


def test_a_word_report_must_name_its_documents(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    asked = [*EVALUATE, "--body", "a", "--format", "docx", "--without-records", "-o", str(tmp_path / "r.docx")]
    assert exits.USAGE == main(asked)
    assert "UC170" in capsys.readouterr().err
    assert [] == list(tmp_path.iterdir())
