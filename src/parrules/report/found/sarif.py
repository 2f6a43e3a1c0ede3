"""What was found as SARIF 2.1.0 (OASIS), which editors and code hosts show at its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from urllib.parse import quote

from parrules.report.exact_json import Json
from parrules.report.found.told import Region, Told
from parrules.report.receipt import json_text
from parrules.text.spelling import Language
from parrules.text.wording import fill, wording

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def sarif_text(told: Sequence[Told], language: Language, version: str) -> str:
    """One run with a result each. Columns count characters, not bytes."""
    codes = sorted({one.code for one in told})
    driver: Json = {"name": "parrules", **({"version": version} if version else {}), "language": language}
    run: Json = {
        "tool": {"driver": {**driver, "rules": [_rule(code, language) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.code)) for one in told],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, language: Language) -> Json:
    words = wording(code, language)
    assert words is not None  # every code has words
    rule: Json = {"id": code, "shortDescription": {"text": fill(words.says, defaultdict(lambda: "…"))}}
    if words.explains:
        rule["fullDescription"] = {"text": words.explains}
    if words.example:
        rule["help"] = {"text": words.example}
    return rule


def _result(one: Told, index: int) -> Json:
    result: Json = {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": "error" if one.is_error else "warning",
        "message": {"text": one.whole},
    }
    if one.file:
        place: Json = {"artifactLocation": {"uri": quote(one.file)}}
        if one.region is not None:
            place["region"] = _region(one.region)
        result["locations"] = [{"physicalLocation": place}]
    return result


def _region(region: Region) -> Json:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }
