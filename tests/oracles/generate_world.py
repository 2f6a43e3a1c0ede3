"""A small world to score: what a methodology declares, and evidence for it, complete or with something missing."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import count
from random import Random
from typing import Any

from oracles.evaluator_oracle import Listed
from oracles.parser_oracle import tree_of
from parrules.evidence.records import Body, Provenance, Record, Records, Round, Supplied
from parrules.methodology.model import Column, Figure, Methodology, Table, Title, Total
from parrules.syntax import tree
from parrules.text.source import Source, Span
from parrules.values.kinds import COUNT, DATE, DAYS, NUMBER, POINTS, RATIO, TEXT, YES_NO, Kind
from parrules.values.nothing import NONE

START, END = datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)
MONEY = Kind("money", "triệu đồng")
GRADES = ("yếu", "trung bình", "khá", "tốt")
GRADE = Kind("one_of", options=GRADES)
NOWHERE = Span(Source("thử", ""), 0, 0)
_IDS = count(1)

FORMULAS = {
    "rate": "spent / planned",
    "overdue": "count(tasks where done_on is none or done_on > due_on)",
    "tasks.delay": "(0 when done_on is none otherwise done_on above due_on)",
}
VALUES: Mapping[str, tuple[Any, ...]] = {
    "count": (0, 0, 1, 2, 3, 5, 10, 20, 100),
    "ratio": (0, Fraction(1, 5), Fraction(1, 3), Fraction(1, 2), Fraction(4, 5), Fraction(9, 10), Fraction(37, 40), 1),
    "number": (-10, -1, 0, Fraction(1, 2), Fraction(107, 600), 1, 2, 5, 10),
    "money": (0, 1, 5, 20, Fraction(250, 3), 100, 200),
    "days": (0, 1, 5, 10, 20),
    "points": (0, 1, Fraction(5, 2), 5, 10),
    "date": tuple(datetime.date(2025, *day).toordinal() for day in ((1, 1), (6, 29), (6, 30), (7, 1), (12, 31))),
    "yes_no": (True, False),
    "one_of": tuple(range(len(GRADES))),
    "text": ("Bắc", "Nam"),
}
"""What evidence says: mostly where programs have their thresholds."""


def built(said: Any, span: Span = NOWHERE) -> Any:
    """The core's tree of what the parser written by hand read: quicker than the grammar, and proved to be the same."""
    if isinstance(said, list):
        return tuple(built(one, span) for one in said)
    if isinstance(said, Fraction):
        return said.numerator if said.denominator == 1 else said
    if isinstance(said, tuple):
        return getattr(tree, said[0])(*(built(one, span) for one in said[1:]), id=next(_IDS), span=span)
    return said


def expression_of(text: str) -> tree.Expression:
    said = tree_of(text, only_expression=True)
    assert said is not None, text
    node: tree.Expression = built(said)
    return node


def program_of(text: str) -> tree.Program:
    said = tree_of(text)
    assert said is not None, text
    node: tree.Program = built(said)
    return node


def nowhere_in_particular(codes: list[str]) -> dict[str, Span]:
    """Where the parts of a methodology stand that was never in a file."""
    parts = [f"{part}:{code}" for part in ("criterion", "maximum", "score") for code in codes]
    return dict.fromkeys((*parts, "methodology"), NOWHERE)


@dataclass(frozen=True)
class World:
    """methodology: all but its criteria. formulas: the trees of what is computed."""

    methodology: Methodology
    formulas: Mapping[str, tree.Expression]


@cache
def world(variant: int) -> World:
    """One of a few worlds, which differ in what figures can be."""
    random = Random(f"world {variant}")
    least = random.choice((0, 1))
    figures = (
        Figure("n", COUNT, Title("n"), low=0, high=random.choice((None, 20))),
        Figure("m", COUNT, Title("m"), low=1),
        Figure("assigned", COUNT, Title("a"), low=least),
        Figure("done", COUNT, Title("d"), low=0, within="assigned"),
        Figure("r", RATIO, Title("r"), low=0, high=1),
        Figure("growth", RATIO, Title("g"), low=-1 if random.random() < 0.5 else None, high=3),
        Figure("z", NUMBER, Title("z"), low=random.choice((None, -10)), high=random.choice((None, 10))),
        Figure("spent", MONEY, Title("s"), low=0),
        Figure("planned", MONEY, Title("p"), low=random.choice((0, 1)), high=random.choice((None, 200))),
        Figure("d", DAYS, Title("d"), low=0),
        Figure("p", POINTS, Title("p"), low=0, high=10),
        Figure("signed_on", DATE, Title("s"), low=START.toordinal(), high=END.toordinal()),
        Figure("mountain", YES_NO, Title("m"), of="body"),
        Figure("border", YES_NO, Title("b"), of="round"),
        Figure("grade", GRADE, Title("g")),
        Figure("place", TEXT, Title("p")),
        Figure("last_year", COUNT, Title("l"), low=0, none="chưa có"),
        Figure("closed_on", DATE, Title("c"), none="chưa đóng"),
        Figure("audited", YES_NO, Title("a"), none="chưa kiểm toán"),
        Figure("former", GRADE, Title("f"), none="chưa xếp loại"),
        Figure("rate", RATIO, Title("r"), formula=FORMULAS["rate"]),
        Figure("overdue", COUNT, Title("o"), formula=FORMULAS["overdue"]),
    )
    tasks = (
        Column("due_on", DATE, Title("h")),
        Column("done_on", DATE, Title("x"), none="chưa xong"),
        Column("cost", MONEY, Title("c"), low=0, high=random.choice((None, 200))),
        Column("weight", COUNT, Title("w"), low=1, high=random.choice((None, 100))),
        Column("urgent", YES_NO, Title("u")),
        Column("level", GRADE, Title("l")),
        Column("delay", DAYS, Title("d"), formula=FORMULAS["tasks.delay"]),
    )
    items = (Column("size", COUNT, Title("s"), low=0), Column("cost", MONEY, Title("c"), low=0))
    tables = (Table("tasks", Title("t"), tasks), Table("items", Title("i"), items))
    title = Title("thử")
    methodology = Methodology(
        "thử", "2025", title, "illustrative", START, None, (), (), figures, tables, (), (), Total()
    )
    return World(methodology, {name: expression_of(text) for name, text in FORMULAS.items()})


@dataclass(frozen=True)
class Said:
    """Evidence as it is handed in: what is missing is not there."""

    figures: Mapping[str, Any]
    tables: Mapping[str, tuple[Mapping[str, Any], ...]]


def complete(one: World, random: Random, known: Said | None = None) -> Said:
    """Evidence for everything that is declared; what is `known` already stays."""
    known = known or Said({}, {})
    figures = dict(known.figures)
    for figure in one.methodology.figures:
        if figure.formula is None and figure.name not in figures:
            figures[figure.name] = _value(figure, random)
    _fit(figures, known.figures, random)
    tables = dict(known.tables)
    for table in one.methodology.tables:
        records = tables.get(table.name, tuple({} for _ in range(random.choice((0, 0, 1, 2, 3, 5)))))
        columns = [column for column in table.columns if column.formula is None]
        tables[table.name] = tuple(
            {**record, **{one.name: _value(one, random) for one in columns if one.name not in record}}
            for record in records
        )
    return Said(figures, tables)


def _fit(figures: dict[str, Any], known: Mapping[str, Any], random: Random) -> None:
    """A part is no more than its whole."""
    if figures["done"] > figures["assigned"]:
        if "assigned" in known:
            figures["done"] = random.choice((figures["assigned"], figures["assigned"] // 2))
        else:
            figures["assigned"] = figures["done"] + random.choice((0, 0, 1, 7))


def with_something_missing(said: Said, random: Random) -> Said:
    """The same with figures, whole tables, and columns of some records taken away."""
    share = random.choice((0.1, 0.3, 0.6))
    figures = {name: value for name, value in said.figures.items() if random.random() > share}
    tables = {
        name: tuple({key: value for key, value in one.items() if random.random() > share / 2} for one in records)
        for name, records in said.tables.items()
        if random.random() > share
    }
    return Said(figures, tables)


def _value(one: Figure | Column, random: Random) -> Any:
    if one.none is not None and random.random() < 0.4:
        return None
    low, high = one.low, one.high
    allowed = [
        each
        for each in VALUES[one.kind.name]
        if isinstance(each, (bool, str)) or ((low is None or each >= low) and (high is None or each <= high))
    ]
    allowed += [end for end in (low, high) if end is not None]
    value = random.choice(allowed)
    if one.kind.name in ("money", "number", "ratio", "count") and random.random() < 0.2:
        extra = Fraction(random.randrange(-300, 1000), 1 if one.kind.name == "count" else random.choice((7, 100)))
        if (low is None or extra >= low) and (high is None or extra <= high):
            value = int(extra) if extra.denominator == 1 else extra
    return value


def body_of(one: World, said: Said, number: int = 1) -> tuple[Round, Body]:
    """The evidence as the core takes it."""
    nowhere = Provenance()
    handed = {name: Supplied(NONE if value is None else value, "", nowhere) for name, value in said.figures.items()}
    of_round = {figure.name for figure in one.methodology.figures if figure.of == "round"}
    tables = {
        name: Records(tuple(Record(_plain(record), row) for row, record in enumerate(records, 1)), nowhere)
        for name, records in said.tables.items()
    }
    body = Body(str(number), "xã", figures={k: v for k, v in handed.items() if k not in of_round}, tables=tables)
    figures = {name: value for name, value in handed.items() if name in of_round}
    return Round("thử", "2025", 2025, START, END, "self", (body,), figures), body


def _plain(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: NONE if value is None else value for name, value in record.items()}


def plain(said: Said) -> Said:
    """The evidence as the oracle takes it, with what every program knows by itself."""
    listed = {"grade", "former"}
    figures = {
        name: Listed(value, GRADES) if name in listed and value is not None else value
        for name, value in said.figures.items()
    }
    clock = {"period_start": START.toordinal(), "period_end": END.toordinal(), "year": 2025}
    tables = {
        name: tuple(
            {key: Listed(value, GRADES) if key == "level" else value for key, value in one.items()} for one in records
        )
        for name, records in said.tables.items()
    }
    return replace(said, figures=figures | clock, tables=tables)
