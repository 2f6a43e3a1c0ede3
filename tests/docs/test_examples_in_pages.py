"""Every example of the documentation is tried out: what is shown is what happens."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

import pytest

from docs.pages import BLOCKS, LANGUAGES, READMES, ROOT, TESTED, blocks, every_page, name_of
from docs.running import matches, run_page
from parrules.api.verbs import evaluate
from parrules.text.spelling import Language

PAGES = every_page()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_what_a_page_shows_is_what_happens(page: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    folder = ROOT if page in READMES.values() else tmp_path
    run_page(page, folder, tmp_path, request.config.getoption("--rewrite"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_guide_builds_stands_among_the_examples(
    language: Language, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    run_page(ROOT / "docs" / language / "author.md", tmp_path, tmp_path, False)
    finished = ROOT / "examples" / "first" / language
    for name in ("rules.yaml", "evidence.yaml", "tasks.csv"):
        built = (tmp_path / name).read_bytes()
        if request.config.getoption("--rewrite"):
            (finished / name).write_bytes(built)
        assert built == (finished / name).read_bytes()


def test_the_examples_of_both_guides_score_alike() -> None:
    scores = []
    for language in LANGUAGES:
        folder = ROOT / "examples" / "first" / language
        (sheet,) = evaluate((folder / "rules.yaml").as_posix(), folder / "evidence.yaml").sheets
        scores.append((sheet.total, [(line.code, line.score) for line in sheet.lines]))
    assert scores[0] == scores[1]
    assert (6.5, [("1", 1), ("2", 2), ("3", 1.5), ("4", 2)]) == scores[0]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_example_is_tried_out_or_says_why_not(page: Path) -> None:
    for block in blocks(page.read_text(encoding="utf-8")):
        assert not block.word or block.word in BLOCKS, f"line {block.first}: {block.word}"
        tried = bool(block.word) or block.language in ("text", "parrules")
        assert tried and block.language in (*TESTED, "text"), f"line {block.first}: ```{block.language}"
        assert "not run" != block.word or block.rest


def test_the_readme_writes_nothing_into_the_repository() -> None:
    for page in READMES.values():
        used = {block.word for block in blocks(page.read_text(encoding="utf-8"))}
        assert used <= {"", "in", "run", "set up", "not run"}


@pytest.mark.parametrize("page", READMES.values(), ids=name_of)
def test_two_commands_do_all_the_set_up(page: Path) -> None:
    run, test = (block.text.strip() for block in blocks(page.read_text(encoding="utf-8")) if block.word == "set up")
    plugins = "-e plugins/parrules-cao-bang -e plugins/parrules-ddci"
    install = f".venv/bin/python -m pip install -q -e '.[test]' {plugins}"
    assert test.split(" && ")[:2] == ["python3 -m venv .venv", install]
    assert test.split(" && ")[2:] == [".venv/bin/python -m pytest -n 2"]
    assert run.split(" && ")[:2] == ["python3 -m venv .venv", ".venv/bin/python -m pip install -q ."]


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\nd\n", "a\nd\n", True),
        ("a\n…\n", "a\nb\n", True),
        ("a\n…\nd\n", "a\nb\nc\n", False),
        ("a.\n", "ab\n", False),
    ],
)
def test_three_points_stand_for_any_lines(shown: str, printed: str, same: bool) -> None:
    assert same == matches(shown, printed)
