"""zen-engine (GoRules): a decision graph with a node for each criterion, for each field and for the total.

Bands are a decision table, everything else an expression node. A node hands on only its own results, so the graph
copies as little as it can. `one_node` is the same rules in a single expression node, as nobody draws them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import zen
from assessment import FIELDS, RULES, Figures, Rule

Results = list[dict[str, Any]]


def engine(bodies: tuple[Figures, ...], *, trace: bool, one_node: bool = False) -> Callable[[], Results]:
    """What evaluates the graph for every body once."""
    graph = _in_one_node() if one_node else _graph()
    decision = zen.ZenEngine().create_decision(json.dumps(graph))
    contexts = [{name: _number(value) for name, value in body.items()} for body in bodies]
    options: Any = {"trace": trace}
    return lambda: [decision.evaluate(context, options) for context in contexts]  # type: ignore[misc]


def scores(results: Results) -> tuple[list[list[Any]], list[Any]]:
    """Of each body the scores of the criteria, and the total."""
    found = [one["result"] for one in results]
    return [[one[rule.key]["score"] for rule in RULES] for one in found], [one["total"]["score"] for one in found]


def _number(value: Any) -> int | float:
    return value if isinstance(value, int) else float(value)


def _graph() -> dict[str, Any]:
    nodes = [_node("in", "inputNode", {})]
    edges = []
    for rule in RULES:
        nodes.append(_rule_node(rule))
        edges += [("in", rule.key), (rule.key, f"f{rule.field}"), (rule.key, "out")]
    for field in range(FIELDS):
        of_field = [rule.key for rule in RULES if rule.field == field]
        nodes.append(_expressions(f"f{field}", {"score": _sum(of_field)}))
        edges += [(f"f{field}", "total"), (f"f{field}", "out")]
    nodes.append(_expressions("total", {"score": _sum([f"f{field}" for field in range(FIELDS)])}))
    nodes.append(_node("out", "outputNode", {}))
    return _document(nodes, [*edges, ("total", "out")])


def _in_one_node() -> dict[str, Any]:
    """Every rule in one node; the bands are nested conditions there."""
    said: dict[str, str] = {}
    for rule in RULES:
        for key, text in _as_expressions(rule).items():
            said[f"{rule.key}.{key}"] = text.replace("$.", f"$.{rule.key}.")
    for field in range(FIELDS):
        said[f"f{field}.score"] = _sum([f"$.{rule.key}" for rule in RULES if rule.field == field])
    said["total.score"] = _sum([f"$.f{field}" for field in range(FIELDS)])
    nodes = [_node("in", "inputNode", {}), _expressions("", said, "all"), _node("out", "outputNode", {})]
    return _document(nodes, [("in", "all"), ("all", "out")])


def _as_expressions(rule: Rule) -> Mapping[str, str]:
    said = rule.pattern.zen
    if isinstance(said, tuple):
        field, ((_, none), *rows) = said
        bands = "".join(f"$.ratio {condition} ? {result} : " for condition, result in rows[:-1])
        said = {"ratio": field, "score": f"$.ratio == null ? {none} : {bands}{rows[-1][1]}"}
    return {key: rule.said(text) for key, text in said.items()}


def _rule_node(rule: Rule) -> dict[str, Any]:
    said = rule.pattern.zen
    if not isinstance(said, tuple):
        return _expressions(
            rule.key, {key: rule.said(text).replace("$.", f"$.{rule.key}.") for key, text in said.items()}
        )
    field, rows = said
    table = {
        "hitPolicy": "first",
        "inputs": [{"id": "ratio", "name": "ratio", "field": rule.said(field)}],
        "outputs": [{"id": "score", "name": "score", "field": f"{rule.key}.score"}],
        "rules": [
            {"_id": str(place), "ratio": condition, "score": rule.said(result)}
            for place, (condition, result) in enumerate(rows)
        ],
        "passThrough": False,
        "inputField": None,
        "outputPath": None,
        "executionMode": "single",
    }
    return _node(rule.key, "decisionTableNode", table)


def _expressions(prefix: str, said: Mapping[str, str], id: str | None = None) -> dict[str, Any]:
    lines = [{"id": key, "key": f"{prefix}.{key}" if prefix else key, "value": text} for key, text in said.items()]
    content = {"expressions": lines, "passThrough": False, "inputField": None, "outputPath": None}
    return _node(id or prefix, "expressionNode", {**content, "executionMode": "single"})


def _sum(keys: list[str]) -> str:
    return f"sum([{', '.join(f'{key}.score' for key in keys)}])"


def _node(id: str, kind: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"id": id, "type": kind, "name": id, "position": {"x": 0, "y": 0}, "content": content}


def _document(nodes: list[dict[str, Any]], edges: list[tuple[str, str]]) -> dict[str, Any]:
    joined = [
        {"id": f"{source} {target}", "type": "edge", "sourceId": source, "targetId": target} for source, target in edges
    ]
    return {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": joined}
