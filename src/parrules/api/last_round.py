"""The last round beside this one: its evidence under its own rules, its figures and what its bodies came to."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from parrules.api.cache import Cache, digest_of
from parrules.api.find import RuleFile, find, is_path
from parrules.api.load import load
from parrules.api.plugins import readers_brought
from parrules.evidence.files import YAML, content_of, shown_beside
from parrules.evidence.from_syntax import round_of
from parrules.evidence.header import EvidenceFile, Header, open_evidence
from parrules.evidence.joined_figures import NO_VALUE, Wanted, figures_of_last_round
from parrules.evidence.last_round import LastRound, predecessors
from parrules.evidence.records import Body, Provenance, Round, Supplied
from parrules.plan.plan import Plan
from parrules.scoring.sheet import Plugin, Sheet
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.files import source_of
from parrules.text.source import Span
from parrules.values.amounts import Number
from parrules.values.kinds import POINTS, RATIO

Found = tuple[Diagnostic, ...]
Scoring = Callable[[Plan, Round, Sequence[Body], tuple[Plugin, ...]], tuple[tuple[Sheet, ...], Found]]
"""How a round is scored."""

RESULTS = {"total": POINTS, "index": RATIO}
"""What can be read of the last round beside figures: what its bodies came to."""

MOST_ROUNDS = 30
"""So many rounds are scored one for another; what is still older counts as missing."""


@dataclass(frozen=True, slots=True)
class Rules:
    """By what a round is scored: its plan, and the rule file that it came from."""

    plan: Plan
    file: RuleFile


@dataclass(frozen=True, slots=True)
class Engine:
    """What scores a round: how, with which plugins, and what was kept before."""

    score: Scoring
    plugins: tuple[Plugin, ...]
    cache: Cache


def with_last_round(round_: Round, rules: Rules, engine: Engine, depth: int = 0) -> tuple[Round, Found]:
    """The round with what its bodies were in the last one, where its rules read that and its evidence names it.

    What is wrong is found, and then missing. depth: for how many rounds, one after another, this one is the last.
    """
    last = round_.last
    if last is None or not rules.plan.lasts:
        return round_, ()
    path = Path(os.path.realpath(last.folder / last.file.text))
    if path == Path(os.path.realpath(last.folder / Path(last.source.name).name)):
        return round_, (last_of_itself(last.file.span),)
    file, found = _opened(last)
    if file is None:
        return round_, found
    if file.header.end >= round_.start:
        return round_, (*found, not_before(last.file.span, file.header.end, round_.start))
    then_rules, more = _rules_of(last, file.header, rules, engine)
    found += more
    if then_rules is None:
        return round_, found
    then, more = round_of(file, path.parent, then_rules.plan.methodology, readers=readers_brought())
    found += _errors(more)
    if then is None:
        return round_, found
    if not RESULTS.keys().isdisjoint(rules.plan.lasts) and depth < MOST_ROUNDS:  # else it is not scored
        then, more = with_last_round(then, then_rules, engine, depth + 1)
        found += more
    handed, wrong = _handed(round_, then, rules.plan, then_rules, engine)
    digest = digest_of(f"{round_.digest}\n{then.digest}\n".encode())
    return _with(round_, handed, digest), (*found, *wrong)


def _opened(last: LastRound) -> tuple[EvidenceFile | None, Found]:
    shown = shown_beside(last.file.text, last.source)
    content = content_of(last.file, last.folder, shown, YAML)
    source = content if isinstance(content, Diagnostic) else source_of(content, shown)
    if isinstance(source, Diagnostic):
        return None, (source,)
    file, found = open_evidence(source)
    return file, _errors(found)


def _rules_of(last: LastRound, header: Header, rules: Rules, engine: Engine) -> tuple[Rules | None, Found]:
    """The rules of the last round: those that are named, these where they held then, or those of its edition."""
    here = rules.plan.methodology
    holds = here.valid_from <= header.end and (here.valid_to is None or header.end <= here.valid_to)
    is_same = header.methodology == here.name and (header.edition == here.edition if header.edition else holds)
    if last.rules is None and is_same:
        return rules, ()
    if last.rules is not None and is_path(last.rules.text):
        file: RuleFile | None = RuleFile(last.folder / last.rules.text, shown_beside(last.rules.text, last.source))
        missing: Found = ()
    else:
        asked = last.rules.text if last.rules is not None else header.methodology
        file, missing = find(asked, edition=header.edition, on=header.end, cache=engine.cache)
    if file is None:
        return None, tuple(replace(one, span=(last.rules or last.file).span) for one in missing)
    loaded = load(file, engine.cache, engine.plugins)
    return (None if loaded.plan is None else Rules(loaded.plan, file)), _errors(loaded.diagnostics)


def _handed(
    round_: Round, then: Round, plan: Plan, then_rules: Rules, engine: Engine
) -> tuple[Mapping[str, Mapping[str, Supplied]], Found]:
    """By body of this round, what it was in the last one."""
    if round_.last is None:
        return {}, ()
    bodies, found = predecessors(round_.last, [body.id for body in round_.bodies], [body.id for body in then.bodies])
    wanted, wrong = _wanted(plan, then_rules.plan, round_.last)
    figures = {body.id: {**then.figures, **body.figures} for body in then.bodies}
    if any(one.name in RESULTS for one in wanted):
        sheets, told = engine.score(then_rules.plan, then, then.bodies, engine.plugins)
        wrong = (*wrong, *_errors(told))
        for sheet in sheets:
            figures[sheet.body] |= {"total": _result(sheet.total), "index": _result(sheet.index)}
    values, more = figures_of_last_round(round_.last, wanted, bodies, figures)
    return values, (*found, *wrong, *more)


def _wanted(plan: Plan, then: Plan, last: LastRound) -> tuple[list[Wanted], Found]:
    """What is read of the last round; a figure that it did not have, or had otherwise, is found."""
    now_figures = {figure.name: figure for figure in plan.methodology.figures}
    then_figures = {figure.name: figure for figure in then.methodology.figures}
    wanted: list[Wanted] = []
    found: list[Diagnostic] = []
    for name in plan.lasts:
        if name in RESULTS:
            wanted.append(Wanted(name, RESULTS[name]))
            continue
        kind, before = now_figures[name].kind, then_figures.get(name)
        if before is not None and before.kind == kind and before.formula is None:
            wanted.append(Wanted(name, kind))
        else:
            edition = f"{then.methodology.name}@{then.methodology.edition}"
            found.append(not_a_figure_then(last.file.span, name, edition))
    return wanted, tuple(found)


def _result(value: Number | None) -> Supplied:
    return NO_VALUE if value is None else Supplied(value, "", Provenance())


def _with(round_: Round, handed: Mapping[str, Mapping[str, Supplied]], digest: str) -> Round:
    """The round, and every stage below it, with what its bodies were."""
    bodies = tuple(replace(body, last=handed.get(body.id, {})) for body in round_.bodies)
    before = _with(round_.before, handed, round_.before.digest) if round_.before is not None else None
    return replace(round_, bodies=bodies, before=before, digest=digest)


def _errors(found: Found) -> Found:
    """What stops; what is only doubtful about another round is not told with this one."""
    return tuple(one for one in found if one.is_error)


def last_of_itself(span: Span) -> Diagnostic:
    """A round that is called its own last one."""
    return diagnostic("EV268", span)


def not_before(span: Span, end: datetime.date, start: datetime.date) -> Diagnostic:
    """end: of the round that is called the last one; start: of this round."""
    return diagnostic("EV269", span, end=end, start=start)


def not_a_figure_then(span: Span, name: str, edition: str) -> Diagnostic:
    """A figure that the rules of the last round did not ask for, or asked for as another kind."""
    return diagnostic("EV270", span, name=name, edition=edition)
