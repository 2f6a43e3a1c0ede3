"""Pages say what the receipt says, to the digit, hold nothing from elsewhere, and show hostile text as text."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from parrules.report.html.body_page import body_page
from parrules.report.html.charts import Scale, bar, scale_of, strokes
from parrules.report.html.markup import tag
from parrules.report.html.numbers import column
from parrules.report.html.results import Results
from parrules.report.html.round_page import round_page
from parrules.report.receipt import receipt
from parrules.report.words import said
from parrules.standing.fields import fields_of
from parrules.standing.lost import BodyLost, Lost, LostCriterion, LostPart
from parrules.standing.standing import Against, Change, Place, Ranked, Standing, Statistics
from parrules.text.spelling import Language
from parrules.text.wording import LANGUAGES
from parrules.values.ranges import Range
from report.pages_for_tests import COMMUNES, DETAIL, MINISTRIES, Found, page_of_body, page_of_round, scored
from report.samples import OPEN_SHEET, POPULATION, SETTLED_SHEET, UNASSESSED_SHEET

HOSTILE = '<script>alert("x")</script>\u202ecod\u200b.exe & "quoted" \'too\''


def results_of_samples(**changes: object) -> Results:
    """A round of three sheets made by hand: settled, open, and not assessed."""
    sheets = (SETTLED_SHEET, OPEN_SHEET, UNASSESSED_SHEET)
    total = Fraction(49, 4)
    first = Ranked(
        "xa-cho-moi", "Xã Chợ Mới", "", "", Place(1, 1), OPEN_SHEET.total, OPEN_SHEET.total, None, (), True, 0, 1,
        Change(10, 4, Place(2, 2), 1),
    )  # fmt: skip
    second = Ranked(
        "xa-ba-be", "Xã Ba Bể", "", "", Place(2, 2), total, total, Fraction(49, 100), ("Loại III",), False, 3, -1,
        Change(12, Fraction(1, 4), Place(1, 1), -1),
    )  # fmt: skip
    statistics = Statistics(2, Range(13, 15), Range(13, 15), Range(14, 18), total)
    against = Against(2024, "", "", "m", "e", False, 2, 0, 0, 0, (), ())
    standing = Standing("total", "", "", "round", "", "competition", (first, second), (), statistics, against)
    results = Results(sheets, (standing,), (), (), fields_of(sheets), Lost((), (), (), ()))
    return replace(results, **changes)


def test_strokes_that_would_touch_are_drawn_as_one() -> None:
    def drawn(count: int) -> int:
        return strokes(range(count), 0, Scale(0, count)).text.count('class="one"')

    assert [3, 500, 500, 500] == [drawn(count) for count in (3, 500, 501, 9_000)]


def no_loss() -> Lost:
    return Lost((), (), (), ())


def exact_scores(sheet: dict[str, object]) -> list[list[str | None]]:
    """Code, applicable maximum and score of every criterion of a receipt."""
    criteria = sheet["criteria"]
    assert isinstance(criteria, list)
    return [[one["code"], one["applicable"], one["score"]] for one in criteria]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_score_of_the_table_is_the_one_of_the_receipt(language: Language) -> None:
    _, results = scored(DETAIL)
    for sheet, told in zip(results.sheets, receipt(results.sheets)["sheets"], strict=True):
        page = Found(page_of_body(DETAIL, sheet.body, language))
        *rows, total = page.tables["Bảng điểm" if language == "vi" else "Scores"][1:]
        assert exact_scores(told) == [
            [row.cells[0], row.exact[0] if row.cells[2] != "–" else None, row.exact[1] if len(row.exact) > 1 else None]
            for row in rows
            if row.exact
        ] + [[row.cells[0], None, None] for row in rows if not row.exact]
        assert [told["applicable"], told["total"]] == total.exact[:2]


def test_every_ledger_has_the_entries_of_the_receipt() -> None:
    _, results = scored(DETAIL)
    told = receipt(results.sheets[:1])["sheets"][0]
    page = page_of_body(DETAIL, results.sheets[0].body)
    for criterion in told["criteria"]:
        part = page.partition(f'id="ledger-{criterion["code"]}"')[2].partition("</details>")[0]
        entries = Found(f"<div>{part.partition('>')[2]}").tables[said("ledger.entries", "vi")][1:]
        assert [[one["amount"], one["running"]] for one in criterion["ledger"]] == [row.exact for row in entries]


def test_the_round_has_every_total_and_every_score_of_a_field() -> None:
    _, results = scored(MINISTRIES)
    told = {one["body"]["name"]: one for one in receipt(results.sheets)["sheets"]}
    page = Found(page_of_round(MINISTRIES))
    standing = page.tables["Xếp hạng theo tổng điểm"][1:]
    fields = page.tables["Điểm từng lĩnh vực"][1:]
    assert set(told) == {row.cells[1] for row in standing} == {row.cells[0] for row in fields}
    for row in standing:
        sheet = told[row.cells[1]]
        assert [sheet["total"], sheet["printed_total"], sheet["index"]] == row.exact
    for row in fields:
        sheet = told[row.cells[0]]
        assert [*(one["score"] for one in sheet["criteria"] if one["depth"] == 0), sheet["total"]] == row.exact


def test_what_was_lost_adds_up_on_the_page() -> None:
    _, results = scored(DETAIL)
    sheet = results.sheets[0]
    rows = Found(page_of_body(DETAIL, sheet.body)).tables["Điểm mất ở đâu"][1:]
    assert sheet.applicable - sheet.total == sum(Fraction(row.exact[0]) for row in rows)


def test_a_field_is_held_against_the_mean_and_the_best() -> None:
    _, results = scored(MINISTRIES)
    scores = sorted(sheet.lines[0].score for sheet in results.sheets)
    row = Found(page_of_body(MINISTRIES, results.sheets[0].body)).tables["So với trung bình và cao nhất"][1]
    mean = Fraction(sum(scores), len(scores))
    own = results.sheets[0].lines[0].score
    assert [own, results.sheets[0].lines[0].applicable, mean, own - mean, scores[-1]] == [*map(Fraction, row.exact)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("evidence", [DETAIL, MINISTRIES, COMMUNES], ids=lambda path: path.parent.name)
def test_a_page_is_whole_and_takes_nothing_from_elsewhere(evidence: Path, language: Language) -> None:
    _, results = scored(evidence)
    for page in (page_of_round(evidence, language), page_of_body(evidence, results.sheets[0].body, language)):
        found = Found(page)
        assert [] == found.unclosed
        assert ("html", {"lang": language}) in found.tags
        names = {name for name, _ in found.tags}
        assert set() == names & {"script", "link", "img", "iframe", "object", "base", "form"}
        assert set() == set(found.attributes("src")) | set(found.attributes("style"))
        ids = found.attributes("id")
        assert len(ids) == len(set(ids))
        assert set() == {link for link in found.attributes("href") if link.removeprefix("#") not in ids}
        assert [] == re.findall(r"url\((?!#)|@import|https?:", page)


def test_every_drawing_is_told_in_words_and_every_heading_of_a_column_has_its_scope() -> None:
    _, results = scored(DETAIL)
    page = page_of_body(DETAIL, results.sheets[0].body)
    drawings = re.findall(r'<svg class="(?:bar|strip)" role="img">(<title>[^<]+</title>)?', page)
    assert len(drawings) > 50
    assert all(drawings)
    assert {"col", "row"} == {given.get("scope") for name, given in Found(page).tags if name == "th"}


def test_a_page_is_the_same_every_time() -> None:
    _, results = scored(DETAIL)
    body = results.sheets[1].body
    assert page_of_body(DETAIL, body) == page_of_body(DETAIL, body)
    assert page_of_round(DETAIL) == page_of_round(DETAIL)


def test_hostile_text_is_shown_as_text() -> None:
    line = replace(POPULATION, title_vi=HOSTILE, note=HOSTILE, accountable=HOSTILE)
    sheet = replace(SETTLED_SHEET, body_name=HOSTILE, lines=(line,), title_vi=HOSTILE, classes=(HOSTILE,))
    part = LostPart(sheet, line, HOSTILE, "deduct", 1, HOSTILE, 3)
    lost = Lost((BodyLost(sheet, 1, 1, 0, 0),), (part,), (LostCriterion(sheet, line, HOSTILE, 1, (part,)),), ())
    results = results_of_samples(sheets=(sheet, OPEN_SHEET, UNASSESSED_SHEET), lost=lost)
    for page in (body_page(results, sheet, lost, "vi"), round_page(results, {}, "vi")):
        found = Found(page)
        assert "script" not in {name for name, _ in found.tags}
        assert "\u202e" not in page
        assert '<script>alert("x")</script><U+202E>cod<U+200B>.exe & "quoted" \'too\'' in found.text
        assert [] == found.unclosed


def test_a_link_to_a_ledger_holds_no_code_that_ends_it() -> None:
    line = replace(POPULATION, code='1" onclick="alert(1)')
    sheet = replace(SETTLED_SHEET, lines=(line,))
    found = Found(body_page(results_of_samples(sheets=(sheet, OPEN_SHEET)), sheet, no_loss(), "vi"))
    assert [] == found.attributes("onclick")


def test_an_open_score_shows_its_bounds_and_is_hatched() -> None:
    page = body_page(results_of_samples(), OPEN_SHEET, no_loss(), "vi")
    assert '<data value="14.9..17.4">14,9 … 17,4</data>' in page
    assert 'class="open"' in page
    assert said("sheet.open_note", "vi") in page


def test_the_change_of_place_is_said_and_not_only_coloured() -> None:
    page = body_page(results_of_samples(), SETTLED_SHEET, no_loss(), "vi")
    assert "Hạng 2 trong 2 đơn vị; năm 2024 hạng 1 (▼ 1)." in page
    rows = Found(round_page(results_of_samples(), {}, "en")).tables["Standing by total"][1:]
    assert [["1*", "▲ 1", "Xã Chợ Mới"], ["2", "▼ 1", "Xã Ba Bể"]] == [row.cells[:3] for row in rows]


def test_bodies_that_share_a_place_are_marked_and_the_mark_is_explained() -> None:
    results = results_of_samples()
    standing = results.standings[0]
    level = replace(standing.rows[1], place=Place(1, 1, level=2))
    page = round_page(replace(results, standings=(replace(standing, rows=(standing.rows[0], level)),)), {}, "vi")
    assert '<td class="n">1=</td>' in page
    assert said("standing.level_note", "vi") in Found(page).text
    assert said("standing.perhaps_note", "vi") in Found(page).text


def test_who_is_first_and_last_of_a_region_is_said_only_when_it_is_sure() -> None:
    standing = results_of_samples().standings[0]
    sure, other = (replace(standing, within="region", of=name) for name in ("Bắc", "Nam"))
    maybe = replace(other.rows[1], place=Place(1, 2))
    open_ = replace(other, rows=(replace(other.rows[0], place=Place(1, 2)), maybe))
    page = Found(round_page(results_of_samples(regions=(sure, open_)), {}, "vi"))
    rows = page.tables["Các vùng, xếp theo tổng điểm"][1:]
    assert ["Bắc", "Nam"] == [row.cells[0] for row in rows]
    assert ["Xã Chợ Mới 14,9 … 17,4", "Xã Ba Bể 12,25"] == [cell.strip() for cell in rows[0].cells[4:]]
    assert ["chưa chốt", "chưa chốt"] == [cell.strip() for cell in rows[1].cells[4:]]


def test_the_line_of_all_bodies_ends_at_the_least_and_the_greatest_that_anyone_can_have() -> None:
    page = body_page(results_of_samples(), SETTLED_SHEET, no_loss(), "vi")
    assert '<p class="ends" aria-hidden="true"><span>12,25</span><span>17,4</span></p>' in page


def test_a_body_that_is_not_assessed_has_a_page_that_says_so() -> None:
    page = body_page(results_of_samples(), UNASSESSED_SHEET, no_loss(), "en")
    assert said("sheet.not_assessed", "en") in page
    assert "<table" not in page


def test_bodies_are_linked_where_they_have_pages() -> None:
    rows = Found(round_page(results_of_samples(), {"xa-ba-be": "body-xa-ba-be.html"}, "vi")).tables
    assert [[], ["body-xa-ba-be.html"]] == [row.links for row in rows["Xếp hạng theo tổng điểm"][1:]]


def test_numbers_of_a_column_line_up_with_those_that_are_shortened() -> None:
    shown = column([Fraction(1, 3), Fraction(57, 5), None], "vi")
    assert [
        '<data value="1/3">≈ 0,3333</data>',
        '<data value="11.4">11,4000</data>',
        "<span>–</span>",
    ] == [one.text for one in shown]


def test_a_bar_is_as_long_as_its_share_of_the_scale() -> None:
    scale = scale_of([Fraction(1, 3)], 1)
    assert 'x="0.00%" y="3" width="33.33%"' in bar(Fraction(1, 3), scale, "a third").text
    assert 'x="25.00%" y="3" width="75.00%"' in bar(3, Scale(-1, 3), "from 0").text
    assert 'x="0.00%" y="3" width="25.00%"' in bar(-1, Scale(-1, 3), "below 0").text
    assert 0 == Scale(0, 0).hundredths(5)


def test_an_element_escapes_what_it_holds() -> None:
    assert '<td class="&quot;&gt;">a &lt; b &amp; c</td>' == tag("td", "a\n  < b & c", class_='">').text
    assert '<meta name="x">' == tag("meta", name="x", content=None).text
