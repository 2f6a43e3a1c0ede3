"""PyYAML as far as its events. The reader written in Python is used, so that every machine reads the same."""

from __future__ import annotations

from collections.abc import Iterator

from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner


class YamlEvents(Reader, Scanner, Parser):
    """The events of a text, without any constructor behind them."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def all(self) -> Iterator[Event]:
        while self.check_event():
            yield self.get_event()  # type: ignore[no-untyped-call]

    def need_more_tokens(self) -> bool:
        """As the library's; it need not look where no token that is there can still turn out to be a key."""
        if self.tokens and not self.possible_simple_keys:
            return False
        return bool(super().need_more_tokens())

    def at(self) -> int:
        """How far it has read."""
        return self.get_mark().index


def start(event: Event) -> int:
    """The first character of what the event is about."""
    assert event.start_mark is not None
    return event.start_mark.index


def column(event: Event) -> int:
    """The column, from 0, of its first character."""
    assert event.start_mark is not None
    return event.start_mark.column


def end(event: Event) -> int:
    """The character after it."""
    assert event.end_mark is not None
    return event.end_mark.index
