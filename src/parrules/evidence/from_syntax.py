"""From an evidence file, and the tables beside it, to the round: the one place that knows the order of its passes."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from parrules.evidence.beside import beside_of
from parrules.evidence.declared import declared_by
from parrules.evidence.files import YAML, content_of, digest, own_name, relative, shown_beside
from parrules.evidence.form.opened import ENDINGS, FormFile, form_in
from parrules.evidence.form.to_round import round_of_form
from parrules.evidence.handed_in import bodies_of, handed_in
from parrules.evidence.header import EvidenceFile, header_mistakes, open_evidence
from parrules.evidence.last_round import last_from
from parrules.evidence.readers.foreign import NO_READERS, Readers
from parrules.evidence.records import Round
from parrules.evidence.shortened import shortened
from parrules.evidence.stages import order_mistakes, over_itself, round_over, stage_mistakes, without_bodies
from parrules.evidence.yaml_values import scalar
from parrules.methodology.model import Methodology
from parrules.syntax.nodes import Scalar
from parrules.text.diagnostic import Diagnostic
from parrules.text.files import source_of

Found = tuple[Diagnostic, ...]


def round_of(
    file: EvidenceFile | FormFile,
    folder: Path,
    methodology: Methodology,
    before: Round | None = None,
    above: tuple[Path, ...] = (),
    readers: Readers = NO_READERS,
) -> tuple[Round | None, Found]:
    """The round that an evidence file, or a form, hands in. What was found when it was opened is not found again.

    Findings are in reading order. What is found wrong counts as missing, so that a round with findings can still be
    scored, and its scores are open. None where there is nothing to score: it is evidence for another methodology, it
    cannot lie over the stage before, or there are no bodies.

    folder: where the file lies, and the tables that it names.
    before: the stage that it lies over where it does not name that itself. above: the files that lie over this one.
    readers: of files of other kinds, by their endings.
    """
    if isinstance(file, FormFile):
        return round_of_form(file, methodology, before)
    mistakes = (*header_mistakes(file, methodology), *stage_mistakes(file.root, file.header, methodology))
    if mistakes:
        return None, mistakes
    over = scalar(file.root, "over")
    found_below: Found = ()
    if over is not None:
        before, found_below = _round_below(file, over, folder, methodology, (above, readers))
        if before is None:
            return None, found_below
    wrong_order = order_mistakes(file.root, file.header, before, methodology) if before else ()
    if wrong_order:
        return None, (*found_below, *wrong_order)
    beside = beside_of(file, folder, declared_by(methodology), readers)
    handed = handed_in(file, methodology, before, beside.place)
    said = scalar(file.root, "evidence")
    if not handed.ids and said is not None and file.root.get("bodies") is None:
        return None, (without_bodies(said),)
    found = shortened((*found_below, *beside.found, *handed.found))
    if not handed.ids:
        return None, found
    digests = {**beside.digests, **_digest_below(before, over)}
    bodies, shared = bodies_of(handed, before), handed.bound.figures[""]
    round_ = round_over(before, file.header, methodology, bodies, shared, digest(file.source, digests))
    calendar, last = beside.calendar, last_from(file.root.get("last"), folder, file.source)
    return replace(round_, calendar=calendar or round_.calendar, last=last or round_.last), found


def _round_below(
    file: EvidenceFile, over: Scalar, folder: Path, methodology: Methodology, rest: tuple[tuple[Path, ...], Readers]
) -> tuple[Round | None, Found]:
    """The round of the stage before, in the file that `over` names beside this one. rest: the files above, readers."""
    above, readers = rest
    shown = shown_beside(over.text, file.source)
    path = Path(os.path.realpath(folder / over.text))
    files = (*above, Path(os.path.realpath(folder / own_name(file.source))))
    if path in files:
        return None, (over_itself(over.span),)
    raw = content_of(over, folder, shown, (*YAML, *ENDINGS))
    if isinstance(raw, Diagnostic):
        return None, (raw,)
    below: EvidenceFile | FormFile | None
    below, found = form_in(raw, path.name, shown) if path.suffix.lower() in ENDINGS else _opened(raw, shown)
    if below is None:
        return None, found
    round_, more = round_of(below, path.parent, methodology, above=files, readers=readers)
    return round_, (*found, *more)


def _opened(raw: bytes, shown: str) -> tuple[EvidenceFile | None, Found]:
    source = source_of(raw, shown)
    return (None, (source,)) if isinstance(source, Diagnostic) else open_evidence(source)


def _digest_below(before: Round | None, over: Scalar | None) -> dict[str, str]:
    """The digest of the stage before, under the name of its file, or of the stage where another said which it is."""
    if before is None:
        return {}
    return {relative(over.text) if over else f"stage {before.stage}": before.digest}
