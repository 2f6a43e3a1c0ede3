"""Quantities that a reason quotes: `because "{late} nhiệm vụ chậm"`."""

from __future__ import annotations

import re

from parrules.syntax.keywords import KNOWN_NAMES, Spelling, in_spelling

QUOTED = re.compile(r"\{([^{}]*)\}")
"""A quantity quoted in a reason."""


def quoted_in(text: str, before: Spelling, after: Spelling) -> str:
    """A reason whose quoted names are spelled the other way, where the language knows them; nothing else changes."""

    def spelled(match: re.Match[str]) -> str:
        name = match[1].strip()
        other = in_spelling(name, KNOWN_NAMES, before, after)
        return match[0] if other is None else match[0].replace(name, other)

    return text if before == after else QUOTED.sub(spelled, text)


def with_names_of_tree(text: str, spelling: Spelling) -> str:
    """A reason as the tree has it."""
    return quoted_in(text, spelling, "en")
