"""A rule file with its scoring programs written the way that everyone's are: for `fmt`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from parrules.api.folders import folder_for_rules
from parrules.text.diagnostic import Diagnostic
from parrules.text.files import read_content, shown_name, source_of
from parrules.text.source import Source

if TYPE_CHECKING:
    from parrules.syntax.keywords import Spelling

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


def format_file(path: Path, to: Spelling | None = None) -> Formatted:
    """How the rule file at `path` should stand; `-` is standard input. Nothing is written.

    to: how its programs are to be spelled; None where they stay in their spelling.
    """
    from parrules.syntax.format import format_rule_file
    from parrules.syntax.respelling_files import respell_rule_file

    content = folder_for_rules(path) or read_content(path, shown_name(path))
    if isinstance(content, Diagnostic):
        return Formatted(path, b"", b"", (content,))
    source = source_of(content, shown_name(path))
    if isinstance(source, Diagnostic):
        return Formatted(path, content, content, (source,))
    if to is not None:
        text, found = respell_rule_file(source, to)
        if any(one.is_error for one in found):
            return Formatted(path, content, content, found)
        source = Source(source.name, text)
    text, found = format_rule_file(source)
    if any(one.is_error for one in found):
        return Formatted(path, content, content, found)
    mark = _BOM if content.startswith(_BOM) else b""
    return Formatted(path, content, mark + text.encode("utf-8"), found)
