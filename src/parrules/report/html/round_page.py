"""The page of a round: who stands where, points by field, regions, and where points were lost."""

from __future__ import annotations

from parrules.report.html import numbers
from parrules.report.html.fields import fields_of_round
from parrules.report.html.frame import page
from parrules.report.html.lost_bars import lost_section
from parrules.report.html.markup import Child
from parrules.report.html.regions import regions_section
from parrules.report.html.results import Results
from parrules.report.html.scores_of_round import scores_section
from parrules.report.html.standing import standings_section
from parrules.report.html.standing_rows import Links
from parrules.report.html.words import page_said
from parrules.report.standing_table import INDEX
from parrules.report.words import said
from parrules.standing.standing import Standing
from parrules.text.spelling import Language
from parrules.values.amounts import Number


def round_page(results: Results, links: Links, language: Language) -> str:
    """The page as the text of a file. links: the page of each body, where there is one."""
    of = results.sheets[0]
    sections = [
        standings_section(results, links, language),
        regions_section(results.regions, language),
        regions_section(results.groups, language),
        fields_of_round(results.fields, language),
        scores_section(results, links, language),
        lost_section(results.lost, language),
    ]
    title = page_said("round", language, year=str(of.year))
    return page(said("round.title", language), title, of, _summary(results, language), sections, language)


def _summary(results: Results, language: Language) -> list[tuple[str, Child]]:
    found: list[tuple[str, Child]] = [(page_said("bodies", language), numbers.number(len(results.sheets), language))]
    standing = results.standings[0]
    known = standing.statistics
    if known is None or len(results.standings) > 1:
        return found
    for key in ("mean", "median", "best", "worst"):
        found.append((page_said(f"{key}", language), _measured(getattr(known, key), standing, language)))
    return found


def _measured(value: Number, standing: Standing, language: Language) -> Child:
    return numbers.ratio(value, language) if standing.by == INDEX else numbers.number(value, language)
