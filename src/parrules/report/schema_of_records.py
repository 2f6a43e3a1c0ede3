"""What a receipt says of the records behind a score, and of what a stage decided, as parts of its schema."""

from __future__ import annotations

from typing import get_args

from parrules.report import schema_parts as part
from parrules.report.exact_json import Json
from parrules.scoring.sheet import BehindWay


def more_of_criterion() -> Json:
    """The keys that stand only where there is something to say."""
    return {
        "records": part.listed(part.ref("records"), "The records that it rests on, by table."),
        "note": part.text("The author's note."),
        "applies": part.text("When it applies, in the author's words."),
        "shared_among": part.listed(part.text(), "The criteria that its maximum was divided among."),
        "decision": part.said(part.ref("decision"), "What a stage decided about it."),
        "waits_for_stage": part.text("The stage that decides it, while that has not come."),
        "rule_file": part.text("The file in which it stands, where the edition extends the one in that file."),
    }


def records_behind() -> Json:
    keys: Json = {
        "table": part.text(),
        "way": part.said(part.word(*get_args(BehindWay)), "each: scored one by one; else how they are counted."),
        "name": part.text("The quantity that the author named."),
        "words": part.text("The aggregate that the records count towards, as the author wrote it."),
        "total": part.whole("How many they are."),
        "left_out": part.whole("How many of them are not listed here."),
        "records": part.listed(_record(), "The first of them."),
    }
    return part.record(keys, optional=("name", "words"))


def decision() -> Json:
    return part.record(
        {
            "stage": part.text(),
            "by": part.text("Who decided; empty: the body itself."),
            "reason": part.text(),
            "cause": part.text("missing_document, late_document, rule_misread, arithmetic, judgement, or empty."),
            "rule_points": part.amount("What the rules give."),
            "points": part.or_null(part.amount(), "As decided; null where the rules stand."),
            "maximum": part.or_null(part.amount(), "The lower maximum that was decided, if any."),
            "provenance": part.ref("provenance"),
        }
    )


def _record() -> Json:
    keys: Json = {
        "id": part.text("As its id column names it."),
        "row": part.whole("Among the records of its file, from 1."),
        "worth": part.or_null(part.amount(), "Its score, or what it brings in."),
        "ledger": part.listed(part.ref("entry"), "How it was scored."),
        "perhaps": part.yes_no("Whether it counts depends on what is missing."),
    }
    return part.record(keys, optional=("id", "ledger", "perhaps"))
