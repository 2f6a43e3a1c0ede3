"""`parrules`: reads the command line, runs one command, and tells the shell how it went."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from parrules.cli import exits, streams


def run() -> None:
    """The program, as it is installed."""
    gc.disable()  # a command ends soon, and its records hold each other in no circle: looking for circles is time lost
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Runs the command that the arguments say, and returns its exit code."""
    streams.prepare()
    try:
        return _answer(list(arguments))
    except streams.ReaderGone:
        return exits.FINE
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    except Exception as cause:
        return _own_up(cause, arguments)


def _answer(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):  # the quickest answer: nothing is imported for it
        import parrules

        streams.put(f"parrules {parrules.__version__}\n")
        return exits.FINE
    from parrules.cli.start import start

    return start(arguments, os.environ)


def _own_up(cause: Exception, arguments: Sequence[str]) -> int:
    """One line that says that the mistake is ours, and where the traceback is."""
    from parrules.cli.bug import kept_traceback
    from parrules.cli.words import language_of, said

    kept = kept_traceback(cause, os.environ)
    language = language_of(arguments, os.environ)
    where = said("bug.kept", language, file=kept) if kept else said("bug.not_kept", language)
    what = " ".join(f"{type(cause).__name__}: {cause}".split())[:200]
    streams.talk(said("bug.says", language, cause=what, where=where) + "\n")
    return exits.BUG
