"""A criterion's score as a story, in plain paragraphs: what is asked, what was read, what followed, what would help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from parrules.report.behind import behind_lines
from parrules.report.changes import changes
from parrules.report.columns import visible, width_of, wrapped
from parrules.report.phrases import (
    evidence_title,
    evidence_words,
    loss_words,
    parts_words,
    place_words,
    proof_words,
    reason_words,
    row_words,
    stage_name,
    waits_for,
    with_all_below,
)
from parrules.report.spelling import amount, points, quantity, signed
from parrules.report.words import known, said, titled
from parrules.scoring.sheet import Entry, Evidence, Line, Loss, Plugin, Sheet
from parrules.text.spelling import Language
from parrules.values.amounts import Number
from parrules.values.nothing import MISSING
from parrules.values.ranges import Range, negative

_VERBS = {"award": "award", "add": "add", "deduct": "deduct", "cap at": "cap"}
"""The author's statements that have a verb of their own, whose amount is said without a sign."""


@dataclass(frozen=True, slots=True)
class InPythonOf:
    """What scores a criterion without a program, by name; plugin: the one that brings it, None where none here does."""

    name: str
    plugin: Plugin | None


def explain(
    sheet: Sheet,
    code: str,
    language: Language,
    rule_words: str,
    width: int = 80,
    python: InPythonOf | None = None,
    words: Mapping[str, Plugin] = MappingProxyType({}),
) -> str:
    """The story of the criterion `code`, which stands in the sheet. rule_words: its program as its author wrote it;
    python: what scores it in place of one. words: by those of plugins that begin a line, the plugin."""
    line = next(one for one in sheet.lines if one.code == code)
    parts = [
        _opening(sheet, line, language, width),
        [*_in_python(line, python, language, width), *_rule(line, rule_words, language, width)],
        _evidence(line, language, width),
        [*_steps(sheet, line, language, width), *_words_of_plugins(line, words, language, width)],
        _behind(line, language, width),
        _lost(sheet, line, language, width),
        _open(sheet, line, language, width),
        changes(sheet, line, language, width),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _opening(sheet: Sheet, line: Line, language: Language, width: int) -> list[str]:
    title = titled(line.title_vi, line.title_en, language)
    lines = wrapped(said("story.head", language, code=line.code, title=title), width, "", "  ")
    lines.append("─" * width)
    given = {
        "body": sheet.body_name or sheet.body,
        "score": "" if line.score is None else points(line.score, language),
        "maximum": points(line.maximum, language),
        "applicable": points(line.applicable, language),
    }
    lines += wrapped(said(f"story.{_outcome(line)}", language, **given), width)
    if line.applicable != line.maximum and line.status != "left_out" and not line.outside_scale:
        lines += wrapped(said("story.applicable", language, **given), width)
    return lines


def _outcome(line: Line) -> str:
    """Which sentence opens the story."""
    if line.status in ("exempt", "left_out"):
        return line.status
    if isinstance(line.score, Range):
        return "open_any" if line.score.low is None and line.score.high is None else "open"
    if line.outside_scale:
        return "outside"
    return "scored_full" if line.score == line.maximum else "scored"


def _in_python(line: Line, python: InPythonOf | None, language: Language, width: int) -> list[str]:
    """Who scores it, and what it is handed."""
    if python is None:
        return []
    reads = "; ".join(evidence_title(one, language) for one in line.evidence)
    plugin = "" if python.plugin is None else str(python.plugin)
    key = "story.python" if plugin else "story.python_of_none"
    words = wrapped(visible(said(key, language, name=python.name, plugin=plugin)), width)
    return [*words, *wrapped(visible(said("story.python_reads", language, reads=reads)), width)] if reads else words


def _rule(line: Line, rule_words: str, language: Language, width: int) -> list[str]:
    lines: list[str] = []
    if rule_words.strip():
        lines.append(said("story.rule", language))
        lines += [("    " + visible(row.expandtabs(4))).rstrip() for row in rule_words.rstrip().splitlines()]
    if line.judged_by:
        low, high = amount(line.minimum, language), points(line.maximum, language)
        lines += wrapped(said("story.judged", language, by=line.judged_by, minimum=low, maximum=high), width)
    if line.applies and line.status in ("left_out", "exempt"):
        lines += wrapped(said("story.applies", language, applies=" ".join(line.applies.split())), width, "", "  ")
    if line.shared_among:
        given = {"maximum": amount(line.maximum, language), "codes": ", ".join(line.shared_among)}
        lines += wrapped(said("ledger.shared", language, **given), width)
    if line.note:
        lines += wrapped(f"{said('ledger.note', language)}: {' '.join(line.note.split())}", width, "", "  ")
    if line.basis:
        lines += wrapped(said("story.basis", language, basis=", ".join(line.basis)), width, "", "  ")
    if line.fidelity and line.fidelity != "verified" and known("fidelity", line.fidelity, language):
        words = said(f"fidelity.{line.fidelity}", language)
        lines += wrapped(said("story.fidelity", language, fidelity=words), width, "", "  ")
    return lines


def _evidence(line: Line, language: Language, width: int) -> list[str]:
    if not line.evidence:
        return []
    lines = [said("story.evidence", language)]
    for one in line.evidence:
        lines += wrapped(_figure(one, language), width, "  - ", "    ")
    return lines


def _figure(one: Evidence, language: Language) -> str:
    title = titled(one.title_vi, one.title_en, language) or one.name
    if one.value is MISSING:
        return said("story.figure_missing", language, title=title)
    value = evidence_words(one, language)
    sources = [place_words(one.provenance, language), proof_words(one.provenance, language)]
    source = "; ".join(piece for piece in sources if piece)
    return said("story.figure", language, title=title, value=value, source=source)


def _steps(sheet: Sheet, line: Line, language: Language, width: int) -> list[str]:
    if line.status == "left_out":
        return []
    lines = [said("story.steps", language)]
    if not line.entries:
        return [*lines, "  " + said("story.no_steps", language)]
    wide = len(str(len(line.entries)))
    for at, entry in enumerate(line.entries, start=1):
        number = f"  {at:>{wide}}. "
        lines += wrapped(_step(sheet, line, entry, at == 1, language), width, number, " " * width_of(number))
    if line.named:
        names = [
            said("story.named", language, name=one.role, value=quantity(one.value, one.kind, language)).replace(
                "= ≈", "≈"
            )
            for one in line.named
        ]
        lines += wrapped(said("story.quantities", language, names="; ".join(names)), width)
    return lines


def _words_of_plugins(line: Line, words: Mapping[str, Plugin], language: Language, width: int) -> list[str]:
    """Whose words the author used, where they are not of the language."""
    used = dict.fromkeys(entry.construct for entry in line.entries if entry.construct in words)
    told = (said("story.word_of", language, word=word, plugin=str(words[word])) for word in used)
    return [row for one in told for row in wrapped(visible(one), width)]


def _step(sheet: Sheet, line: Line, entry: Entry, first: bool, language: Language) -> str:
    verb, moved = _verb(sheet, line, entry, language)
    parts = f" ({parts_words(entry.parts, language)})" if entry.parts else ""
    one_of_rows = entry.rows > 1 and not known("construct", entry.construct, language)
    # Of rows that may each be the one, none makes the running score by itself.
    alone = (first and entry.running == entry.amount) or (one_of_rows and entry.perhaps)
    key = "story.step_first" if alone else "story.step"
    running = amount(entry.running, language)
    said_so = said(key, language, verb=verb, amount=moved, parts=parts, running=running)
    if entry.words and entry.construct != "child" and not known("construct", entry.construct, language):
        said_so += f": `{row_words(entry)}`"
    said_so += "."
    if one_of_rows:
        row_key = "story.row_perhaps" if entry.perhaps else "story.row"
        said_so += " " + said(row_key, language, row=str(entry.row), rows=str(entry.rows))
    elif entry.perhaps:
        said_so += " " + said("story.perhaps", language)
    if entry.reason is not None:
        said_so += " " + said("story.because", language, reason=reason_words(entry.reason, language))
    return said_so


def _verb(sheet: Sheet, line: Line, entry: Entry, language: Language) -> tuple[str, str]:
    """The verb of a step, and the amount as it stands behind it."""
    moved: Number = entry.amount
    if known("construct", entry.construct, language):
        low, high = amount(line.minimum, language), amount(line.maximum, language)
        title = _titled_code(sheet, entry.words, language)
        if entry.construct == "stage":
            title = stage_name(entry.words, line.stage_title, language)
        verb = said(f"story.verb_{entry.construct}", language, words=title, minimum=low, maximum=high)
        return verb, _signed_points(moved, language)
    key = _VERBS.get(entry.construct) or ("up" if entry.gives else "down")
    if key in ("deduct", "cap", "down"):
        moved = negative(moved)
    return said(f"story.verb_{key}", language), points(moved, language)


def _signed_points(moved: Number, language: Language) -> str:
    if isinstance(moved, Range):
        return points(moved, language)
    key = "value.points_one" if abs(moved) == 1 else "value.points_many"
    return said(key, language, count=signed(moved, language))


def _titled_code(sheet: Sheet, code: str, language: Language) -> str:
    """A criterion below by code and title."""
    found = next((one for one in sheet.lines if one.code == code), None)
    if found is None:
        return code
    return said("story.head", language, code=code, title=titled(found.title_vi, found.title_en, language))


def _behind(line: Line, language: Language, width: int) -> list[str]:
    """The records that the score rests on, and what was decided about it."""
    lines = [said("story.behind", language)] if line.behind else []
    for deep, words in behind_lines(line, language):
        start = "  - " if not deep else "      "
        lines += wrapped(visible(words), width, start, " " * len(start))
    if line.decided is not None:
        one = line.decided
        by = one.by or said("stages.by_body", language)
        stage = stage_name(one.stage, one.stage_title, language)
        given = {"by": by, "stage": stage, "points": amount(one.rule_points, language)}
        pieces = [said("ledger.decided_by", language, **given), one.reason, proof_words(one.provenance, language)]
        lines += wrapped("; ".join(piece for piece in pieces if piece) + ".", width)
    return lines


def _lost(sheet: Sheet, line: Line, language: Language, width: int) -> list[str]:
    if line.status == "left_out" or line.outside_scale:
        return []
    if isinstance(line.score, Range) or isinstance(line.applicable, Range):
        return []
    if not line.lost:
        return [said("story.lost_none", language)]
    lost = sum((loss.amount for loss in line.lost), start=0)
    given = {"lost": points(lost, language), "applicable": points(line.applicable, language)}
    lines = wrapped(said("story.lost", language, **given), width)
    for loss in line.lost:
        lines += wrapped(_one_loss(sheet, line, loss, language), width, "  - ", "    ")
    return lines


def _one_loss(sheet: Sheet, line: Line, loss: Loss, language: Language) -> str:
    key = "story.lost_one" if loss.amount >= 0 else "story.won_one"
    below = loss.cause == "child"
    cause = _titled_code(sheet, loss.words, language) if below else loss_words(loss, line, language)
    size = loss.amount if loss.amount >= 0 else -loss.amount
    return said(key, language, amount=points(size, language), cause=cause)


def _open(sheet: Sheet, line: Line, language: Language, width: int) -> list[str]:
    if not isinstance(line.score, Range):
        return []
    waiting: dict[str, str] = {}
    for one in with_all_below(line, sheet):
        waiting |= waits_for(one, language)
    bounded = line.score.low is not None or line.score.high is not None
    key = ("story.open_until" if bounded else "story.open_until_any") if waiting else "story.open_parent"
    names = "; ".join(waiting.values())
    return wrapped(said(key, language, score=points(line.score, language), names=names), width)
