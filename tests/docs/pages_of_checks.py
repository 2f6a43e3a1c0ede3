"""What each check finds, as its module says in English and its messages in Vietnamese."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections import defaultdict
from dataclasses import dataclass

import parrules.checks
from parrules.text.spelling import Language
from parrules.text.wording import fill, wording

_MADE = re.compile(r"\b(diagnostic|warning)\(\s*\"(PR3[0-9]{2})\"")
_HEADING = re.compile(r"(?m)^\*\*(What it finds|Why|Instead)\*\*: ")
_LABELS = {
    "en": ("What it finds", "Why", "Instead", "error", "warning"),
    "vi": ("Phát hiện", "Vì sao", "Nên làm", "lỗi", "cảnh báo"),
}


@dataclass(frozen=True)
class CheckTold:
    """A module of checks: its codes, whether each is an error, and what it says of itself under fixed headings."""

    module: str
    codes: tuple[tuple[str, bool], ...]
    said: dict[str, str]


def checks_told() -> list[CheckTold]:
    """Every module that makes a diagnostic, by its first code."""
    found = []
    for one in pkgutil.iter_modules(parrules.checks.__path__):
        module = importlib.import_module(f"parrules.checks.{one.name}")
        made = {code: way == "diagnostic" for way, code in _MADE.findall(inspect.getsource(module))}
        if made:
            pieces = _HEADING.split(inspect.cleandoc(module.__doc__ or ""))
            said = {name: " ".join(text.split()) for name, text in zip(pieces[1::2], pieces[2::2], strict=True)}
            found.append(CheckTold(one.name, tuple(sorted(made.items())), said))
    return sorted(found, key=lambda one: one.codes)


def checks_part(language: Language) -> str:
    """A section a module."""
    return "\n\n".join(_section(one, language) for one in checks_told())


def _section(one: CheckTold, language: Language) -> str:
    finds, why, instead, error, warned = _LABELS[language]
    lines = [f"### {', '.join(code for code, _ in one.codes)}"]
    if language == "en":
        lines += [f"**{name}**: {one.said[name]}" for name in (finds, why, instead)]
    for code, is_error in one.codes:
        words = wording(code, language)
        assert words is not None
        kind = error if is_error else warned
        lines.append(f"[{code}](codes.md#{code.lower()}) ({kind}): {_unnamed(words.says)}.")
        if language == "vi":
            lines.append(f"**{why}**: {' '.join(words.explains.split())}")
            lines.append("\n".join([f"**{instead}**:", "", *(f"- {_unnamed(hint)}" for hint in words.hints)]))
        lines.append(f"```text\n{words.example}\n```")
    return "\n\n".join(lines)


def _unnamed(template: str) -> str:
    return fill(template, defaultdict(lambda: "…"))
