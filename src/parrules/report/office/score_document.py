"""The report that an office hands in, as a Word document: results, explanations, difficulties and proposals.

What is known stands in it; what only the office can say has a heading and lines to write on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from parrules.report.lost_words import why
from parrules.report.office import document as word
from parrules.report.office import letter
from parrules.report.office.score_book import last_day
from parrules.report.office.words import office
from parrules.report.phrases import evidence_words, status_words, waits_for, with_all_below
from parrules.report.spelling import brief, index, places_of
from parrules.report.table import classes_words, outside_words
from parrules.report.words import said, titled
from parrules.scoring.sheet import Evidence, Line, Sheet
from parrules.standing.lost import Lost, LostCriterion
from parrules.text.spelling import Language, day
from parrules.values.nothing import MISSING
from parrules.values.ranges import Range

if TYPE_CHECKING:
    from docx.document import Document as Paper

_RESULTS = (1.4, 7.0, 1.7, 2.2, 3.9)
_UNPROVED = (1.4, 5.6, 2.8, 6.4)
_MISSING = (1.4, 7.3, 7.5)
_OPEN = (1.4, 6.2, 3.0, 5.6)
_LOST = (1.4, 5.0, 2.1, 4.3, 3.4)


def score_document(sheet: Sheet, lost: Lost, language: Language) -> bytes:
    """The report of one body. lost: of this sheet alone. The same bytes for the same scores."""
    title = titled(sheet.title_vi, sheet.title_en, language)
    body = sheet.body_name or sheet.body
    own = sheet.stage in ("", "self")
    made = word.paper(title, last_day(sheet), language)
    letter.head(made, body, language)
    key = "document.subject" if own else "document.subject_of_stage"
    letter.subject(made, office(key, language, year=str(sheet.year), stage=sheet.stage), title, language)
    _opening(made, sheet, title, body, language)
    word.title(made, office("document.part_1" if own else "document.part_1_of_stage", language))
    _results(made, sheet, language)
    word.title(made, office("document.part_2", language))
    _explanations(made, sheet, language)
    word.title(made, office("document.part_3", language))
    _difficulties(made, sheet, lost, language)
    word.paragraph(made, office("document.closing", language, body=body))
    letter.foot(made, language)
    return word.closed(made)


def _opening(made: Paper, sheet: Sheet, title: str, body: str, language: Language) -> None:
    start, end = (day(date.fromisoformat(one), language) if one else "" for one in (sheet.start, sheet.end))
    given = {"title": title, "methodology": sheet.methodology, "edition": sheet.edition, "body": body}
    if start and end:
        words = office("document.opening", language, **given, start=start, end=end)
    else:
        words = office("document.opening_of_year", language, **given, year=str(sheet.year))
    word.paragraph(made, words)
    if sheet.fidelity != "verified":
        fidelity = said(f"fidelity.{sheet.fidelity}", language)
        word.paragraph(made, said("story.fidelity", language, fidelity=fidelity), italic=True)


def _results(made: Paper, sheet: Sheet, language: Language) -> None:
    if not sheet.assessed or sheet.total is None:
        word.paragraph(made, office("document.not_assessed", language))
        return
    given = {"score": brief(sheet.total, language), "applicable": brief(sheet.applicable, language)}
    if sheet.index is None:
        word.paragraph(made, office("document.total_alone", language, **given))
    else:
        word.paragraph(made, office("document.total", language, **given, index=index(sheet.index, language)))
    if sheet.classes:
        word.paragraph(made, office("document.class", language, classes=classes_words(sheet.classes, language)))
    word.paragraph(made, office("document.of_table", language)).paragraph_format.keep_with_next = True
    scores = places_of([sheet.total, *(line.score for line in sheet.lines)])
    maxima = places_of([sheet.applicable, *(line.applicable for line in sheet.lines)])
    heads = ("code", "criterion", "maximum", "score", "proof")
    rows = [
        (
            line.code,
            titled(line.title_vi, line.title_en, language),
            "–" if line.outside_scale else brief(line.applicable, language, maxima),
            "–" if line.score is None else brief(line.score, language, scores),
            _proof(line, language),
        )
        for line in sheet.lines
    ]
    closing = brief(sheet.applicable, language, maxima), brief(sheet.total, language, scores)
    rows.append(("", office("document.total_row", language), *closing, ""))
    strong = [*(bool(line.children) for line in sheet.lines), True]
    _table(made, _RESULTS, heads, rows, language, strong)
    shown = " ".join(words for one in rows for words in one)
    for key, sign in (("open_note", " … "), ("near_note", "≈ ")):
        if sign in shown:
            word.paragraph(made, office(f"document.{key}", language), italic=True)


def _proof(line: Line, language: Language) -> str:
    """The documents that prove a criterion, each once, and its status where it is not a plain score."""
    documents: list[str] = []
    for one in line.evidence:
        where = one.provenance
        if where.document:
            key = "source.document_page" if where.page else "source.document"
            documents.append(said(key, language, document=where.document, page=where.page))
    status = [] if line.status == "scored" else [status_words(line, language)]
    if line.outside_scale:
        status.append(outside_words(line, language))
    return "; ".join(dict.fromkeys([*documents, *status]))


def _explanations(made: Paper, sheet: Sheet, language: Language) -> None:
    """Figures without a document, each once under the first criterion that reads it; and what is missing."""
    unproved: dict[str, tuple[Line, Evidence]] = {}
    for line in sheet.lines:
        for one in line.evidence:
            if one.value is not MISSING and not one.provenance.document:
                unproved.setdefault(one.name, (line, one))
    missing = _missing(sheet, language)
    if not unproved and not missing:
        word.paragraph(made, office("document.complete", language))
        return
    word.paragraph(made, office("document.unproved", language), bold=True)
    rows = [
        (
            line.code,
            titled(one.title_vi, one.title_en, language) or one.name,
            evidence_words(one, language),
            one.provenance.justification or office("document.to_fill", language)[:24],
        )
        for line, one in unproved.values()
    ]
    _table(made, _UNPROVED, ("code", "figure", "value", "justification"), rows, language)
    word.paragraph(made, office("document.missing", language), bold=True)
    blank = office("document.to_fill", language)[:28]
    _table(made, _MISSING, ("code", "figure", "justification"), [(*one, blank) for one in missing], language)


def _missing(sheet: Sheet, language: Language) -> list[tuple[str, str]]:
    """The codes that wait for a piece of evidence, and its title."""
    waiting: dict[str, tuple[str, list[str]]] = {}
    for line in sheet.lines:
        for name, title in {} if line.children else waits_for(line, language).items():
            waiting.setdefault(name, (title, []))[1].append(line.code)
    return [(", ".join(codes), title) for title, codes in waiting.values()]


def _difficulties(made: Paper, sheet: Sheet, lost: Lost, language: Language) -> None:
    word.paragraph(made, office("document.still_open", language), bold=True)
    open_rows = []
    for one in lost.still_open:
        waiting: dict[str, str] = {}
        for line in with_all_below(one.line, sheet):
            waiting |= waits_for(line, language)
        between = brief(one.line.score, language) if isinstance(one.line.score, Range) else "?"
        title = titled(one.line.title_vi, one.line.title_en, language)
        open_rows.append((one.line.code, title, between, "; ".join(waiting.values())))
    _table(made, _OPEN, ("code", "criterion", "between", "waits"), open_rows, language)
    word.paragraph(made, office("document.where_lost", language), bold=True)
    places = places_of(one.amount for one in lost.criteria)
    rows = [_lost(one, places, language) for one in lost.criteria]
    _table(made, _LOST, ("code", "criterion", "lost", "why", "office"), rows, language)
    for key in ("difficulties", "proposals"):
        word.paragraph(made, office(f"document.{key}", language), bold=True)
        for _ in range(3):
            word.paragraph(made, office("document.to_fill", language))


def _lost(one: LostCriterion, places: int, language: Language) -> tuple[str, ...]:
    reasons = dict.fromkeys(why(part, language, in_short=True) for part in one.parts)
    title = titled(one.line.title_vi, one.line.title_en, language)
    return one.line.code, title, brief(one.amount, language, places), "; ".join(reasons), one.office or "–"


def _table(
    made: Paper,
    widths: tuple[float, ...],
    heads: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    language: Language,
    strong: Sequence[bool] = (),
) -> None:
    """A table with headings; the word for none where it would be empty."""
    if not rows:
        word.paragraph(made, office("document.none", language))
        return
    numbers = {"maximum": word.RIGHT, "score": word.RIGHT, "lost": word.RIGHT, "code": word.CENTRE}
    alignments = tuple(numbers.get(head, word.LEFT) for head in heads)
    added = word.table(made, widths)
    word.row(added, widths, tuple(office(f"document.row_{head}", language) for head in heads), alignments, head=True)
    for at, contents in enumerate(rows):
        word.row(added, widths, contents, alignments, bold=bool(strong) and strong[at])
