"""Why a file is not YAML, in the words of its author."""

from __future__ import annotations

from yaml.error import MarkedYAMLError

from parrules.syntax import yaml_mistakes as mistakes
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source, Span


def explained(source: Source, failed: MarkedYAMLError) -> Diagnostic:
    """The mistake that PyYAML stumbled over."""
    mark = failed.problem_mark or failed.context_mark
    at = min(mark.index if mark else 0, len(source.text))
    return mistakes.unreadable(Span(source, at, at))
