"""What is different between two editions as JSON: the same in every language, numbers exact."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from parrules.methodology.difference.records import (
    CriterionChange,
    Difference,
    Facet,
    PartChange,
    RowChange,
    Said,
    Values,
    Worth,
)
from parrules.methodology.model import Methodology, Title
from parrules.report.exact_json import Json, exact_json, title_json
from parrules.report.receipt import json_text
from parrules.report.spelling import from_ordinal
from parrules.standing.carried import NotCarried
from parrules.standing.effects import Effect, lines_of
from parrules.values.kinds import Kind
from parrules.values.numbers import Exact, written

FORMAT = 1


def difference_json(found: Difference, effects: Sequence[Effect] = (), not_carried: Sequence[NotCarried] = ()) -> str:
    """The text of a JSON file; its shape is in schemas/difference.schema.json."""
    return json_text(
        {
            "parrules_difference": FORMAT,
            "old": _edition(found.old),
            "new": _edition(found.new),
            "same": found.is_none,
            "whole": [_facet(one) for one in found.facets],
            "class_rows": [_row(one) for one in found.class_rows],
            "criteria": [_criterion(one) for one in found.criteria],
            "parts": [_part(one) for one in found.parts],
            "effects": [_effect(one) for one in effects],
            "lines": [
                {
                    "old": one.old,
                    "new": one.new,
                    "adjustment": one.way == "adjustment",
                    "gain": one.gain,
                    "lose": one.lose,
                    "open": one.open,
                }
                for one in lines_of(effects)
            ],
            "not_carried": [{"name": one.name, "why": one.why} for one in not_carried],
        }
    )


def _edition(one: Methodology) -> Json:
    return {
        "methodology": one.name,
        "edition": one.edition,
        "title": title_json(one.title.vi, one.title.en),
        "valid_from": one.valid_from.isoformat(),
        "valid_to": one.valid_to.isoformat() if one.valid_to else None,
        "file": one.file,
    }


def _criterion(one: CriterionChange) -> Json:
    return {
        "old": one.old,
        "new": one.new,
        "change": one.kind,
        "title": title_json(one.title.vi, one.title.en),
        "maximum": written(one.maximum),
        "facets": [_facet(each) for each in one.facets],
        "rows": [_row(each) for each in one.rows],
        "class_rows": [_row(each) for each in one.class_rows],
    }


def _part(one: PartChange) -> Json:
    return {
        "part": one.part,
        "old": one.old,
        "new": one.new,
        "change": one.kind,
        "title": title_json(one.title.vi, one.title.en),
        "facets": [_facet(each) for each in one.facets],
    }


def _facet(one: Facet) -> Json:
    return {"what": one.what, "old": _said(one.old), "new": _said(one.new)}


def _said(value: Said) -> object:
    match value:
        case None | bool() | str():
            return value
        case int() | Fraction():
            return written(value)
        case date():
            return value.isoformat()
        case Title():
            return title_json(value.vi, value.en)
        case tuple():
            return list(value)
        case Kind():
            return _kind(value)
        case Worth():
            return _worth(value.value, value.kind)
        case Values():
            return [
                {
                    "value": _worth(one.value, value.kind),
                    "from": one.valid_from.isoformat() if one.valid_from else None,
                    "to": one.valid_to.isoformat() if one.valid_to else None,
                    "basis": one.basis,
                }
                for one in value.values
            ]


def _kind(kind: Kind) -> Json:
    return {"type": kind.name, "unit": kind.unit, "options": list(kind.options)}


def _worth(value: Exact, kind: Kind) -> str:
    """A number; a date as one."""
    day = from_ordinal(value) if kind.name == "date" else None
    return written(value) if day is None else day.isoformat()


def _row(one: RowChange) -> Json:
    return {"old": one.old, "new": one.new, "old_line": one.old_line, "new_line": one.new_line}


def _effect(one: Effect) -> Json:
    return {
        "body": one.new.body,
        "name": one.new.body_name,
        "old": exact_json(one.old.total),
        "new": exact_json(one.new.total),
        "change": exact_json(one.change),
        "old_classes": list(one.old.classes),
        "new_classes": list(one.new.classes),
        "through": [
            {
                "old": each.old,
                "new": each.new,
                "adjustment": each.way == "adjustment",
                "change": exact_json(each.change),
            }
            for each in one.through
        ],
    }
