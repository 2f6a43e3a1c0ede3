"""The shape of a file of rule tests: every key, what it holds and what it means, as a JSON Schema (draft 7)."""

from __future__ import annotations

from typing import Any

from parrules.evidence.shape import evidence_schema
from parrules.methodology.keys import JsonSchema, Key, defined, keyed, listed, named, one_of, text

_GIVEN = Key(
    "given",
    named(defined("value")),
    "Số liệu, đặc điểm và bảng kê của đơn vị; ở đầu tệp thì chung cho mọi phép thử.",
    "Figures, traits and tables of the body; at the top of the file, what every test starts from.",
    ({"population": 16000, "tasks": [{"due_on": "2025-06-30"}]},),
)
_MARKS = Key("marks", named(defined("mark")), "Điểm do người có thẩm quyền chấm.", "Judged marks.", ({"5": 2},))
_SCORES = Key(
    "scores",
    named({"type": ["string", "number"]}),
    "Điểm được ấn định cho tiêu chí, để thử xếp loại.",
    "Scores that are set outright, to test classes.",
    ({"1": 25, "2": "12,5"},),
)
_LAST = Key(
    "last",
    named({"type": ["string", "number", "boolean"]}),
    "Số liệu của kỳ trước, cho `last()`.",
    "Figures of the last round, for `last()`.",
    ({"total": "81,5"},),
)


def schema_of_tests() -> JsonSchema:
    """The JSON Schema of a file of rule tests; it stands in schemas/tests.schema.json."""
    evidence = evidence_schema()
    head: dict[str, Any] = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Các phép thử của một bộ tiêu chí / Tests of a methodology",
    }
    definitions = {**evidence["definitions"], "mark": _mark(evidence), "expected": _expected()}
    return head | keyed(*_keys(evidence["properties"])) | {"definitions": definitions}


def _mark(evidence: JsonSchema) -> JsonSchema:
    mark: JsonSchema = evidence["properties"]["marks"]["additionalProperties"]["additionalProperties"]
    return mark


def _keys(of_evidence: JsonSchema) -> tuple[Key, ...]:
    return (
        Key("parrules", one_of(1), "Phiên bản định dạng, luôn là 1.", "Version of the format.", (1,), required=True),
        Key(
            "tests", text(), "Tên bộ tiêu chí được thử.", "The methodology that is tested.", ("vn.nd307.commune",), True
        ),
        Key("edition", text(), "Phiên bản của nó.", "Its edition.", ("2025",)),
        Key("round", of_evidence["round"], "Kỳ đánh giá của mọi phép thử.", "The round of every test.", required=True),
        Key("stage", text(), "Giai đoạn; `self` nếu không ghi.", "The stage; `self` unless said.", ("appraised",)),
        _GIVEN,
        _MARKS,
        Key("cases", listed(_case()), "Các phép thử.", "The tests.", required=True),
        Key(
            "cannot_happen",
            listed(_excuse()),
            "Những dòng mà phép thử không thể hoặc không cần cho thấy hết, kèm lý do.",
            "Lines of which no test can show everything, or need not, with the reason.",
        ),
    )


def _case() -> JsonSchema:
    return keyed(
        Key("test", text(), "Phép thử cho thấy điều gì.", "What it shows.", ("đúng ngưỡng dân số",), required=True),
        _GIVEN,
        _MARKS,
        _SCORES,
        _LAST,
        Key(
            "bodies",
            named(_body()),
            "Nhiều đơn vị trong cùng một kỳ.",
            "Several bodies in one round.",
            ({"a": {"given": {"population": 16000}, "expect": {"1": 10}}},),
        ),
        _expect_key(),
        Key(
            "findings",
            listed(text()),
            "Mã những phát hiện phải có trong số liệu.",
            "The codes of what must be found in the evidence.",
            (["EV103"],),
        ),
    )


def _body() -> JsonSchema:
    return keyed(
        Key("name", text(), "Tên đơn vị.", "The name of the body.", ("Xã Ba Bể",)),
        Key("group", text(), "Nhóm để so sánh, xếp hạng.", "The group it is compared in.", ("xã",)),
        Key("region", text(), "Vùng.", "The region.", ("Trung du và miền núi phía Bắc",)),
        _GIVEN,
        _MARKS,
        _SCORES,
        _LAST,
        _expect_key(),
    )


def _expect_key() -> Key:
    return Key(
        "expect",
        named(defined("expected")),
        "Kết quả phải có: theo mã tiêu chí, hoặc total, index, class.",
        "What must come out: by criterion code, or total, index, class.",
        ({"1": 10, "2": {"score": "2,5", "entries": ["award 3", "deduct 0.5"]}, "total": "12,5"},),
    )


def _expected() -> JsonSchema:
    keys = keyed(
        Key("score", {"type": ["number", "string"]}, "Điểm; `a .. b` khi còn để ngỏ.", "The score; `a .. b` if open."),
        Key("entries", {"type": "array", "items": text()}, "Các dòng của phiếu, theo thứ tự.", "Its entries, in turn."),
        Key("lost", {"type": ["number", "string"]}, "Điểm mất.", "The points lost.", ("0,5",)),
        Key("class", text(), "Xếp loại của tiêu chí.", "The class of the criterion.", ("Tốt",)),
    )
    return {**keys, "type": ["number", "string", "object"]}


def _excuse() -> JsonSchema:
    return keyed(
        Key("line", text(), "Dòng đó, đúng như trong tệp.", "The line, as it stands.", ("cap at maximum",), True),
        Key(
            "words",
            text(),
            "Phần của dòng được nói tới; không ghi thì cả dòng.",
            "What of the line is meant; all of it unless said.",
            ("maximum",),
        ),
        Key(
            "criterion",
            text(),
            "Mã tiêu chí có dòng đó; không ghi thì mọi nơi có dòng đó.",
            "The code of the criterion where the line stands; wherever it stands unless said.",
            ("1.2",),
        ),
        Key("reason", text(), "Vì sao.", "Why.", ("điểm cộng không bao giờ vượt mức tối đa",), True),
    )
