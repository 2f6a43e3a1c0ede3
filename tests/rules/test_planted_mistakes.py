"""Mistakes that change scores and are no mistake of syntax, planted into methodologies that come with parrules."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from parrules.api.rule_tests import run_tests, told_by

RULES = Path(__file__).parents[2] / "rules/vn"
COMMUNE, HP212 = "nd307/vn.nd307.commune", "hp212/vn.hp212"

PLANTED = [
    (
        "a threshold is beyond and no longer at",
        COMMUNE,
        'otherwise "Loại I" when total >= 75',
        "total >= 75",
        "total > 75",
    ),
    ("a decimal point is lost", COMMUNE, "add 0.5 per 5% of industry above 50%", "0.5", "5"),
    ("points are taken for a percentage of the maximum", COMMUNE, "otherwise 3", "3", "3% * maximum"),
    ("two bands are exchanged", COMMUNE, 'otherwise "Loại I" when total >= 75', "Loại I", "Loại II"),
    ("a band is lost", COMMUNE, 'otherwise "Loại II" when total >= 60', 'otherwise "Loại II" when total >= 60', ""),
    ("a cap is lowered", COMMUNE, "cap at 8 when not balanced", "8", "7"),
    (
        "the denominator is another figure",
        HP212,
        "assigned_on_time / assigned_tasks",
        "/ assigned_tasks",
        "/ programme_tasks",
    ),
    ("the share of last year", HP212, "clearance >= 95%", "95%", "90%"),
]


@pytest.mark.parametrize(
    ("methodology", "line", "before", "after"), [one[1:] for one in PLANTED], ids=[one[0] for one in PLANTED]
)
def test_a_mistake_fails_a_test_or_is_found_by_check(
    methodology: str, line: str, before: str, after: str, tmp_path: Path
) -> None:
    for ending in (".yaml", ".test.yaml"):
        shutil.copy(RULES / f"{methodology}{ending}", tmp_path)
    rules = tmp_path / f"{Path(methodology).name}.yaml"
    text = rules.read_text(encoding="utf-8")
    assert line in text
    rules.write_text(text.replace(line, line.replace(before, after, 1), 1), encoding="utf-8")
    tested = run_tests(str(rules))
    by_check = [one for one in tested.diagnostics if one.is_error]
    assert tested.failed or by_check
    assert told_by(tested)
