"""Published results from YAML: from a file of their own, or from what stands under `printed` in an evidence file."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.evidence.printed_amounts import printed_figure
from parrules.evidence.published import FigureName, Printed, PrintedRow, PrintedSum, Published
from parrules.evidence.shape_of_printed import published_schema
from parrules.evidence.yaml_values import text_of
from parrules.syntax import nodes
from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.syntax.shape import validate
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source

_STANDING: tuple[FigureName, ...] = ("rank", "of", "before", "change", "rank_before", "rank_change")
_OF_BODY: dict[str, FigureName] = {"total": "points", "index": "percent", "maximum": "maximum"}
_OF_CRITERION: dict[str, FigureName] = {"points": "points", "percent": "percent", "maximum": "maximum"}
_OF_MEAN: dict[str, FigureName] = {"mean": "mean"}

Found = tuple[Diagnostic, ...]


def is_published(root: Node | None) -> bool:
    """Whether a file says that it is one of published results."""
    return isinstance(root, Mapping) and root.get("published") is not None


def published_from(source: Source) -> tuple[Published, Found]:
    """What a file of published results says; what is wrong in it is found and left out."""
    root, found = read_yaml(source)
    if root is None:
        return Published(), found
    mistakes = (*found, *validate(root, published_schema(), source))
    if not isinstance(root, Mapping):
        return Published(), mistakes
    published, wrong = published_of(root)
    return published, (*mistakes, *wrong)


def published_of(root: Mapping) -> tuple[Published, Found]:
    """What stands under `printed`, `means` and `sums` of a file that was read."""
    rows, names, found = printed_rows(root.get("printed"))
    reading = _Reading()
    means, sums = root.get("means"), root.get("sums")
    of_means = [
        PrintedRow("mean", name.text.strip(), "", reading.figures(under, _OF_MEAN))
        for name, under in (means.entries if isinstance(means, Mapping) else ())
        if isinstance(under, Mapping)
    ]
    every = [reading.sum(one) for one in (sums.entries if isinstance(sums, nodes.Sequence) else ())]
    vi, en = titles(root, "published")
    published = Published((*rows, *of_means), tuple(one for one in every if one), names, vi, en)
    return published, (*found, *reading.found)


def printed_rows(node: Node | None) -> tuple[tuple[PrintedRow, ...], dict[str, str], Found]:
    """What was printed of bodies: a row a total, a row a criterion; and the names that are given for the bodies."""
    reading = _Reading()
    rows: list[PrintedRow] = []
    names: dict[str, str] = {}
    for body, under in node.entries if isinstance(node, Mapping) else ():
        if isinstance(under, Mapping):
            rows += reading.body(body.text.strip(), under)
            names[body.text.strip()] = text_of(under, "name")
    return tuple(rows), names, tuple(reading.found)


class _Reading:
    """Reads figures, and keeps what is found wrong with them."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def body(self, name: str, node: Mapping) -> list[PrintedRow]:
        """The row of the total, then one a criterion."""
        rows = [PrintedRow("body", name, "", self.figures(node, _OF_BODY))]
        criteria = node.get("criteria")
        for code, under in criteria.entries if isinstance(criteria, Mapping) else ():
            if isinstance(under, Mapping):
                figures = self.figures(under, _OF_CRITERION)
                rows.append(PrintedRow("body", name, code.text.strip(), figures, *titles(under, "title")))
        return rows

    def figures(self, node: Mapping, own: dict[str, FigureName]) -> dict[FigureName, tuple[Printed, ...]]:
        shared: dict[str, FigureName] = {name: name for name in _STANDING}
        keys = {**own, **shared}
        read = {name: self._several(name, node.get(key), key) for key, name in keys.items()}
        return {name: figures for name, figures in read.items() if figures}

    def sum(self, node: Node) -> PrintedSum | None:
        if not isinstance(node, Mapping):
            return None
        total, parts = self._several("points", node.get("total"), "total"), node.get("parts")
        named = [
            (name.text, one)
            for name, under in (parts.entries if isinstance(parts, Mapping) else ())
            for one in self._several("points", under, name.text)
        ]
        if not total or not named:
            return None
        return _counted(PrintedSum(*titles(node, "title"), total[0], tuple(named)))

    def _several(self, name: FigureName, node: Node | None, called: str) -> tuple[Printed, ...]:
        scalars: Sequence[Node] = node.entries if isinstance(node, nodes.Sequence) else [node] if node else []
        read = [printed_figure(name, one, called) for one in scalars if isinstance(one, Scalar)]
        self.found += [one for one in read if isinstance(one, Diagnostic)]
        return tuple(one for one in read if isinstance(one, Printed))


def _counted(one: PrintedSum) -> PrintedSum:
    """A sum in which every figure is whole counts something: each figure stands for itself."""
    figures = [one.total, *(figure for _, figure in one.parts)]
    if any(figure.places != 0 for figure in figures):
        return one
    total, *parts = [Printed(figure.written, figure.value, None, figure.place) for figure in figures]
    named = tuple((name, figure) for (name, _), figure in zip(one.parts, parts, strict=True))
    return PrintedSum(one.title_vi, one.title_en, total, named)


def titles(node: Mapping, key: str) -> tuple[str, str]:
    """The title under a key in Vietnamese and English; the same text alone is Vietnamese."""
    under = node.get(key)
    if isinstance(under, Mapping):
        return text_of(under, "vi"), text_of(under, "en")
    return text_of(node, key), ""
