"""The keys of an evidence file that say where the round before stands, and which bodies were which."""

from __future__ import annotations

from parrules.methodology.keys import Key, keyed, listed, named, one_of, text, text_or

LAST = Key(
    "last",
    text_or(
        keyed(
            Key(
                "file",
                text(),
                "Tệp số liệu của kỳ trước, đặt cạnh tệp này.",
                "The evidence of the last round, a file beside this one.",
                ("evidence-2024.yaml",),
                required=True,
            ),
            Key(
                "rules",
                text(),
                "Quy tắc chấm của kỳ trước: tệp quy tắc đặt cạnh tệp này, hoặc tên@phiên-bản; mặc định theo tệp ấy.",
                "The rules of that round: a rule file beside this one, or NAME@EDITION; unless said, those it names.",
                ("rules-2024.yaml", "vn.par_index.province@2024"),
            ),
            Key(
                "merged",
                named(listed(text())),
                "Các đơn vị kỳ trước hợp thành một đơn vị của kỳ này.",
                "For a body of this round, the bodies of the last one that were merged into it.",
                ({"bac-ninh": ["bac-giang", "bac-ninh"]},),
            ),
            Key(
                "split",
                listed(text()),
                "Các đơn vị kỳ trước đã bị chia cho nhiều đơn vị của kỳ này.",
                "Bodies of the last round that were divided among several bodies of this one.",
                (["xa-cu"],),
            ),
            Key(
                "ended",
                listed(text()),
                "Các đơn vị kỳ trước đã kết thúc hoạt động, không có đơn vị nào thay.",
                "Bodies of the last round that came to an end without another in their place.",
                (["huyen-cu"],),
            ),
            Key(
                "join",
                named(one_of("sum", "mean", "none")),
                "Cách gộp từng số liệu khi hợp nhất: sum (cộng), mean (trung bình), none (coi như không có).",
                "How each figure of merged bodies becomes one: added, averaged, or none.",
                ({"population": "sum", "signed": "mean"},),
            ),
        )
    ),
    "Kỳ trước, để dùng trong last().",
    "The round before this one, for `last()`.",
    ("evidence-2024.yaml", {"file": "evidence-2024.yaml", "merged": {"x": ["a", "b"]}, "join": {"population": "sum"}}),
)
