"""Legal texts, and the citations of them: each declared, in force, and cited somewhere."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.methodology.editions import inherited_unused, is_inherited
from parrules.methodology.model import Basis, Criterion, Methodology
from parrules.methodology.reading import Reading, below, named, text, title
from parrules.methodology.validity import Period, covers, period
from parrules.syntax.nodes import Node
from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.nearest import nearest
from parrules.text.source import Span


def basis_from(node: Node | None, reading: Reading) -> tuple[Basis, ...]:
    """What stands under `basis`."""
    found: list[Basis] = []
    for key, under in named(node):
        if not key.text or any(sign in key.text for sign in "/ \t\n"):
            reading.found.append(not_a_short_name(key.span, key.text))
        reading.place(f"basis:{key.text}", key.span)
        start, end = period(below(under, "valid"), reading)
        found.append(Basis(key.text, title(under), text(under, "article"), start, end))
    return tuple(found)


def check_citations(methodology: Methodology, reading: Reading) -> None:
    """Every citation, every legal text, and every criterion without one."""
    known = [basis.name for basis in methodology.basis]
    cited: set[str] = set()
    for said in reading.citations:
        name = said.text.partition("/")[0]
        cited.add(name)
        if name not in known:
            reading.found.append(unknown_basis(said.passage.span(0, len(name)), name, nearest(name, known)))
    edition = (methodology.valid_from, methodology.valid_to)
    for basis in methodology.basis:
        key = f"basis:{basis.name}"
        if basis.name not in cited and is_inherited(key, reading.spans):
            reading.found.append(inherited_unused(reading.spans["extends"], basis.name))
        else:
            reading.found.extend(_not_needed(basis, cited, edition, reading.spans[key]))
    if methodology.fidelity != "illustrative":
        _check_grounds(methodology.criteria, reading)


def _not_needed(basis: Basis, cited: set[str], edition: Period, span: Span) -> list[Diagnostic]:
    if basis.name not in cited:
        return [basis_unused(span, basis.name)]
    return [] if covers((basis.valid_from, basis.valid_to), edition) else [not_in_force(span, basis.name)]


def _check_grounds(criteria: Sequence[Criterion], reading: Reading) -> None:
    """Criteria that are scored though neither they nor any above them rest on a legal text."""
    for one in criteria:
        if one.basis or one.fidelity == "illustrative":
            continue
        if one.children:
            _check_grounds(one.children, reading)
        else:
            reading.found.append(no_basis(reading.spans[f"criterion:{one.code}"], one.code))


def not_a_short_name(span: Span, name: str) -> Diagnostic:
    """A short name in which a citation could not be told from an article."""
    return diagnostic("PR424", span, name=name)


def unknown_basis(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    """A citation of a text that is not declared."""
    return diagnostic("PR425", span, name=name, suggestion=suggestion)


def basis_unused(span: Span, name: str) -> Diagnostic:
    """A text that nothing cites."""
    return warning("PR426", span, name=name)


def not_in_force(span: Span, name: str) -> Diagnostic:
    """A text that is not in force on some day of the edition."""
    return warning("PR427", span, name=name)


def no_basis(span: Span, code: str) -> Diagnostic:
    """Points that rest on no legal text."""
    return warning("PR428", span, code=code)
