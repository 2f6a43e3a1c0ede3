# ruff: noqa: SIM300  (expected first, then actual)

from methodology.said_for_tests_of_rules import mistakes, read, rules, said

NESTED = """\
criteria:
  - code: "1"
    title: Cải cách thể chế
    max: 2
    criteria:
      - {code: "1.1", title: Kế hoạch, max: 1, score: award 1}
      - {code: "1.2", title: Báo cáo, max: 1, round: none, score: award 1}
      - {code: "1.3", title: Thưởng, max: 1, outside_scale: yes, round: 0, score: award 1}
"""


def places(more: str) -> list[int | None]:
    methodology, _ = read(rules(more, NESTED))
    return [one.places for one in methodology.every_criterion()] + [methodology.total.places]


def test_each_level_is_rounded_as_it_says_and_a_criterion_may_say_otherwise() -> None:
    more = "levels: [lĩnh vực, tiêu chí]\nrounding: {tiêu chí: 2, total: 1}\n"
    assert [None, 2, None, 0, 1] == places(more)


def test_a_level_may_say_that_it_is_not_rounded() -> None:
    more = "levels: [lĩnh vực, tiêu chí]\nrounding: {lĩnh vực: none, tiêu chí: 0}\n"
    assert [None, 0, None, 0, None] == places(more)


def test_rounding_none_rounds_nowhere() -> None:
    assert [None, None, None, 0, None] == places("rounding: none\n")


def test_without_levels_only_the_total_can_be_rounded() -> None:
    assert [None, None, None, 0, 2] == places("rounding: {total: 2}\n")
    assert [("PR421", "tiêu chí")] == said(mistakes(rules("rounding: {tiêu chí: 2}\n", NESTED)))


def test_decimals_are_a_whole_number_from_0_to_9() -> None:
    for wrong in ("-1", "10", "1.5", "hai"):
        found = mistakes(rules(f"rounding: {{total: {wrong}}}\n"))
        assert (["PR0"], wrong) == ([one.code[:3] for one in found], found[0].span and found[0].span.words)
