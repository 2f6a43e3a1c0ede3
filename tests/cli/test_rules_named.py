"""Every command that scores takes its rules alike: before the evidence, or with `--methodology`."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

import pytest

from api.stages_for_tests import APPRAISED, written
from parrules.cli import exits

VERBS = [
    pytest.param(("evaluate", "EVIDENCE"), id="evaluate"),
    pytest.param(("rank", "EVIDENCE"), id="rank"),
    pytest.param(("lost", "EVIDENCE"), id="lost"),
    pytest.param(("explain", "EVIDENCE", "1"), id="explain"),
    pytest.param(("stages", "EVIDENCE"), id="stages"),
    pytest.param(("compare", "EVIDENCE", "EVIDENCE"), id="compare"),
    pytest.param(("reconcile", "EVIDENCE", "PUBLISHED"), id="reconcile"),
]


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    folder = written(tmp_path, appraised=APPRAISED)
    (folder / "published.yaml").write_text(
        "parrules: 1\npublished: Kết quả\nprinted: {a: {name: Xã A, total: '8'}}\n", encoding="utf-8"
    )
    names = {"RULES": "rules", "EVIDENCE": "appraised", "PUBLISHED": "published"}
    return {word: str(folder / f"{name}.yaml") for word, name in names.items()}


@pytest.mark.parametrize("words", VERBS)
def test_before_the_evidence_or_with_the_option_it_is_the_same(
    words: tuple[str, ...], files: dict[str, str], parrules
) -> None:
    verb, *rest = (files.get(word, word) for word in words)
    before = parrules(verb, files["RULES"], *rest)
    assert "" != before.out
    for name in ("--methodology", "-m"):
        assert before == parrules(verb, *rest, name, files["RULES"])


@pytest.mark.parametrize("words", VERBS)
def test_rules_that_are_named_twice_are_refused(words: tuple[str, ...], files: dict[str, str], parrules) -> None:
    verb, *rest = (files.get(word, word) for word in words)
    ended = parrules(verb, "-m", files["RULES"], files["RULES"], *rest, "--lang", "en")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith("error UC120: the methodology is named twice")


@pytest.mark.parametrize("verb", ["compare", "reconcile"])
def test_a_file_too_many_is_refused(verb: str, files: dict[str, str], parrules) -> None:
    ended = parrules(verb, files["RULES"], *[files["EVIDENCE"]] * 3, "--lang", "en")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith("error UC104:")


def test_a_name_that_comes_with_parrules_may_stand_first(parrules, files: dict[str, str]) -> None:
    ended = parrules("reconcile", "vn.sipas@2023", files["EVIDENCE"], files["PUBLISHED"], "--lang", "en")
    assert "EV" in ended.err  # evidence of another methodology
    assert exits.EVIDENCE == ended.code
