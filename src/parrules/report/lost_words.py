"""How causes of lost points are said: one word for each, and the author's own reason where there is one."""

from __future__ import annotations

from parrules.report.phrases import reason_words, row_words
from parrules.report.words import known, said
from parrules.scoring.sheet import Loss
from parrules.standing.lost import LostPart
from parrules.text.spelling import Language


def cause_words(cause: str, language: Language) -> str:
    """`deducted`, `short of the maximum`; a plugin's own word as it is."""
    key = f"cause_{cause.replace(' ', '_')}"
    return said(f"lost.{key}", language) if known("lost", key, language) else cause


def why(one: LostPart, language: Language, in_short: bool = False) -> str:
    """The author's reason; else the cause, with the row that took the points or gave too few unless in short."""
    if one.reason is not None:
        return reason_words(one.reason, language)
    if in_short or not one.words or not one.rule_line:
        return cause_words(one.cause, language)
    words = row_words(Loss(one.cause, one.amount, one.words, one.rule_line, one.reason))
    return said("lost.by_row", language, cause=cause_words(one.cause, language), words=" ".join(words.split()))
