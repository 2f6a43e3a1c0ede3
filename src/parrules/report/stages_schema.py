"""The schema of `stages --format json`."""

from __future__ import annotations

from parrules.report import schema_parts as part
from parrules.report.exact_json import Json

FORMAT = 1


def stages_schema() -> Json:
    """The schema of what `stages_text` gives; it stands in schemas/stages.schema.json."""
    return part.schema_of(
        "Stages of a round, by parrules",
        "What each criterion got at each stage, and every difference between a stage and the next. Where nothing is "
        "open, the differences of a body add up to its last total less its first.",
        {
            "parrules_stages": part.said({"const": FORMAT}, "The number of this format."),
            "methodology": part.methodology(),
            "round": part.days_of_round(),
            "engine": part.text("The version that scored."),
            "stages": part.listed(
                part.record(
                    {
                        "name": part.text(),
                        "by": part.text("Who decides then; `body` is the one that is assessed."),
                        "title": part.ref("title"),
                    }
                ),
                "Those that were handed in, in order.",
            ),
            "bodies": part.listed(_body_schema()),
        },
        {},
    )


def _body_schema() -> Json:
    each_stage = "At each stage, in order; null where it does not apply."
    criterion = part.record(
        {
            "code": part.text(),
            "title": part.ref("title"),
            "scores": part.listed(part.or_null(part.amount()), each_stage),
        }
    )
    by_cause = part.record({"cause": part.text("The kind of difference."), "points": part.amount()})
    return part.record(
        {
            "body": part.record({"id": part.text(), "name": part.text()}),
            "totals": part.listed(part.or_null(part.amount()), each_stage),
            "criteria": part.listed(criterion),
            "differences": part.listed(_difference_schema()),
            "by_cause": part.listed(by_cause, "The same points, by kind."),
        }
    )


def _difference_schema() -> Json:
    return part.record(
        {
            "stage": part.text("The later one of the two."),
            "code": part.text("Of the criterion; empty for what was done to the total."),
            "before": part.or_null(part.amount()),
            "after": part.or_null(part.amount()),
            "points": part.amount("What it adds to the total."),
            "cause": part.text(
                "missing_document, late_document, rule_misread, arithmetic, judgement, unclassified, decided_now "
                "(this stage is the first to decide) or follows (from another difference)."
            ),
            "by": part.text("Who decided; empty: the body itself."),
            "reason": part.text(),
            "document": part.text(),
            "page": part.text(),
            "changed": part.listed(part.text(), "The evidence that differs, by name."),
        }
    )
