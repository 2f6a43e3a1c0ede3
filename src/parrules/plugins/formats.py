"""The forms of the result that plugins write, for who asks before anything is read."""

from __future__ import annotations

from parrules.plugins.installed import plugins_installed


def report_formats() -> tuple[str, ...]:
    """Their names, sorted; nothing is loaded where no plugin is installed."""
    if not plugins_installed():
        return ()
    from parrules.plugins.collect import collect

    return tuple(sorted(collect().reports))
