"""The published shape of a receipt, as JSON Schema draft 7, and what each of its keys means."""

from __future__ import annotations

from typing import get_args

from parrules.report.receipt import FORMAT
from parrules.report.schema_of_records import decision, more_of_criterion, records_behind
from parrules.scoring.sheet import Status
from parrules.values.kinds import KindName

Json = dict[str, object]


def receipt_schema() -> Json:
    """The schema of what `receipt` gives; it stands in schemas/receipt.schema.json."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Receipt of parrules",
        "description": "Score sheets: what each body got for each criterion, why, from which evidence, and what was "
        "lost. Every number computed or handed in is text that says it exactly: 12.25, or 1/3 where no finite "
        "decimal exists. There is no clock and no machine in it: the same input gives the same bytes.",
        **_record(
            {
                "parrules_receipt": _said({"const": FORMAT}, "The number of this format."),
                "sheets": _list(_ref("sheet"), "One sheet a body, in the order of the evidence."),
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
            "title": _title(),
            "number": _number(),
            "within": _within(),
            "amount": {"anyOf": [_ref("number"), _ref("within")]},
            "value": _value(),
        },
    }


def _sheet() -> Json:
    return _record(
        {
            "methodology": _record(
                {
                    "name": _text(),
                    "edition": _text(),
                    "title": _ref("title"),
                    "fidelity": _text("verified, derived, secondary or illustrative: how near it is to the law."),
                    "digest": _text("SHA-256 of every file that the methodology was read from."),
                },
            ),
            "round": _record({"year": _whole(), "start": _text("ISO date."), "end": _text("ISO date.")}),
            "stage": _text("The stage of the round: self, appraised, ..."),
            "evidence": _record({"digest": _text("SHA-256 of every file that the evidence was read from.")}),
            "engine": _text("The version that scored."),
            "plugins": _list(_ref("plugin"), "Those that were installed, sorted by name."),
            "without_records": _said({"const": True}, "Ids of records, documents and remarks were left out."),
            "body": _record({"id": _text(), "name": _text()}),
            "assessed": _yes_no("False where the methodology does not hold for this body."),
            "total": _or_null(_ref("amount"), "Points. Null where there is none."),
            "applicable": _said(_ref("amount"), "The maximum of the scale, of what applies to this body."),
            "index": _or_null(_ref("amount"), "Total over applicable maximum, as a ratio: 0.98 is 98%."),
            "printed_total": _or_null(_ref("number"), "The total that was published, where the evidence says so."),
            "classes": _list(_text(), "The class it is given; several while that is open."),
            "total_ledger": _list(_ref("entry"), "How the criteria became the total."),
            "class_ledger": _list(_ref("entry"), "How the class was found: amounts are places in the list of classes."),
            "criteria": _list(_ref("criterion"), "Each criterion before its children."),
        },
        optional=("without_records",),
    )


def _criterion() -> Json:
    return _record(
        {
            "code": _text(),
            "title": _ref("title"),
            "depth": _whole("How deep it stands among the criteria."),
            "maximum": _said(_ref("number"), "As the methodology says."),
            "minimum": _said(_ref("number"), "As the methodology says."),
            "applicable": _said(_ref("amount"), "What of the maximum applies to this body."),
            "status": _said({"enum": list(get_args(Status))}, "open: it waits for evidence."),
            "score": _or_null(_ref("amount"), "Held and rounded. Null where the criterion is left out."),
            "outside_scale": _yes_no("A bonus or penalty block: its maximum is not part of the scale."),
            "classes": _list(_text(), "Its class, where it has classes; several while that is open."),
            "basis": _list(_text(), "The legal texts, by the short names of the methodology."),
            "accountable": _text("The office that answers for it."),
            "judged_by": _text("Who gives its mark, where it is judged."),
            "fidelity": _text(),
            "children": _list(_text(), "The codes of the criteria below it."),
            "ledger": _list(_ref("entry"), "What moved the running score, from 0 to the score, in order."),
            "quantities": _list(_ref("quantity"), "The quantities that the author named."),
            "evidence": _list(_ref("evidence"), "What it reads."),
            "lost": _list(_ref("loss"), "Adds up to applicable minus score; empty while the score is open."),
            "missing": _list(_text(), "The evidence that it waits for, by name."),
            **more_of_criterion(),
        },
        optional=tuple(more_of_criterion()),
    )


def _entry() -> Json:
    return _record(
        {
            "construct": _text("The author's word (award, add, deduct, ...), or hold, round, child, mark, exempt, ..."),
            "amount": _said(_ref("amount"), "How far it moved the running score."),
            "running": _said(_ref("amount"), "The running score after it."),
            "words": _text("The row as it stands in the rule file."),
            "line": _whole("Where it stands in the rule file; 0 where it does not."),
            "row": _whole("Which row of its statement held, from 1."),
            "rows": _whole("How many rows the statement has."),
            "reason": _or_null(_ref("reason")),
            "parts": _list(_ref("quantity"), "What the amount is made of: rate, unit, quantity, steps, limit."),
            "perhaps": _yes_no("Whether it applies depends on evidence that is missing."),
        }
    )


def _evidence() -> Json:
    return _record(
        {
            "name": _text(),
            "title": _ref("title"),
            **_kind(),
            "value": _said(_ref("value"), "Of a table, the number of its records."),
            "written": _text("As it was handed in."),
            "provenance": _ref("provenance"),
        },
        optional=("unit",),
    )


def _loss() -> Json:
    return _record(
        {
            "cause": _text("The construct of the entry that took it; fell_short where none did; child for one below."),
            "amount": _said(_ref("number"), "Negative where points were won back."),
            "words": _text("The row of the rule file, or the code of the criterion below."),
            "line": _whole(),
            "reason": _or_null(_ref("reason")),
        }
    )


def _reason() -> Json:
    return _record(
        {
            "text": _text("The author's text; each quantity stands in it as {name}, a brace of his own is doubled."),
            "values": _list(_ref("quantity"), "The quantities in the order in which the text names them."),
        }
    )


def _quantity() -> Json:
    return _record({"name": _text(), **_kind(), "value": _ref("value")}, optional=("unit",))


def _provenance() -> Json:
    keys: Json = {
        "file": _text("Relative to the evidence file."),
        "line": _whole(),
        "sheet": _text(),
        "cell": _text(),
        "row": _whole(),
        "document": _text("The document that shows it."),
        "page": _text(),
        "justification": _text("Why there is no document."),
        "note": _text("Whatever else was written beside it."),
        "withheld": _said({"const": True}, "A document, justification or note was handed in, and is left out here."),
    }
    return _said(_record(keys, optional=tuple(keys)), "Where it stands and what proves it; only what is known of it.")


def _plugin() -> Json:
    return _record({"name": _text(), "version": _text(), "hash": _text("SHA-256 of its files.")})


def _title() -> Json:
    return _record({"vi": _text(), "en": _text()}, optional=("en",))


def _kind() -> Json:
    return {"kind": {"enum": list(get_args(KindName))}, "unit": _text()}


def _number() -> Json:
    return {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+|/[0-9]+)?$"}


def _within() -> Json:
    end: Json = {"type": ["string", "boolean", "null"]}
    keys: Json = {
        "within": {"type": "array", "items": end, "minItems": 2, "maxItems": 2},
        "low_open": _yes_no("The low end itself is left out."),
        "high_open": _yes_no("The high end itself is left out."),
        "or_none": _yes_no("It may also be known to be absent."),
    }
    return _said(
        _record(keys, optional=("low_open", "high_open", "or_none")),
        "Every value that it can still have lies from the first to the second; null: without bound.",
    )


def _value() -> Json:
    nothing = _record({"nothing": {"enum": ["none", "missing", "not_applicable"]}})
    unknown = _record({"unknown": {"const": True}, "or_none": _yes_no()}, optional=("or_none",))
    return _said(
        {"anyOf": [{"type": ["string", "boolean"]}, _ref("within"), nothing, unknown]},
        "By its kind: an exact number, an ISO date, one of a list by its text, yes or no, a text, or nothing.",
    )


def _record(keys: Json, optional: tuple[str, ...] = ()) -> Json:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key for key in keys if key not in optional],
        "properties": keys,
    }


def _said(schema: Json, description: str) -> Json:
    # In draft 7 what stands beside `$ref` is not read, so a reference with words is wrapped.
    return (
        {"description": description, "allOf": [schema]} if "$ref" in schema else {"description": description} | schema
    )


def _ref(name: str) -> Json:
    return {"$ref": f"#/definitions/{name}"}


def _list(schema: Json, description: str) -> Json:
    return {"description": description, "type": "array", "items": schema}


def _or_null(schema: Json, description: str = "") -> Json:
    either: Json = {"anyOf": [schema, {"type": "null"}]}
    return {"description": description} | either if description else either


def _text(description: str = "") -> Json:
    return _said({"type": "string"}, description) if description else {"type": "string"}


def _whole(description: str = "") -> Json:
    return _said({"type": "integer"}, description) if description else {"type": "integer"}


def _yes_no(description: str = "") -> Json:
    return _said({"type": "boolean"}, description) if description else {"type": "boolean"}
