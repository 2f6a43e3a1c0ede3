"""What is installed and what is missing, told to people and to programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parrules.report.columns import width_of, wrapped
from parrules.report.exact_json import Json
from parrules.text.spelling import Language
from parrules.text.wording import fill, messages

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Library:
    """A library by the name that pip knows. version: None where it is not installed."""

    name: str
    version: str | None


@dataclass(frozen=True, slots=True)
class Extra:
    """Libraries that add an ability. command: what installs them."""

    name: str
    libraries: tuple[Library, ...]
    command: str

    @property
    def is_there(self) -> bool:
        return all(one.version is not None for one in self.libraries)


@dataclass(frozen=True, slots=True)
class Installation:
    """parrules as it is installed. libraries: those that it needs. cache: the folder, None where nothing is kept;
    can_keep: something can be written there. plugins: each with its name and version."""

    parrules: str
    python: str
    system: str
    libraries: tuple[Library, ...]
    extras: tuple[Extra, ...]
    cache: str | None
    can_keep: bool
    plugins: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether everything is there that every command needs."""
        return all(one.version is not None for one in self.libraries)


def installation_text(found: Installation, language: Language, width: int) -> str:
    """A line for each thing that is looked at; what is missing has the command that installs it below."""
    return "".join(f"{line}\n" for line in _lines(found, language, width))


def _lines(found: Installation, language: Language, width: int) -> Iterator[str]:
    yield f"parrules {found.parrules}, Python {found.python}, {found.system}"
    yield from ("", said("needed", language))
    for library in found.libraries:
        yield f"  {_mark(library.version is not None, language)}  {_versioned(library)}"
    if not found.is_whole:
        yield _indent(language) + said("again", language)
    yield from ("", said("extras", language))
    for extra in found.extras:
        start = f"  {_mark(extra.is_there, language)}  {extra.name}: "
        names = ", ".join(map(_versioned, extra.libraries))
        yield from wrapped(f"{said(f'for_{extra.name}', language)} ({names})", width, start, _indent(language))
        if not extra.is_there:
            yield _indent(language) + extra.command
    yield from ("", said("others", language))
    key = "no_cache" if found.cache is None else "cache" if found.can_keep else "cache_closed"
    yield from _told(key, found.can_keep, language, width, folder=found.cache or "")
    yield from _told(
        "plugins" if found.plugins else "no_plugins", True, language, width, plugins=", ".join(found.plugins)
    )
    yield from _told("no_office", True, language, width)


def _told(key: str, fine: bool, language: Language, width: int, **given: str) -> list[str]:
    indent = _indent(language)
    return wrapped(said(key, language, **given), width, f"  {_mark(fine, language)}  ", indent)


def _indent(language: Language) -> str:
    """Blanks as wide as what stands before a line."""
    return " " * (width_of(_mark(True, language)) + 4)


def _mark(fine: bool, language: Language) -> str:
    return said("there" if fine else "missing", language)


def _versioned(library: Library) -> str:
    return f"{library.name} {library.version}" if library.version else library.name


def said(key: str, language: Language, **given: str) -> str:
    """The words about an installation, with what is given filled in."""
    return fill(messages("installation", language)[key], given)


def installation_json(found: Installation) -> Json:
    """The same for programs."""
    return {
        "parrules_installation": FORMAT,
        "parrules": found.parrules,
        "python": found.python,
        "system": found.system,
        "whole": found.is_whole,
        "libraries": _by_name(found.libraries),
        "extras": [
            {"name": one.name, "installed": one.is_there, "libraries": _by_name(one.libraries), "command": one.command}
            for one in found.extras
        ],
        "cache": {"folder": found.cache, "can_write": found.can_keep},
        "plugins": list(found.plugins),
    }


def _by_name(libraries: tuple[Library, ...]) -> Json:
    return {one.name: one.version for one in libraries}
