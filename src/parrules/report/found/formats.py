"""What was found in one of the forms that people, editors and build servers read."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.report.found.told import Passed, told_of
from parrules.text.diagnostic import Diagnostic, in_reading_order
from parrules.text.spelling import Language

FORMATS = ("text", "json", "sarif", "github", "junit")


def for_programs(
    found: Sequence[Diagnostic], format: str, language: Language, passed: Sequence[Passed] = (), version: str = ""
) -> str:
    """The text of `found` in every form but `text`, in reading order.

    passed: what was looked at and is right; only JUnit shows it. version: of parrules, for SARIF.
    """
    found = in_reading_order(found)
    if format == "json":
        from parrules.report.diagnostics import diagnostics_json
        from parrules.report.receipt import json_text

        return json_text(diagnostics_json(found))
    told = [told_of(one, language) for one in found]
    if format == "sarif":
        from parrules.report.found.sarif import sarif_text

        return sarif_text(told, language, version)
    if format == "github":
        from parrules.report.found.github import github_text

        return github_text(told)
    from parrules.report.found.junit import junit_text

    return junit_text(told, passed)
