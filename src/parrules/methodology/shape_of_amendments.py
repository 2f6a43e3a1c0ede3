"""The keys of a rule file that extends another edition."""

from __future__ import annotations

from parrules.methodology.keys import JsonSchema, Key, keyed, listed, text
from parrules.methodology.shape_of_criteria import keys_of_criterion

EXTENDS = Key(
    "extends",
    text(),
    "Phiên bản mà tệp này sửa đổi, bổ sung: tên@phiên-bản, hoặc tên một tệp đặt cạnh tệp này.",
    "The edition that this one is, with changes: NAME@EDITION, or a file that lies beside this one.",
    ("vn.par_index.province@2022",),
)
REMOVE = Key(
    "remove",
    listed(text()),
    "Những gì không còn trong phiên bản này: mã tiêu chí, tên số liệu, mức quy định hoặc văn bản.",
    "What this edition no longer has: codes of criteria, names of figures, parameters or legal texts.",
    (["5"],),
)
UNDER = Key(
    "under",
    text(),
    "Mã của tiêu chí mà tiêu chí bổ sung này nằm trong; chỉ dùng cùng với extends.",
    "The code of the criterion that this new one stands below; only together with `extends`.",
    ("9",),
)


def outermost() -> JsonSchema:
    """A criterion that stands in the file's own list."""
    return keyed(*keys_of_criterion(), UNDER)


def wanted_unless_extending(*names: str) -> JsonSchema:
    """These keys must be there, unless the file extends another."""
    return {"if": {"required": [EXTENDS.name]}, "else": {"required": list(names)}}
