"""The heads of rule files: name, edition and validity, without reading their criteria."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from parrules.api.cache import Cache, digest_of, key_of
from parrules.plan.canonical import from_json, to_json
from parrules.text.source import Source

_BODY_KEYS = ("criteria:", "evidence:", "parameters:")


@dataclass(frozen=True, slots=True)
class Head:
    """What a rule file says of itself. Empty, and None, where it does not say it, or cannot be read."""

    methodology: str = ""
    edition: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the edition is valid on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


def heads_of(paths: Sequence[Path], cache: Cache) -> tuple[Head, ...]:
    """The head of each file, in turn; from the cache where these very files were read before."""
    contents = [_content(path) for path in paths]
    key = key_of("heads", [digest_of(content) for content in contents])
    kept = from_json(cache.fetch(key) or "", (Head,))
    if isinstance(kept, tuple) and len(kept) == len(paths) and all(isinstance(one, Head) for one in kept):
        return kept
    heads = tuple(head_of(content.decode("utf-8", errors="replace")) for content in contents)
    cache.keep(key, to_json(heads))
    return heads


def head_of(text: str) -> Head:
    """The head of a rule file with this text: read up to its criteria, and whole only where that was not enough."""
    head = _read(_upto_body(text))
    return head if head.methodology and head.edition and head.valid_from else _read(text)


def _upto_body(text: str) -> str:
    starts = [text.find("\n" + key) for key in _BODY_KEYS]
    return text[: min((start + 1 for start in starts if start >= 0), default=len(text))]


def _read(text: str) -> Head:
    from parrules.syntax.nodes import Mapping, Scalar
    from parrules.syntax.yaml_reader import read_yaml

    node, _ = read_yaml(Source("", text))
    if not isinstance(node, Mapping):
        return Head()

    def said(under: Mapping, key: str) -> str:
        found = under.get(key)
        return found.text if isinstance(found, Scalar) else ""

    valid = node.get("valid")
    days = [_day(said(valid, key)) if isinstance(valid, Mapping) else None for key in ("from", "to")]
    return Head(said(node, "methodology"), said(node, "edition"), days[0], days[1])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
