"""The words of commands: their help, and what they say; and in which language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parrules.text.spelling import Language
from parrules.text.wording import fill, messages

COMPLETION = "_PARRULES_COMPLETE"
"""The variable through which a shell asks what can stand where Tab was pressed: `bash_complete`."""


@dataclass(frozen=True, slots=True)
class CommandWords:
    """The help of one command.

    short: one line for the list of commands. arguments: the name of each, in brackets where it may be left out, and
    what it is. options: what each is, by name.
    """

    short: str
    long: str
    arguments: tuple[tuple[str, str], ...]
    options: Mapping[str, str]
    example: str


def language_of(arguments: Sequence[str], environ: Mapping[str, str]) -> Language:
    """The language that `--lang` asks for, wherever it stands; else PARRULES_LANG; else Vietnamese.

    Known before the options are read, because what is wrong with them is said in it.
    """
    asked = environ.get("PARRULES_LANG", "")
    for at, word in enumerate(arguments):
        if word == "--":
            break
        if word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
        elif word == "--lang" and at + 1 < len(arguments):
            asked = arguments[at + 1]
    return "en" if asked == "en" else "vi"


def command_words(command: str, language: Language) -> CommandWords:
    """The help of `command`; of parrules itself, where it is `parrules`."""
    table = messages("help", language)[command]
    return CommandWords(
        table["short"],
        table["long"].strip(),
        tuple((name, meaning) for name, meaning in table.get("arguments", ())),
        {**messages("help", language)["options"], **table.get("options", {})},
        table.get("example", "").strip(),
    )


def said(key: str, language: Language, **given: str) -> str:
    """The words for `subject.word` of the commands, with what is given filled in."""
    subject, _, word = key.partition(".")
    return fill(messages("help", language)[subject][word], given)


def as_word(path: str) -> str:
    """A path as one word of a command, in a terminal of any system."""
    return f'"{path}"' if " " in path else path
