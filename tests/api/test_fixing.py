"""`check --fix` mends what cannot change a score, and nothing else."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

from parrules.api.fixing import fix
from parrules.api.verbs import check

RULES = """\
parrules: 1
methodology: vn.x.fix
edition: 2025
title: Sửa
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  n: {type: count, title: Số lượng}  # ignore PR244: not yet read
criteria:
  # ignore PR428: as printed
  - code: 1.10
    title: Một
    max: "5"
    score: |
      award 5 when n>2  # ignore PR305, PR306: as printed
      otherwise 3 when n > 4
      otherwise 0
"""

MENDED = """\
parrules: 1
methodology: vn.x.fix
edition: "2025"
title: Sửa
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  n: {type: count, title: Số lượng}
criteria:
  - code: "1.10"
    title: Một
    max: 5
    score: |
      award 5 when n > 2
      otherwise 3 when n > 4
      otherwise 0
"""


def test_quotes_comments_and_layout_are_mended_and_doubts_stay(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(RULES, encoding="utf-8", newline="\n")
    fixed = fix(path.as_posix())
    assert MENDED == path.read_text(encoding="utf-8")
    assert fixed is not None and (path.as_posix(), None) == (fixed.shown, fixed.failed)
    assert ["PR305"] == [one.code for one in check(path.as_posix())]
    again = fix(path.as_posix())
    assert again is not None and 0 == again.count


def test_a_code_goes_from_a_comment_that_has_others(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    row = "      otherwise 3 when n > 4"
    for codes in ("PR306, PR305", "PR305, PR306"):
        text = MENDED.replace(row, f"{row}  # ignore {codes}: as printed")
        path.write_text(text, encoding="utf-8", newline="\n")
        fix(path.as_posix())
        assert MENDED.replace(row, f"{row}  # ignore PR305: as printed") == path.read_text(encoding="utf-8")


def test_line_ends_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    mark = b"\xef\xbb\xbf"
    path.write_bytes(mark + MENDED.replace('"2025"', "2025").replace("\n", "\r\n").encode())
    fix(path.as_posix())
    assert mark + MENDED.replace("\n", "\r\n").encode() == path.read_bytes()


def test_what_comes_with_parrules_and_what_is_not_there_is_not_touched() -> None:
    assert [None, None, None] == [fix("vn.nd307.commune"), fix("nowhere.yaml"), fix("-")]
