"""From the sheets of a round to its standings: of the whole, or of each group or region."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from parrules.evidence.records import Body, Round
from parrules.scoring.evaluation import truth
from parrules.scoring.round_facts import ALONE
from parrules.scoring.score import Prepared
from parrules.scoring.sheet import Sheet
from parrules.standing.measures import INDEX, TOTAL, may_be_without, measured, ranking_of, told_apart_by
from parrules.standing.order import Contender, contender
from parrules.standing.ranks import Ties, places
from parrules.standing.results import facts_after
from parrules.standing.round_tables import RoundTables
from parrules.standing.standing import Apart, Place, Ranked, Standing, Statistics, WhyApart, Within
from parrules.standing.statistics import distances, statistics_of
from parrules.text.order import natural_key, vietnamese_key
from parrules.values.amounts import Number
from parrules.values.ranges import Unknown

_Scored = Mapping[str, tuple[Body, Sheet]]


def standings_of(
    prepared: Prepared,
    round_: Round,
    sheets: Sequence[Sheet],
    tables: RoundTables,
    *,
    by: str = "",
    within: Within = "round",
) -> tuple[Standing, ...]:
    """One standing, or one for each group or region, by name.

    by: a criterion's code, or empty for what the methodology says. sheets: of all bodies of the round.
    """
    bodies = {body.id: body for body in round_.bodies}
    known = {sheet.body: (bodies[sheet.body], sheet) for sheet in sheets}
    among = {id: _among(body, within) for id, (body, _) in known.items()}
    names = sorted({name for name in among.values() if name}, key=vietnamese_key) if within != "round" else [""]
    ranked = _ranked_at_all(prepared, round_, known, tables)
    found = [
        _standing(prepared, {id: known[id] for id in known if among[id] == name}, ranked, by, within, name)
        for name in names
    ]
    alone = {id: known[id] for id in known if not among[id]} if within != "round" else {}
    return (*found, _nowhere(prepared, alone, by, within)) if alone else tuple(found)


def _among(body: Body, within: Within) -> str:
    return body.group if within == "group" else body.region if within == "region" else ""


def _ranked_at_all(
    prepared: Prepared, round_: Round, known: _Scored, tables: RoundTables
) -> Mapping[str, Literal["yes", "no", "perhaps"]]:
    """Whether the condition of the ranking holds for each body that is assessed."""
    found: dict[str, Literal["yes", "no", "perhaps"]] = {}
    for id, (body, sheet) in known.items():
        holds: object = sheet.assessed
        if sheet.assessed and prepared.plan.ranked is not None:
            facts = facts_after(prepared, round_, body, sheet, tables.by_body.get(id, ALONE))
            holds = truth(prepared.plan.ranked, facts)
        perhaps = isinstance(holds, Unknown) or (holds is True and id in tables.perhaps)
        found[id] = "perhaps" if perhaps else "yes" if holds is True else "no"
    return found


def _standing(
    prepared: Prepared,
    known: _Scored,
    ranked: Mapping[str, Literal["yes", "no", "perhaps"]],
    by: str,
    within: Within,
    of: str,
) -> Standing:
    methodology = prepared.plan.methodology
    ranking = ranking_of(methodology)
    by = by or ranking.by
    values = {id: measured(sheet, by, ranking, methodology) for id, (_, sheet) in known.items()}
    there = {id: value for id, value in values.items() if value is not None and ranked[id] != "no"}
    apart = [_apart(sheet, ranked[id]) for id, (_, sheet) in known.items() if id not in there]
    contenders = []
    for id, value in there.items():
        then = told_apart_by(known[id][1], ranking) if by in (TOTAL, INDEX) else ()
        surely = ranked[id] == "yes" and not may_be_without(known[id][1], by)
        contenders.append(contender(id, [value, *then], surely))
    standing = _empty(prepared, by, within, of, ranking.ties)
    rows, statistics = _rows(known, there, contenders, ranking.ties)
    return replace(standing, rows=rows, apart=_by_name(apart), statistics=statistics)


def _rows(
    known: _Scored, values: Mapping[str, Number], contenders: Sequence[Contender], ties: Ties
) -> tuple[tuple[Ranked, ...], Statistics | None]:
    members = [(one.surely, values[one.body]) for one in contenders]
    statistics = statistics_of(members)
    if statistics is None:
        return (), None
    at = places(contenders, ties)
    rows = [
        _row(*known[one.body], at[one.body], values[one.body], one.surely, between)
        for one, between in zip(contenders, distances(members, statistics.mean), strict=True)
    ]
    rows.sort(key=lambda row: (row.place.first, row.place.last, vietnamese_key(row.body_name), natural_key(row.body)))
    return tuple(rows), statistics


def _row(body: Body, sheet: Sheet, place: Place, value: Number, surely: bool, between: tuple[Number, Number]) -> Ranked:
    return Ranked(
        body=sheet.body,
        body_name=sheet.body_name,
        group=body.group,
        region=body.region,
        place=place,
        value=value,
        total=sheet.total,
        index=sheet.index,
        classes=sheet.classes,
        perhaps=not surely,
        to_first=between[0],
        to_mean=between[1],
    )


def _empty(prepared: Prepared, by: str, within: Within, of: str, ties: Ties) -> Standing:
    """A standing without bodies."""
    title = next((one.title for one in prepared.plan.methodology.every_criterion() if one.code == by), None)
    vi, en = ("", "") if title is None else (title.vi, title.en)
    return Standing(by, vi, en, within, of, ties, (), (), None)


def _nowhere(prepared: Prepared, known: _Scored, by: str, within: Within) -> Standing:
    """The bodies that are in no group or region, in a standing of their own without places."""
    ranking = ranking_of(prepared.plan.methodology)
    apart = [Apart(id, sheet.body_name, "no_group") for id, (_, sheet) in known.items()]
    return replace(_empty(prepared, by or ranking.by, within, "", ranking.ties), apart=_by_name(apart))


def _apart(sheet: Sheet, ranked: Literal["yes", "no", "perhaps"]) -> Apart:
    why: WhyApart = "nothing_applies"
    if not sheet.assessed:
        why = "not_assessed"
    elif ranked == "no":
        why = "not_ranked"
    return Apart(sheet.body, sheet.body_name, why)


def _by_name(apart: Sequence[Apart]) -> tuple[Apart, ...]:
    return tuple(sorted(apart, key=lambda one: (vietnamese_key(one.body_name), natural_key(one.body))))
