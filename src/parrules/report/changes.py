"""What would change a score: first what is missing, then the evidence behind what was lost, and who answers for it."""

from __future__ import annotations

from parrules.report.columns import wrapped
from parrules.report.phrases import evidence_title, evidence_words, waits_for, with_all_below
from parrules.report.spelling import points
from parrules.report.words import said, titled
from parrules.scoring.sheet import Evidence, Line, Sheet
from parrules.text.spelling import Language
from parrules.values.nothing import MISSING
from parrules.values.numbers import Exact
from parrules.values.ranges import Range


def changes(sheet: Sheet, line: Line, language: Language, width: int) -> list[str]:
    """The last paragraph of the story; only the accountable office where nothing was lost and nothing is missing."""
    lines = []
    for key, wanted in (
        ("story.first", _missing(sheet, line, language)),
        ("story.changes", [*_read(line, language), *_below(sheet, line, language)]),
    ):
        lines += [said(key, language)] if wanted else []
        for one in wanted:
            lines += wrapped(one, width, "  - ", "    ")
    if line.accountable:
        lines += wrapped(said("story.accountable", language, office=line.accountable), width)
    return lines


def _missing(sheet: Sheet, line: Line, language: Language) -> list[str]:
    """What it and the criteria below it wait for, each once."""
    waiting: dict[str, str] = {}
    for one in with_all_below(line, sheet):
        waiting |= waits_for(one, language, named=True)
    return list(waiting.values())


def _read(line: Line, language: Language) -> list[str]:
    """The evidence that was handed in, where points are lost or the score is open."""
    if not line.lost and not isinstance(line.score, Range):
        return []
    return [_figure(one, language) for one in line.evidence if one.value is not MISSING]


def _figure(one: Evidence, language: Language) -> str:
    where = one.provenance
    document = ""
    if where.document:
        key = "source.document_page" if where.page else "source.document"
        proof = said(key, language, document=where.document, page=where.page)
        document = said("story.change_document", language, document=proof)
    return said(
        "story.change_figure",
        language,
        title=evidence_title(one, language),
        value=evidence_words(one, language),
        document=document,
    )


def _below(sheet: Sheet, line: Line, language: Language) -> list[str]:
    """The criteria below that are open or lose points, the largest loss first."""
    below = [one for one in sheet.lines if one.code in line.children]
    waiting = [one for one in below if isinstance(one.score, Range)]
    losing = [one for one in below if one not in waiting and one.lost and _lost(one) > 0]
    wanted = [("story.change_child_open", one) for one in waiting]
    wanted += [("story.change_child", one) for one in sorted(losing, key=lambda one: -_lost(one))]
    return [
        said(
            key,
            language,
            code=one.code,
            title=titled(one.title_vi, one.title_en, language),
            lost=points(_lost(one), language),
        )
        for key, one in wanted
    ]


def _lost(line: Line) -> Exact:
    return sum((loss.amount for loss in line.lost), start=0)
