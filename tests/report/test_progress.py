"""The bar of long work: in a terminal, after a while, and gone at the end."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import io

from parrules.report.progress import ProgressBar


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_short_work_shows_nothing() -> None:
    stream = Terminal()
    with ProgressBar(stream, "Đang chấm điểm") as bar:
        bar.told(1, 2)
    assert "" == stream.getvalue()


def test_nothing_is_shown_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    with ProgressBar(stream, "Đang chấm điểm", wait=0) as bar:
        bar.told(1, 2)
    assert "" == stream.getvalue()


def test_long_work_shows_how_far_it_is() -> None:
    stream = Terminal()
    with ProgressBar(stream, "Đang chấm điểm", wait=0) as bar:
        bar.shown.wait()
        bar.told(1_660, 3_321)
    assert "Đang chấm điểm" in stream.getvalue()
    assert "1660/3321" in stream.getvalue()
