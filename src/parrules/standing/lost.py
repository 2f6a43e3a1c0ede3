"""Where points went: what every body lost, by criterion, by accountable office and by cause, adding up exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from parrules.methodology.model import Methodology
from parrules.scoring.sheet import Line, Loss, Reason, Sheet
from parrules.text.order import natural_key
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import Exact, exact, quotient
from parrules.values.ranges import Range


@dataclass(frozen=True, slots=True)
class LostPart:
    """Points that one cause took from one criterion of a body, as part of applicable maximum minus total.

    line: of the criterion; None for what was done to the total. office: that answers for it, or for the criterion
    above it. cause: as in `scoring.sheet.Loss`; `mark` for what a judged mark fell short, `bonus` for what a block
    outside the scale gave. amount: negative where points were won. outside: of a bonus or penalty block.
    """

    sheet: Sheet
    line: Line | None
    office: str
    cause: str
    amount: Exact
    words: str = ""
    rule_line: int = 0
    reason: Reason | None = None
    outside: bool = False

    @property
    def code(self) -> str:
        return self.line.code if self.line else ""


@dataclass(frozen=True, slots=True)
class LostCriterion:
    """What a body lost in a criterion, all causes together; the points that it could regain there."""

    sheet: Sheet
    line: Line
    office: str
    amount: Exact
    parts: tuple[LostPart, ...]


@dataclass(frozen=True, slots=True)
class StillOpen:
    """A criterion that waits for evidence. low, high: how much may still be lost in it; None: nobody can say."""

    sheet: Sheet
    line: Line
    office: str
    low: Exact | None
    high: Exact | None


@dataclass(frozen=True, slots=True)
class BodyLost:
    """What a body lost. lost: applicable maximum minus total, open while the total is.

    inside: lost within the scale; penalty: lost outside it; bonus: won outside it. While nothing is open, `lost` is
    inside + penalty - bonus.
    """

    sheet: Sheet
    lost: Number
    inside: Exact
    penalty: Exact
    bonus: Exact


@dataclass(frozen=True, slots=True)
class Lost:
    """bodies: those that were assessed. criteria: with points to regain, the most first. end: the round's last day."""

    bodies: tuple[BodyLost, ...]
    parts: tuple[LostPart, ...]
    criteria: tuple[LostCriterion, ...]
    still_open: tuple[StillOpen, ...]
    end: str = ""


def lost_points(sheets: Sequence[Sheet], methodology: Methodology) -> Lost:
    """Every point lost, down to the criterion and the cause that took it."""
    assessed = [sheet for sheet in sheets if sheet.assessed and sheet.total is not None]
    weights = {one.code: one.weight for one in methodology.every_criterion()}
    joined = {one.code for one in methodology.every_criterion() if one.combine != "sum" or one.rescale_to is not None}
    walks = [_Walk(sheet, weights, joined) for sheet in assessed]
    parts = [part for walk in walks for part in walk.parts]
    criteria = sorted(_criteria(parts), key=lambda one: (-one.amount, natural_key(one.line.code), one.sheet.body))
    bodies = tuple(_body(walk) for walk in walks)
    still_open = tuple(one for walk in walks for one in walk.still_open)
    return Lost(bodies, tuple(parts), tuple(criteria), still_open, sheets[0].end if sheets else "")


def summed(parts: Iterable[LostPart], key: str) -> tuple[tuple[str, Exact, int], ...]:
    """What each `office`, `cause` or `code` comes to, and of how many bodies; the most first."""
    amounts: dict[str, Exact] = {}
    bodies: dict[str, set[str]] = {}
    for part in parts:
        name = str(getattr(part, key))
        amounts[name] = exact(amounts.get(name, 0) + part.amount)
        bodies.setdefault(name, set()).add(part.sheet.body)
    ordered = sorted(amounts, key=lambda name: (-amounts[name], natural_key(name)))
    return tuple((name, amounts[name], len(bodies[name])) for name in ordered)


class _Walk:
    """Through one sheet, from the total down to what each criterion lost by itself."""

    def __init__(self, sheet: Sheet, weights: Mapping[str, Exact], joined: set[str]) -> None:
        self.sheet = sheet
        self.lines = {line.code: line for line in sheet.lines}
        self.weights = weights
        self.joined = joined
        self.still_open: list[StillOpen] = []
        self.blocks: list[Exact] = []  # what each block outside the scale took; below 0 where it gave
        self.parts = list(self._total())

    def _total(self) -> Iterator[LostPart]:
        top = min((line.depth for line in self.sheet.lines), default=0)
        tops = [line for line in self.sheet.lines if line.depth == top and line.score is not None]
        found = [part for line in tops for part in self._line(line, self.weights[line.code], False, "")]
        yield from found
        total, applicable = self.sheet.total, self.sheet.applicable
        if total is None or isinstance(total, Range) or isinstance(applicable, Range) or self.still_open:
            return
        done = [
            LostPart(self.sheet, None, "", entry.construct, exact(-entry.amount))
            for entry in self.sheet.total_entries
            if entry.construct not in ("child", "share") and not isinstance(entry.amount, Range)
        ]
        yield from done
        rest = exact(applicable - total - sum((part.amount for part in (*found, *done)), start=0))
        yield from self._shared(rest)

    def _shared(self, rest: Exact) -> Iterator[LostPart]:
        """What was not reached of maxima that were shared out among the top criteria: the same share for each."""
        gained = {
            entry.words: entry.amount
            for entry in self.sheet.total_entries
            if entry.construct == "share" and not isinstance(entry.amount, Range)
        }
        if not gained:
            if rest:
                yield LostPart(self.sheet, None, "", "fell_short", rest)
            return
        share = quotient(exact(rest + sum(gained.values(), start=0)), len(gained))
        for code, amount in gained.items():
            if share != amount:
                line = self.lines[code]
                yield LostPart(self.sheet, line, line.accountable, "share", exact(share - amount))

    def _line(self, line: Line, factor: Exact, outside: bool, above: str) -> Iterator[LostPart]:
        """factor: how much a point of this criterion counts in the total. above: the office that answers above."""
        office = line.accountable or above
        if isinstance(line.score, Range) or isinstance(line.applicable, Range):
            yield from self._open(line, factor, outside or line.outside_scale, office)
            return
        if line.outside_scale and not outside:
            net = exact(factor * sum((loss.amount for loss in line.lost), start=0))
            self.blocks.append(net)
            if net <= 0:  # points won; that more could have been won is no loss
                if net:
                    yield LostPart(self.sheet, line, office, "bonus", net, outside=True)
                return
            outside = True
        for loss in line.lost:
            child = self.lines.get(loss.words) if loss.cause in ("child", "outside", "share") else None
            if child is None:
                yield _part(self.sheet, line, office, loss, factor, outside)
            elif loss.cause == "share":
                yield _part(self.sheet, child, child.accountable or office, loss, factor, outside)
            else:
                own: Exact = sum((one.amount for one in child.lost), start=0)
                if own:
                    yield from self._line(child, exact(factor * quotient(loss.amount, own)), outside, office)
                else:
                    yield _part(self.sheet, child, child.accountable or office, loss, factor, outside)

    def _open(self, line: Line, factor: Exact, outside: bool, office: str) -> Iterator[LostPart]:
        """The criteria below that wait for evidence, where they simply add up; else the criterion itself."""
        below = [self.lines[code] for code in line.children if code in self.lines]
        adds_up = line.code not in self.joined and not any(entry.construct == "share" for entry in line.entries)
        if outside or not below or not adds_up:
            score, applicable = ranges.as_range(line.score or 0), ranges.as_range(line.applicable)
            may = ranges.as_range(ranges.multiply(ranges.add(applicable, ranges.negative(score)), factor))
            self.still_open.append(StillOpen(self.sheet, line, office, may.low, may.high))
            return
        for child in below:
            if child.score is not None:
                yield from self._line(child, exact(factor * self.weights[child.code]), outside, office)


def _part(sheet: Sheet, line: Line, office: str, loss: Loss, factor: Exact, outside: bool) -> LostPart:
    cause = "mark" if line.status == "judged" and loss.cause == "fell_short" else loss.cause
    amount = exact(loss.amount * factor)
    return LostPart(sheet, line, office, cause, amount, loss.words, loss.line, loss.reason, outside)


def _criteria(parts: Sequence[LostPart]) -> Iterator[LostCriterion]:
    """Criteria in which points could be regained: lost within the scale, or taken as a penalty."""
    grouped: dict[tuple[str, str], list[LostPart]] = {}
    for part in parts:
        if part.line is not None:
            grouped.setdefault((part.sheet.body, part.line.code), []).append(part)
    for found in grouped.values():
        amount = exact(sum((part.amount for part in found), start=0))
        first = found[0]
        if amount > 0 and first.line is not None:
            yield LostCriterion(first.sheet, first.line, first.office, amount, tuple(found))


def _body(walk: _Walk) -> BodyLost:
    sheet, total = walk.sheet, walk.sheet.total
    lost = ranges.add(sheet.applicable, ranges.negative(0 if total is None else total))
    inside: Exact = sum((part.amount for part in walk.parts if not part.outside), start=0)
    penalty: Exact = sum((net for net in walk.blocks if net > 0), start=0)
    bonus: Exact = sum((-net for net in walk.blocks if net < 0), start=0)
    return BodyLost(
        sheet, lost if isinstance(lost, Range) else exact(lost), exact(inside), exact(penalty), exact(bonus)
    )
