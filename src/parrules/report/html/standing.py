"""Who stands where, with the change of place; of one body, its place and those around it."""

from __future__ import annotations

from parrules.report.html.charts import legend, strip
from parrules.report.html.markup import Markup, tag, together
from parrules.report.html.results import Results
from parrules.report.html.standing_rows import Links, moved_words, standing_rows
from parrules.report.html.tables import listed, paragraphs, section, wide
from parrules.report.html.words import page_said
from parrules.report.spelling import brief
from parrules.report.standing_table import (
    against_words,
    among_words,
    apart_words,
    measure_words,
    measured_words,
    newcomers_words,
    place_words,
    statistics_words,
)
from parrules.report.words import said
from parrules.scoring.sheet import Sheet
from parrules.standing.standing import Ranked, Standing
from parrules.text.spelling import Language

_AROUND = 2
"""So many bodies are shown on each side of the one that the page is about."""


def standings_section(results: Results, links: Links, language: Language) -> Markup:
    """Every standing of the round."""
    first = results.standings[0]
    title = page_said("standing", language, by=measure_words(first, language))
    parts: list[Markup | None] = []
    for one in results.standings:
        among = among_words(one, language)
        caption = among or title
        parts += [
            tag("h3", among) if among else None,
            paragraphs(against_words(one.against, results.sheets[0], language)),
            wide(caption, *standing_rows(caption, one, one.rows, results, links, language)) if one.rows else None,
            tag("p", statistics_words(one, language)) if one.statistics else None,
            paragraphs(newcomers_words(one.against, language)),
            together([tag("p", said("standing.apart", language)), listed(apart_words(one, language))])
            if one.apart
            else None,
        ]
    return section("standing", title, *parts)


def standing_of_body(results: Results, sheet: Sheet, language: Language) -> Markup | None:
    """Where a body stands: in words, drawn among all, and in a table of those around it. Nothing where it is alone."""
    found = results.place_of.get(sheet.body)
    if found is None or len(found[0].rows) < 2:
        return None
    standing, at = found
    own = standing.rows[at]
    title = page_said("place_among", language, by=measure_words(standing, language))
    sentences = [place_sentence(standing, own, language), *_among_sentences(results, sheet.body, language)]
    every = results.all_bodies[standing.of]
    best, worst = (measured_words(one, standing.by, language) for one in (every.scale.high, every.scale.low))
    given = {"own": measured_words(own.value, standing.by, language), "best": best, "worst": worst}
    words = page_said("strip", language, mean=measured_words(every.mean, standing.by, language), **given)
    drawn = strip(every.drawn, own.value, every.scale, words)
    signs = legend(*((kind, page_said(f"sign_{kind}", language)) for kind in ("own", "one", "mean")))
    ends = tag("p", tag("span", worst), tag("span", best), class_="ends", aria_hidden="true")
    near = [*standing.rows[: max(0, at - _AROUND)][:1], *standing.rows[max(0, at - _AROUND) : at + _AROUND + 1]]
    caption = page_said("around", language)
    around = wide(caption, *standing_rows(caption, standing, near, results, {}, language, own.body))
    return section("standing", title, paragraphs(sentences), drawn, ends, signs, tag("h3", caption), around)


def place_sentence(standing: Standing, row: Ranked, language: Language) -> str:
    """The place of a body among how many, and how it changed."""
    among = among_words(standing, language)
    count = brief(standing.statistics.count, language) if standing.statistics else "–"
    words = page_said("place_of", language, place=place_words(row.place), count=count)
    words = page_said("place_in", language, among=among, place=words) if among else words
    if standing.against is None or row.change is None or row.change.place is None:
        return f"{words}."
    given = {"before": place_words(row.change.place), "places": moved_words(row.change, language)}
    return page_said("place_changed", language, now=words, year=str(standing.against.year), **given)


def _among_sentences(results: Results, body: str, language: Language) -> list[str]:
    """Its place in its region and in its group, where it is in one with others."""
    found = [among.get(body) for among in results.places_among]
    of_round = {(one.within, one.of) for one in results.standings}
    return [
        place_sentence(one[0], one[0].rows[one[1]], language)
        for one in found
        if one is not None and len(one[0].rows) > 1 and (one[0].within, one[0].of) not in of_round
    ]
