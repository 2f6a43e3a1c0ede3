"""What `check --fix` mends in a rule file: only what cannot change a score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from parrules.api.cache import NO_CACHE
from parrules.api.find import find
from parrules.api.formatting import Formatted, format_file
from parrules.api.verbs import read_rules
from parrules.checks.ignored import comment_of
from parrules.syntax.scalar_mistakes import mended
from parrules.text.diagnostic import Diagnostic
from parrules.text.files import write_whole
from parrules.text.source import Span

_MOST_ROUNDS = 50
"""A mistake may hide another: so often is a file read again."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """shown: the name of the file. count: how many mistakes were mended, its layout being one. failed: why it could
    not be written."""

    shown: str
    count: int
    failed: Diagnostic | None = None


def fix(methodology: str) -> Fixed | None:
    """Mends the rule file at a path: quotes that are wanted or are too many, comments that ignore nothing, layout.

    None where it is no path of a file: rules that come with parrules are not touched.
    """
    file, _ = find(methodology, cache=NO_CACHE)
    if file is None or file.path != Path(methodology) or not file.path.is_file():
        return None
    count = 0
    for _ in range(_MOST_ROUNDS):
        edits = _edits(read_rules(file).diagnostics, file.shown)
        if not edits:
            break
        failed = _mend(file.path, file.shown, edits)
        if failed is not None:
            return Fixed(file.shown, count, failed)
        count += len(edits)
    return _laid_out(format_file(file.path), Fixed(file.shown, count))


_Edit = tuple[Span, str]


def _edits(found: Sequence[Diagnostic], shown: str) -> list[_Edit]:
    """What is to stand instead, in this file, the last place first."""
    edits: dict[Span, str] = {}
    lines: set[int] = set()
    for one in found:
        if one.span is None or one.span.source.name != shown:
            continue
        said = mended(one)
        if said is not None:
            edits[one.span] = said
        elif one.code == "PR312" and one.span.line not in lines:  # of a comment one code a round
            lines.add(one.span.line)
            edits[comment_of(one.span)] = ""
    return sorted(edits.items(), key=lambda edit: -edit[0].start)


def _mend(path: Path, shown: str, edits: Sequence[_Edit]) -> Diagnostic | None:
    text = edits[0][0].source.text
    for span, said in edits:
        text = text[: span.start] + said + text[span.end :]
    mark = b"\xef\xbb\xbf" if path.read_bytes().startswith(b"\xef\xbb\xbf") else b""
    return write_whole(path, mark + text.encode("utf-8"), shown)


def _laid_out(formatted: Formatted, fixed: Fixed) -> Fixed:
    if formatted.diagnostics or formatted.is_formatted:
        return fixed
    failed = write_whole(formatted.path, formatted.after, fixed.shown)
    return replace(fixed, count=fixed.count + (failed is None), failed=failed)
