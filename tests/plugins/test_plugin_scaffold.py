"""`parrules new plugin`: what it writes works as it stands, and what helps to test a plugin says what is wrong."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from types import ModuleType

import pytest

import parrules as public
from parrules.api.plugin_scaffold import plugin_scaffold
from parrules.scoring.frozen import FrozenEvidence
from parrules.testing import bounds, brought, frozen_evidence, score
from parrules.text.spelling import Language
from small_plugins import parrules


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_new_plugin_passes_its_own_tests_as_it_stands(tmp_path: Path, language: Language) -> None:
    ended = parrules(tmp_path, "new", "plugin", "cao-bang", "--lang", language)
    assert (0, "") == (ended.returncode, ended.stderr)
    folder = tmp_path / "parrules-cao-bang"
    site = tmp_path / "site/parrules_cao_bang-0.1.0.dist-info"
    site.mkdir(parents=True)
    (site / "METADATA").write_text("Name: parrules-cao-bang\nVersion: 0.1.0\n", encoding="utf-8")
    (site / "entry_points.txt").write_text("[parrules]\ncao-bang = parrules_cao_bang\n", encoding="utf-8")
    paths = os.pathsep.join([str(site.parent), str(folder / "src")])
    environment = {**os.environ, "PYTHONPATH": paths, "PARRULES_PLUGINS": ""}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (0, "5 passed") == (ran.returncode, ran.stdout.strip().splitlines()[-1][:8])


def test_what_is_there_is_never_changed_and_a_name_must_fit(tmp_path: Path) -> None:
    assert () == plugin_scaffold("cao-bang", tmp_path, "en")[1]
    assert ["UC131"] == [one.code for one in plugin_scaffold("cao-bang", tmp_path, "en")[1]]
    (found,) = plugin_scaffold("Cao Bằng", tmp_path / "other", "en")[1]
    assert ("UC208", ("suggestion", "cao-bang")) == (found.code, found.arguments[1])
    assert not (tmp_path / "other").exists()
    ended = parrules(tmp_path, "new", "vn.example", "too-many")
    assert (2, "UC104" in ended.stderr) == (ended.returncode, True)


def criterion(give: object, takes_missing: bool = False) -> public.ScoredInPython:
    """A criterion that gives always the same, or what a function says."""
    said = give if callable(give) else lambda evidence: give
    return public.ScoredInPython("always", ("late",), said, takes_missing)


LATE = frozen_evidence({"late": Fraction(1, 3)}, maximum=5)


def test_a_criterion_is_asked_as_in_a_round() -> None:
    assert public.Scored(3, (public.Step(3, ""),)) == score(criterion(3), LATE)
    steps = public.Scored(Fraction(1, 2), (public.Step(1, "a"), public.Step(Fraction(-1, 2), "b")))
    assert steps == score(criterion(steps), LATE)
    missing = frozen_evidence({"late": public.MISSING}, maximum=5)
    assert (1, 2) == bounds(criterion(public.Between(1, 2), takes_missing=True), missing)
    assert (4, 4) == bounds(criterion(4, takes_missing=True), missing)


def _another_each_time(given: list[int]) -> object:
    return lambda evidence: given.append(1) or len(given)


def _writes(evidence: FrozenEvidence) -> int:
    object.__setattr__(evidence, "year", 1999)
    return 1


@pytest.mark.parametrize(
    ("give", "told"),
    [
        (0.5, "EV602"),
        (6, "EV603"),
        (_writes, "EV604"),
        (public.Scored(1, ()), "EV605"),
        (lambda evidence: 1 / 0, "EV601"),
        (_another_each_time([]), "two answers"),
    ],
)
def test_what_would_be_a_finding_fails_the_test(give: object, told: str) -> None:
    with pytest.raises(AssertionError, match=told):
        score(criterion(give), frozen_evidence({"late": 1}, maximum=5))


def test_what_is_missing_is_not_asked_about() -> None:
    with pytest.raises(AssertionError, match="not asked before it has all"):
        score(criterion(1), frozen_evidence({}))
    with pytest.raises(AssertionError, match="open"):
        score(criterion(public.Between(1, 2), takes_missing=True), frozen_evidence({"late": public.MISSING}))
    with pytest.raises(TypeError, match="Fraction"):
        frozen_evidence({"late": 0.5})  # type: ignore[dict-item]


def test_a_module_is_looked_at_through_the_door() -> None:
    module = ModuleType("of_ours")
    with pytest.raises(AssertionError, match="UC206"):
        brought(module)

    @public.hookimpl
    def parrules_criteria() -> tuple[public.ScoredInPython, ...]:
        return (criterion(1),)

    module.parrules_criteria = parrules_criteria  # type: ignore[attr-defined]
    assert {"parrules_criteria": ("always",)} == brought(module)
