"""The ledger of one criterion, as an account page: every entry with its amount and the running score."""

from __future__ import annotations

from parrules.report.behind import behind_lines
from parrules.report.columns import left, right, visible, width_of, wrapped
from parrules.report.entry_lines import entry_lines, rule_line
from parrules.report.phrases import (
    evidence_title,
    evidence_words,
    loss_words,
    place_words,
    proof_words,
    stage_name,
    status_words,
    waits_for,
)
from parrules.report.spelling import amount, brief, places_of, quantity
from parrules.report.words import known, said, titled
from parrules.scoring.sheet import Line, Loss
from parrules.text.spelling import Language
from parrules.values.nothing import MISSING
from parrules.values.ranges import Range


def ledger(line: Line, language: Language, width: int = 80) -> str:
    """The whole page: what is asked, the entries, quantities, evidence, what was lost, and what is missing."""
    parts = [_heading(line, language, width)]
    if line.status == "left_out":
        parts.append([*wrapped(said("ledger.left_out", language), width), *_where_points_went(line, language, width)])
    else:
        parts.append(entry_lines(line.entries, line, language, width))
    parts += [
        _decided(line, language, width),
        _behind(line, language, width),
        _quantities(line, language, width),
        _evidence(line, language, width),
        _lost(line, language, width),
        _missing(line, language, width),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _heading(line: Line, language: Language, width: int) -> list[str]:
    title = titled(line.title_vi, line.title_en, language)
    facts = [said("ledger.maximum", language, maximum=amount(line.maximum, language))]
    if line.applicable != line.maximum and line.status != "left_out" and not line.outside_scale:
        facts.append(said("ledger.applicable", language, applicable=amount(line.applicable, language)))
    if line.score is not None:
        facts.append(said("ledger.score", language, score=amount(line.score, language)))
    if line.lost and not line.outside_scale:
        lost = sum((loss.amount for loss in line.lost), start=0)
        facts.append(said("ledger.lost", language, lost=amount(lost, language)))
    facts.append(status_words(line, language))
    lines = wrapped(said("ledger.head", language, code=line.code, title=title), width, "", "  ")
    lines.append("─" * width)
    lines += wrapped(" · ".join(facts), width)
    if line.outside_scale:
        lines.append(said("ledger.outside", language))
    for key, words in (
        ("ledger.class", said("sheet.class_or", language).join(line.classes)),
        ("ledger.basis", ", ".join(line.basis)),
        ("ledger.accountable", line.accountable),
        ("ledger.applies", _condition(line)),
        ("ledger.note", " ".join(line.note.split())),
    ):
        if words:
            lines += wrapped(f"{said(key, language)}: {words}", width, "", "  ")
    return lines


def _condition(line: Line) -> str:
    """Why a criterion does not apply, in the author's words; nothing where it does."""
    return f"`{' '.join(line.applies.split())}`" if line.applies and line.status in ("left_out", "exempt") else ""


def _where_points_went(line: Line, language: Language, width: int) -> list[str]:
    if not line.shared_among:
        return []
    codes = ", ".join(line.shared_among)
    return wrapped(said("ledger.shared", language, maximum=amount(line.maximum, language), codes=codes), width)


def _decided(line: Line, language: Language, width: int) -> list[str]:
    """Who decided about the criterion, why, and on which document."""
    if line.decided is None:
        return []
    one = line.decided
    by = one.by or said("stages.by_body", language)
    lines = [said("ledger.decided", language)]
    stage = stage_name(one.stage, one.stage_title, language)
    words = said("ledger.decided_by", language, by=by, stage=stage, points=amount(one.rule_points, language))
    lines += wrapped(words, width, "  ", "    ")
    cause = said(f"stages.cause_{one.cause}", language) if known("stages", f"cause_{one.cause}", language) else ""
    pieces = [one.reason, cause, proof_words(one.provenance, language)]
    return lines + wrapped("; ".join(piece for piece in pieces if piece), width, "  ", "    ")


def _behind(line: Line, language: Language, width: int) -> list[str]:
    lines = [said("ledger.behind", language)] if line.behind else []
    for deep, words in behind_lines(line, language):
        start = "  " + "  " * deep
        lines += wrapped(visible(words), width, start, start + "  ")
    return lines


def _quantities(line: Line, language: Language, width: int) -> list[str]:
    if not line.named:
        return []
    wide = min(max(width_of(one.role) for one in line.named), width // 3)
    lines = [said("ledger.quantities", language)]
    for one in line.named:
        name = f"  {left(visible(one.role), wide)}  "
        lines += wrapped(quantity(one.value, one.kind, language), width, name, " " * (wide + 4))
    return lines


def _evidence(line: Line, language: Language, width: int) -> list[str]:
    if not line.evidence:
        return []
    lines = [said("ledger.evidence", language)]
    for one in line.evidence:
        words = f"{evidence_title(one, language)}: {evidence_words(one, language)}"
        lines += wrapped(words, width, "  ", "    ")
        if one.value is MISSING:
            continue
        where = [place_words(one.provenance, language), proof_words(one.provenance, language)]
        lines += wrapped("; ".join(piece for piece in where if piece), width, "    ", "    ")
    return lines


def _lost(line: Line, language: Language, width: int) -> list[str]:
    if line.status == "left_out" or line.outside_scale:
        return []
    title = said("ledger.lost_title", language)
    if isinstance(line.score, Range) or isinstance(line.applicable, Range):
        return [title, *wrapped(said("ledger.lost_open", language), width, "  ", "  ")]
    if not line.lost:
        return [title, "  " + said("ledger.lost_none", language)]
    total = sum((loss.amount for loss in line.lost), start=0)
    places = places_of([*(loss.amount for loss in line.lost), total])
    shown = [brief(value, language, places) for value in (*(loss.amount for loss in line.lost), total)]
    wide = max(map(width_of, shown))
    lines = [title]
    for loss, cell in zip(line.lost, shown, strict=False):
        lines += wrapped(_loss(loss, line, language), width, f"  {right(cell, wide)}  ", " " * (wide + 4))
    assert line.score is not None
    applicable, score = amount(line.applicable, language), amount(line.score, language)
    closing = said("ledger.lost_sum", language, applicable=applicable, score=score)
    lines.append("  " + "─" * wide)
    return lines + wrapped(closing, width, f"  {right(shown[-1], wide)}  ", " " * (wide + 4))


def _loss(loss: Loss, line: Line, language: Language) -> str:
    words = loss_words(loss, line, language)
    return f"{words}, {rule_line(loss.line, line, language)}" if loss.line else words


def _missing(line: Line, language: Language, width: int) -> list[str]:
    waiting = waits_for(line, language, named=True)
    lines = [said("ledger.missing", language)] if waiting else []
    for title in waiting.values():
        lines += wrapped(title, width, "  ", "    ")
    return lines
