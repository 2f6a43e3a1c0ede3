"""The page of one body: its scores, where points were lost, how it stands, and the ledger of every criterion."""

from __future__ import annotations

from parrules.report.html import numbers
from parrules.report.html.fields import fields_of_body
from parrules.report.html.frame import page
from parrules.report.html.ledger import ledgers_section
from parrules.report.html.lost_bars import lost_section
from parrules.report.html.markup import Child, tag, together
from parrules.report.html.results import Results
from parrules.report.html.score_table import score_section
from parrules.report.html.standing import standing_of_body
from parrules.report.html.words import page_said
from parrules.report.round_table import missing_in
from parrules.report.standing_table import place_words
from parrules.report.table import classes_words
from parrules.report.words import said
from parrules.scoring.sheet import Sheet
from parrules.standing.lost import Lost
from parrules.text.spelling import Language


def body_page(results: Results, sheet: Sheet, lost: Lost, language: Language, back: str = "") -> str:
    """The page as the text of a file.

    sheet: of the body; lost: by it alone; back: the link to the page of the round, if any.
    """
    kind = said("sheet.title", language)
    name = sheet.body_name or sheet.body
    link = (back, page_said("to_round", language)) if back else None
    if not sheet.assessed:
        told = tag("p", said("sheet.not_assessed", language))
        return page(kind, name, sheet, (), [told], language, link)
    sections = [
        score_section(sheet, language),
        lost_section(lost, language),
        fields_of_body(sheet, results.fields, language),
        standing_of_body(results, sheet, language),
        ledgers_section(sheet, language),
    ]
    return page(kind, name, sheet, _summary(results, sheet, lost, language), sections, language, link)


def _summary(results: Results, sheet: Sheet, lost: Lost, language: Language) -> list[tuple[str, Child]]:
    """The few numbers that everybody looks for first."""
    of = together([tag("small", "/ "), tag("small", numbers.number(sheet.applicable, language))])
    found: list[tuple[str, Child]] = []
    if sheet.total is not None:
        found.append((said("sheet.total", language), together([numbers.number(sheet.total, language), " ", of])))
    if sheet.index is not None:
        found.append((said("sheet.index", language), numbers.ratio(sheet.index, language)))
    if sheet.classes:
        found.append((said("sheet.class", language), classes_words(sheet.classes, language)))
    placed = results.place_of.get(sheet.body)
    if placed is not None and len(placed[0].rows) > 1 and placed[0].statistics is not None:
        standing, at = placed
        among = tag("small", "/ ", numbers.number(placed[0].statistics.count, language))
        found.append((said("standing.place", language), together([place_words(standing.rows[at].place), " ", among])))
    found += [(page_said("lost_points", language), numbers.number(one.lost, language)) for one in lost.bodies]
    missing = len(missing_in(sheet, language))
    if missing:
        found.append((said("round.missing", language), numbers.number(missing, language)))
    return found
