"""The schema of `parrules diff --format json`; it stands in schemas/difference.schema.json."""

from __future__ import annotations

from parrules.report import schema_parts as part
from parrules.report.difference.json import FORMAT
from parrules.report.exact_json import Json


def difference_schema() -> Json:
    code = part.text("Its code or name in the edition; empty where it is not there.")
    old_new: Json = {"old": code, "new": code}
    facets = part.listed(part.ref("facet"), "What is said otherwise, thing by thing.")
    rows = part.listed(part.ref("row"), "Rows of the program that are not alike.")
    title = part.ref("title")
    adjustment = part.yes_no("What was done to the sum of the criteria below, or to the total where both are empty.")
    return part.schema_of(
        "Difference by parrules",
        "Two editions by meaning, and what the same evidence comes to under each. What comes through all criteria of a "
        "body adds up to its change.",
        {
            "parrules_difference": {"const": FORMAT},
            "old": part.ref("edition"),
            "new": part.ref("edition"),
            "same": part.yes_no("Whether nothing is different but the name of the edition and its validity."),
            "whole": part.listed(part.ref("facet"), "What is said of the methodology as a whole."),
            "class_rows": part.listed(part.ref("row"), "Rows of the program of its classes."),
            "criteria": part.listed(
                part.record(
                    {
                        **old_new,
                        "change": part.word("added", "dropped", "moved", "renumbered", "changed"),
                        "title": title,
                        "maximum": part.ref("number"),
                        "facets": facets,
                        "rows": rows,
                        "class_rows": rows,
                    }
                )
            ),
            "parts": part.listed(
                part.record(
                    {
                        "part": part.word(
                            *("figure", "table", "column", "parameter", "basis", "stage", "quota", "ranking")
                        ),
                        **old_new,
                        "change": part.word("added", "dropped", "renamed", "changed"),
                        "title": title,
                        "facets": facets,
                    }
                )
            ),
            "effects": part.listed(part.ref("effect"), "A body each; none without evidence."),
            "lines": part.listed(
                part.record(
                    {
                        **old_new,
                        "adjustment": adjustment,
                        "gain": part.whole("How many bodies gain through it."),
                        "lose": part.whole("How many lose."),
                        "open": part.whole("Of how many it is open."),
                    }
                )
            ),
            "not_carried": part.listed(
                part.record({"name": part.text(), "why": part.word("unknown", "kind", "outside")}),
                "What of the evidence the other edition could not be given.",
            ),
        },
        _definitions(old_new, adjustment),
    )


def _definitions(old_new: Json, adjustment: Json) -> Json:
    said: Json = {"description": "A text, a number as text, a list, a title, a kind, or null where nothing is said."}
    line = part.or_null({"type": "integer"}, "In the file of that edition.")
    return {
        "edition": part.record(
            {
                "methodology": part.text(),
                "edition": part.text(),
                "title": part.ref("title"),
                "valid_from": part.text("The first day."),
                "valid_to": part.or_null(part.text(), "The last day; null where it is open."),
                "file": part.text(),
            }
        ),
        "facet": part.record({"what": part.text("Its name, such as `maximum`."), "old": said, "new": said}),
        "row": part.record(
            {
                "old": part.text("In its author's words; empty where there is none."),
                "new": part.text("In its author's words; empty where there is none."),
                "old_line": line,
                "new_line": line,
            }
        ),
        "effect": part.record(
            {
                "body": part.text(),
                "name": part.text(),
                "old": part.or_null(part.amount(), "Its total under the old edition."),
                "new": part.or_null(part.amount(), "Its total under the new edition."),
                "change": part.or_null(part.amount()),
                "old_classes": part.listed(part.text()),
                "new_classes": part.listed(part.text()),
                "through": part.listed(part.record({**old_new, "adjustment": adjustment, "change": part.amount()})),
            }
        ),
    }
