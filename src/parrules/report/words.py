"""The words of receipts: looked up by key in `messages/{vi,en}/receipt.toml`."""

from __future__ import annotations

from parrules.text.spelling import Language
from parrules.text.wording import fill, messages


def said(key: str, language: Language, **given: str) -> str:
    """The words for `subject.word`, with what is given filled in."""
    subject, _, word = key.partition(".")
    return fill(messages("receipt", language)[subject][word], given)


def known(subject: str, word: str, language: Language) -> bool:
    """Whether there are words for it: a plugin's construct has none."""
    return word in messages("receipt", language)[subject]


def counted(key: str, count: int, language: Language) -> str:
    """`1 error`, `3 errors`: the words for one or for many."""
    return said(f"{key}_{'one' if count == 1 else 'many'}", language, count=str(count))


def titled(vi: str, en: str, language: Language) -> str:
    """The title in the language, in Vietnamese where there is no English one."""
    return en if language == "en" and en else vi
