"""Calendars in an evidence file, and in a file of their own: what they say, and what is wrong with them."""
# ruff: noqa: SIM300  (expected first, then actual)

import datetime
from pathlib import Path

import pytest

from evidence.methodology_for_evidence import codes, read
from parrules.evidence.calendars import Calendar
from parrules.evidence.shape_of_calendars import calendars_schema
from parrules.text.diagnostic import Diagnostic

EVIDENCE = """\
parrules: 1
evidence: vn.test.commune
round:
  year: 2025
  from: 2025-01-01
  to: 2025-12-31
ROUND\
bodies: {a: A}
"""
TET = "{from: 2025-01-25, to: 2025-02-02}"


def handed(tmp_path: Path, lines: str, **files: str) -> tuple[Calendar | None, tuple[Diagnostic, ...]]:
    """The calendar of a round with these keys under `round`, and what is found; files: beside it, by name."""
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    indented = "".join(f"  {line}\n" for line in lines.splitlines())
    round_, found = read(EVIDENCE.replace("ROUND", indented), tmp_path)
    assert round_ is not None
    return round_.calendar, found


def days(calendar: Calendar | None) -> list[str]:
    """Holidays and the days that make up for them, as they are written."""
    assert calendar is not None
    return [datetime.date.fromordinal(day).isoformat() for day in (*calendar.closed, *calendar.opened)]


def covered(calendar: Calendar | None) -> tuple[str, str]:
    assert calendar is not None
    first, last = (datetime.date.fromordinal(day).isoformat() for day in (calendar.first, calendar.last))
    return first, last


def test_holidays_and_days_that_make_up_for_them(tmp_path: Path) -> None:
    calendar, found = handed(
        tmp_path, "calendars: {vn: {holidays: [2025-01-01, 2025-04-30], working: [2025-04-26], basis: Điều 112}}"
    )
    assert () == found
    assert calendar is not None
    assert ("vn", (5, 6), "Điều 112") == (calendar.name, calendar.weekend, calendar.basis)
    assert ["2025-01-01", "2025-04-30", "2025-04-26"] == days(calendar)


def test_holidays_in_a_row_are_said_by_their_ends(tmp_path: Path) -> None:
    calendar, found = handed(tmp_path, f"calendars: {{vn: {{holidays: [{TET}]}}}}")
    assert () == found
    assert [f"2025-01-{day}" for day in range(27, 32)] == days(calendar)  # the other four are at weekends


def test_a_week_may_have_another_weekend(tmp_path: Path) -> None:
    calendar, _ = handed(tmp_path, "calendars: {x: {weekend: [fri], holidays: [2025-01-04], working: [2025-01-03]}}")
    assert calendar is not None
    assert ((4,), ["2025-01-04", "2025-01-03"]) == (calendar.weekend, days(calendar))


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        (("2025-01-01", "2025-12-31"), "holidays: [2025-04-30]"),
        (("2024-01-01", "2026-12-31"), "holidays: [2024-12-31], working: [2026-01-03]"),
        (("2025-01-01", "2025-12-31"), "weekend: [sun]"),
        (("2025-02-01", "2025-12-31"), "from: 2025-02-01, holidays: [2025-04-30]"),
        (("2025-02-01", "2025-06-30"), "from: 2025-02-01, to: 2025-06-30"),
    ],
)
def test_a_calendar_covers_what_it_says_or_the_years_of_its_days(
    tmp_path: Path, expected: tuple[str, str], said: str
) -> None:
    assert expected == covered(handed(tmp_path, f"calendars: {{vn: {{{said}}}}}")[0])


def test_a_file_holds_calendars_and_is_part_of_the_evidence(tmp_path: Path) -> None:
    file = "parrules: 1\ncalendars:\n  vn: {holidays: [2025-04-30]}\n"
    calendar, found = handed(tmp_path, "calendars: lich.yaml", lich=file)
    assert ((), ["2025-04-30"]) == (found, days(calendar))
    digests = set()
    for text in (file, file.replace("30", "29")):
        (tmp_path / "lich.yaml").write_text(text, encoding="utf-8")
        round_, _ = read(EVIDENCE.replace("ROUND", "  calendars: lich.yaml\n"), tmp_path)
        assert round_ is not None
        digests.add(round_.digest)
    assert 2 == len(digests)


def test_of_several_calendars_one_is_named(tmp_path: Path) -> None:
    several = "calendars: {a: {holidays: [2025-04-30]}, b: {holidays: [2025-05-01]}}\n"
    assert ["2025-05-01"] == days(handed(tmp_path, several + "calendar: b")[0])


def test_a_round_without_a_calendar_has_none(tmp_path: Path) -> None:
    assert (None, ()) == handed(tmp_path, "")


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        (["EV180 evidence.yaml:7:14"], "calendars: lich.csv"),
        (["EV133 evidence.yaml:7:14"], "calendars: lịch.yaml"),
        (["EV132 evidence.yaml:7:14"], "calendars: ../lich.yaml"),
        (["EV181 evidence.yaml:7:15"], "calendars: {a: {weekend: [sun]}, b: {weekend: [sun]}}"),
        (["EV181 evidence.yaml:7:14"], "calendars: {}"),
        (["EV182 evidence.yaml:8:13"], "calendars: {a: {weekend: [sun]}}\ncalendar: b"),
        (
            ["EV183 evidence.yaml:7:65"],
            "calendars: {a: {holidays: [2025-04-30, 2025-05-02], working: [2025-05-02]}}",
        ),
        (["EV184 evidence.yaml:7:29"], "calendars: {a: {working: [2025-04-25]}}"),
        (["EV185 evidence.yaml:7:46"], "calendars: {a: {to: 2025-06-30, holidays: [2025-09-02]}}"),
        (["EV186 evidence.yaml:7:53"], "calendars: {a: {holidays: [{from: 2025-02-02, to: 2025-01-25}]}}"),
        (["EV186 evidence.yaml:7:41"], "calendars: {a: {from: 2025-02-02, to: 2025-01-25}}"),
        (["EV187 evidence.yaml:7:53"], "calendars: {a: {holidays: [{from: 2025-02-02, to: 2205-02-04}]}}"),
        (["EV188 evidence.yaml:7:42"], "calendars: {a: {holidays: [2025-04-30, 2025-04-30]}}"),
        (["PR059 evidence.yaml:7:30"], "calendars: {a: {holidays: [2025-02-30]}}"),
        (["PR051 evidence.yaml:7:31"], "calendars: {a: {holidays: [{from: 2025-02-03}]}}"),
        (["PR070 evidence.yaml:7:29"], "calendars: {a: {weekend: [saturday]}}"),
        (["PR077 evidence.yaml:7:19"], "calendars: {a: {weekend: [mon, tue, wed, thu, fri, sat, sun]}}"),
    ],
)
def test_what_is_wrong_is_found_at_its_place(tmp_path: Path, expected: list[str], said: str) -> None:
    (tmp_path / "lich.csv").write_text("day\n", encoding="utf-8")
    calendar, found = handed(tmp_path, said)
    assert expected == codes(found)
    assert any(one.is_error for one in found) == (calendar is not None and not calendar.is_known)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["PR051 lich.yaml:1:1"], "parrules: 1\n"),
        (["PR050 lich.yaml:3:1"], "parrules: 1\ncalendars: {vn: {weekend: [sun]}}\nholidays: [2025-01-01]\n"),
        (["PR009 lich.yaml"], ""),
        (
            ["EV183 lich.yaml:4:13"],
            "parrules: 1\ncalendars:\n  vn: {holidays: [2025-01-01],\n  working: [2025-01-01]}\n",
        ),
    ],
)
def test_what_is_wrong_in_a_file_of_calendars_is_found_there(tmp_path: Path, expected: list[str], text: str) -> None:
    calendar, found = handed(tmp_path, "calendars: lich.yaml", lich=text)
    assert expected == codes(found)
    assert calendar is not None
    assert not calendar.is_known


def test_every_key_of_a_calendar_is_described() -> None:
    under = calendars_schema()["properties"]["calendars"]["additionalProperties"]["properties"]
    assert ["weekend", "holidays", "working", "from", "to", "basis"] == list(under)
    assert all("\n\n" in one["description"] for one in under.values())
