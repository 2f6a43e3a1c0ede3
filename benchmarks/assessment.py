"""The assessment that every engine scores: 63 bodies, 9 fields of 10 criteria, figures drawn with a fixed seed."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
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
    return rule_text()


def rule_text(tables: Sequence[str] = (), more_fields: Sequence[str] = (), peers: str = "") -> str:
    """The same with tables of records and further fields, written as they stand in the file."""
    head = f"""parrules: 1
methodology: vn.benchmark
edition: "1"
title: {{vi: Bộ tiêu chí để đo tốc độ}}
fidelity: illustrative
valid: {{from: 2020-01-01}}
{f"peers: {peers}" if peers else "# no peers"}
basis:
  qd: {{title: {{vi: Quyết định minh họa}}}}
levels: [lĩnh vực, tiêu chí]
rounding: {{tiêu chí: 2}}
"""
    figures = [
        f"  {rule.figure(suffix)}: {{{rule.said(declared)}, title: {{vi: Số liệu {rule.number}}}}}"
        for rule in RULES
        for suffix, declared in rule.pattern.figures.items()
    ]
    fields = [_field_of(field, [rule for rule in RULES if rule.field == field]) for field in range(FIELDS)]
    return head + "\n".join(["evidence:", *figures, *tables, "criteria:", *fields, *more_fields]) + "\n"


def _field_of(field: int, rules: list[Rule]) -> str:
    criteria = [
        (f"{field + 1}.{place}", rule.maximum, rule.said(rule.pattern.parrules)) for place, rule in enumerate(rules, 1)
    ]
    return field_text(f"{field + 1}", criteria)


def field_text(code: str, criteria: Sequence[tuple[str, str, str]], more: int = 0) -> str:
    """A field of criteria, each with its code, maximum and program; its own maximum is their sum and `more`."""
    maximum = sum((Fraction(one) for _, one, _ in criteria), start=Fraction(more))
    lines = [
        f'  - code: "{code}"',
        f"    title: {{vi: Lĩnh vực {code}}}",
        f"    max: {float(maximum):g}",
        "    basis: qd",
        "    criteria:",
    ]
    for own, most, program in criteria:
        lines += [
            f'      - code: "{own}"',
            f"        title: {{vi: Tiêu chí {own}}}",
            f"        max: {most}",
            "        basis: qd",
            "        score: |",
            *(f"          {line}" for line in program.split("\n")),
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
        lines += [f"    {name}: {written(value)}" for name, value in figures.items()]
    return "\n".join(lines) + "\n"


def written(value: int | Fraction) -> str:
    """A figure as an official types it."""
    if isinstance(value, int):
        return str(value)
    hundredths = int(value * 10_000)
    return f"{hundredths // 100},{hundredths % 100:02}%"
