"""Rules that nobody named, and that lie beside the evidence which asks for them, are told and not taken."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

import pytest

from parrules.api.verbs import open_round
from parrules.text.wording import message

EVIDENCE = "parrules: 1\nevidence: xa_toi\nround: {year: 2025, from: 2025-01-01, to: 2025-12-31}\nbodies: {a: A}\n"
RULES = "parrules: 1\nmethodology: xa_toi\n"


def hints(folder: Path, **files: str) -> tuple[str, ...]:
    for name, text in {"evidence": EVIDENCE, **files}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    (found,) = open_round(None, folder / "evidence.yaml").diagnostics
    assert "UC110" == found.code
    return tuple(hint.replace(f"{folder.as_posix()}/", "") for hint in message(found, "en").hints)


def test_the_one_rule_file_of_that_name_is_told(tmp_path: Path) -> None:
    told = "the rule file `rules.yaml` has that name: write it before the evidence"
    assert told == hints(tmp_path, rules=RULES, other=RULES.replace("xa_toi", "xa_khac"))[0]


def test_of_several_none_is_told(tmp_path: Path) -> None:
    assert 1 == len(hints(tmp_path, rules=RULES, again=RULES))


def test_rules_of_another_name_are_not_told(tmp_path: Path) -> None:
    assert 1 == len(hints(tmp_path, rules=RULES.replace("xa_toi", "xa_khac")))


def test_a_folder_with_the_name_that_the_evidence_asks_for_is_no_file_that_somebody_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "xa_toi").mkdir()
    (tmp_path / "xa_toi" / "rules.yaml").write_text(RULES, encoding="utf-8")
    assert "the rule file `xa_toi/rules.yaml` has that name: write it before the evidence" == hints(tmp_path)[0]
