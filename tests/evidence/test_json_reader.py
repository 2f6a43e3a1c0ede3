# ruff: noqa: SIM300  (expected first, then actual)
"""Records in JSON: numbers as they stand in the file, every finding at its line and column."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.methodology_for_evidence import HEAD, TWO_BODIES, codes, methodology
from evidence.rounds_for_tests import round_from
from parrules.evidence.readers.json_reader import listing_from_json
from parrules.evidence.records import Provenance, Round
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source
from parrules.values.nothing import NONE

ALL = '"code": "T1", "due_on": "31/12/2025", "completed_on": null, "cost": 12.345'


def in_round(tmp_path: Path, text: str, said: str = "") -> tuple[Round | None, tuple[Diagnostic, ...]]:
    (tmp_path / "t.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    evidence = TWO_BODIES + f"values: {{a: {{tasks: {{file: t.json{said}}}}}}}\n"
    return round_from(Source("năm/evidence.yaml", evidence), tmp_path, methodology())


def words(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{told} [{one.span.words}]" if one.span else told for told, one in zip(codes(found), found, strict=True)]


def test_records_are_read_with_exact_numbers(tmp_path: Path) -> None:
    text = f'[\n  {{{ALL}}},\n  {{"cost": 0.1000, "code": "T2", "due_on": ""}}\n]\n'
    round_, found = in_round(tmp_path, text)
    assert [] == words(found)
    assert round_ is not None
    tasks = round_.bodies[0].tables["tasks"]
    assert Provenance("t.json", 1) == tasks.provenance
    assert [("T1", 2, 1), ("T2", 3, 2)] == [(one.id, one.line, one.row) for one in tasks.records]
    assert [Fraction("12.345"), Fraction("0.1")] == [one.values["cost"] for one in tasks.records]
    assert [NONE, NONE] == [one.values["completed_on"] for one in tasks.records]


def test_the_way_to_the_records_is_said(tmp_path: Path) -> None:
    text = f'{{"at": 1, "result": {{"other": [], "tasks": [{{{ALL}}}]}}, "end": [1]}}'
    round_, found = in_round(tmp_path, text, ", records: result.tasks")
    assert [] == words(found)
    assert round_ is not None
    assert ["T1"] == [one.id for one in round_.bodies[0].tables["tasks"].records]


def test_names_in_the_file_may_be_others_than_ours(tmp_path: Path) -> None:
    text = '[{"Số": "T1", "due_on": "", "completed_on": "", "cost": 1}]'
    assert [] == words(in_round(tmp_path, text, ", columns: {code: Số}")[1])
    assert ["EV301 evidence.yaml:5:52 [Sô]"] == words(in_round(tmp_path, text, ", columns: {code: Sô}")[1])[:1]


def test_a_list_of_no_records_is_a_table_of_none(tmp_path: Path) -> None:
    round_, found = in_round(tmp_path, "[]")
    assert [] == words(found)
    assert round_ is not None
    assert () == round_.bodies[0].tables["tasks"].records


def test_values_and_bodies_may_stand_in_json(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text('[{"id": "a", "name": "Xã A", "mountain": true}]', encoding="utf-8")
    (tmp_path / "v.json").write_text('[{"body": "a", "population": 12900, "signed": 0.825}]', encoding="utf-8")
    text = HEAD + "bodies: {file: b.json}\nvalues: {file: v.json, ratios: part}\n"
    round_, found = round_from(Source("evidence.yaml", text), tmp_path, methodology())
    assert [] == words(found)
    assert round_ is not None
    figures = {name: one.value for name, one in round_.bodies[0].figures.items()}
    assert {"mountain": True, "population": 12900, "signed": Fraction(33, 40)} == figures


@pytest.mark.parametrize("name", ["bodies", "values", "tables"])
def test_no_records_at_all_make_no_bug(tmp_path: Path, name: str) -> None:
    (tmp_path / "t.json").write_text("[]", encoding="utf-8")
    said = {"bodies": "bodies: t.json", "values": "bodies: {a: A}\nvalues: {file: t.json}"}
    text = HEAD + said.get(name, "bodies: {a: A}\ntables: {tasks: {file: t.json, complete: yes}}") + "\n"
    _, found = round_from(Source("evidence.yaml", text), tmp_path, methodology())
    assert {"bodies": ["EV136"], "values": ["EV136"]}.get(name, []) == sorted(one.code for one in found)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["EV340 t.json:1:2 [x]"], "[x]"),
        (["EV340 t.json:2:1 []]"], "[{},\n]"),
        (["EV340 t.json:1:4 [{]"], "[] {}"),
        (["EV340 t.json:1:1 [[]"], "["),
        (["EV340 t.json:1:9 [1]"], '[{"a": 01}]'),
        (["EV342 t.json:1:1 [5]"], "5"),
        (["EV342 t.json:1:2 [5]"], "[5]"),
        (["EV342 t.json:1:1 [{]"], '{"tasks": [{}]}'),
        (['EV344 t.json:1:79 ["\\u0063ost"]'], f'[{{{ALL}, "\\u0063ost": 2}}]'),
        (["EV345 t.json:1:58 [[1]]"], '[{"code": "T", "due_on": "", "completed_on": "", "cost": [1]}]'),
        (["EV345 t.json:1:58 [{}]"], '[{"code": "T", "due_on": "", "completed_on": "", "cost": {}}]'),
        (["EV101 t.json:1:58 [NaN]"], '[{"code": "T", "due_on": "", "completed_on": "", "cost": NaN}]'),
        (["EV105 t.json:1:58 [1e2]"], '[{"code": "T", "due_on": "", "completed_on": "", "cost": 1e2}]'),
        (["EV102 t.json:1:58 [\"1.000\"]"], '[{"code": "T", "due_on": "", "completed_on": "", "cost": "1.000"}]'),
        (["EV332 t.json:1:11 [1.10]"], '[{"code": 1.10, "due_on": "", "completed_on": "", "cost": 1}]'),
        (["PR007 t.json:1:11 [\"\\ud800\"]"], '[{"code": "\\ud800", "due_on": "", "completed_on": "", "cost": 1}]'),
        (["EV122 t.json"], " "),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_at_its_place(tmp_path: Path, expected: list[str], text: str) -> None:
    found = words(in_round(tmp_path, text)[1])
    assert expected == found


@pytest.mark.parametrize(
    ("expected", "said"),
    [("tasks", "result.task"), (None, "results.tasks.x"), (None, "result.tasks.x")],
)
def test_a_way_that_leads_nowhere_is_found_in_the_evidence_file(
    tmp_path: Path, expected: str | None, said: str
) -> None:
    _, found = in_round(tmp_path, '{"result": {"tasks": [], "other": 5}}', f", records: {said}")
    assert ["EV343"] == [one.code for one in found]
    assert expected in (dict(found[0].arguments).get("suggestion"), None)
    assert found[0].span is not None
    assert said == found[0].span.words


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf"]))
PLAIN = st.one_of(st.none(), st.booleans(), st.integers(), TEXT)


@given(st.lists(st.dictionaries(st.text("abcăđ ", min_size=1), PLAIN, min_size=1, max_size=4), min_size=1, max_size=4))
def test_whatever_is_written_is_read_at_its_place(records: list[dict[str, object]]) -> None:
    text = json.dumps(records, ensure_ascii=False, indent=1)
    listing, _ = listing_from_json(text.encode("utf-8"), "t.json", "t.json")
    assert listing is not None
    assert len(records) == len(listing.rows)
    names = list(dict.fromkeys(name for record in records for name in record))
    for record, row in zip(records, listing.rows, strict=True):
        for at, name in enumerate(names[: len(listing.columns)]):
            cell = listing.cell(row, at)
            if name in record:
                assert record[name] == json.loads(cell.span.words)
                blank = record[name] is None
                assert blank or str(record[name]).lower() == cell.text.lower() or isinstance(record[name], int)
            else:
                assert ("", "{") == (cell.text, cell.span.words)
