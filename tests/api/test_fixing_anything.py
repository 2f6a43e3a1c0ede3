"""`check --fix` on files in which comments, and what only looks like one, stand anywhere."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as some

from parrules.api.fixing import fix
from parrules.api.load import read
from parrules.methodology.difference.editions import difference
from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.source import Source

LOOKS = "# ignore PR305: x"
LINES = """\
parrules: 1
methodology: vn.x.fix
edition: {edition}
title: {title}
fidelity: illustrative
valid: {{from: 2025-01-01}}
evidence:
  n: {{type: count, title: {title}}}
criteria:
  - code: {code}
    title: {title}
    max: {maximum}
    note: |
      {note}
    score: |
      award 5 when n>2 {reason}
      otherwise  3 when n > 4
      otherwise 0
  - {{code: "2", title: Hai, max: 1, score: "{program}"}}
"""
TEXTS = ("Sửa", f'"Sửa {LOOKS}"', f"'{LOOKS}'", '"a # b"', "'a, b'")
FILES = some.builds(
    LINES.format,
    edition=some.sampled_from(("2025", '"2025"', "'2025'")),
    title=some.sampled_from(TEXTS),
    code=some.sampled_from(("1", '"1"', "1.10", "'01'")),
    maximum=some.sampled_from(("5", '"5"', "5.0")),
    note=some.sampled_from(("a", LOOKS, f"a {LOOKS}")),
    reason=some.sampled_from(("", f'because "nhiều {LOOKS}"', f'because "nhiều" {LOOKS}')),
    program=some.sampled_from(("award 1", f"award  1 {LOOKS}", "award 1 when n > 0 otherwise 0")),
)
ENDS = some.lists(some.sampled_from(("", "", "", f"  {LOOKS}", f"  # vì {LOOKS}", "  # ignore PR305, PR306: x")))


@settings(max_examples=60, deadline=None)
@given(FILES, ENDS, some.sampled_from(("\n", "\r\n")), some.booleans())
def test_nothing_is_said_otherwise_after_it_and_nothing_is_left_to_mend(
    text: str, ends: list[str], line_end: str, last: bool
) -> None:
    lines = text.splitlines()
    made = [line + (ends[at] if at < len(ends) else "") for at, line in enumerate(lines)]
    before = line_end.join(made) + (line_end if last else "")
    with TemporaryDirectory() as folder:
        path = Path(folder, "rules.yaml")
        path.write_bytes(before.encode())
        fixed = fix(path.as_posix())
        after = path.read_bytes().decode()
        again = fix(path.as_posix())
    assert fixed is not None and again is not None
    assert 0 == again.count
    assert texts(before) == texts(after)
    rules = [read(Source("rules.yaml", one), "rules.yaml") for one in (before, after)]
    old, new = rules[0].checked, rules[1].checked
    assert old is None or new is not None
    if old is not None and new is not None:
        assert difference(old, new).is_none
    assert not any(one.code in ("PR061", "PR066", "PR312") for one in rules[1].diagnostics)


def texts(text: str) -> list[str]:
    """Every text of a file but its programs, which may be laid out otherwise."""
    root, found = read_yaml(Source("rules.yaml", text))
    assert root is not None, found
    return [*gathered(root)]


def gathered(node: Node) -> list[str]:
    if isinstance(node, Scalar):
        return [node.text]
    if not isinstance(node, Mapping):
        return [text for one in node.entries for text in gathered(one)]
    return [text for key, one in node.entries if key.text != "score" for text in (key.text, *gathered(one))]
