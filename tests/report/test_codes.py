from __future__ import annotations

from collections.abc import Callable

import pytest

from parrules.report.codes import codes_page, explain_code
from parrules.report.columns import width_of
from parrules.text.spelling import Language
from parrules.text.wording import LANGUAGES, SUBJECTS, codes
from report.said_for_tests import use_test_words


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_code_is_explained(
    language: Language, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    use_test_words(monkeypatch)
    text = explain_code("PR001", language)
    assert text is not None
    golden(f"code.{language}.txt", text)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_all_codes_make_a_page(
    language: Language, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    use_test_words(monkeypatch)
    golden(f"codes.{language}.md", codes_page(language))


@pytest.mark.parametrize("code", ["PR999", "", "XX001", "pr001", "UC1"])
def test_a_code_that_does_not_exist_has_no_explanation(code: str) -> None:
    assert explain_code(code, "vi") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_there_is_can_be_explained_within_a_terminal(language: Language) -> None:
    page = codes_page(language)
    for code in codes():
        text = explain_code(code, language)
        assert text is not None and f"### {code}\n" in page
        told = text.split("\n    ")[0]  # an example is shown as it stands
        assert max(map(width_of, told.splitlines())) <= 80


def test_every_subject_has_a_heading() -> None:
    assert all(subject for subject in SUBJECTS.values())
    assert codes_page("vi").startswith("# Các mã thông báo\n")
