"""Putting the parts that a page shows into a rule file, as its reader would."""

from __future__ import annotations

import re

_TOP = re.compile(r"^(?P<key>\w+):(?P<rest>.*)$")
_ENTRY = re.compile(r"^  (?:- (?:\{)?code: (?P<code>\"[^\"]*\")|(?P<name>[^\s#:-][^:]*):)")


def merged(file: str, part: str) -> str:
    """The file with each section of `part`: its entries are added, or take the place of those of the same name."""
    sections = _sections(file)
    for key, lines in _sections(part).items():
        if key in sections and _entries(lines) and _entries(sections[key]):
            entries = _entries(sections[key]) | _entries(lines)
            sections[key] = [f"{key}:", *(line for entry in entries.values() for line in entry)]
        else:
            sections[key] = lines
    return "".join(line + "\n" for lines in sections.values() for line in lines)


def with_program(frame: str, program: str) -> str:
    """The frame with a program in the place of `score: award maximum`."""
    indented = "".join(f"      {line}".rstrip() + "\n" for line in program.rstrip("\n").split("\n"))
    assert frame.count("    score: award maximum\n") == 1
    return frame.replace("    score: award maximum\n", f"    score: |\n{indented}")


def changed(file: str, diff: str) -> str:
    """The file with what stands behind `-` replaced by what stands behind `+`, block by block."""
    for old, new in _changes(diff):
        assert file.count(old) == 1, f"not once in the file:\n{old}"
        file = file.replace(old, new)
    return file


def _changes(diff: str) -> list[tuple[str, str]]:
    """The old and the new text of every block of a diff; a line that stays (` `) belongs to both."""
    found: list[tuple[str, str]] = []
    for block in re.split(r"(?m)^@@.*\n", diff):
        lines = [line for line in block.rstrip("\n").split("\n") if line]
        if lines:
            old = "".join(line[1:] + "\n" for line in lines if line[0] in " -")
            new = "".join(line[1:] + "\n" for line in lines if line[0] in " +")
            found.append((old, new))
    return found


def _sections(text: str) -> dict[str, list[str]]:
    """The lines of a file by the key at its left edge."""
    found: dict[str, list[str]] = {}
    key = ""
    for line in text.rstrip("\n").split("\n"):
        top = _TOP.match(line)
        key = top["key"] if top else key
        found.setdefault(key, []).append(line)
    return found


def _entries(lines: list[str]) -> dict[str, list[str]]:
    """The lines of a section by the name, or the code, of its entry; nothing where it has none."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in lines[1:]:
        entry = _ENTRY.match(line)
        if entry:
            name = entry["code"] or entry["name"]
        if name:
            found.setdefault(name, []).append(line)
    return found
