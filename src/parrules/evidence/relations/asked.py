"""What an evidence file says of a database: where it is, and which of its tables or what query is read."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from parrules.evidence.readers.source import TableSource
from parrules.evidence.relations import mistakes
from parrules.syntax.nodes import Mapping, Scalar
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Span

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_POSTGRES = ("postgresql", "postgres")


@dataclass(frozen=True, slots=True)
class Asked:
    """address: of the database, which is never shown. place: what is shown for it: without names and passwords, or the
    variable that holds the address. One of relation and query is None."""

    span: Span
    address: str
    place: str
    relation: str | None
    query: str | None

    @property
    def is_postgres(self) -> bool:
        return urlsplit(self.address).scheme in _POSTGRES if self.is_address else False

    @property
    def is_address(self) -> bool:
        """Whether it is no file."""
        return bool(_ADDRESS.match(self.address))


def asked_of(source: TableSource) -> Asked | Diagnostic:
    """What is asked of which database, or why that is not clear."""
    relation = source.relation.text.strip() if source.relation else None
    query = source.query.text.strip() if source.query else None
    if (relation is None) == (query is None):
        return mistakes.relation_or_query(source.span)
    variable = source.database.get("env") if isinstance(source.database, Mapping) else None
    if isinstance(variable, Scalar):
        address = os.environ.get(variable.text, "").strip()
        if not address:
            return mistakes.variable_not_set(variable.span, variable.text)
        return Asked(source.span, address, _place(variable.text, relation), relation, query)
    if not isinstance(source.database, Scalar):
        return mistakes.relation_or_query(source.span)  # refused with the shape of the file
    address = source.database.text.strip()
    if _ADDRESS.match(address) and "@" in address and _has_password(address):
        return mistakes.password_in_file(source.database.span)
    return Asked(source.span, address, _place(_shown(address), relation), relation, query)


def _has_password(address: str) -> bool:
    try:
        return urlsplit(address).password is not None
    except ValueError:
        return True


def _shown(address: str) -> str:
    """An address without who reads it, and how."""
    if not _ADDRESS.match(address):
        return address
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _place(database: str, relation: str | None) -> str:
    return f"{database}#{relation}" if relation else f"{database}#query"
