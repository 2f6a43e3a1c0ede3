"""What all commands share: their options, their help in both languages, and what is made of a wrong one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from parrules.cli import mistakes, streams
from parrules.cli.words import CommandWords, command_words, said
from parrules.text.spelling import Language
from parrules.text.wording import LANGUAGES

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = (
    "evaluate",
    "form",
    "explain",
    "rank",
    "reconcile",
    "lost",
    "compare",
    "diff",
    "stages",
    "check",
    "test",
    "new",
    "plugins",
    "fmt",
    "calc",
    "schema",
    "code",
    "doctor",
    "completion",
)
SPELLINGS = ("vi", "en")
"""Of the words of programs."""
"""In the order of the list that `parrules --help` shows; each is a module beside this one."""


class OneOf(click.ParamType[str]):
    """One of a few words."""

    name = "word"

    def __init__(self, choices: Sequence[str]) -> None:
        self.choices = tuple(choices)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            asked = f"`{param.opts[0]}`" if isinstance(param, click.Option) else getattr(param, "metavar", "")
            raise mistakes.Mistake(mistakes.not_a_choice(str(value), asked, self.choices))
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from parrules.cli.completing import words

        return words(self.choices, incomplete)


class AtLeastOne(click.ParamType[int]):
    """A whole number, 1 or more."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        if not (value.isascii() and value.isdecimal() and len(value) < 5 and int(value)):
            asked = param.opts[0] if isinstance(param, click.Option) else ""
            raise mistakes.Mistake(mistakes.not_one_or_more(str(value), asked))
        return int(value)


def choice(names: list[str], choices: Sequence[str], words: CommandWords, default: str | None = None) -> click.Option:
    """An option that is one of a few words, which its help shows."""
    option = click.Option(names, type=OneOf(choices), default=default, metavar="|".join(choices))
    option.help = words.options[option.name or ""]
    return option


def option(names: list[str], words: CommandWords, *, completes: str = "", **attributes: Any) -> click.Option:
    """An option, with its help in the language of `words`. completes: as which argument a shell completes it."""
    completed = _COMPLETED.get(completes or str(attributes.get("metavar")))
    made = click.Option(names, **attributes, shell_complete=completed)
    made.help = words.options[made.name or ""]
    return made


def argument(name: str, words: CommandWords, place: int, **attributes: Any) -> click.Argument:
    """The argument that stands at `place`, called in help and mistakes as the words call it."""
    metavar = words.arguments[place][0].strip("[].")
    return click.Argument([name], metavar=metavar, shell_complete=_COMPLETED.get(name), **attributes)


def _files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from parrules.cli.completing import files

    return files(incomplete)


def _rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from parrules.cli.completing import rules

    return rules(incomplete)


_COMPLETED = {
    "FILE": _files,
    "FOLDER": _files,
    "files": _rules,
    "first": _rules,
    "methodologies": _rules,
    "methodology": _rules,
    "second": _files,
    "third": _files,
}
"""How a shell completes arguments by their names, and options by what stands for their value."""


class Verb(click.Command):
    """A command: reads its arguments, and hands them to `run` with the language; `run` returns the exit code."""

    def __init__(
        self, name: str, language: Language, run: Callable[..., int], parameters: Sequence[click.Parameter] = ()
    ) -> None:
        self.words = command_words(name, language)
        self.language = language
        self.run = run
        shared = [_language_option(self.words), _help_option(self.words)]
        settings = {"allow_extra_args": True}  # so that we say which word is one too many
        super().__init__(name, context_settings=settings, params=[*parameters, *shared], add_help_option=False)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with _told_where(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> int:
        if ctx.args:
            raise mistakes.Mistake(mistakes.too_many(ctx.args[0], usage(ctx, self.words)))
        return self.run(language=self.language, **ctx.params)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_head(ctx, formatter, self.words, self.language)
        if self.words.arguments:
            with formatter.section(said("frame.arguments", self.language)):
                formatter.write_dl(list(self.words.arguments))
        _write_options(self, ctx, formatter, self.language)
        if self.words.example:
            with formatter.section(said("frame.example", self.language)):
                formatter.write_text("\b\n" + self.words.example)


class Commands(click.Group):
    """`parrules` itself: finds the command and imports only that."""

    def __init__(self, language: Language) -> None:
        self.words = command_words("parrules", language)
        self.language = language
        version = option(
            ["--version", "-V"], self.words, is_flag=True, is_eager=True, expose_value=False, callback=_show_version
        )
        shared = [_language_option(self.words), version, _help_option(self.words)]
        super().__init__("parrules", params=shared, add_help_option=False, no_args_is_help=False)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with _told_where(ctx):
            return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        made = import_module(f"parrules.cli.{cmd_name}").command(self.language)
        assert isinstance(made, click.Command)
        return made

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        found = self.get_command(ctx, args[0])
        if found is None and ctx.resilient_parsing:  # a shell asks, and nobody is to be told
            return None, None, args
        if found is None:
            known = {command: command_words(command, self.language).short for command in COMMANDS}
            raise mistakes.Mistake(mistakes.no_such_command(args[0], known, ctx.command_path))
        return args[0], found, args[1:]

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands, of which none is imported for it; the options where a dash is typed."""
        from parrules.cli.completing import described

        if incomplete.startswith("-"):
            return click.Command.shell_complete(self, ctx, incomplete)
        return described({name: command_words(name, self.language).short for name in COMMANDS}, incomplete)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_head(ctx, formatter, self.words, self.language)
        with formatter.section(said("frame.commands", self.language)):
            formatter.write_dl([(name, command_words(name, self.language).short) for name in COMMANDS])
        _write_options(self, ctx, formatter, self.language)


def usage(ctx: click.Context, words: CommandWords) -> str:
    """How the command is written: `parrules check FILE`."""
    return " ".join([ctx.command_path, *(name for name, _ in words.arguments)])


@contextmanager
def _told_where(ctx: click.Context) -> Iterator[None]:
    """What is wrong with the words of a command knows which command it was."""
    try:
        yield
    except click.UsageError as cause:
        cause.ctx = cause.ctx or ctx
        raise


def _write_head(ctx: click.Context, formatter: click.HelpFormatter, words: CommandWords, language: Language) -> None:
    names = [name for name, _ in words.arguments]
    pieces = [said("frame.options_mark", language), *names]
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=said("frame.usage", language) + ": ")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(words.long)


def _write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, language: Language
) -> None:
    records = [one.get_help_record(ctx) for one in command.params if isinstance(one, click.Option)]
    with formatter.section(said("frame.options", language)):
        formatter.write_dl([record for record in records if record is not None])


def _language_option(words: CommandWords) -> click.Option:
    """Read beforehand (`language_of`); here it is only looked at whether it is a language."""
    made = choice(["--lang"], LANGUAGES, words)
    made.expose_value = False
    return made


def _help_option(words: CommandWords) -> click.Option:
    return option(["--help", "-h"], words, is_flag=True, is_eager=True, expose_value=False, callback=_show_help)


def _show_help(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        streams.put(ctx.get_help() + "\n")
        ctx.exit()


def _show_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        import parrules

        streams.put(f"parrules {parrules.__version__}\n")
        ctx.exit()
