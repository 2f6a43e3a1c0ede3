"""The schema of `parrules diff --format json`; it stands in schemas/difference.schema.json."""

from __future__ import annotations

from parrules.report import schema_parts as part
from parrules.report.difference.json import FORMAT
from parrules.report.exact_json import Json

_CODE = part.text("Its code or name in the edition; empty where it is not there.")
_OLD_NEW: Json = {"old": _CODE, "new": _CODE}
_ADJUSTMENT = part.yes_no("What was done to the sum of the criteria below, or to the total where both are empty.")


def difference_schema() -> Json:
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
            "criteria": part.listed(_criterion()),
            "parts": part.listed(_part()),
            "effects": part.listed(part.ref("effect"), "A body each; none without evidence."),
            "lines": part.listed(_line()),
            "not_carried": part.listed(
                part.record({"name": part.text(), "why": part.word("unknown", "kind", "outside")}),
                "What of the evidence the other edition could not be given.",
            ),
        },
        {"edition": _edition(), "facet": _facet(), "row": _row(), "effect": _effect()},
    )


def _criterion() -> Json:
    rows = part.listed(part.ref("row"), "Rows of the program that are not alike.")
    return part.record(
        {
            **_OLD_NEW,
            "change": part.word("added", "dropped", "moved", "renumbered", "changed"),
            "title": part.ref("title"),
            "maximum": part.ref("number"),
            "facets": _facets(),
            "rows": rows,
            "class_rows": rows,
        }
    )


def _part() -> Json:
    """Anything else that has a name in a rule file."""
    return part.record(
        {
            "part": part.word("figure", "table", "column", "parameter", "basis", "stage", "quota", "ranking"),
            **_OLD_NEW,
            "change": part.word("added", "dropped", "renamed", "changed"),
            "title": part.ref("title"),
            "facets": _facets(),
        }
    )


def _facets() -> Json:
    return part.listed(part.ref("facet"), "What is said otherwise, thing by thing.")


def _line() -> Json:
    return part.record(
        {
            **_OLD_NEW,
            "adjustment": _ADJUSTMENT,
            "gain": part.whole("How many bodies gain through it."),
            "lose": part.whole("How many lose."),
            "open": part.whole("Of how many it is open."),
        }
    )


def _edition() -> Json:
    return part.record(
        {
            "methodology": part.text(),
            "edition": part.text(),
            "title": part.ref("title"),
            "valid_from": part.text("The first day."),
            "valid_to": part.or_null(part.text(), "The last day; null where it is open."),
            "file": part.text(),
        }
    )


def _facet() -> Json:
    said: Json = {"description": "A text, a number as text, a list, a title, a kind, or null where nothing is said."}
    return part.record({"what": part.text("Its name, such as `maximum`."), "old": said, "new": said})


def _row() -> Json:
    line = part.or_null({"type": "integer"}, "In the file of that edition.")
    return part.record(
        {
            "old": part.text("In its author's words; empty where there is none."),
            "new": part.text("In its author's words; empty where there is none."),
            "old_line": line,
            "new_line": line,
        }
    )


def _effect() -> Json:
    return part.record(
        {
            "body": part.text(),
            "name": part.text(),
            "old": part.or_null(part.amount(), "Its total under the old edition."),
            "new": part.or_null(part.amount(), "Its total under the new edition."),
            "change": part.or_null(part.amount()),
            "old_classes": part.listed(part.text()),
            "new_classes": part.listed(part.text()),
            "through": part.listed(part.record({**_OLD_NEW, "adjustment": _ADJUSTMENT, "change": part.amount()})),
        }
    )
