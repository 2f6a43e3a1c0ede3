"""parrules as a program of its own, held to five seconds of processor time and a gigabyte."""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

try:
    import resource
except ImportError:  # this system has no such limits: what a program would do without them is tested all the same
    resource = None  # type: ignore[assignment]

PROGRAM = [sys.executable, "-c", "from parrules.cli.main import run; run()"]
SECONDS = 5
_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 24, 1, 2
BYTES = 2**30

_CODE = re.compile(r"\b(?:error|warning|lỗi|cảnh báo) ([A-Z]{2}[0-9]{3})\b")


@dataclass(frozen=True)
class Ended:
    """How it ended. code: its exit code; out: its result; err: what it said."""

    code: int
    out: bytes
    err: bytes

    @property
    def said(self) -> str:
        """Both, as text."""
        return (self.err + self.out).decode("utf-8", "replace")

    @property
    def start(self) -> str:
        """As much of what it said as anyone reads."""
        return self.said[:2000]

    @property
    def codes(self) -> set[str]:
        """The codes of everything that it found wrong."""
        return set(_CODE.findall(self.said))

    @property
    def is_calm(self) -> bool:
        """Whether it neither fell over nor had to be stopped."""
        return (
            self.code in (0, 1, 2, 3, 4, 130) and "Traceback" not in self.said and "mistake of its own" not in self.said
        )


def ended(
    *arguments: str,
    cwd: Path,
    stdin: bytes | IO[bytes] = b"",
    environ: Mapping[str, str] | None = None,
    limits: Mapping[str, int] | None = None,
    **settings: Any,
) -> Ended:
    """Runs a command to its end. limits: more of them, by the names that `resource` gives them."""
    more = {"preexec_fn": lambda: limit(limits or {})} if resource is not None else {}
    streams = {"input": stdin} if isinstance(stdin, bytes) else {"stdin": stdin}
    made = subprocess.run(
        [*PROGRAM, *arguments],
        cwd=cwd,
        env={**os.environ, "PARRULES_LANG": "en", **(environ or {})},
        stdout=settings.pop("stdout", subprocess.PIPE),
        stderr=settings.pop("stderr", subprocess.PIPE),
        check=False,
        **streams,
        **more,
        **settings,
    )
    return Ended(made.returncode, made.stdout or b"", made.stderr or b"")


def limit(more: Mapping[str, int]) -> None:
    """Holds this process in. The administrator, too, may read and write only what permissions say."""
    if sys.platform == "linux" and os.geteuid() == 0:
        for over_permissions in _CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH:
            ctypes.CDLL(None).prctl(_PR_CAPBSET_DROP, over_permissions, 0, 0, 0)
    for name, most in {"RLIMIT_CPU": SECONDS, "RLIMIT_AS": BYTES, **more}.items():
        resource.setrlimit(getattr(resource, name), (most, most))
