"""What a workbook says of itself: its sheets, from when it counts days, and whether its formulas were worked out."""

from __future__ import annotations

import posixpath
import unicodedata
from dataclasses import dataclass

from parrules.evidence.readers.source import TableSource
from parrules.evidence.readers.workbook.package import Attributes, Events, Package, not_a_workbook, read_part
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span

_WORKBOOK = "officeDocument"
_RELATIONSHIP = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet and the part that holds it. hidden: whether people do not see it."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """sheets: in their order. from_1904: how days are counted. uncomputed: formulas wait to be worked out on opening.

    strings, styles: the parts with the texts that cells share, and with formats; empty where there are none.
    """

    sheets: tuple[Sheet, ...]
    from_1904: bool
    uncomputed: bool
    strings: str
    styles: str


def contents_of(package: Package) -> Contents | Diagnostic:
    top = _relationships(package, "_rels/.rels", "")
    if isinstance(top, Diagnostic):
        return top
    part = next((target for kind, target in top.values() if kind == _WORKBOOK), "")
    if part not in package.parts:
        return not_a_workbook(package.shown)
    folder, name = posixpath.split(part)
    below = _relationships(package, posixpath.join(folder, "_rels", f"{name}.rels"), folder)
    if isinstance(below, Diagnostic):
        return below
    sheets: list[Sheet] = []
    said: dict[str, str] = {}

    def sheet(attributes: Attributes) -> None:
        identity = next((attributes[one] for one in _RELATIONSHIP if one in attributes), "")
        kind, target = below.get(identity, ("", ""))
        if kind == "worksheet" and target in package.parts:
            sheets.append(Sheet(attributes.get("name", ""), target, attributes.get("state", "visible") != "visible"))

    events = Events(
        {
            "sheet": sheet,
            "workbookPr": lambda one: said.update(from_1904=one.get("date1904", "")),
            "calcPr": lambda one: said.update(uncomputed=one.get("fullCalcOnLoad", "")),
        },
        {},
    )
    found = read_part(package, part, events)
    if found is not None:
        return found
    parts = dict(below.values())
    return Contents(
        tuple(sheets),
        said.get("from_1904") in ("1", "true"),
        said.get("uncomputed") in ("1", "true"),
        parts.get("sharedStrings", ""),
        parts.get("styles", ""),
    )


def _relationships(package: Package, part: str, folder: str) -> dict[str, tuple[str, str]] | Diagnostic:
    """By identity: what a part is to another, and its name."""
    if part not in package.parts:
        return not_a_workbook(package.shown)
    found: dict[str, tuple[str, str]] = {}

    def relationship(attributes: Attributes) -> None:
        target = attributes.get("Target", "")
        inside = target.removeprefix("/") if target.startswith("/") else posixpath.join(folder, target)
        kind = attributes.get("Type", "").rpartition("/")[2]
        found[attributes.get("Id", "")] = (kind, posixpath.normpath(inside))

    return read_part(package, part, Events({"Relationship": relationship}, {})) or found


def sheet_of(contents: Contents, said: TableSource | None, shown: str) -> Sheet | Diagnostic:
    """The sheet that is said, by its name without regard to case; unless said the only one that is not hidden."""
    wanted = said.sheet if said is not None else None
    if wanted is not None:
        name = _folded(wanted.text)
        found = next((one for one in contents.sheets if _folded(one.name) == name), None)
        names = tuple(one.name for one in contents.sheets)
        return found or no_such_sheet(wanted.span, wanted.text, nearest(wanted.text, names), names)
    seen = [one for one in contents.sheets if not one.hidden]
    if len(seen) == 1:
        return seen[0]
    names = tuple(one.name for one in seen)
    span = said.file.span if said is not None and said.file is not None else None
    return which_sheet(span, shown, names) if names else not_a_workbook(shown)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def no_such_sheet(span: Span, sheet: str, suggestion: str | None, sheets: tuple[str, ...]) -> Diagnostic:
    """A sheet that was renamed, or is not there."""
    return diagnostic("EV320", span, sheet=sheet, suggestion=suggestion, sheets=sheets[:20])


def which_sheet(span: Span | None, shown: str, sheets: tuple[str, ...]) -> Diagnostic:
    """Several sheets, of which none is said."""
    return diagnostic("EV321", span, place="" if span else shown, file=shown, sheets=sheets[:20])
