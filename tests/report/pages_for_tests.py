"""Pages of rounds that stand in the repository, and what a reader of HTML finds in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from parrules.api.lost import lost_of
from parrules.api.pages import ranked_against_last, results_of
from parrules.api.rank import RankOutcome
from parrules.api.verbs import evaluate
from parrules.report.html.body_page import body_page
from parrules.report.html.results import Results
from parrules.report.html.round_page import round_page
from parrules.text.spelling import Language

EXAMPLES = Path(__file__).parents[2] / "examples"
DETAIL = EXAMPLES / "province-detail-2023" / "evidence.yaml"
MINISTRIES = EXAMPLES / "ministries-2023" / "evidence.yaml"
COMMUNES = EXAMPLES / "nd307" / "communes.yaml"
_WITHOUT_END = ("meta", "col", "br")


@cache
def scored(evidence: Path) -> tuple[RankOutcome, Results]:
    """The round, scored once for all tests."""
    found, _ = ranked_against_last(evaluate(None, evidence), None)
    results = results_of(found)
    assert results is not None
    return found, results


def page_of_body(evidence: Path, body: str, language: Language = "vi") -> str:
    found, results = scored(evidence)
    sheet = results.by_body[body]
    return body_page(results, sheet, lost_of(found.evaluation, [sheet]), language)


def page_of_round(evidence: Path, language: Language = "vi") -> str:
    return round_page(scored(evidence)[1], {}, language)


@dataclass
class Row:
    """A row of a table: its text by cell, and the exact numbers in it."""

    cells: list[str] = field(default_factory=list)
    exact: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


class Found(HTMLParser):
    """What stands in a page. tags: every element with its attributes; tables: rows by caption; text: all of it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.tables: dict[str, list[Row]] = {}
        self.text = ""
        self.unclosed: list[str] = []
        self._caption: str | None = None
        self._rows: list[Row] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        if tag not in _WITHOUT_END:
            self.unclosed.append(tag)
        if tag == "table":
            self._rows = []
        elif tag == "caption":
            self._caption = ""
        elif tag == "tr":
            self._rows.append(Row())
        elif tag in ("td", "th"):
            self._rows[-1].cells.append("")
        elif tag == "data" and self._rows:
            self._rows[-1].exact.append(given["value"])
        elif tag == "a" and self._rows:
            self._rows[-1].links.append(given["href"])

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.unclosed.pop(), f"{tag} is closed and was not open"
        if tag == "caption":
            assert self._caption is not None
            self.tables[self._caption] = self._rows
            self._caption = None
        elif tag == "table":
            self._rows = []

    def handle_data(self, data: str) -> None:
        if "style" in self.unclosed:
            return
        self.text += data
        if self._caption is not None:
            self._caption += data
        elif self._rows and self._rows[-1].cells and "table" in self.unclosed:
            self._rows[-1].cells[-1] += data

    def attributes(self, name: str) -> list[str]:
        """Every value of an attribute on the page."""
        return [given[name] for _, given in self.tags if name in given]
