"""The shape of an evidence file: every key, what it holds and what it means, as a JSON Schema (draft 7)."""

from __future__ import annotations

from typing import Any

from parrules.evidence.records import CAUSES
from parrules.evidence.shape_of_calendars import CALENDAR, calendars_key
from parrules.evidence.shape_of_last_round import LAST
from parrules.evidence.shape_of_printed import printed_schema
from parrules.evidence.shape_of_sources import FILE, database_keys, source_keys
from parrules.methodology.keys import JsonSchema, Key, day, defined, keyed, named, one_of, text, yes_no

_SCALAR = ["string", "number", "boolean", "null"]

_DOCUMENT = Key("document", text(), "Số, ký hiệu văn bản chứng minh.", "The document that shows it.", ("12/BC-UBND",))
_PAGE = Key("page", {"type": ["string", "number"]}, "Trang của văn bản.", "The page of the document.", (3,))
_JUSTIFICATION = Key(
    "justification",
    text(),
    "Giải trình khi không có văn bản chứng minh.",
    "Why there is no document (giải trình).",
    ("Số liệu trích từ phần mềm quản lý văn bản",),
)


def evidence_schema() -> JsonSchema:
    """The JSON Schema of an evidence file; it stands in schemas/evidence.schema.json."""
    head: dict[str, Any] = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Số liệu, tài liệu kiểm chứng của một kỳ đánh giá / Evidence of a round",
    }
    definitions = {"figure": _figure(), "value": _value(), "body": _body()}
    return head | keyed(*_head_keys(), *_keys_of_bodies(), *_keys_of_decisions()) | {"definitions": definitions}


def _head_keys() -> tuple[Key, ...]:
    """For what, and when."""
    return (
        Key("parrules", one_of(1), "Phiên bản định dạng, luôn là 1.", "Version of the format.", (1,), required=True),
        Key(
            "evidence",
            text(),
            "Tên bộ tiêu chí mà số liệu này phục vụ.",
            "The methodology this is evidence for.",
            ("vn.nd307.commune",),
            required=True,
        ),
        Key(
            "edition",
            text(),
            "Phiên bản bộ tiêu chí; bỏ trống thì lấy phiên bản có hiệu lực vào ngày cuối kỳ.",
            "Its edition; unless said, the one valid at the end of the round.",
            ("2025",),
        ),
        Key("round", _round(), "Kỳ đánh giá.", "The round of assessment.", required=True),
        Key(
            "stage",
            text(),
            "Giai đoạn: self là tự chấm (mặc định).",
            "The stage; `self` unless said.",
            ("self", "appraised"),
        ),
        Key(
            "over",
            text(),
            "Tệp số liệu của giai đoạn trước, đặt cạnh tệp này; những gì tệp này không ghi thì giữ như ở đó.",
            "The evidence of the stage before, a file beside this one; what is not said here stays as it is there.",
            ("evidence-self.yaml",),
        ),
    )


def _keys_of_bodies() -> tuple[Key, ...]:
    """Who is assessed, and what is handed in about them."""
    return (
        Key(
            "bodies",
            _bodies(),
            "Các đơn vị được đánh giá: tên tệp bảng (cột id, name, group, region và các đặc điểm), tệp và cách đọc "
            "nó, hoặc danh sách theo mã đơn vị.",
            "The bodies assessed: a table file (id, name, group, region, traits), a file and how it is read, or a "
            "mapping by id.",
            ("bodies.csv", {"xa-ba-be": {"name": "Xã Ba Bể", "mountain": "có"}}),
        ),
        Key(
            "shared",
            named(defined("figure")),
            "Số liệu chung cho cả kỳ.",
            "Figures that are one for the whole round.",
            ({"closing_on": "2025-12-14"},),
        ),
        Key(
            "values",
            _values(),
            "Số liệu của từng đơn vị; `file` là tệp bảng mỗi dòng một đơn vị, mỗi cột một số liệu.",
            "The figures of each body; `file` is a table file with a row for each.",
            ({"xa-ba-be": {"population": {"value": 20500, "document": "12/BC-UBND", "page": 3}}},),
        ),
        Key(
            "tables",
            named(_joint_table()),
            "Bảng kê của mọi đơn vị trong cùng một tệp.",
            "Tables of records of all bodies in one file.",
            ({"tasks": {"file": "tasks.csv", "body": "body"}},),
        ),
    )


def _keys_of_decisions() -> tuple[Key, ...]:
    """What people judged, decided and published."""
    return (
        Key(
            "marks",
            named(named(_mark())),
            "Điểm do người có thẩm quyền chấm, theo đơn vị và mã tiêu chí.",
            "Judged marks, by body and criterion code.",
            ({"xa-ba-be": {"1.2": {"mark": "1.5", "by": "Nguyễn Văn A", "reason": "hoàn thành trước hạn"}}},),
        ),
        Key(
            "decided",
            named(named(_decision())),
            "Quyết định của người thẩm định, theo đơn vị và mã tiêu chí.",
            "What a stage decides outright, by body and criterion code.",
            ({"xa-ba-be": {"1.2": {"points": "1.5", "reason": "văn bản ban hành chậm", "cause": "late_document"}}},),
        ),
        LAST,
        Key(
            "printed",
            printed_schema(),
            "Kết quả đã công bố, để đối chiếu.",
            "Published results, to be set beside ours.",
            ({"xa-ba-be": {"total": "89,95", "rank": 1}},),
        ),
    )


def _round() -> JsonSchema:
    return keyed(
        Key("year", {"type": "integer"}, "Năm đánh giá.", "The year assessed.", (2025,), required=True),
        Key("from", day(), "Ngày đầu kỳ.", "The first day of the round.", ("2025-01-01",), required=True),
        Key("to", day(), "Ngày cuối kỳ.", "The last day of the round.", ("2025-12-31",), required=True),
        calendars_key(),
        CALENDAR,
    )


def _figure() -> JsonSchema:
    """A figure: alone, or with what proves it."""
    keys = keyed(
        Key("value", {"type": _SCALAR}, "Giá trị.", "What it is.", (20500, "82,5%", "2025-12-31", "có")),
        Key("none", yes_no(), "yes: biết chắc là không có.", "yes: known to be absent."),
        _DOCUMENT,
        _PAGE,
        _JUSTIFICATION,
    )
    return {**keys, "type": [*_SCALAR, "object"]}


def _value() -> JsonSchema:
    """What a body hands in: a figure, or a table of records from a file or as a list."""
    figure = _figure()
    return {
        **figure,
        "type": [*_SCALAR, "object", "array"],
        "properties": {**figure["properties"], **_source(), **{key.name: key.schema() for key in database_keys()}},
        "items": named({"type": _SCALAR}),
    }


def _body() -> JsonSchema:
    keys = keyed(
        Key("name", text(), "Tên đơn vị.", "The name of the body.", ("Xã Ba Bể",)),
        Key("group", text(), "Nhóm để so sánh, xếp hạng.", "The group it is compared in.", ("xã",)),
        Key("region", text(), "Vùng.", "The region.", ("Trung du và miền núi phía Bắc",)),
    )
    return {**keys, "type": ["string", "object", "null"], "additionalProperties": defined("figure")}


def _source() -> JsonSchema:
    """`file`, and how it is read."""
    return {key.name: key.schema() for key in (FILE, *source_keys())}


def _source_or(of_body: JsonSchema, shape: JsonSchema) -> JsonSchema:
    """A mapping by body, or a source: a body may be called `file`, then a mapping stands under it.

    of_body: what stands under a body, and shape: the same where it is defined elsewhere.
    """
    file = shape | FILE.schema() | {"type": ["string", "object"]}
    return {**named(of_body), "properties": {**_source(), "file": file}}


def _bodies() -> JsonSchema:
    return {**_source_or(defined("body"), _body()), "type": ["string", "object"], "minLength": 1}


def _values() -> JsonSchema:
    of_body = named(defined("value"))
    return _source_or(of_body, of_body)


def _joint_table() -> JsonSchema:
    return keyed(
        FILE,
        *source_keys(),
        *database_keys(),
        Key("body", text(), "Cột ghi mã đơn vị; mặc định là body.", "The column that names the body.", ("body",)),
        Key(
            "complete",
            yes_no(),
            "yes: tệp đã kê đủ mọi đơn vị, đơn vị không có dòng nào thì có 0 bản ghi.",
            "yes: the file covers every body, so one without a row has no records.",
        ),
        _DOCUMENT,
        _PAGE,
        _JUSTIFICATION,
    )


def _decision() -> JsonSchema:
    points = {"type": ["number", "string"]}
    return keyed(
        Key("points", points, "Điểm được quyết định.", "The points it gets.", ("1.5",)),
        Key("maximum", points, "Điểm tối đa được áp dụng, thấp hơn quy định.", "A lower maximum.", ("1.5",)),
        Key("by", text(), "Người quyết định.", "Who decided.", ("Sở Nội vụ",)),
        Key("reason", text(), "Lý do.", "Why.", ("văn bản ban hành chậm",)),
        Key(
            "cause",
            one_of(*CAUSES),
            "Loại chênh lệch: missing_document (thiếu văn bản), late_document (văn bản chậm), rule_misread (hiểu sai "
            "quy định), arithmetic (tính sai), judgement (đánh giá khác).",
            "The kind of difference: a document missing or late, a rule misread, arithmetic, or judgement.",
            ("missing_document",),
        ),
        _DOCUMENT,
        _PAGE,
        _JUSTIFICATION,
    )


def _mark() -> JsonSchema:
    keys = keyed(
        Key("mark", {"type": ["number", "string", "null"]}, "Điểm.", "The mark.", ("1.5",), required=True),
        Key("by", text(), "Người chấm.", "Who gave it.", ("Nguyễn Văn A",)),
        Key("reason", text(), "Lý do.", "Why.", ("hoàn thành trước hạn",)),
        _DOCUMENT,
        _PAGE,
        _JUSTIFICATION,
    )
    return {**keys, "type": ["number", "string", "null", "object"]}
