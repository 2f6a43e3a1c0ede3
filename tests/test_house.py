"""The habits of the house that no linter keeps: layers, start-up, names, lengths, and words for every code."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import parrules
from parrules.text.spelling import Language
from parrules.text.wording import LANGUAGES, SUBJECTS, codes, messages

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "parrules").rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}
SUBJECTS_OF_WORDS = sorted(path.stem for path in (ROOT / "src/parrules/text/messages/vi").glob("*.toml"))
HOMES = {
    "lark": "syntax",
    "yaml": "syntax",
    "jsonschema": "syntax",
    "pluggy": "plugins",
    "click": "cli",
    "rich": "report",
    "xlsxwriter": "report",
    "docx": "report",
    "python_calamine": "evidence",
    "duckdb": "evidence",
    "psycopg": "evidence",
}
NOT_IN_A_NAME = {
    *("manager", "managers", "handler", "handlers", "processor", "processors", "helper", "helpers"),
    *("util", "utils", "misc", "data", "info", "item", "items"),
}
EVERY_CODE_HAS = ("says", "explains", "example")
LONGEST = 300


def in_a_child(program: str) -> str:
    """What a fresh interpreter prints."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout


def loaded_by(statement: str) -> set[str]:
    """Which of the libraries that are slow to import, and of our packages, a statement imports."""
    names = set(in_a_child(f"import sys\n{statement}\nprint(' '.join(sys.modules))").split())
    return {name for name in names if name in HOMES or name.startswith("parrules.")}


def test_importing_parrules_imports_nothing_else() -> None:
    assert set() == loaded_by("import parrules")


def test_the_version_is_told_without_importing_the_reader_of_options() -> None:
    program = "import sys; from parrules.cli.main import main; main(['--version']); print(*sys.modules)"
    version, _, modules = in_a_child(program).partition("\n")
    assert f"parrules {parrules.__version__}" == version
    assert set() == set(HOMES) & set(modules.split())


def test_what_a_second_run_needs_imports_no_grammar_and_no_validator() -> None:
    found = loaded_by("import parrules.api.find, parrules.api.heads, parrules.api.cache, parrules.plan.canonical")
    assert set() == found & HOMES.keys()


def test_the_version_is_the_one_that_is_published() -> None:
    published = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert published == parrules.__version__


def test_text_flows_one_way_through_the_house() -> None:
    program = "from importlinter.cli import lint_imports_command as check; check(['--no-cache'])"
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert 0 == ended.returncode, ended.stdout + ended.stderr


def test_modules_are_short() -> None:
    lengths = {_shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {} == {name: length for name, length in lengths.items() if length >= LONGEST}


def test_a_module_that_has_anything_says_what_it_is() -> None:
    assert [] == [_shown(path) for path, tree in TREES.items() if tree.body and not ast.get_docstring(tree)]


def test_no_name_is_empty_of_meaning() -> None:
    named = {_shown(path): {path.stem, *_names_given(tree)} for path, tree in TREES.items()}
    empty = {path: [name for name in names if NOT_IN_A_NAME & set(_words_of(name))] for path, names in named.items()}
    assert {} == {path: names for path, names in empty.items() if names}


def test_a_library_is_imported_in_its_home_only() -> None:
    found = {(_shown(path), name.partition(".")[0]) for path, tree in TREES.items() for name in _imports(tree)}
    assert [] == sorted((path, name) for path, name in found if name in HOMES and HOMES[name] != path.split("/")[0])


def test_text_files_are_read_and_written_in_a_named_encoding() -> None:
    calls = [(path, call) for path, tree in TREES.items() for call in ast.walk(tree) if isinstance(call, ast.Call)]
    assert [] == [f"{_shown(path)}:{call.lineno}" for path, call in calls if _leaves_encoding_open(call)]


def test_words_stand_in_both_languages_in_one_order_and_quote_the_same() -> None:
    vietnamese, english = ({subject: messages(subject, one) for subject in SUBJECTS_OF_WORDS} for one in LANGUAGES)
    assert _quoted(vietnamese) == _quoted(english)
    assert {key: list(words) for key, words in vietnamese.items()} == {
        key: list(words) for key, words in english.items()
    }


def test_every_code_is_explained_with_an_example() -> None:
    words = {(code, language): _words_for(code, language) for code in codes() for language in LANGUAGES}
    assert [] == [of for of, table in words.items() if not all(table.get(key, "").strip() for key in EVERY_CODE_HAS)]
    assert [] == [of for of, table in words.items() if set(table) - {*EVERY_CODE_HAS, "hints"}]


def test_what_a_code_says_is_a_clause_and_no_sentence() -> None:
    says = {(code, language): _words_for(code, language).get("says", "") for code in codes() for language in LANGUAGES}
    assert [] == [of for of, text in says.items() if text.endswith(".")]
    assert [] == [of for of, text in says.items() if text[:1].isupper() and not text.split()[0].isupper()]


def test_every_code_that_has_words_is_raised_and_every_code_that_is_raised_has_words() -> None:
    assert set(codes()) == _codes_in(SOURCES)


def test_every_code_is_tested() -> None:
    tests = [path for path in (ROOT / "tests").rglob("*") if path.suffix in (".py", ".txt", ".json", ".yaml", ".toml")]
    assert [] == sorted(set(codes()) - _codes_in(tests))


def _shown(path: Path) -> str:
    return path.relative_to(ROOT / "src" / "parrules").as_posix()


def _words_for(code: str, language: Language) -> dict[str, Any]:
    table: dict[str, Any] = messages(SUBJECTS[code[:3]], language).get(code, {})
    return table


def _codes_in(paths: list[Path]) -> set[str]:
    return {code for path in paths for code in re.findall(r"\b(?:PR|EV|UC)\d{3}\b", _text(path))}


def _text(path: Path) -> str:
    """The text of a file; some files of the tests are no text, and are there for that."""
    return path.read_text(encoding="utf-8", errors="replace")


def _quoted(words: object) -> object:
    """The same tables and lists, with the names that each sentence quotes in place of the sentence."""
    if isinstance(words, dict):
        return {key: _quoted(under) for key, under in words.items() if key != "example"}
    if isinstance(words, list):
        return [_quoted(one) for one in words]
    if not isinstance(words, str):
        return words
    # What a plugin says is quoted in the language of the sentence: `{vi}` or `{en}`.
    return sorted({"text" if name in LANGUAGES else name for _, name, _, _ in Formatter().parse(words) if name})


def _names_given(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.alias) and node.asname:
            yield node.asname


def _words_of(name: str) -> list[str]:
    """`rowsOfTable`, `RowsOfTable` and `rows_of_table` are three words."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[^A-Z_]+", name)]


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _leaves_encoding_open(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "formatter":
        return False  # click's formatter of help, whose `write_text` writes no file
    if isinstance(call.func, ast.Attribute) and getattr(call.func.value, "attr", "") == "zip":
        return False  # a part of a zip file, which is bytes
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in ("read_text", "write_text"):
        return "encoding" not in {key.arg for key in call.keywords} and not (name == "read_text" and call.args)
    if name != "open" or (isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "os"):
        return False
    binary = any(isinstance(one, ast.Constant) and "b" in str(one.value) for one in call.args[-1:])
    return not binary and "encoding" not in {key.arg for key in call.keywords}
