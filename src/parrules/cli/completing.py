"""What a shell is told when Tab is pressed: words, options, names of rules, or that a file is wanted.

The shell starts parrules for every press, so nothing is imported for it but the command at hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click
from click.shell_completion import CompletionItem, ShellComplete, get_completion_class

from parrules.cli import exits, streams
from parrules.cli.words import COMPLETION

SHELLS = ("bash", "zsh", "fish")


def script(shell: str, commands: click.Command) -> str:
    """What a shell reads at its start, so that it asks us."""
    return _asked(shell, commands).source()


def answer(asked: str, commands: click.Command) -> int:
    """Answers a shell that asks; a shell that we do not know is told nothing."""
    shell, _, what = asked.partition("_")
    if shell not in SHELLS or what != "complete":
        return exits.USAGE
    streams.put(_asked(shell, commands).complete() + "\n")
    return exits.FINE


def _asked(shell: str, commands: click.Command) -> ShellComplete:
    kind = get_completion_class(shell)
    assert kind is not None, "click knows the shells that we name"
    return kind(commands, {}, "parrules", COMPLETION)


def words(choices: Sequence[str], incomplete: str) -> list[CompletionItem]:
    """Those of a few words that begin like this."""
    return [CompletionItem(one) for one in choices if one.startswith(incomplete)]


def described(meanings: Mapping[str, str], incomplete: str) -> list[CompletionItem]:
    """The same, each with what it means."""
    return [CompletionItem(one, help=said) for one, said in meanings.items() if one.startswith(incomplete)]


def files(incomplete: str) -> list[CompletionItem]:
    """Files, which the shell itself knows best."""
    return [CompletionItem(incomplete, type="file")]


def rules(incomplete: str) -> list[CompletionItem]:
    """The methodologies that come with parrules and begin like this; files where none does, or nothing is typed."""
    if not incomplete or "/" in incomplete:
        return files(incomplete)
    from parrules.api.find import known_names

    return words(known_names(), incomplete) or files(incomplete)
