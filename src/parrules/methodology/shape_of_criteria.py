"""The keys of criteria in a rule file: one recursive shape for field, criterion and component."""

from __future__ import annotations

from parrules.methodology.keys import (
    JsonSchema,
    Key,
    defined,
    keyed,
    listed,
    number,
    one_of,
    places,
    program,
    text,
    text_or,
    yes_no,
)

FIDELITY = Key(
    "fidelity",
    one_of("verified", "derived", "secondary", "illustrative"),
    "Độ tin cậy so với văn bản gốc: verified (đã đọc trong văn bản), derived (tính ra từ số đã đọc), "
    "secondary (theo nguồn khác), illustrative (chỉ để minh họa).",
    "How it is known: read in the text, derived from it, secondary, or only an illustration.",
)
TITLE = Key("title", defined("title"), "Tên để người đọc thấy.", "What people read.", required=True)
NOTE = Key("note", text(), "Ghi chú: chỗ văn bản chưa rõ và cách đã chọn.", "A note: what the text leaves open.")
CLASSES = Key(
    "classes",
    listed(text()),
    "Các mức xếp loại, từ thấp đến cao.",
    "The classes, lowest first.",
    (["III", "II", "I"],),
)
CLASS = Key(
    "class",
    program(),
    "Cách xếp loại, viết bằng ngôn ngữ chấm điểm.",
    "The program that gives the class.",
    ('award "I" when total >= 75\notherwise "II" when total >= 60\notherwise "III"\n',),
)


def judged() -> JsonSchema:
    """A mark that somebody gives."""
    return keyed(
        Key("by", text(), "Người cho điểm.", "Who gives the mark.", ("Hội đồng thẩm định",), required=True),
        Key("step", number(), "Điểm cho phải là bội số của bước này.", "Marks are multiples of it.", (0.25,)),
    )


def criterion() -> JsonSchema:
    """A field, a criterion or a component."""
    return keyed(*keys_of_criterion())


def keys_of_criterion() -> tuple[Key, ...]:
    """Every key that a criterion may have, wherever it stands."""
    return (*_named(), *_bounds(), *_scored(), *_joined(), *_exempted())


def _named() -> tuple[Key, ...]:
    return (
        Key("code", text(), "Mã, luôn đặt trong dấu nháy.", "Its code, always in quotes.", ("1.10",), required=True),
        TITLE,
        Key(
            "basis",
            text_or(listed(text())),
            "Căn cứ: tên văn bản đã khai ở basis và điều khoản; có thể là danh sách.",
            "The legal basis: a text declared under basis, and the article; may be a list.",
            ("nd307/6.1", ["nd307/6.1", "tt01"]),
        ),
        Key("accountable", text(), "Cơ quan chịu trách nhiệm.", "The office that answers for it.", ("Sở Nội vụ",)),
        FIDELITY,
        NOTE,
    )


def _bounds() -> tuple[Key, ...]:
    return (
        Key("max", number(), "Điểm tối đa.", "Its maximum, in points.", (25, 0.5), required=True),
        Key("min", number(), "Điểm tối thiểu; bằng 0 nếu không ghi.", "Its minimum; 0 unless said.", (-3,)),
        Key(
            "outside_scale",
            yes_no(),
            "Nằm ngoài thang điểm: điểm thưởng hoặc điểm trừ.",
            "Outside the scale: a bonus or a penalty.",
            (True,),
        ),
        Key("weight", number(), "Hệ số khi cộng vào cấp trên; mặc định 1.", "Its weight in its parent; 1 unless said."),
        Key(
            "round",
            places(),
            "Số chữ số thập phân được làm tròn đến, hoặc none.",
            "The decimals it is rounded to, or none.",
            (2, "none"),
        ),
    )


def _scored() -> tuple[Key, ...]:
    return (
        Key(
            "score",
            program(),
            "Cách chấm điểm, mỗi dòng một câu.",
            "The program that scores it, one statement a line.",
            ("award maximum\ndeduct 0.25 per late up to 1\n",),
        ),
        Key(
            "each",
            text(),
            "Chấm từng dòng của một bảng rồi gộp lại theo combine.",
            "Scores each record of a table; combine says how they join.",
            ("dossiers", "tasks where due_on <= period_end"),
        ),
        Key("judged", judged(), "Người cho điểm trực tiếp.", "A mark given by somebody.", ({"by": "Hội đồng"},)),
        Key(
            "python",
            text(),
            "Tên tiêu chí viết bằng Python do phần mở rộng cung cấp; phải đi cùng reads.",
            "The name of a criterion in Python that a plugin brings; together with reads.",
            ("chuoi_tuan_tra",),
        ),
        Key(
            "reads",
            listed(text()),
            "Các số liệu và bảng giao cho tiêu chí viết bằng Python; ngoài ra nó không thấy gì.",
            "The figures and tables that the criterion in Python is handed; it sees nothing else.",
            (["patrols", "population"],),
        ),
        CLASSES,
        CLASS,
        Key(
            "stage",
            text(),
            "Giai đoạn cho điểm; trước đó chưa ai chấm.",
            "The stage that decides it; nobody does earlier.",
            ("surveyed",),
        ),
    )


def _joined() -> tuple[Key, ...]:
    return (
        Key(
            "criteria",
            listed(defined("criterion")),
            "Các tiêu chí bên trong.",
            "The criteria below it.",
        ),
        Key(
            "combine",
            one_of("sum", "mean", "highest", "lowest"),
            "Cách gộp: sum (cộng, mặc định), mean (trung bình), highest (cao nhất), lowest (thấp nhất).",
            "How what is below joins: added unless said.",
        ),
        Key(
            "rescale_to",
            number(),
            "Quy về điểm này khi có phần bên trong không áp dụng.",
            "The mark it is rescaled to when something below is left out.",
            (10,),
        ),
    )


def _exempted() -> tuple[Key, ...]:
    return (
        Key(
            "applies",
            program(),
            "Điều kiện để tiêu chí được áp dụng; phải đi cùng if_not.",
            "When it applies; together with if_not.",
            ("count(tasks) > 0",),
        ),
        Key(
            "if_not",
            one_of("left_out", "full", "zero", "shared"),
            "Khi không áp dụng: left_out (bỏ khỏi thang điểm), full (cho điểm tối đa), zero (0 điểm), "
            "shared (chia điểm cho các tiêu chí cùng cấp).",
            "What becomes of it otherwise: left out, full marks, zero, or shared among its siblings.",
        ),
    )
