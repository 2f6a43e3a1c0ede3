"""Processes that score bodies beside each other; what they give comes back in the order of the bodies.

Each is handed a few bodies at a time, and only when it waits for them: a pipe that is full never holds up both of its
ends. When we end, however we do, they read the end of their pipes and end too.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import ModuleType

from parrules.api.scorer import Scored, Scorer, Sent, WorkerGone, received, sent
from parrules.evidence.records import Body

AT_ONCE = 16
"""So many bodies are handed over together: a second's work at most, and a few megabytes of text."""

_AHEAD = 4
"""So many times the number of workers may be finished before their turn."""


class WorkerFailed(Exception):
    """A mistake of ours in a process of ours; its traceback is among the notes."""


class Workers:
    """So many processes, which end with the `with` block that they were made for."""

    def __init__(self, number: int, scorer: Scorer) -> None:
        self._number = number
        self._scorer = scorer
        self.processes: list[BaseProcess] = []
        self._idle: list[Connection] = []

    def __enter__(self) -> Workers:
        try:
            message = sent(self._scorer)
            for _ in range(self._number):
                self._idle.append(self._started())
            for pipe in self._idle:
                _send(pipe, message)
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def score(self, bodies: Iterable[Body]) -> Iterator[Scored]:
        """Every body, in this order."""
        batches = enumerate(_batches(bodies))
        working: dict[Connection, int] = {}
        done: dict[int, Sequence[Scored]] = {}
        for turn in count():
            while turn not in done:
                self._hand_out(batches, working, len(done))
                if not working:
                    return
                for pipe in wait(list(working)):
                    assert isinstance(pipe, Connection)
                    done[working.pop(pipe)] = _answer(pipe)
                    self._idle.append(pipe)
            self._hand_out(batches, working, len(done))  # so that they have work while what they gave is written
            yield from done.pop(turn)

    def _hand_out(self, batches: Iterator[tuple[int, list[Body]]], working: dict[Connection, int], done: int) -> None:
        """Hands a batch to each worker that waits for one, unless too many are done whose turn has not come."""
        while self._idle and len(working) + done < _AHEAD * self._number:
            number, batch = next(batches, (0, None))
            if batch is None:
                return
            pipe = self._idle.pop()
            _send(pipe, batch)
            working[pipe] = number

    def _started(self) -> Connection:
        context = get_context("spawn")  # the same everywhere, and nothing of ours half copied
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs,), daemon=True)
        with _uninterrupted(), _without_main():
            process.start()
        theirs.close()
        self.processes.append(process)
        return ours

    def _end(self) -> None:
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.join()


def work(pipe: Connection) -> None:
    """What a worker does: it reads how to score, then bodies, until nobody hands it any."""
    import gc

    gc.disable()  # as in the process that started it
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # an interrupt ends the process that started this one, and that ends us
    try:
        message = pipe.recv()
        assert isinstance(message, Sent)
        scorer = received(message)
        while True:
            bodies = pipe.recv()
            pipe.send(_scored(scorer, bodies))
    except (EOFError, OSError):
        return


def _batches(bodies: Iterable[Body]) -> Iterator[list[Body]]:
    left = iter(bodies)
    while batch := list(islice(left, AT_ONCE)):
        yield batch


@contextmanager
def _without_main() -> Iterator[None]:
    """While a process starts that is not to run the program again which started this one, as it else would."""
    ours, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = ours


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """While a process starts, which takes no time to speak of, an interrupt is for nobody: it would be for both."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _scored(scorer: Scorer, bodies: Sequence[Body]) -> Sequence[Scored] | tuple[str, str]:
    """The bodies scored; or what went wrong with us, in a line and in full."""
    try:
        return [scorer.score(body) for body in bodies]
    except Exception as cause:
        from traceback import format_exc

        return (f"{type(cause).__name__}: {cause}", format_exc())


def _send(pipe: Connection, message: object) -> None:
    try:
        pipe.send(message)
    except OSError:
        raise WorkerGone from None


def _answer(pipe: Connection) -> Sequence[Scored]:
    try:
        answer: Sequence[Scored] | tuple[str, str] = pipe.recv()
    except (EOFError, OSError):
        raise WorkerGone from None
    if isinstance(answer, tuple):
        failed = WorkerFailed(answer[0])
        failed.add_note(answer[1])
        raise failed
    return answer
