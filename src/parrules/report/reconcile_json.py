"""A reconciliation as JSON and as CSV: every published figure, what it was held against, and what came of it."""

from __future__ import annotations

import csv
import io
from typing import get_args

from parrules.evidence.published import FigureName, Printed
from parrules.report import schema_parts as part
from parrules.report.csv_table import MARK, guarded
from parrules.report.exact_json import Json, exact_json, exact_text, title_json
from parrules.report.receipt import json_text
from parrules.report.words import said
from parrules.standing.reconciliation import Comparison, Reconciliation, Subject, Way
from parrules.standing.verdicts import Policy, Verdict
from parrules.text.spelling import Language

FORMAT = 1
_COLUMNS = ("body", "name", "code", "figure", "printed", "way", "computed", "within", "verdict", "policy", "place")


def reconciliation_text(found: Reconciliation) -> str:
    """The text of a JSON file; it says the same in every language."""
    return json_text(
        {
            "parrules_reconciliation": FORMAT,
            "published": title_json(found.title_vi, found.title_en),
            "subjects": [{**_subject(one.subject), "verdict": one.verdict} for one in found.verdicts()],
            "comparisons": [_comparison(one) for one in found.comparisons],
            "alone": [
                {
                    **_subject(one.subject),
                    "code": one.subject.code,
                    "figure": one.figure,
                    "printed": _printed(one.printed),
                }
                for one in found.alone
            ],
        }
    )


def reconciliation_csv(found: Reconciliation, language: Language) -> str:
    """A line a comparison. Numbers are exact; the text begins with the byte order mark."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow([said(f"reconcile.column_{name}", language) for name in _COLUMNS])
    for one in found.comparisons:
        subject = one.subject
        out.writerow(
            [
                guarded(subject.body),
                guarded(subject.body_name),
                guarded(subject.code),
                said(f"reconcile.figure_{one.figure}", language),
                guarded(one.printed.written),
                said(f"reconcile.by_{one.way}", language),
                exact_text(one.computed),
                exact_text(one.within),
                said(f"reconcile.verdict_{one.verdict}", language),
                said(f"reconcile.policy_{one.policy}", language) if one.policy else "",
                guarded(one.printed.place),
            ]
        )
    return MARK + text.getvalue()


def reconciliation_schema() -> Json:
    """The schema of what `reconciliation_text` gives; it stands in schemas/reconciliation.schema.json."""
    subject: Json = {
        "kind": part.said(part.word("body", "mean", "sum"), "Of one body, the mean of a group, or a printed sum."),
        "body": part.text("The id of the body; the name of the group, `all` for everybody; empty for a sum."),
        "name": part.text(),
    }
    about: Json = {**subject, "code": part.text("The criterion; empty for the total.")}
    figure = part.word(*get_args(FigureName))
    verdict = part.ref("verdict")
    comparison: Json = {
        **about,
        "figure": figure,
        "printed": part.ref("printed"),
        "way": part.said(part.word(*get_args(Way)), "How the other figure was found."),
        "computed": part.amount("The other figure, from what stands in print."),
        "within": part.amount("All that the digits of its parts allow."),
        "terms": part.listed(part.amount(), "What it was made of, where that is little."),
        "verdict": verdict,
        "policy": part.or_null(part.word(*(one for one in get_args(Policy) if one)), "What would explain it."),
    }
    printed: Json = {
        "written": part.text("As it was printed."),
        "value": part.ref("number"),
        "within": part.amount("Every number that is printed so."),
        "place": part.text("File and line."),
    }
    return part.schema_of(
        "Reconciliation by parrules",
        "Published figures beside what the rules give, and beside each other. A percentage is a part of 1.",
        {
            "parrules_reconciliation": {"const": FORMAT},
            "published": part.ref("title"),
            "subjects": part.listed(part.record({**subject, "verdict": verdict}), "The worst verdict of each."),
            "comparisons": part.listed(part.record(comparison)),
            "alone": part.listed(
                part.record({**about, "figure": figure, "printed": part.ref("printed")}),
                "Figures beside which there is nothing.",
            ),
        },
        {"printed": part.record(printed), "verdict": part.word(*get_args(Verdict))},
    )


def _comparison(one: Comparison) -> Json:
    return {
        **_subject(one.subject),
        "code": one.subject.code,
        "figure": one.figure,
        "printed": _printed(one.printed),
        "way": one.way,
        "computed": exact_json(one.computed),
        "within": exact_json(one.within),
        "terms": [exact_json(term) for term in one.terms],
        "verdict": one.verdict,
        "policy": one.policy or None,
    }


def _subject(one: Subject) -> Json:
    return {"kind": one.kind, "body": one.body, "name": one.body_name}


def _printed(one: Printed) -> Json:
    allowed = one.range if one.places is not None else one.value
    return {"written": one.written, "value": exact_json(one.value), "within": exact_json(allowed), "place": one.place}
