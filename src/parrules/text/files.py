"""Files of text: read within limits, written whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterable
from functools import lru_cache, partial
from pathlib import Path
from typing import BinaryIO

from parrules.text.characters import control_characters
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Source, Span

MOST_BYTES = 2_000_000
"""A larger file is refused: no methodology and no round is written by hand at that size."""

STANDARD_INPUT = "-"

_SYNCED_AT_ONCE = 8
"""For so many files the disk is waited for at the same time: it takes little longer for all than for one."""

_DENIED = (errno.EACCES, errno.EPERM, errno.EROFS)
_FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))


def shown_name(path: Path | str) -> str:
    """The name of a file as people are told it: with forward slashes, and `�` for what is no text in it."""
    name = path.as_posix() if isinstance(path, Path) else path.replace("\\", "/")
    return os.fsencode(name).decode("utf-8", "replace")


def read_source(path: Path, shown: str) -> Source | Diagnostic:
    """The text of a file as it stands, line ends included, without a byte order mark.

    shown: the name that people are told, with forward slashes.
    """
    content = read_content(path, shown)
    return content if isinstance(content, Diagnostic) else source_of(content, shown)


def read_content(path: Path, shown: str, most: int = MOST_BYTES) -> bytes | Diagnostic:
    """The bytes of a file, one more at most than it may have; `-` is standard input."""
    try:
        if str(path) == STANDARD_INPUT:
            return _read_once(sys.stdin.buffer) if sys.stdin else b""  # None: closed from the start
        if path.is_dir():
            return is_directory(shown)
        with path.open("rb") as file:
            return file.read(most + 1)
    except IsADirectoryError:
        return is_directory(shown)
    except FileNotFoundError:
        return no_such_file(shown, _namesake(path))
    except OSError as failed:
        return not_permitted(shown) if failed.errno in _DENIED else unreadable(shown, _reason(failed))
    except ValueError:  # a name that no file can have, such as one with a NUL in it
        return no_such_file(shown, None)


@lru_cache(maxsize=1)
def _read_once(stream: BinaryIO) -> bytes:
    """What comes in on standard input, however often it is asked for."""
    return stream.read(MOST_BYTES + 1)


def source_of(content: bytes, shown: str) -> Source | Diagnostic:
    """The same for what was read already, such as standard input."""
    if len(content) > MOST_BYTES:
        return too_large(shown)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return not_utf8(shown, 1, "UTF-16")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as failed:
        return not_utf8(shown, content.count(b"\n", 0, failed.start) + 1, None)
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        return not_text(shown)
    if not text.strip():
        return empty_file(shown)
    source = Source(shown, text)
    strange = control_characters(text, partial(Span, source))
    return strange[0] if strange else source


def write_whole(path: Path, content: str | bytes, shown: str = "") -> Diagnostic | None:
    """Writes a file whole or not at all; None when it is written. Text is written as UTF-8, its `\\n` as they are.

    What stood there before stays as it was until the new file is complete.
    """
    return write_pieces(path, [content], shown)


def write_pieces(path: Path, pieces: Iterable[str | bytes], shown: str = "") -> Diagnostic | None:
    """The same for a file of many pieces, which are asked for one by one."""
    name = shown or path.as_posix()
    target = Path(os.path.realpath(path))  # a link stays a link
    temporary = _temporary(target)
    try:
        if target.is_dir():
            return is_directory(name)
        if target.exists() and not target.is_file():  # such as /dev/null: nothing to be kept
            with target.open("wb") as file:
                _write(file, pieces)
        else:
            _write_beside(temporary, target, pieces)
    except OSError as failed:
        return _unwritten(name, failed)
    return None


def write_together(files: Iterable[tuple[Path, str]]) -> Diagnostic | None:
    """Writes many files, which are asked for one by one, each whole or not at all; None when all are written.

    Each is put in its place once all of them are on the disk, in their order: where the disk does not take one, what
    stood there before stays, all of it. Whoever is killed meanwhile leaves each file as it was or as it is to be.
    While the disk is waited for, the next files are made.
    """
    from concurrent.futures import Future, ThreadPoolExecutor

    waiting: list[tuple[Path, Path, str]] = []
    name = ""
    try:
        with ThreadPoolExecutor(_SYNCED_AT_ONCE) as pool:
            synced: list[tuple[str, Future[None]]] = []
            for path, text in files:
                name, target = shown_name(path), Path(os.path.realpath(path))
                if target.is_dir():
                    return is_directory(name)
                waiting.append((_temporary(target), target, name))
                _write_unsynced(waiting[-1][0], text)
                synced.append((name, pool.submit(_sync, waiting[-1][0])))
            for name, one in synced:  # noqa: B007  (the name is told where it fails)
                one.result()
        while waiting:
            temporary, target, name = waiting[0]
            _put_in_place(temporary, target)
            del waiting[0]
    except OSError as failed:
        return _unwritten(name, failed)
    finally:
        for temporary, *_ in waiting:
            temporary.unlink(missing_ok=True)
    return None


def _write_unsynced(temporary: Path, text: str) -> None:
    temporary.unlink(missing_ok=True)  # left by a run that was cut off
    with temporary.open("xb") as file:
        _write(file, [text])


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _temporary(target: Path) -> Path:
    """Where a file is written before it is put in its place."""
    return target.with_name(f".{target.name}.part")


def _write(file: BinaryIO, pieces: Iterable[str | bytes]) -> None:
    for piece in pieces:
        file.write(piece.encode("utf-8") if isinstance(piece, str) else piece)


def make_folder(path: Path, shown: str) -> Diagnostic | None:
    """Makes a folder, and those above it, where it is not there yet; None when it is there."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        return not_a_folder(shown)
    except OSError as failed:
        return _unwritten(shown, failed)
    return None


def _write_beside(temporary: Path, target: Path, pieces: Iterable[str | bytes]) -> None:
    temporary.unlink(missing_ok=True)  # left by a run that was cut off
    try:
        with temporary.open("xb") as file:
            _write(file, pieces)
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _put_in_place(temporary: Path, target: Path) -> None:
    if target.exists():
        shutil.copymode(target, temporary)
    os.replace(temporary, target)


def _namesake(path: Path) -> str | None:
    """The file beside it whose name is nearest, its ending aside; of two alike, the one with the same ending."""
    try:
        names = sorted(
            (one.suffix == path.suffix, one.name, one.stem) for one in path.parent.iterdir() if one.is_file()
        )
    except OSError:
        return None
    by_stem = {stem: name for _, name, stem in names}
    near = nearest(path.stem, by_stem)
    return by_stem[near] if near is not None else None


def _reason(failed: OSError) -> str:
    """A word for what the system said that is the same in every locale."""
    return errno.errorcode.get(failed.errno or 0, type(failed).__name__)


def _unwritten(shown: str, failed: OSError) -> Diagnostic:
    if failed.errno in (errno.ENOENT, errno.ENOTDIR):
        return no_such_folder(shown)
    if failed.errno in _DENIED:
        return writing_not_permitted(shown)
    if failed.errno in _FULL:
        return disk_full(shown)
    return unwritable(shown, _reason(failed))


def no_such_file(shown: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("PR001", place=shown, suggestion=suggestion)


def is_directory(shown: str, inside: tuple[str, ...] = ()) -> Diagnostic:
    """inside: the files in it that may be meant."""
    return diagnostic("PR002", place=shown, inside=tuple(f"`{name}`" for name in inside) or None)


def not_permitted(shown: str) -> Diagnostic:
    return diagnostic("PR003", place=shown)


def too_large(shown: str) -> Diagnostic:
    return diagnostic("PR004", place=shown, limit=MOST_BYTES)


def not_utf8(shown: str, line: int, encoding: str | None) -> Diagnostic:
    return diagnostic("PR005", place=shown, line=line, encoding=encoding)


def not_text(shown: str) -> Diagnostic:
    return diagnostic("PR006", place=shown)


def unreadable(shown: str, reason: str) -> Diagnostic:
    return diagnostic("PR008", place=shown, reason=reason)


def empty_file(shown: str) -> Diagnostic:
    return diagnostic("PR009", place=shown)


def no_such_folder(shown: str) -> Diagnostic:
    return diagnostic("PR010", place=shown)


def writing_not_permitted(shown: str) -> Diagnostic:
    return diagnostic("PR011", place=shown)


def disk_full(shown: str) -> Diagnostic:
    return diagnostic("PR012", place=shown)


def unwritable(shown: str, reason: str) -> Diagnostic:
    return diagnostic("PR013", place=shown, reason=reason)


def not_a_folder(shown: str) -> Diagnostic:
    return diagnostic("PR018", place=shown)
