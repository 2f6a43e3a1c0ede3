"""What only shows once everything of a body is read: parts above their whole, figures that nothing proves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parrules.evidence.binding import Bound, as_number
from parrules.evidence.declared import Declared
from parrules.evidence.records import Supplied
from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.source import Span

_MOST_NAMES = 8
"""So many figures are named in a warning; the others are counted."""

Found = tuple[Diagnostic, ...]


def without_parts_above_whole(bound: Bound, declared: Declared) -> tuple[Bound, Found]:
    """Where a part is above its whole, both count as missing: nobody can say which of the two is wrong."""
    found: list[Diagnostic] = []
    kept: dict[str, Mapping[str, Supplied]] = {}
    shared = bound.figures[""]
    for body, figures in bound.figures.items():
        wrong: set[str] = set()
        for name, part in figures.items():
            within = declared.figures[name].within
            whole = figures.get(within or "") or shared.get(within or "")
            over, under = as_number(part.value), as_number(whole.value) if whole else None
            if within and whole and over is not None and under is not None and over > under:
                wrong |= {name, within}
                here = (body, name), (body, within), ("", within)  # one of them was handed in at an earlier stage
                span = next(bound.handed[one].written.span for one in here if one in bound.handed)
                found.append(part_above_whole(span, name, part.written, within, whole.written))
        kept[body] = {name: one for name, one in figures.items() if name not in wrong}
    return replace(bound, figures=kept), tuple(found)


def unproved(bound: Bound, declared: Declared, bodies: Sequence[str], in_form: bool = False) -> Found:
    """One warning for each body whose figures have neither a document nor a justification.

    in_form: who fills a form in knows the cells, and neither the names of figures nor the sheet that names the body.
    """
    found: list[Diagnostic] = []
    for body in bodies:
        names = [
            name
            for name, one in bound.figures[body].items()
            if declared.figures[name].of == "evidence"
            and (body, name) in bound.handed  # and not at an earlier stage
            and not one.provenance.document
            and not one.provenance.justification
        ]
        if names:
            first = bound.handed[body, names[0]]
            at = first.written if in_form or first.body is None else first.body
            shown = [bound.figures[body][name].provenance.cell for name in names] if in_form else names
            found.append(without_document(at.span, body, shown))
    return tuple(found)


def part_above_whole(span: Span, name: str, text: str, within: str, whole: str) -> Diagnostic:
    return diagnostic("EV164", span, name=name, text=text, within=within, whole=whole)


def without_document(span: Span, body: str, names: Sequence[str]) -> Diagnostic:
    """Figures of a body for which neither a document nor a justification is given."""
    shown = tuple(names[:_MOST_NAMES]) + (("…",) if len(names) > _MOST_NAMES else ())
    return warning("EV165", span, body=body, count=len(names), names=shown)
