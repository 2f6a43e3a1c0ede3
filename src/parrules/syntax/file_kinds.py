"""Which kind of file a file says to be: rules, evidence, tests or published results."""

from __future__ import annotations

from typing import Any

from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.syntax.shape_mistakes import file_of_other_kind
from parrules.text.diagnostic import Diagnostic

_KINDS = ("methodology", "tests", "published", "evidence")
"""The key that each kind of file gives its name by. Rules have the key `evidence` as well, with keys under it."""

_OF_RESULTS = "parrules_"
"""How the first key of a receipt, a standing and every other result begins."""


def of_other_kind(node: Node, schema: dict[str, Any]) -> Diagnostic | None:
    """That a file plainly is of another kind than the one its schema is for, which then is all there is to say."""
    wanted = next((one for one in _KINDS if one in schema.get("required", ())), None)
    if wanted is None or not isinstance(node, Mapping) or _named_by(node, wanted) is not None:
        return None
    result = next((key for key, _ in node.entries if key.text.startswith(_OF_RESULTS)), None)
    if result is not None:
        return file_of_other_kind(result.span, "result", result.text, wanted)
    for kind in _KINDS:
        name = _named_by(node, kind)
        if name is not None and kind not in schema.get("properties", {}):
            return file_of_other_kind(name.span, kind, name.text, wanted)
        if name is not None and kind == "evidence" and node.get("round") is not None:
            return file_of_other_kind(name.span, kind, name.text, wanted)
    return None


def _named_by(node: Mapping, kind: str) -> Scalar | None:
    name = node.get(kind)
    return name if isinstance(name, Scalar) and name.text else None
