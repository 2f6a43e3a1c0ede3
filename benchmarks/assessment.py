"""The assessment that every engine scores: 63 bodies, 9 fields of 10 criteria, figures drawn with a fixed seed."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from patterns import PATTERNS, Figures, Pattern

BODIES, FIELDS, CRITERIA = 63, 9, 10
SEED = 2025


@dataclass(frozen=True)
class Rule:
    """One of the 90 criteria. number: from 0; its figures are named `late_17`."""

    number: int
    pattern: Pattern
    maximum: str

    @property
    def key(self) -> str:
        return f"c{self.number}"

    @property
    def field(self) -> int:
        return self.number // CRITERIA

    def figure(self, suffix: str) -> str:
        return f"{suffix}_{self.number}"

    def said(self, text: str, maximum: str | None = None) -> str:
        """A text of its pattern with this rule's names and maximum."""
        named = re.sub(r"\b(" + "|".join(self.pattern.figures) + r")\b", rf"\1_{self.number}", text)
        return named.replace("MAX", self.maximum if maximum is None else maximum)

    def figures_of(self, body: Figures) -> dict[str, object]:
        """A body's figures for this rule, by suffix."""
        return {suffix: body[self.figure(suffix)] for suffix in self.pattern.figures}


RULES = tuple(
    Rule(number, pattern, pattern.maxima[number // len(PATTERNS) % len(pattern.maxima)])
    for number in range(FIELDS * CRITERIA)
    for pattern in (PATTERNS[number % len(PATTERNS)],)
)


def drawn_bodies(seed: int = SEED) -> tuple[dict[str, int | Fraction], ...]:
    """Every body's figures by name; whole numbers, and ratios as fractions."""
    chance = random.Random(seed)
    bodies = []
    for _ in range(BODIES):
        figures: dict[str, int | Fraction] = {}
        for rule in RULES:
            figures |= {rule.figure(suffix): value for suffix, value in rule.pattern.drawn(chance).items()}
        bodies.append(figures)
    return tuple(bodies)


def exact_hundredths(body: Figures) -> list[int]:
    """The score of each criterion in hundredths of a point, half up."""
    scores = [rule.pattern.exact(rule.figures_of(body), Fraction(rule.maximum)) for rule in RULES]
    return [(200 * score.numerator + score.denominator) // (2 * score.denominator) for score in scores]


def rule_file() -> str:
    """The 90 criteria as a rule file of parrules."""
    head = """parrules: 1
methodology: vn.benchmark
edition: "1"
title: {vi: Bộ tiêu chí để đo tốc độ}
fidelity: illustrative
valid: {from: 2020-01-01}
basis:
  qd: {title: {vi: Quyết định minh họa}}
levels: [lĩnh vực, tiêu chí]
rounding: {tiêu chí: 2}
"""
    figures = [
        f"  {rule.figure(suffix)}: {{{rule.said(declared)}, title: {{vi: Số liệu {rule.number}}}}}"
        for rule in RULES
        for suffix, declared in rule.pattern.figures.items()
    ]
    fields = [_field_text(field, [rule for rule in RULES if rule.field == field]) for field in range(FIELDS)]
    return head + "\n".join(["evidence:", *figures, "criteria:", *fields]) + "\n"


def _field_text(field: int, rules: list[Rule]) -> str:
    maximum = sum(Fraction(rule.maximum) for rule in rules)
    lines = [
        f'  - code: "{field + 1}"',
        f"    title: {{vi: Lĩnh vực {field + 1}}}",
        f"    max: {float(maximum):g}",
        "    basis: qd",
        "    criteria:",
    ]
    for place, rule in enumerate(rules, 1):
        program = rule.said(rule.pattern.parrules).replace("\n", "\n          ")
        lines += [
            f'      - code: "{field + 1}.{place}"',
            f"        title: {{vi: Tiêu chí {field + 1}.{place}}}",
            f"        max: {rule.maximum}",
            "        basis: qd",
            "        score: |",
            f"          {program}",
        ]
    return "\n".join(lines)


def evidence_file(bodies: tuple[Mapping[str, int | Fraction], ...]) -> str:
    """The figures as an evidence file of parrules."""
    lines = [
        "parrules: 1",
        "evidence: vn.benchmark",
        "round: {year: 2025, from: 2025-01-01, to: 2025-12-31}",
        "bodies:",
    ]
    lines += [f"  b{number}: {{name: Đơn vị {number}}}" for number in range(len(bodies))]
    lines.append("values:")
    for number, figures in enumerate(bodies):
        lines.append(f"  b{number}:")
        lines += [f"    {name}: {_written(value)}" for name, value in figures.items()]
    return "\n".join(lines) + "\n"


def _written(value: int | Fraction) -> str:
    if isinstance(value, int):
        return str(value)
    hundredths = int(value * 10_000)
    return f"{hundredths // 100},{hundredths % 100:02}%"
