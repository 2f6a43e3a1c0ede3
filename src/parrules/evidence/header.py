"""The head of an evidence file: for which methodology and which round, before the methodology itself is known."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from parrules.evidence.shape import evidence_schema
from parrules.evidence.split_numbers import without_split_numbers
from parrules.evidence.yaml_values import scalar, text_of
from parrules.methodology.model import Methodology
from parrules.syntax.nodes import Mapping, Scalar
from parrules.syntax.scalars import date_of
from parrules.syntax.shape import validate
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.source import Source, Span

Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """methodology: its name; edition: empty where the file leaves it to the end of the round. start, end: its days."""

    methodology: str
    edition: str
    year: int
    start: datetime.date
    end: datetime.date
    stage: str


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """An evidence file that was read, and has the right shape as far as its head goes."""

    source: Source
    root: Mapping
    header: Header


def open_evidence(source: Source, *, has_shape: bool = False) -> tuple[EvidenceFile | None, Found]:
    """Reads an evidence file and its head; None where it has no readable head. Every mistake of shape is found.

    has_shape: the same text was found to have the right shape before, and is not validated again.
    """
    root, found = read_yaml(source)
    if root is None:
        return None, found
    root, split = without_split_numbers(root)
    found = split if has_shape else (*split, *validate(root, evidence_schema(), source))
    if not isinstance(root, Mapping):
        return None, found
    header, mistakes = header_from(root)
    return EvidenceFile(source, root, header) if header else None, (*found, *mistakes)


def header_mistakes(file: EvidenceFile, methodology: Methodology) -> Found:
    """Why the evidence is not for this methodology and edition."""
    header, root = file.header, file.root
    name, edition = scalar(root, "evidence"), scalar(root, "edition")
    if name is not None and header.methodology != methodology.name:
        return (other_methodology(name.span, header.methodology, methodology.name),)
    if edition is not None and header.edition != methodology.edition:
        return (other_edition(edition.span, header.edition, methodology.edition),)
    return ()


def header_from(root: Mapping, names: str = "evidence") -> tuple[Header | None, list[Diagnostic]]:
    """The head, or None where what it needs is missing or wrong: the shape of the file says what.

    names: the key under which the file names its methodology.
    """
    name, when = text_of(root, names), root.get("round")
    if not name or not isinstance(when, Mapping):
        return None, []
    year, first, last = (scalar(when, key) for key in ("year", "from", "to"))
    start, end = _day(first), _day(last)
    if year is None or not year.text.isdecimal() or start is None or end is None or last is None:
        return None, []
    number = int(year.text[:9])
    if start > end:
        return None, [round_ends_first(last.span, start, end)]
    found = [] if start.year <= number <= end.year else [year_outside(year.span, number, start, end)]
    return Header(name, text_of(root, "edition"), number, start, end, text_of(root, "stage") or "self"), found


def _day(written: Scalar | None) -> datetime.date | None:
    day = date_of(written) if written else None
    return day if isinstance(day, datetime.date) else None


def round_ends_first(span: Span, start: datetime.date, end: datetime.date) -> Diagnostic:
    return diagnostic("EV170", span, start=start, end=end)


def year_outside(span: Span, year: int, start: datetime.date, end: datetime.date) -> Diagnostic:
    """The year of the round is none of those that its days lie in."""
    return warning("EV171", span, year=str(year), start=start, end=end)


def other_methodology(span: Span, name: str, wanted: str) -> Diagnostic:
    return diagnostic("EV172", span, name=name, wanted=wanted)


def other_edition(span: Span, edition: str, wanted: str) -> Diagnostic:
    return diagnostic("EV173", span, edition=edition, wanted=wanted)
