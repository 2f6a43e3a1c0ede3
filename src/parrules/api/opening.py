"""Evidence as it is opened: a file of YAML, or a form that came back; and whether a form still fits the rules."""

from __future__ import annotations

from pathlib import Path

from parrules.api.cache import NO_CACHE, Cache, digest_of, key_of
from parrules.api.find import RuleFile, find
from parrules.api.folders import folder_for_evidence
from parrules.evidence.form.mistakes import newer_edition, rules_changed
from parrules.evidence.form.opened import ENDINGS, FormFile, open_form
from parrules.evidence.header import EvidenceFile, open_evidence
from parrules.plan.plan import Plan
from parrules.text.diagnostic import Diagnostic
from parrules.text.files import read_source, shown_name


def opened(path: Path, cache: Cache = NO_CACHE) -> tuple[EvidenceFile | FormFile | None, tuple[Diagnostic, ...]]:
    """An evidence file, or a form, by the ending of its name.

    That a file has the right shape is cached, so that the validator is not loaded again.
    """
    shown = shown_name(path)
    if path.suffix.lower() in ENDINGS:
        return open_form(path, shown)
    source = folder_for_evidence(path) or read_source(path, shown)
    if isinstance(source, Diagnostic):
        return None, (source,)
    key = key_of("evidence shape", (digest_of(source.text.encode()),))
    file, findings = open_evidence(source, has_shape=cache.fetch(key) is not None)
    if file is not None and not findings:
        cache.keep(key, "right")
    return file, findings


def form_doubts(
    file: EvidenceFile | FormFile, plan: Plan, rules: RuleFile, named_by_form: bool, cache: Cache
) -> tuple[Diagnostic, ...]:
    """That a form was written from other rules than those it is scored by, or that a newer edition is in force.

    named_by_form: nobody else said by which rules it is to be scored.
    """
    if not isinstance(file, FormFile):
        return ()
    header = file.header
    found = []
    same = (header.methodology, header.edition) == (plan.methodology.name, plan.methodology.edition)
    if same and file.text("rules") not in ("", plan.digest):
        found.append(rules_changed(file.shown, header.edition))
    newest, _ = find(header.methodology, on=header.end, cache=cache) if named_by_form else (None, ())
    if newest is not None and newest.path != rules.path:
        found.append(newer_edition(file.said["edition"].span, header.edition, newest.shown, header.end))
    return tuple(found)
