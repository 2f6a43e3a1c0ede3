"""Published results that were really published, held against the rules and against each other."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from parrules.api.reconcile import reconcile
from parrules.evidence.published_from_syntax import published_from
from parrules.standing.as_printed import as_printed
from parrules.standing.reconcile import reconcile as reconciled
from parrules.standing.reconciliation import Comparison, Reconciliation
from parrules.text.source import Source
from parrules.values.numbers import rounded, written
from parrules.values.ranges import Range
from standing.two_editions import OLD, a_round, plan

EXAMPLES = Path(__file__).parents[2] / "examples"
PUBLISHED = EXAMPLES / "published"


def example(evidence: str, published: str | None = None) -> Reconciliation:
    outcome = reconcile(EXAMPLES / evidence, PUBLISHED / published if published else None)
    assert () == outcome.diagnostics
    assert not [one for one in outcome.findings if one.is_error]
    assert outcome.reconciliation is not None
    return outcome.reconciliation


def of(found: Reconciliation, body: str, code: str = "", figure: str = "points") -> Comparison:
    return next(
        one for one in found.comparisons if (one.subject.body, one.subject.code, one.figure) == (body, code, figure)
    )


def alone(text: str) -> Reconciliation:
    """What comes of a published file by itself."""
    published, wrong = published_from(Source("p.yaml", "parrules: 1\npublished: Kết quả\n" + text))
    assert () == wrong
    return reconciled(published)


def told(found: Reconciliation) -> list[tuple[str, str, str]]:
    return [(one.way, one.verdict, one.policy) for one in found.comparisons]


def test_of_seventeen_ministries_eight_are_exact_and_nine_within_rounding_of_the_parts() -> None:
    found = example("ministries-2023/evidence.yaml")
    assert {"exact": 8, "within_rounding": 9} == Counter(one.verdict for one in found.verdicts())
    assert {"", "unrounded_parts"} == {one.policy for one in found.comparisons}
    first = found.comparisons[0]
    assert ("Bộ Tư pháp", "89,95", "89.96") == (
        first.subject.body_name,
        first.printed.written,
        written(first.computed),  # type: ignore[arg-type]
    )
    assert Range(Fraction("89.95"), Fraction("89.97"), high_open=True) == first.within
    assert (Fraction("61.86"), Fraction("28.10")) == first.terms


@pytest.mark.parametrize("published", ["ministries-2023.yaml", "ministries-2023.csv"])
def test_the_places_of_ministries_are_those_of_their_scores(published: str) -> None:
    found = example("ministries-2023/evidence.yaml", published)
    places = [one for one in found.comparisons if one.figure == "rank"]
    assert ({"exact"}, 17) == ({one.verdict for one in places}, len(places))
    assert () == found.alone


def test_the_mean_of_the_ministries_is_that_of_the_exact_sums_and_of_the_printed_totals_when_rounded() -> None:
    found = example("ministries-2023/evidence.yaml", "ministries-2023.yaml")
    means = {one.way: one for one in found.comparisons if one.figure == "mean"}
    told = {way: (written(rounded(one.computed, 3)), one.verdict) for way, one in means.items()}  # type: ignore[arg-type]
    assert {"mean": ("84.376", "exact"), "mean_print": ("84.378", "exact")} == told


@pytest.mark.parametrize(
    ("verdict", "evidence", "body", "published"),
    [
        ("exact", "binh-duong-2020", "binh-duong", "provinces-2020.yaml"),
        ("within_rounding", "bac-giang-2021", "bac-giang", "provinces-2021.yaml"),
        ("within_rounding", "lao-cai-2023", "lao-cai", None),
        ("exact", "nguyen-binh-2022", "nguyen-binh", None),
        ("exact", "nguyen-binh-2022", "nguyen-binh", "nguyen-binh-2022.yaml"),
    ],
)
def test_a_published_total_is(verdict: str, evidence: str, body: str, published: str | None) -> None:
    found = example(f"{evidence}/evidence.yaml", published)
    assert [(body, verdict)] == [(one.subject.body, one.verdict) for one in found.verdicts()]
    assert not found.contradicts


def test_an_index_in_percent_is_held_against_the_total() -> None:
    found = of(example("nguyen-binh-2022/evidence.yaml", "nguyen-binh-2022.yaml"), "nguyen-binh", figure="percent")
    assert ("rules", Fraction(814, 1000), "exact") == (found.way, found.computed, found.verdict)


def test_dak_nong_s_percentage_contradicts_its_points_and_another_does_not() -> None:
    found = example("published/evidence-2023.yaml", "provinces-2023.yaml")
    first, third = of(found, "dak-nong", "1", "percent"), of(found, "dak-nong", "3", "percent")
    assert ("contradicts", "99.37") == (first.verdict, written(rounded(first.computed * 100, 2)))  # type: ignore[operator]
    assert (Fraction("9.435") / Fraction("9.5"), Fraction("9.445") / Fraction("9.5")) == (
        first.within.low,  # type: ignore[union-attr]
        first.within.high,  # type: ignore[union-attr]
    )
    assert ("within_rounding", "99.23") == (third.verdict, written(rounded(third.computed * 100, 2)))  # type: ignore[operator]


def test_dak_nong_s_satisfaction_is_out_of_line_with_its_other_print() -> None:
    found = of(example("published/evidence-2023.yaml", "provinces-2023.yaml"), "dak-nong", "SIPAS", "percent")
    assert ("8,21%", "printed_twice", Fraction("0.8121"), "contradicts", "misprint") == (
        found.printed.written,
        found.way,
        found.computed,
        found.verdict,
        found.policy,
    )


def test_a_percentage_printed_as_points_is_told() -> None:
    found = of(example("published/evidence-2023.yaml", "provinces-2023.yaml"), "lao-cai", "2")
    assert ("92,76 điểm", "maximum", 6, "contradicts", "percent_as_points") == (
        found.printed.written,
        found.way,
        found.computed,
        found.verdict,
        found.policy,
    )


def test_while_evidence_is_missing_a_total_that_may_still_be_right_is_not_decided() -> None:
    found = of(example("published/evidence-2023.yaml", "provinces-2023.yaml"), "dak-nong")
    assert ("open", Range(Fraction("56.86"), Fraction("95.36"))) == (found.verdict, found.computed)


def test_a_body_that_the_evidence_does_not_have_is_told_and_held_against_itself() -> None:
    outcome = reconcile(PUBLISHED / "evidence-2023.yaml", PUBLISHED / "provinces-2023.yaml")
    assert [("EV240", "warning")] == [(one.code, one.severity) for one in outcome.findings]
    assert outcome.reconciliation is not None
    found = of(outcome.reconciliation, "bac-kan", figure="rank")
    assert ("places_gained", 57, "exact") == (found.way, found.computed, found.verdict)


def test_figures_of_the_country_are_held_against_each_other() -> None:
    outcome = reconcile(PUBLISHED / "country.yaml")
    assert ((), ()) == (outcome.diagnostics, outcome.findings)
    assert outcome.reconciliation is not None
    changes = [one for one in outcome.reconciliation.comparisons if one.way == "before_and_change"]
    assert (6, {"exact"}) == (len(changes), {one.verdict for one in changes})
    sums = [(one.printed.written, one.computed, one.verdict) for one in outcome.reconciliation.comparisons[-3:]]
    assert [("63", 63, "exact"), ("63", 63, "exact"), ("63", 62, "contradicts")] == sums


def test_a_printed_total_is_held_against_the_printed_parts_where_these_are_not_the_evidence(tmp_path: Path) -> None:
    file = tmp_path / "published.yaml"
    file.write_text(
        'parrules: 1\npublished: K\nprinted: {lao-cai: {total: "90,60", criteria: '
        '{A: {points: "58,86"}, B: {points: "26,42"}, C: {points: "5,32"}}}}\n',
        encoding="utf-8",
    )
    found = reconcile(EXAMPLES / "lao-cai-2023/evidence.yaml", file).reconciliation
    assert found is not None
    assert [("rules", "within_rounding"), ("printed_parts", "exact"), ("rules", "contradicts")] == [
        (one.way, one.verdict) for one in found.comparisons[:3]
    ]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(
            [("before_and_change", "within_rounding", "unrounded_parts")],
            'printed: {a: {total: "90,60", before: "86,92", change: "+3,67"}}\n',
            id="a change off by one digit",
        ),
        pytest.param(
            [("before_and_change", "contradicts", "")],
            'printed: {a: {total: "90,60", before: "86,93", change: "+3,76"}}\n',
            id="a change that cannot be",
        ),
        pytest.param(
            [("places_gained", "contradicts", "")],
            "printed: {a: {rank: 57, rank_before: 61, rank_change: 5}}\n",
            id="places gained that do not fit",
        ),
        pytest.param(
            [("ranked_of", "contradicts", "")], "printed: {a: {rank: 64, of: 63}}\n", id="a place beyond the last"
        ),
        pytest.param(
            [("points_of_maximum", "contradicts", "points_as_percent")],
            'printed: {a: {criteria: {"1": {points: "9,44", maximum: "9,5", percent: "9,44%"}}}}\n',
            id="points printed as a percentage",
        ),
        pytest.param(
            [("points_of_maximum", "exact", "")],
            'printed: {a: {criteria: {"1": {points: 6, maximum: 6, percent: "100%"}}}}\n',
            id="full points",
        ),
        pytest.param(
            [("maximum", "contradicts", "percent_as_points")],
            'printed: {a: {criteria: {"1": {points: "6,5", maximum: 0, percent: "65%"}}}}\n',
            id="a maximum of 0",
        ),
    ],
)
def test_printed_figures_are_held_against_each_other(expected: list[tuple[str, str, str]], text: str) -> None:
    assert expected == told(alone(text))


def test_printed_places_are_those_of_the_printed_totals() -> None:
    found = alone(
        'printed: {a: {total: "91,04", rank: 1}, b: {total: "90,51", rank: 3}, c: {total: "88,47", rank: 2}}\n'
    )
    assert ["exact", "contradicts", "contradicts"] == [one.verdict for one in found.comparisons]
    assert {"ranked_print"} == {one.way for one in found.comparisons}


def test_totals_that_print_alike_leave_their_places_open_to_rounding() -> None:
    found = alone('printed: {a: {total: "91,04", rank: 1}, b: {total: "91,04", rank: 2}}\n')
    assert ["exact", "within_rounding"] == [one.verdict for one in found.comparisons]


def test_a_place_among_bodies_of_which_nothing_is_known_is_wrong_only_where_it_is_impossible() -> None:
    printed = 'printed: {a: {total: "91,04", rank: %s, of: 63}, b: {total: "90,51", rank: %s, of: 63}}\n'
    assert [] == told(alone(printed % (10, 20)))
    assert [("ranked_print", "contradicts", "")] == told(alone(printed % (20, 1)))


def test_a_mean_of_printed_totals_needs_every_body() -> None:
    text = 'printed: {a: {total: "91,04"}, b: {total: "90,51"}}\nmeans: {all: {mean: "90,78", of: %s}}\n'
    assert [("mean_print", "exact", "rounded")] == told(alone(text % 2))
    assert [] == told(alone(text % 63))


def test_a_figure_beside_which_there_is_nothing_is_told() -> None:
    found = alone('printed: {a: {total: "91,04", rank: 4, of: 63, change: "+1,2"}}\n')
    assert ["points", "rank", "change"] == [one.figure for one in found.alone]
    assert () == found.verdicts()


def test_evidence_as_printed_is_points_and_percentages_as_ranges_within_what_they_may_be() -> None:
    rules = OLD.replace("prize: {type: points,", "share: {type: ratio, max: 82.52%}\n  prize: {type: points, max: 3,")
    written = {"done": "9", "due": "10", "prize": "2,96", "share": "82,5%"}
    made = a_round(rules, {"done": 9, "due": 10, "prize": Fraction("2.96"), "share": Fraction("0.825")})
    handed = {name: replace(one, written=written[name]) for name, one in made.bodies[0].figures.items()}
    made = replace(made, bodies=(replace(made.bodies[0], figures=handed),))
    read = {name: one.value for name, one in as_printed(made, plan(rules).methodology).bodies[0].figures.items()}
    assert (9, 10) == (read["done"], read["due"])
    assert Range(Fraction("2.955"), Fraction("2.965"), high_open=True) == read["prize"]
    assert Range(Fraction("0.8245"), Fraction("0.8252")) == read["share"]
