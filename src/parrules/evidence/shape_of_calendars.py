"""The keys of calendars: in an evidence file under `round`, or in a file of their own."""

from __future__ import annotations

from typing import Any

from parrules.evidence.calendars import WEEK
from parrules.methodology.keys import JsonSchema, Key, day, keyed, listed, named, one_of, text

MOST_FREE = 6

CALENDAR = Key(
    "calendar",
    text(),
    "Tên lịch làm việc dùng cho kỳ này, khi có nhiều lịch.",
    "The calendar that the round goes by, where there are several.",
    ("vn",),
)


def calendars_key() -> Key:
    """What stands under `calendars` in a round: the calendars, or the file that holds them."""
    return Key(
        "calendars",
        {**named(_calendar()), "type": ["string", "object"], "minLength": 1},
        "Lịch làm việc để đếm ngày làm việc, mỗi lịch một tên; hoặc tên tệp chứa lịch, đặt cạnh tệp này.",
        "The calendars that working days are counted by, each by its name; or a file beside this one that holds them.",
        ("lich-2025.yaml", {"vn": {"holidays": ["2025-01-01"], "working": ["2025-04-26"]}}),
    )


def calendars_schema() -> JsonSchema:
    """The JSON Schema of a file of calendars."""
    head: dict[str, Any] = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Lịch làm việc / Calendars",
    }
    version = Key(
        "parrules", one_of(1), "Phiên bản định dạng, luôn là 1.", "Version of the format.", (1,), required=True
    )
    calendars = Key("calendars", named(_calendar()), "Các lịch làm việc.", "The calendars.", required=True)
    return head | keyed(version, calendars)


def _calendar() -> JsonSchema:
    return keyed(
        Key(
            "weekend",
            {**listed(one_of(*WEEK)), "maxItems": MOST_FREE},
            "Những ngày nghỉ hằng tuần: mon, tue, wed, thu, fri, sat, sun; mặc định là sat, sun.",
            "The days of the week that are free; sat and sun unless said.",
            (["sat", "sun"],),
        ),
        Key(
            "holidays",
            _days(),
            "Các ngày nghỉ lễ, tết; nghỉ nhiều ngày liền thì ghi {from, to}.",
            "Holidays; several days in a row as {from, to}.",
            (["2025-01-01", {"from": "2025-01-25", "to": "2025-02-02"}],),
        ),
        Key(
            "working",
            _days(),
            "Những ngày nghỉ hằng tuần phải đi làm bù.",
            "Days that are worked though the week says that they are free.",
            (["2025-04-26"],),
        ),
        Key(
            "from",
            day(),
            "Ngày đầu của lịch; bỏ trống thì lấy đầu năm của ngày sớm nhất được ghi.",
            "The first day that it covers; unless said, the first of the year of the earliest day in it.",
            ("2025-01-01",),
        ),
        Key(
            "to",
            day(),
            "Ngày cuối của lịch; bỏ trống thì lấy cuối năm của ngày muộn nhất được ghi.",
            "The last day that it covers; unless said, the last of the year of the latest day in it.",
            ("2025-12-31",),
        ),
        Key("basis", text(), "Văn bản quy định.", "The text that sets it.", ("Công văn 6150/TB-BLĐTBXH",)),
    )


def _days() -> JsonSchema:
    """Days, alone or from one to another."""
    several = keyed(
        Key("from", day(), "Từ ngày.", "The first day.", ("2025-01-25",), required=True),
        Key("to", day(), "Đến hết ngày.", "The last day.", ("2025-02-02",), required=True),
    )
    return listed({**several, "type": ["string", "object"], "format": "date"})
