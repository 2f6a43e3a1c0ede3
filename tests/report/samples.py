"""Score sheets made by hand, one of each way that a score comes about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from parrules.evidence.records import Provenance
from parrules.scoring.sheet import Entry, Evidence, Line, Loss, Plugin, Quantity, Reason, Sheet
from parrules.values.kinds import COUNT, DATE, NUMBER, POINTS, RATIO, TABLE, YES_NO, Kind
from parrules.values.nothing import MISSING, NONE
from parrules.values.ranges import Range

QUALITY = Kind("one_of", options=("Không đạt", "Đạt", "Tốt"))
REPORT = "12/BC-UBND"
DEDUCT = 'deduct 0.25 per late up to 1 because "{late} nhiệm vụ chậm"'
LATE = Reason((Quantity("late", 3, COUNT), " nhiệm vụ chậm"))

POPULATION = Line(
    code="1",
    title_vi="Quy mô dân số",
    title_en="Population",
    depth=0,
    maximum=25,
    minimum=0,
    applicable=25,
    status="scored",
    score=Fraction(49, 4),
    entries=(
        Entry("award", 10, 10, "award 10", 41),
        Entry(
            "add",
            Fraction(9, 4),
            Fraction(49, 4),
            "add 0.5 per 1_000 of population above threshold",
            42,
            parts=(
                Quantity("rate", Fraction(1, 2), POINTS),
                Quantity("unit", 1000, COUNT),
                Quantity("quantity", 4500, COUNT),
            ),
        ),
    ),
    named=(Quantity("threshold", 16000, NUMBER),),
    evidence=(
        Evidence(
            "population",
            "Quy mô dân số",
            "Population",
            20500,
            COUNT,
            "20500",
            Provenance("evidence.yaml", line=14, document=REPORT, page="3"),
        ),
        Evidence("mountain", "Xã miền núi", "Mountainous", False, YES_NO, "không", Provenance("bodies.csv", row=7)),
    ),
    lost=(Loss("fell_short", Fraction(51, 4), "add 0.5 per 1_000 of population above threshold", 42),),
    basis=("nd307/6.1",),
    accountable="Sở Nội vụ",
)

TASKS = Line(
    code="2.1",
    title_vi="Thực hiện nhiệm vụ được giao",
    title_en="Tasks assigned and done",
    depth=1,
    maximum=3,
    minimum=0,
    applicable=3,
    status="scored",
    score=Fraction(54, 100),
    entries=(
        Entry("award", 3, 3, "award maximum when r >= 90%", 55, row=1, rows=3),
        Entry(
            "deduct",
            Fraction(-3, 4),
            Fraction(9, 4),
            DEDUCT,
            58,
            reason=LATE,
            parts=(
                Quantity("rate", Fraction(1, 4), POINTS),
                Quantity("quantity", 3, COUNT),
                Quantity("limit", 1, POINTS),
            ),
        ),
        Entry("cap at", Fraction(-1715, 1000), Fraction(535, 1000), "cap at 3 * 107/600 when not signed", 60),
        Entry("round", Fraction(5, 1000), Fraction(54, 100)),
    ),
    named=(
        Quantity("r", Fraction(37, 40), RATIO),
        Quantity("late", 3, COUNT),
        Quantity("closing_on", date(2025, 12, 15).toordinal(), DATE),
    ),
    evidence=(
        Evidence(
            "tasks",
            "Nhiệm vụ được giao",
            "Tasks",
            40,
            TABLE,
            "",
            Provenance("bang/tasks.csv", justification="lấy từ hệ thống theo dõi nhiệm vụ của tỉnh"),
        ),
        Evidence(
            "signed",
            "Tỷ lệ văn bản điện tử được ký số",
            "Share of documents signed digitally",
            Fraction(825, 1000),
            RATIO,
            "82,5%",
            Provenance("so-lieu.xlsx", sheet="Biểu 1", cell="B7", document=REPORT),
        ),
        Evidence("surveyed_on", "Ngày khảo sát", "Day of the survey", NONE, DATE, "chưa khảo sát", Provenance()),
    ),
    lost=(
        Loss("deduct", Fraction(3, 4), DEDUCT, 58, LATE),
        Loss("cap at", Fraction(1715, 1000), "cap at 3 * 107/600 when not signed", 60),
        Loss("round", Fraction(-5, 1000)),
    ),
    basis=("nd307/6.2", "tt05/3"),
    accountable="Văn phòng UBND",
    fidelity="derived",
)

OPEN = Line(
    code="2.2",
    title_vi="Chất lượng báo cáo",
    title_en="Quality of reports",
    depth=1,
    maximum=5,
    minimum=0,
    applicable=5,
    status="open",
    score=Range(1, Fraction(7, 2)),
    entries=(
        Entry("award", Range(2, Fraction(7, 2)), Range(2, Fraction(7, 2)), "award 70% * maximum when late = 0", 70),
        Entry("deduct", Range(-1, 0), Range(1, Fraction(7, 2)), "deduct 1 when late_report", 71, perhaps=True),
    ),
    evidence=(
        Evidence("quality", "Kết quả thẩm định", "Appraisal", 1, QUALITY, "Đạt", Provenance("evidence.yaml", line=20)),
        Evidence("late_report", "Báo cáo nộp chậm", "Report was late", MISSING, YES_NO, "", Provenance()),
    ),
    missing=("late_report",),
    basis=("nd307/6.3",),
    accountable="Sở Nội vụ",
)

GROUP = Line(
    code="2",
    title_vi="Chỉ đạo, điều hành",
    title_en="Direction and management",
    depth=0,
    maximum=8,
    minimum=0,
    applicable=8,
    status="open",
    score=Range(Fraction(154, 100), Fraction(404, 100)),
    entries=(
        Entry("child", Fraction(54, 100), Fraction(54, 100), "2.1"),
        Entry("child", Range(1, Fraction(7, 2)), Range(Fraction(154, 100), Fraction(404, 100)), "2.2", perhaps=True),
    ),
    children=("2.1", "2.2"),
)

EXEMPT = Line(
    code="3",
    title_vi="Xử lý sai phạm qua thanh tra",
    title_en="Violations found by inspection",
    depth=0,
    maximum=2,
    minimum=0,
    applicable=2,
    status="exempt",
    score=2,
    entries=(Entry("exempt", 2, 2),),
)

LEFT_OUT = Line(
    code="4",
    title_vi="Tiếp công dân định kỳ",
    title_en="Receiving citizens",
    depth=0,
    maximum=3,
    minimum=0,
    applicable=0,
    status="left_out",
    score=None,
)

JUDGED = Line(
    code="5",
    title_vi="Sáng kiến cải cách hành chính",
    title_en="New ideas",
    depth=0,
    maximum=2,
    minimum=0,
    applicable=2,
    status="judged",
    score=Fraction(7, 4),
    entries=(Entry("mark", Fraction(7, 4), Fraction(7, 4)),),
    lost=(Loss("fell_short", Fraction(1, 4)),),
    judged_by="Hội đồng thẩm định",
)

HELD = Line(
    code="6",
    title_vi="Điểm trừ do vi phạm kỷ luật",
    title_en="Penalty",
    depth=0,
    maximum=0,
    minimum=-3,
    applicable=0,
    status="scored",
    score=-3,
    outside_scale=True,
    entries=(Entry("deduct", -4, -4, "deduct 2 per violations", 90), Entry("hold", 1, -3)),
    lost=(Loss("deduct", 4, "deduct 2 per violations", 90), Loss("hold", -1)),
)

THIRD = replace(
    JUDGED,
    code="7",
    title_vi="Mức độ hài lòng",
    title_en="Satisfaction",
    status="scored",
    maximum=1,
    applicable=1,
    score=Fraction(1, 3),
    entries=(Entry("award", Fraction(1, 3), Fraction(1, 3), "award share(happy of answers) * maximum", 95),),
    lost=(Loss("fell_short", Fraction(2, 3), "award share(happy of answers) * maximum", 95),),
    judged_by="",
)

SETTLED_SHEET = Sheet(
    body="xa-ba-be",
    body_name="Xã Ba Bể",
    methodology="vn.nd307.commune",
    edition="2025",
    title_vi="Phân loại đơn vị hành chính xã",
    title_en="Classification of communes",
    fidelity="verified",
    stage="self",
    year=2025,
    start="2025-01-01",
    end="2025-12-31",
    lines=(POPULATION,),
    total=Fraction(49, 4),
    total_entries=(Entry("child", Fraction(49, 4), Fraction(49, 4), "1"),),
    applicable=25,
    index=Fraction(49, 100),
    classes=("Loại III",),
    class_entries=(Entry("award", 0, 0, 'award "Loại III"', 120),),
    printed_total=Fraction(49, 4),
    methodology_digest="ab" * 32,
    evidence_digest="cd" * 32,
    engine="0.1.0",
)

OPEN_SHEET = replace(
    SETTLED_SHEET,
    body="xa-cho-moi",
    body_name="Xã Chợ Mới",
    fidelity="illustrative",
    lines=(POPULATION, GROUP, TASKS, OPEN, EXEMPT, LEFT_OUT, JUDGED, HELD, THIRD),
    total=Range(Fraction(149, 10), Fraction(174, 10)),
    total_entries=(
        Entry("child", Fraction(49, 4), Fraction(49, 4), "1"),
        Entry("round", Range(Fraction(-1, 1000), 0), Range(Fraction(149, 10), Fraction(174, 10))),
    ),
    applicable=38,
    index=Range(Fraction(149, 380), Fraction(174, 380)),
    classes=("Loại II", "Loại III"),
    printed_total=None,
    plugins=(Plugin("parrules-demo", "1.0", "3f" * 32),),
)

REGROUPED = Line(
    code="8",
    title_vi="Tổ chức bộ máy",
    title_en="Organisation",
    depth=0,
    maximum=10,
    minimum=0,
    applicable=10,
    status="scored",
    score=9,
    entries=(
        Entry("child", 4, 4, "8.1"),
        Entry("share", 2, 6, "8.1"),
        Entry("child", 1, 7, "8.2"),
        Entry("rescale", 2, 9),
    ),
    lost=(
        Loss("child", 1, "8.1"),
        Loss("outside", -1, "8.2"),
        Loss("share", Fraction(1, 2), "8.1"),
        Loss("rescale", Fraction(1, 2)),
    ),
    children=("8.1", "8.2"),
)

LOWEST = replace(
    REGROUPED,
    code="9",
    score=4,
    applicable=5,
    maximum=5,
    entries=(Entry("lowest", 4, 4, "8.1"),),
    lost=(Loss("fell_short", 1, "8.1"),),
    children=(),
)

UNASSESSED_SHEET = replace(
    SETTLED_SHEET,
    body="dac-khu",
    body_name="Đặc khu Côn Đảo",
    assessed=False,
    lines=(),
    total=None,
    total_entries=(),
    index=None,
    applicable=0,
    classes=(),
    class_entries=(),
    printed_total=None,
)
