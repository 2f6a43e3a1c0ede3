"""A small methodology that evidence in these tests is for, and short ways to read evidence for it."""

from __future__ import annotations

import datetime
from fractions import Fraction
from pathlib import Path

from evidence.rounds_for_tests import round_from
from parrules.evidence.records import Round
from parrules.methodology.model import Column, Criterion, Fidelity, Figure, Judged, Methodology, Table, Title, Total
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source
from parrules.values.kinds import COUNT, DATE, RATIO, TEXT, YES_NO, Kind

TITLE = Title("tên")
AREA = Kind("number", unit="km2")
MONEY = Kind("money", unit="triệu đồng")
RESULT = Kind("one_of", options=("Không hoàn thành", "Hoàn thành", "Hoàn thành tốt"))
NEW_YEAR = datetime.date(2025, 1, 1).toordinal()
PERCENT = Fraction(1, 100)

FIGURES = (
    Figure("population", COUNT, TITLE, low=0),
    Figure("area", AREA, TITLE, low=0, expected_low=5, expected_high=500),
    Figure("budget", MONEY, TITLE),
    Figure("signed", RATIO, TITLE, low=0, high=1, expected_low=20 * PERCENT),
    Figure("assigned", COUNT, TITLE, low=0),
    Figure("done", COUNT, TITLE, low=0, within="assigned"),
    Figure("balance", COUNT, TITLE, low=-100),
    Figure("closed_on", DATE, TITLE, none="chưa đóng"),
    Figure("started_on", DATE, TITLE, low=NEW_YEAR, expected_high=NEW_YEAR + 30),
    Figure("result", RESULT, TITLE),
    Figure("online", YES_NO, TITLE),
    Figure("note", TEXT, TITLE),
    Figure("mountain", YES_NO, TITLE, of="body"),
    Figure("group", TEXT, TITLE, of="body"),
    Figure("closing_on", DATE, TITLE, of="round"),
    Figure("rate", RATIO, TITLE, formula="done / assigned"),
)
TASKS = Table(
    "tasks",
    TITLE,
    (
        Column("code", TEXT, TITLE),
        Column("due_on", DATE, TITLE),
        Column("completed_on", DATE, TITLE, none="chưa hoàn thành"),
        Column("cost", MONEY, TITLE, low=0, high=1000),
        Column("late", YES_NO, TITLE, formula="completed_on > due_on"),
    ),
    id="code",
)
VISITS = Table("visits", TITLE, (Column("day", DATE, TITLE),))
CRITERIA = (
    Criterion("1", TITLE, 25, 0, 1, 1, score="award 1"),
    Criterion(
        "2",
        TITLE,
        3,
        0,
        1,
        1,
        children=(
            Criterion("2.1", TITLE, 2, 0, 2, 1, judged=Judged("người quản lý", Fraction(1, 4))),
            Criterion("2.2", TITLE, 1, -1, 2, 1, judged=Judged("người quản lý")),
        ),
    ),
)
HEAD = "parrules: 1\nevidence: vn.test.commune\nround: {year: 2025, from: 2025-01-01, to: 2025-12-31}\n"
TWO_BODIES = HEAD + "bodies: {a: {name: Xã A}, b: {name: Xã B}}\n"


def methodology(fidelity: Fidelity = "illustrative") -> Methodology:
    return Methodology(
        "vn.test.commune",
        "2025",
        TITLE,
        fidelity,
        datetime.date(2025, 1, 1),
        None,
        ("tiêu chí", "chỉ tiêu"),
        (),
        FIGURES,
        (TASKS, VISITS),
        (),
        CRITERIA,
        Total(),
    )


def read(
    text: str, folder: Path, fidelity: Fidelity = "illustrative", **files: str | bytes
) -> tuple[Round | None, tuple[Diagnostic, ...]]:
    """The round of an evidence file beside which `files` lie (`tasks="..."` is tasks.csv)."""
    for name, content in files.items():
        (folder / f"{name}.csv").write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return round_from(Source("năm/evidence.yaml", text), folder, methodology(fidelity))


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    """What was found and where: `EV112 tasks.csv:3:6`."""
    return [_told(one) for one in found]


def _told(one: Diagnostic) -> str:
    if one.span is None:
        return f"{one.code} {one.place.rpartition('/')[2]}"
    return f"{one.code} {one.span.source.name.rpartition('/')[2]}:{one.span.line}:{one.span.column}"
