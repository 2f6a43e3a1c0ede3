"""Where results and diagnostics go: results to standard output or a file, diagnostics in words to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from parrules.cli import exits, streams
from parrules.cli.mistakes import not_opened, nothing_to_open
from parrules.text.diagnostic import Diagnostic
from parrules.text.spelling import Language


def deliver(text: str | bytes, output: str | None, language: Language) -> int:
    """Prints a result, or writes it whole to the file `output`; the exit code says whether it got there."""
    return deliver_pieces([text], output, language)


def can_open(opens: bool, output: str | None, language: Language) -> bool:
    """Whether there will be a file to open, where that is asked for; says so where there is none."""
    if opens and output in (None, "-"):
        tell([nothing_to_open()], language)
        return False
    return True


def show(path: Path, language: Language) -> None:
    """Opens a file that was written in the browser; says so where the system has none."""
    import webbrowser

    from parrules.text.files import shown_name

    try:
        opened = webbrowser.open_new_tab(path.resolve().as_uri())
    except webbrowser.Error:
        opened = False
    if not opened:
        tell([not_opened(shown_name(path))], language)


def deliver_pieces(pieces: Iterable[str | bytes], output: str | None, language: Language) -> int:
    """The same for a result that comes piece by piece."""
    if output is None or output == "-":
        for piece in pieces:
            streams.put(piece) if isinstance(piece, str) else streams.put_bytes(piece)
        return exits.FINE
    from parrules.text.files import shown_name, write_pieces

    failed = write_pieces(Path(output), pieces, shown_name(output))
    if failed is None:
        return exits.FINE
    tell([failed], language)
    return exits.USAGE


def tell(found: Sequence[Diagnostic], language: Language) -> None:
    """Says what was found, in reading order; nothing where nothing was."""
    if found:
        from parrules.report.diagnostics import render

        streams.talk(render(found, language, streams.columns(sys.stderr), streams.coloured(sys.stderr)))


def exit_for(diagnostics: Sequence[Diagnostic], findings: Sequence[Diagnostic] = ()) -> int:
    """The exit code for what was found about rule files (`diagnostics`) and about evidence (`findings`)."""
    if any(one.is_error and one.code.startswith("UC") for one in (*diagnostics, *findings)):
        return exits.USAGE
    if any(one.is_error for one in diagnostics):
        return exits.METHODOLOGY
    return exits.EVIDENCE if any(one.is_error for one in findings) else exits.FINE
