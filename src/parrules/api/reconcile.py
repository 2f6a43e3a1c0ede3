"""Published results beside what the rules give for the evidence, and beside each other."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from parrules.api.cache import NO_CACHE, Cache
from parrules.api.outcome import Evaluation
from parrules.api.verbs import evaluate, score_round
from parrules.evidence.published import Published
from parrules.evidence.published_from_listing import published_from_csv
from parrules.evidence.published_from_syntax import is_published, published_from, published_of
from parrules.standing.as_printed import as_printed
from parrules.standing.publication import EVERYBODY, Publication, Scored, plain_name
from parrules.standing.reconcile import reconcile as reconciled
from parrules.standing.reconciliation import Reconciliation
from parrules.syntax.nodes import Mapping
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.files import read_content, read_source, shown_name, source_of
from parrules.text.nearest import nearest

_TABLES = (".csv", ".tsv", ".txt")
_MOST_SUGGESTED = 20

Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """reconciliation: None where there is nothing to compare. diagnostics: of the rule file; findings: of the rest."""

    reconciliation: Reconciliation | None
    diagnostics: Found = ()
    findings: Found = ()


def reconcile(
    evidence: str | Path,
    published: str | Path | None = None,
    *,
    methodology: str | None = None,
    cache: Cache = NO_CACHE,
) -> Reconciled:
    """Holds what was published against what the rules give, each printed figure as the interval its digits allow.

    evidence: an evidence file; or a published file alone, whose figures are then held against each other.
    published: a file of published results (YAML) or a table (CSV); unless given, what stands under `printed` of the
    evidence file.
    """
    path = Path(evidence)
    if published is None and _is_published_file(path):
        table, found = _read(path, ())
        return _closed(table, (), Evaluation(()), found)
    evaluation = evaluate(methodology, path, cache=cache)
    if evaluation.plan is None or evaluation.round is None:
        return Reconciled(None, evaluation.diagnostics, evaluation.findings)
    codes = [one.code for one in evaluation.plan.methodology.every_criterion()]
    table, found = (_own(path), ()) if published is None else _read(Path(published), codes)
    scored = _scored(evaluation)
    unknown = () if published is None else _unknown_bodies(table, scored, Path(published).as_posix())
    return _closed(table, scored, evaluation, (*found, *unknown))


def _closed(published: Published, scored: Sequence[Scored], evaluation: Evaluation, found: Found) -> Reconciled:
    findings = (*evaluation.findings, *found)
    if not published.rows and not published.sums:
        nothing = () if any(one.is_error for one in findings) else (nothing_published(),)
        return Reconciled(None, evaluation.diagnostics, (*findings, *nothing))
    return Reconciled(reconciled(published, scored), evaluation.diagnostics, findings)


def _scored(evaluation: Evaluation) -> tuple[Scored, ...]:
    """Each body scored from the evidence as it stands, and from all that the digits of the evidence allow."""
    plan, round_ = evaluation.plan, evaluation.round
    if plan is None or round_ is None:
        return ()
    every = as_printed(round_, plan.methodology)
    wide, _ = score_round(plan, every, every.bodies, ())
    bodies = {body.id: body for body in round_.bodies}
    return tuple(
        Scored(sheet, other, bodies[sheet.body].group, bodies[sheet.body].region)
        for sheet, other in zip(evaluation.sheets, wide, strict=True)
    )


def _is_published_file(path: Path) -> bool:
    if path.suffix.lower() in _TABLES:
        return True
    source = read_source(path, shown_name(path)) if os.path.isfile(path) else None
    return source is not None and not isinstance(source, Diagnostic) and is_published(read_yaml(source)[0])


def _own(path: Path) -> Published:
    """What stands under `printed` of the evidence file; what is wrong in it was found with the evidence."""
    source = read_source(path, shown_name(path))
    root = None if isinstance(source, Diagnostic) else read_yaml(source)[0]
    return published_of(root)[0] if isinstance(root, Mapping) else Published()


def _read(path: Path, codes: Sequence[str]) -> tuple[Published, Found]:
    shown = shown_name(path)
    content = read_content(path, shown)
    if isinstance(content, Diagnostic):
        return Published(), (content,)
    if path.suffix.lower() in _TABLES:
        return published_from_csv(content, path.name, shown, codes)
    source = source_of(content, shown)
    return (Published(), (source,)) if isinstance(source, Diagnostic) else published_from(source)


def _unknown_bodies(table: Published, scored: Sequence[Scored], shown: str) -> Found:
    """Bodies and groups that were published, and that the evidence does not have."""
    found = []
    publication = Publication(table, scored)
    bodies = [name for one in scored for name in (one.sheet.body, one.sheet.body_name)]
    unknown = [name for name in publication.printed_names() if publication.body(name) is None]
    for at, name in enumerate(unknown):
        near = nearest(name, bodies) if at < _MOST_SUGGESTED else None  # looking for the nearest takes time
        found.append(published_body_unknown(shown, name, near))
    groups = {plain_name(name): name for one in scored for name in (one.group, one.region) if name}
    for name in dict.fromkeys(row.name for row in table.rows if row.subject == "mean"):
        if groups and name != EVERYBODY and plain_name(name) not in groups:
            found.append(published_group_unknown(shown, name, nearest(name, groups.values())))
    return tuple(found)


def nothing_published() -> Diagnostic:
    return diagnostic("UC140")


def published_body_unknown(file: str, body: str, suggestion: str | None) -> Diagnostic:
    return warning("EV240", place=file, body=body, suggestion=suggestion)


def published_group_unknown(file: str, group: str, suggestion: str | None) -> Diagnostic:
    return warning("EV241", place=file, group=group, suggestion=suggestion)
