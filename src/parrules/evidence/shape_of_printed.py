"""The shape of published results: in an evidence file under `printed`, and in a file of their own."""

from __future__ import annotations

from typing import Any

from parrules.methodology.keys import JsonSchema, Key, keyed, listed, named, one_of, text

_FIGURE: JsonSchema = {"type": ["number", "string", "null"]}
_FIGURES: JsonSchema = {"type": ["number", "string", "null", "array"], "items": _FIGURE, "minItems": 1}


def published_schema() -> JsonSchema:
    """The JSON Schema of a file of published results; it stands in schemas/published.schema.json."""
    head: dict[str, Any] = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Kết quả đã công bố, để đối chiếu / Published results, to be reconciled",
    }
    return head | keyed(
        Key("parrules", one_of(1), "Phiên bản định dạng, luôn là 1.", "Version of the format.", (1,), required=True),
        Key(
            "published",
            _title(),
            "Tên bảng kết quả đã công bố.",
            "What was published.",
            ("Chỉ số cải cách hành chính năm 2023",),
            required=True,
        ),
        Key(
            "printed",
            printed_schema(),
            "Kết quả công bố của từng đơn vị, theo mã hoặc tên.",
            "Published results of bodies, by id or name.",
            ({"lao-cai": {"total": "90,60", "rank": 7}},),
        ),
        Key(
            "means",
            named(_mean()),
            "Điểm trung bình công bố, theo tên nhóm hoặc vùng; all là mọi đơn vị.",
            "Published means, by the name of a group or region; `all` for every body.",
            ({"all": {"mean": "86,98", "before": "84,79", "change": "+2,19"}},),
        ),
        Key(
            "sums",
            listed(_sum()),
            "Các số công bố mà phần cộng lại phải bằng tổng.",
            "Published figures whose parts should add up to their total.",
            ([{"title": "63 tỉnh", "total": 63, "parts": {"tăng": 53, "giảm": 9}}],),
        ),
    )


def printed_schema() -> JsonSchema:
    """Published results by body."""
    return named(_body())


def _body() -> JsonSchema:
    return keyed(
        Key("name", text(), "Tên đơn vị.", "The name of the body.", ("Lào Cai",)),
        Key("total", _FIGURES, "Tổng điểm.", "The total.", ("89,95",)),
        Key("maximum", _FIGURE, "Tổng điểm tối đa.", "The maximum of the total.", (100,)),
        Key("index", _FIGURES, "Chỉ số, theo phần trăm.", "The index, in percent.", ("81,40%",)),
        *_standing(),
        Key(
            "criteria",
            named(_criterion()),
            "Kết quả công bố của từng tiêu chí, theo mã.",
            "Published results of criteria, by code.",
            ({"1": {"points": "9,39", "maximum": "9,5", "percent": "98,84%", "rank": 26}},),
        ),
    )


def _criterion() -> JsonSchema:
    return keyed(
        Key("title", _title(), "Tên tiêu chí.", "The title of the criterion.", ("Cải cách thể chế",)),
        Key("points", _FIGURES, "Điểm.", "Points.", ("9,39",)),
        Key("maximum", _FIGURE, "Điểm tối đa.", "The maximum.", ("9,5",)),
        Key("percent", _FIGURES, "Tỷ lệ phần trăm của điểm tối đa.", "The percentage of the maximum.", ("98,84%",)),
        *_standing(),
    )


def _standing() -> tuple[Key, ...]:
    return (
        Key("rank", _FIGURE, "Thứ hạng.", "The place.", (7,)),
        Key("of", _FIGURE, "Số đơn vị được xếp hạng.", "Of how many bodies.", (63,)),
        *_change(),
        Key("rank_before", _FIGURE, "Thứ hạng kỳ trước.", "The place in the round before.", (11,)),
        Key("rank_change", _FIGURE, "Số bậc tăng, giảm.", "Places gained, or lost below 0.", ("+4", "-10")),
    )


def _change() -> tuple[Key, Key]:
    return (
        Key("before", _FIGURE, "Điểm kỳ trước.", "The points of the round before.", ("86,93",)),
        Key("change", _FIGURE, "Điểm tăng, giảm so với kỳ trước.", "The change of points.", ("+3,67",)),
    )


def _mean() -> JsonSchema:
    return keyed(
        Key("mean", _FIGURE, "Điểm trung bình.", "The mean.", ("86,98",)),
        Key("of", _FIGURE, "Trung bình của bao nhiêu đơn vị.", "Of how many bodies.", (63,)),
        *_change(),
    )


def _sum() -> JsonSchema:
    return keyed(
        Key("title", _title(), "Tên.", "What it is.", ("63 tỉnh, thành phố",), required=True),
        Key("total", _FIGURE, "Tổng.", "The total.", (63,), required=True),
        Key("parts", named(_FIGURE), "Các phần, theo tên.", "The parts, by name.", ({"A": 13},), required=True),
    )


def _title() -> JsonSchema:
    language = {"type": "string", "minLength": 1}
    keys = keyed(
        Key("vi", language, "Bằng tiếng Việt.", "In Vietnamese.", required=True),
        Key("en", language, "Bằng tiếng Anh.", "In English."),
    )
    return {**keys, "type": ["string", "object"], "minLength": 1}
