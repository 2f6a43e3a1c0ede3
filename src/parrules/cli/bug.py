"""The traceback of a mistake of ours, kept where the user says that it is wanted."""

from __future__ import annotations

from collections.abc import Mapping

from parrules.api.cache import user_cache


def kept_traceback(cause: Exception, environ: Mapping[str, str]) -> str:
    """The file that holds the traceback; empty where PARRULES_DEBUG does not ask for it, or it could not be written."""
    folder = user_cache(environ).folder
    if not environ.get("PARRULES_DEBUG") or folder is None:
        return ""
    from traceback import format_exception

    path = folder / "traceback.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text("".join(format_exception(cause)), encoding="utf-8", newline="\n")
    except OSError:
        return ""
    return str(path)
