"""A file whose programs are not spelled as it says: one mistake for the file, and what is wrong besides."""
# ruff: noqa: SIM300  (expected first, then actual)

from parrules.methodology.from_syntax import methodology_from
from parrules.text.source import Source

HEAD = """\
parrules: 1
methodology: vn.kiem_thu
edition: "2025"
title: Bộ tiêu chí
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  việc_chậm: {type: count, title: Việc chậm}
criteria:
"""
VIETNAMESE = """\
  - code: "1"
    title: Kế hoạch
    max: 2
    score: chấm điểm_tối_đa khi việc_chậm = 0 còn lại 0
  - code: "2"
    title: Nhiệm vụ
    max: 3
    score: |
      chấm điểm_tối_đa
      trừ 0,5 mỗi việc_chậm tối đa 2
  - {code: "3", title: Thưởng, max: 1, outside_scale: yes, score: "cộng 0,5 mỗi việc_chậm"}
"""
ENGLISH = """\
  - {code: "4", title: Báo cáo, max: 1, score: award maximum when việc_chậm = 0 otherwise 0}
"""


def found(text: str) -> list[tuple[int, str]]:
    _, _, told = methodology_from(Source("rules.yaml", text))
    return [(one.span.line, one.code) for one in told if one.span is not None]


def test_a_vietnamese_file_that_does_not_say_so_has_one_mistake() -> None:
    assert [(13, "PR152")] == found(HEAD + VIETNAMESE)


def test_an_english_file_that_says_vietnamese_has_one_mistake() -> None:
    assert [(11, "PR152")] == found(HEAD.replace("edition:", "language: vi\nedition:") + ENGLISH)


def test_what_is_wrong_in_the_spelling_that_is_meant_is_told_with_it() -> None:
    wrong = VIETNAMESE.replace("trừ 0,5", "trừ 0.5")
    assert [(13, "PR152"), (19, "PR150")] == found(HEAD + wrong)


def test_a_program_among_others_in_the_right_spelling_is_told_word_by_word() -> None:
    said = HEAD.replace("edition:", "language: vi\nedition:") + VIETNAMESE + ENGLISH
    assert [(22, "PR128"), (22, "PR128"), (22, "PR128")] == found(said)
