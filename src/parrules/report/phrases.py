"""What the ledger, the table and the story say alike: entries, reasons, losses, sources of evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parrules.evidence.records import Provenance
from parrules.methodology.model import Title
from parrules.report.spelling import amount, evidence_value, quantity
from parrules.report.words import known, said, titled
from parrules.scoring.sheet import Entry, Evidence, Line, Loss, Quantity, Reason, Sheet
from parrules.text.spelling import Language
from parrules.values.ranges import Range


def entry_words(entry: Entry, line: Line | None, language: Language) -> str:
    """The author's row as it stands in the rule file; of what the engine did, a phrase. line: None for the total."""
    return _construct_words(entry.construct, row_words(entry), line, language)


def row_words(one: Entry | Loss) -> str:
    """The author's row, without its reason, which is said by itself with its quantities filled in."""
    return one.words if one.reason is None else re.sub(r'\s+\w+\s*"[^"]*"\s*$', "", one.words)


def reason_words(reason: Reason, language: Language) -> str:
    """The author's reason with the quantities that it quotes."""
    return "".join(
        part if isinstance(part, str) else quantity(part.value, part.kind, language) for part in reason.parts
    )


def loss_words(loss: Loss, line: Line, language: Language) -> str:
    """What took the points: the author's reason and row, or what the engine did."""
    if loss.reason is not None:
        reason = reason_words(loss.reason, language)
        return said("loss.reason", language, reason=reason, words=row_words(loss)) if loss.words else reason
    if loss.cause in ("fell_short", "surplus"):
        return said(f"loss.{loss.cause}{_of_what(loss)}", language, words=loss.words)
    if loss.cause in ("child", "outside", "share"):
        return said(f"loss.{loss.cause}", language, words=loss.words)
    if loss.words and not known("construct", loss.cause, language):
        return said("loss.row", language, words=loss.words)
    return _construct_words(loss.cause, loss.words, line, language)


def status_words(line: Line, language: Language) -> str:
    """The status; of a criterion that did not arise, also what it was given."""
    if line.status == "exempt" and line.score in (0, line.maximum):
        return said("status.exempt_full" if line.score == line.maximum else "status.exempt_zero", language)
    return said(f"status.{line.status}", language)


def parts_words(parts: Iterable[Quantity], language: Language) -> str:
    """What an amount is made of: `0,5 cho mỗi 1.000 của 4.500; nhiều nhất 3`. Empty where there are no parts."""
    given = {part.role: quantity(part.value, part.kind, language) for part in parts}
    pieces: list[str] = []
    for key, roles in (
        ("parts.per_steps", ("rate", "unit", "quantity", "steps")),
        ("parts.per_unit", ("rate", "unit", "quantity")),
        ("parts.per_quantity", ("rate", "quantity")),
        ("parts.limit", ("limit",)),
        ("parts.place", ("place",)),
        ("parts.as_written", ("as_written",)),
    ):
        if given.keys() >= set(roles):
            pieces.append(said(key, language, **{role: given.pop(role) for role in roles}))
    pieces += [said("parts.other", language, name=role, value=value) for role, value in given.items()]
    return "; ".join(pieces)


def place_words(where: Provenance, language: Language) -> str:
    """Where a value stands: `evidence.yaml:14`, `scores.xlsx, sheet Q1, cell B7`. Empty where it is not known."""
    pieces = [f"{where.file}:{where.line}" if where.file and where.line else where.file]
    if where.sheet:
        pieces.append(said("source.sheet", language, sheet=where.sheet))
    if where.cell:
        pieces.append(said("source.cell", language, cell=where.cell))
    elif where.row:
        pieces.append(said("source.row", language, row=str(where.row)))
    return ", ".join(piece for piece in pieces if piece)


def proof_words(where: Provenance, language: Language) -> str:
    """The document that shows a value, and the justification; says so where there is neither."""
    if where.withheld:
        return said("source.withheld", language)
    pieces: list[str] = []
    if where.document:
        key = "source.document_page" if where.page else "source.document"
        pieces.append(said(key, language, document=where.document, page=where.page))
    if where.justification:
        pieces.append(said("source.justification", language, justification=where.justification))
    unproved = [] if pieces else [said("source.unproved", language)]
    noted = [said("source.note", language, note=where.note)] if where.note else []
    return "; ".join([*pieces, *unproved, *noted])


def evidence_words(one: Evidence, language: Language) -> str:
    """The value of a figure, or the number of records of a table."""
    return evidence_value(one.value, one.kind, one.written, language)


def evidence_title(one: Evidence, language: Language) -> str:
    """The title of a figure or table, with the name that it has in the files."""
    title = titled(one.title_vi, one.title_en, language)
    return said("sheet.named_title", language, title=title, name=one.name) if title else one.name


def stage_name(name: str, title: Title, language: Language) -> str:
    """What a stage is called: its title, or the usual words for its name, or the name itself."""
    words = said(f"stage.{name}", language) if known("stage", name, language) else name
    return titled(title.vi, title.en, language) or words


def waits_for(line: Line, language: Language, named: bool = False) -> dict[str, str]:
    """What a criterion waits for: titles of evidence by its names, and the judged mark by the criterion's code.

    named: titles together with the names that the evidence has in the files.
    """
    found: dict[str, str] = {}
    for one in line.evidence:
        title = evidence_title(one, language) if named else titled(one.title_vi, one.title_en, language)
        found[one.name] = title or one.name
    waiting = {name: found.get(name, name) for name in line.missing}
    if line.judged_by and isinstance(line.score, Range):
        waiting[line.code] = said("construct.mark_by", language, by=line.judged_by)
    if line.waits_for_stage:
        words = stage_name(line.waits_for_stage, line.stage_title, language)
        waiting[line.code] = said("ledger.waits_for_stage", language, words=words)
    return waiting


def with_all_below(line: Line, sheet: Sheet) -> list[Line]:
    """A criterion and all below it, in the order of the sheet."""
    if not line.children:
        return [line]
    by_code = {one.code: one for one in sheet.lines}
    wanted, waiting = {line.code}, [line]
    while waiting:
        below = [by_code[code] for code in waiting.pop().children if code in by_code]
        wanted.update(one.code for one in below)
        waiting += below
    return [one for one in sheet.lines if one.code in wanted]


def _of_what(loss: Loss) -> str:
    """What a shortfall is named after: a row, a criterion below (which stands on no line), or nothing."""
    if not loss.words:
        return "_bare"
    return "" if loss.line or loss.cause == "surplus" else "_in"


def _construct_words(construct: str, words: str, line: Line | None, language: Language) -> str:
    if not known("construct", construct, language):
        return words or construct
    if construct == "mark" and line is not None and line.judged_by:
        return said("construct.mark_by", language, by=line.judged_by)
    if construct == "stage" and line is not None:
        words = stage_name(words, line.stage_title, language)
    if construct == "hold" and line is None:
        return said("construct.hold_total", language)
    named = words and known("construct", f"{construct}_in", language)
    return said(
        f"construct.{construct}_in" if named else f"construct.{construct}",
        language,
        words=words,
        minimum="" if line is None else amount(line.minimum, language),
        maximum="" if line is None else amount(line.maximum, language),
    )
