"""The words of pages that other reports do not have: looked up in `messages/{vi,en}/pages.toml`."""

from __future__ import annotations

from parrules.text.spelling import Language
from parrules.text.wording import fill, messages


def page_said(key: str, language: Language, **given: str) -> str:
    """The words for a key, with what is given filled in."""
    return fill(messages("pages", language)["page"][key], given)
