"""YAML as nodes with places, from the events of PyYAML and never through its constructors.

What would let a file say something else than what stands in it (anchors, aliases, tags, merge keys, directives,
further documents, a key twice) is refused, and so is what is deeper or larger than any file of rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from yaml import events
from yaml.error import MarkedYAMLError

from parrules.syntax import yaml_mistakes as mistakes
from parrules.syntax.format_number import newer_format
from parrules.syntax.nodes import Mapping, Node, Scalar, Sequence
from parrules.syntax.yaml_errors import explained, misleading_blank, number_refused
from parrules.syntax.yaml_events import YamlEvents, column, end, start
from parrules.syntax.yaml_passages import block_passage, double_passage, plain_passage, single_passage
from parrules.text.characters import control_characters, unsafe_characters
from parrules.text.diagnostic import Diagnostic, in_reading_order
from parrules.text.passage import Passage
from parrules.text.source import Source, Span

MOST_DEPTH = 32
MOST_NODES = 200_000
MOST_SHOWN = 50
"""So many mistakes of one file are gathered before reading stops."""

_STYLES = {"'": "single", '"': "double", "|": "literal", ">": "folded"}

_REFUSED = "\0"
"""The text of what was refused: no file can hold it."""


def read_yaml(source: Source) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The one document of a file; None where anything in it is refused, and then why.

    Of a file that was written for a newer parrules nothing is said but that.
    """
    strange = control_characters(source.text, partial(Span, source))
    strange += unsafe_characters(source.text, partial(Span, source))
    if strange:
        return None, in_reading_order(strange)
    building = _Building(source)
    _build(building)
    newer = newer_format(building.root)
    if newer is not None:
        return None, (newer,)
    if building.found:
        return None, in_reading_order(building.found)
    return building.root, ()


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come. keys: those seen, by text; key: the one whose value comes next."""

    span: Span
    column: int
    is_mapping: bool
    in_brackets: bool
    entries: list[Node] = field(default_factory=list)
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)
    keys: dict[str, Scalar] = field(default_factory=dict)
    key: Scalar | None = None
    awaits_value: bool = False


@dataclass(slots=True)
class _Building:
    """The document so far."""

    source: Source
    root: Node | None = None
    stack: list[_Open] = field(default_factory=list)
    nodes: int = 0
    found: list[Diagnostic] = field(default_factory=list)

    def span(self, event: events.Event) -> Span:
        return Span(self.source, start(event), end(event))

    def innermost_bracket(self) -> Span | None:
        """The bracket that was opened last and is not closed."""
        return next((one.span for one in reversed(self.stack) if one.in_brackets), None)


def _build(building: _Building) -> None:
    reading: YamlEvents | None = None
    try:
        reading = YamlEvents(building.source.text)
        for event in reading.all():
            if len(building.found) >= MOST_SHOWN or not _take(building, event):
                return
    except MarkedYAMLError as failed:
        one = explained(building.source, failed, building.innermost_bracket())
        if not (building.found and mistakes.is_vague(one)):  # then it follows from what was refused
            building.found.append(one)
    except (ValueError, OverflowError):  # PyYAML makes a character of any number behind a backslash
        at = reading.at() if reading is not None else 0
        building.found.append(number_refused(building.source, at))
    else:
        root = building.root
        is_empty = root is None or (isinstance(root, Scalar) and root.style == "plain" and not root.text)
        if is_empty and not building.found:
            building.found.append(mistakes.nothing_written(building.source))


def _take(building: _Building, event: events.Event) -> bool:
    """Takes one event; False when nothing more is to be read."""
    if isinstance(event, events.DocumentStartEvent):
        if event.version or event.tags:
            building.found.append(mistakes.directive(building.span(event)))
        if building.root is not None:
            building.found.append(mistakes.second_document(building.span(event)))
            return False
    elif isinstance(event, events.NodeEvent):
        return _take_node(building, event)
    elif isinstance(event, events.CollectionEndEvent):
        _close(building, event)
    return True


def _take_node(building: _Building, event: events.NodeEvent) -> bool:
    building.nodes += 1
    if building.nodes > MOST_NODES:
        building.found.append(mistakes.too_many(building.span(event), MOST_NODES))
        return False
    _refuse_properties(building, event)
    if isinstance(event, events.CollectionStartEvent):
        if len(building.stack) >= MOST_DEPTH:
            building.found.append(mistakes.too_deep(building.span(event), MOST_DEPTH))
            return False
        is_mapping = isinstance(event, events.MappingStartEvent)
        _refuse_as_key(building, event)
        building.stack.append(_Open(building.span(event), column(event), is_mapping, bool(event.flow_style)))
    elif isinstance(event, events.ScalarEvent):
        _place(building, _scalar(building, event))
    else:
        _place(building, _stand_in(building, event))
    return True


def _refuse_properties(building: _Building, event: events.NodeEvent) -> None:
    if isinstance(event, events.AliasEvent):
        building.found.append(mistakes.alias(building.span(event)))
        return
    text, first = building.source.text, start(event)
    if event.anchor is not None:
        at = text.find(f"&{event.anchor}", first)
        building.found.append(mistakes.anchor(Span(building.source, at, at + 1 + len(event.anchor))))
    tag = getattr(event, "tag", None)
    if tag is not None:
        at = text.find("!", first)
        words = text[at : end(event)].split(maxsplit=1)
        building.found.append(mistakes.tag(Span(building.source, at, at + len(words[0]) if words else at + 1)))


def _refuse_as_key(building: _Building, event: events.CollectionStartEvent) -> None:
    top = building.stack[-1] if building.stack else None
    if top is not None and top.is_mapping and not top.awaits_value:
        building.found.append(mistakes.key_not_text(building.span(event)))


def _scalar(building: _Building, event: events.ScalarEvent) -> Scalar:
    if event.anchor is not None or event.tag is not None:
        return _stand_in(building, event)
    source, first, last = building.source, start(event), end(event)
    style = _STYLES.get(event.style or "", "plain")
    if style == "plain":
        _refuse_blanks(building, first, last)
    if event.value == source.text[first:last]:
        passage = Passage(source, event.value, tuple(range(first, last + 1)))
    elif style == "plain":
        passage = plain_passage(source, first, last)
    elif style == "single":
        passage = single_passage(source, first, last)
    elif style == "double":
        passage = double_passage(source, first, last)
        _refuse_hidden(building, passage)
    else:
        passage, last = block_passage(source, first, building.stack[-1].column if building.stack else -1)
    if passage.text != event.value:
        if building.found:  # a refused tag or anchor can hide where a block's indentation counts from
            return _stand_in(building, event)
        raise AssertionError(f"two readings of a scalar at {first} differ")
    return Scalar(passage.text, Span(source, first, last), passage, style)  # type: ignore[arg-type]


def _refuse_blanks(building: _Building, first: int, last: int) -> None:
    """A blank that is not one to YAML is part of the text, though it looks like indentation or the end of a key."""
    found = misleading_blank(building.source.text, first, last)
    if found is not None:
        building.found.append(mistakes.strange_blank(building.source, found))


def _refuse_hidden(building: _Building, passage: Passage) -> None:
    """What the file does not hold as it is can still be written as an escape."""
    building.found.extend(control_characters(passage.text, passage.span))
    building.found.extend(unsafe_characters(passage.text, passage.span))


def _stand_in(building: _Building, event: events.NodeEvent) -> Scalar:
    """For what was refused, so that the rest of the file can still be read."""
    at = start(event)
    return Scalar(_REFUSED, Span(building.source, at, at), Passage(building.source, _REFUSED, (at, at)), "plain")


def _close(building: _Building, event: events.CollectionEndEvent) -> None:
    done = building.stack.pop()
    span = Span(building.source, done.span.start, _end(done, end(event)))
    node: Node = Mapping(tuple(done.pairs), span) if done.is_mapping else Sequence(tuple(done.entries), span)
    _place(building, node)


def _end(done: _Open, mark: int) -> int:
    """Where a collection ends: at its bracket, or with the last thing in it (the mark is after the blank lines)."""
    if done.in_brackets:
        return mark
    return max((one.span.end for one in done.entries[-1:]), default=done.span.start)


def _place(building: _Building, node: Node) -> None:
    """Puts a finished node where it belongs."""
    if not building.stack:
        building.root = node
        return
    top = building.stack[-1]
    if not top.is_mapping:
        top.entries.append(node)
    elif top.awaits_value:
        top.awaits_value = False
        top.entries.append(node)
        if top.key is not None:
            top.pairs.append((top.key, node))
    else:
        top.awaits_value = True
        top.key = _key(building, top, node)


def _key(building: _Building, top: _Open, node: Node) -> Scalar | None:
    """The key, or None where what stands under it is to be passed over."""
    if not isinstance(node, Scalar) or node.text == _REFUSED:
        return None
    if node.style == "plain" and node.text == "<<":
        building.found.append(mistakes.merge_key(node.span))
        return None
    if not node.text:
        building.found.append(mistakes.empty_key(node.span))
        return None
    first = top.keys.setdefault(node.text, node)
    if first is not node:
        building.found.append(mistakes.duplicate_key(node, first))
        return None
    return node
