"""`parrules code` explains one code, or lists them all."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import pytest

from parrules.cli import exits
from parrules.text.wording import codes


@pytest.mark.parametrize("written", ["UC102", "uc102"])
def test_a_code_is_explained_however_its_letters_are_written(parrules, written: str) -> None:
    ended = parrules("code", written, "--lang", "en")
    assert (exits.FINE, "") == (ended.code, ended.err)
    assert ended.out.startswith("UC102: there is no command `…`\n\n")
    assert "    parrules evaluate evidence.yaml    # right\n" in ended.out


def test_without_a_code_all_of_them_are_listed_with_gaps_for_what_they_quote(parrules) -> None:
    ended = parrules("code")
    lines = ended.out.splitlines()
    assert exits.FINE == ended.code
    assert list(codes()) == [line.split("  ")[0] for line in lines]
    assert "UC113  vào ngày … có hơn một phiên bản của `…` cùng có hiệu lực" in lines


def test_a_code_mistyped_by_one_digit_is_refused_with_the_nearest(parrules) -> None:
    ended = parrules("code", "UC1002", "--lang", "en")
    assert exits.USAGE == ended.code
    assert "did you mean `UC102`?" in ended.err
