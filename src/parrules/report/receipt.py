"""The receipt: score sheets as JSON from which an auditor can follow and recompute every score.

It says the same in every language, holds no clock and no machine, and is the same bytes for the same sheets.
Every number that was computed or handed in is text that says it exactly.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from parrules.evidence.records import Provenance
from parrules.report.exact_json import Json, title_json
from parrules.report.value_json import kind_json, points_json, value_json
from parrules.scoring.sheet import (
    Decided,
    Entry,
    Evidence,
    Line,
    Loss,
    Quantity,
    Reason,
    RecordsBehind,
    Sheet,
)
from parrules.values.kinds import RATIO
from parrules.values.numbers import written

FORMAT = 1
"""The number of the receipt's format: it grows when a reader of receipts must change."""

OPENING, CLOSING = f'{{"parrules_receipt":{FORMAT},"sheets":[\n', "\n]}\n"
"""Around the sheets of a receipt of many bodies, which stand in it as `head_line` and `criteria_lines` give them."""


def receipt(sheets: Sequence[Sheet]) -> Json:
    """The receipt of these sheets, in their order, as JSON values; its keys stand in the order of the schema."""
    return {"parrules_receipt": FORMAT, "sheets": [_sheet(sheet) for sheet in sheets]}


def receipt_text(sheets: Sequence[Sheet]) -> str:
    """The receipt as the text of a file."""
    return json_text(receipt(sheets))


def head_line(sheet: Sheet) -> str:
    """A sheet up to its criteria, in one line."""
    return _in_line(_sheet(replace(sheet, lines=()))).removesuffix("]}") + "\n"


def criteria_lines(sheet: Sheet) -> str:
    """The criteria of a sheet, a line each, and its end."""
    return ",\n".join(_in_line(_line(line)) for line in sheet.lines) + "\n]}"


def _in_line(value: Json) -> str:
    return _IN_LINE.encode(value)


_IN_LINE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False)


def json_text(value: object) -> str:
    """JSON as we write it: indented by 2, letters as they are, a line end at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _sheet(sheet: Sheet) -> Json:
    return {
        "methodology": {
            "name": sheet.methodology,
            "edition": sheet.edition,
            "title": title_json(sheet.title_vi, sheet.title_en),
            "fidelity": sheet.fidelity,
            "digest": sheet.methodology_digest,
        },
        "round": {"year": sheet.year, "start": sheet.start, "end": sheet.end},
        "stage": sheet.stage,
        "evidence": {"digest": sheet.evidence_digest},
        "engine": sheet.engine,
        "plugins": [{"name": one.name, "version": one.version, "hash": one.digest} for one in sheet.plugins],
        **({"without_records": True} if sheet.without_records else {}),
        "body": {"id": sheet.body, "name": sheet.body_name},
        "assessed": sheet.assessed,
        "total": points_json(sheet.total),
        "applicable": points_json(sheet.applicable),
        "index": value_json(sheet.index, RATIO) if sheet.index is not None else None,
        "printed_total": points_json(sheet.printed_total),
        "classes": list(sheet.classes),
        "total_ledger": [_entry(entry) for entry in sheet.total_entries],
        "class_ledger": [_entry(entry) for entry in sheet.class_entries],
        "criteria": [_line(line) for line in sheet.lines],
    }


def _line(line: Line) -> Json:
    return {
        "code": line.code,
        "title": title_json(line.title_vi, line.title_en),
        "depth": line.depth,
        "maximum": written(line.maximum),
        "minimum": written(line.minimum),
        "applicable": points_json(line.applicable),
        "status": line.status,
        "score": points_json(line.score),
        "outside_scale": line.outside_scale,
        "classes": list(line.classes),
        "basis": list(line.basis),
        "accountable": line.accountable,
        "judged_by": line.judged_by,
        "fidelity": line.fidelity,
        "children": list(line.children),
        "ledger": [_entry(entry) for entry in line.entries],
        "quantities": [_quantity(one) for one in line.named],
        "evidence": [_evidence(one) for one in line.evidence],
        "lost": [_loss(loss) for loss in line.lost],
        "missing": list(line.missing),
        **_more(line),
    }


def _more(line: Line) -> Json:
    """What few criteria have; only what there is."""
    every: Json = {
        "records": [_behind(one) for one in line.behind],
        "note": line.note,
        "applies": line.applies,
        "shared_among": list(line.shared_among),
        "decision": _decided(line.decided) if line.decided is not None else None,
        "waits_for_stage": line.waits_for_stage,
        "rule_file": line.rule_file,
    }
    return {name: value for name, value in every.items() if value}


def _behind(one: RecordsBehind) -> Json:
    """The records of a table, so many at most; how many are left out is said."""
    rows: list[Json] = []
    for record in one.records:
        row: Json = {"id": record.id} if record.id else {}
        row |= {"row": record.row, "worth": points_json(record.worth)}
        if record.entries:
            row["ledger"] = [_entry(entry) for entry in record.entries]
        rows.append(row | ({"perhaps": True} if record.perhaps else {}))
    named: Json = {"name": one.name} if one.name else {}
    named |= {"words": one.words} if one.words else {}
    return {"table": one.table, "way": one.way, **named, "total": one.total, "left_out": one.left_out, "records": rows}


def _decided(one: Decided) -> Json:
    return {
        "stage": one.stage,
        "by": one.by,
        "reason": one.reason,
        "cause": one.cause,
        "rule_points": points_json(one.rule_points),
        "points": points_json(one.points),
        "maximum": points_json(one.maximum),
        "provenance": _provenance(one.provenance),
    }


def _entry(entry: Entry) -> Json:
    return {
        "construct": entry.construct,
        "amount": points_json(entry.amount),
        "running": points_json(entry.running),
        "words": entry.words,
        "line": entry.line,
        "row": entry.row,
        "rows": entry.rows,
        "reason": _reason(entry.reason),
        "parts": [_quantity(part) for part in entry.parts],
        "perhaps": entry.perhaps,
    }


def _evidence(one: Evidence) -> Json:
    return {
        "name": one.name,
        "title": title_json(one.title_vi, one.title_en),
        **kind_json(one.kind),
        "value": value_json(one.value, one.kind),
        "written": one.written,
        "provenance": _provenance(one.provenance),
    }


def _loss(loss: Loss) -> Json:
    return {
        "cause": loss.cause,
        "amount": written(loss.amount),
        "words": loss.words,
        "line": loss.line,
        "reason": _reason(loss.reason),
    }


def _provenance(one: Provenance) -> Json:
    """Only what is known of it."""
    every: Json = {
        "file": one.file,
        "line": one.line,
        "sheet": one.sheet,
        "cell": one.cell,
        "row": one.row,
        "document": one.document,
        "page": one.page,
        "justification": one.justification,
        "note": one.note,
        "withheld": one.withheld,
    }
    return {name: value for name, value in every.items() if value}


def _reason(reason: Reason | None) -> Json | None:
    """The author's text with each quantity as `{name}`; a brace of his own is doubled."""
    if reason is None:
        return None
    text = "".join(
        part.replace("{", "{{").replace("}", "}}") if isinstance(part, str) else "{" + part.role + "}"
        for part in reason.parts
    )
    return {"text": text, "values": [_quantity(part) for part in reason.parts if not isinstance(part, str)]}


def _quantity(one: Quantity) -> Json:
    return {"name": one.role, **kind_json(one.kind), "value": value_json(one.value, one.kind)}
