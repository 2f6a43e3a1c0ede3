"""Editions in one folder that leave days between them, or hold on the same days."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

import pytest

from parrules.api.verbs import check

RULES = """\
parrules: 1
methodology: vn.x.siblings
edition: "%s"
title: Các bản
fidelity: illustrative
valid: {%s}
criteria:
  - {code: "1", title: Một, max: 5, judged: {by: Sở Nội vụ}}
"""


def told(folder: Path, editions: dict[str, str]) -> dict[str, list[tuple[str, dict[str, str]]]]:
    for name, valid in editions.items():
        (folder / f"{name}.yaml").write_text(RULES % (name, valid), encoding="utf-8", newline="\n")
    return {
        name: [(one.code, {key: str(value) for key, value in one.arguments}) for one in found]
        for name in editions
        if (found := check((folder / f"{name}.yaml").as_posix()))
    }


def test_editions_that_follow_each_other_are_right(tmp_path: Path) -> None:
    assert {} == told(tmp_path, {"a": "from: 2024-01-01, to: 2024-12-31", "b": "from: 2025-01-01"})


@pytest.mark.parametrize("end", ["", ", to: 2025-01-01"])
def test_two_editions_on_one_day_are_told_of_the_later_one(tmp_path: Path, end: str) -> None:
    found = told(tmp_path, {"a": f"from: 2024-01-01{end}", "b": "from: 2025-01-01"})
    said = {"edition": "a", "file": "a.yaml", "start": "2025-01-01", "ends": "2024-12-31"}
    assert {"b": [("PR317", said)]} == found


def test_days_without_an_edition_are_told_of_the_later_one(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        {
            "a": "from: 2022-01-01, to: 2022-12-31",
            "b": "from: 2023-01-01, to: 2024-11-30",
            "c": "from: 2025-01-01",
        },
    )
    assert {"c": [("PR318", {"edition": "b", "start": "2024-12-01", "end": "2024-12-31"})]} == found


def test_other_files_beside_it_are_let_be(tmp_path: Path) -> None:
    (tmp_path / "evidence.yaml").write_text("evidence: vn.x.siblings\n", encoding="utf-8")
    other = RULES.replace("vn.x.siblings", "vn.x.other") % ("0", "from: 2020-01-01")
    (tmp_path / "other.yaml").write_text(other, encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("methodology: vn.x.siblings\nvalid: [\n", encoding="utf-8")
    assert {} == told(tmp_path, {"a": "from: 2024-01-01"})
