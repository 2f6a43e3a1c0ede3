"""What programs come to when every name in them is followed is bounded, and never a circle."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

from methodology.said_for_tests_of_rules import HEAD
from parrules.api.cache import Cache
from parrules.api.find import RuleFile
from parrules.api.load import load, read
from parrules.text.source import Source

TABLE = "  tasks: {title: Việc, columns: {x: {type: number, title: X}}}\n"


def rules(*lines: str, evidence: str = "") -> str:
    program = "".join(f"      {line}\n" for line in lines)
    figures = f"evidence:\n  f0: {{type: number, title: F}}\n{evidence}"
    return f'{HEAD}{figures}criteria:\n  - code: "1"\n    title: Một\n    max: 10\n    score: |\n{program}'


def chain(count: int, link: str) -> str:
    """Figures, each computed from the one before, which is called `_` in `link`."""
    return "".join(
        f"  f{i}: {{type: number, title: F, formula: {link.replace('_', f'f{i - 1}')}}}\n" for i in range(1, count)
    )


def within(figure: str) -> str:
    return f"award min(10, max(0, {figure}))"


def found(text: str) -> list[tuple[str, int, str]]:
    """The code, the line and the words of every diagnostic."""
    diagnostics = read(Source("rules.yaml", text), "rules.yaml").diagnostics
    return [(one.code, one.span.line, one.span.words.partition("\n")[0]) for one in diagnostics if one.span]


def test_a_name_that_doubles_at_every_link_is_refused() -> None:
    assert [("PR247", 20, "f11 + f11")] == found(rules(within("f39"), evidence=chain(40, "_ + _")))
    lines = [f"n{i} = n{i - 1} + n{i - 1}" for i in range(1, 14)]
    assert [("PR247", 14, "n0 = f0")] == found(rules("n0 = f0", *lines, within("n13")))


def test_what_a_word_repeats_is_counted() -> None:
    line = "award min(10, " + "abs(" * 20 + "f0" + ")" * 20 + ")"
    assert [("PR247", 14, line)] == found(rules(line))


def test_the_middle_of_a_comparison_counts_twice_and_so_does_what_a_reason_quotes() -> None:
    lines = [f"n{i} = (1 when 0 < n{i - 1} < 3 otherwise 2)" for i in range(1, 13)]
    assert ["PR247"] == [code for code, _, _ in found(rules("n0 = f0", *lines, "award n12"))]
    doubled = [f"n{i} = n{i - 1} + n{i - 1}" for i in range(1, 11)]
    reason = f'award 1 because "{"{n10} " * 8}"'
    assert ["PR247"] == [code for code, _, _ in found(rules("n0 = f0", *doubled, reason))]


def test_a_chain_too_long_to_follow_is_refused() -> None:
    assert [("PR248", 59, "f50 + 1")] == found(rules(within("f999"), evidence=chain(1000, "_ + 1")))


def test_the_longest_chain_that_is_allowed_is_checked_kept_and_scored(tmp_path: Path) -> None:
    text = rules(within("f46"), evidence=chain(47, "_ + 1"))
    assert [] == found(text)
    deep = rules(within("f3"), evidence=chain(4, "(" * 29 + "_" + " + 1)" * 29))
    assert [] == found(deep)
    for name, written in (("long.yaml", text), ("deep.yaml", deep)):
        path = tmp_path / name
        path.write_text(written, encoding="utf-8", newline="\n")
        first, second = (load(RuleFile(path, name), Cache(tmp_path / "cache"), ()) for _ in range(2))
        assert first.plan is not None
        assert (first.plan, None) == (second.plan, second.checked)
    assert 2 == len(list((tmp_path / "cache").glob("*.entry")))


def test_a_column_computed_from_a_figure_that_is_computed_from_it_is_a_circle() -> None:
    figure = "  t: {type: number, title: T, formula: sum(x of tasks)}\n"
    table = "  tasks: {title: Việc, columns: {x: {type: number, title: X, formula: t + 1}}}\n"
    assert [("PR242", 9, "sum(x of tasks)")] == found(rules(within("f0 + sum(x of tasks)"), evidence=figure + table))


def test_columns_computed_from_each_other_are_a_circle() -> None:
    columns = "{a: {type: number, title: A, formula: b + 1}, b: {type: number, title: B, formula: a + 1}}"
    table = f"  tasks: {{title: Việc, columns: {columns}}}\n"
    assert [("PR242", 9, "b + 1")] == found(rules("award min(10, max(0, sum(a of tasks) + f0))", evidence=table))


def test_aggregates_stand_in_one_another_three_deep_at_most() -> None:
    three = "sum((x + " * 2 + "sum(x of tasks)" + ") of tasks)" * 2 + " + f0"
    four = "sum((x + " * 3 + "mean(x of tasks)" + ") of tasks)" * 3 + " + f0"
    assert [] == found(rules(within(three), evidence=TABLE))
    assert [("PR250", 15, within(four))] == found(rules(within(four), evidence=TABLE))


def test_all_programs_together_are_bounded_too() -> None:
    figures = chain(10, "_ + _") + "  used: {type: number, title: U}\n"
    one = '  - code: "{i}"\n    title: a\n    max: 10\n    score: |\n      award min(10, max(0, f9 + used))\n'
    text = rules(within("f9 + used"), evidence=figures)
    many = text + "".join(one.replace("{i}", str(i)) for i in range(2, 60))
    assert [] == found(text)
    assert [("PR249", 2, "vn.kiem_thu")] == found(many)
