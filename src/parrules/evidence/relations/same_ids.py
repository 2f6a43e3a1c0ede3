"""Records that bear the name of one before them, in a large table."""

from __future__ import annotations

from dataclasses import replace

from parrules.evidence.relations.opened import OpenedSource
from parrules.evidence.shortened import MOST_ALIKE, and_more
from parrules.evidence.tables import record_twice
from parrules.methodology.model import Table
from parrules.text.diagnostic import Diagnostic

_SPACED = "coalesce(starts_with(id, ' ') OR ends_with(id, ' '), FALSE)"
_LATER = "id IS NOT NULL AND (length(id) > length(before) OR (length(id) = length(before) AND id > before))"
_ASCENDING = (
    f"SELECT bool_and({_LATER}) AND NOT bool_or({_SPACED}) FROM (SELECT id, lag(id, 1, '') OVER () AS before FROM rows)"
)
_DIFFERENT = "count(DISTINCT hash(body, id)) FILTER (WHERE id IS NOT NULL) = count(id)"
_TOLD_APART = f"SELECT {_DIFFERENT} AND NOT coalesce(bool_or({_SPACED}), FALSE) FROM rows"
_NAMED = "(SELECT nr, body, trim(id) AS name FROM rows WHERE trim(id) <> '')"


def same_ids(opened: OpenedSource, table: Table) -> list[Diagnostic]:
    """A warning for each of the first of them, and one that counts the others.

    Names of which each is longer than the one before, or as long and behind it in the alphabet, as numbers are that
    count up, all differ: that is seen at a fifth of the cost. Others are told apart by their hashes first: equal names
    of one body have equal ones.
    """
    run = opened.connection.execute
    if run(_ASCENDING).fetchall()[0][0] or run(_TOLD_APART).fetchall()[0][0]:
        return []
    twice = f"SELECT body, name, min(nr) AS first FROM {_NAMED} GROUP BY body, name HAVING count(*) > 1"
    joined = f"{_NAMED} AS one JOIN ({twice}) AS two ON one.body = two.body AND one.name = two.name AND nr > first"
    rows = run(f"SELECT nr, one.name, first FROM {joined} ORDER BY nr LIMIT {MOST_ALIKE}").fetchall()
    count = run(f"SELECT count(*) FROM {joined}").fetchall()[0][0]
    found = [
        replace(record_twice(None, table.name, id, opened.line_of(first)), place=opened.place_of(nr))
        for nr, id, first in rows
    ]
    return [*found, and_more(found[0], count - len(found))] if count > len(found) else found
