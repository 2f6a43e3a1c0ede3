# ruff: noqa: SIM300  (expected first, then actual)
"""What a round that is read comes to: values with their provenance, and nothing that is wrong."""

from __future__ import annotations

import datetime
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.methodology_for_evidence import HEAD, TWO_BODIES, codes, methodology, read
from evidence.rounds_for_tests import round_from
from parrules.evidence.from_syntax import round_of
from parrules.evidence.header import open_evidence
from parrules.evidence.records import Body, Provenance, Round, Supplied
from parrules.evidence.shortened import MOST_ALIKE
from parrules.text.source import Source
from parrules.text.wording import message
from parrules.values.nothing import NONE, NOT_APPLICABLE


def body(round_: Round | None, id: str = "a") -> Body:
    assert round_ is not None
    return next(one for one in round_.bodies if one.id == id)


def test_the_head_is_known_before_the_methodology_is() -> None:
    text = HEAD + 'edition: "2025"\nstage: appraised\nbodies: bodies.csv\n'
    file, found = open_evidence(Source("evidence.yaml", text))
    assert () == found
    assert file is not None
    header = file.header
    assert ("vn.test.commune", "2025", 2025, "appraised") == (
        header.methodology,
        header.edition,
        header.year,
        header.stage,
    )
    assert (datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)) == (header.start, header.end)


def test_unless_said_the_stage_is_self_and_the_edition_open() -> None:
    file, _ = open_evidence(Source("evidence.yaml", HEAD + "bodies: {a: A}\n"))
    assert file is not None
    assert ("self", "") == (file.header.stage, file.header.edition)


def test_the_round_has_the_edition_of_the_methodology(tmp_path: Path) -> None:
    round_, _ = read(HEAD + "bodies: {a: A}\n", tmp_path)
    assert round_ is not None
    assert ("vn.test.commune", "2025", 2025, "self") == (
        round_.methodology,
        round_.edition,
        round_.year,
        round_.stage,
    )


def test_a_file_that_was_opened_for_its_head_is_not_read_again(tmp_path: Path) -> None:
    source = Source("evidence.yaml", TWO_BODIES + "values: {a: {population: 012}}\n")
    file, before = open_evidence(source)
    assert file is not None
    assert () == before
    assert round_from(source, tmp_path, methodology()) == round_of(file, tmp_path, methodology())


def test_a_figure_keeps_its_document_page_and_justification(tmp_path: Path) -> None:
    values = "{value: 20500, document: 12/BC-UBND, page: 3, justification: theo niên giám}"
    round_, found = read(f"{TWO_BODIES}values:\n  a:\n    population: {values}\n", tmp_path)
    assert () == found
    provenance = Provenance("evidence.yaml", 7, document="12/BC-UBND", page="3", justification="theo niên giám")
    assert {"population": Supplied(20500, "20500", provenance)} == body(round_).figures


def test_a_row_of_a_table_file_is_the_provenance_of_its_figures(tmp_path: Path) -> None:
    values = "body;population;signed;document;signed.document;signed.page\na;5;82,5%;1/BC;2/BC;4\n"
    round_, found = read(TWO_BODIES + "values: {file: values.csv}\n", tmp_path, values=values)
    assert () == found
    assert {
        "population": Supplied(5, "5", Provenance("values.csv", 2, 1, document="1/BC")),
        "signed": Supplied(Fraction(33, 40), "82,5%", Provenance("values.csv", 2, 1, document="2/BC", page="4")),
    } == body(round_).figures


def test_a_row_a_figure_reads_the_same(tmp_path: Path) -> None:
    values = "body,figure,value,document,page,justification\na,population,5,1/BC,2,\na,note,x,,,không có\n"
    round_, found = read(TWO_BODIES + "values: {file: values.csv}\n", tmp_path, values=values)
    assert () == found
    assert {
        "population": Supplied(5, "5", Provenance("values.csv", 2, 1, document="1/BC", page="2")),
        "note": Supplied("x", "x", Provenance("values.csv", 3, 2, justification="không có")),
    } == body(round_).figures


def test_the_three_kinds_of_nothing_stay_apart(tmp_path: Path) -> None:
    values = "body,population,closed_on,note,area\na,,,không áp dụng,n/a\n"
    round_, _ = read(TWO_BODIES + "values: {file: values.csv}\n", tmp_path, values=values)
    figures = body(round_).figures
    assert {"closed_on": NONE, "note": NOT_APPLICABLE, "area": NOT_APPLICABLE} == {
        name: one.value for name, one in figures.items()
    }
    assert "chưa đóng" == figures["closed_on"].written


def test_a_blank_in_the_evidence_file_is_a_blank_cell(tmp_path: Path) -> None:
    round_, found = read(TWO_BODIES + "values:\n  a:\n    population:\n    closed_on:\n", tmp_path)
    assert () == found
    assert {"closed_on": NONE} == {name: one.value for name, one in body(round_).figures.items()}


def test_values_of_a_file_and_of_the_evidence_file_stand_together(tmp_path: Path) -> None:
    text = TWO_BODIES + "values: {file: values.csv, a: {population: 5}}\n"
    round_, found = read(text, tmp_path, values="body,population,assigned\na,,7\nb,6,8\n")
    assert () == found
    assert [{"population": 5, "assigned": 7}, {"population": 6, "assigned": 8}] == [
        {name: one.value for name, one in sorted(body(round_, id).figures.items(), reverse=True)} for id in "ab"
    ]


def test_a_body_may_be_called_file(tmp_path: Path) -> None:
    round_, found = read(HEAD + "bodies: {file: F}\nvalues: {file: {population: 5}}\n", tmp_path)
    assert () == found
    assert 5 == body(round_, "file").figures["population"].value


def test_a_trait_may_be_called_as_what_every_body_has(tmp_path: Path) -> None:
    round_, found = read(HEAD + "bodies: {a: {name: A, group: nhóm 1}}\n", tmp_path)
    assert () == found
    assert ("nhóm 1", "nhóm 1") == (body(round_).group, body(round_).figures["group"].value)


def test_a_body_without_a_name_goes_by_its_id(tmp_path: Path) -> None:
    round_, _ = read(HEAD + "bodies: bodies.csv\n", tmp_path, bodies="id,name,region\na,,Đông Bắc\n")
    assert ("a", "Đông Bắc") == (body(round_).name, body(round_).region)


def test_records_of_all_bodies_in_one_file_keep_their_lines(tmp_path: Path) -> None:
    visits = "body,day\nb,2025-01-03\na,2025-01-01\nb,2025-01-02\n"
    text = TWO_BODIES + "tables: {visits: {file: visits.csv, document: 3/BC, page: 2}}\n"
    round_, found = read(text, tmp_path, visits=visits)
    assert () == found
    table = body(round_, "b").tables["visits"]
    assert [(1, 2), (3, 4)] == [(record.row, record.line) for record in table.records]
    assert Provenance("visits.csv", 1, document="3/BC", page="2") == table.provenance


def test_a_table_of_none_is_not_a_table_that_is_missing(tmp_path: Path) -> None:
    round_, found = read(TWO_BODIES + "values: {a: {visits: []}}\n", tmp_path)
    assert () == found
    assert [1, 0] == [len(body(round_, id).tables) for id in "ab"]
    assert () == body(round_).tables["visits"].records


def test_a_table_handed_in_by_a_body_alone_is_not_asked_for_in_the_file_of_all(tmp_path: Path) -> None:
    text = TWO_BODIES + "values: {b: {visits: []}}\ntables: {visits: {file: visits.csv}}\n"
    _, found = read(text, tmp_path, visits="body,day\na,2025-01-01\n")
    assert () == found


def test_what_is_one_for_the_whole_round_stands_with_the_round(tmp_path: Path) -> None:
    round_, _ = read(TWO_BODIES + "shared: {closing_on: 14/12/2025}\n", tmp_path)
    assert round_ is not None
    assert datetime.date(2025, 12, 14).toordinal() == round_.figures["closing_on"].value


def test_a_mark_left_blank_is_not_given(tmp_path: Path) -> None:
    round_, found = read(TWO_BODIES + 'marks: {a: {"2.1": , "2.2": {mark: }}}\n', tmp_path)
    assert () == found
    assert {} == body(round_).marks


def test_findings_come_in_reading_order_each_once(tmp_path: Path) -> None:
    text = TWO_BODIES + "values: {file: values.csv, a: {populaton: 5, area: x}}\n"
    values = "body,population,assigned\nc,x,y\nb,z,\n"
    _, found = read(text, tmp_path, values=values)
    assert [
        "EV140 evidence.yaml:5:32",
        "EV101 evidence.yaml:5:52",
        "EV148 values.csv:2:1",
        "EV101 values.csv:3:3",
    ] == codes(found)


def test_of_many_findings_alike_the_first_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    visits = "day\n" + "hôm qua\n" * 1000
    round_, found = read(TWO_BODIES + "values: {a: {visits: {file: visits.csv}}}\n", tmp_path, visits=visits)
    assert ["EV111"] * MOST_ALIKE + ["EV174"] == [one.code for one in found]
    assert {"alike": "EV111", "count": 1000 - MOST_ALIKE} == dict(found[-1].arguments)
    assert f"EV174 visits.csv:{MOST_ALIKE + 2}:1" == codes(found)[-1]
    assert 1000 == len(body(round_).tables["visits"].records)


def test_figures_without_documents_are_no_matter_where_nothing_is_verified(tmp_path: Path) -> None:
    text = TWO_BODIES + "values: {a: {population: 5, assigned: 6}, b: {population: 5}}\n"
    assert [] == codes(read(text, tmp_path)[1])
    assert ["EV165 evidence.yaml:5:10", "EV165 evidence.yaml:5:43"] == codes(read(text, tmp_path, "derived")[1])


@pytest.mark.parametrize("text", ["shared: 5", "values: [a]", "tables: {tasks: x}", "marks: {a: 5}", "printed: [1]"])
def test_a_section_of_another_shape_is_passed_over_once_it_is_found(tmp_path: Path, text: str) -> None:
    round_, found = read(f"{TWO_BODIES}{text}\n", tmp_path)
    assert ["PR"] == sorted({one.code[:2] for one in found})
    assert round_ is not None


def test_the_same_files_give_the_same_round(tmp_path: Path) -> None:
    visits = "body,day\nb,2025-01-03\na,hôm qua\nc,2025-01-02\n"
    text = TWO_BODIES + "values: {a: {x: 1}}\ntables: {visits: {file: visits.csv}}\n"
    assert read(text, tmp_path, visits=visits) == read(text, tmp_path, visits=visits)


EVERYTHING = """\
parrules: 1
evidence: vn.test.commune
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
bodies: {a: {name: Xã A, mountain: có}, b: B}
shared: {closing_on: 2025-12-14}
values:
  file: values.csv
  a:
    population: {value: 5, document: 1/BC}
    closed_on: {none: yes}
    tasks: [{code: T1, cost: "9,44"}]
tables:
  visits: {file: visits.csv, body: xã, complete: yes}
marks:
  a: {"2.1": {mark: 1.5, by: Bà C}, "2.2": 1}
printed: {a: {total: "89,95"}}
"""
TABLES = {"values": "body;area;signed\nb;12,5;82,5%\n", "visits": "xã,day\na,2025-01-01\n"}


@settings(max_examples=100)
@given(st.data())
def test_no_change_of_a_few_characters_makes_a_bug(data: st.DataObject) -> None:
    changed = {name: _changed(data, text) for name, text in {"": EVERYTHING, **TABLES}.items()}
    text = changed.pop("")
    with TemporaryDirectory() as folder:
        round_, found = read(text, Path(folder), **changed)
    assert round_ is not None or any(one.is_error for one in found)
    for one in found:
        assert message(one, "vi").says


def _changed(data: st.DataObject, text: str) -> str:
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(text)))
        without = data.draw(st.integers(0, 6))
        piece = data.draw(st.sampled_from(["", " ", "\n", ":", ",", "{", "}", "[", '"', "a", "5", "#", "-", "%", "đ"]))
        text = text[:at] + piece + text[at + without :]
    return text
