"""What is wrong with plugins: with one that is installed, and with what one does to a rule file."""

from __future__ import annotations

from parrules.scoring.plugin_call import cause_in_words, line_of
from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.source import Span


def not_loaded(plugin: str, cause: BaseException) -> Diagnostic:
    return warning("UC201", plugin=plugin, cause=cause_in_words(cause), at=line_of(cause))


def no_such_hook(plugin: str, hook: str, suggestion: str | None) -> Diagnostic:
    """It answers a hook that nobody asks."""
    return warning("UC202", plugin=plugin, hook=hook, suggestion=suggestion)


def hook_failed(plugin: str, hook: str, cause: BaseException) -> Diagnostic:
    return warning("UC203", plugin=plugin, hook=hook, cause=cause_in_words(cause), at=line_of(cause))


def wrong_type_brought(plugin: str, hook: str, given: str) -> Diagnostic:
    return warning("UC204", plugin=plugin, hook=hook, given=given)


def named_twice(plugin: str, name: str, brought_by: str | None) -> Diagnostic:
    """It brings a name that there is already. brought_by: the plugin that brings it, too; None for parrules itself."""
    return warning(
        "UC205",
        plugin=plugin,
        name=name,
        shipped=name if brought_by is None else None,
        itself=plugin if brought_by == plugin else None,
        other=brought_by if brought_by != plugin else None,
    )


def brings_nothing(plugin: str) -> Diagnostic:
    return warning("UC206", plugin=plugin)


def installed_twice(plugin: str) -> Diagnostic:
    """Two distributions bring a plugin of one name."""
    return warning("UC207", plugin=plugin)


def format_failed(name: str, cause: BaseException) -> Diagnostic:
    return diagnostic("UC209", name=name, cause=cause_in_words(cause), at=line_of(cause))


def format_gave(name: str, given: str) -> Diagnostic:
    """Neither a text nor bytes."""
    return diagnostic("UC210", name=name, given=given)


def reader_failed(file: str, ending: str, cause: BaseException) -> Diagnostic:
    """A file that a plugin could not read."""
    return diagnostic("EV607", place=file, ending=ending, cause=cause_in_words(cause), at=line_of(cause))


def reader_gave(file: str, ending: str, given: str) -> Diagnostic:
    """A cell that is no text."""
    return diagnostic("EV608", place=file, ending=ending, given=given)


def unknown_in_python(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    """No plugin brings the criterion that a rule file names."""
    return diagnostic("PR604", span, name=name, suggestion=suggestion)


def reads_differ(span: Span, name: str, wanted: tuple[str, ...]) -> Diagnostic:
    """The rule file does not hand a criterion in Python exactly what it wants."""
    return diagnostic("PR605", span, name=name, wanted=", ".join(wanted))


def word_failed(plugin: str, word: str, cause: BaseException) -> Diagnostic:
    return diagnostic("PR606", plugin=plugin, word=word, cause=cause_in_words(cause), at=line_of(cause))


def word_gave(plugin: str, word: str, given: str, span: Span | None = None) -> Diagnostic:
    """A word that is rewritten to something else than it should be."""
    return diagnostic("PR607", span, plugin=plugin, word=word, given=given)


def check_failed(check: str, cause: BaseException) -> Diagnostic:
    return warning("PR608", check=check, cause=cause_in_words(cause), at=line_of(cause))


def check_gave(check: str, given: str) -> Diagnostic:
    """A check that says something else than it should."""
    return warning("PR609", check=check, given=given)


def check_says(span: Span | None, vi: str, en: str, is_error: bool) -> Diagnostic:
    """What a check of a plugin found, in its own words."""
    return (diagnostic if is_error else warning)("PR610", span, vi=vi, en=en)
