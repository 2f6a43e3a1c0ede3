"""What tests came to, as diagnostics: a result that differs at its place in the test, what is not shown, and what is
not noticed, at its place in the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import get_args

from parrules.methodology.checked import Checked
from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.source import Span
from parrules.trials.examine import Noticed, Shown
from parrules.trials.mutants import Mutant
from parrules.trials.observed import Side
from parrules.trials.rule_tests import Excuse, Expected
from parrules.trials.run import Came, Difference, Outcome
from parrules.trials.situations import Situation, Way
from parrules.values.amounts import Number
from parrules.values.numbers import written
from parrules.values.ranges import Range

_SITUATIONS: Mapping[Way, str] = {
    "moves": "PR520",
    "still": "PR521",
    "passed": "PR522",
    "bites": "PR523",
    "idle": "PR524",
    "below": "PR525",
    "at": "PR526",
    "above": "PR527",
    "equal": "PR528",
    "different": "PR529",
    "yes": "PR530",
    "no": "PR531",
    "decides": "PR532",
    "applies": "PR533",
    "does_not_apply": "PR534",
    "floor": "PR535",
    "ceiling": "PR536",
    "tie": "PR537",
    "taken": "PR538",
}

CASES_OF_WORD = "PR539"
"""Of a condition that the author did not write: his word tells cases apart."""


def told_of(outcome: Outcome) -> Iterator[Diagnostic]:
    """Why a test failed."""
    for one in outcome.differences:
        yield differs(one, outcome)
    yield from outcome.unexpected
    for code in outcome.missing:
        scalar = next(each for each in outcome.test.findings if each.text.strip() == code)
        yield finding_missing(scalar.span, outcome.test.name.text, code)


def told_of_coverage(shown: Shown, checked: Checked) -> Iterator[Diagnostic]:
    """What no test shows."""
    yield from dict.fromkeys(not_shown(one, checked) for one, _ in shown.missing)


def told_of_mutants(noticed: Noticed, checked: Checked) -> Iterator[Diagnostic]:
    """Which changes to the rules no test notices; those that seem to make no difference are told as that."""
    for one in noticed.survivors:
        if not one.excused:
            yield not_noticed(one.mutant, told_apart=one.witness is not None)


def told_of_excuses(
    excuses: Sequence[Excuse],
    shown: Shown | None,
    noticed: Noticed | None,
    checked: Checked,
    owners: Mapping[int, str],
) -> Iterator[Diagnostic]:
    """Excuses for what does not stand in the rules; and those of which nothing is left to excuse, where both was asked:
    what the tests show, and which changes they notice.

    owners: the criterion of each node, where it is known.
    """
    left = [(one.code, checked.spans.get(one.node)) for one in (shown.excused if shown is not None else ())]
    survivors = noticed.survivors if noticed is not None else ()
    left += [(one.mutant.code, one.mutant.span) for one in survivors if one.excused]
    codes = {"", *(criterion.code for criterion in checked.methodology.every_criterion())}
    for one in excuses:
        if one.code in codes and not any(
            one.is_of(owners.get(node, "" if owners else one.code), span) for node, span in checked.spans.items()
        ):
            yield nothing_such(one.line.span, one.words or one.line.text.strip())
        elif shown and noticed and not any(one.is_of(code, span) for code, span in left):
            yield nothing_to_excuse(one.line.span, one.words or one.line.text.strip())


def differs(one: Difference, outcome: Outcome) -> Diagnostic:
    """Something came out otherwise than a test expects."""
    expected, came, test = one.expected, one.came, outcome.test.name.text
    if expected.what == "entries":
        return other_entries(expected.span, test, expected.code, came.words, expected.words)
    of, wanted, instead = _of(expected), _shown_expected(expected), _shown(came)
    if expected.what == "class":
        return diagnostic("PR511", expected.span, test=test, of=of, expected=wanted, came=instead)
    return diagnostic("PR510", expected.span, test=test, of=of, expected=wanted, came=instead, ledger=_ledger(one))


def _ledger(one: Difference) -> str | None:
    """What led to a score, on one line; None where nothing did, or it is open."""
    if any(isinstance(each.amount, Range) for each in one.entries):
        return None
    return "; ".join(f"{each.words or each.construct} ({_number(each.amount)})" for each in one.entries) or None


def other_entries(span: Span, test: str, code: str, came: Sequence[str], expected: Sequence[str]) -> Diagnostic:
    """A ledger has entries that a test does not expect, or lacks some that it does."""
    more, fewer = [], []
    for way, a, b, c, d in SequenceMatcher(None, expected, came, autojunk=False).get_opcodes():
        if way != "equal":
            fewer += [f"`{one}`" for one in expected[a:b]]
            more += [f"`{one}`" for one in came[c:d]]
    return diagnostic("PR513", span, test=test, code=code, more=", ".join(more) or None, fewer=", ".join(fewer) or None)


def finding_missing(span: Span, test: str, code: str) -> Diagnostic:
    """A test expects a finding that the evidence does not give."""
    return diagnostic("PR512", span, test=test, code=code)


def not_shown(one: Situation, checked: Checked) -> Diagnostic:
    """A situation that no test shows."""
    span = checked.spans.get(one.node)
    if span is not None:
        code = CASES_OF_WORD if _is_inside_a_word(one, checked) else _SITUATIONS[one.way]
        return warning(code, span, words=" ".join(span.words.split()))
    line = next((each.line for each in checked.methodology.every_criterion() if each.code == one.code), 0)
    return warning(_SITUATIONS[one.way], place=f"{checked.methodology.file}:{line}", words=one.code)


def _is_inside_a_word(one: Situation, checked: Checked) -> bool:
    """Whether it is a side of a condition that a plugin's word asks itself: the author wrote none there."""
    kind = checked.kinds.get(one.node)
    return (
        one.way in get_args(Side) and one.way not in ("decides", "tie") and kind is not None and kind.name != "yes_no"
    )


def not_noticed(mutant: Mutant, *, told_apart: bool) -> Diagnostic:
    """A change to the rules that no test notices. told_apart: whether there is evidence to which it makes a
    difference."""
    span, before, after = mutant.span, " ".join(mutant.before.split()), " ".join(mutant.after.split())
    if mutant.change in ("amounts", "statements"):
        return warning("PR542" if told_apart else "PR545", span, before=before, after=after)
    if not after:
        return warning("PR541" if told_apart else "PR544", span, before=before)
    return warning("PR540" if told_apart else "PR543", span, before=before, after=after)


def _of(expected: Expected) -> str:
    """What is meant, as a test would name it: `1.2`, `1.2 entries`, `total`."""
    if not expected.code:
        return expected.what
    return expected.code if expected.what == "score" else f"{expected.code} {expected.what}"


def _shown_expected(expected: Expected) -> str:
    return _shown(Came(expected.value, expected.words))


def _shown(came: Came) -> str:
    return " · ".join(came.words) if came.words else _number(came.value)


def _number(value: Number | None) -> str:
    if value is None:
        return "left_out"
    if isinstance(value, Range):
        return " .. ".join("…" if end is None else written(end) for end in (value.low, value.high))
    return written(value)


def nothing_such(span: Span, words: str) -> Diagnostic:
    """Something is excused that does not stand in the rules."""
    return warning("PR507", span, words=words)


def nothing_to_excuse(span: Span, words: str) -> Diagnostic:
    """Everything of what is excused is shown, and every change to it noticed."""
    return warning("PR508", span, words=words)
