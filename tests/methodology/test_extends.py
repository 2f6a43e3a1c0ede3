"""Editions that are others with changes: what stands in them, and that nothing else changes."""
# ruff: noqa: SIM300  (expected first, then actual)

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from parrules.methodology.editions import unknown_base
from parrules.methodology.from_syntax import methodology_from
from parrules.methodology.model import Criterion, Methodology
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source, Span

BASE = """\
parrules: 1
methodology: vn.kiem_thu
edition: "2022"
title: {vi: Bộ tiêu chí, en: Criteria}
fidelity: verified
valid: {from: 2022-01-01, to: 2022-12-31}
basis:
  qd1: {title: Quyết định 1}
levels: [lĩnh vực, tiêu chí]
rounding: {tiêu chí: 2}
evidence:
  late: {type: count, title: Chậm}
  due: {type: count, title: Đến hạn}
parameters:
  fee: {type: points, value: 1}
criteria:
  - code: "1"
    title: Kế hoạch
    max: 3
    basis: qd1/1
    criteria:
      - {code: "1.1", title: Ban hành, max: 1, score: award fee}
      - {code: "1.2", title: Báo cáo, max: 2, score: award 2 when late = 0 otherwise 1}
  - code: "2"
    title: Nhiệm vụ
    max: 2
    basis: qd1/2
    criteria:
      - {code: "2.1", title: Hoàn thành, max: 2, score: award 2 when due = 0 otherwise 0}
"""
HEAD = """\
parrules: 1
methodology: vn.kiem_thu
edition: "2023"
fidelity: verified
valid: {from: 2023-01-01}
extends: base.yaml
"""


def read(text: str, **files: str) -> tuple[Methodology | None, tuple[Diagnostic, ...]]:
    """The edition, and what is found wrong; files: those that it may extend, by name without ending."""

    def base_of(name: str, span: Span) -> Source | Diagnostic:
        found = files.get(name.removesuffix(".yaml"))
        return unknown_base(span, name, None) if found is None else Source(name, found)

    methodology, _, found = methodology_from(Source("rules.yaml", text), base_of)
    return methodology, found


def edition(changes: str, base: str = BASE, **files: str) -> Methodology:
    """The edition that changes make of the base."""
    methodology, found = read(HEAD + changes, base=base, **files)
    assert [] == [one for one in found if one.is_error]
    assert methodology is not None
    return methodology


def codes(methodology: Methodology) -> list[str]:
    return [one.code for one in methodology.every_criterion()]


def by_code(methodology: Methodology) -> dict[str, Criterion]:
    return {one.code: one for one in methodology.every_criterion()}


def test_without_changes_everything_but_the_head_stays() -> None:
    before, _ = read(BASE)
    assert before is not None
    after = edition("")
    head = {"edition": "2022", "valid_from": before.valid_from, "valid_to": before.valid_to, "file": "rules.yaml"}
    assert before == replace(after, **head, criteria=tuple(map(_as_its_own, after.criteria)))
    assert ("2023", None) == (after.edition, after.valid_to)


def _as_its_own(one: Criterion) -> Criterion:
    assert "base.yaml" == one.file
    return replace(one, file="", children=tuple(map(_as_its_own, one.children)))


def test_a_criterion_with_a_code_of_the_base_replaces_it_in_its_place() -> None:
    one = edition('criteria:\n  - {code: "1.1", title: Ban hành sớm, max: 1, score: award 1}\nremove: [fee]\n')
    assert ["1", "1.1", "1.2", "2", "2.1"] == codes(one)
    assert ("Ban hành sớm", "award 1") == (by_code(one)["1.1"].title.vi, by_code(one)["1.1"].score)


def test_a_criterion_that_is_replaced_takes_what_stands_below_it_with_it() -> None:
    one = edition(
        """\
criteria:
  - code: "1"
    title: Kế hoạch
    max: 3
    basis: qd1/1
    criteria:
      - {code: "1.3", title: Cả hai, max: 3, score: award 3 - fee when late = 0 otherwise 0}
"""
    )
    assert ["1", "1.3", "2", "2.1"] == codes(one)


def test_a_new_criterion_stands_behind_the_others_under_the_one_that_it_names() -> None:
    one = edition(
        """\
remove: ["1.2"]
criteria:
  - {code: "1.4", under: "1", title: Mới, max: 1, score: award 1 when late = 0 otherwise 0}
  - {code: "1.3", under: "1", title: Mới, max: 1, score: award 1}
  - {code: "3", title: Khác, max: 1, basis: qd1, criteria: [{code: "3.1", title: Khác, max: 1, score: award 1}]}
"""
    )
    assert ["1", "1.1", "1.4", "1.3", "2", "2.1", "3", "3.1"] == codes(one)
    assert {"1": 0, "1.4": 1, "3": 0} == {code: by_code(one)[code].depth for code in ("1", "1.4", "3")}


def test_a_new_criterion_may_stand_under_another_new_one() -> None:
    one = edition(
        """\
criteria:
  - {code: "3.1", under: "3", title: Mới, max: 1, score: award 1}
  - {code: "3", title: Khác, max: 1, basis: qd1}
"""
    )
    assert ["1", "1.1", "1.2", "2", "2.1", "3", "3.1"] == codes(one)


def test_a_criterion_that_is_removed_and_added_moves() -> None:
    one = edition(
        """\
remove: ["1.1", "2"]
criteria:
  - {code: "2.1", title: Nay ở ngoài cùng, max: 2, basis: qd1, score: award 2 * fee when due = 0 otherwise 0}
  - {code: "1.1", under: "1", title: Nay ở cuối, max: 1, score: award 1}
"""
    )
    assert ["1", "1.2", "1.1", "2.1"] == codes(one)


def test_figures_parameters_and_legal_texts_are_added_and_replaced_by_name() -> None:
    one = edition(
        """\
title: Bộ tiêu chí sửa đổi
rounding: none
basis:
  qd2: {title: Quyết định 2}
parameters:
  fee: {type: points, value: 0.5}
evidence:
  late: {type: count, title: Chậm, max: 10}
  new: {type: count, title: Mới}
criteria:
  - {code: "3", title: Mới, max: 1, basis: qd2, score: award 1 when new > 0 otherwise 0}
"""
    )
    assert ["late", "due", "new"] == [figure.name for figure in one.figures]
    assert 10 == one.figures[0].high
    assert ["1/2"] == [str(value.value) for parameter in one.parameters for value in parameter.values]
    assert ["qd1", "qd2"] == [basis.name for basis in one.basis]
    assert ("Bộ tiêu chí sửa đổi", None) == (one.title.vi, by_code(one)["1.1"].places)


def test_what_is_removed_by_name_is_no_longer_asked_for() -> None:
    one = edition(
        'remove: [due, fee]\ncriteria:\n  - {code: "2.1", title: Khác, max: 2, score: award 2}\n'
        '  - {code: "1.1", title: Khác, max: 1, score: award 1}\n'
    )
    assert (["late"], ()) == ([figure.name for figure in one.figures], one.parameters)


def test_an_edition_extends_one_that_extends_another() -> None:
    middle = HEAD.replace('"2023"', '"2022b"') + 'remove: ["2"]\nevidence:\n  x: {type: count, title: X}\n'
    last = HEAD.replace("base", "middle") + (
        "remove: [due]\ncriteria:\n"
        '  - {code: "1.2", title: X, max: 2, score: award 2 when x > 0 and late = 0 otherwise 1}\n'
    )
    methodology, found = read(last, base=BASE, middle=middle)
    assert [] == [one for one in found if one.is_error]
    assert methodology is not None
    assert ["1", "1.1", "1.2"] == codes(methodology)
    assert ["late", "x"] == [figure.name for figure in methodology.figures]


def test_each_file_spells_its_programs_in_its_own_language() -> None:
    one = edition(
        'language: vi\ncriteria:\n  - {code: "2.1", title: Khác, max: 2, score: chấm 2 khi due = 0 còn lại 1}\n'
    )
    assert ("vi", "chấm 2 khi due = 0 còn lại 1") == (one.language, by_code(one)["2.1"].score)


def test_what_stays_is_known_no_better_than_in_its_own_file() -> None:
    base = BASE.replace("fidelity: verified", "fidelity: secondary")
    one = edition('criteria:\n  - {code: "1.1", title: Mới, max: 1, score: award fee}\n', base)
    assert {"1": "secondary", "1.1": None, "1.2": "secondary", "2": "secondary", "2.1": "secondary"} == {
        code: criterion.fidelity for code, criterion in by_code(one).items()
    }


def test_what_stays_claims_no_more_than_the_edition_does() -> None:
    methodology, _ = read(HEAD.replace("verified", "illustrative"), base=BASE)
    assert methodology is not None
    assert ("illustrative", [None] * 5) == (
        methodology.fidelity,
        [one.fidelity for one in methodology.every_criterion()],
    )


def test_what_is_wrong_in_the_base_is_pointed_at_in_its_file() -> None:
    _, found = read(HEAD, base=BASE.replace("award fee", "award fe e"))
    assert [("base.yaml", "fe e")] == [(one.span.source.name, one.span.words) for one in found if one.span]


def test_an_edition_must_say_its_own_name_and_days() -> None:
    _, found = read("parrules: 1\nextends: base.yaml\n", base=BASE)
    assert ["edition", "fidelity", "methodology", "valid"] == [
        value for one in found for name, value in one.arguments if name == "key"
    ]


LEAVES = ("1.1", "1.2", "2.1")


@given(
    removed=st.sets(st.sampled_from(LEAVES[:2])),
    replaced=st.sets(st.sampled_from(LEAVES)),
    added=st.lists(st.tuples(st.integers(10, 30), st.sampled_from(("1", "2", None))), unique_by=lambda one: one[0]),
)
def test_whatever_is_changed_each_criterion_stands_once_and_where_it_was_said_to(
    removed: set[str], replaced: set[str], added: Sequence[tuple[int, str | None]]
) -> None:
    kept = sorted(replaced - removed)
    lines = [f'  - {{code: "{code}", title: Thay, max: 1, outside_scale: yes, score: award 1}}' for code in kept]
    for number, under in added:
        place = f'under: "{under}", ' if under else ""
        lines.append(f'  - {{code: "{number}", {place}title: Mới, max: 1, outside_scale: yes, score: award 1}}')
    text = HEAD.replace("verified", "illustrative")
    text += f"remove: [{', '.join(f'{one!r}' for one in sorted(removed))}]\n" if removed else ""
    text += "criteria:\n" + "\n".join(lines) + "\n" if lines else ""
    node_codes = _expected(removed, added)
    methodology, found = read(text.replace("levels:", "#"), base=BASE)
    if methodology is None:  # the maxima no longer add up, or a field is left with nothing below it
        assert {"PR406", "PR404", "PR409"} >= {one.code for one in found if one.is_error}
        return
    assert node_codes == codes(methodology)
    assert {"Thay"} >= {by_code(methodology)[code].title.vi for code in kept}


def _expected(removed: set[str], added: Sequence[tuple[int, str | None]]) -> list[str]:
    below = {top: [leaf for leaf in LEAVES if leaf[0] == top and leaf not in removed] for top in ("1", "2")}
    for number, under in added:
        if under is not None:
            below[under].append(str(number))
    return [
        *(code for top in ("1", "2") for code in (top, *below[top])),
        *(str(number) for number, under in added if under is None),
    ]
