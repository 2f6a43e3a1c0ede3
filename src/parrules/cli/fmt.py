"""`parrules fmt`: scoring programs in rule files, written the way that everyone's are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parrules.cli import exits, streams
from parrules.cli.deliver import exit_for, tell
from parrules.cli.frame import SPELLINGS, Verb, argument, choice, option
from parrules.cli.words import command_words, said
from parrules.text.diagnostic import in_reading_order
from parrules.text.files import STANDARD_INPUT, shown_name, write_whole
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from parrules.api.formatting import Formatted
    from parrules.syntax.keywords import Spelling


def command(language: Language) -> click.Command:
    words = command_words("fmt", language)
    parameters = [
        argument("files", words, 0, nargs=-1, required=True),
        option(["--check"], words, is_flag=True),
        choice(["--to"], SPELLINGS, words),
    ]
    return Verb("fmt", language, run, parameters)


def run(files: tuple[str, ...], check: bool, to: Spelling | None, language: Language) -> int:
    """Formats each file that can be; what is wrong with the others is said, and they stay as they are."""
    from parrules.api.formatting import format_file

    done = [format_file(Path(file), to) for file in dict.fromkeys(files)]
    found = in_reading_order(one for formatted in done for one in formatted.diagnostics)
    tell(found, language)
    ended = exit_for(found)
    if check:
        untidy = [one for one in done if not one.is_formatted]
        streams.put("".join(f"{_shown(one)}\n" for one in untidy))
        if not untidy:
            _tell_tidy(done, language)
        return exits.FINDINGS if untidy and ended == exits.FINE else ended
    written = [_write(one, language) for one in done]
    _tell_tidy(done, language)
    return ended if all(written) else exits.USAGE


def _write(one: Formatted, language: Language) -> bool:
    """Whether it stands as it should, now."""
    if _shown(one) == STANDARD_INPUT:
        streams.put(one.after.decode("utf-8") if not one.diagnostics else "")
        return True
    if one.is_formatted:
        return True
    failed = write_whole(one.path, one.after, _shown(one))
    if failed is not None:
        tell([failed], language)
        return False
    streams.talk(said("fmt.written", language, file=_shown(one)) + "\n")
    return True


def _tell_tidy(done: Sequence[Formatted], language: Language) -> None:
    """Says which files nothing was to be done about."""
    right = [one for one in done if one.is_formatted and not any(found.is_error for found in one.diagnostics)]
    tidy = [name for one in right if (name := _shown(one)) != STANDARD_INPUT]
    if len(tidy) == 1:
        streams.talk(said("fmt.tidy", language, file=tidy[0]) + "\n")
    elif tidy:
        streams.talk(said("fmt.all_tidy", language, count=str(len(tidy))) + "\n")


def _shown(one: Formatted) -> str:
    return shown_name(one.path)
