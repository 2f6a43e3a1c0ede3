from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parrules.syntax.handed_over import OddNumber
from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.syntax.scalars import number_of, yes_no_of
from parrules.syntax.shape import MOST_SHOWN, validate
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source
from parrules.text.wording import message

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
WHOLE: Schema = {"type": "integer"}
EITHER: Schema = {"type": ["number", "string"]}
DAY: Schema = {"type": "string", "format": "date"}
YES_NO: Schema = {"enum": [True, False, "yes", "no"]}


def keys(_required: tuple[str, ...] = (), **properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(_required), "additionalProperties": False}


def found(schema: Schema, text: str) -> tuple[Diagnostic, ...]:
    source = Source("rules.yaml", text)
    node, refused = read_yaml(source)
    assert refused == ()
    assert node is not None
    return validate(node, schema, source)


def told(schema: Schema, text: str) -> list[tuple[str, str]]:
    """The code of each mistake and the words that it points at."""
    return [(one.code, one.span.words) for one in found(schema, text) if one.span is not None]


def hints(schema: Schema, text: str) -> tuple[str, ...]:
    (one,) = found(schema, text)
    assert len(message(one, "vi").hints) == len(message(one, "en").hints)
    return message(one, "en").hints


@pytest.mark.parametrize(
    ("schema", "texts"),
    [
        pytest.param(TEXT, ["a", '"1.10"', "'no'", "1.1.1", "27/11/2025", "y", "|\n  1\n"], id="texts"),
        pytest.param(NUMBER, ["0", "25", "-3", "0.25", "12.5000", "0.125", "9" * 18], id="numbers"),
        pytest.param(WHOLE, ["0", "25", "-3"], id="whole numbers"),
        pytest.param(
            EITHER, ["25", "82,5%", "20500", "1.000", "012", "+5", "yes", "2025-11-27", "9" * 30], id="either"
        ),
        pytest.param(DAY, ["2025-11-27", '"2025-11-27"'], id="days"),
        pytest.param(YES_NO, ["yes", "no", "true", "False", '"yes"'], id="yes and no"),
        pytest.param({"oneOf": [keys(("a",), a=TEXT), keys(("b",), b=TEXT)]}, ["{a: x}", "{b: x}"], id="one of two"),
        pytest.param({"type": ["string", "null"]}, ["a", "~", "null"], id="a text or nothing"),
        pytest.param({"type": ["boolean", "string"]}, ["yes", "true", "a"], id="yes or a text"),
        pytest.param({"enum": ["none", 0, 1]}, ["none", "0", "1"], id="one of a list"),
        pytest.param({"anyOf": [TEXT, YES_NO]}, ["no", "a", "true"], id="what one of two shapes allows"),
        pytest.param({"type": "array", "items": TEXT}, ["[]", "[a, b]", "- a\n- b"], id="lists"),
        pytest.param(keys(a=NUMBER), ["{}", "a: 1"], id="keys"),
        pytest.param({"multipleOf": 0.1}, ["0.3", "0.7", "1"], id="multiples, exactly"),
    ],
)
def test_what_fits_is_let_be(schema: Schema, texts: list[str]) -> None:
    assert {one: [] for one in texts} == {one: told(schema, one) for one in texts}


@pytest.mark.parametrize(
    "text",
    [
        "1.10",
        "2025",
        "012",
        "1_000",
        "22:22",
        "0x1F",
        "1e3",
        ".5",
        "yes",
        "no",
        "on",
        "Off",
        "true",
        "2025-11-27",
        "1.5",
        "0o17",
    ],
)
def test_what_others_read_as_something_else_wants_quotes(text: str) -> None:
    assert [("PR061", text)] == told(keys(code=TEXT), f"code: {text}")
    assert (f'write `"{text}"`',) == hints(keys(code=TEXT), f"code: {text}")
    assert told(keys(code=TEXT), f'code: "{text}"') == []


@pytest.mark.parametrize("text", ["1.10", "2025", "no", "on", "22:22", "null", "2025-11-27"])
def test_keys_that_others_read_as_something_else_want_quotes(text: str) -> None:
    marks = {"type": "object", "additionalProperties": NUMBER}
    assert [("PR062", text)] == told(marks, f"{text}: 1")
    assert told(marks, f'"{text}": 1') == []


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(("PR063", "1000"), "1_000", id="a low line between thousands"),
        pytest.param(("PR063", "12"), "012", id="a zero in front"),
        pytest.param(("PR063", None), "22:22", id="sixties"),
        pytest.param(("PR063", "31"), "0x1F", id="sixteens"),
        pytest.param(("PR063", "1000"), "1e3", id="a power of ten"),
        pytest.param(("PR063", None), "1e999999", id="a huge power of ten"),
        pytest.param(("PR063", "5"), "+5", id="a plus"),
        pytest.param(("PR063", "0.5"), ".5", id="nothing before the point"),
        pytest.param(("PR063", "5"), "5.", id="nothing behind the point"),
        pytest.param(("PR063", None), ".nan", id="no number"),
        pytest.param(("PR063", None), "-.inf", id="without end"),
        pytest.param(("PR063", "9.44"), "9,44", id="a comma"),
        pytest.param(("PR063", "1000000"), "1.000.000", id="millions with points"),
        pytest.param(("PR066", "25"), '"25"', id="in quotes"),
        pytest.param(("PR065", None), "1" * 19, id="too many digits"),
        pytest.param(("PR065", None), "0." + "1" * 19, id="too many decimals"),
        pytest.param(("PR053", None), "hai", id="a word"),
        pytest.param(("PR053", None), "80%", id="a ratio"),
        pytest.param(("PR053", None), "yes", id="yes"),
        pytest.param(("PR053", None), "2025-11-27", id="a day"),
    ],
)
def test_numbers_not_written_plainly(expected: tuple[str, str | None], text: str) -> None:
    (one,) = found(keys(max=NUMBER), f"max: {text}")
    assert expected == (one.code, dict(one.arguments).get("plain"))
    assert one.span is not None
    assert text == one.span.words


@pytest.mark.parametrize(
    ("fraction", "thousands", "text"),
    [("16", "16000", "16.000"), ("1.1250", "1125", "1.125"), ("1.5", "1500", "1.500"), ("1.5", "1500", "1,500")],
)
def test_thousands_or_a_fraction(fraction: str, thousands: str, text: str) -> None:
    assert [("PR064", text)] == told(NUMBER, text)
    expected = (f"for the fraction write `{fraction}`", f"for the thousands write `{thousands}`")
    assert expected == hints(NUMBER, text)
    assert expected == hints({"anyOf": [NUMBER, {"enum": ["none"]}]}, text)


@pytest.mark.parametrize("text", ["1e3", "1_000", "22:22", ".inf", "0b11"])
def test_where_either_may_stand_what_is_neither_is_refused(text: str) -> None:
    assert [("PR067", text)] == told(EITHER, text)


@pytest.mark.parametrize(
    ("expected", "schema", "text"),
    [
        pytest.param(("PR050", "titel"), keys(title=TEXT), "titel: a", id="a key that is not known"),
        pytest.param(("PR051", "a"), keys(("code",), a=TEXT, code=TEXT), "a: b", id="a key that is missing"),
        pytest.param(
            ("PR051", "valid"), keys(valid=keys(("from",), to=TEXT)), "valid: {to: a}", id="missing below a key"
        ),
        pytest.param(("PR052", "a"), keys(t=TEXT), "t:\n  - a", id="a list for a text"),
        pytest.param(("PR054", "1.5"), WHOLE, "1.5", id="a fraction for a whole number"),
        pytest.param(("PR055", "có"), YES_NO, "có", id="another word for yes"),
        pytest.param(("PR056", "a"), {"type": "array"}, "a", id="a text for a list"),
        pytest.param(("PR057", "a"), keys(), "a", id="a text for keys"),
        pytest.param(("PR058", "31/12/2025"), DAY, "31/12/2025", id="a day written otherwise"),
        pytest.param(("PR059", "2025-02-30"), DAY, "2025-02-30", id="a day that there is not"),
        pytest.param(("PR060", "a"), {"type": ["string", "object"]}, "[a]", id="neither of two kinds"),
        pytest.param(("PR068", "t"), keys(t=TEXT), "t: # later", id="nothing behind a key"),
        pytest.param(("PR068", "~"), keys(t=NUMBER), "t: ~", id="the sign for nothing"),
        pytest.param(("PR068", ""), {"type": "array", "items": TEXT}, "- a\n-", id="nothing behind a dash"),
        pytest.param(("PR070", "summ"), {"enum": ["sum", "mean"]}, "summ", id="not one of the list"),
        pytest.param(("PR070", "2"), {"const": 1}, "2", id="not the one value"),
        pytest.param(("PR068", "t"), keys(t={"enum": ["sum", "mean"]}), "t:", id="nothing for one of the list"),
        pytest.param(("PR071", "sum"), {"enum": ["sum", "mean"]}, "[sum]", id="a list for one of a list"),
        pytest.param(("PR061", "no"), {"enum": ["no", "maybe"]}, "no", id="one of the list without its quotes"),
        pytest.param(("PR066", '"1"'), {"enum": [0, 1]}, '"1"', id="one of the numbers in quotes"),
        pytest.param(("PR072", "x"), {"pattern": "^v[0-9]$"}, "x", id="a pattern"),
        pytest.param(("PR073", '""'), {"type": "string", "minLength": 1}, '""', id="an empty text"),
        pytest.param(("PR074", "[]"), {"type": "array", "minItems": 1}, "[]", id="an empty list"),
        pytest.param(("PR075", "{}"), {"type": "object", "minProperties": 1}, "{}", id="no keys"),
        pytest.param(("PR076", "[a]"), {"minItems": 2}, "[a]", id="too few"),
        pytest.param(("PR077", "a"), {"maxItems": 1}, "[a, b]", id="too many"),
        pytest.param(("PR078", "B"), {"propertyNames": {"pattern": "^[a-z]$"}}, "{a: 1, B: 1}", id="a key's form"),
        pytest.param(("PR050", "B"), {"propertyNames": {"enum": ["a"]}}, "{a: 1, B: 1}", id="a key's list"),
        pytest.param(("PR079", "-1"), {"minimum": 0}, "-1", id="too low"),
        pytest.param(("PR079", "0"), {"exclusiveMinimum": 0}, "0", id="not low enough for an open end"),
        pytest.param(("PR080", "0.3"), {"maximum": 0.25}, "0.3", id="too high"),
        pytest.param(("PR086", "0.3"), {"multipleOf": 0.25}, "0.3", id="not a multiple"),
        pytest.param(("PR083", "a"), {"dependencies": {"a": ["b"]}}, "{x: 1, a: 1}", id="a key that needs another"),
        pytest.param(
            ("PR082", "a"), {"not": {"required": ["a", "b"]}}, "{a: 1, b: 1}", id="keys that exclude each other"
        ),
        pytest.param(
            ("PR083", "a"),
            {"dependencies": {"a": ["b", "c"]}},
            "{a: 1, b: 1}",
            id="a key that needs two others, of one",
        ),
        pytest.param(("PR084", "a"), {"not": {}}, "{a: 1}", id="anything else"),
        pytest.param(("PR084", "2"), {"contains": {"const": 1}}, "[2]", id="what has no words of its own"),
        pytest.param(("PR058", "2025"), DAY, "2025", id="a year for a day"),
        pytest.param(
            ("PR058", "2025"), {"type": ["string", "null"], "format": "date"}, "2025", id="a year, or nothing"
        ),
        pytest.param(("PR064", "1.000"), {"type": ["integer", "string"]}, "1.000", id="thousands, or a text"),
    ],
)
def test_each_mistake_has_its_words_and_its_place(expected: tuple[str, str], schema: Schema, text: str) -> None:
    (one,) = found(schema, text)
    assert one.span is not None
    assert expected == (one.code, one.span.words)
    assert message(one, "vi").says != message(one, "en").says


@pytest.mark.parametrize(
    ("expected", "schema", "text"),
    [
        pytest.param(
            ("did you mean `title`?", "these may stand here: max, title"),
            keys(max=NUMBER, code=TEXT, title=TEXT),
            "{code: a, titel: b}",
            id="a key that is near, and those still free",
        ),
        pytest.param(
            ("these may stand here: max",),
            keys(max=NUMBER, title=TEXT),
            "{title: a, titel: b}",
            id="not one that is there",
        ),
        pytest.param(("did you mean `yes`?",), YES_NO, "Có", id="yes in Vietnamese"),
        pytest.param(("did you mean `2025-12-31`?",), DAY, "31/12/2025", id="a day as Vietnam writes it"),
        pytest.param(
            ("did you mean `sum`?", "one of these: sum, mean"), {"enum": ["sum", "mean"]}, "Sum", id="one of a list"
        ),
        pytest.param(("is a space missing behind the colon? `code: …`",), keys(), 'code:"1"', id="a missing space"),
        pytest.param(
            ("for example: `v1`",), {"pattern": "^v[0-9]$", "examples": ["v1"]}, "x", id="an example of a form"
        ),
        pytest.param(("write `2`",), WHOLE, "2.0", id="a whole number with decimals"),
        pytest.param(
            ("one of these: none", "if a number is meant, write `2`"),
            {"enum": ["none"]},
            '"2"',
            id="a number in quotes",
        ),
        pytest.param(
            ('a text may stand here: `"…"`', "keys with their values may stand here: `…: …`"),
            {"type": ["string", "object"]},
            "[a]",
            id="the kinds that may stand here",
        ),
    ],
)
def test_the_fix_is_proposed(expected: tuple[str, ...], schema: Schema, text: str) -> None:
    assert expected == hints(schema, text)


TITLE: Schema = {"anyOf": [TEXT, keys(("vi",), vi=TEXT, en=TEXT)]}
KINDS: Schema = {"anyOf": [keys(("is",), **{"is": {"const": one}, one: NUMBER}) for one in ("x", "y")]}
WAYS: Schema = {"type": "object", "oneOf": [{"required": ["score"]}, {"required": ["judged"]}]}


@pytest.mark.parametrize(
    ("expected", "schema", "text"),
    [
        pytest.param([("PR061", "no")], TITLE, "no", id="a text that others read otherwise"),
        pytest.param([("PR061", "2025")], TITLE, "{vi: 2025}", id="the same inside the shape that was meant"),
        pytest.param([("PR050", "vn"), ("PR051", "vn")], TITLE, "{vn: a}", id="keys of the shape that was meant"),
        pytest.param([("PR060", "a")], TITLE, "[a]", id="none of the kinds"),
        pytest.param([("PR053", "a")], KINDS, "{is: y, y: a}", id="the shape that a key names"),
        pytest.param([("PR050", "x")], KINDS, "{is: y, x: 1}", id="a key of the other shape"),
        pytest.param([("PR070", "z")], KINDS, "{is: z}", id="a shape that there is not"),
        pytest.param([("PR081", "a")], WAYS, "{a: 1}", id="none of the ways"),
        pytest.param([("PR082", "score")], WAYS, "{score: a, judged: b}", id="two ways at once"),
        pytest.param([("PR070", "non")], {"anyOf": [NUMBER, {"enum": ["none"]}]}, "non", id="a word near to one"),
        pytest.param([("PR063", "1_0")], {"anyOf": [NUMBER, {"enum": ["none"]}]}, "1_0", id="a number near to one"),
        pytest.param([("PR060", "a")], {"anyOf": [NUMBER, YES_NO]}, "a", id="neither a number nor yes or no"),
        pytest.param(
            [("PR070", "x")], {"anyOf": [{"type": "array"}, {"enum": ["none"], "minLength": 4}]}, "x", id="a short word"
        ),
        pytest.param(
            [("PR058", "31/12/2025")], {"anyOf": [DAY, {"enum": ["none"]}]}, "31/12/2025", id="a day written otherwise"
        ),
    ],
)
def test_of_several_shapes_the_one_that_was_meant_is_told(
    expected: list[tuple[str, str]], schema: Schema, text: str
) -> None:
    assert expected == told(schema, text)


def test_all_values_that_tell_shapes_apart_are_listed() -> None:
    assert hints(KINDS, "{is: z}") == ("one of these: x, y",)


def test_a_condition_of_the_schema_refuses_nothing_by_itself() -> None:
    schema = {"type": ["integer", "string"], "if": TEXT, "then": {"enum": ["none"]}}
    assert told(schema, "2") == []
    assert told(schema, "none") == []
    assert told(schema, "no") == [("PR070", "no")]
    evidence = {"if": {"required": ["columns"]}, "then": keys(columns=TEXT), "else": keys(unit=TEXT)}
    assert told(evidence, "{columns: a, unit: b}") == [("PR050", "unit")]
    assert told({"if": {"required": ["columns"]}, "then": keys()}, "{unit: b}") == []


def test_mistakes_inside_lists_and_references_are_found_in_reading_order() -> None:
    schema: Schema = {
        "$ref": "#/definitions/criterion",
        "definitions": {
            "criterion": keys(
                ("code",), code=TEXT, criteria={"type": "array", "items": {"$ref": "#/definitions/criterion"}}
            )
        },
    }
    text = "code: 1\ncriteria:\n- code: 2\n  kode: a\n- criteria: []\n"
    assert told(schema, text) == [("PR061", "1"), ("PR061", "2"), ("PR050", "kode"), ("PR051", "criteria")]


def test_no_more_is_shown_than_a_reader_can_use() -> None:
    shown = told({"type": "array", "items": NUMBER}, "- a\n" * 1000)
    assert [*[("PR053", "a")] * MOST_SHOWN, ("PR085", "")] == shown


def test_a_number_is_never_printed_by_the_library() -> None:
    assert repr(OddNumber(readable=True)) == "…"


def test_a_whole_instance_is_never_printed() -> None:
    secret = "số điện thoại " * 20
    for schema in (NUMBER, {"enum": ["a"]}, keys(), {"type": "array"}, {"pattern": "^a$"}, {"maxLength": 1}):
        for one in found(schema, f"a: {secret}" if schema.get("type") == "object" else f'"{secret}"'):
            assert secret not in message(one, "vi").says + message(one, "en").says


_SCHEMAS: list[Schema] = [
    TEXT, NUMBER, WHOLE, EITHER, DAY, YES_NO, TITLE, KINDS, WAYS, {"enum": ["none", 0]},
    {"type": "array", "items": TEXT},
    {"anyOf": [NUMBER, TITLE, {"type": "array", "items": YES_NO}]}, {"oneOf": [NUMBER, EITHER]}, {"const": "a"},
    {"if": TEXT, "then": {"enum": ["none"]}, "else": NUMBER}, {"not": TEXT}, {"minimum": 0, "multipleOf": 0.5},
]  # fmt: skip
_WORDS = [
    "a",
    "none",
    "yes",
    "no",
    "1",
    "1.5",
    "1_0",
    "1e3",
    ".nan",
    "~",
    "2025",
    "2025-01-01",
    "1.000",
    "is",
    "vi",
    "score",
    "judged",
    "x",
    "[]",
    "{}",
]
_VALUES = st.recursive(
    st.sampled_from([*_WORDS, '""', '"1"', "", "'no'"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda all: f"[{', '.join(one or 'a' for one in all)}]")
        | st.dictionaries(st.sampled_from(_WORDS[:-2]), inner, max_size=3).map(
            lambda all: "{" + ", ".join(f"{key}: {one}" for key, one in all.items()) + "}"
        )
    ),
    max_leaves=6,
)


@given(st.sampled_from(_SCHEMAS), _VALUES)
def test_whatever_stands_there_ends_in_words(schema: Schema, text: str) -> None:
    source = Source("rules.yaml", f"k: {text}\n")
    node, refused = read_yaml(source)
    if node is not None:
        for one in validate(node, keys(k=schema), source):
            assert one.span is not None
            assert message(one, "vi").says and message(one, "en").says
    else:
        assert refused


def values(node: Node) -> list[Scalar]:
    return [under for _, under in node.entries if isinstance(under, Scalar)] if isinstance(node, Mapping) else []


@given(_VALUES)
def test_what_is_let_be_can_be_read(text: str) -> None:
    source = Source("rules.yaml", f"k: {text}\n")
    node, _ = read_yaml(source)
    for schema, read in ((NUMBER, number_of), (YES_NO, yes_no_of)):
        if node is not None and not validate(node, keys(k=schema), source):
            for one in values(node):
                read(one)


RULES = {
    "type": "object",
    "properties": {"methodology": TEXT, "evidence": {"type": "object"}},
    "required": ["methodology"],
}
EVIDENCE = {"type": "object", "properties": {"evidence": TEXT, "round": {"type": "object"}}, "required": ["evidence"]}


@pytest.mark.parametrize(
    ("wanted", "schema", "text"),
    [
        pytest.param([("PR090", "a.b")], RULES, "{evidence: a.b, round: {}}", id="evidence where rules are wanted"),
        pytest.param([("PR090", "a.b")], EVIDENCE, "{methodology: a.b, evidence: {}}", id="rules for evidence"),
        pytest.param([("PR090", "parrules_lost")], EVIDENCE, "{parrules_lost: 1, parts: []}", id="a result of ours"),
        pytest.param([("PR051", "titel")], RULES, "{titel: a.b}", id="a file of no kind lacks its key"),
        pytest.param([], RULES, "{methodology: a.b, round: {}}", id="rules with a key that evidence has are rules"),
    ],
)
def test_a_file_of_another_kind_is_told_as_one_mistake(
    wanted: list[tuple[str, str]], schema: Schema, text: str
) -> None:
    assert told(schema, text) == wanted


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        pytest.param([("PR091", "Phản ánh, kiến nghị")], "{title: Phản ánh, kiến nghị}", id="a text with a comma"),
        pytest.param([("PR050", "b")], "{title: 'a', b}", id="a text in quotes was not cut"),
        pytest.param([("PR050", "b")], "{title: a, b: }", id="a key with its colon is a key"),
        pytest.param([("PR050", "b")], "title: a\nb:\n", id="a key on its own line is a key"),
    ],
)
def test_a_text_that_is_cut_at_a_comma_is_told_as_one(wanted: list[tuple[str, str]], text: str) -> None:
    assert told(keys(title=TEXT), text) == wanted
