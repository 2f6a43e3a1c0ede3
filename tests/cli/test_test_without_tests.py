"""`parrules test` of rules beside which no test stands, and of rules named together with their tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from parrules.cli.main import main

RULES = """\
parrules: 1
methodology: vn.test.untested
edition: "2025"
title: Chưa có phép thử
fidelity: illustrative
valid: {from: 2025-01-01}
criteria:
  - {code: "1", title: Tiêu chí, max: 1, score: award maximum}
"""


def test_rules_without_tests_are_told_where_tests_stand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text(RULES, encoding="utf-8")
    ended = main(["test", str(rules)])
    told = capsys.readouterr().err
    assert ended == 0
    assert "cạnh tệp quy tắc `TÊN.yaml`" in told


def test_tests_that_are_named_beside_their_rules_run_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "rules.test.yaml").write_text(
        "parrules: 1\ntests: vn.test.untested\nround: {year: 2025, from: 2025-01-01, to: 2025-12-31}\ncases:\n"
        '  - {test: luôn được một điểm, expect: {"1": 1}}\n',
        encoding="utf-8",
    )
    assert main(["test", str(tmp_path / "rules.test.yaml"), str(tmp_path / "rules.yaml")]) == 0
    assert capsys.readouterr().err == "vn.test.untested@2025: 1 phép thử, 0 không đạt\n"
