"""The stages of a round as JSON and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from parrules.report.csv_table import MARK, guarded
from parrules.report.exact_json import Json, exact_json, exact_text, title_json
from parrules.report.receipt import json_text
from parrules.report.stages_schema import FORMAT
from parrules.report.stages_words import by_words, cause_words, document_words, why_words
from parrules.report.words import said, titled
from parrules.scoring.sheet import Line, Sheet
from parrules.standing.stages import BodyStages, Difference, StageScores, by_cause
from parrules.text.spelling import Language

_COLUMNS = ("body", "name", "stage", "code", "title", "before", "after", "points", "cause", "by", "why", "document")


def stages_text(scored: Sequence[StageScores], bodies: Sequence[BodyStages]) -> str:
    """The text of a JSON file; it says the same in every language. bodies: one at least."""
    stages: list[Json] = [
        {"name": one.stage.name, "by": one.stage.by, "title": title_json(one.stage.title.vi, one.stage.title.en)}
        for one in scored
    ]
    return json_text(
        {
            "parrules_stages": FORMAT,
            **_head(bodies[0].sheets[-1]),
            "stages": stages,
            "bodies": [_body(one) for one in bodies],
        }
    )


def stages_csv(bodies: Sequence[BodyStages], language: Language) -> str:
    """A line a difference. Numbers are exact."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow([said(f"stages.column_{name}", language) for name in _COLUMNS])
    for body in bodies:
        sheet = body.sheets[-1]
        for one in (one for step in body.steps for one in step):
            title = said("stages.of_total", language)
            if one.line is not None:
                title = titled(one.line.title_vi, one.line.title_en, language)
            numbers = [exact_text(value) for value in (one.before, one.after, one.points)]
            words = (cause_words(one.cause, language), by_words(one.by, language), why_words(one, language))
            start = (sheet.body, sheet.body_name, one.stage, one.code, title)
            end = (*words, document_words(one, language))
            out.writerow([*map(guarded, start), *numbers, *map(guarded, end)])
    return MARK + text.getvalue()


def _head(of: Sheet) -> Json:
    """Which methodology and round it is."""
    title = title_json(of.title_vi, of.title_en)
    return {
        "methodology": {
            "name": of.methodology,
            "edition": of.edition,
            "title": title,
            "digest": of.methodology_digest,
        },
        "round": {"year": of.year, "start": of.start, "end": of.end},
        "engine": of.engine,
    }


def _body(body: BodyStages) -> Json:
    sums = by_cause(one for step in body.steps for one in step)
    return {
        "body": {"id": body.sheets[-1].body, "name": body.sheets[-1].body_name},
        "totals": [exact_json(sheet.total) for sheet in body.sheets],
        "criteria": [
            {
                "code": line.code,
                "title": title_json(line.title_vi, line.title_en),
                "scores": [_score(sheet.lines, line.code) for sheet in body.sheets],
            }
            for line in body.sheets[-1].lines
        ],
        "differences": [_difference(one) for step in body.steps for one in step],
        "by_cause": [{"cause": cause, "points": exact_json(points)} for cause, points in sums],
    }


def _score(lines: Sequence[Line], code: str) -> object:
    return next((exact_json(line.score) for line in lines if line.code == code), None)


def _difference(one: Difference) -> Json:
    return {
        "stage": one.stage,
        "code": one.code,
        "before": exact_json(one.before),
        "after": exact_json(one.after),
        "points": exact_json(one.points),
        "cause": one.cause,
        "by": one.by,
        "reason": one.reason,
        "document": one.provenance.document,
        "page": one.provenance.page,
        "changed": [figure.name for pair in one.changed if (figure := pair.second or pair.first) is not None],
    }
