"""How stages and their differences are said."""

from __future__ import annotations

from parrules.report.phrases import evidence_title, evidence_words, proof_words, stage_name
from parrules.report.words import said
from parrules.scoring.sheet import Line
from parrules.standing.compare import Changed
from parrules.standing.stages import Difference, StageScores
from parrules.text.spelling import Language


def stage_words(one: StageScores, language: Language) -> str:
    """What a stage is called."""
    return stage_name(one.stage.name, one.stage.title, language)


def waiting_words(line: Line, language: Language) -> str:
    """Which stage the criterion waits for."""
    words = stage_name(line.waits_for_stage, line.stage_title, language)
    return said("construct.stage", language, words=words)


def cause_words(cause: str, language: Language) -> str:
    return said(f"stages.cause_{cause}", language)


def by_words(by: str, language: Language) -> str:
    """Who decided; the body itself where nobody else did."""
    return by or said("stages.by_body", language)


def why_words(one: Difference, language: Language) -> str:
    """The reason that was given; else the evidence that differs."""
    changed = "; ".join(_changed(figure, language) for figure in one.changed)
    return "; ".join(words for words in (one.reason, changed) if words)


def document_words(one: Difference, language: Language) -> str:
    """The document that it rests on; empty where none is named."""
    where = one.provenance
    return proof_words(where, language) if where.document or where.justification else ""


def _changed(one: Changed, language: Language) -> str:
    figure = one.second or one.first
    assert figure is not None  # one of the two sheets reads it
    before, after = (evidence_words(side, language) if side is not None else "–" for side in (one.first, one.second))
    return said("stages.changed", language, title=evidence_title(figure, language), before=before, after=after)
