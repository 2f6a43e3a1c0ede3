"""Whatever stands in a rule file, what comes back is a methodology or the reasons why there is none."""

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from parrules.methodology.from_syntax import methodology_from
from parrules.text.source import Source

COMMUNE = (Path(__file__).parent / "rules" / "commune.yaml").read_text(encoding="utf-8")
VALUES = [found.span(1) for found in re.finditer(r"\w: +([^,{}\[\]\n|]+)", COMMUNE)]
WORDS = [COMMUNE[start:end] for start, end in VALUES] + [
    *("", "~", "yes", "none", "-1", "0", "1e400", ".nan", "16_000", "1.000", "20%", "a .. b", "2025-02-30"),
    *(
        "9999-12-31",
        "0001-01-01",
        "[]",
        "{}",
        "{a: b}",
        "x where",
        "award",
        ">",
        "|",
        "'",
        "А",
        "*a",
        "&a b",
        "!!int 1",
    ),
]


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(VALUES), st.sampled_from(WORDS)), min_size=1, max_size=3))
def test_any_values_give_a_methodology_or_reasons(changes: list[tuple[tuple[int, int], str]]) -> None:
    text = COMMUNE
    for (start, end), word in sorted(dict(changes).items(), reverse=True):
        text = text[:start] + word + text[end:]
    methodology, trees, found = methodology_from(Source("rules.yaml", text))
    is_wrong = any(one.is_error for one in found)
    assert (is_wrong, is_wrong) == (methodology is None, trees is None)
    assert all(one.span is not None and 0 <= one.span.start <= one.span.end <= len(text) for one in found)
    assert found == methodology_from(Source("rules.yaml", text))[2]
