"""Words of plugins that begin a line: they stand wherever words of parrules do, and what they do wrong is said."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from parrules.api.verbs import check
from parrules.plugins.collect import brought_by, collect
from parrules.plugins.guarded import guarded
from parrules.plugins.kinds_of_hooks import is_taken
from parrules.testing import brought as brought_in_tests
from parrules.text.diagnostic import Diagnostic
from parrules.text.spelling import Language
from parrules.text.wording import LANGUAGES, message, messages
from small_plugins import install, parrules, receipts, scores

WORDS = '''\
"""Four words: one that counts double, one that gives double, one to begin with, one that holds the score."""

import parrules
from dataclasses import replace
from parrules.operators.expressions import *
from parrules.operators.ledger import Limit, Part, Post, Row

ALL = frozenset({"per", "up to", "because"})


def doubled(rows, node):
    return tuple(replace(row, amount=Product((Constant(2, node), row.amount), node)) for row in rows)


def twice_off(rows, node):
    REWRITE


@parrules.hookimpl
def parrules_statements():
    return (
        parrules.StatementWord("twice_off", ALL, twice_off, reduces=True),
        parrules.StatementWord("thưởng", ALL, lambda rows, node: Post("add", 1, doubled(rows, node))),
        parrules.StatementWord("start", ALL, lambda rows, node: Post("", 1, rows), is_base=True),
        parrules.StatementWord("hold_at", frozenset({"because"}), lambda rows, node: Limit("", rows), limits=True),
    )
'''
WELL = 'return Post("deduct", -1, doubled(rows, node), 99)'
RULES = """\
parrules: 1
methodology: an-example.patrols
edition: "2025"
title: {vi: Tuần tra, en: Patrols}
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  late: {type: count, title: {vi: Nhiệm vụ chậm, en: Tasks late}}
  seats: {type: count, title: {vi: Ghế, en: Seats}}
criteria:
  - code: "1"
    title: {vi: Nhiệm vụ, en: Tasks}
    max: 20
    score: |
      start 15 when late < 10
      otherwise 12
      twice_off 0.25 per late up to 3 because "{late} nhiệm vụ chậm"
      thưởng 0.5 per full 2 of seats
      hold_at 19
"""
EVIDENCE = """\
parrules: 1
evidence: an-example.patrols
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
stage: self
bodies: {a: {name: A}, b: {name: B}}
values:
  a: {late: 6, seats: 3}
  b: {late: 0, seats: 40}
"""
TESTS = """\
parrules: 1
tests: an-example.patrols
edition: "2025"
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
cases:
  - {test: some are late, given: {late: 6, seats: 3}, expect: {"1": 13}}
  - {test: none is late, given: {late: 0, seats: 0}, expect: {"1": 15}}
  - {test: many are late, given: {late: 10, seats: 0}, expect: {"1": 7}}
  - {test: twelve are late, given: {late: 12, seats: 0}, expect: {"1": 6}}
  - {test: as many as count, given: {late: 9, seats: 0}, expect: {"1": 10.5}}
  - {test: more than count, given: {late: 13, seats: 0}, expect: {"1": 6}}
  - {test: many seats, given: {late: 0, seats: 40}, expect: {"1": 19}}
  - {test: exactly as many as count, given: {late: 0, seats: 9}, expect: {"1": 19}}
"""


def rules_with(program: str | None) -> str:
    """The rules, with a program in place of theirs."""
    if program is None:
        return RULES
    return RULES[: RULES.index("      start")] + "".join(f"      {line}\n" for line in program.splitlines())


def brought(folder: Path, rewrite: str = WELL, program: str | None = None, words: str = WORDS) -> None:
    """The plugin, rules that use it and evidence. program: in place of that of the rules."""
    install(folder / "site", "lines", words.replace("REWRITE", rewrite))
    for name, text in (("rules.yaml", rules_with(program)), ("evidence.yaml", EVIDENCE), ("rules.test.yaml", TESTS)):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("lines")
    brought(made)
    return made


def module_of(source: str) -> ModuleType:
    """The module of a plugin that is not installed."""
    module = ModuleType("lines")
    exec(source, module.__dict__)  # noqa: S102  (it stands in this test)
    return module


def checked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, rewrite: str, program: str | None = None
) -> tuple[Diagnostic, ...]:
    """What is said of rules, in this process, as if the plugin were the only one that is installed."""
    words = brought_by(module_of(WORDS.replace("REWRITE", rewrite)), "lines")
    assert not isinstance(words, Diagnostic)
    named, known = words["parrules_statements"], collect()
    statements = {**known.vocabulary.statements, **{name: guarded(one, "lines") for name, one in named.items()}}
    names = {"lines": {"parrules_statements": tuple(named)}}
    with_it = replace(known, vocabulary=replace(known.vocabulary, statements=statements), brought=names)
    monkeypatch.setattr("parrules.plugins.collect.collect", lambda: with_it)
    path = folder / "rules.yaml"
    path.write_text(rules_with(program), encoding="utf-8", newline="\n")
    return check(str(path))


def codes_of(folder: Path, *arguments: str) -> list[str]:
    """The codes that `check` says, each with its line."""
    ended = parrules(folder, "check", "rules.yaml", *arguments)
    assert "UC" not in ended.stderr + ended.stdout, ended.stderr + ended.stdout
    return [f"{code} {line}" for line, code in re.findall(r":(\d+):\d+: \w+ (PR\d+)", ended.stdout + ended.stderr)]


def test_its_own_word_stands_in_entries_and_among_what_was_lost(folder: Path) -> None:
    (a, b), said, ended = receipts(folder)
    assert (["13"], ["19"], "", 0) == (scores(a), scores(b), said, ended)
    entries: Any = b["criteria"][0]["ledger"]
    assert [("start", "15"), ("twice_off", "0"), ("thưởng", "20"), ("hold_at", "-16")] == [
        (one["construct"], one["amount"]) for one in entries
    ]
    assert [("surplus", "-15"), ("hold_at", "16")] == [
        (one["cause"], one["amount"]) for one in b["criteria"][0]["lost"]
    ]
    assert [("fell_short", "4"), ("twice_off", "3")] == [
        (one["cause"], one["amount"]) for one in a["criteria"][0]["lost"]
    ]


def test_what_the_line_by_itself_comes_to_stands_with_what_its_word_makes_of_it(folder: Path) -> None:
    (a, _), _, _ = receipts(folder)
    off = a["criteria"][0]["ledger"][1]
    assert ("-3", "twice_off 0.25 per late up to 3 because", 17) == (off["amount"], off["words"][:39], off["line"])
    parts = {one["name"]: one["value"] for one in off["parts"]}
    assert {"rate": "0.25", "quantity": "6", "limit": "3", "as_written": "1.5"} == parts


def test_explain_tells_it_in_both_languages(folder: Path) -> None:
    english = " ".join(parrules(folder, "explain", "rules.yaml", "evidence.yaml", "--body", "a", "1").stdout.split())
    assert "Raise by 15 points: `start 15 when late < 10`. Of the 2 rows of the table, row 1" in english
    assert "Lower by 3 points (0.25 × 6; at most 3; the line by itself comes to 1.5), which makes 12:" in english
    assert "3 points: 6 nhiệm vụ chậm (`twice_off 0.25 per late up to 3`)" in english
    assert "`start` is a word of the plugin lines 1.0. `twice_off` is a word of the plugin lines 1.0." in english
    vietnamese = parrules(folder, "explain", "rules.yaml", "evidence.yaml", "--body", "b", "1", "--lang", "vi").stdout
    told = " ".join(vietnamese.split())
    assert "Giảm 0 điểm (0,25 × 0; nhiều nhất 3; riêng dòng này tính ra 0), thành 15: `twice_off" in told
    assert "Giảm 16 điểm, thành 19: `hold_at 19`" in told


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_ledger_the_table_and_the_losses_tell_it_in_both_languages(folder: Path, language: str) -> None:
    for arguments in (["evaluate", "--format", "ledger"], ["evaluate", "--format", "table"], ["lost", "--body", "b"]):
        command, *more = arguments
        ended = parrules(folder, command, "rules.yaml", "evidence.yaml", *more, "--lang", language)
        assert (0, "") == (ended.returncode, ended.stderr)
    assert "hold_at" in ended.stdout


@pytest.mark.parametrize("form", ["html", "xlsx", "docx"])
def test_it_stands_in_pages_and_office_files(folder: Path, form: str) -> None:
    pytest.importorskip({"xlsx": "xlsxwriter", "docx": "docx"}.get(form, "click"))
    written = ("--body", "b", "--format", form, "--output", f"written.{form}")
    ended = parrules(folder, "evaluate", "rules.yaml", "evidence.yaml", *written)
    assert (0, "") == (ended.returncode, ended.stderr)
    content = (folder / f"written.{form}").read_bytes()
    if form == "xlsx":
        import python_calamine

        book = python_calamine.CalamineWorkbook.from_path(str(folder / "written.xlsx"))
        content = repr([book.get_sheet_by_name(name).to_python() for name in book.sheet_names]).encode()
    elif form == "docx":
        import docx

        content = docx.Document(str(folder / "written.docx")).element.xml.encode()
    assert b"hold_at" in content


def test_it_is_listed_and_a_test_of_the_plugin_sees_it(folder: Path) -> None:
    assert "words that begin a line: hold_at, start, thưởng, twice_off" in parrules(folder, "plugins").stdout
    assert "từ mở đầu dòng: hold_at" in parrules(folder, "plugins", "--lang", "vi").stdout
    words = {"parrules_statements": ("hold_at", "start", "thưởng", "twice_off")}
    assert words == brought_in_tests(module_of(WORDS.replace("REWRITE", WELL)))


def test_a_second_run_gives_the_same_bytes_with_and_without_the_cache(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARRULES_CACHE", str(tmp_path))
    asked = ("evaluate", "rules.yaml", "evidence.yaml", "--format", "json")
    first, second = parrules(folder, *asked).stdout, parrules(folder, *asked).stdout
    assert any("twice_off" in one.read_text(encoding="utf-8") for one in tmp_path.iterdir())
    assert (first, first) == (second, parrules(folder, *asked, "--no-cache").stdout)


def test_fmt_keeps_it_in_both_spellings(folder: Path) -> None:
    assert 0 == parrules(folder, "fmt", "--check", "rules.yaml").returncode
    try:
        assert 0 == parrules(folder, "fmt", "--to", "vi", "rules.yaml").returncode
        spelled = (folder / "rules.yaml").read_text(encoding="utf-8")
        assert '      twice_off 0,25 mỗi late tối đa 3 vì "{late} nhiệm vụ chậm"' in spelled.splitlines()
        assert "      thưởng 0,5 mỗi đủ 2 của seats" in spelled.splitlines()
        assert ["PR309 14"] == codes_of(folder)
        assert ["13"] == scores(receipts(folder)[0][0])
        assert 0 == parrules(folder, "fmt", "--to", "en", "rules.yaml").returncode
        assert RULES.splitlines()[6:] == (folder / "rules.yaml").read_text(encoding="utf-8").splitlines()[-13:]
    finally:
        (folder / "rules.yaml").write_text(RULES, encoding="utf-8", newline="\n")


def test_where_the_plugin_is_not_installed_the_word_is_named_with_where_it_may_come_from(folder: Path) -> None:
    ended = parrules(folder, "check", "rules.yaml", off=True)
    said = " ".join((ended.stdout + ended.stderr).split())
    assert (3, 4) == (ended.returncode, said.count("PR215"))
    assert "if `hold_at` is the word of a plugin: that plugin is not installed here" in said
    ended = parrules(folder, "check", "rules.yaml", "--lang", "vi", off=True)
    assert "nếu `thưởng` là từ của một phần mở rộng" in " ".join((ended.stdout + ended.stderr).split())


def test_a_misspelt_word_is_told_the_one_that_is_meant(tmp_path: Path) -> None:
    brought(tmp_path, program="start 5\ntwcie_off 1 per late up to 5\nthuong 1 per seats")
    said = " ".join(parrules(tmp_path, "check", "rules.yaml").stdout.split())
    assert ("did you mean `twice_off`?" in said, "did you mean `thưởng`?" in said) == (True, True)


def test_diff_shows_its_lines(tmp_path: Path) -> None:
    brought(tmp_path)
    later = RULES.replace("2025", "2026").replace("hold_at 19", "hold_at 18")
    (tmp_path / "later.yaml").write_text(later, encoding="utf-8", newline="\n")
    said = parrules(tmp_path, "diff", "rules.yaml", "later.yaml").stdout
    assert ["− hold_at 19", "+ hold_at 18"] == [line.strip() for line in said.splitlines() if "hold_at" in line]


def test_coverage_and_changed_rules_look_at_its_lines(folder: Path) -> None:
    ended = parrules(folder, "test", "rules.yaml", "--coverage", "--mutants")
    told = " ".join((ended.stdout + ended.stderr).split())
    assert "shown: 14 of 14 situations" in told
    assert re.search(r"noticed: (\d+) of \1 changes", told)
    (folder / "rules.test.yaml").write_text(TESTS[: TESTS.index("  - {test: many seats")], encoding="utf-8")
    try:
        ended = parrules(folder, "test", "rules.yaml", "--coverage", "--mutants")
        said = " ".join((ended.stdout + ended.stderr).split())
    finally:
        (folder / "rules.test.yaml").write_text(TESTS, encoding="utf-8", newline="\n")
    assert (1, True) == (ended.returncode, "no test notices when `hold_at 19` is taken away" in said)


DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("page", ["vi/plugins.md", "en/plugins.md"])
def test_the_word_of_the_documentation_does_what_the_page_says(tmp_path: Path, page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    blocks = re.findall(r"```(python|yaml)\n(.*?)```", text, re.DOTALL)
    at = next(place for place, (_, block) in enumerate(blocks) if "parrules_statements" in block)
    words, program = blocks[at][1], blocks[at + 1][1].split("score: |\n")[1]
    brought(tmp_path, words=words, program="\n".join(line.strip() for line in program.splitlines()))
    evidence = EVIDENCE.replace("late: 6", "late: 3").replace("late: 0", "late: 30")
    (tmp_path / "evidence.yaml").write_text(evidence, encoding="utf-8", newline="\n")
    (a, b), said, ended = receipts(tmp_path)
    assert (["18.5"], ["17"], "", 0) == (scores(a), scores(b), said, ended)
    parts = {one["name"]: one["value"] for one in a["criteria"][0]["ledger"][1]["parts"]}
    assert ("1.2", "-1.5") == (parts["as_written"], a["criteria"][0]["ledger"][1]["amount"])


ORDER = {
    "what reduces stands first": ("twice_off 1 per late", ["PR237 15"]),
    "two bases": ("award 5\nstart 5", ["PR236 16"]),
    "a base behind something": ("add 5\nstart 5", ["PR235 16"]),
    "a base that does not cover every case": ("start 5 when late > 3", ["PR302 15"]),
    "a base that may give more than the maximum": ("start 1 per late", ["PR304 15"]),
    "a clause that the word does not take": ("start 5\nhold_at 5 up to 3", ["PR232 16"]),
    "an amount that is no points": ("start 5\nthưởng late", ["PR231 16"]),
    "an amount that may be below 0": ("start 5\nthưởng 2 - 1 * 3 per late", ["PR303 16"]),
    "a limit that never bites": ("start 5\nhold_at 6", ["PR306 16"]),
    "a quotient that may be none": ("start 5\nthưởng 5 * late / seats", ["PR301 16"]),
}


@pytest.mark.parametrize(("program", "codes"), ORDER.values(), ids=ORDER)
def test_it_is_checked_like_a_word_of_the_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, codes: list[str]
) -> None:
    found = checked(tmp_path, monkeypatch, WELL, program)
    told = [f"{one.code} {one.span.line if one.span else 0}" for one in found]
    assert codes == [one for one in told if one[:5] not in ("PR309", "PR244")]


def test_a_program_of_classes_takes_it(tmp_path: Path) -> None:
    brought(tmp_path)
    rules = RULES.replace("criteria:\n", "classes: [low, middle, high]\nclass: |\n  start \"high\" when total > 10\n"
                          "  otherwise \"middle\"\n  hold_at \"middle\" when late > 3\n  twice_off 1 when late > 3\n"
                          "criteria:\n")  # fmt: skip
    (tmp_path / "rules.yaml").write_text(rules, encoding="utf-8", newline="\n")
    assert ["PR309 19"] == codes_of(tmp_path)
    (a, b), _, _ = receipts(tmp_path)
    assert (["low"], ["high"]) == (a["classes"], b["classes"])
    (tmp_path / "rules.yaml").write_text(rules.replace('hold_at "middle"', "hold_at 1"), encoding="utf-8")
    assert ["PR241 14"] == codes_of(tmp_path)


WRONG = {
    "it raises": ("return rows[7]", "PR606", "IndexError"),
    "it never ends by itself": ("return twice_off(rows, node)", "PR606", "RecursionError"),
    "it ends the program": ("raise SystemExit(0)", "PR606", "SystemExit"),
    "it gives nothing": ("return None", "PR607", "NoneType"),
    "it gives a limit": ("return Limit('', rows)", "PR607", "Limit"),
    "it gives no rows": ("return Post('', -1, ())", "PR607", "Post(rows=0)"),
    "it gives rows twice": ("return Post('', -1, rows * 2)", "PR607", "Post(rows=2)"),
    "it gives something else for rows": ("return Post('', -1, (5,))", "PR607", "rows: int"),
    "it gives a sign that is none": ("return Post('', 2, rows)", "PR607", "Post(sign=2)"),
    "it reads a figure that is not there": ("return CHANGED(Figure('nowhere'))", "PR607", "Figure('nowhere')"),
    "it reads what its line does not name": ("return CHANGED(Figure('seats'))", "PR607", "Figure('seats')"),
    "it reads another score": ("return CHANGED(ScoreOf('1'))", "PR607", "ScoreOf('1')"),
    "it takes a name for itself": (
        "from parrules import Kind; return CHANGED(Named('late', Constant(1), Kind('count')))",
        "PR607",
        "Named('late')",
    ),
    "it counts records": ("return CHANGED(Gather('count', 'bodies', None, None))", "PR607", "Gather('bodies')"),
    "it gives a float": ("return CHANGED(Constant(0.5))", "PR607", "float"),
    "it gives a text": ("return CHANGED(Constant('much'))", "PR607", "Constant"),
    "it adds a text": ("return CHANGED(Sum((row.amount, Constant('much'))))", "PR607", "Sum"),
    "it adds what is no operator": ("return CHANGED(Sum(5))", "PR607", "Post"),
    "it adds nothing": ("return CHANGED(Sum(()))", "PR607", "Sum"),
    "its condition is a number": ("return Post('', -1, (replace(rows[0], when=Constant(1)),))", "PR607", "Constant"),
    "its condition gives no row": (
        "return CHANGED(First((Choice(Constant(True), row.amount),)))",
        "PR607",
        "First",
    ),
    "it becomes very large": ("return CHANGED(Sum((row.amount,) * 20_000))", "PR607", "Sum(...) of more than 10000"),
    "it becomes very deep": (
        "a = rows[0].amount\n    for _ in range(40):\n        a = Negative(a)\n"
        "    return Post('', -1, (replace(rows[0], amount=a),))",
        "PR607",
        "Negative(...) deeper than 32",
    ),
    "its parts are none": ("return Post('', -1, (replace(rows[0], parts=(5,)),))", "PR607", "Row.parts"),
}


@pytest.mark.parametrize(("rewrite", "code", "given"), WRONG.values(), ids=WRONG)
def test_what_it_does_wrong_is_said_where_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rewrite: str, code: str, given: str
) -> None:
    changed = re.sub(r"CHANGED\((.*)\)$", r"Post('', -1, tuple(replace(row, amount=\1) for row in rows))", rewrite)
    (found,) = [one for one in checked(tmp_path, monkeypatch, changed) if one.is_error]
    assert found.span is not None
    assert (code, "twice_off", 17) == (found.code, found.span.words, found.span.line)
    assert given in message(found, "en").says


LEFT_OUT = {
    "a word of parrules": ("deduct", "UC205"),
    "a word of parrules in Vietnamese": ("trừ", "UC205"),
    "a keyword": ("when", "UC205"),
    "a keyword in Vietnamese": ("mỗi", "UC205"),
    "a function": ("round", "UC205"),
    "a name that programs know": ("maximum", "UC205"),
    "what a receipt calls something of the engine": ("hold", "UC205"),
    "the beginning of a word of two": ("cap", "UC205"),
    "the same word again": ("start", "UC205"),
    "a word with a space": ("take off", "UC204"),
    "a word with a sign": ("take-off", "UC204"),
    "a word of other letters": ("штраф", "UC204"),
    "a word that is not composed": ("thu\\u031bo\\u031b\\u0309ng", "UC204"),
    "no word": ("", "UC204"),
}


@pytest.mark.parametrize(("word", "code"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_a_word_that_cannot_be_one_leaves_the_plugin_out(word: str, code: str) -> None:
    found = brought_by(module_of(WORDS.replace('"twice_off"', f'"{word}"').replace("REWRITE", WELL)), "lines")
    assert isinstance(found, Diagnostic)
    assert code == found.code


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_can_be_called_what_reports_have_words_for(language: Language) -> None:
    words = messages("receipt", language)
    causes = {key.removeprefix("cause_") for key in words["lost"] if key.startswith("cause_")}
    named = {*words["construct"], *causes, *words["loss"]} - {"row", "reason", "fell_short_in"}
    free = {name for name in named if not is_taken("parrules_statements", name)}
    assert {name for name in free if not name.endswith("_bare")} == set()


FIELDS = {
    "clauses that are none": ("ALL, twice_off, reduces=True", '{"when"}, twice_off', "StatementWord.clauses"),
    "clauses in a list": ("ALL, twice_off", "['per'], twice_off", "StatementWord.clauses"),
    "no yes and no no": ("reduces=True", "reduces=1", "StatementWord.reduces"),
    "a base that reduces": ("reduces=True", "reduces=True, is_base=True", "StatementWord.reduces"),
    "a base that limits": ("reduces=True", "limits=True, is_base=True", "StatementWord.limits"),
    "nothing to call": ("ALL, twice_off", "ALL, 5", "StatementWord.rewrite"),
}


@pytest.mark.parametrize(("before", "after", "given"), FIELDS.values(), ids=FIELDS)
def test_a_word_that_contradicts_itself_leaves_the_plugin_out(before: str, after: str, given: str) -> None:
    found = brought_by(module_of(WORDS.replace(before, after, 1).replace("REWRITE", WELL)), "lines")
    assert isinstance(found, Diagnostic)
    assert ("UC204", given) == (found.code, dict(found.arguments)["given"])


def test_of_two_plugins_that_bring_one_word_the_first_stands(tmp_path: Path) -> None:
    brought(tmp_path)
    install(tmp_path / "site", "zebra", WORDS.replace("REWRITE", WELL))
    (a, _), said, _ = receipts(tmp_path)
    assert (["13"], 1) == (scores(a), said.count("UC205"))


def test_a_function_that_lies_about_its_kind_is_named_where_it_stands(tmp_path: Path) -> None:
    words = (
        "import parrules\nfrom parrules.operators.expressions import *\n\n"
        "@parrules.hookimpl\ndef parrules_functions():\n"
        "    return (parrules.Function('oddly', 1, 1, lambda arguments, span: arguments[0].kind, REWRITE),)\n"
    )
    brought(
        tmp_path,
        "lambda values, node: IsNone(values[0])",
        "add 1 per seats up to 5\nadd 1 per oddly(late) up to 5",
        words,
    )
    assert ["PR607 16"] == codes_of(tmp_path)
