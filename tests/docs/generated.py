"""The parts of pages that are made from the program itself, and never by hand."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

from docs.keys_of_files import key_tables
from docs.pages import ROOT, language_of
from docs.pages_of_checks import checks_part
from parrules.cli.frame import COMMANDS
from parrules.cli.main import main
from parrules.evidence.shape import evidence_schema
from parrules.evidence.shape_of_calendars import calendars_schema
from parrules.evidence.shape_of_printed import published_schema
from parrules.methodology.shape import rule_file_schema
from parrules.plugins.collect import collect
from parrules.report.codes import codes_page
from parrules.syntax.keywords import FUNCTIONS, KEYWORDS, KNOWN_NAMES, OPENINGS, STATEMENTS
from parrules.text.spelling import Language
from parrules.trials.shape import schema_of_tests

MADE = {
    "vi": "*Phần này do máy lập; đừng sửa tay: `python -m pytest tests/docs --rewrite`.*",
    "en": "*This part is made by the program; do not edit it: `python -m pytest tests/docs --rewrite`.*",
}
GROUPS = {
    "vi": ("đầu dòng", "trong dòng", "hàm", "gộp bảng kê"),
    "en": ("at the start of a line", "inside a line", "functions", "aggregates"),
}
PARTS = {
    "vi": ("đầu dòng", "trong dòng", "hàm, trước dấu ngoặc", "tên có sẵn"),
    "en": ("at the start of a line", "inside a line", "functions, before a parenthesis", "names that are there"),
}

_MARKED = re.compile(
    r"(?P<start><!-- generated: (?P<name>[\w ]+) -->\n)(?P<inside>.*?)(?P<end><!-- end -->)", re.DOTALL
)


def up_to_date(page: Path) -> str:
    """The text of a page with every generated part made anew."""
    language = language_of(page)
    if page.name == "codes.md":
        return codes_page(language)
    text = page.read_text(encoding="utf-8")
    return _MARKED.sub(
        lambda one: one["start"] + f"{MADE[language]}\n\n{_made(one['name'], language)}\n" + one["end"], text
    )


def generated_pages() -> list[Path]:
    return sorted((ROOT / "docs").glob("??/*.md"))


def _made(name: str, language: Language) -> str:
    match name.split():
        case ["checks"]:
            return checks_part(language)
        case ["words"]:
            return _words(language)
        case ["spellings"]:
            return _spellings(language)
        case ["keys", "methodology"]:
            return key_tables(rule_file_schema(), language)
        case ["keys", "published"]:
            return key_tables(published_schema(), language)
        case ["keys", "calendars"]:
            return key_tables(calendars_schema(), language)
        case ["keys", "tests"]:
            return key_tables(schema_of_tests(), language)
        case ["keys", "evidence"]:
            return key_tables(evidence_schema(), language)
        case ["help", command] if command in COMMANDS:
            return f"```text\n{_help(command, language)}```"
    raise ValueError(f"nothing makes {name!r}")


def _words(language: Language) -> str:
    known = collect().vocabulary
    opening = [*known.statements]
    inside = [one.en for one in (*KEYWORDS, *OPENINGS) if one.en not in opening]
    lists = (opening, inside, [*known.functions], [*known.gatherings])
    rows = [
        f"| {group} | {' '.join(f'`{word}`' for word in sorted(words))} |"
        for group, words in zip(GROUPS[language], lists, strict=True)
    ]
    return "| | |\n|---|---|\n" + "\n".join(rows)


def _spellings(language: Language) -> str:
    """Every word of the language in English and in Vietnamese."""
    parts = ((*STATEMENTS, OPENINGS[0]), (*KEYWORDS, *OPENINGS[1:]), FUNCTIONS, KNOWN_NAMES)
    rows = [
        f"| {part} | `{one.en}` | `{one.vi}` |" if one is words[0] else f"| | `{one.en}` | `{one.vi}` |"
        for part, words in zip(PARTS[language], parts, strict=True)
        for one in words
    ]
    return "\n".join(("| | `language: en` | `language: vi` |", "|---|---|---|", *rows))


def _help(command: str, language: Language) -> str:
    """What `parrules COMMAND --help` prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        main([command, "--help", "--lang", language])
    return printed.getvalue()
