"""In which language a command speaks."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import pytest

from parrules.cli.words import command_words, language_of, said


@pytest.mark.parametrize(
    ("expected", "arguments", "environ"),
    [
        pytest.param("vi", [], {}, id="Vietnamese unless said"),
        pytest.param("en", ["check", "--lang", "en"], {}, id="as the option says"),
        pytest.param("en", ["--lang=en", "check"], {}, id="as the option with an equals sign says"),
        pytest.param("vi", ["--lang", "en", "check", "--lang", "vi"], {}, id="as the last option says"),
        pytest.param("en", ["check"], {"PARRULES_LANG": "en"}, id="as the variable says"),
        pytest.param("vi", ["--lang", "vi"], {"PARRULES_LANG": "en"}, id="the option before the variable"),
        pytest.param("vi", ["calc", "--", "--lang", "en"], {}, id="not behind two hyphens"),
        pytest.param("vi", ["--lang", "fr"], {}, id="an unknown language is refused in Vietnamese"),
        pytest.param("vi", [], {"PARRULES_LANG": "fr"}, id="an unknown variable is as if it were not there"),
        pytest.param("vi", [], {"LANG": "en_US.UTF-8", "LC_ALL": "C"}, id="the locale has no say"),
        pytest.param("vi", ["--lang"], {}, id="an option without its value"),
    ],
)
def test_the_language_is(expected: str, arguments: list[str], environ: dict[str, str]) -> None:
    assert expected == language_of(arguments, environ)


def test_a_command_has_the_shared_options_beside_its_own() -> None:
    words = command_words("code", "vi")
    assert "ngôn ngữ của lời: vi (tiếng Việt) hoặc en (tiếng Anh)" == words.options["lang"]
    assert (("[MÃ]", "mã in ở đầu thông báo, chẳng hạn PR101"),) == words.arguments


def test_what_is_said_quotes_what_is_given() -> None:
    assert "details to send to the developers: a.txt" == said("bug.kept", "en", file="a.txt")
