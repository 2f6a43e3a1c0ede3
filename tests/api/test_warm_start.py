"""A second evaluation starts quickly: it loads nothing of what reads and checks rule files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from cli.samples import EVIDENCE, RULES

AGAIN = """
import sys
from pathlib import Path
from parrules.api.cache import Cache
from parrules.api.verbs import evaluate
from parrules.report.table import score_table
score_table(evaluate("rules.yaml", "evidence.yaml", cache=Cache(Path("cache"))).sheets[0], "vi")
print(*sorted(sys.modules))
"""
LIBRARIES = {"attr", "jsonschema", "lark", "pluggy"}
READING = ("parrules.checks", "parrules.constructs", "parrules.methodology.checked", "parrules.syntax.tree")


def test_a_second_evaluation_loads_nothing_that_reads_or_checks_rules(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "evidence.yaml").write_text(EVIDENCE, encoding="utf-8")
    for _ in range(2):  # the first fills the cache
        ended = subprocess.run(
            [sys.executable, "-c", AGAIN], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
        )
    loaded = set(ended.stdout.split())
    assert set() == {name for name in loaded if name in LIBRARIES or name.startswith(READING)}
