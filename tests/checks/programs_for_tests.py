"""Programs with mistakes: where each is found, and how it is told on a page that a person can read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

from parrules.api.load import read
from parrules.report.diagnostics import render
from parrules.syntax.parser import parse_program
from parrules.text.diagnostic import Diagnostic
from parrules.text.passage import whole
from parrules.text.source import Source
from parrules.text.spelling import Language
from parrules.text.wording import LANGUAGES

Found = tuple[Diagnostic, ...]
Places = list[tuple[str, str, str]]
"""Of each diagnostic its code, its line and column in the program, and the words with carets under them."""

HEAD = """\
parrules: 1
methodology: vn.kiem_thu
edition: "2025"
title: Bộ tiêu chí kiểm thử
fidelity: illustrative
valid: {from: 2025-01-01}
"""
"""How every rule file for tests begins."""

RULES = """\
criteria:
  - code: "1.1"
    title: Thực hiện nhiệm vụ
    max: 10
    score: |
PROGRAM\
  - {code: "1.2", title: Ban hành kế hoạch, max: 10, score: award maximum}
HEAD\
evidence:
  dân_số: {type: count}
  late: {type: count}
  assigned: {type: count}
  done: {type: count, within: assigned}
  r: {type: ratio}
  mountain: {type: yes_no}
  cost: {type: money, unit: triệu đồng, min: 0}
  area: {type: number, unit: km2, min: 0}
  rating: {type: one_of, options: [Kém, Trung bình, Tốt]}
  signed_on: {type: date}
  note: {type: text}
  tasks:
    columns:
      name: {type: text}
      cost: {type: money, unit: triệu đồng}
      due_on: {type: date}
      completed_on: {type: date, none: chưa hoàn thành}
"""
_FIRST_LINE, _INDENT = 6, 6


def rules(program: str) -> str:
    """A rule file with a program; its evidence is there for every case, and mostly not read."""
    lines = "".join(f"{'':{_INDENT}}{line}\n" if line else "\n" for line in program.split("\n"))
    return RULES.replace("HEAD", HEAD).replace("PROGRAM", lines)


def in_text(program: str) -> Found:
    """What is wrong with the text of a program by itself."""
    return parse_program(whole("câu", program), count(1))[1]


def in_rules(program: str) -> Found:
    """What is wrong with a rule file that has the program, but for the evidence that nothing reads."""
    return tuple(one for one in in_file(rules(program)) if one.code != "PR244")


def in_file(text: str) -> Found:
    """What is wrong with a whole rule file."""
    return read(Source("rules.yaml", text), "rules.yaml").diagnostics


def places(found: Found, *, in_program: bool = False) -> Places:
    """in_program: whether lines and columns are counted from where the program begins in `rules`."""
    line, column = (_FIRST_LINE - 1, _INDENT) if in_program else (0, 0)
    spans = [(one.code, one.span) for one in found if one.span is not None]
    return [(code, f"{span.line - line}:{span.column - column}", span.words) for code, span in spans]


def told(cases: Mapping[str, str], find: Callable[[str], Found], language: Language) -> str:
    """A page with every program and what is said of it, as a terminal of 80 columns shows it."""
    return "\n".join(f"# {name}\n{_shown(program, find(program), language)}\n" for name, program in cases.items())


def _shown(program: str, found: Found, language: Language) -> str:
    lines = [line if len(line) <= 100 else f"{line[:97]}..." for line in program.split("\n")][:12]
    written = "".join(f"    {line}".rstrip() + "\n" for line in lines)
    said = render(found, language).rpartition("\n\n")[0]  # without how many they are
    return f"{written}\n{said}"


def check_page(page: Path, cases: Mapping[str, str], find: Callable[[str], Found], rewrite: bool) -> None:
    """Compares what is told with the pages `page.vi.txt` and `page.en.txt`, or writes them anew."""
    for language in LANGUAGES:
        file = page.with_suffix(f".{language}.txt")
        text = told(cases, find, language)
        if rewrite:
            file.write_bytes(text.encode("utf-8"))
        assert file.read_text(encoding="utf-8") == text
