"""A plugin's word that gives back its rows as they are does what the word of parrules does, known or open."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import parrules
from parrules.api.load import Loaded, read
from parrules.constructs.vocabulary import Clause
from parrules.evidence.records import Body, Provenance, Round, Supplied
from parrules.operators.ledger import Limit, Post, Row
from parrules.plugins.collect import collect
from parrules.plugins.guarded import guarded
from parrules.scoring.score import prepare, score_body
from parrules.scoring.sheet import Line
from parrules.text.source import Source

RULES = """\
parrules: 1
methodology: an-example.patrols
edition: "2025"
title: Patrols
fidelity: illustrative
valid: {from: 2025-01-01}
evidence: {late: {type: count, max: 20}, seats: {type: count, max: 20}}
criteria:
  - code: "1"
    title: Patrols
    max: 10
    min: -3
    score: |
"""
_ALL: frozenset[Clause] = frozenset({"per", "up to", "because"})
_ALONE: frozenset[Clause] = frozenset({"because"})


def _up(rows: tuple[Row, ...], node: int) -> Post:
    return Post("another", 1, tuple(Row(row.when, row.amount, parts=row.parts) for row in rows), node)


def _down(rows: tuple[Row, ...], node: int) -> Post:
    return Post("another", -1, rows)


def _held(rows: tuple[Row, ...], node: int) -> Limit:
    return Limit("another", rows)


SAME = {
    "award": parrules.StatementWord("begin_with", _ALONE, _up, is_base=True),
    "add": parrules.StatementWord("put_on", _ALL, _up),
    "deduct": parrules.StatementWord("take_off", _ALL, _down, reduces=True),
    "cap at": parrules.StatementWord("no_more_than", _ALONE, _held, limits=True),
}
"""By the word of parrules, that of a plugin which is rewritten to the same."""


def _with_words(patch: pytest.MonkeyPatch) -> None:
    known = collect()
    words = {one.word: guarded(one, "same") for one in SAME.values()}
    vocabulary = replace(known.vocabulary, statements={**known.vocabulary.statements, **words})
    brought = {"same": {"parrules_statements": tuple(words)}}
    patch.setattr("parrules.plugins.collect.collect", lambda: replace(known, vocabulary=vocabulary, brought=brought))


def _in_words_of_the_plugin(program: str) -> str:
    for word, same in SAME.items():
        program = re.sub(rf"^{word}\b", same.word, program, flags=re.MULTILINE)
    return program


def _loaded(program: str) -> Loaded:
    lines = "".join(f"      {line}\n" for line in program.splitlines())
    return read(Source("rules.yaml", RULES + lines), "rules.yaml")


def _line(loaded: Loaded, late: int | None, seats: int | None) -> Line:
    handed_in = {"late": late, "seats": seats}
    figures = {name: Supplied(one, str(one), Provenance()) for name, one in handed_in.items() if one is not None}
    body = Body("a", "A", figures=figures)
    start, end = datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)
    round_ = Round("an-example.patrols", "2025", 2025, start, end, "self", (body,))
    assert loaded.plan is not None
    return score_body(prepare(loaded.plan), round_, body)[0].lines[0]


def _points(line: Line) -> list[object]:
    entries = [(one.amount, one.running, one.row, one.rows, one.perhaps, one.parts, one.gives) for one in line.entries]
    return [line.score, line.status, entries, [one.amount for one in line.lost]]


NUMBERS = st.sampled_from(["0", "1", "2.5", "4", "10"])
CONDITIONS = st.sampled_from(["late > 3", "seats = 0", "late + seats >= 12", "not (late < 2)"])


@st.composite
def rows(draw: st.DrawFn, *, is_entry: bool) -> str:
    """One or two rows of a statement."""
    amount = draw(NUMBERS)
    if is_entry:
        amount += draw(st.sampled_from(["", " per late", " per full 2 of seats", " per late up to 3", " up to 2"]))
    when = draw(CONDITIONS | st.none())
    if when is None:
        return amount
    otherwise = draw(NUMBERS | st.none())
    return f"{amount} when {when}" + ("" if otherwise is None else f"\notherwise {otherwise}")


@st.composite
def programs(draw: st.DrawFn) -> str:
    lines = [f"award {draw(rows(is_entry=False))}"] if draw(st.booleans()) else []
    for _ in range(draw(st.integers(1, 4))):
        word = draw(st.sampled_from(["add", "deduct", "cap at"]))
        lines.append(f"{word} {draw(rows(is_entry=word != 'cap at'))}")
    return "\n".join(lines)


@settings(max_examples=60)
@given(programs(), st.integers(0, 20) | st.none(), st.integers(0, 20) | st.none())
def test_it_is_checked_and_scored_alike(program: str, late: int | None, seats: int | None) -> None:
    own = _loaded(program)
    with pytest.MonkeyPatch.context() as patch:
        _with_words(patch)
        other = _loaded(_in_words_of_the_plugin(program))
    told = [[(one.code, one.span.line if one.span else 0) for one in loaded.diagnostics] for loaded in (own, other)]
    assert told[0] == told[1]
    assert (own.plan is None) == (other.plan is None)
    if own.plan is not None:
        assert _points(_line(own, late, seats)) == _points(_line(other, late, seats))


def test_amounts_are_as_the_author_wrote_them_where_the_word_changes_none() -> None:
    with pytest.MonkeyPatch.context() as patch:
        _with_words(patch)
        loaded = _loaded("begin_with 5\ntake_off 0.5 per late")
    entry = _line(loaded, 3, 0).entries[1]
    assert (entry.construct, entry.words, entry.line) == ("take_off", "take_off 0.5 per late", 15)
    assert (entry.amount, [one.role for one in entry.parts]) == (Fraction(-3, 2), ["rate", "quantity"])
