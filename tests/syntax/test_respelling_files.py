"""Rule files in the other spelling: their programs and `language:` change, and no other byte."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

import pytest

from parrules.syntax.format import format_rule_file
from parrules.syntax.respelling_files import respell_rule_file
from parrules.text.source import Source

ROOT = Path(__file__).parents[2]
RULE_FILES = sorted(
    path
    for folder in ("rules", "tests/cases")
    for path in (ROOT / folder).rglob("*.yaml")
    if "\nmethodology:" in path.read_text(encoding="utf-8")
)

ENGLISH = """\
parrules: 1
methodology: vn.vi_du  # tên
edition: "2025"
# ghi chú: award 0.5
evidence:
  r: {type: ratio, formula: a / b}
  việc: {columns: {muộn: {formula: xong is not none}}}
criteria:
  - code: "1"
    applies: count(việc) > 0
    each: việc where muộn and chi > 0.5
    score: |
      award  maximum   # award

      deduct 0.25 per full 1_000 of a above 16_000
  - {code: "2", score: award 0.5 when r > 82.5%}
  - {code: "3", score: 'award 1.5 when x = "a, b"'}
ranking: {applies: total > 0}
quota: {for: A, at_most: "round_down(20% * count(peers))"}
"""
VIETNAMESE = """\
parrules: 1
methodology: vn.vi_du  # tên
language: vi
edition: "2025"
# ghi chú: award 0.5
evidence:
  r: {type: ratio, formula: a / b}
  việc: {columns: {muộn: {formula: xong không phải là trống}}}
criteria:
  - code: "1"
    applies: đếm(việc) > 0
    each: việc mà muộn và chi > 0,5
    score: |
      chấm  điểm_tối_đa   # award

      trừ 0,25 mỗi đủ 1.000 của a vượt 16.000
  - {code: "2", score: "chấm 0,5 khi r > 82,5%"}
  - {code: "3", score: 'chấm 1,5 khi x = "a, b"'}
ranking: {applies: tổng_điểm > 0}
quota: {for: A, at_most: "làm_tròn_xuống(20% * đếm(cùng_nhóm))"}
"""


def source(text: str) -> Source:
    return Source("rules.yaml", text)


@pytest.mark.parametrize("ended", ["\n", "\r\n"], ids=["unix", "windows"])
def test_a_file_there_and_back(ended: str) -> None:
    english, vietnamese = ENGLISH.replace("\n", ended), VIETNAMESE.replace("\n", ended)
    assert (vietnamese, ()) == respell_rule_file(source(english), "vi")
    assert (english, ()) == respell_rule_file(source(vietnamese), "en")


def test_a_file_in_that_spelling_stays() -> None:
    assert (ENGLISH, ()) == respell_rule_file(source(ENGLISH), "en")
    assert (VIETNAMESE, ()) == respell_rule_file(source(VIETNAMESE), "vi")


def test_what_is_no_rule_file_stays() -> None:
    evidence = "parrules: 1\nevidence: vn.vi_du\nvalues: {xa: {a: 0.5}}\n"
    assert (evidence, ()) == respell_rule_file(source(evidence), "vi")


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_rule_file_comes_back_to_the_byte(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    first, second = ("en", "vi") if "\nlanguage: vi\n" in text else ("vi", "en")
    there, found = respell_rule_file(Source(path.name, text), first)  # type: ignore[arg-type]
    assert () == found
    assert there != text
    assert (there, ()) == format_rule_file(Source(path.name, there))
    assert (text, ()) == respell_rule_file(Source(path.name, there), second)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "to", "expected"),
    [
        pytest.param("language: en\nmethodology: a\n", "vi", "language: vi\nmethodology: a\n", id="a key of its own"),
        pytest.param("language: vi # a\nmethodology: a\n", "en", "language: en # a\nmethodology: a\n", id="a comment"),
        pytest.param('language: "vi"\nmethodology: a\n', "en", "methodology: a\n", id="a line of its own goes"),
        pytest.param("{methodology: a}\n", "vi", "{language: vi, methodology: a}\n", id="all between braces"),
        pytest.param(
            "{language: vi, methodology: a}", "en", "{language: en, methodology: a}", id="between braces, back"
        ),
    ],
)
def test_the_language_is_said(written: str, to: str, expected: str) -> None:
    assert (expected, ()) == respell_rule_file(source(written), to)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "program", "expected"),
    [
        ("tổng_điểm", "award tổng_điểm", "tổng_điểm"),
        ("đếm", "award 5 per đếm", None),
        ("hạng", "award hạng(a)", "hạng"),
        ("chấm", "chấm 5", "chấm"),
    ],
)
def test_a_name_that_is_a_word_there_is_told_and_the_file_stays(name: str, program: str, expected: str | None) -> None:
    text = f"methodology: a\ncriteria:\n  - score: award 0.5\n  - score: {program}\n"
    after, found = respell_rule_file(source(text), "vi")
    if expected is None:
        assert () == found
        return
    assert text == after
    assert [("PR151", 4, expected)] == [
        (one.code, one.span.line, dict(one.arguments)["name"]) for one in found if one.span is not None
    ]


def test_a_program_that_is_wrong_is_told_and_the_file_stays() -> None:
    text = "methodology: a\ncriteria:\n  - score: award 5 if a\n  - score: award 0.5\n"
    after, found = respell_rule_file(source(text), "vi")
    assert text == after
    assert [("PR128", 3, "if")] == [(one.code, one.span.line, one.span.words) for one in found if one.span]


@pytest.mark.parametrize(
    ("written", "to"),
    [
        pytest.param("methodology: 'a\n", "vi", id="it cannot be read"),
        pytest.param("- methodology\n", "vi", id="it is a list"),
    ],
)
def test_a_file_without_keys_stays(written: str, to: str) -> None:
    assert written == respell_rule_file(source(written), to)[0]  # type: ignore[arg-type]


def test_a_file_that_says_its_language_in_a_list_is_told_as_a_whole_and_stays() -> None:
    text = "language: [vi]\nmethodology: a\ncriteria:\n  - score: award 0.5\n"
    after, found = respell_rule_file(source(text), "vi")
    assert (text, [("PR151", ())]) == (after, [(one.code, one.arguments) for one in found])
