"""How a criterion gets its score: by a program, a judgement or what is below it, and by one of these."""

from __future__ import annotations

from parrules.methodology.reading import Reading
from parrules.syntax.nodes import Mapping, Scalar
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span

WAYS = ("score", "judged", "python", "criteria")


def check_ways(node: Mapping, code: Scalar, reading: Reading) -> None:
    """That there is one way, and that `each` and `combine` belong to it."""
    ways = [key for way in WAYS if (key := node.key(way)) is not None]
    if not ways:
        reading.found.append(no_way(code.span, code.text))
    if len(ways) > 1:
        ways.sort(key=lambda key: key.span.start)
        reading.found.append(several_ways(ways[1].span, code.text, tuple(key.text for key in ways)))
    said = {way.text for way in ways}
    reads = node.key("reads")
    if (reads is None) != ("python" not in said):
        reading.found.append(reads_and_python((reads or code).span, code.text))
    each, combine = node.key("each"), node.key("combine")
    if each is not None and "score" not in said:
        reading.found.append(each_without_score(each.span, code.text))
    elif each is not None and combine is None:
        reading.found.append(each_without_combine(each.span, code.text))
    if combine is not None and each is None and "criteria" not in said:
        reading.found.append(nothing_to_combine(combine.span, code.text))


def no_way(span: Span, code: str) -> Diagnostic:
    """Nothing says how many points it gets."""
    return diagnostic("PR404", span, code=code)


def several_ways(span: Span, code: str, ways: tuple[str, ...]) -> Diagnostic:
    """Two things say how many points it gets."""
    return diagnostic("PR405", span, code=code, ways=ways)


def reads_and_python(span: Span, code: str) -> Diagnostic:
    """A plugin's program without what it reads, or the other way round."""
    return diagnostic("PR603", span, code=code)


def each_without_score(span: Span, code: str) -> Diagnostic:
    """Each record is to be scored, and no program does."""
    return diagnostic("PR413", span, code=code)


def each_without_combine(span: Span, code: str) -> Diagnostic:
    """Many scores, and nothing says how they become one."""
    return diagnostic("PR411", span, code=code)


def nothing_to_combine(span: Span, code: str) -> Diagnostic:
    """One score, and it is to be combined."""
    return diagnostic("PR412", span, code=code)
