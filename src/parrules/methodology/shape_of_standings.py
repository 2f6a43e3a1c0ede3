"""The keys of a rule file that set bodies beside each other: quotas of classes, and the ranking."""

from __future__ import annotations

from parrules.methodology.keys import (
    JsonSchema,
    Key,
    bound,
    defined,
    keyed,
    listed,
    one_of,
    program,
    text,
    text_or,
    yes_no,
)


def quota() -> JsonSchema:
    """How many may keep a class."""
    return keyed(
        Key("for", text(), "Mức xếp loại bị giới hạn.", "The class that is limited.", ("Xuất sắc",), required=True),
        Key(
            "at_most",
            bound(),
            "Nhiều nhất bao nhiêu đơn vị; công thức nói rõ tính trên đơn vị nào và làm tròn thế nào.",
            "How many at most; the formula says of which bodies, and how it rounds.",
            ('round_down(20% * count(peers where class >= "Tốt"))',),
            required=True,
        ),
        _by("Ai được giữ mức ấy trước", "Who keeps the class first"),
        Key(
            "ties",
            one_of("undecided", "all", "none"),
            "Khi nhiều đơn vị bằng điểm ở suất cuối: undecided (cấp có thẩm quyền quyết định), all (đều được giữ), "
            "none (đều không được giữ).",
            "Bodies that are equal where the last place is given: the authority decides, all keep it, or none does.",
            required=True,
        ),
    )


def quotas() -> JsonSchema:
    """One quota, or a list of them."""
    return {**quota(), "type": ["object", "array"], "items": defined("quota"), "minItems": 1}


def ranking() -> JsonSchema:
    """How the bodies of a round are ranked."""
    return keyed(
        Key(
            "applies",
            program(),
            "Điều kiện để đơn vị được xếp hạng; các đơn vị khác vẫn được chấm điểm.",
            "The bodies that are ranked; the others are scored all the same.",
            ("population >= 5_000",),
        ),
        _by("Xếp hạng theo gì", "What ranks compare"),
        Key(
            "then",
            text_or(listed(text())),
            "Khi bằng nhau thì so điểm của tiêu chí này, lần lượt từng tiêu chí.",
            "Where bodies are equal, the scores of these criteria decide, one after another.",
            (["1.2", "3"],),
        ),
        Key(
            "ties",
            one_of("competition", "dense", "undecided"),
            "Các đơn vị bằng nhau: competition (1, 2, 2, 4; mặc định), dense (1, 2, 2, 3), "
            "undecided (cấp có thẩm quyền quyết định).",
            "Bodies that are equal: 1, 2, 2, 4 (unless said), 1, 2, 2, 3, or the authority decides.",
        ),
        Key(
            "rounded",
            yes_no(),
            "So tổng điểm đã làm tròn (yes) hay trước khi làm tròn (no); phải ghi khi bộ tiêu chí làm tròn tổng điểm.",
            "Whether rounded totals are compared, or totals before rounding; needed where the total is rounded.",
            (True,),
        ),
    )


def _by(vi: str, en: str) -> Key:
    said = f"{vi}: total (tổng điểm, mặc định) hoặc index (chỉ số)."
    return Key("by", one_of("total", "index"), said, f"{en}: the total unless said, or the index.")


QUOTA = Key(
    "quota",
    quotas(),
    "Giới hạn số đơn vị được một mức xếp loại; đơn vị vượt giới hạn xuống mức kế dưới. Có thể là danh sách.",
    "At most so many keep a class; those beyond fall to the next below. May be a list.",
)
RANKING = Key(
    "ranking",
    ranking(),
    "Cách xếp hạng các đơn vị trong kỳ đánh giá.",
    "How the bodies of a round are ranked.",
    ({"by": "index", "ties": "competition"},),
)
