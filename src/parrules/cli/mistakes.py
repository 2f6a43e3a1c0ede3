"""Mistakes in how a command was written, as diagnostics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.nearest import nearest


class Mistake(click.UsageError):
    """Carries a diagnostic out of the reading of options."""

    def __init__(self, found: Diagnostic) -> None:
        super().__init__(found.code)
        self.diagnostic = found


def from_click(cause: click.UsageError, usage: str) -> Diagnostic:
    """What click found wrong, in our words. usage: how the command is to be written."""
    if isinstance(cause, Mistake):
        return cause.diagnostic
    path = cause.ctx.command_path if cause.ctx is not None else "parrules"
    options = _options(cause.ctx)
    if isinstance(cause, click.NoSuchOption):
        return no_such_option(cause.option_name, options, path)
    if isinstance(cause, click.BadOptionUsage):
        flag = options.get(cause.option_name)
        if flag is not None and flag.is_flag:
            return takes_no_value(cause.option_name)
        return wants_a_value(cause.option_name, path)
    if isinstance(cause, click.MissingParameter) and cause.param is not None:
        return missing(cause.param.human_readable_name, usage)
    raise cause  # nothing else can come from the options that our commands have


def _options(context: click.Context | None) -> dict[str, click.Option]:
    found = context.command.params if context is not None else []
    return {name: one for one in found if isinstance(one, click.Option) for name in (*one.opts, *one.secondary_opts)}


def no_such_option(option: str, known: Iterable[str], path: str) -> Diagnostic:
    return diagnostic("UC101", option=option, suggestion=nearest(option, known), help=f"{path} --help")


def no_such_command(command: str, known: Mapping[str, str], path: str) -> Diagnostic:
    """known: what each command is for, in a few words: who gives the first of them, such as `chấm`, means that one."""
    word = command.casefold().replace("-", " ").replace("_", " ")
    said = (name for name, short in known.items() if word and f"{short} ".casefold().startswith(f"{word} "))
    meant = nearest(command, known) or next(said, None)
    return diagnostic("UC102", command=command, suggestion=meant, help=f"{path} --help")


def missing(name: str, usage: str) -> Diagnostic:
    return diagnostic("UC103", name=name, usage=usage)


def too_many(word: str, usage: str) -> Diagnostic:
    return diagnostic("UC104", word=word, usage=usage)


def rules_named_twice(word: str) -> Diagnostic:
    """The methodology stands before the evidence, and in `--methodology` as well."""
    return diagnostic("UC120", word=word)


def wants_a_value(option: str, path: str) -> Diagnostic:
    return diagnostic("UC105", option=option, help=f"{path} --help")


def takes_no_value(option: str) -> Diagnostic:
    return diagnostic("UC106", option=option)


def not_a_choice(given: str, name: str, choices: tuple[str, ...]) -> Diagnostic:
    near = nearest(given, choices)
    return diagnostic("UC107", given=given, name=name, choices=choices, suggestion=near)


def cannot_write(reason: str) -> Diagnostic:
    return diagnostic("UC108", reason=reason)


def no_such_code(code: str, known: Iterable[str]) -> Diagnostic:
    return diagnostic("UC109", asked=code, suggestion=nearest(code, known))


def needs_a_file(format: str) -> Diagnostic:
    """A workbook or a document is nothing to print."""
    return diagnostic("UC160", format=format)


def form_of_nobody() -> Diagnostic:
    """A form without the body that is to fill it in."""
    return diagnostic("UC164")


def not_a_name_with_a_value(given: str) -> Diagnostic:
    return diagnostic("UC119", given=given)


def not_one_or_more(given: str, option: str) -> Diagnostic:
    return diagnostic("UC180", given=given, option=option)


def worker_gone() -> Diagnostic:
    """A process that scored bodies ended by itself."""
    return diagnostic("UC181")


def nothing_to_open() -> Diagnostic:
    """`--open` without a file to open."""
    return diagnostic("UC190")


def not_opened(shown: str) -> Diagnostic:
    """The file is there, and the system has no program to show it with."""
    return warning("UC191", file=shown)


def one_file_for_several() -> Diagnostic:
    """Pages of some bodies of a round, which are more than one file."""
    return diagnostic("UC192")


def proofs_are_handed_in() -> Diagnostic:
    """A report in Word, whose part is to name documents, without documents."""
    return diagnostic("UC170")


def nothing_to_watch() -> Diagnostic:
    """`--watch` of standard input, which comes once."""
    return diagnostic("UC171")
