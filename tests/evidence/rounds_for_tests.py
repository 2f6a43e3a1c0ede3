"""The round of an evidence file whose text is at hand."""

from __future__ import annotations

from pathlib import Path

from parrules.evidence.from_syntax import round_of
from parrules.evidence.header import open_evidence
from parrules.evidence.records import Round
from parrules.evidence.shortened import shortened
from parrules.methodology.model import Methodology
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source


def round_from(source: Source, folder: Path, methodology: Methodology) -> tuple[Round | None, tuple[Diagnostic, ...]]:
    """The round, and everything that was found, in reading order. folder: where the tables lie that it names."""
    file, found = open_evidence(source)
    if file is None:
        return None, shortened(found)
    round_, more = round_of(file, folder, methodology)
    return round_, shortened((*found, *more))
