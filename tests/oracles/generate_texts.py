"""Texts of programs, from a seed: half of them as the language has them, half of them broken."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

NAMES = ("x", "late", "dân_số", "tỷ_lệ", "r1", "_a", "tasks", "score", "up", "to", "full", "cap", "at", "award", "Ửng")
NUMBERS = ("0", "1", "16_000", "0.25", "80%", "12.5 %", "0.125", "007", "1000.500", "999999999999999999")
DATES = ("2025-12-31", "2024-02-29", "0001-01-01")
TEXTS = ('""', '"Bộ Tài chính"', '"{late} nhiệm vụ # chậm"', '"a\tb"', '"(when"')
FUNCTIONS = ("min", "count", "sum", "share", "round", "working_days", "f")
STATEMENTS = ("award", "add", "deduct", "cap at", "bonus", "cap  \tat")
COMPARING = ("<", "<=", "=", "!=", ">", ">=", "≤", "≥", "≠")
CLAUSES = (
    "per",
    "per full",
    "of",
    "up to",
    "when",
    "otherwise",
    "because",
    "where",
    "on",
    "and",
    "or",
    "not",
    "is",
    "none",
)
FOREIGN = ("==", "=<", "=>", "<>", "&&", "||", "**", "^", "×", "−", "“", "!", "@", "é́", "\u00a0", "\u200b", "\\", "'")
ODD = (
    *("1,5", "16.000", "1e5", "1.", ".5", "3x", "1__0", "1_", "0_0", "12.500%", "1234567890123456789", "٣", "1٣", "x²"),
    *("2025-13-01", "2025-02-30", "2025-1-1", "2025-12-311", "0000-01-01", '"chưa đóng', "аx", "khi", "vì", "mỗi", ";"),
    *(
        "%",
        "1 000",
        "a.b",
        "{x}",
        "x٣",
        "Ａ",
        "ª",
        "một_số",
        "per_full",
        "isnone",
        "none_",
        "cap\u00a0at",
        "1.5.2",
        "½",
    ),
)
GLUE = (" ", " ", " ", "", "\t", "  ", "\n", " # vì sao\n", "\r\n", "\r", "\notherwise ")


class Texts:
    """Texts as the language has them, to no great depth."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._left = 0

    def program(self) -> list[str]:
        """The words of a program; a line break is one too."""
        words: list[str] = []
        for _ in range(self._random.choice((1, 1, 1, 2, 3))):
            self._left = self._random.choice((3, 6, 12, 24))
            words += [*(["\n"] if words else ()), *self.line()]
        return words

    def expression(self) -> list[str]:
        self._left = self._random.choice((2, 5, 10, 20))
        return self.inner()

    def line(self) -> list[str]:
        row = self.row
        words = [self.one(STATEMENTS)]
        if self.chance(0.25):
            words, row = [self.one(NAMES), "="], self.choice
        words += row()
        while self.chance(0.25):
            words += [*(("\n",) if self.chance(0.5) else ()), "otherwise", *row()]
        return words

    def row(self) -> list[str]:
        words = self.value()
        if self.chance(0.3):
            words += [self.one(("per", "per full")), *self.value()]
            words += ["of", *self.value()] if self.chance(0.6) else []
        words += ["up to", *self.value()] if self.chance(0.2) else []
        words += ["when", *self.condition()] if self.chance(0.4) else []
        return [*words, "because", self.one(TEXTS)] if self.chance(0.2) else words

    def choice(self) -> list[str]:
        return [*self.value(), "when", *self.condition()] if self.chance(0.6) else self.value()

    def inner(self) -> list[str]:
        if self.chance(0.5):
            return self.condition()
        words = self.value()
        if self.chance(0.3):
            words += ["when", *self.condition()]
            while self.chance(0.4):
                words += ["otherwise", *self.choice()]
        return words

    def condition(self) -> list[str]:
        words = self.negation()
        joined = self.one(("and", "or"))
        while self.chance(0.25):
            words += [joined, *self.negation()]
        return words

    def negation(self) -> list[str]:
        before = ["not"] if self.chance(0.15) else []
        if self.chance(0.15):
            return [*before, *self.value(), "is", *(("not",) if self.chance(0.5) else ()), "none"]
        words = self.value()
        while self.chance(0.4):
            words += [self.one(COMPARING), *self.value()]
        return [*before, *words]

    def value(self) -> list[str]:
        words = self.joined(("+", "-"))
        return [*words, self.one(("above", "below")), *self.joined(("+", "-"))] if self.chance(0.1) else words

    def joined(self, signs: tuple[str, str]) -> list[str]:
        words = self.joined(("*", "/")) if signs[0] == "+" else self.signed()
        while self.chance(0.2):
            words += [self.one(signs), *(self.joined(("*", "/")) if signs[0] == "+" else self.signed())]
        return words

    def signed(self) -> list[str]:
        return ["-", *self.signed()] if self.chance(0.06) else self.atom()

    def atom(self) -> list[str]:
        self._left -= 1
        if self._left <= 0 or self.chance(0.65):
            return [self.one(self.one((NAMES, NAMES, NUMBERS, NUMBERS, DATES, TEXTS, ("yes", "no", *NAMES))))]
        match self._random.randrange(7):
            case 6:
                return [self.one(NAMES), "on", *self.atom()]
            case 0:
                return ["score of", self.one(TEXTS)]
            case 1 | 2:
                return ["(", *self.inner(), ")"]
            case 3:
                return self.call()
            case _:
                return self.gather()

    def call(self) -> list[str]:
        words = [self.one(FUNCTIONS), "(", *self.inner()]
        for place in range(self._random.randrange(3)):
            words += [",", *((f"k{place}", ":") if self.chance(0.3) else ()), *self.inner()]
        return [*words, ")"]

    def gather(self) -> list[str]:
        words = [self.one(FUNCTIONS), "("]
        match self._random.randrange(3):
            case 0:
                return [*words, self.one(NAMES), "where", *self.condition(), ")"]
            case 1:
                words += ["score of", self.one(NAMES)]
            case _:
                words += [*self.condition(), "of", self.one(NAMES)]
        return [*words, *(("where", *self.condition()) if self.chance(0.5) else ()), ")"]

    def chance(self, share: float) -> bool:
        return self._left > 0 and self._random.random() < share

    def one(self, among: Sequence[str]) -> str:
        return among[int(self._random.random() * len(among))]


def text(random: Random, *, broken: bool, only_expression: bool = False) -> str:
    """A text as the language has it; or one in which something was taken away, put in or put elsewhere."""
    texts = Texts(random)
    words = texts.expression() if only_expression else texts.program()
    if not broken:
        return _spaced(words, random)
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        _break(words, random)
    written = _spaced(words, random)
    if random.random() < 0.3:
        place = random.randrange(len(written) + 1)
        cut = place + random.randrange(3)
        written = written[:place] + random.choice(("", "(", ")", '"', " ", "\n", "_", ".", "=")) + written[cut:]
    return written


def _spaced(words: list[str], random: Random) -> str:
    """Words with something between them that does not make others of them; now and then with anything."""
    depth, written = 0, ""
    for word in words:
        depth += (word == "(") - (word == ")")
        among = GLUE[:9] if depth > 0 else GLUE[:6]
        between = among[int(random.random() * len(among))] if random.random() < 0.2 else " "
        clings = between == "" and written and (written[-1] in "(+-" or word in "),")
        written += word if not written or clings else f"{between or ' '}{word}"
    return written


def _break(words: list[str], random: Random) -> None:
    place = random.randrange(len(words))
    other = random.choice(
        (NAMES, NUMBERS, CLAUSES, CLAUSES, COMPARING, FOREIGN, ODD, ODD, ("(", ")", ",", ":", "-"), GLUE)
    )
    match random.randrange(5):
        case 0 if len(words) > 1:
            del words[place]
        case 1:
            words.insert(place, random.choice(other))
        case 2:
            words.insert(place, words[random.randrange(len(words))])
        case 3:
            words[place:] = words[place + 1 :] + words[place : place + 1]
        case _:
            words[place] = random.choice(other)
