"""What was found as JUnit XML, which build servers show as tests: a suite a file, a case each finding or test."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from parrules.report.found.told import Passed, Told

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit_text(told: Sequence[Told], passed: Sequence[Passed] = ()) -> str:
    """Files in the order of their names. A warning is a case that passed and says something; an error one that failed.

    passed: cases with nothing to say.
    """
    files = sorted({*(one.file for one in told), *(one.file for one in passed)})
    suites = [_suite(file, [one for one in told if one.file == file], passed) for file in files]
    errors = sum(one.is_error for one in told)
    cases = len(told) + len(passed)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<testsuites name="parrules" tests="{cases}" failures="{errors}">\n{"".join(suites)}</testsuites>\n'


def _suite(file: str, told: Sequence[Told], passed: Sequence[Passed]) -> str:
    right = [one.name for one in passed if one.file == file]
    cases = [f"    <testcase name={_quoted(name)} classname={_quoted(file)}/>\n" for name in right]
    cases += [_case(one) for one in told]
    errors = sum(one.is_error for one in told)
    opening = f'  <testsuite name={_quoted(file)} tests="{len(cases)}" failures="{errors}">\n'
    return f"{opening}{''.join(cases)}  </testsuite>\n"


def _case(one: Told) -> str:
    place = f"{one.region.line}:{one.region.column}" if one.region is not None else ""
    name = _quoted(" ".join(part for part in (one.code, place) if part))
    line = f' line="{one.region.line}"' if one.region is not None else ""
    if one.is_error:
        said = f'<failure type="{one.code}" message={_quoted(one.says)}>{_text(one.whole)}</failure>'
    else:
        said = f"<system-out>{_text(one.whole)}</system-out>"
    return f"    <testcase name={name} classname={_quoted(one.file)}{line}>{said}</testcase>\n"


def _quoted(text: str) -> str:
    return quoteattr(_NOT_XML.sub("�", text))


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("�", text))
