"""What every page has around it: its head with the style, whose page it is, its contents, and how it was made."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from parrules.report.html.charts import patterns
from parrules.report.html.markup import Child, Markup, tag, together
from parrules.report.html.tables import pairs, paragraphs
from parrules.report.html.words import page_said
from parrules.report.table import about, signs_words
from parrules.report.words import said
from parrules.scoring.sheet import Sheet
from parrules.text.spelling import Language

_NOTHING_FROM_ELSEWHERE = "default-src 'none'; style-src 'unsafe-inline'"
"""The browser itself keeps the page from loading or running anything, whatever stands in the evidence."""


_STANDING_SIGNS = (("standing.level_note", "="), ("standing.perhaps_note", "*"))
"""What may stand behind a place, and where it is explained."""


def page(
    kind: str,
    title: str,
    of: Sheet,
    summary: Sequence[tuple[str, Child]],
    sections: Sequence[Markup | None],
    language: Language,
    back: tuple[str, str] | None = None,
) -> str:
    """A whole page.

    kind: what it is, said above its title; of: the sheet, or any of the round; back: a link and its words.
    """
    shown = [one for one in sections if one is not None]
    content = together(shown)
    link = tag("p", tag("a", back[1], href=back[0]), class_="screen") if back else None
    body = tag(
        "body",
        patterns(),
        tag("header", link, tag("p", kind, class_="kind"), tag("h1", title), paragraphs(about(of, language), "about")),
        tag("main", pairs(summary, "summary"), content, _notes(content.text, language)),
        _footer(of, language),
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", http_equiv="Content-Security-Policy", content=_NOTHING_FROM_ELSEWHERE),
        tag("meta", name="generator", content=of.engine),
        tag("title", f"{title} · {kind}"),
        tag("style", Markup(_style())),
    )
    return f"<!doctype html>{tag('html', head, body, lang=language).text}\n"


def _notes(shown: str, language: Language) -> Markup | None:
    """What the signs on the page mean, where it shows them."""
    words = signs_words(shown, language)
    words += [said(key, language) for key, end in _STANDING_SIGNS if f"{end}</td>" in shown]
    return tag("div", paragraphs(words), class_="notes") if words else None


def _footer(of: Sheet, language: Language) -> Markup:
    named = (
        ("methodology_digest", of.methodology_digest),
        ("evidence_digest", of.evidence_digest),
        ("engine", ", ".join([of.engine, *map(str, of.plugins)])),
    )
    made = [(page_said(key, language), tag("code", value)) for key, value in named if value]
    return tag("footer", pairs(made), tag("p", page_said("exact", language)))


@cache
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")
