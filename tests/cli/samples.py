"""A small methodology and a round of two communes, one of which has not handed in its population."""

RULES = """\
parrules: 1
methodology: vn.x.commune
edition: "2025"
title: {vi: Phân loại xã, en: Classes of communes}
fidelity: illustrative
valid: {from: 2025-01-01}
levels: [tiêu chí, chỉ tiêu]
evidence:
  population: {type: count, title: {vi: Quy mô dân số, en: Population}, better: higher}
  mountain: {type: yes_no, title: {vi: Xã miền núi, en: Mountain commune}, of: body}
criteria:
  - code: "1"
    title: {vi: Dân cư, en: People}
    max: 25
    criteria:
      - code: "1.1"
        title: {vi: Quy mô dân số, en: Population}
        max: 25
        score: |
          threshold = 75% * 16_000 when mountain otherwise 16_000
          award 10
          add 0.5 per 1_000 of population above threshold
          cap at maximum
  - code: "2"
    title: {vi: Miền núi, en: Mountains}
    max: 5
    score: |
      award maximum when mountain otherwise 0
"""

EVIDENCE = """\
parrules: 1
evidence: vn.x.commune
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
bodies:
  xa-ba-be: {name: Xã Ba Bể, mountain: yes}
  xa-cho-don: {name: Xã Chợ Đồn, mountain: no}
values:
  xa-ba-be:
    population: {value: "16500", document: 12/BC-UBND, page: 3}
"""
