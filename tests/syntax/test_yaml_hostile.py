"""Files made to hurt: read and checked in a process that may use five seconds and a gigabyte."""

import json
import subprocess
import sys

import pytest

pytest.importorskip("resource", reason="a process cannot be held in there")

CHILD = """
import resource
resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
import json, sys
from parrules.syntax.shape import validate
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.source import Source
row = {"type": "object", "properties": {"code": {"type": "string"}, "max": {"type": "number"}},
       "required": ["code"], "additionalProperties": False}
schema = {"type": "object", "properties": {"a": {"anyOf": [{"type": "string"}, {"type": "array", "items": row}]}},
          "additionalProperties": {"type": "number"}}
for line in sys.stdin:
    source = Source("hostile.yaml", json.loads(line))
    node, found = read_yaml(source)
    found = found or validate(node, schema, source)
    print(len(found), *sorted({one.code for one in found}))
"""
MUCH = 900_000


def many(piece: str, times: int) -> str:
    """The piece so often, with the number of each time in place of `#`, and the one before in place of `@`."""
    return "".join(piece.replace("#", str(number)).replace("@", str(number - 1)) for number in range(1, times + 1))


@pytest.mark.parametrize(
    ("expected", "texts"),
    [
        pytest.param(
            ["1 PR029", "32 PR027 PR029", "1 PR029", "1 PR029", "32 PR027 PR029"],
            ["[" * 50_000, "{" * 50_000, "[" * 50_000 + "]" * 50_000, "- " * 50_000, "? " * 50_000],
            id="brackets without end",
        ),
        pytest.param(
            ["50 PR020 PR021", "50 PR020 PR021 PR023"],
            [
                "a0: &a0 [x]\n" + many("a#: &a# [*a@, *a@]\n", 9_000),
                "a0: &a0 {x: 1}\n" + many("a#: &a# {<<: *a@}\n", 9_000),
            ],
            id="repetitions of repetitions",
        ),
        pytest.param(["1 PR030"], ["a: [" + "x," * 200_001 + "]"], id="more values than a file may have"),
        pytest.param(
            ["50 PR026", "51 PR062 PR085", "51 PR053 PR085"],
            ["a: 1\n" * 100_000, many("#: 1\n", 10_000), many("k#: x\n", 10_000)],
            id="many keys",
        ),
        pytest.param(
            ["51 PR050 PR051 PR085", "51 PR061 PR063 PR085"],
            ["a:\n" + many("- {cod#: x}\n", 5_000), "a:\n" + many("- {code: 1, max: 1_0}\n", 5_000)],
            id="more mistakes than anybody reads",
        ),
        pytest.param(
            ["0", "0", "0"],
            ['a: "' + " " * MUCH + '"', "a: x" + " " * MUCH + "y", "a: |\n " + " " * MUCH],
            id="blanks without end",
        ),
        pytest.param(["0", "0"], ["a: |\n" + "  x\n" * 100_000, "a: '" + "''" * 200_000 + "'"], id="long texts"),
        pytest.param(["0", "0"], ["a: >\n" + "  x\n" * 100_000, 'a: "' + "\\n" * 100_000 + '"'], id="long foldings"),
        pytest.param(
            ["1 PR065", "1 PR063", "1 PR063", "1 PR063", "1 PR063"],
            [
                "k: " + "9" * MUCH,
                "k: 1e" + "9" * MUCH,
                *("k: " + piece * 100_000 + "1" for piece in ("1:", "1_", "1.")),
            ],
            id="numbers without end",
        ),
        pytest.param(
            ["1 PR034", "1 PR033", "1 PR035", "1 PR031"],
            ["x" * MUCH + ": 1", "a: " + "b" * MUCH + ": c", '"' + "\n x" * 100_000, "a:\n" + "\t" * MUCH],
            id="mistakes far away",
        ),
        pytest.param(["1 PR014", "20 PR015"], ["e\u0302\u0323 " * 100_000, "\u200b" * MUCH], id="strange characters"),
        pytest.param(
            ["1 PR022", "1 PR020", "1 PR024"],
            ["a: !" + "x" * MUCH, "a: &" + "x" * MUCH, "%YAML 1." + "9" * MUCH + "\n---\na"],
            id="long names",
        ),
    ],
)
def test_a_file_made_to_hurt_is_refused_or_read_in_time(expected: list[str], texts: list[str]) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CHILD],
        input="\n".join(map(json.dumps, texts)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (0, "", expected) == (ended.returncode, ended.stderr, ended.stdout.splitlines())
