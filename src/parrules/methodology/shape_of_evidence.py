"""The keys of figures, tables of records and parameters in a rule file."""

from __future__ import annotations

from dataclasses import replace

from parrules.methodology.keys import JsonSchema, Key, bound, day, defined, keyed, listed, named, one_of, program, text

KINDS = ("points", "count", "number", "ratio", "money", "days", "date", "text", "yes_no", "one_of")
"""The kinds that a figure, a column or a parameter can be declared with."""

_TYPE = Key(
    "type",
    one_of(*KINDS),
    "Loại giá trị: points (điểm), count (số đếm), number (số), ratio (tỷ lệ), money (tiền), days (số ngày), "
    "date (ngày), text (chữ), yes_no (có hoặc không), one_of (một trong danh sách).",
    "The kind of the value.",
    ("count", "ratio"),
    required=True,
)
_TITLE = Key("title", defined("title"), "Tên để người đọc thấy.", "What people read.", ("Quy mô dân số",))
_UNIT = Key("unit", text(), "Đơn vị đo của số hoặc tiền.", "The unit of a number or of money.", ("km2", "triệu đồng"))
_OPTIONS = Key(
    "options",
    listed(text()),
    "Các lựa chọn của one_of, từ thấp đến cao.",
    "The options of a one_of, lowest first.",
    (["chưa đạt", "đạt", "vượt"],),
)
_MIN = Key("min", bound(), "Giá trị nhỏ nhất có thể có.", "The least it can be.", (0, "20%", "2025-01-31"))
_MAX = Key("max", bound(), "Giá trị lớn nhất có thể có.", "The most it can be.", (100, "100%", "2025-12-31"))
_NONE = Key(
    "none",
    text(),
    "Ô để trống nghĩa là gì, khi giá trị được biết là không có; cũng là chữ hiện trong biểu mẫu.",
    "What a blank means where the value is known to be absent; also what a form shows.",
    ("chưa hoàn thành",),
)
_FORMULA = Key(
    "formula",
    program(),
    "Cách tính, khi giá trị không được cung cấp mà tính từ các giá trị khác.",
    "How it is worked out, where it is not handed in.",
    ("done / assigned",),
)
_BASIS = Key(
    "basis", text(), "Căn cứ: tên văn bản và điều khoản.", "The legal basis: text and article.", ("nd307/6.1",)
)


def column() -> JsonSchema:
    """A column of a table."""
    return keyed(_TYPE, _TITLE, _UNIT, _OPTIONS, _MIN, _MAX, _NONE, _FORMULA)


def figure() -> JsonSchema:
    """A figure, one value a body."""
    return keyed(
        _TYPE,
        _TITLE,
        _UNIT,
        _OPTIONS,
        Key(
            "of",
            one_of("evidence", "body", "round"),
            "Của ai: evidence (mỗi kỳ cung cấp một lần, mặc định), body (đặc điểm của đơn vị), "
            "round (chung cho cả kỳ).",
            "Whose it is: evidence (handed in, unless said), body (a trait), round (one for all).",
        ),
        Key(
            "better",
            one_of("higher", "lower"),
            "Chiều tốt: higher (cao hơn là tốt) hoặc lower (thấp hơn là tốt).",
            "Which way is good.",
        ),
        _MIN,
        _MAX,
        Key(
            "expected",
            text(),
            "Khoảng thường gặp; ngoài khoảng này chỉ bị nhắc kiểm tra lại.",
            "Where it usually lies; beyond it people are asked to look again.",
            ("20% .. 100%",),
        ),
        Key(
            "within",
            text(),
            "Số liệu mà giá trị này là một phần: nó không bao giờ lớn hơn số liệu đó.",
            "The figure that this one is a part of, and never exceeds.",
            ("assigned",),
        ),
        _NONE,
        _FORMULA,
        _BASIS,
    )


def table() -> JsonSchema:
    """A table of records, many rows a body."""
    return keyed(
        Key(
            "columns",
            named(defined("column")),
            "Các cột của bảng: tên cột và loại giá trị.",
            "The columns, by name.",
            ({"due_on": {"type": "date"}},),
            required=True,
        ),
        _TITLE,
        Key("id", text(), "Cột dùng để gọi tên từng dòng.", "The column that names a record.", ("task_code",)),
    )


def evidence() -> JsonSchema:
    """A table where there are columns, a figure otherwise."""
    return {
        "type": "object",
        "if": {"required": ["columns"]},
        "then": defined("table"),
        "else": defined("figure"),
    }


def parameter() -> JsonSchema:
    """A figure that the methodology sets."""
    value = Key("value", bound(), "Giá trị.", "What it is worth.", (2340000, "75%"))
    start = Key("from", day(), "Áp dụng từ ngày.", "The first day it holds.", ("2025-07-01",))
    end = Key("to", day(), "Áp dụng đến hết ngày.", "The last day it holds.", ("2025-12-31",))
    dated = keyed(replace(value, required=True), start, end, _BASIS)
    return keyed(
        _TYPE,
        _TITLE,
        _UNIT,
        value,
        start,
        end,
        _BASIS,
        Key(
            "values",
            listed(dated),
            "Các giá trị qua từng giai đoạn, khi giá trị thay đổi theo thời gian.",
            "Its values from date to date, where they change.",
        ),
    )
