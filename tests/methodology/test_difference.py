"""What is different between two editions, by meaning."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import pytest

from parrules.api.load import read
from parrules.methodology.checked import Checked
from parrules.methodology.difference.editions import difference
from parrules.methodology.difference.records import Difference, RowChange
from parrules.methodology.model import Title
from parrules.text.source import Source

RULES = """\
parrules: 1
methodology: vn.x.diff
edition: "1"
title: Một
fidelity: illustrative
valid: {from: 2025-01-01}
parameters:
  fee: {type: points, value: 0.5, title: Mức trừ}
evidence:
  done: {type: count, title: Đã xong, min: 0}
  late: {type: count, title: Chậm}
  rate: {type: ratio, title: Tỷ lệ, max: 100%}
  tasks: {title: Bảng việc, columns: {cost: {type: count, title: Chi phí}, ended: {type: yes_no}}}
criteria:
  - code: "1"
    title: Nhóm một
    max: 20
    criteria:
      - code: "1.1"
        title: Việc
        max: 10
        score: |
          award 10 when done > 20_000  # all
          otherwise 5 when done > 100
          otherwise 0
          deduct fee per late
      - {code: "1.2", title: Chấm, max: 10, judged: {by: Sở A}}
  - code: "2"
    title: Bảng
    max: 10
    criteria:
      - code: "2.1"
        title: Bảng việc
        max: 5
        score: |
          award 5 when sum(cost of tasks where ended) > 5 and rate > 50%
          otherwise 0
      - code: "2.2"
        title: Theo điểm
        max: 5
        score: award 5 when score of "1.1" > 3 otherwise 0
"""


def checked(rules: str) -> Checked:
    loaded = read(Source("rules.yaml", rules), "rules.yaml")
    assert loaded.checked is not None and loaded.plan is not None, [one.code for one in loaded.diagnostics]
    return loaded.checked


def found(*changes: tuple[str, str], old: str = RULES) -> Difference:
    new = old
    for before, after in changes:
        assert before in new
        new = new.replace(before, after)
    return difference(checked(old), checked(new))


@pytest.mark.parametrize(
    "changes",
    [
        (("20_000  # all", "20000"),),
        (("award 10 when done", "award   10   when done"), ("parrules: 1", "# a comment\nparrules: 1")),
        (("otherwise 0\n          deduct", "otherwise (0)\n          # late\n          deduct"),),
        (('edition: "1"', 'edition: "2"'), ("valid: {from: 2025-01-01}", "valid: {from: 2026-01-01}")),
        (("{by: Sở A}", '{by: "Sở A"}'),),
    ],
    ids=["digits and comments", "blanks", "parentheses and line breaks", "edition and validity", "quotes"],
)
def test_how_it_is_written_makes_no_difference(changes) -> None:
    assert found(*changes).is_none


def test_a_program_in_vietnamese_says_the_same() -> None:
    from parrules.syntax.respelling_files import respell_rule_file

    text, wrong = respell_rule_file(Source("rules.yaml", RULES), "vi")
    assert () == wrong
    assert difference(checked(RULES), checked(text)).is_none


def test_an_amount_that_changes_stands_beside_the_old_one_in_the_words_of_the_author() -> None:
    (one,) = found(("otherwise 5 when done > 100", "otherwise 6 when done >= 90")).criteria
    assert ("1.1", "1.1", "changed", ()) == (one.old, one.new, one.kind, one.facets)
    assert (RowChange("otherwise 5 when done > 100", "otherwise 6 when done >= 90", 24, 24),) == one.rows


def test_a_row_that_is_added_has_nothing_beside_it() -> None:
    (one,) = found(("0\n          deduct", "2 when done > 9\n          otherwise 0\n          deduct")).criteria
    assert (RowChange("", "otherwise 2 when done > 9", None, 25),) == one.rows


def test_a_statement_that_goes_has_nothing_beside_it() -> None:
    (one,) = found(("          deduct fee per late\n", "          cap at 9\n"), ("fee: {", "fee: {")).criteria
    assert (RowChange("deduct fee per late", "", 26, None), RowChange("", "cap at 9", None, 26)) == one.rows


def test_criteria_that_are_added_dropped_moved_and_renumbered_are_told_apart() -> None:
    changed = found(
        ('      - {code: "1.2", title: Chấm, max: 10, judged: {by: Sở A}}\n', ""),
        ("    max: 20\n", "    max: 10\n"),
        ('    max: 10\n    criteria:\n      - code: "2.1"', '    max: 20\n    criteria:\n      - code: "2.1"'),
        ('code: "2.2"', 'code: "2.3"'),
        (
            '      - code: "2.3"',
            '      - {code: "2.2", title: Chấm, max: 10, judged: {by: Sở A}}\n      - code: "2.3"',
        ),
    )
    assert [("1", "1", "changed"), ("2", "2", "changed"), ("1.2", "2.2", "moved"), ("2.2", "2.3", "renumbered")] == [
        (one.old, one.new, one.kind) for one in changed.criteria
    ]
    fresh = found(('{code: "1.2", title: Chấm,', '{code: "1.3", title: Khác,'))
    assert [("1.2", "", "dropped"), ("", "1.3", "added")] == [(one.old, one.new, one.kind) for one in fresh.criteria]


def test_a_program_that_names_a_moved_criterion_or_a_renamed_figure_says_the_same() -> None:
    changed = found(
        ('code: "1.1"', 'code: "1.5"'),
        ('score of "1.1"', 'score of "1.5"'),
        ("  late: {", "  overdue: {"),
        ("per late", "per overdue"),
        ("  tasks: {", "  jobs: {"),
        ("of tasks", "of jobs"),
        ("  fee: {", "  charge: {"),
        ("deduct fee", "deduct charge"),
    )
    assert [("1.1", "1.5", ())] == [(one.old, one.new, one.rows) for one in changed.criteria]
    assert [("late", "overdue"), ("tasks", "jobs"), ("fee", "charge")] == [(one.old, one.new) for one in changed.parts]
    assert {"renamed"} == {one.kind for one in changed.parts}


def test_what_is_said_of_evidence_and_parameters_is_told_by_name() -> None:
    changed = found(
        ("title: Đã xong, min: 0", "title: Đã xong, min: 1"),
        ("value: 0.5", "value: 0.7"),
        ("ended: {type: yes_no}", "ended: {type: yes_no}, place: {type: text}"),
    )
    assert [("figure", "done", ["min"]), ("column", "tasks.place", []), ("parameter", "fee", ["values"])] == [
        (one.part, one.new, [facet.what for facet in one.facets]) for one in changed.parts
    ]


def test_a_criterion_that_is_judged_now_says_so() -> None:
    (one,) = found(
        ('score: award 5 when score of "1.1" > 3 otherwise 0', "judged: {by: Sở B}"),
    ).criteria
    assert [("scored", "score", "judged")] == [(each.what, each.old, each.new) for each in one.facets]
    assert ['award 5 when score of "1.1" > 3', "otherwise 0"] == [each.old for each in one.rows]


WHOLE = """\
parrules: 1
methodology: vn.x.diff
edition: "1"
title: Toàn bộ
fidelity: illustrative
valid: {from: 2025-01-01}
applies: done > 0
stages:
  - {name: self, by: body, title: Tự chấm}
  - {name: appraised, by: Sở Nội vụ, title: Thẩm định}
basis:
  nd1: {title: Nghị định 1, article: Điều 1}
evidence:
  done: {type: count, title: Đã xong, min: 0}
  half: {type: number, title: Một nửa, formula: done / 2}
  jobs:
    title: Việc
    columns: {late: {type: yes_no, title: Chậm}, cost: {type: count, title: Chi phí}}
criteria:
  - code: "1"
    title: Từng việc
    max: 10
    basis: nd1
    each: jobs where late
    combine: sum
    score: |
      part = cost + half
      award 1 when part > 2 because "{half} và {cost}"
      otherwise 0
  - code: "2"
    title: Chậm
    max: 5
    applies: done > 1
    if_not: left_out
    judged: {by: Sở Nội vụ}
classes: [Khá, Tốt]
class: award "Tốt" when total > 9 otherwise "Khá"
quota: {for: Tốt, at_most: "round_down(20% * count(peers))", ties: undecided}
ranking: {ties: dense, then: ["1"], applies: done > 2}
"""


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("applies: done > 0", "applies: done > 5"), ("whole", "applies", "done > 0", "done > 5")),
        (
            ("by: Sở Nội vụ, title: Thẩm định", "by: Bộ Nội vụ, title: Thẩm định"),
            ("stage", "by", "Sở Nội vụ", "Bộ Nội vụ"),
        ),
        (("article: Điều 1", "article: Điều 2"), ("basis", "article", "Điều 1", "Điều 2")),
        (("formula: done / 2", "formula: done / 3"), ("figure", "formula", "done / 2", "done / 3")),
        (("title: Việc\n", "title: Vụ việc\n"), ("table", "title", Title("Việc"), Title("Vụ việc"))),
        (("title: Chi phí", "title: Chi"), ("column", "title", Title("Chi phí"), Title("Chi"))),
        (("each: jobs where late", "each: jobs where not late"), ("1", "each", "jobs: late", "jobs: not late")),
        (("each: jobs where late", "each: jobs"), ("1", "each", "jobs: late", "jobs")),
        (("applies: done > 1", "applies: done > 3"), ("2", "applies", "done > 1", "done > 3")),
        (("20% *", "30% *"), ("quota", "at_most", "round_down(20% * count(peers))", "round_down(30% * count(peers))")),
        (("ties: dense", "ties: competition"), ("ranking", "ties", "dense", "competition")),
        (("applies: done > 2", "applies: done > 4"), ("ranking", "applies", "done > 2", "done > 4")),
    ],
    ids=lambda one: one[1] if isinstance(one[1], str) else None,
)
def test_one_thing_that_is_said_otherwise_is_all_that_is_told(
    change: tuple[str, str], told: tuple[object, ...]
) -> None:
    changed = found(change, old=WHOLE)
    every = [("whole", one) for one in changed.facets]
    every += [(one.new, facet) for one in changed.criteria for facet in one.facets]
    every += [(one.part, facet) for one in changed.parts for facet in one.facets]
    assert [told] == [(where, one.what, one.old, one.new) for where, one in every]


def test_the_program_of_the_classes_and_a_named_quantity_are_told_row_by_row() -> None:
    changed = found(("total > 9", "total > 8"), ("part = cost + half", "part = cost - half"), old=WHOLE)
    assert [('award "Tốt" when total > 9', 'award "Tốt" when total > 8')] == [
        (row.old, row.new) for row in changed.class_rows
    ]
    assert [("part = cost + half", "part = cost - half")] == [
        (row.old, row.new) for one in changed.criteria for row in one.rows
    ]


def test_a_reason_that_quotes_a_renamed_figure_and_another_table_of_records_are_seen_through() -> None:
    changed = found(
        ("half: {", "second_half: {"),
        ("cost + half", "cost + second_half"),
        ("{half} và", "{second_half} và"),
        ("  jobs:", "  works:"),
        ("each: jobs", "each: works"),
        old=WHOLE,
    )
    assert () == changed.criteria
    assert [("half", "second_half"), ("jobs", "works")] == [(one.old, one.new) for one in changed.parts]


def test_what_is_no_longer_asked_for_is_told_as_gone() -> None:
    changed = found(
        (
            "  nd1: {title: Nghị định 1, article: Điều 1}\n",
            "  nd1: {title: Nghị định 1, article: Điều 1}\n  nd2: {title: B}\n",
        ),
        (
            "  jobs:\n    title: Việc\n"
            "    columns: {late: {type: yes_no, title: Chậm}, cost: {type: count, title: Chi phí}}\n",
            "",
        ),
        ("    basis: nd1\n    each: jobs where late\n    combine: sum\n", "    basis: [nd1, nd2]\n"),
        ("part = cost + half", "part = half"),
        (" và {cost}", ""),
        old=WHOLE,
    )
    assert [("table", "jobs", "", "dropped"), ("basis", "", "nd2", "added")] == [
        (one.part, one.old, one.new, one.kind) for one in changed.parts
    ]


def test_a_criterion_that_a_plugin_scores_now_says_so() -> None:
    written = 'score: award 5 when score of "1.1" > 3 otherwise 0'
    new = read(Source("rules.yaml", RULES.replace(written, "python: streak\n        reads: [done]")), "rules.yaml")
    assert new.checked is not None
    (one,) = difference(checked(RULES), new.checked).criteria
    assert [("scored", "score", "python"), ("python", None, "streak"), ("reads", (), ("done",))] == [
        (each.what, each.old, each.new) for each in one.facets
    ]


MORE_RULES = """\
parrules: 1
methodology: vn.x.more
edition: "1"
title: Hai
fidelity: illustrative
valid: {from: 2025-01-01}
basis:
  qd1: {title: Quyết định 1, article: Điều 2}
stages:
  - {name: self, by: body, title: Tự chấm}
  - {name: appraised, by: Sở Nội vụ, title: Thẩm định}
classes: [Đạt, Tốt, Xuất sắc]
class: |
  award "Xuất sắc" when total >= 9
  otherwise "Tốt" when total >= 5
  otherwise "Đạt"
applies: asked > 0
quota:
  - {for: Xuất sắc, at_most: round_down(20% * count(peers)), by: total, ties: none}
ranking: {by: total, then: ["1"], applies: asked > 1}
evidence:
  asked: {type: count, title: Được giao}
  done: {type: count, title: Đã xong, within: asked}
  left: {type: count, title: Còn lại, formula: asked above done}
  tasks: {title: Bảng việc, columns: {days: {type: count, title: Ngày}, late: {type: yes_no, formula: days > 3}}}
  jobs: {title: Bảng khác, columns: {days: {type: count, title: Ngày}}}
criteria:
  - code: "1"
    title: Xong
    max: 5
    basis: qd1
    applies: asked > 2
    if_not: zero
    score: |
      rest = left
      award maximum
      deduct 0.5 per rest because "còn {rest} việc, {asked} được giao"
  - code: "2"
    title: Từng việc
    max: 5
    each: tasks where late
    combine: sum
    score: award 5 when days < 9 otherwise 1
  - {code: "3", title: Từng việc khác, max: 5, each: jobs, combine: sum, score: award 5 when days < 7 otherwise 0}
"""


@pytest.mark.parametrize(
    ("expected", "before", "after"),
    [
        pytest.param(("figure", "left", "left", ["formula"]), "asked above done", "done below asked + 1", id="formula"),
        pytest.param(("column", "tasks.late", "tasks.late", ["formula"]), "days > 3", "days > 4", id="a column's"),
        pytest.param(("basis", "qd1", "qd1", ["article"]), "Điều 2", "Điều 3", id="a legal text"),
        pytest.param(("stage", "appraised", "appraised", ["by"]), "by: Sở Nội vụ", "by: Hội đồng", id="a stage"),
        pytest.param(("quota", "Xuất sắc", "Xuất sắc", ["at_most"]), "20%", "10%", id="a quota"),
        pytest.param(("ranking", "ranking", "ranking", ["applies"]), "asked > 1", "asked > 5", id="who is ranked"),
        pytest.param(("ranking", "ranking", "ranking", ["then"]), 'then: ["1"]', 'then: ["2"]', id="equal bodies"),
        pytest.param(
            ("ranking", "ranking", "", []),
            'ranking: {by: total, then: ["1"], applies: asked > 1}\n',
            "",
            id="a ranking that goes",
        ),
    ],
)
def test_every_part_of_an_edition_says_what_is_other_in_it(expected: object, before: str, after: str) -> None:
    changed = found((before, after), old=MORE_RULES)
    assert [expected] == [(one.part, one.old, one.new, [facet.what for facet in one.facets]) for one in changed.parts]


@pytest.mark.parametrize(
    ("expected", "before", "after"),
    [
        pytest.param(("applies", "asked > 2", "asked > 4"), "asked > 2", "asked > 4", id="when it applies"),
        pytest.param(("each", "tasks: late", "tasks: not late"), "tasks where late", "tasks where not late", id="rows"),
        pytest.param(("each", "tasks: late", "tasks"), "tasks where late", "tasks", id="all rows"),
        pytest.param(("each", "jobs", "tasks"), "each: jobs", "each: tasks", id="another table"),
    ],
)
def test_when_and_of_what_a_criterion_is_scored_is_told(
    expected: tuple[str, str, str], before: str, after: str
) -> None:
    (one,) = found((before, after), old=MORE_RULES).criteria
    assert [expected] == [(facet.what, facet.old, facet.new) for facet in one.facets]


def test_one_score_instead_of_one_for_each_record_is_told() -> None:
    old = MORE_RULES.replace("award 5 when days < 7 otherwise 0", "award 5 when asked < 7 otherwise 0")
    (one,) = found(("each: jobs, combine: sum, ", ""), old=old).criteria
    assert ("each", "jobs", None) in [(facet.what, facet.old, facet.new) for facet in one.facets]


def test_whom_an_edition_concerns_is_told() -> None:
    changed = found(("applies: asked > 0", "applies: asked > 9"), old=MORE_RULES)
    assert [("applies", "asked > 0", "asked > 9")] == [(one.what, one.old, one.new) for one in changed.facets]


def test_a_table_that_goes_is_told_without_its_columns() -> None:
    jobs = "  jobs: {title: Bảng khác, columns: {days: {type: count, title: Ngày}}}\n"
    three = MORE_RULES[MORE_RULES.index('  - {code: "3"') :]
    changed = found((jobs, ""), (three, ""), old=MORE_RULES)
    assert [("table", "jobs", "dropped")] == [(one.part, one.old, one.kind) for one in changed.parts]


def test_a_figure_that_a_reason_quotes_may_have_another_name_and_a_named_quantity_is_a_row() -> None:
    renamed = MORE_RULES.replace("asked", "given")
    changed = difference(checked(MORE_RULES), checked(renamed))
    assert [("asked", "given")] == [(one.old, one.new) for one in changed.parts if one.kind == "renamed"]
    assert () == changed.criteria
    (one,) = found(("rest = left", "rest = left + 1"), old=MORE_RULES).criteria
    assert [("rest = left", "rest = left + 1")] == [(row.old, row.new) for row in one.rows]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param((), id="nothing"),
        pytest.param((("title: Việc\n", "title: Công việc\n"),), id="the title of a criterion"),
        pytest.param((("title: Chậm", "title: Muộn"),), id="the title of a figure"),
        pytest.param((("title: Một\n", "title: Hai\n"), ('"1"\ntitle', '"2"\ntitle')), id="its own title and edition"),
        pytest.param((("parameters:", "basis: {qd: {title: Quyết định}}\nparameters:"),), id="a legal text"),
    ],
)
def test_where_words_alone_are_other_everybody_is_scored_alike(changes: tuple[tuple[str, str], ...]) -> None:
    assert found(*changes).scores_alike


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(("when done > 100", "when done > 90"), id="a row"),
        pytest.param(("{by: Sở A}", "{by: Sở A, step: 0.5}"), id="the step of a mark"),
        pytest.param(("late: {type: count", "late: {type: count, max: 9"), id="what a figure may be"),
        pytest.param(("value: 0.5", "value: 0.6"), id="a parameter"),
        pytest.param(("title: Một\n", "title: Một\ntotal: {max: 25}\n"), id="a bound of the total"),
        pytest.param(('code: "2.2"', 'code: "2.3"'), id="a code"),
        pytest.param(("  late: {", "  more: {type: count, title: Thêm}\n  late: {"), id="a new figure"),
        pytest.param(
            ("title: Một\n", 'title: Một\nclasses: [A, B]\nclass: award "A" when total > 3 otherwise "B"\n'),
            id="classes",
        ),
    ],
)
def test_where_more_is_other_somebody_may_be_scored_otherwise(change: tuple[str, str]) -> None:
    assert not found(change).scores_alike
