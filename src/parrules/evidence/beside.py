"""What an evidence file names beside it: tables that are read, large ones that are asked, and the calendar."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from pathlib import Path

from parrules.evidence.calendars import Calendar
from parrules.evidence.calendars_from_syntax import calendar_from
from parrules.evidence.declared import Declared
from parrules.evidence.files import own_name, read_sources
from parrules.evidence.header import EvidenceFile
from parrules.evidence.readers.foreign import Readers
from parrules.evidence.relations.sources import large_and_small, open_large
from parrules.evidence.table_sources import table_sources
from parrules.evidence.yaml_values import Place
from parrules.syntax.nodes import Mapping
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
    sources, strays = table_sources(file.root, declared)
    to_ask, to_read = large_and_small(sources.every, folder, sources.elsewhere)
    large, wrong_large = open_large(to_ask, folder, file.source, sources.names, sources.elsewhere)
    files, wrong_files = read_sources(to_read, folder, file.source, sources.names, readers)
    when = file.root.get("round")
    calendar, of_calendar, wrong_calendar = (
        calendar_from(when, folder, file.source) if isinstance(when, Mapping) else (None, {}, ())
    )
    return Beside(
        Place(own_name(file.source), declared, files.listings, large.opened),
        calendar,
        {**files.digests, **large.digests, **of_calendar},
        (*strays, *wrong_files, *wrong_large, *wrong_calendar),
    )
