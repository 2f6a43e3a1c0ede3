"""Every word, command, key and code is told in both languages; pages of both stand side by side, and links lead on."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from docs.keys_of_files import every_key
from docs.pages import LANGUAGES, READMES, ROOT, anchors, blocks, every_page, headings, name_of, pages, prose
from docs.pages_of_checks import CheckTold, checks_told
from parrules.api.find import known_names
from parrules.cli import exits
from parrules.cli.frame import COMMANDS
from parrules.evidence.shape import evidence_schema
from parrules.evidence.shape_of_calendars import calendars_schema
from parrules.evidence.shape_of_printed import published_schema
from parrules.methodology.scope import BODIES, CLOCK, CRITERIA, MAXIMUM, RESULTS, UNDECIDED
from parrules.methodology.shape import rule_file_schema
from parrules.methodology.shape_of_evidence import KINDS
from parrules.plugins.collect import collect
from parrules.report.receipt_schema import receipt_schema
from parrules.syntax.keywords import KEYWORDS, OPENINGS, STATEMENTS
from parrules.text.wording import codes
from parrules.trials.shape import schema_of_tests

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
GUIDES = sorted({page.stem for page in (ROOT / "docs").glob("??/*.md")})
"""Every page that either language has."""


def text_of(language: str, page: str) -> str:
    return (ROOT / "docs" / language / f"{page}.md").read_text(encoding="utf-8")


def marked(text: str) -> set[str]:
    """What stands between backticks."""
    return set(re.findall(r"`([^`\n]+)`", prose(text)))


def test_both_languages_have_the_same_pages() -> None:
    for language in LANGUAGES:
        assert list(GUIDES) == [page.stem for page in pages(language) if page.parent.name == language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_reached_from_the_readme(language: str) -> None:
    reached = [READMES[language]]
    for page in reached:
        links = (unquote(link).partition("#")[0] for link in LINK.findall(prose(page.read_text(encoding="utf-8"))))
        found = ((page.parent / link).resolve() for link in links if "://" not in link and link.endswith(".md"))
        reached += [one for one in dict.fromkeys(found) if one.exists() and one not in reached]
    assert [] == [name_of(page) for page in pages(language) if page not in reached]


@pytest.mark.parametrize("page", ["README", *GUIDES])
def test_the_pages_of_both_languages_have_the_same_headings_and_examples(page: str) -> None:
    both = [
        (READMES[language] if page == "README" else ROOT / "docs" / language / f"{page}.md").read_text(encoding="utf-8")
        for language in LANGUAGES
    ]
    depths = [[depth for depth, _ in headings(text)] for text in both]
    assert depths[0] == depths[1]
    if page != "codes":
        shapes = [[(block.language, block.word) for block in blocks(text)] for text in both]
        assert shapes[0] == shapes[1]


@pytest.mark.parametrize("page", every_page(), ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(prose(page.read_text(encoding="utf-8"))):
        if "://" in link:
            continue
        file, _, anchor = unquote(link).partition("#")
        target = (page.parent / file).resolve() if file else page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), link


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_language_stands_in_an_example(language: str) -> None:
    known = collect().vocabulary
    words = {one.en for one in (*KEYWORDS, *OPENINGS, *STATEMENTS)}
    words |= {
        *known.statements,
        *known.functions,
        *known.gatherings,
        *CLOCK,
        *RESULTS,
        *MAXIMUM,
        *BODIES,
        CRITERIA,
        UNDECIDED,
    }
    shown = "\n".join(block.text for block in blocks(text_of(language, "language")))
    assert [] == sorted(word for word in words if not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", shown))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_figure_is_told(language: str) -> None:
    assert set(KINDS) <= marked(text_of(language, "author"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_a_section_with_an_example(language: str) -> None:
    text = text_of(language, "commands")
    assert list(COMMANDS) == [words for depth, words in headings(text) if depth == 2 and words in COMMANDS]
    run = [line for block in blocks(text) if block.word == "run" for line in block.text.split("\n")]
    assert set(COMMANDS) == {line.split()[1] for line in run if line.startswith("parrules ")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exit_code_and_setting_is_told(language: str) -> None:
    text = text_of(language, "commands")
    ends = [value for name, value in vars(exits).items() if name.isupper()]
    assert [str(code) for code in sorted(ends)] == re.findall(r"(?m)^\| (\d+) \|", text)
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert set(re.findall(r"\b(?:PARRULES_[A-Z]+|NO_COLOR)\b", sources)) <= marked(text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("schema", "page"),
    [
        (rule_file_schema(), "rules"),
        (evidence_schema(), "evidence"),
        (published_schema(), "evidence"),
        (schema_of_tests(), "testing"),
        (calendars_schema(), "evidence"),
        (receipt_schema(), "auditor"),
    ],
    ids=["rule files", "evidence", "published results", "tests of rules", "calendars", "receipts"],
)
def test_every_key_is_told(language: str, schema: dict[str, Any], page: str) -> None:
    assert [] == sorted(every_key(schema) - marked(text_of(language, page)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_cause_and_construct_of_a_receipt_is_told(language: str) -> None:
    definitions: Any = receipt_schema()["definitions"]
    told = marked(text_of(language, "auditor"))
    assert set(definitions["criterion"]["properties"]["status"]["enum"]) <= told
    assert {*collect().vocabulary.statements, "child", "hold", "round", "mark", "exempt", "share", "rescale"} <= told
    assert {"fell_short", "surplus", "child", "outside"} <= told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_methodology_that_comes_along_is_told(language: str) -> None:
    assert set(known_names()) <= marked(READMES[language].read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_told(language: str) -> None:
    told = [words for depth, words in headings(text_of(language, "codes")) if depth == 3]
    assert sorted(codes()) == sorted(told)


@pytest.mark.parametrize("one", checks_told(), ids=lambda one: one.module)
def test_every_check_says_what_it_finds_why_and_what_to_do_instead(one: CheckTold) -> None:
    assert ["What it finds", "Why", "Instead"] == list(one.said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_is_told(language: str) -> None:
    told = [code for depth, words in headings(text_of(language, "checks")) if depth == 3 for code in words.split(", ")]
    assert sorted(told) == [code for code in codes() if code.startswith("PR3")]
