"""Which signs of a rule file are a comment."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import pytest

from parrules.syntax.comments import comments_at
from parrules.text.source import Source

FILE = """\
# 1 first
methodology: vn.x  # 2 behind
title: "a # b"  # 3 behind quotes
note: |
  # c
  d
# 4 below a text
criteria:
  - code: "1"
    score: |
      # 5 above
      award 1 because "# e"  # 6 in a program # and more
      # 7 last
  - {code: "2", score: "award 1 # 8 in quotes"}  # 9 behind
"""


def comments(text: str) -> list[str]:
    places = [at for at, letter in enumerate(text) if letter == "#"]
    found = comments_at(Source("rules.yaml", text), places)
    return [text[start:end] for start, end in found.items()]


def test_a_comment_is_one_of_the_file_or_of_a_program() -> None:
    assert [
        "# 1 first",
        "# 2 behind",
        "# 3 behind quotes",
        "# 4 below a text",
        "# 5 above",
        "# 6 in a program # and more",
        "# and more",
        "# 7 last",
        "# 8 in quotes",
        "# 9 behind",
    ] == comments(FILE)


@pytest.mark.parametrize("text", ['title: "a # b\n', "- a # b\n"], ids=["no YAML", "no rule file"])
def test_in_a_file_that_cannot_be_read_every_sign_counts(text: str) -> None:
    assert ["# b"] == comments(text)


def test_a_file_may_end_in_a_comment() -> None:
    assert ["# end"] == comments("title: a\n# end")
