"""Whether a file has the keys and the kinds of values that its JSON Schema (draft 7) says.

The schema's own library decides; what it finds is told in our words, at the place in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from parrules.syntax import scalar_mistakes, shape_mistakes
from parrules.syntax.continued import continued_keys
from parrules.syntax.cut_texts import cut_texts
from parrules.syntax.file_kinds import of_other_kind
from parrules.syntax.handed_over import Asking, handed_over
from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.syntax.scalars import taken_for
from parrules.syntax.shape_words import told
from parrules.text.diagnostic import Diagnostic, in_reading_order
from parrules.text.source import Source, Span

MOST_SHOWN = 50
"""So many mistakes are shown; one more diagnostic says that there are others."""
_MOST_LOOKED_AT = 500


def validate(node: Node, schema: dict[str, Any], source: Source) -> tuple[Diagnostic, ...]:
    """What in the file is not as the schema says; empty where all is."""
    from parrules.syntax.shape_keywords import validator

    other = of_other_kind(node, schema)
    if other is not None:
        return (other,)
    errors = validator(schema).iter_errors(handed_over(node, Asking()))
    found = list(islice((one for error in errors for one in told(error, node)), _MOST_LOOKED_AT))
    doubts = (_keys_to_quote(node), continued_keys(node, schema), _with_cut_texts(found, node))
    shown = in_reading_order(one for each in doubts for one in islice(each, _MOST_LOOKED_AT))
    if len(shown) <= MOST_SHOWN:
        return shown
    end = len(source.text)
    return (*shown[:MOST_SHOWN], shape_mistakes.and_more(Span(source, end, end), MOST_SHOWN))


def _with_cut_texts(found: list[Diagnostic], node: Node) -> Iterator[Diagnostic]:
    """The same mistakes; a key that is not known, and is the rest of a text, is told as a text that was cut."""
    unknown = {one.span for one in found if one.code == "PR050"}
    cut = {key.span: one for key, one in cut_texts(node) if key.span in unknown} if unknown else {}
    for one in found:
        yield cut.get(one.span, one) if one.span is not None else one


def _keys_to_quote(node: Node) -> Iterator[Diagnostic]:
    """Keys that some reader of YAML takes for a number, a date, yes or no."""
    if isinstance(node, Scalar):
        return
    if isinstance(node, Mapping):
        for key, under in node.entries:
            if taken_for(key) is not None:
                yield scalar_mistakes.key_quotes_wanted(key.span, key.text)
            yield from _keys_to_quote(under)
        return
    for one in node.entries:
        yield from _keys_to_quote(one)
