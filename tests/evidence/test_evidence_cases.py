"""Evidence with mistakes, and what is found: a folder each, that a person can read.

`evidence.yaml` and the tables beside it are read; `expected.txt` says what is found, in Vietnamese, and what of the
round stands all the same. `pytest --rewrite` writes it anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence.methodology_for_evidence import methodology
from evidence.rounds_for_tests import round_from
from parrules.evidence.records import Body, Round
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source
from parrules.text.wording import message

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=[path.name for path in CASES])
def test_what_is_found(case: Path, request: pytest.FixtureRequest) -> None:
    source = Source("evidence.yaml", (case / "evidence.yaml").read_text(encoding="utf-8"))
    fidelity = "verified" if "verified" in case.name else "illustrative"
    round_, found = round_from(source, case, methodology(fidelity))  # type: ignore[arg-type]
    actual = "\n".join([*map(_told, found), _stands(round_)])
    expected = case / "expected.txt"
    if request.config.getoption("--rewrite", default=False):
        expected.write_text(actual, encoding="utf-8", newline="\n")
    assert expected.read_text(encoding="utf-8") == actual


def _told(one: Diagnostic) -> str:
    place = one.place
    if one.span is not None:
        place = f"{one.span.source.name}:{one.span.line}:{one.span.column} [{one.span.words}]"
    words = message(one, "vi")
    assert message(one, "en").says
    return "\n".join([f"{place}: {one.severity} {one.code}: {words.says}", *(f"  {hint}" for hint in words.hints)])


def _stands(round_: Round | None) -> str:
    if round_ is None:
        return "\nnothing to score\n"
    shared = [f"shared {name} = {one.value} ({one.written})" for name, one in round_.figures.items()]
    lines = [line for body in round_.bodies for line in _body(body)]
    return "\n" + "".join(f"{line}\n" for line in [*shared, *lines])


def _body(body: Body) -> list[str]:
    lines = [f"{body.id} {name} = {one.value} ({one.written})" for name, one in body.figures.items()]
    for name, table in body.tables.items():
        lines.append(f"{body.id} {name}: {len(table.records)} records")
        lines += [f"  {one.row} line {one.line} [{one.id}] {dict(one.values)}" for one in table.records]
    lines += [f"{body.id} mark {code} = {mark.value} ({mark.by})" for code, mark in body.marks.items()]
    printed = [f"{body.id} printed {body.printed_total}"] if body.printed_total is not None else []
    return lines + printed or [f"{body.id} has nothing"]
