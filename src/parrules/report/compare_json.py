"""Two score sheets side by side, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from parrules.report import schema_parts as part
from parrules.report.csv_table import MARK, guarded
from parrules.report.exact_json import Json, exact_json, exact_text, title_json
from parrules.report.receipt import json_text
from parrules.report.words import said, titled
from parrules.scoring.sheet import Line, Sheet
from parrules.standing.carried import NotCarried
from parrules.standing.compare import Compared, ComparedRow, Split
from parrules.standing.origins import Unpaired
from parrules.text.spelling import Language
from parrules.values.amounts import Number
from parrules.values.numbers import written

FORMAT = 1
_COLUMNS = ("body", "name", "code", "title", "first", "second", "change", "rules", "evidence", "interaction", "unsplit")


def compared_text(
    pairs: Sequence[Compared],
    only: Unpaired,
    not_carried: tuple[Sequence[NotCarried], Sequence[NotCarried]],
) -> str:
    """The text of a JSON file; it says the same in every language."""
    return json_text(
        {
            "parrules_comparison": FORMAT,
            "pairs": [_pair(one) for one in pairs],
            "only_first": list(only.first),
            "only_second": list(only.second),
            "merged": [{"id": one.body, "name": one.name, "of": list(one.of)} for one in only.merged],
            "not_carried_first": [{"name": one.name, "why": one.why} for one in not_carried[0]],
            "not_carried_second": [{"name": one.name, "why": one.why} for one in not_carried[1]],
        }
    )


def compared_csv(pairs: Sequence[Compared], language: Language) -> str:
    """A line a criterion, then the total, of each pair. Numbers are exact."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow([said(f"compare.column_{name}", language) for name in _COLUMNS])
    for one in pairs:
        body = [guarded(one.second.body), guarded(one.second.body_name)]
        for row in one.rows:
            out.writerow([*body, guarded(row.code), _title(row, language), *_numbers(row)])
        totals = [exact_text(total) for total in (one.first.total, one.second.total, one.change)]
        out.writerow([*body, "", said("sheet.total", language), *totals, *_split_cells(one.split)])
    return MARK + text.getvalue()


def compared_schema() -> Json:
    """The schema of what `compared_text` gives; it stands in schemas/comparison.schema.json."""
    names = part.listed(part.text())
    not_carried = part.listed(
        part.record({"name": part.text(), "why": part.word("unknown", "kind", "outside")}),
        "Figures, tables, columns and marks that the other rules could not be given.",
    )
    return part.schema_of(
        "Comparison by parrules",
        "Two score sheets side by side. The changes of the rows that count add up to the change of the total; of each "
        "row, rules + evidence + interaction + unsplit add up to its change.",
        {
            "parrules_comparison": {"const": FORMAT},
            "pairs": part.listed(_pair_schema()),
            "only_first": names,
            "only_second": names,
            "merged": part.listed(
                part.record({"id": part.text(), "name": part.text(), "of": part.listed(part.text())}),
                "Bodies of the later round that were made of others, or of a part of one, and are not compared.",
            ),
            "not_carried_first": not_carried,
            "not_carried_second": not_carried,
        },
        {"side": _side_schema(), "split": _split_schema()},
    )


def _pair_schema() -> Json:
    split: Json = part.or_null(part.ref("split"), "Null where the rules are the same.")
    row: Json = {
        "code": part.text("Empty for what was done to the total."),
        "title": part.or_null(part.ref("title")),
        "adjustment": part.yes_no("What was done to the sum of the criteria below: held, rounded."),
        "first": part.or_null(part.amount()),
        "second": part.or_null(part.amount()),
        "change": part.amount("What of the change of the total it makes."),
        "counts": part.yes_no("Rows that count add up to the whole change."),
        "split": split,
        "figures": part.listed(part.text(), "The figures that differ, by name."),
    }
    return part.record(
        {
            "first": part.ref("side"),
            "second": part.ref("side"),
            "rules_differ": part.yes_no("Whether they were scored by different rules."),
            "change": part.or_null(part.amount()),
            "split": split,
            "rows": part.listed(part.record(row)),
        }
    )


def _side_schema() -> Json:
    return part.record(
        {
            "body": part.text(),
            "name": part.text(),
            "methodology": part.text(),
            "edition": part.text(),
            "year": part.whole(),
            "stage": part.text(),
            "total": part.or_null(part.amount()),
            "applicable": part.amount(),
            "index": part.or_null(part.amount(), "Total over applicable maximum, as a part of 1."),
        }
    )


def _split_schema() -> Json:
    number = part.ref("number")
    return part.record(
        {
            "rules": part.said(number, "The old evidence under the new rules, less the old score."),
            "evidence": part.said(number, "The new evidence under the old rules, less the old score."),
            "interaction": part.said(number, "What only both together changed."),
            "unsplit": part.said(number, "What could not be scored crosswise."),
        }
    )


def _pair(one: Compared) -> Json:
    return {
        "first": _side(one.first),
        "second": _side(one.second),
        "rules_differ": one.rules_differ,
        "change": exact_json(one.change),
        "split": _split(one.split),
        "rows": [_row(row) for row in one.rows],
    }


def _side(sheet: Sheet) -> Json:
    return {
        "body": sheet.body,
        "name": sheet.body_name,
        "methodology": sheet.methodology,
        "edition": sheet.edition,
        "year": sheet.year,
        "stage": sheet.stage,
        "total": exact_json(sheet.total),
        "applicable": exact_json(sheet.applicable),
        "index": exact_json(sheet.index),
    }


def _row(row: ComparedRow) -> Json:
    line = row.line
    sides = [changed.second or changed.first for changed in row.changed]
    return {
        "code": row.code,
        "title": title_json(line.title_vi, line.title_en) if line else None,
        "adjustment": row.is_adjustment,
        "first": None if row.is_adjustment else exact_json(_score(row.first)),
        "second": None if row.is_adjustment else exact_json(_score(row.second)),
        "change": exact_json(row.change),
        "counts": row.counts,
        "split": _split(row.split),
        "figures": [one.name for one in sides if one is not None],
    }


def _split(one: Split | None) -> Json | None:
    if one is None:
        return None
    return {
        "rules": written(one.rules),
        "evidence": written(one.evidence),
        "interaction": written(one.interaction),
        "unsplit": written(one.unsplit),
    }


def _title(row: ComparedRow, language: Language) -> str:
    if row.is_adjustment:
        return said("compare.adjustment_short", language)
    return guarded(titled(row.line.title_vi, row.line.title_en, language)) if row.line else ""


def _numbers(row: ComparedRow) -> list[str]:
    scores = ["", ""] if row.is_adjustment else [exact_text(_score(one)) for one in (row.first, row.second)]
    return [*scores, exact_text(row.change), *_split_cells(row.split)]


def _split_cells(one: Split | None) -> list[str]:
    return [""] * 4 if one is None else list(map(written, (one.rules, one.evidence, one.interaction, one.unsplit)))


def _score(line: Line | None) -> Number | None:
    return None if line is None else line.score
