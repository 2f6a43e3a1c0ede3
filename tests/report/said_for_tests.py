"""Codes with words of their own, so that tests of how words are shown do not change with the words."""

from __future__ import annotations

from typing import Any

import pytest

from parrules.text import wording

_WORDS: dict[str, dict[str, dict[str, Any]]] = {
    "vi": {
        "PR001": {
            "says": "không có số liệu nào tên `{name}`",
            "hints": ["ý bạn là `{suggestion}`?", "khai báo `{name}` dưới khóa `evidence` rồi mới dùng trong quy tắc"],
            "explains": "Một tên phải được khai báo trước khi dùng.\nHãy khai báo nó, hoặc sửa cho đúng tên đã có.",
            "example": "sai:  award 10 when popluation > 5\nđúng: award 10 when population > 5",
        },
        "PR002": {"says": "số này viết thành {value} đọc ra hai cách, ngày {when}, các tên {names}"},
    },
    "en": {
        "PR001": {
            "says": "there is no figure named `{name}`",
            "hints": ["did you mean `{suggestion}`?", "declare `{name}` under `evidence` before rules may use it"],
            "explains": "A name is declared before it is used.\nDeclare it, or write the name that there is.",
            "example": "wrong: award 10 when popluation > 5\nright: award 10 when population > 5",
        },
        "PR002": {"says": "this number, written {value}, reads in two ways, day {when}, names {names}"},
    },
}


def use_test_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """PR001 and PR002 are the only codes of YAML files, and no other subject has any."""

    def words(subject: str, language: str) -> dict[str, Any]:
        return _WORDS[language] if subject == "yaml" else {}

    monkeypatch.setattr(wording, "messages", words)
