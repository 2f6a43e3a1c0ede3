# ruff: noqa: SIM300  (expected first, then actual)

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from methodology.said_for_tests_of_rules import ONE_CRITERION, mistakes, read, rules, said
from parrules.methodology.from_syntax import methodology_from
from parrules.methodology.model import Each, Figure, Judged, Methodology, ParameterValue, Title, Total
from parrules.methodology.trees import Trees
from parrules.syntax import tree
from parrules.text.source import Source
from parrules.values.kinds import Kind

COMMUNE = Path(__file__).parent / "rules" / "commune.yaml"


@pytest.fixture(scope="module")
def commune() -> tuple[Methodology, Trees]:
    methodology, trees, found = methodology_from(Source("commune.yaml", COMMUNE.read_text(encoding="utf-8")))
    assert () == found
    assert methodology is not None
    assert trees is not None
    return methodology, trees


def test_the_head_of_the_file(commune: tuple[Methodology, Trees]) -> None:
    one = commune[0]
    assert ("vn.nd307.commune", "2025", "verified", "en") == (one.name, one.edition, one.fidelity, one.language)
    assert Title("Phân loại đơn vị hành chính xã", "Classification of communes") == one.title
    assert (date(2025, 11, 27), None) == (one.valid_from, one.valid_to)
    assert ("tiêu chí", "chỉ tiêu") == one.levels
    assert Total(0, 110, 2) == one.total
    assert [("nd307", "Điều 6")] == [(basis.name, basis.article) for basis in one.basis]
    assert "commune.yaml" == one.file


def test_figures_with_their_bounds(commune: tuple[Methodology, Trees]) -> None:
    figures = {figure.name: figure for figure in commune[0].figures}
    assert figures["population"] == Figure(
        name="population",
        kind=Kind("count"),
        title=Title("Quy mô dân số", "Population"),
        better="higher",
        low=0,
        expected_low=500,
        expected_high=100_000,
    )
    assert (0, 1, Fraction(1, 5), 1) == (
        figures["signed"].low,
        figures["signed"].high,
        figures["signed"].expected_low,
        figures["signed"].expected_high,
    )
    assert Kind("money", unit="triệu đồng") == figures["own_revenue"].kind
    assert Kind("one_of", options=("yếu", "khá", "tốt")) == figures["security"].kind
    assert ("body", "round", "evidence") == tuple(figures[of].of for of in ("mountain", "province_online", "area"))
    assert ("assigned", "không phát sinh hồ sơ") == (figures["done"].within, figures["online"].none)


def test_what_a_formula_gives_is_not_bounded_by_silence(commune: tuple[Methodology, Trees]) -> None:
    figure = next(figure for figure in commune[0].figures if figure.formula)
    assert ("own_revenue / spending", None, None) == (figure.formula, figure.low, figure.high)
    assert isinstance(commune[1].formulas["revenue_share"], tree.Product)


def test_tables_and_their_columns(commune: tuple[Methodology, Trees]) -> None:
    (table,) = commune[0].tables
    assert ("tasks", "number", "Sổ theo dõi nhiệm vụ") == (table.name, table.id, table.title.vi)
    assert [("number", "text", None), ("due_on", "date", None), ("completed_on", "date", "chưa hoàn thành")] == [
        (column.name, column.kind.name, column.none) for column in table.columns
    ]


def test_parameters_and_their_days(commune: tuple[Methodology, Trees]) -> None:
    base, share = commune[0].parameters
    assert (ParameterValue(16_000, basis="nd307/6.1"),) == base.values
    assert share.values == (
        ParameterValue(Fraction(3, 4), None, date(2026, 12, 31), "nd307/6.1"),
        ParameterValue(Fraction(4, 5), date(2027, 1, 1), None, "nd307/6.1"),
    )


def test_criteria_nest_and_keep_their_place(commune: tuple[Methodology, Trees]) -> None:
    every = commune[0].every_criterion()
    assert ["1", "1.1", "1.2", "2", "2.1", "2.2", "2.3", "2.4", "3", "3.a", "3.b", "Đ"] == [one.code for one in every]
    assert [0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 0] == [one.depth for one in every]
    assert [None, 2, 2, None, 1, 2, None, 2, None, 2, 2, None] == [one.places for one in every]
    lines = COMMUNE.read_text(encoding="utf-8").splitlines()
    assert all(f'"{one.code}"' in lines[one.line - 1] for one in every)


def test_each_way_of_scoring(commune: tuple[Methodology, Trees]) -> None:
    one = {criterion.code: criterion for criterion in commune[0].every_criterion()}
    assert ("highest", 2, 10) == (one["3"].combine, one["3.b"].weight, one["3"].maximum)
    assert (Judged("Hội đồng thẩm định", Fraction(1, 4)), "surveyed") == (one["2.4"].judged, one["2.4"].stage)
    assert (Each("tasks", "due_on <= period_end"), "mean") == (one["2.3"].each, one["2.3"].combine)
    assert ("online is not none", "left_out") == (one["2.2"].applies, one["2.2"].if_not)
    assert (-3, True) == (one["Đ"].minimum, one["Đ"].outside_scale)
    assert (("nd307/6.1", "nd307/4.3"), "Sở Nội vụ") == (one["1.1"].basis, one["1.1"].accountable)
    assert 40 == one["2"].rescale_to


def test_every_program_has_its_tree(commune: tuple[Methodology, Trees]) -> None:
    trees = commune[1]
    assert {"1.1", "1.2", "2.1", "2.2", "2.3", "3.a", "3.b", "Đ"} == set(trees.scores)
    assert ({"2.2", "2.3"}, {"2.3"}, {""}) == (set(trees.applies), set(trees.wheres), set(trees.classes))
    assert 4 == len(trees.scores["1.1"].lines)


def test_no_two_nodes_of_a_file_have_one_id(commune: tuple[Methodology, Trees]) -> None:
    trees = commune[1]
    programs = [*trees.scores.values(), *trees.classes.values()]
    ids = [node.id for node in (*programs, *trees.applies.values(), *trees.wheres.values(), *trees.formulas.values())]
    assert len(ids) == len(set(ids))


def test_parts_are_placed_where_they_stand(commune: tuple[Methodology, Trees]) -> None:
    spans = commune[1].spans
    assert ('"1.1"', "25", "score") == tuple(spans[f"{of}:1.1"].words for of in ("criterion", "maximum", "score"))
    assert "due_on" == spans["column:tasks.due_on"].words
    assert commune[1].wheres["2.3"].span.words == "due_on <= period_end"


def test_a_file_of_the_vietnamese_spelling_is_read_in_it() -> None:
    methodology, trees = read(
        rules(
            "language: vi\nevidence:\n  việc: {columns: {hạn: {type: date}}}\n",
            """\
criteria:
  - code: "1"
    title: Nhiệm vụ
    max: 2
    each: việc mà hạn <= cuối_kỳ
    combine: mean
    score: |
      chấm 2 khi hạn > đầu_kỳ
      còn lại 1
""",
        )
    )
    assert "vi" == methodology.language
    assert Each("việc", "hạn <= cuối_kỳ") == methodology.criteria[0].each
    (award,) = trees.scores["1"].lines
    assert isinstance(award, tree.Statement)
    assert 2 == len(award.rows)


def test_titles_stand_in_one_language_or_two() -> None:
    methodology, _ = read(rules("evidence:\n  a: {type: count, title: {vi: Dân số, en: People}}\n  b: {type: count}\n"))
    assert [Title("Dân số", "People"), Title("b")] == [figure.title for figure in methodology.figures]
    assert ("Dân số", "People") == (methodology.figures[0].title.said("vi"), methodology.figures[0].title.said("en"))


def test_what_is_not_said_is_the_default() -> None:
    methodology, trees = read(rules(""))
    (one,) = methodology.criteria
    assert (0, 1, "sum", None, False, ()) == (
        one.minimum,
        one.weight,
        one.combine,
        one.places,
        one.outside_scale,
        one.basis,
    )
    assert (Total(), (), None) == (methodology.total, methodology.classes, methodology.class_program)
    assert {} == trees.applies


def test_a_file_that_is_not_yaml_is_not_looked_at_further() -> None:
    found = mistakes(rules("title: twice\nmax: {\n"))
    assert {"PR0"} == {one.code[:3] for one in found}
    assert methodology_from(Source("empty.yaml", ""))[:2] == (None, None)


def test_warnings_come_with_a_methodology() -> None:
    text = rules("basis: {tt01: {title: Thông tư 01}}\n")
    assert [("PR426", "tt01")] == said(mistakes(text))
    assert "vn.kiem_thu" == read(text)[0].name


def test_all_mistakes_are_shown_at_once_in_reading_order() -> None:
    found = mistakes(
        rules(
            "evidence: {per: {type: count, min: 5%}}\n",
            ONE_CRITERION + '  - {code: "1", title: Báo cáo, max: 2, basis: tt01, score: award 1 per per}\n',
        )
    )
    assert [("PR431", "per"), ("PR442", "5%"), ("PR401", '"1"'), ("PR425", "tt01")] == said(found)[:4]
    assert "PR1" == found[4].code[:3]


def test_a_rule_file_that_is_read_by_itself_extends_nothing() -> None:
    text = 'parrules: 1\nmethodology: a\nedition: "2"\nextends: a@1\ntitle: A\nfidelity: derived\n'
    methodology, trees, found = methodology_from(Source("a.yaml", text + "valid: {from: 2025-01-01}\n"))
    assert (None, None, ["PR470"]) == (methodology, trees, [one.code for one in found])


@pytest.mark.parametrize(
    ("language", "evidence", "expected"),
    [
        ("vi", "tổng_điểm: {type: count}", ["tổng_điểm"]),
        ("vi", "bảng: {columns: {năm: {type: count}}}", ["năm"]),
        ("vi", "total: {type: count}", ["total"]),
        ("en", "tổng_điểm: {type: count}", []),
        ("en", "bảng: {columns: {năm: {type: count}}}", []),
    ],
)
def test_known_names_are_taken_in_the_spelling_of_the_file(language: str, evidence: str, expected: list[str]) -> None:
    score = "chấm 1" if language == "vi" else "award 1"
    text = rules(
        f"language: {language}\nevidence:\n  {evidence}\n",
        f'criteria:\n  - {{code: "1", title: Nhiệm vụ, max: 2, score: {score}}}\n',
    )
    found = methodology_from(Source("rules.yaml", text))[2]
    assert expected == [one.span.words for one in found if one.code == "PR432" and one.span is not None]


def test_decimals_stand_on_one_line_in_vietnamese_only() -> None:
    criteria = 'criteria:\n  - code: "1"\n    title: Nhiệm vụ\n    max: 2\n    score: {}\n'
    for language, score, expected in (("vi", "chấm 0,5", []), ("en", "award 0,5", ["PR462"])):
        text = rules(f"language: {language}\n", criteria.format(score))
        assert expected == [one.code for one in methodology_from(Source("rules.yaml", text))[2]]
