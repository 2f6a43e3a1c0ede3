"""What plugins have to do with a rule file: the criteria in Python that it names, and the checks that they bring."""

from __future__ import annotations

from collections.abc import Iterable

from parrules.methodology.model import Methodology
from parrules.methodology.trees import Trees
from parrules.plugins import mistakes
from parrules.plugins.collect import Collected
from parrules.plugins.records import Check, Said
from parrules.scoring.plugin_call import PluginFailed, given_by
from parrules.text.diagnostic import Diagnostic
from parrules.text.nearest import nearest


def check_by_plugins(methodology: Methodology, trees: Trees, known: Collected) -> tuple[Diagnostic, ...]:
    """Names that no plugin brings, and what the checks of plugins say."""
    found = [*_python(methodology, trees, known)]
    for name in sorted(known.checks):
        found += _said(known.checks[name], methodology, trees)
    return tuple(found)


def _python(methodology: Methodology, trees: Trees, known: Collected) -> Iterable[Diagnostic]:
    for criterion in methodology.every_criterion():
        if criterion.python is None:
            continue
        span, brought = trees.spans[f"python:{criterion.code}"], known.criteria.get(criterion.python)
        if brought is None:
            yield mistakes.unknown_in_python(span, criterion.python, nearest(criterion.python, known.criteria))
        elif set(brought.reads) != set(criterion.reads):
            yield mistakes.reads_differ(span, criterion.python, brought.reads)


def _said(check: Check, methodology: Methodology, trees: Trees) -> list[Diagnostic]:
    try:
        said = given_by(lambda: list(check.find(methodology)))
    except PluginFailed as failed:
        return [mistakes.check_failed(check.name, failed.cause)]
    found: list[Diagnostic] = []
    for one in said:
        if type(one) is not Said or not all(type(text) is str for text in (one.vi, one.en, one.code)):
            return [mistakes.check_gave(check.name, type(one).__name__)]
        span = trees.spans.get(f"criterion:{one.code}") or trees.spans.get("methodology")
        found.append(mistakes.check_says(span, _line(one.vi), _line(one.en), one.is_error is True))
    return found


def _line(text: str) -> str:
    """In one line, not too long, and such as a file can hold."""
    return " ".join(text.encode("utf-8", "backslashreplace").decode("utf-8").split())[:300]
