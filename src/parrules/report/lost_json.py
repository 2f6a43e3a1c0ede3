"""Where points went, as JSON and as CSV: every part of every loss, with office, cause and evidence."""

from __future__ import annotations

import csv
import io

from parrules.report import schema_parts as part
from parrules.report.csv_table import MARK, guarded
from parrules.report.exact_json import Json, exact_json, title_json
from parrules.report.lost_words import cause_words, why
from parrules.report.receipt import json_text
from parrules.report.words import said, titled
from parrules.standing.lost import Lost, LostPart, StillOpen, summed
from parrules.text.spelling import Language
from parrules.values.numbers import written

FORMAT = 1
_COLUMNS = ("body", "name", "code", "title", "office", "cause", "why", "amount", "outside", "evidence", "end")


def lost_text(found: Lost) -> str:
    """The text of a JSON file; it says the same in every language."""
    return json_text(
        {
            "parrules_lost": FORMAT,
            "end": found.end,
            "bodies": [
                {
                    "body": one.sheet.body,
                    "name": one.sheet.body_name,
                    "applicable": exact_json(one.sheet.applicable),
                    "total": exact_json(one.sheet.total),
                    "lost": exact_json(one.lost),
                    "inside": written(one.inside),
                    "penalty": written(one.penalty),
                    "bonus": written(one.bonus),
                }
                for one in found.bodies
            ],
            "by_criterion": _sums(found, "code"),
            "by_office": _sums(found, "office"),
            "by_cause": _sums(found, "cause"),
            "parts": [_part(one) for one in found.parts],
            "open": [_open(one) for one in found.still_open],
        }
    )


def lost_csv(found: Lost, language: Language) -> str:
    """A line a part of a loss; numbers are exact, and the text begins with the byte order mark."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow([said(f"lost.column_{name}", language) for name in _COLUMNS])
    for one in found.parts:
        line = one.line
        out.writerow(
            [
                guarded(one.sheet.body),
                guarded(one.sheet.body_name),
                guarded(one.code),
                guarded(titled(line.title_vi, line.title_en, language)) if line else "",
                guarded(one.office),
                cause_words(one.cause, language),
                guarded(why(one, language)),
                written(one.amount),
                said("value.yes" if one.outside else "value.no", language),
                guarded("; ".join(evidence.name for evidence in line.evidence)) if line else "",
                found.end,
            ]
        )
    return MARK + text.getvalue()


def lost_schema() -> Json:
    """The schema of what `lost_text` gives; it stands in schemas/lost.schema.json."""
    sums = part.listed(
        part.record(
            {"name": part.text("Empty where none is said."), "amount": part.ref("number"), "bodies": part.whole()}
        )
    )
    return part.schema_of(
        "Where points went, by parrules",
        "The parts of a body add up to inside + penalty - bonus, which is applicable less total while nothing is open.",
        {
            "parrules_lost": {"const": FORMAT},
            "end": part.text("The last day of the round, an ISO date."),
            "bodies": part.listed(_body_schema()),
            "by_criterion": sums,
            "by_office": sums,
            "by_cause": sums,
            "parts": part.listed(_part_schema()),
            "open": part.listed(_open_schema()),
        },
        {},
    )


def _body_schema() -> Json:
    number = part.ref("number")
    return part.record(
        {
            "body": part.text(),
            "name": part.text(),
            "applicable": part.amount(),
            "total": part.amount(),
            "lost": part.amount("Applicable less total."),
            "inside": part.said(number, "Lost within the scale."),
            "penalty": part.said(number, "Lost in blocks outside the scale."),
            "bonus": part.said(number, "Won in blocks outside the scale."),
        }
    )


def _part_schema() -> Json:
    return part.record(
        {
            **_about_schema(),
            "cause": part.text("As in receipts; mark, bonus."),
            "amount": part.said(part.ref("number"), "Negative where points were won."),
            "words": part.text("The row of the rule file."),
            "line": part.whole("Of the rule file; 0 where there is none."),
            "outside": part.yes_no("Of a bonus or penalty block."),
            "evidence": part.listed(part.text(), "The figures and tables that decide it."),
        }
    )


def _open_schema() -> Json:
    return part.record(
        {
            **_about_schema(),
            "low": part.or_null(part.ref("number"), "At least so much is lost."),
            "high": part.or_null(part.ref("number"), "At most."),
            "missing": part.listed(part.text(), "The evidence that it waits for."),
        }
    )


def _about_schema() -> Json:
    """Of whom, and of which criterion."""
    return {
        "body": part.text(),
        "code": part.text("Empty for what was done to the total."),
        "title": part.or_null(part.ref("title")),
        "office": part.text("That answers for the criterion, or for the one above it."),
    }


def _sums(found: Lost, key: str) -> list[Json]:
    return [
        {"name": name, "amount": written(amount), "bodies": bodies} for name, amount, bodies in summed(found.parts, key)
    ]


def _part(one: LostPart) -> Json:
    line = one.line
    return {
        "body": one.sheet.body,
        "code": one.code,
        "title": title_json(line.title_vi, line.title_en) if line else None,
        "office": one.office,
        "cause": one.cause,
        "amount": written(one.amount),
        "words": one.words,
        "line": one.rule_line,
        "outside": one.outside,
        "evidence": [evidence.name for evidence in line.evidence] if line else [],
    }


def _open(one: StillOpen) -> Json:
    return {
        "body": one.sheet.body,
        "code": one.line.code,
        "title": title_json(one.line.title_vi, one.line.title_en),
        "office": one.office,
        "low": exact_json(one.low),
        "high": exact_json(one.high),
        "missing": list(one.line.missing),
    }
