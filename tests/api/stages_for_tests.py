"""A methodology of three stages, and the evidence of each as files."""

from __future__ import annotations

from pathlib import Path

from parrules.api.stages import StagesOutcome, stages

RULES = """\
parrules: 1
methodology: vn.kiem_thu.stages
edition: "1"
title: Bộ tiêu chí kiểm thử
fidelity: illustrative
valid: {from: 2025-01-01}
stages:
  - {name: self, by: body, title: {vi: Tự chấm, en: Self-score}}
  - {name: appraised, by: Sở Nội vụ, title: {vi: Thẩm định, en: Appraisal}}
  - {name: confirmed, by: Hội đồng, title: {vi: Thẩm định lần hai, en: Second appraisal}}
  - {name: surveyed, by: Viện nghiên cứu, title: {vi: Khảo sát, en: Survey}}
evidence:
  signed: {type: ratio, title: {vi: Tỷ lệ ký số, en: Share signed}, min: 0%, max: 100%}
  satisfied: {type: ratio, title: {vi: Mức độ hài lòng, en: Satisfaction}, min: 0%, max: 100%}
  tasks:
    title: {vi: Nhiệm vụ, en: Tasks}
    id: code
    columns: {code: {type: text}, days: {type: count}}
criteria:
  - code: "1"
    title: Ký số
    max: 5
    score: award 5 * signed / 100%
  - code: "2"
    title: Nhiệm vụ
    max: 4
    applies: count(tasks) > 0
    if_not: left_out
    score: |
      late = count(tasks where days > 5)
      award maximum
      deduct 0.5 per late because "{late} nhiệm vụ chậm"
  - code: "3"
    title: Công tác khác
    max: 8
    criteria:
      - {code: "3.1", title: Sáng kiến, max: 3, judged: {by: Hội đồng, step: 0.5}}
      - {code: "3.2", title: Hài lòng, max: 5, stage: surveyed, score: award 5 * satisfied / 100%}
"""
HEAD = """\
parrules: 1
evidence: vn.kiem_thu.stages
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
"""
SELF = (
    HEAD
    + """\
stage: self
bodies: {a: Xã A}
values:
  a:
    signed: {value: 90%, document: 1/BC}
    tasks: [{code: T1, days: 3}, {code: T2, days: 9}, {code: T3, days: 7}]
marks: {a: {"3.1": {mark: 3, by: Chủ tịch}}}
"""
)
APPRAISED = (
    HEAD
    + """\
stage: appraised
over: self.yaml
values: {a: {signed: {value: 80%, document: 45/BC-SNV}}}
marks: {a: {"3.1": {mark: 2, reason: ít tác dụng, document: 3/BB}}}
decided:
  a:
    "1": {reason: trừ văn bản chưa ký, cause: missing_document}
    "2": {points: 2, reason: hai văn bản chậm, cause: late_document, document: 46/BC-SNV, page: 2}
"""
)


def written(folder: Path, **files: str) -> Path:
    """The folder with rules.yaml and these evidence files in it."""
    for name, text in {"rules": RULES, "self": SELF, **files}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8", newline="\n")
    return folder


def through(folder: Path, *names: str) -> StagesOutcome:
    """What `parrules stages` is made of, for these evidence files."""
    return stages(str(folder / "rules.yaml"), [folder / f"{name}.yaml" for name in names])


def codes(outcome: StagesOutcome) -> list[str]:
    return [one.code for one in (*outcome.diagnostics, *outcome.findings)]
