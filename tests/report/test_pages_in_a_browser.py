"""Pages in Chromium: nothing is complained of, everybody can read them, in both themes, on a small screen, on paper."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from report.pages_for_tests import DETAIL, MINISTRIES, page_of_body, page_of_round, scored

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
SMALL, LARGE = {"width": 390, "height": 800}, {"width": 1000, "height": 900}
A4 = (595, 842)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="module", params=["body", "round", "linked round"])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / f"{request.param}.html"
    _, results = scored(DETAIL)
    texts = {
        "body": lambda: page_of_body(DETAIL, results.sheets[0].body),
        "round": lambda: page_of_round(DETAIL),
        "linked round": lambda: page_of_round(MINISTRIES, "en"),
    }
    path.write_text(texts[request.param](), encoding="utf-8")
    return path


def test_nothing_is_complained_of_and_nothing_asked_of_the_network(chromium: Any, page: Path) -> None:
    context = chromium.new_context(viewport=LARGE)
    shown = context.new_page()
    heard: list[str] = []
    shown.on("console", lambda message: heard.append(message.text))
    shown.on("pageerror", lambda error: heard.append(str(error)))
    shown.on("request", lambda request: heard.append(request.url))
    shown.goto(page.as_uri())
    context.close()
    assert [page.as_uri()] == heard


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it_in_both_themes(chromium: Any, page: Path, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe-playwright-python")
    context = chromium.new_context(viewport=LARGE, color_scheme=scheme, bypass_csp=True)
    shown = context.new_page()
    shown.goto(page.as_uri())
    shown.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = axe.Axe().run(shown).response
    context.close()
    assert [] == [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]]
    assert "color-contrast" in {one["id"] for one in found["passes"]}


def test_on_a_small_screen_only_wide_tables_move_sideways(chromium: Any, page: Path) -> None:
    context = chromium.new_context(viewport=SMALL)
    shown = context.new_page()
    shown.goto(page.as_uri())
    wide = shown.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert SMALL["width"] >= wide


def test_it_prints_on_a4_with_every_ledger_open(chromium: Any, page: Path) -> None:
    context = chromium.new_context(viewport=LARGE)
    shown = context.new_page()
    shown.goto(page.as_uri())
    shown.emulate_media(media="print")
    hidden = "[...document.querySelectorAll('details > div')].filter(one => !one.checkVisibility()).length"
    closed = shown.evaluate(hidden)
    printed = shown.pdf(prefer_css_page_size=True)
    context.close()
    sizes = {tuple(map(round, map(float, one))) for one in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)}
    assert {A4} == sizes
    assert 0 == closed


def test_a_link_to_a_criterion_opens_its_ledger(chromium: Any, page: Path) -> None:
    if page.name != "body.html":
        return
    context = chromium.new_context(viewport=LARGE)
    shown = context.new_page()
    shown.goto(page.as_uri())
    shown.click('a[href="#ledger-1.1"]')
    opened = shown.evaluate("document.getElementById('ledger-1.1').checkVisibility()")
    context.close()
    assert opened
