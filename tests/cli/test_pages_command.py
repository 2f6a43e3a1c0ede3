"""`--format html`: which pages are written where, and what is said where they cannot be."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest

from parrules.cli import exits
from parrules.cli.pages import page_names

PAGES = ("evaluate", "rules.yaml", "evidence.yaml", "--format", "html")


def test_the_page_of_the_round_is_printed(parrules, commune: Path) -> None:
    ended = parrules(*PAGES)
    assert (exits.EVIDENCE, "") == (ended.code, ended.err)
    assert ended.out.startswith("<!doctype html>\n<html")
    assert "Xếp hạng theo" in ended.out
    assert "Sổ điểm từng tiêu chí" not in ended.out


def test_one_body_has_its_page_in_a_file_and_is_still_measured_against_the_others(parrules, commune: Path) -> None:
    ended = parrules(*PAGES, "--body", "xa-ba-be", "-o", "ba-be.html", "--lang", "en")
    assert (exits.FINE, "", "") == (ended.code, ended.out, ended.err)  # what the other lacks is not asked
    page = (commune / "ba-be.html").read_text(encoding="utf-8")
    assert "<h1>Xã Ba Bể</h1>" in page
    assert "The ledger of each criterion" in page
    assert "Xã Chợ Đồn" in page


def test_a_folder_gets_the_page_of_the_round_and_one_a_body_that_is_linked(parrules, commune: Path) -> None:
    assert exits.EVIDENCE == parrules(*PAGES, "-o", "kết quả").code
    folder = commune / "kết quả"
    assert ["body-xa-ba-be.html", "body-xa-cho-don.html", "index.html"] == sorted(
        path.name for path in folder.iterdir()
    )
    assert 'href="body-xa-ba-be.html"' in (folder / "index.html").read_text(encoding="utf-8")
    assert 'href="index.html"' in (folder / "body-xa-ba-be.html").read_text(encoding="utf-8")


def test_the_page_of_a_body_that_lacks_a_figure_says_so_by_the_exit_code(parrules, commune: Path) -> None:
    assert exits.EVIDENCE == parrules(*PAGES, "--body", "xa-cho-don").code


def test_the_page_of_the_round_beside_that_of_one_body_tells_of_every_body(parrules, commune: Path) -> None:
    assert exits.EVIDENCE == parrules(*PAGES, "--body", "xa-ba-be", "-o", "one").code


def test_only_the_bodies_that_are_named_get_pages_in_the_folder(parrules, commune: Path) -> None:
    parrules(*PAGES, "--body", "xa-cho-don", "-o", "one")
    assert ["body-xa-cho-don.html", "index.html"] == sorted(path.name for path in (commune / "one").iterdir())


def test_only_the_criteria_that_are_named_stand_on_the_page(parrules, commune: Path) -> None:
    page = parrules(*PAGES, "--body", "xa-ba-be", "--criterion", "1.1").out
    assert 'id="ledger-1.1"' in page
    assert 'id="ledger-1"' not in page


def test_the_pages_of_some_bodies_do_not_go_into_one_file(parrules, change, commune: Path) -> None:
    change("evidence.yaml", "bodies:\n", "bodies:\n  xa-moi: {name: Xã Mới}\n")
    ended = parrules(*PAGES, "--body", "xa-ba-be", "--body", "xa-cho-don", "-o", "two.html")
    assert exits.USAGE == ended.code
    assert "UC192" in ended.err
    assert not (commune / "two.html").exists()


def test_a_body_that_is_not_there_is_said(parrules, commune: Path) -> None:
    ended = parrules(*PAGES, "--body", "xa-ba-bể", "-o", "a.html")
    assert exits.USAGE == ended.code
    assert "UC116" in ended.err


def test_a_folder_that_is_a_file_is_said(parrules, commune: Path) -> None:
    ended = parrules(*PAGES, "-o", "rules.yaml/pages")
    assert exits.USAGE == ended.code
    assert "PR018" in ended.err


def test_the_ranks_of_a_round_are_the_same_page(parrules, commune: Path) -> None:
    assert parrules("rank", *PAGES[1:]).out == parrules(*PAGES).out


def test_the_page_is_opened_when_it_is_written(parrules, commune: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open_new_tab", lambda address: opened.append(address) or True)
    parrules(*PAGES, "-o", "round.html", "--open")
    parrules(*PAGES, "-o", "pages", "--open")
    assert [(commune / "round.html").as_uri(), (commune / "pages" / "index.html").as_uri()] == opened


def test_what_nothing_opens_is_written_all_the_same(parrules, commune: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open_new_tab", lambda address: False)
    ended = parrules(*PAGES, "--body", "xa-ba-be", "-o", "a.html", "--open")
    assert exits.FINE == ended.code
    assert "UC191" in ended.err
    assert (commune / "a.html").exists()


def test_what_is_printed_cannot_be_opened(parrules, commune: Path) -> None:
    for arguments in (("--open",), ("--open", "-o", "-")):
        ended = parrules(*PAGES, *arguments)
        assert (exits.USAGE, "") == (ended.code, ended.out)
        assert "UC190" in ended.err


def test_names_of_pages_suit_every_system_and_differ() -> None:
    ids = ["xa-ba-be", "Xã Ba Bể", "../../etc", "con", "省", "Đặc khu"]
    assert [
        "body-xa-ba-be.html",
        "body-xa-ba-be-2.html",
        "body-etc.html",
        "body-con.html",
        "body.html",
        "body-dac-khu.html",
    ] == list(page_names(ids).values())


def test_the_last_round_that_the_evidence_names_tells_how_places_changed(parrules, commune: Path) -> None:
    text = (commune / "evidence.yaml").read_text(encoding="utf-8")
    (commune / "before.yaml").write_text(text.replace("2025", "2024"), encoding="utf-8", newline="\n")
    (commune / "evidence.yaml").write_text(f"{text}last: before.yaml\n", encoding="utf-8", newline="\n")
    page = parrules(*PAGES, "--lang", "en").out
    assert "Against the round of 2024" in page
    assert '<th scope="col" class="n">Places</th>' in page
