"""Small rule files for the tests of this folder."""
# ruff: noqa: SIM300  (expected first, then actual)

from parrules.methodology.from_syntax import methodology_from
from parrules.methodology.model import Methodology
from parrules.methodology.trees import Trees
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source

HEAD = """\
parrules: 1
methodology: vn.kiem_thu
edition: "2025"
title: Bộ tiêu chí kiểm thử
fidelity: illustrative
valid: {from: 2025-01-01}
"""
ONE_CRITERION = """\
criteria:
  - {code: "1", title: Kế hoạch, max: 2, score: award 2}
"""


def rules(more: str, criteria: str = ONE_CRITERION) -> str:
    """A whole rule file with more of its keys, and criteria."""
    return HEAD + more + criteria


def read(text: str) -> tuple[Methodology, Trees]:
    """What a right rule file says."""
    methodology, trees, found = methodology_from(Source("rules.yaml", text))
    assert [] == [one for one in found if one.is_error]
    assert methodology is not None
    assert trees is not None
    return methodology, trees


def mistakes(text: str) -> tuple[Diagnostic, ...]:
    """What is wrong with a rule file."""
    return methodology_from(Source("rules.yaml", text))[2]


def said(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    """Each code with the words that are pointed at."""
    return [(one.code, one.span.words if one.span else "") for one in found]
