"""A tree of the old edition as the new one would write it: with the names and codes that parts have there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar, cast

from parrules.syntax import tree
from parrules.syntax.quoted import QUOTED

_Tree = TypeVar("_Tree", bound=tree.Node)


@dataclass(frozen=True, slots=True)
class Renaming:
    """names: of figures, tables and parameters, codes: of criteria, each old one with the new."""

    names: Mapping[str, str]
    codes: Mapping[str, str]

    def of(self, node: _Tree) -> _Tree:
        if not any(old != new for names in (self.names, self.codes) for old, new in names.items()):
            return node
        return cast(_Tree, self._of(node))

    def _of(self, part: object) -> object:
        match part:
            case tuple():
                return tuple(map(self._of, part))
            case tree.Name():
                return replace(part, name=self.names.get(part.name, part.name))
            case tree.ScoreOf():
                return replace(part, code=self.codes.get(part.code, part.code))
            case tree.Text():
                return replace(part, value=QUOTED.sub(lambda quoted: self._quoted(quoted[1]), part.value))
            case tree.Node():
                inside = [one.name for one in fields(part) if one.name not in ("id", "span")]
                changes: dict[str, Any] = {name: self._of(getattr(part, name)) for name in inside}
                return replace(part, **changes)
        return part

    def _quoted(self, name: str) -> str:
        return f"{{{self.names.get(name.strip(), name)}}}"
