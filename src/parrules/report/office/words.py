"""The words of workbooks, forms and documents: looked up by key in `messages/{vi,en}/office.toml`."""

from __future__ import annotations

from parrules.text.spelling import Language
from parrules.text.wording import fill, messages


def office(key: str, language: Language, **given: str) -> str:
    """The words for `subject.word`, with what is given filled in."""
    subject, _, word = key.partition(".")
    return fill(messages("office", language)[subject][word], given)
