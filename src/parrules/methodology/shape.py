"""The keys of a rule file, each with its meaning; the JSON Schema for editors and for reading is made of it."""

from __future__ import annotations

from dataclasses import replace

from parrules.methodology import shape_of_amendments as amendments
from parrules.methodology import shape_of_criteria as criteria
from parrules.methodology import shape_of_evidence as evidence
from parrules.methodology import shape_of_standings as standings
from parrules.methodology.keys import (
    JsonSchema,
    Key,
    day,
    defined,
    keyed,
    listed,
    named,
    number,
    one_of,
    places,
    program,
    text,
    text_or,
)


def rule_file_schema() -> JsonSchema:
    """The JSON Schema (draft 7) of a rule file."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "parrules methodology",
        "description": "Tệp quy tắc chấm điểm.\n\nA rule file: one edition of a methodology.",
        **keyed(*_head(), *_frame(), *_content()),
        **amendments.wanted_unless_extending("title", "criteria"),
        "definitions": {
            "title": title(),
            "figure": evidence.figure(),
            "column": evidence.column(),
            "table": evidence.table(),
            "criterion": criteria.criterion(),
            "outermost": amendments.outermost(),
            "quota": standings.quota(),
        },
    }


def title() -> JsonSchema:
    """A Vietnamese text, or a text in each language."""
    return text_or(
        keyed(
            Key("vi", text(), "Tiếng Việt.", "In Vietnamese.", required=True),
            Key("en", text(), "Tiếng Anh.", "In English."),
        )
    )


def basis() -> JsonSchema:
    """A legal text."""
    return keyed(
        Key("title", defined("title"), "Tên văn bản.", "The text.", ("Nghị định 307/2025/NĐ-CP",), required=True),
        Key("article", text(), "Điều khoản chung cho cả bộ tiêu chí.", "The article it all rests on.", ("Điều 6",)),
        Key("valid", validity(), "Thời gian văn bản có hiệu lực.", "When the text is in force."),
    )


def stage() -> JsonSchema:
    """One stage of a round."""
    return keyed(
        Key("name", text(), "Tên ngắn của bước chấm.", "The name of the stage.", ("appraised",), required=True),
        Key(
            "by",
            text(),
            "Ai quyết định ở bước này; body là chính đơn vị được chấm.",
            "Who decides then; `body` is the one that is assessed.",
            ("body", "Sở Nội vụ"),
            required=True,
        ),
        Key("title", defined("title"), "Tên để người đọc thấy.", "What people read.", ("Thẩm định",)),
    )


def validity() -> JsonSchema:
    """Days from which and to which something holds."""
    return keyed(
        Key("from", day(), "Từ ngày.", "The first day.", ("2025-11-27",), required=True),
        Key("to", day(), "Đến hết ngày; để trống nếu chưa hết hiệu lực.", "The last day; left out while it lasts."),
    )


def _head() -> tuple[Key, ...]:
    return (
        Key("parrules", one_of(1), "Phiên bản định dạng tệp.", "The format of the file.", (1,), required=True),
        Key(
            "methodology",
            text(),
            "Tên gọi của bộ tiêu chí trong máy.",
            "The name of the methodology.",
            ("vn.nd307.commune",),
            required=True,
        ),
        Key("edition", text(), "Bản (năm), trong dấu nháy.", "The edition, in quotes.", ("2025",), required=True),
        amendments.EXTENDS,
        replace(criteria.TITLE, required=False),
        replace(criteria.FIDELITY, required=True),
        Key("valid", validity(), "Thời gian áp dụng.", "When this edition holds.", required=True),
        criteria.NOTE,
        Key(
            "language",
            one_of("en", "vi"),
            "Cách viết các câu chấm điểm: `award ... when` (en, mặc định) hoặc `chấm ... khi` (vi).",
            "How programs are spelled: `award ... when` (en, unless said) or `chấm ... khi` (vi).",
        ),
    )


def _frame() -> tuple[Key, ...]:
    return (
        Key(
            "basis",
            named(basis()),
            "Các văn bản làm căn cứ, mỗi văn bản một tên ngắn.",
            "The legal texts, each under a short name.",
            ({"nd307": {"title": "Nghị định 307/2025/NĐ-CP", "article": "Điều 6"}},),
        ),
        Key(
            "levels",
            listed(text()),
            "Tên các cấp, từ ngoài vào trong.",
            "The names of the levels, outermost first.",
            (["lĩnh vực", "tiêu chí", "tiêu chí thành phần"],),
        ),
        Key(
            "rounding",
            _rounding(),
            "Làm tròn ở cấp nào, đến mấy chữ số thập phân; total là tổng điểm; none là không làm tròn.",
            "At which level scores are rounded, to how many decimals; total is the total; none never.",
            ({"tiêu chí": 2, "total": 2}, "none"),
        ),
        Key(
            "peers",
            text(),
            "Các đơn vị được so với nhau có chung điều gì: group (mặc định), region hoặc một đặc điểm của đơn vị.",
            "What bodies that are measured against each other have in common: group unless said, region, or a trait.",
            ("group", "region"),
        ),
        Key(
            "stages",
            listed(stage()),
            "Các bước chấm của một kỳ, theo thứ tự: tự chấm, thẩm định, khảo sát.",
            "The stages of a round, in their order.",
            ([{"name": "self", "by": "body"}, {"name": "appraised", "by": "Sở Nội vụ"}],),
        ),
        Key("total", _total(), "Giới hạn của tổng điểm và thang điểm.", "What holds the total.", ({"scale": 100},)),
    )


def _content() -> tuple[Key, ...]:
    return (
        Key(
            "evidence",
            named(evidence.evidence()),
            "Số liệu và bảng mà đơn vị phải cung cấp.",
            "The figures and tables that are handed in.",
            ({"population": {"type": "count", "title": "Quy mô dân số"}},),
        ),
        Key(
            "parameters",
            named(evidence.parameter()),
            "Các mức do văn bản quy định, có căn cứ và thời gian áp dụng.",
            "Figures that the methodology sets, with their basis and dates.",
            ({"base_salary": {"type": "money", "unit": "đồng", "value": 2340000}},),
        ),
        Key(
            "criteria",
            listed(defined("outermost")),
            "Các tiêu chí, mỗi tiêu chí có thể chứa tiêu chí con; cùng với extends thì chỉ ghi tiêu chí thay đổi.",
            "The criteria; each may hold others. With `extends`, only those that change.",
        ),
        amendments.REMOVE,
        criteria.CLASSES,
        criteria.CLASS,
        standings.QUOTA,
        standings.RANKING,
        Key(
            "applies",
            program(),
            "Điều kiện để đơn vị được chấm theo bộ tiêu chí này.",
            "The bodies that are scored.",
            ("not special_zone",),
        ),
    )


def _rounding() -> JsonSchema:
    """Places by level, or the word `none`."""
    return {
        "type": ["object", "string"],
        "properties": {"total": places()},
        "additionalProperties": places(),
        "if": {"type": "string"},
        "then": one_of("none"),
    }


def _total() -> JsonSchema:
    return keyed(
        Key("min", number(), "Tổng điểm không thấp hơn; mặc định 0.", "Its least; 0 unless said.", (0,)),
        Key("max", number(), "Tổng điểm không cao hơn; mặc định không giới hạn.", "Its most; no limit unless said."),
        Key(
            "scale",
            number(),
            "Thang điểm: tổng điểm tối đa của các tiêu chí trong thang.",
            "The scale: what the maxima of the criteria inside it add up to.",
            (100,),
        ),
    )
