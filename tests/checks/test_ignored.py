"""Warnings that an author has looked at are left out where a comment says why."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import pytest

from parrules.api.load import read
from parrules.text.source import Source

RULES = """\
parrules: 1
methodology: vn.test
edition: "1"
title: Thử
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  n: {type: count, title: Số lượng}
criteria:
  - code: "1"
    title: Một
    max: 5MAX
    score: |
      award 4 when n > 2ABOVE
      otherwise 3 when n > 4ROW
      otherwise 0LAST
"""


def found(**places: str) -> list[tuple[str, int]]:
    text = RULES
    for place in ("MAX", "ABOVE", "ROW", "LAST"):
        text = text.replace(place, places.get(place, ""))
    return [(one.code, one.span.line) for one in read(Source("rules.yaml", text), "rules.yaml").diagnostics if one.span]


BOTH = [("PR309", 12), ("PR305", 15)]


def test_without_a_comment_both_are_told() -> None:
    assert BOTH == found()


@pytest.mark.parametrize(
    "places",
    [
        {"ROW": "  # ignore PR305: the decision has this row"},
        {"ROW": "  # bỏ qua PR305: quyết định có dòng này"},
        {"ABOVE": "\n      # ignore PR305: the decision has this row"},
        {"ABOVE": "\n      # ignore PR305: the decision has this row\n      # and so has the annex"},
        {"ROW": "  # as printed # ignore PR305: the decision has this row"},
    ],
    ids=["in the line", "in Vietnamese", "in the line above", "above another comment", "behind another comment"],
)
def test_a_warning_with_a_reason_is_left_out(places: dict[str, str]) -> None:
    assert [("PR309", 12)] == found(**places)


def test_a_comment_of_the_file_counts_as_one_of_a_program_does() -> None:
    reasons = {"MAX": "  # ignore PR309: as printed", "ROW": "  # ignore PR305: as printed"}
    assert [] == found(**reasons)


def test_several_codes_have_one_reason() -> None:
    assert [("PR309", 12), ("PR312", 15)] == found(ROW="  # ignore PR305, PR306: as printed")


@pytest.mark.parametrize("comment", ["  # ignore PR305", "  # ignore PR305:", "  # ignore PR305:   "])
def test_without_a_reason_nothing_is_left_out(comment: str) -> None:
    assert [("PR309", 12), ("PR305", 15), ("PR311", 15)] == found(ROW=comment)


def test_a_comment_that_ignores_nothing_is_told() -> None:
    assert [*BOTH, ("PR312", 16)] == found(LAST="  # ignore PR305: as printed")


def test_an_error_is_not_left_out() -> None:
    told = found(ROW=" and k > 2  # ignore PR201, PR221: as printed")
    assert "PR313" not in [code for code, _ in told]
    (error, line), *_ = [one for one in told if one[0] not in ("PR309", "PR305")]
    assert 15 == line
    assert [(error, 15), ("PR313", 15)] == found(ROW=f" and k > 2  # ignore {error}: as printed")


LOOKS = "# ignore PR305: as printed"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f'note: "a {LOOKS}"\n', id="in double quotes"),
        pytest.param(f"note: 'a {LOOKS}'\n", id="in single quotes"),
        pytest.param(f"note: |\n  a\n  {LOOKS}\n", id="in a text over lines"),
        pytest.param(f"note: >\n  {LOOKS}\n  b\n", id="in a folded text"),
    ],
)
def test_what_stands_in_a_text_is_no_comment(text: str) -> None:
    whole = RULES.replace("MAX", "").replace("ABOVE", "").replace("ROW", "").replace("LAST", "") + text
    assert BOTH == [
        (one.code, one.span.line) for one in read(Source("r.yaml", whole), "r.yaml").diagnostics if one.span
    ]


def test_what_stands_in_a_reason_is_no_comment() -> None:
    assert BOTH == found(ROW=f' because "{LOOKS}"')
    assert [("PR309", 12)] == found(ROW=f' because "{LOOKS}"  {LOOKS}')


def test_a_comment_below_a_program_at_the_end_of_a_file_counts() -> None:
    assert [*BOTH, ("PR312", 17)] == found(LAST=f"\n{LOOKS}")
