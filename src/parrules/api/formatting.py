"""A rule file with its scoring programs written the way that everyone's are: for `fmt`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from parrules.text.diagnostic import Diagnostic
from parrules.text.files import read_content, shown_name, source_of

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Formatted:
    """before: the bytes of the file as it stands; after: as it should stand, the same where nothing is to be done.

    diagnostics: why it cannot be formatted; then `after` is `before`.
    """

    path: Path
    before: bytes
    after: bytes
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def is_formatted(self) -> bool:
        return self.before == self.after


def format_file(path: Path) -> Formatted:
    """How the rule file at `path` should stand; `-` is standard input. Nothing is written."""
    from parrules.syntax.format import format_rule_file

    content = read_content(path, shown_name(path))
    if isinstance(content, Diagnostic):
        return Formatted(path, b"", b"", (content,))
    source = source_of(content, shown_name(path))
    if isinstance(source, Diagnostic):
        return Formatted(path, content, content, (source,))
    text, found = format_rule_file(source)
    if any(one.is_error for one in found):
        return Formatted(path, content, content, found)
    mark = _BOM if content.startswith(_BOM) else b""
    return Formatted(path, content, mark + text.encode("utf-8"), found)
