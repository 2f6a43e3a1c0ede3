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
from parrules.scoring.sheet import Evidence, Line, Loss
from parrules.text.spelling import Language
from parrules.values.nothing import MISSING
from parrules.values.ranges import Range


def ledger(line: Line, language: Language, width: int = 80) -> str:
    """The whole page: what is asked, the entries, quantities, evidence, what was lost, and what is missing."""
    parts = [_heading(line, language, width)]
    if line.status == "left_out":
        parts.append([each for words in left_out_words(line, language) for each in wrapped(words, width)])
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
    lines = wrapped(said("ledger.head", language, code=line.code, title=title), width, "", "  ")
    lines.append("─" * width)
    lines += wrapped(" · ".join(facts(line, language)), width)
    if line.outside_scale:
        lines.append(said("ledger.outside", language))
    for name, words in labelled(line, language):
        lines += wrapped(f"{name}: {words}", width, "", "  ")
    return lines


def facts(line: Line, language: Language) -> list[str]:
    """Maximum, score, loss and status in a few words each."""
    found = [said("ledger.maximum", language, maximum=amount(line.maximum, language))]
    if line.applicable != line.maximum and line.status != "left_out" and not line.outside_scale:
        found.append(said("ledger.applicable", language, applicable=amount(line.applicable, language)))
    if line.score is not None:
        found.append(said("ledger.score", language, score=amount(line.score, language)))
    if line.lost and not line.outside_scale:
        lost = sum((loss.amount for loss in line.lost), start=0)
        found.append(said("ledger.lost", language, lost=amount(lost, language)))
    return [*found, status_words(line, language)]


def labelled(line: Line, language: Language) -> list[tuple[str, str]]:
    """What is said of a criterion beside its points, each with its name; only what there is."""
    every = (
        ("ledger.class", said("sheet.class_or", language).join(line.classes)),
        ("ledger.basis", ", ".join(line.basis)),
        ("ledger.accountable", line.accountable),
        ("ledger.applies", _condition(line)),
        ("ledger.note", " ".join(line.note.split())),
    )
    return [(said(key, language), words) for key, words in every if words]


def _condition(line: Line) -> str:
    """Why a criterion does not apply, in the author's words; nothing where it does."""
    return f"`{' '.join(line.applies.split())}`" if line.applies and line.status in ("left_out", "exempt") else ""


def left_out_words(line: Line, language: Language) -> list[str]:
    """That the criterion does not apply, and where its points went."""
    words = [said("ledger.left_out", language)]
    if line.shared_among:
        given = {"maximum": amount(line.maximum, language), "codes": ", ".join(line.shared_among)}
        words.append(said("ledger.shared", language, **given))
    return words


def _decided(line: Line, language: Language, width: int) -> list[str]:
    words = decided_words(line, language)
    lines = [said("ledger.decided", language)] if words else []
    for one in words:
        lines += wrapped(one, width, "  ", "    ")
    return lines


def decided_words(line: Line, language: Language) -> list[str]:
    """Who decided about the criterion; then why, and on which document. Nothing where nobody did."""
    if line.decided is None:
        return []
    one = line.decided
    by = one.by or said("stages.by_body", language)
    stage = stage_name(one.stage, one.stage_title, language)
    words = said("ledger.decided_by", language, by=by, stage=stage, points=amount(one.rule_points, language))
    cause = said(f"stages.cause_{one.cause}", language) if known("stages", f"cause_{one.cause}", language) else ""
    pieces = [one.reason, cause, proof_words(one.provenance, language)]
    return [words, "; ".join(piece for piece in pieces if piece)]


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
        if one.value is not MISSING:
            lines += wrapped(source_words(one, language), width, "    ", "    ")
    return lines


def source_words(one: Evidence, language: Language) -> str:
    """Where a value stands, and what proves it; nothing of what was not handed in."""
    if one.value is MISSING:
        return ""
    where = [place_words(one.provenance, language), proof_words(one.provenance, language)]
    return "; ".join(piece for piece in where if piece)


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
        lines += wrapped(loss_in_line(loss, line, language), width, f"  {right(cell, wide)}  ", " " * (wide + 4))
    assert line.score is not None
    applicable, score = amount(line.applicable, language), amount(line.score, language)
    closing = said("ledger.lost_sum", language, applicable=applicable, score=score)
    lines.append("  " + "─" * wide)
    return lines + wrapped(closing, width, f"  {right(shown[-1], wide)}  ", " " * (wide + 4))


def loss_in_line(loss: Loss, line: Line, language: Language) -> str:
    """What took the points, and the line of the rule file where that stands."""
    words = loss_words(loss, line, language)
    return f"{words}, {rule_line(loss.line, line, language)}" if loss.line else words


def _missing(line: Line, language: Language, width: int) -> list[str]:
    waiting = waits_for(line, language, named=True)
    lines = [said("ledger.missing", language)] if waiting else []
    for title in waiting.values():
        lines += wrapped(title, width, "  ", "    ")
    return lines
