"""What an evidence file names beside it: tables that are read, large ones that are asked, and the calendar."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from parrules.evidence.calendars import Calendar
from parrules.evidence.calendars_from_syntax import calendar_from
from parrules.evidence.csv_values import known_columns
from parrules.evidence.declared import Declared
from parrules.evidence.files import own_name, read_sources
from parrules.evidence.header import EvidenceFile
from parrules.evidence.readers.foreign import Readers
from parrules.evidence.readers.source import TableSource, source_of_bodies, table_source, ways_without_source
from parrules.evidence.relations.sources import large_and_small, open_large
from parrules.evidence.yaml_values import Place
from parrules.syntax.nodes import Mapping, Node
from parrules.text.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Beside:
    """place: where those who read the evidence file find its tables. calendar: None where it names none.

    digests: of every file that was read, by its name. found: what could not be read, and why.
    """

    place: Place
    calendar: Calendar | None
    digests: MappingOf[str, str]
    found: tuple[Diagnostic, ...]


def beside_of(file: EvidenceFile, folder: Path, declared: Declared, readers: Readers) -> Beside:
    """Reads or opens everything that the evidence file names. readers: of files of other kinds, by their endings."""
    root, columns = file.root, known_columns(declared)
    sources, strays = _sources(root)
    bodies_and_values = (source_of_bodies(root.get("bodies")), table_source(root.get("values")))
    elsewhere = [one.key for one in bodies_and_values if one is not None]
    to_ask, to_read = large_and_small(sources, folder, elsewhere)
    large, wrong_large = open_large(to_ask, folder, file.source, columns, elsewhere)
    files, wrong_files = read_sources(to_read, folder, file.source, columns, readers)
    when = root.get("round")
    calendar, of_calendar, wrong_calendar = (
        calendar_from(when, folder, file.source) if isinstance(when, Mapping) else (None, {}, ())
    )
    return Beside(
        Place(own_name(file.source), declared, files.listings, large.opened),
        calendar,
        {**files.digests, **large.digests, **of_calendar},
        (*strays, *wrong_files, *wrong_large, *wrong_calendar),
    )


def _sources(root: Mapping) -> tuple[list[TableSource], list[Diagnostic]]:
    """Every table that the evidence file says to stand elsewhere."""
    values, bodies = root.get("values"), root.get("bodies")
    under = [values, *_below(root.get("tables")), *(one for body in _below(values) for one in _below(body))]
    sources = (table_source(node) for node in under if isinstance(node, Mapping))
    found = [one for node in under for one in ways_without_source(node)]
    return [one for one in (source_of_bodies(bodies), *sources) if one is not None], found


def _below(node: Node | None) -> Sequence[Node]:
    return [under for _, under in node.entries] if isinstance(node, Mapping) else []
