"""`parrules test` beside whose rules no test stands."""

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
