"""The published shape of a receipt, as JSON Schema draft 7, and what each of its keys means."""

from __future__ import annotations

from typing import get_args

from parrules.report import schema_parts as part
from parrules.report.exact_json import Json
from parrules.report.receipt import FORMAT
from parrules.report.schema_of_records import decision, more_of_criterion, records_behind
from parrules.scoring.sheet import Status
from parrules.values.kinds import KindName


def receipt_schema() -> Json:
    """The schema of what `receipt` gives; it stands in schemas/receipt.schema.json."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Receipt of parrules",
        "description": "Score sheets: what each body got for each criterion, why, from which evidence, and what was "
        "lost. Every number computed or handed in is text that says it exactly: 12.25, or 1/3 where no finite "
        "decimal exists. There is no clock and no machine in it: the same input gives the same bytes.",
        **part.record(
            {
                "parrules_receipt": part.said({"const": FORMAT}, "The number of this format."),
                "sheets": part.listed(part.ref("sheet"), "One sheet a body, in the order of the evidence."),
            }
        ),
        "definitions": {
            "sheet": _sheet(),
            "criterion": _criterion(),
            "entry": _entry(),
            "evidence": _evidence(),
            "loss": _loss(),
            "records": records_behind(),
            "decision": decision(),
            "reason": _reason(),
            "quantity": _quantity(),
            "provenance": _provenance(),
            "plugin": _plugin(),
            "title": part.DEFINITIONS["title"],
            "number": part.DEFINITIONS["number"],
            "within": _within(),
            "amount": {"anyOf": [part.ref("number"), part.ref("within")]},
            "value": _value(),
        },
    }


def _sheet() -> Json:
    return part.record(
        {
            "methodology": part.record(
                {
                    "name": part.text(),
                    "edition": part.text(),
                    "title": part.ref("title"),
                    "fidelity": part.text("verified, derived, secondary or illustrative: how near it is to the law."),
                    "digest": part.text("SHA-256 of every file that the methodology was read from."),
                },
            ),
            "round": part.days_of_round(),
            "stage": part.text("The stage of the round: self, appraised, ..."),
            "evidence": part.record({"digest": part.text("SHA-256 of every file that the evidence was read from.")}),
            "engine": part.text("The version that scored."),
            "plugins": part.listed(part.ref("plugin"), "Those that were installed, sorted by name."),
            "without_records": part.said({"const": True}, "Ids of records, documents and remarks were left out."),
            "body": part.record({"id": part.text(), "name": part.text()}),
            "assessed": part.yes_no("False where the methodology does not hold for this body."),
            "total": part.or_null(part.ref("amount"), "Points. Null where there is none."),
            "applicable": part.said(part.ref("amount"), "The maximum of the scale, of what applies to this body."),
            "index": part.or_null(part.ref("amount"), "Total over applicable maximum, as a ratio: 0.98 is 98%."),
            "printed_total": part.or_null(
                part.ref("number"), "The total that was published, where the evidence says so."
            ),
            "classes": part.listed(part.text(), "The class it is given; several while that is open."),
            "total_ledger": part.listed(part.ref("entry"), "How the criteria became the total."),
            "class_ledger": part.listed(
                part.ref("entry"), "How the class was found: amounts are places in the list of classes."
            ),
            "criteria": part.listed(part.ref("criterion"), "Each criterion before its children."),
        },
        optional=("without_records",),
    )


def _criterion() -> Json:
    return part.record(
        {
            "code": part.text(),
            "title": part.ref("title"),
            "depth": part.whole("How deep it stands among the criteria."),
            "maximum": part.said(part.ref("number"), "As the methodology says."),
            "minimum": part.said(part.ref("number"), "As the methodology says."),
            "applicable": part.said(part.ref("amount"), "What of the maximum applies to this body."),
            "status": part.said({"enum": list(get_args(Status))}, "open: it waits for evidence."),
            "score": part.or_null(part.ref("amount"), "Held and rounded. Null where the criterion is left out."),
            "outside_scale": part.yes_no("A bonus or penalty block: its maximum is not part of the scale."),
            "classes": part.listed(part.text(), "Its class, where it has classes; several while that is open."),
            "basis": part.listed(part.text(), "The legal texts, by the short names of the methodology."),
            "accountable": part.text("The office that answers for it."),
            "judged_by": part.text("Who gives its mark, where it is judged."),
            "fidelity": part.text(),
            "children": part.listed(part.text(), "The codes of the criteria below it."),
            "ledger": part.listed(part.ref("entry"), "What moved the running score, from 0 to the score, in order."),
            "quantities": part.listed(part.ref("quantity"), "The quantities that the author named."),
            "evidence": part.listed(part.ref("evidence"), "What it reads."),
            "lost": part.listed(part.ref("loss"), "Adds up to applicable minus score; empty while the score is open."),
            "missing": part.listed(part.text(), "The evidence that it waits for, by name."),
            **more_of_criterion(),
        },
        optional=tuple(more_of_criterion()),
    )


def _entry() -> Json:
    return part.record(
        {
            "construct": part.text(
                "The author's word (award, add, deduct, ...), or hold, round, child, mark, exempt, ..."
            ),
            "amount": part.said(part.ref("amount"), "How far it moved the running score."),
            "running": part.said(part.ref("amount"), "The running score after it."),
            "words": part.text("The row as it stands in the rule file."),
            "line": part.whole("Where it stands in the rule file; 0 where it does not."),
            "row": part.whole("Which row of its statement held, from 1."),
            "rows": part.whole("How many rows the statement has."),
            "reason": part.or_null(part.ref("reason")),
            "parts": part.listed(
                part.ref("quantity"), "What it is made of: rate, unit, quantity, steps, limit, as_written."
            ),
            "perhaps": part.yes_no("Whether it applies depends on evidence that is missing."),
        }
    )


def _evidence() -> Json:
    return part.record(
        {
            "name": part.text(),
            "title": part.ref("title"),
            **_kind(),
            "value": part.said(part.ref("value"), "Of a table, the number of its records."),
            "written": part.text("As it was handed in."),
            "provenance": part.ref("provenance"),
        },
        optional=("unit",),
    )


def _loss() -> Json:
    return part.record(
        {
            "cause": part.text(
                "The construct of the entry that took it; fell_short where none did; child for one below."
            ),
            "amount": part.said(part.ref("number"), "Negative where points were won back."),
            "words": part.text("The row of the rule file, or the code of the criterion below."),
            "line": part.whole(),
            "reason": part.or_null(part.ref("reason")),
        }
    )


def _reason() -> Json:
    return part.record(
        {
            "text": part.text(
                "The author's text; each quantity stands in it as {name}, a brace of his own is doubled."
            ),
            "values": part.listed(part.ref("quantity"), "The quantities in the order in which the text names them."),
        }
    )


def _quantity() -> Json:
    return part.record({"name": part.text(), **_kind(), "value": part.ref("value")}, optional=("unit",))


def _provenance() -> Json:
    keys: Json = {
        "file": part.text("Relative to the evidence file."),
        "line": part.whole(),
        "sheet": part.text(),
        "cell": part.text(),
        "row": part.whole(),
        "document": part.text("The document that shows it."),
        "page": part.text(),
        "justification": part.text("Why there is no document."),
        "note": part.text("Whatever else was written beside it."),
        "withheld": part.said(
            {"const": True}, "A document, justification or note was handed in, and is left out here."
        ),
    }
    return part.said(
        part.record(keys, optional=tuple(keys)), "Where it stands and what proves it; only what is known of it."
    )


def _plugin() -> Json:
    return part.record({"name": part.text(), "version": part.text(), "hash": part.text("SHA-256 of its files.")})


def _kind() -> Json:
    return {"kind": {"enum": list(get_args(KindName))}, "unit": part.text()}


def _within() -> Json:
    end: Json = {"type": ["string", "boolean", "null"]}
    keys: Json = {
        "within": {"type": "array", "items": end, "minItems": 2, "maxItems": 2},
        "low_open": part.yes_no("The low end itself is left out."),
        "high_open": part.yes_no("The high end itself is left out."),
        "or_none": part.yes_no("It may also be known to be absent."),
    }
    return part.said(
        part.record(keys, optional=("low_open", "high_open", "or_none")),
        "Every value that it can still have lies from the first to the second; null: without bound.",
    )


def _value() -> Json:
    nothing = part.record({"nothing": {"enum": ["none", "missing", "not_applicable"]}})
    unknown = part.record({"unknown": {"const": True}, "or_none": part.yes_no()}, optional=("or_none",))
    return part.said(
        {"anyOf": [{"type": ["string", "boolean"]}, part.ref("within"), nothing, unknown]},
        "By its kind: an exact number, an ISO date, one of a list by its text, yes or no, a text, or nothing.",
    )
