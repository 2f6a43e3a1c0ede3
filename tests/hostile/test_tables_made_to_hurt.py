# ruff: noqa: SIM300  (expected first, then actual)
"""Tables made to hurt, or gone wrong on their way: each refused by name, in 5 seconds of processor and 512 MB."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence.workbooks import MAIN, by_hand, sheet, table, zipped
from hostile.child import Ended, ended
from parrules.cli import exits

RULES = """
parrules: 1
methodology: vn.hostile
edition: "2025"
title: Bảng kê
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  tasks:
    columns: {code: {type: text}, cost: {type: number}}
criteria:
  - {code: "1", title: Nhiệm vụ, max: 5, score: award 5 when count(tasks) > 0 otherwise 1}
"""
EVIDENCE = """
parrules: 1
evidence: vn.hostile
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
bodies: {a: A}
values: {a: {tasks: {file: FILE}}}
"""
HEAD = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
NAMES = ("code", "cost")
LAUGHS = (
    '<!DOCTYPE worksheet [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    + sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>')
).encode()


def evaluated(tmp_path: Path, raw: bytes, name: str, said: str = "") -> Ended:
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "evidence.yaml").write_text(EVIDENCE.replace("FILE", name + said), encoding="utf-8")
    (tmp_path / name).write_bytes(raw)
    return ended("evaluate", "rules.yaml", "evidence.yaml", cwd=tmp_path, limits={"RLIMIT_AS": 2**29})


def many_rows() -> bytes:
    """Six hundred kilobytes that unpack to five million rows."""
    return by_hand(HEAD + '<row><c t="n"><v>1</v></c></row>' * 5_000_000, strings=NAMES)


def bare_rows() -> bytes:
    return by_hand(HEAD + "<row/>" * 3_000_000, strings=NAMES)


def far_cells() -> bytes:
    """Two cells, in the first and in the last corner, and a cell in each of a thousand rows."""
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>1</v></c></row>' for at in range(2, 1000))
    return by_hand(HEAD + rows + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', strings=NAMES)


def one_text_a_million_times() -> bytes:
    """A text of thirty thousand letters that every cell shows."""
    rows = "".join(f'<row r="{at}"><c r="A{at}" t="s"><v>2</v></c></row>' for at in range(2, 5000))
    return by_hand(HEAD + rows, strings=(*NAMES, "x" * 30_000))


WORKBOOKS = {
    "five million rows": (many_rows, "EV312"),
    "three million rows with nothing in them": (bare_rows, "EV317"),
    "cells in the furthest corners": (far_cells, "EV318"),
    "a long text in every cell": (one_text_a_million_times, "EV318"),
    "a merge of the whole sheet": (
        lambda: by_hand(HEAD, strings=NAMES, after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "EV319",
    ),
    "ten thousand merges over all cells": (
        lambda: by_hand(
            HEAD + "".join(f'<row r="{at}"><c r="A{at}"><v>1</v></c></row>' for at in range(2, 2000)),
            strings=NAMES,
            after="<mergeCells>" + '<mergeCell ref="A1:ZZ1400"/>' * 10_000 + "</mergeCells>",
        ),
        "EV318",
    ),
    "entities that grow": (lambda: by_hand("", parts={"xl/worksheets/sheet1.xml": LAUGHS}), "EV313"),
    "a text that is not in the list": (
        lambda: by_hand(HEAD + '<row r="2"><c r="A2" t="s"><v>7</v></c></row>', strings=NAMES),
        "EV322",
    ),
    "a text before the list": (
        lambda: by_hand(HEAD + '<row r="2"><c r="A2" t="s"><v>-1</v></c></row>', strings=NAMES),
        "EV322",
    ),
    "a text longer than any": (lambda: by_hand(HEAD, strings=(*NAMES, "x" * 70_000)), "EV315"),
    "a million texts and one": (
        lambda: by_hand(
            HEAD, parts={"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">'.encode() + b"<si/>" * 1_000_001 + b"</sst>"}
        ),
        "EV316",
    ),
    "rows that go back": (lambda: by_hand(HEAD + '<row r="3"/><row r="2"/>', strings=NAMES), "EV314"),
    "a cell twice": (
        lambda: by_hand('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', strings=NAMES),
        "EV314",
    ),
    "a column beyond the last": (lambda: by_hand('<row r="1"><c r="XFE1"><v>1</v></c></row>'), "EV314"),
    "a number that is none": (lambda: by_hand('<row r="1"><c r="A1"><v>nan</v></c></row>'), "EV314"),
    "a sheet cut in half": (
        lambda: by_hand("", strings=NAMES, parts={"xl/worksheets/sheet1.xml": sheet(HEAD).encode()[:-40]}),
        "EV314",
    ),
    "a workbook cut in half": (lambda: table([NAMES])[:2000], "EV311"),
    "half of its bytes turned over": (lambda: bytes(one ^ 85 for one in table([NAMES])), "EV311"),
    "a file of text": (lambda: b"code,cost\nT1,5\n", "EV311"),
    "an empty file": (lambda: b"", "EV311"),
    "a zip file of something else": (lambda: zipped({"a.txt": b"x"}), "EV311"),
    "a workbook with a password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "EV310"),
    "control characters": (
        lambda: by_hand('<row r="1"><c r="A1" t="inlineStr"><is><t>a_x0000_b</t></is></c></row>'),
        "PR007",
    ),
    "nothing in the sheet": (lambda: by_hand(""), "EV122"),
}


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_workbook_is_refused_by_name(tmp_path: Path, name: str) -> None:
    made, expected = WORKBOOKS[name]
    told = evaluated(tmp_path, made(), "t.xlsx")
    assert (exits.EVIDENCE, {expected}, True) == (told.code, told.codes, told.is_calm), told.start


def test_a_large_workbook_is_read(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{at}"><c r="A{at}" t="s"><v>2</v></c><c r="B{at}"><v>{at}.5</v></c></row>' for at in range(2, 20_000)
    )
    told = evaluated(tmp_path, by_hand(HEAD + rows, strings=(*NAMES, "T")), "t.xlsx")
    assert (exits.FINE, True) == (told.code, told.is_calm), told.start


TEXTS = {
    "Windows 1258": ("code\nxa\u0303 Đa\u0323o\n".encode("cp1258"), "EV121"),
    "TCVN3": (b"code\nx\xb7 \xae\xb9o\n", "EV121"),
    "a quote that is never closed": (b'code,cost\n"T1,5\n' + b"T2,6\n" * 1_000_000, "EV123"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_file_is_refused_by_name(tmp_path: Path, name: str) -> None:
    raw, expected = TEXTS[name]
    told = evaluated(tmp_path, raw, "t.csv")
    assert (exits.EVIDENCE, {expected}, True) == (told.code, told.codes, told.is_calm), told.start


JSON = {
    "brackets without end": (b"[" * 1_000_000, "EV341"),
    "mappings without end": (b'{"a":' * 500_000, "EV341"),
    "lists without number": (b'{"a": [' + b"[]," * 3_000_000 + b"[]]}", "EV346"),
    "names of a million kinds": (
        b"[" + b",".join(b'{"n%d": 1, "m%d": 2}' % (at, at) for at in range(100_000)) + b"]",
        "EV346",
    ),
    "a number of a million digits": (b'[{"code": "T", "cost": ' + b"9" * 1_000_000 + b"}]", "EV106"),
    "no end": (b'[{"code": "T", "cost": 5}, ', "EV340"),
}


@pytest.mark.parametrize("name", JSON)
def test_a_json_file_is_refused_by_name(tmp_path: Path, name: str) -> None:
    raw, expected = JSON[name]
    told = evaluated(tmp_path, raw, "t.json")
    assert (exits.EVIDENCE, {expected}, True) == (told.code, told.codes, told.is_calm), told.start
