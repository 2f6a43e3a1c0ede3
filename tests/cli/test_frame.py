"""Options, help and wrong commands, in both languages."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import re

import pytest

from parrules.cli import exits
from parrules.cli.frame import COMMANDS
from parrules.text.wording import LANGUAGES, messages


def first_lines(text: str) -> str:
    """What was said, without the count of mistakes at its end."""
    return text.split("\n\n")[0]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(
            ["code", "--lng"],
            "error UC101: there is no option `--lng`\n"
            "  hint: did you mean `--lang`?\n"
            "  hint: the options are listed by `parrules code --help`",
            id="an option that is not there",
        ),
        pytest.param(
            ["-x"],
            "error UC101: there is no option `-x`\n  hint: the options are listed by `parrules --help`",
            id="a short option that is not there",
        ),
        pytest.param(
            ["cod"],
            "error UC102: there is no command `cod`\n"
            "  hint: did you mean `code`?\n"
            "  hint: the commands are listed by `parrules --help`",
            id="a command that is not there",
        ),
        pytest.param(
            ["schema"],
            "error UC103: NAME is missing\n  hint: use it like this: `parrules schema NAME`",
            id="an argument that is missing",
        ),
        pytest.param(
            ["code", "UC101", "UC102"],
            "error UC104: `UC102` is one too many\n  hint: use it like this: `parrules code [CODE]`",
            id="a word too many",
        ),
        pytest.param(
            ["code", "--lang"],
            "error UC105: option `--lang` wants a value behind it\n"
            "  hint: the options are listed by `parrules code --help`",
            id="an option without its value",
        ),
        pytest.param(
            ["code", "--help=yes"],
            "error UC106: option `--help` takes no value\n  hint: write just `--help`",
            id="a value where none is taken",
        ),
        pytest.param(
            ["schema", "evidnce"],
            "error UC107: `evidnce` will not do for NAME\n"
            "  hint: did you mean `evidence`?\n"
            "  hint: choose one of: methodology, evidence, published, tests, receipt,\n"
            "        standing, reconciliation, lost, comparison, difference, stages",
            id="an argument that is none of the choices",
        ),
        pytest.param(
            ["code", "PR"],
            "error UC109: there is no code `PR`\n  hint: all codes are listed by `parrules code`",
            id="a code that is not there",
        ),
    ],
)
def test_a_wrong_command_is_refused_in_our_words(
    parrules, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    monkeypatch.setenv("PARRULES_LANG", "en")
    ended = parrules(*arguments)
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert says == first_lines(ended.err)


def test_a_language_that_is_not_spoken_is_refused_in_vietnamese(parrules) -> None:
    ended = parrules("code", "--lang", "fr")
    expected = "lỗi UC107: `fr` không dùng được cho `--lang`\n  gợi ý: chọn một trong: vi, en"
    assert (exits.USAGE, expected) == (ended.code, first_lines(ended.err))


@pytest.mark.parametrize("arguments", [["--lang", "en", "cod"], ["cod", "--lang=en"], ["cod", "--lang", "en"]])
def test_the_language_may_be_asked_for_before_or_behind_the_command(parrules, arguments: list[str]) -> None:
    assert parrules(*arguments).err.startswith("error UC102: there is no command `cod`\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_lists_every_command_with_what_it_does(parrules, language: str) -> None:
    ended = parrules("--help", "--lang", language)
    words = messages("help", language)
    assert exits.FINE == ended.code
    for command in COMMANDS:
        assert words[command]["short"] in re.sub(r"\s+", " ", ended.out)
        assert re.search(rf"^  {command}  ", ended.out, re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_is_in_its_language_and_says_every_option(parrules, command: str, language: str) -> None:
    ended = parrules(command, "--help", "--lang", language)
    usage = {"vi": f"Cách dùng: parrules {command} [TÙY CHỌN]", "en": f"Usage: parrules {command} [OPTIONS]"}
    assert (exits.FINE, "") == (ended.code, ended.err)
    assert ended.out.startswith(usage[language])
    assert messages("help", language)["options"]["lang"].split(":")[0] in ended.out
    assert all(len(line) <= 80 for line in ended.out.splitlines())
    english = {"Show this message", "Usage", "Options", "Commands", "Arguments"} if language == "vi" else set()
    assert [] == [word for word in sorted(english) if word in ended.out]


@pytest.mark.parametrize("command", COMMANDS)
def test_short_help_is_help(parrules, command: str) -> None:
    assert parrules(command, "--help") == parrules(command, "-h")


def test_every_command_of_the_list_has_its_words_and_no_other_has() -> None:
    for language in LANGUAGES:
        assert {*COMMANDS, "parrules", "frame", "options", "bug", "watch", "summary"} == messages(
            "help", language
        ).keys()


@pytest.mark.parametrize(
    ("written", "language", "meant"),
    [("chấm", "vi", "evaluate"), ("xếp-hạng", "vi", "rank"), ("Kiểm", "vi", "check"), ("explain_", "en", "explain")],
)
def test_a_command_may_be_asked_for_by_what_it_is_for(parrules, written: str, language: str, meant: str) -> None:
    ended = parrules(written, "--lang", language)
    assert exits.USAGE == ended.code
    assert f"`{meant}`?" in ended.err
