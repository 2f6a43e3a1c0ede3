# ruff: noqa: SIM300  (expected first, then actual)
"""The rule file of wards is in Vietnamese: its receipts are those of the same file in English, but for the words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from parrules.api.verbs import evaluate
from parrules.report.receipt import receipt
from parrules.syntax.respelling import respelled
from parrules.syntax.respelling_files import respell_rule_file
from parrules.text.source import Source

ROOT = Path(__file__).parents[2]
WARD = ROOT / "rules/vn/nd307/vn.nd307.ward.yaml"
EXAMPLE = ROOT / "examples/nd307/wards.yaml"
WORDS = ("words", "applies")
"""Where a receipt has the author's words."""


def test_the_receipts_say_the_same_in_both_spellings(tmp_path: Path) -> None:
    english, found = respell_rule_file(Source(WARD.name, WARD.read_text(encoding="utf-8")), "en")
    assert () == found
    other = tmp_path / WARD.name
    other.write_text(english, encoding="utf-8")
    ours, theirs = (evaluate(str(path), EXAMPLE) for path in (WARD, other))
    in_vietnamese, in_english = (receipt(done.sheets) for done in (ours, theirs))
    assert 2 == len(ours.sheets) == len(theirs.sheets)
    assert _without_places(in_vietnamese) == _without_places(_in_vietnamese(in_english))
    assert "cộng 0,5 mỗi 1.000 của" in str(in_vietnamese)
    assert "otherwise" not in str(in_vietnamese)


def _in_vietnamese(part: Any) -> Any:
    """A receipt whose words are spelled in Vietnamese."""
    if isinstance(part, dict):
        return {key: _spelled(one) if key in WORDS else _in_vietnamese(one) for key, one in part.items()}
    return [_in_vietnamese(one) for one in part] if isinstance(part, list) else part


def _spelled(words: str | None) -> str | None:
    if words is None or words[:1].isdigit():  # the code of a criterion
        return words
    return respelled(words, "en", "vi", is_program=not words.startswith("not"))


def _without_places(part: Any) -> Any:
    """A receipt without digests and lines of the rule file, which is one line longer."""
    if isinstance(part, dict):
        return {key: _without_places(one) for key, one in part.items() if key not in ("digest", "line")}
    return [_without_places(one) for one in part] if isinstance(part, list) else part
