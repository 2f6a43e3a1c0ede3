"""What a code means: its sentence, why it is refused, and an example; for one code, and for all as a page."""

from __future__ import annotations

from collections import defaultdict

from parrules.report.columns import wrapped
from parrules.report.words import said
from parrules.text.spelling import Language
from parrules.text.wording import SUBJECTS, Wording, codes, fill, wording


def explain_code(code: str, language: Language, width: int = 80) -> str | None:
    """The explanation of a code for a terminal; None when there is no such code."""
    words = wording(code, language)
    if words is None:
        return None
    parts = [wrapped(f"{code}: {_unnamed(words.says)}", width, "", "  ")]
    parts += [wrapped(paragraph, width) for paragraph in words.explains.split("\n\n") if paragraph]
    if words.hints:
        hints = [line for hint in words.hints for line in wrapped(_unnamed(hint), width, "  - ", "    ")]
        parts.append([said("code.hints", language), *hints])
    if words.example:
        parts.append([said("code.example", language), *_indented(words.example)])
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def codes_page(language: Language) -> str:
    """A page of Markdown with every code, by subject."""
    parts = [f"# {said('code.page_title', language)}", said("code.page_intro", language)]
    for subject in dict.fromkeys(SUBJECTS.values()):
        found = [code for code in codes() if SUBJECTS[code[:3]] == subject]
        if not found:
            continue
        parts.append(f"## {said(f'code.subject_{subject}', language)}")
        for code in found:
            words = wording(code, language)
            if words is not None:
                parts += _section(code, words, language)
    return "\n\n".join(parts) + "\n"


def _section(code: str, words: Wording, language: Language) -> list[str]:
    parts = [f"### {code}", _unnamed(words.says)]
    if words.explains:
        parts.append(words.explains)
    if words.hints:
        parts.append("\n".join([said("code.hints", language), "", *(f"- {_unnamed(hint)}" for hint in words.hints)]))
    if words.example:
        fence = "````" if "```" in words.example else "```"
        parts += [said("code.example", language), f"{fence}text\n{words.example}\n{fence}"]
    return parts


def _unnamed(template: str) -> str:
    """The words with `…` where a message quotes what was found."""
    return fill(template, defaultdict(lambda: "…"))


def _indented(text: str) -> list[str]:
    return [f"    {line}".rstrip() for line in text.splitlines()]
