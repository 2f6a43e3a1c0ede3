from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from parrules.report.columns import width_of
from parrules.report.diagnostics import diagnostics_json, render
from parrules.text.diagnostic import diagnostic, warning
from parrules.text.source import Source, Span
from parrules.text.spelling import Language
from report.said_for_tests import use_test_words

RULES = Source(
    "rules/xã.yaml",
    "criteria:\n"
    '  - code: "1"\n'
    "    score: |\n"
    "      award 10 when popluation > 5\n"
    "      add 0.5 per 1_000 of popluation\n",
)


@pytest.fixture(autouse=True)
def _words(monkeypatch: pytest.MonkeyPatch) -> None:
    use_test_words(monkeypatch)


def span_of(source: Source, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = source.text.index(words, start + 1)
    return Span(source, start, start + len(words))


FOUND = [
    diagnostic("PR001", span_of(RULES, "popluation", 1), name="popluation"),
    diagnostic("PR001", span_of(RULES, "popluation"), name="popluation", suggestion="population"),
    warning("PR002", span_of(RULES, "1_000"), value=Fraction(1, 3), when=date(2025, 12, 31), names=("a", "b")),
    diagnostic("PR001", place="số liệu.xlsx, Biểu 1!B7", name="dân_số"),
]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_diagnostics_show_their_place_their_line_and_what_to_do(
    language: Language, golden: Callable[[str, str], None]
) -> None:
    golden(f"diagnostics.{language}.txt", render(FOUND, language))


def test_nothing_found_is_no_text() -> None:
    assert render([], "vi") == ""


def test_colour_adds_nothing_but_colour() -> None:
    painted = render(FOUND, "en", colour=True)
    plain = painted
    for code in ("1", "1;31", "1;33", "36", "0"):
        plain = plain.replace(f"\x1b[{code}m", "")
    assert "\x1b[1;31merror PR001:\x1b[0m" in painted
    assert render(FOUND, "en") == plain


def test_each_diagnostic_is_shown_once() -> None:
    assert render(FOUND, "en") == render(FOUND + FOUND, "en")


def test_a_long_sentence_is_broken_and_a_long_file_name_is_not() -> None:
    name = "kho/" * 25 + "rules.yaml"
    source = Source(name, "abc\n")
    lines = render([diagnostic("PR001", Span(source, 0, 3), name="x" * 30 + " " + "y" * 60)], "en").splitlines()
    assert f"{name}:1:1: error PR001:" == lines[0]
    assert lines[1].startswith("    there is no figure named")
    assert max(map(width_of, lines[1:])) <= 80


def test_a_diagnostic_about_an_empty_file_has_no_line_to_show() -> None:
    text = render([diagnostic("PR001", Span(Source("a.yaml", ""), 0, 0), name="x")], "en")
    assert text.splitlines()[0] == "a.yaml:1:1: error PR001: there is no figure named `x`"
    assert "|" not in text


def test_what_the_terminal_would_obey_is_shown_by_its_number() -> None:
    source = Source("a\x1b[2J.yaml", "x\x1b[31m\u202e: 1\n")
    text = render([diagnostic("PR001", Span(source, 6, 7), name="\x1b]0;x\x07")], "en")
    assert "\x1b" not in text and "\x07" not in text and "\u202e" not in text
    assert "a<U+001B>[2J.yaml:1:7:" in text
    assert "   1 | x<U+001B>[31m<U+202E>: 1\n" in text
    assert "     |              ^^^^^^^^\n" in text


def test_json_says_the_same_in_every_language_and_exactly() -> None:
    cell = {
        "code": "PR001",
        "severity": "error",
        "file": "số liệu.xlsx, Biểu 1!B7",
        "line": None,
        "column": None,
        "end": None,
        "arguments": {"name": "dân_số"},
    }
    characters = {
        "code": "PR002",
        "severity": "warning",
        "file": "rules/xã.yaml",
        "line": 5,
        "column": 19,
        "end": {"line": 5, "column": 24},
        "arguments": {"value": "1/3", "when": "2025-12-31", "names": ["a", "b"]},
    }
    assert [characters, cell] == diagnostics_json([FOUND[3], FOUND[2]])
    json.dumps(diagnostics_json(FOUND))
