"""What was found, in the forms that editors, code hosts and build servers read."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from jsonschema import Draft7Validator

from parrules.report.found.formats import for_programs
from parrules.report.found.told import Passed
from parrules.text.diagnostic import diagnostic, warning
from parrules.text.source import Source, Span

SOURCE = Source("quy tắc/a,b.yaml", "one\ntwo three\n")
WRONG = diagnostic("PR302", Span(SOURCE, 4, 7), word="award")
DOUBTFUL = warning("PR305", Span(SOURCE, 8, 13))
PLACELESS = diagnostic("UC110", name="x: 100%", suggestion=None)

SARIF = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results", "columnKind"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name", "rules"],
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "language": {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
                                    "rules": {
                                        "type": "array",
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "shortDescription": {"$ref": "#/definitions/message"},
                                                "fullDescription": {"$ref": "#/definitions/message"},
                                                "help": {"$ref": "#/definitions/message"},
                                            },
                                        },
                                    },
                                },
                                "additionalProperties": False,
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["ruleId", "ruleIndex", "level", "message"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"$ref": "#/definitions/message"},
                                "locations": {"type": "array", "items": {"$ref": "#/definitions/location"}},
                            },
                        },
                    },
                },
            },
        },
    },
    "definitions": {
        "message": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}},
        "location": {
            "type": "object",
            "required": ["physicalLocation"],
            "properties": {
                "physicalLocation": {
                    "type": "object",
                    "required": ["artifactLocation"],
                    "properties": {
                        "artifactLocation": {
                            "type": "object",
                            "properties": {"uri": {"type": "string", "pattern": "^[!-~]+$"}},
                        },
                        "region": {
                            "type": "object",
                            "additionalProperties": False,
                            "properties": {
                                name: {"type": "integer", "minimum": 1}
                                for name in ("startLine", "startColumn", "endLine", "endColumn")
                            },
                        },
                    },
                }
            },
        },
    },
}
"""The parts of the published schema of SARIF 2.1.0 that are used."""


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("found", [(), (WRONG, DOUBTFUL, PLACELESS)], ids=["nothing", "three"])
def test_sarif_has_the_shape_that_is_published(language, found) -> None:
    text = for_programs(found, "sarif", language, version="0.1.0")
    assert [] == [error.message for error in Draft7Validator(SARIF).iter_errors(json.loads(text))]


def test_sarif_names_rule_level_file_and_region() -> None:
    (run,) = json.loads(for_programs((DOUBTFUL, WRONG), "sarif", "en"))["runs"]
    first, second = run["results"]
    assert ("PR302", 0, "error") == (first["ruleId"], first["ruleIndex"], first["level"])
    assert ("PR305", 1, "warning") == (second["ruleId"], second["ruleIndex"], second["level"])
    place = first["locations"][0]["physicalLocation"]
    assert "quy%20t%E1%BA%AFc/a%2Cb.yaml" == place["artifactLocation"]["uri"]
    assert {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 4} == place["region"]
    assert ["PR302", "PR305"] == [rule["id"] for rule in run["tool"]["driver"]["rules"]]


def test_sarif_says_no_place_where_there_is_none() -> None:
    (run,) = json.loads(for_programs((PLACELESS,), "sarif", "en"))["runs"]
    assert "locations" not in run["results"][0]


def test_lines_for_github_escape_what_would_end_a_property_or_the_line() -> None:
    first, second, third = for_programs((WRONG, DOUBTFUL, PLACELESS), "github", "en").splitlines()
    assert first.startswith("::error title=UC110::there is no methodology named `x: 100%25`%0A")
    place = "file=quy tắc/a%2Cb.yaml,line=2,col=1,endLine=2,endColumn=4,title=PR302"
    says = "it may be that no row of this `award` holds, and then nothing is given"
    assert second == f"::error {place}::{says}%0Aclose it with a last row: `otherwise 0`, or what the text of the " + (
        "decision says"
    )
    assert third.startswith("::warning file=quy tắc/a%2Cb.yaml,line=2,col=5,endLine=2,endColumn=10,title=PR305::")


def test_of_several_lines_github_is_given_no_columns_of_the_end() -> None:
    line = for_programs((warning("PR305", Span(SOURCE, 0, 7)),), "github", "en")
    assert line.startswith("::warning file=quy tắc/a%2Cb.yaml,line=1,col=1,endLine=2,title=PR305::")


def test_junit_has_a_suite_a_file_and_errors_alone_have_failed() -> None:
    text = for_programs((WRONG, DOUBTFUL), "junit", "en", [Passed("b.yaml", "check")])
    root = ElementTree.fromstring(text)
    assert {"name": "parrules", "tests": "3", "failures": "1"} == root.attrib
    assert [("b.yaml", "1", "0"), (SOURCE.name, "2", "1")] == [
        (suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in root
    ]
    failed, warned = root[1]
    assert ("PR302 2:1", "PR302") == (failed.get("name"), failed[0].get("type"))
    assert ("system-out", True) == (warned[0].tag, (warned[0].text or "").startswith("this row can never apply"))


def test_junit_holds_only_characters_that_xml_may_have() -> None:
    text = for_programs((diagnostic("UC110", name='<\x01&">', suggestion=None),), "junit", "en")
    message = ElementTree.fromstring(text)[0][0][0].get("message")
    assert 'there is no methodology named `<�&">`' == message


def test_json_is_that_of_diagnostics() -> None:
    codes = [one["code"] for one in json.loads(for_programs((DOUBTFUL, WRONG), "json", "vi"))]
    assert ["PR302", "PR305"] == codes
