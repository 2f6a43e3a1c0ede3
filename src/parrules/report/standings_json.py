"""Standings as JSON, for other programs, and as CSV, for a spreadsheet; the JSON says the same in every language."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from parrules.report import schema_parts as part
from parrules.report.csv_table import MARK, guarded
from parrules.report.exact_json import Json, exact_json, exact_text, title_json
from parrules.report.receipt import json_text
from parrules.report.words import said
from parrules.scoring.sheet import Sheet
from parrules.standing.standing import Against, Apart, Change, Place, Ranked, Standing
from parrules.text.spelling import Language

FORMAT = 1
"""The number of this format: it grows when a reader must change."""

COLUMNS = (
    *("body", "name", "group", "region", "first", "last", "value", "total", "index", "class"),
    *("to_first", "to_mean", "before", "points", "places", "why"),
)
"""The columns of the CSV file, by the key of their heading."""


def standings_text(standings: Sequence[Standing], of: Sheet) -> str:
    """The text of a JSON file. of: any sheet of the round."""
    return json_text(
        {
            "parrules_standing": FORMAT,
            "methodology": {
                "name": of.methodology,
                "edition": of.edition,
                "title": title_json(of.title_vi, of.title_en),
                "digest": of.methodology_digest,
            },
            "round": {"year": of.year, "start": of.start, "end": of.end},
            "stage": of.stage,
            "evidence": {"digest": of.evidence_digest},
            "engine": of.engine,
            "standings": [_standing(one) for one in standings],
        }
    )


def standings_csv(standings: Sequence[Standing], language: Language) -> str:
    """A line a body; numbers are exact, open ones as `5..10`. The text begins with the byte order mark."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow([said(f"standing.column_{name}", language) for name in COLUMNS])
    for standing in standings:
        for row in standing.rows:
            cells = _row_cells(row, language)
            out.writerow([cells.get(name, "") for name in COLUMNS])
        for one in standing.apart:
            key = f"standing.no_{standing.within}" if one.why == "no_group" else f"standing.{one.why}"
            cells = {"body": guarded(one.body), "name": guarded(one.body_name), "why": said(key, language)}
            out.writerow([cells.get(name, "") for name in COLUMNS])
    return MARK + text.getvalue()


def standings_schema() -> Json:
    """The schema of what `standings_text` gives; it stands in schemas/standing.schema.json."""
    return part.schema_of(
        "Standings of parrules",
        "Who stands where among the bodies of a round. Numbers are text that says them exactly; what is open is given "
        "by its bounds.",
        {
            "parrules_standing": part.said({"const": FORMAT}, "The number of this format."),
            "methodology": part.methodology(),
            "round": part.days_of_round(),
            "stage": part.text(),
            "evidence": part.record({"digest": part.text("SHA-256 of every file that the evidence was read from.")}),
            "engine": part.text("The version that scored."),
            "standings": part.listed(_standing_schema(), "One, or one for each group or region."),
        },
        {"place": _place_schema()},
    )


def _standing(one: Standing) -> Json:
    known = one.statistics
    return {
        "by": one.by,
        "title": title_json(one.title_vi, one.title_en) if one.title_vi else None,
        "within": one.within,
        "of": one.of,
        "ties": one.ties,
        "statistics": None
        if known is None
        else {name: exact_json(getattr(known, name)) for name in ("count", "mean", "median", "best", "worst")},
        "bodies": [_ranked(row) for row in one.rows],
        "apart": [_apart(body) for body in one.apart],
        "against": None if one.against is None else _against(one.against),
    }


def _ranked(row: Ranked) -> Json:
    return {
        "id": row.body,
        "name": row.body_name,
        "group": row.group,
        "region": row.region,
        "place": _place(row.place),
        "perhaps": row.perhaps,
        "value": exact_json(row.value),
        "total": exact_json(row.total),
        "index": exact_json(row.index),
        "classes": list(row.classes),
        "to_first": exact_json(row.to_first),
        "to_mean": exact_json(row.to_mean),
        "change": None if row.change is None else _change(row.change),
    }


def _place(place: Place) -> Json:
    return {"first": place.first, "last": place.last, "level": place.level}


def _change(change: Change) -> Json:
    return {
        "before": exact_json(change.before),
        "points": exact_json(change.points),
        "place": None if change.place is None else _place(change.place),
        "places": exact_json(change.places),
    }


def _apart(body: Apart) -> Json:
    return {"id": body.body, "name": body.body_name, "why": body.why}


def _against(one: Against) -> Json:
    return {
        "round": {"year": one.year, "start": one.start, "end": one.end},
        "methodology": {"name": one.methodology, "edition": one.edition},
        "rules_changed": one.rules_changed,
        "up": one.up,
        "down": one.down,
        "same": one.same,
        "open": one.open,
        "new": list(one.new),
        "gone": list(one.gone),
        "merged": [{"id": made.body, "name": made.name, "of": list(made.of)} for made in one.merged],
    }


def _row_cells(row: Ranked, language: Language) -> dict[str, str]:
    cells = {
        "body": guarded(row.body),
        "name": guarded(row.body_name),
        "group": guarded(row.group),
        "region": guarded(row.region),
        "first": str(row.place.first),
        "last": str(row.place.last),
        "value": exact_text(row.value),
        "total": exact_text(row.total),
        "index": exact_text(row.index),
        "class": guarded(said("sheet.class_or", language).join(row.classes)),
        "to_first": exact_text(row.to_first),
        "to_mean": exact_text(row.to_mean),
    }
    if row.change is not None:
        cells |= {
            "before": exact_text(row.change.before),
            "points": exact_text(row.change.points),
            "places": exact_text(row.change.places),
        }
    return cells


def _standing_schema() -> Json:
    number, names = part.amount(), part.listed(part.text())
    return part.record(
        {
            "by": part.text("total, index, or the code of a criterion."),
            "title": part.or_null(part.ref("title"), "Of the criterion."),
            "within": part.word("round", "group", "region"),
            "of": part.text("The group or region; empty for the whole round, and for the bodies that are in none."),
            "ties": part.word("competition", "dense", "undecided"),
            "statistics": part.or_null(
                part.record(dict.fromkeys(("count", "mean", "median", "best", "worst"), number)),
                "Of what bodies are ranked by. Null where nobody is.",
            ),
            "bodies": part.listed(_body_schema(), "The first place first; then by name."),
            "apart": part.listed(
                part.record(
                    {
                        "id": part.text(),
                        "name": part.text(),
                        "why": part.word("not_assessed", "not_ranked", "nothing_applies", "no_group"),
                    }
                ),
                "Those without a place.",
            ),
            "against": part.or_null(_against_schema(names), "The other round, where there is one."),
        }
    )


def _body_schema() -> Json:
    change = part.record(
        {
            "before": part.amount("What it was ranked by in the other round."),
            "points": part.amount("Gained since."),
            "place": part.or_null(part.ref("place")),
            "places": part.or_null(part.amount(), "Gained since. Null where it was not ranked among the same bodies."),
        }
    )
    return part.record(
        {
            "id": part.text(),
            "name": part.text(),
            "group": part.text(),
            "region": part.text(),
            "place": part.ref("place"),
            "perhaps": part.yes_no("Whether it is ranked depends on what is missing."),
            "value": part.amount("What it is ranked by."),
            "total": part.or_null(part.amount()),
            "index": part.or_null(part.amount(), "A ratio: 0.98 is 98%."),
            "classes": part.listed(part.text(), "Its class; several while that is open."),
            "to_first": part.amount("How far it is behind the first."),
            "to_mean": part.amount("How far it is above the mean; negative below."),
            "change": part.or_null(change, "Null where it was not ranked then, or was made of others since."),
        }
    )


def _against_schema(names: Json) -> Json:
    return part.record(
        {
            "round": part.record({"year": part.whole(), "start": part.text(), "end": part.text()}),
            "methodology": part.record({"name": part.text(), "edition": part.text()}),
            "rules_changed": part.yes_no("Whether its edition is another."),
            "up": part.whole("So many bodies gained points."),
            "down": part.whole(),
            "same": part.whole(),
            "open": part.whole(),
            "new": part.said(names, "Those that were not ranked then."),
            "gone": part.said(names, "Those that are not ranked now."),
            "merged": part.listed(
                part.record({"id": part.text(), "name": part.text(), "of": part.listed(part.text())}),
                "Those that were made of others since, or of a part of one, and have no change.",
            ),
        }
    )


def _place_schema() -> Json:
    said_place = part.record(
        {
            "first": part.whole("The best place that it can have, from 1."),
            "last": part.whole("The worst."),
            "level": part.whole("So many bodies are surely equal here, this one included."),
        }
    )
    return part.said(said_place, "first and last are the same where it is settled.")
