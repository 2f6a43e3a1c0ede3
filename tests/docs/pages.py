"""The pages of the documentation as their readers see them: headings, links, and the fenced blocks that are run.

A comment on the line before a fence says what the block is (see `BLOCKS`); readers do not see it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LANGUAGES = ("vi", "en")
READMES = {"vi": ROOT / "README.vi.md", "en": ROOT / "README.md"}
TESTED = ("yaml", "sh", "python", "csv", "json", "diff", "parrules")
"""Fences whose blocks are tried out; `text` is what a command prints, or only shown."""

BLOCKS = {
    "file": "`file: NAME`: the whole of a file of the page's folder, from here on",
    "into": "`into: NAME`: entries that are added to a file, or take the place of those of the same name",
    "part": "`part: NAME`: the same for once; the file is then checked, and nothing may be found",
    "change": "`change: NAME`: a diff of a file, for the next run only",
    "in": "`in: NAME`: lines that stand so in a file",
    "run": "`run` or `run: exit 3`: commands; the `text` block right behind it is what they print",
    "set up": "`set up`: a command of the README; what it does after the set-up is run, and must go well",
    "frame": "`frame: NAME`: the file whose `score: award maximum` the programs (`parrules`) that follow stand for",
    "wrong": "`wrong: PR201`: a program that is refused with this code",
    "not run": "`not run: why`",
}

_TAKEN = re.compile(r"(?m)^<!-- take: (\S+)(?: as (\S+))? -->$")
_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<language>\w*)$")
_COMMENT = re.compile(r"^<!-- (?P<word>[a-z ]+?)(?:: (?P<rest>.*?))? -->$")


@dataclass(frozen=True)
class Block:
    """A fenced block. word, rest: of the comment before it. first, last: the lines between its fences, from 0."""

    language: str
    text: str
    word: str
    rest: str
    first: int
    last: int


def pages(language: str) -> list[Path]:
    """The README and every page of one language."""
    return [READMES[language], *sorted((ROOT / "docs" / language).glob("*.md"))]


def every_page() -> list[Path]:
    return [page for language in LANGUAGES for page in pages(language)]


def language_of(page: Path) -> str:
    return "vi" if page == READMES["vi"] or page.parent.name == "vi" else "en"


def name_of(page: Path) -> str:
    """How tests call a page: `docs/vi/author.md`."""
    return page.relative_to(ROOT).as_posix()


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    found: list[Block] = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        fence = _FENCE.match(lines[at])
        if fence is None:
            at += 1
            continue
        end = next(n for n in range(at + 1, len(lines)) if lines[n] == fence["fence"])
        comment = _COMMENT.match(lines[at - 1]) if at else None
        word, rest = (comment["word"], comment["rest"] or "") if comment else ("", "")
        found.append(Block(fence["language"], "\n".join(lines[at + 1 : end]) + "\n", word, rest, at + 1, end))
        at = end + 1
    return found


def taken(text: str) -> list[tuple[str, str]]:
    """The files of the repository that a page begins with, and their names there.

    `<!-- take: examples/first/vi/rules.yaml -->`, or the same with `as NAME` behind it.
    """
    return [(file, name or Path(file).name) for file, name in _TAKEN.findall(text)]


def prose(text: str) -> str:
    """A page without its fenced blocks."""
    lines = text.split("\n")
    inside = {n for block in blocks(text) for n in range(block.first - 1, block.last + 1)}
    return "\n".join(line for n, line in enumerate(lines) if n not in inside)


def headings(text: str) -> list[tuple[int, str]]:
    """Depth and words of every heading."""
    found = (re.match(r"(#+) (.+)", line) for line in prose(text).split("\n"))
    return [(len(one[1]), one[2].strip()) for one in found if one]


def anchors(text: str) -> set[str]:
    """What a link to a heading of this page may say behind `#`."""
    return {re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-") for _, words in headings(text)}
