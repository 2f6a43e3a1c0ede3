"""Two editions of one methodology, in which criteria join in every way, and rounds of figures for them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache

from parrules.api.load import read
from parrules.api.verbs import score_round
from parrules.evidence.records import Body, Provenance, Round, Supplied
from parrules.plan.plan import Plan
from parrules.scoring.sheet import Sheet
from parrules.text.source import Source
from parrules.values.amounts import Value

OLD = """\
parrules: 1
methodology: vn.x.editions
edition: "2024"
title: {vi: Hai phiên bản, en: Two editions}
fidelity: illustrative
valid: {from: 2024-01-01, to: 2024-12-31}
levels: [lĩnh vực, tiêu chí]
rounding: {tiêu chí: 2, total: 1}
total: {min: 0, max: 60}
evidence:
  done: {type: count, title: {vi: Việc đã xong, en: Done}, within: due}
  due: {type: count, title: {vi: Việc phải làm, en: Due}, min: 1}
  late: {type: count, title: {vi: Việc chậm, en: Late}}
  asked: {type: yes_no, title: {vi: Có phát sinh, en: Arose}}
  prize: {type: points, title: {vi: Điểm thưởng, en: Prize}, min: 0}
criteria:
  - code: "1"
    title: {vi: Thực hiện, en: Performance}
    max: 20
    accountable: Văn phòng
    criteria:
      - code: "1.1"
        title: {vi: Tỷ lệ xong, en: Share done}
        max: 15
        score: |
          award done / due * maximum
          deduct 0.7 per late because "{late} việc chậm"
      - code: "1.2"
        title: {vi: Khi có phát sinh, en: Where it arose}
        max: 5
        applies: asked
        if_not: shared
        score: |
          award 3 when late = 0
          otherwise 1
  - code: "2"
    title: {vi: Trung bình, en: Mean}
    max: 10
    combine: mean
    accountable: Sở Nội vụ
    criteria:
      - code: "2.1"
        title: {vi: Một, en: One}
        max: 10
        score: award 9 when late < 2 otherwise 4
      - code: "2.2"
        title: {vi: Hai, en: Two}
        max: 10
        score: award done / due * 10
  - code: "3"
    title: {vi: Cao nhất, en: Highest}
    max: 12
    combine: highest
    criteria:
      - code: "3.1"
        title: {vi: Ba, en: Three}
        max: 12
        score: award done / due * 12
      - code: "3.2"
        title: {vi: Bốn, en: Four}
        max: 6
        score: award 6 when late = 0 otherwise 2
  - code: "4"
    title: {vi: Quy đổi, en: Rescaled}
    max: 10
    rescale_to: 10
    criteria:
      - code: "4.1"
        title: {vi: Năm, en: Five}
        max: 4
        applies: asked
        if_not: left_out
        score: award done / due * 4
      - code: "4.2"
        title: {vi: Sáu, en: Six}
        max: 6
        score: |
          award maximum
          deduct 0.5 per late up to 2
          cap at 5 when late > 3
  - code: "5"
    title: {vi: Điểm thưởng, en: Bonus}
    max: 3
    outside_scale: yes
    score: |
      award min(prize, maximum)
  - code: "6"
    title: {vi: Điểm trừ, en: Penalty}
    max: 0
    min: -2
    outside_scale: yes
    score: deduct 0.4 per late
"""
"""Of the old edition the maximum of the scale is 52."""

NEW = (
    OLD.replace('edition: "2024"', 'edition: "2025"')
    .replace("valid: {from: 2024-01-01, to: 2024-12-31}", "valid: {from: 2025-01-01}")
    .replace("deduct 0.7 per late", "deduct 0.9 per late")
    .replace("combine: highest", "combine: mean")
    .replace("        max: 6\n        score: award 6 when", "        max: 12\n        score: award 6 when")
    .replace("award 9 when late < 2 otherwise 4", "award 8 when late < 3 otherwise 5")
)
"""Two programs, and how criterion 3 joins, are other ones."""

NEEDS_MORE = NEW.replace(
    "  asked: {type: yes_no,", "  signed: {type: ratio, title: {vi: Ký số, en: Signed}}\n  asked: {type: yes_no,"
).replace("score: award done / due * 10", "score: award signed * 10")
"""The new edition, with a criterion that reads what the old one never asked for."""


@cache
def plan(rules: str) -> Plan:
    loaded = read(Source("rules.yaml", rules), "rules.yaml")
    assert loaded.plan is not None, [one.code for one in loaded.diagnostics]
    return loaded.plan


def a_round(rules: str, *bodies: Mapping[str, Value]) -> Round:
    """A round of bodies a, b, ... with these figures; what is left out is missing."""
    methodology = plan(rules).methodology
    year = int(methodology.edition)
    made = tuple(
        Body(letter, letter.upper(), figures={name: Supplied(one, str(one), Provenance()) for name, one in of.items()})
        for letter, of in zip("abcdefgh", bodies, strict=False)
    )
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    return Round(methodology.name, methodology.edition, year, first, last, "self", made)


def sheets(rules: str, *bodies: Mapping[str, Value]) -> tuple[Sheet, ...]:
    made = a_round(rules, *bodies)
    return score_round(plan(rules), made, made.bodies, ())[0]
