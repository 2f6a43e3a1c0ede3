# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from checks.programs_for_tests import rules
from parrules.api.load import read
from parrules.checks.nodes import nodes_of
from parrules.syntax import tree
from parrules.text.source import Source


def test_every_node_is_found_by_its_id() -> None:
    program = "share = (done / assigned when assigned > 0 otherwise 0%)\naward min(5, 3) when share > 80% otherwise 0"
    trees = read(Source("rules.yaml", rules(program)), "rules.yaml").trees
    assert trees is not None
    nodes = nodes_of(trees)
    names = [nodes[node].name for node in sorted(nodes) if isinstance(nodes[node], tree.Name)]  # type: ignore[union-attr]
    assert ["done", "assigned", "assigned", "share", "maximum"] == names
    assert all(node == one.id for node, one in nodes.items())
