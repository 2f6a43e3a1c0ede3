"""Programs as an author writes them, from a seed: well-typed, and most of them without a mistake."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import TypeVar

from oracles.generate_atoms import ATOMS, COLUMNS, PERHAPS_NONE, RISKY

One = TypeVar("One")

MAXIMA: tuple[int | Fraction, ...] = (1, 5, 10, 10, 25, Fraction(5, 2))
COMPARING = ("<", "<=", "=", "!=", ">", ">=")


@dataclass(frozen=True)
class Criterion:
    """A criterion to be scored. applies and where: conditions, or None."""

    program: str
    maximum: int | Fraction
    minimum: int = 0
    places: int | None = None
    applies: str | None = None
    if_not: str | None = None
    table: str | None = None
    where: str | None = None
    combine: str = "sum"


class Author:
    """Writes one program. risk: how often something is written that the checks may have to refuse."""

    def __init__(self, random: Random, risk: float = 0.02) -> None:
        self._random = random
        self._risk = risk
        self._atoms = {kind: list(atoms) for kind, atoms in ATOMS.items()}
        self._left = 0
        self._inside: list[str] = []
        self._named_perhaps = ("last_year", "count")

    def criterion(self) -> Criterion:
        maximum = self.one(MAXIMA)
        minimum = -5 if self.chance(0.15) else 0
        places = self.one((None, None, 0, 1, 2))
        if self.chance(0.2):
            return self._of_records(maximum, minimum, places)
        applies = self.condition() if self.chance(0.15) else None
        if_not = self.one(("left_out", "full", "zero")) if applies else None
        return Criterion(self.program(minimum < 0), maximum, minimum, places, applies, if_not)

    def _of_records(self, maximum: int | Fraction, minimum: int, places: int | None) -> Criterion:
        combine = self.one(("sum", "mean", "lowest", "highest"))
        where = self.one((None, "urgent", "cost > 5", "done_on is not none and done_on <= due_on"))
        within = f" where {where}" if where else ""
        needs = combine != "sum" or self.chance(0.3)
        with self._columns("tasks"):
            program = self.program(minimum < 0)
        applies, if_not = (f"count(tasks{within}) > 0", "left_out") if needs else (None, None)
        return Criterion(program, maximum, minimum, places, applies, if_not, "tasks", where, combine)

    def program(self, below_zero: bool = False) -> str:
        names = self._random.sample(("x", "y", "tỷ_lệ", "k"), self._random.choice((0, 0, 1, 1, 2)))
        lines = [self.definition(name) for name in names]
        if not below_zero or self.chance(0.5):
            lines.append(self.statement("award"))
        else:
            lines.append(self.statement("deduct"))
        for _ in range(self._random.choice((0, 1, 1, 1, 2, 3))):
            lines.append(self.statement(self.one(("add", "deduct", "deduct", "cap at"))))
        return "\n".join(lines)

    def definition(self, name: str) -> str:
        kind = self.one(("ratio", "count", "number", "money", "points", "yes_no", "days", "date", "perhaps"))
        if kind == "perhaps":
            asked = self.one(tuple(PERHAPS_NONE))
            self._named_perhaps = (name, PERHAPS_NONE[asked])
            self._atoms.setdefault("perhaps", []).append(name)
            return f"{name} = {asked}"
        self._left = 4
        value = f"({self.condition()})" if kind == "yes_no" else self.of(kind)
        if kind != "yes_no" and self.chance(0.3):
            value = f"{value} when {self.condition()} otherwise {self.of(kind)}"
        self._atoms[kind].append(name)
        return f"{name} = {value}"

    def statement(self, word: str) -> str:
        rows = []
        amount = self.awarded if word == "award" else self.amount
        asked = self.perhaps() if self.chance(0.3) else None
        if asked is None:
            rows = self.rows(word, amount, self._random.choice((0, 0, 1, 1, 2)))
        else:
            first = f"{self._amount(word, amount)} when {asked[0]} is none{self.because()}"
            with self._knowing(*asked):
                rows = [first, *self.rows(word, amount, self._random.choice((0, 1, 2)))]
        return f"{word} " + "\notherwise ".join(rows)

    def rows(self, word: str, amount: Callable[[], str], conditions: int) -> list[str]:
        rows = []
        for _ in range(conditions):
            condition = self.condition()
            rows.append(f"{self._amount(word, amount)} when {condition}{self.because()}")
        if word == "award" or conditions == 0 or self.chance(0.4):
            closing = "" if word == "award" or conditions or self.chance(0.5) else f" when {self.condition()}"
            rows.append(f"{self._amount(word, amount)}{closing}{self.because()}")
        return rows

    def _amount(self, word: str, amount: Callable[[], str]) -> str:
        self._left = 4
        return amount() + (self.clauses() if word in ("add", "deduct") else "")

    def clauses(self) -> str:
        kind = self.one(("count", "days", "money", "ratio", "number"))
        steps = {"count": "10", "days": "5", "money": "100", "ratio": "10%", "number": "2"}
        quantity = f"{self.of(kind)} {self.one(('above', 'below'))} {self.of(kind)}"
        if kind in ("count", "money", "ratio") and self.chance(0.5):
            quantity = self.of(kind)
        said = ""
        if self.chance(0.5):
            each = kind in ("count", "days") and self.chance(0.4)
            said = f" {self.one(('per', 'per full'))} " + (quantity if each else f"{steps[kind]} of {quantity}")
        return said + (f" up to {self.one(('1', '0.5', '0.25', 'maximum'))}" if self.chance(0.3) else "")

    def because(self) -> str:
        columns = ("{weight} và { done_on }", "{delay}") if self._inside == ["tasks"] else ("{rate}",)
        quoted = self.one(("chậm", "{n} hồ sơ chậm", "{mountain}", "đạt {r} của {maximum}", *columns))
        return f' because "{quoted}"' if self.chance(0.15) else ""

    def awarded(self) -> str:
        """Points that are surely no more than the maximum."""
        most = (f"{self.of('ratio')} * maximum", f"min(maximum, {self.of('points')})")
        return self.one(("maximum", "0", "1", "50% * maximum", *most))

    def amount(self) -> str:
        return self.of("points") if self.chance(0.6) else self.one(("0.25", "1", "0.1", "50% * maximum", "maximum"))

    def perhaps(self) -> tuple[str, str] | None:
        """Something that may be none, and the kind that it has when it is not."""
        if "tasks" in self._inside:
            return ("done_on", "date")
        named = self._atoms.get("perhaps")
        if named and self.chance(0.7):
            return self._named_perhaps
        return self.one(tuple(PERHAPS_NONE.items()))

    def condition(self, deep: int = 0) -> str:
        choice = self._random.randrange(12)
        if deep < 2 and choice < 2:
            joined = self.one((" and ", " or "))
            parts = [self.condition(deep + 1) for _ in range(self._random.choice((2, 2, 3)))]
            return joined.join(f"({part})" if " and " in part or " or " in part else part for part in parts)
        if deep < 2 and choice == 2:
            return f"not ({self.condition(deep + 1)})"
        if choice == 3:
            return self._guarded()
        self._left = 3
        return self._comparison(choice)

    def _comparison(self, choice: int) -> str:
        match choice:
            case 4:
                return self.of("yes_no")
            case 5:
                return f'{self.of("grade")} {self.one(COMPARING)} "{self.one(("trung bình", "khá", "tốt"))}"'
            case 6:
                return f'place {self.one(("=", "!="))} "Bắc"'
            case 7:
                kind = self.one(("ratio", "count", "number"))
                return f"{self.of(kind)} {self.one(COMPARING)} {self.of(kind)} {self.one(COMPARING)} {self.of(kind)}"
            case 8:
                return f"mountain = {self.one(('yes', 'no', 'border'))}"
            case _:
                kind = self.one(("ratio", "ratio", "count", "count", "number", "money", "days", "date", "points"))
                return f"{self.of(kind)} {self.one(COMPARING)} {self.of(kind)}"

    def _guarded(self) -> str:
        """A condition that asks for none before it looks, or only asks."""
        asked, kind = self.perhaps() or ("last_year", "count")
        if self.chance(0.3):
            return f"{asked} is {self.one(('none', 'not none'))}"
        with self._knowing(asked, kind):
            word, joined = self.one((("is not none", "and"), ("is none", "or")))
            if kind == "yes_no":
                return f"{asked} {word} {joined} {asked}"
            other = self.one(('"khá"',)) if kind == "grade" else self.of(self._like(kind))
            return f"{asked} {word} {joined} {asked} {self.one(COMPARING)} {other}"

    def of(self, kind: str) -> str:
        """An expression of a kind."""
        self._left -= 1
        if self.chance(self._risk):
            return self._risky(kind)
        composite = self._composites().get(kind)
        if composite is None or self._left <= 0 or self.chance(0.65):
            return self.one(tuple(self._atoms[kind]))
        return self.one(composite)()

    def _composites(self) -> Mapping[str, tuple[Callable[[], str], ...]]:
        def two(form: str, kind: str) -> Callable[[], str]:
            return lambda: form.format(self.of(kind), self.of(kind))

        def rows(kind: str) -> Callable[[], str]:
            return lambda: f"({self.of(kind)} when {self.condition(2)} otherwise {self.of(kind)})"

        def common(kind: str) -> tuple[Callable[[], str], ...]:
            return (two("min({}, {})", kind), two("max({}, {})", kind), two("({} above {})", kind), rows(kind))

        return {
            "ratio": (*common("ratio"), two("{} * {}", "ratio"), lambda: f"(100% - {self.one(('r', '50%'))})"),
            "count": (*common("count"), two("({} + {})", "count"), self.gathered("count"), self.gathered("sum")),
            "number": (
                *(two("({} - {})", "number"), two("({} + {})", "number"), two("{} * {}", "number"), rows("number")),
                *(lambda: f"-{self.one(('z', '2'))}", lambda: f"{self.one(('round', 'round_up'))}(z, 1)"),
                *(lambda: "round_down(z)", lambda: "abs(z)"),
            ),
            "money": (*common("money"), two("({} + {})", "money"), lambda: f"{self.of('ratio')} * {self.of('money')}"),
            "days": (two("({} - {})", "date"), two("({} above {})", "date"), two("abs({} - {})", "date")),
            "points": (
                *(
                    two("({} + {})", "points"),
                    two("min({}, {})", "points"),
                    rows("points"),
                    two("({} above {})", "points"),
                ),
                *(lambda: f"{self.of('ratio')} * {self.of('points')}", lambda: f"round({self.of('points')}, 1)"),
            ),
            "date": (two("min({}, {})", "date"), lambda: f"({self.of('date')} - d)", rows("date")),
        }

    def gathered(self, word: str) -> Callable[[], str]:
        def gather() -> str:
            table = self.one(("tasks", "tasks", "items"))
            if word == "count" and self.chance(0.2):
                return f"count({table})"
            with self._columns(table):
                worth = "" if word == "count" else f"{self.one(COLUMNS[table]['count'])} of "
                return f"{word}({worth}{table} where {self.condition(1)})"

        return gather

    def _risky(self, kind: str) -> str:
        return self.one(RISKY.get(kind, ATOMS[kind]))

    def _like(self, kind: str) -> str:
        return "ratio" if kind == "money_ratio" else kind

    @contextmanager
    def _columns(self, table: str) -> Iterator[None]:
        """Inside a record of a table: its columns are names, and shadow what has the same."""
        before, self._atoms = self._atoms, {kind: list(atoms) for kind, atoms in self._atoms.items()}
        for kind, columns in COLUMNS[table].items():
            self._atoms[kind] = [*self._atoms[kind], *columns, *columns, *columns]
        self._inside.append(table)
        yield
        self._inside.pop()
        self._atoms = before

    @contextmanager
    def _knowing(self, asked: str, kind: str) -> Iterator[None]:
        """Where it is known that something is not none, it is a value as any other."""
        before, self._atoms = self._atoms, {name: list(atoms) for name, atoms in self._atoms.items()}
        if kind != "money_ratio":
            self._atoms[kind] += [asked] * 3
        yield
        self._atoms = before

    def chance(self, share: float) -> bool:
        return self._random.random() < share

    def one(self, among: Sequence[One]) -> One:
        return among[int(self._random.random() * len(among))]
