"""What a plugin can bring beside words and criteria: checks, readers of tables, formats of reports. Plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from parrules.methodology.model import Methodology


@dataclass(frozen=True, slots=True)
class Said:
    """What a check of a plugin has to say, in both languages. code: of the criterion that it is about, empty for the
    whole methodology. is_error: whether the rule file is refused for it; otherwise it is only told."""

    vi: str
    en: str
    code: str = ""
    is_error: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """A check of rule files. find: everything that it finds in a methodology, which is frozen to its last part."""

    name: str
    find: Callable[[Methodology], Iterable[Said]]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads tables from files with an ending. ending: `.dbf`, in small letters.

    read: from the bytes of a file to its rows of texts, the names of the columns first. It is handed nothing else.
    """

    ending: str
    read: Callable[[bytes], Sequence[Sequence[str]]]


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """A form of the result, asked for with `--format`. name: small letters, digits and `-`.

    write: from the receipt, as `parrules schema receipt` describes it and frozen, and the language (`vi` or `en`), to
    the text or the bytes of a file.
    """

    name: str
    write: Callable[[Mapping[str, Any], str], str | bytes]
