import pytest
from hypothesis import given
from hypothesis import strategies as st

from parrules.syntax import yaml_reader
from parrules.syntax.nodes import Mapping, Node, Scalar, Sequence
from parrules.syntax.yaml_reader import MOST_DEPTH, MOST_SHOWN, read_yaml
from parrules.text.source import Source


def read(text: str) -> Node:
    node, found = read_yaml(Source("rules.yaml", text))
    assert found == ()
    assert node is not None
    return node


def plain(node: Node) -> object:
    """Nodes as Python's own lists and texts; a mapping as pairs."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return [(key.text, plain(under)) for key, under in node.entries]
    return tuple(plain(one) for one in node.entries)


def refused(text: str) -> list[tuple[str, str, int, int]]:
    """Code, words pointed at, line and column of each mistake."""
    node, found = read_yaml(Source("rules.yaml", text))
    assert node is None
    spans = [(one.code, one.span) for one in found]
    return [(code, span.words, span.line, span.column) for code, span in spans if span is not None]


def test_every_scalar_is_the_text_in_the_file() -> None:
    text = "a: 1.10\nb: no\nc: 012\nd: 22:22\ne: 1_000\nf: 2025-11-27\ng: ~\nh:\ni: 0x1F\n"
    expected = [
        ("a", "1.10"),
        ("b", "no"),
        ("c", "012"),
        ("d", "22:22"),
        ("e", "1_000"),
        ("f", "2025-11-27"),
        ("g", "~"),
        ("h", ""),
        ("i", "0x1F"),
    ]
    assert expected == plain(read(text))


def test_a_rule_file_with_lists_mappings_and_a_program() -> None:
    text = """\
# một tệp
title: {vi: Quy mô, en: "Size"}
levels: [tiêu chí, 'chỉ tiêu']
criteria:
- code: "1"
  score: |
    award 10
      add 1
- code: "2"
"""
    expected = [
        ("title", [("vi", "Quy mô"), ("en", "Size")]),
        ("levels", ("tiêu chí", "chỉ tiêu")),
        ("criteria", ([("code", "1"), ("score", "award 10\n  add 1\n")], [("code", "2")])),
    ]
    assert expected == plain(read(text))


@pytest.mark.parametrize("text", ["---\na: 1\n", "a: 1\n...\n", "\n\n# x\na: 1 # y\n", "a: 1", '"a": 1', "? a\n: 1\n"])
def test_one_document_however_it_is_framed(text: str) -> None:
    assert plain(read(text)) == [("a", "1")]


def test_windows_line_ends_say_the_same() -> None:
    text = 'a: |\n  x\n  y\n\nb: >-\n  x\n  y\nc: "x\n  y"\nd: x\n  y\n'
    assert plain(read(text)) == plain(read(text.replace("\n", "\r\n")))


def test_spans_hold_what_stands_in_the_file() -> None:
    text = "a: 'ở đây'\nb: {x: [1, 2]}\nc:\n  - 1\n  - d: 5 # five\n\n"
    node = read(text)
    assert isinstance(node, Mapping)
    words = [under.span.words for _, under in node.entries]
    assert words == ["'ở đây'", "{x: [1, 2]}", "- 1\n  - d: 5"]
    assert text.rstrip().removesuffix(" # five") == node.span.words


def test_an_empty_value_stands_behind_its_colon() -> None:
    node = read("a:\nb: 1")
    assert isinstance(node, Mapping)
    under = node.get("a")
    assert isinstance(under, Scalar)
    assert (under.span.start, under.span.end, under.text, under.style) == (2, 2, "", "plain")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param([("PR020", "&x", 1, 4)], "a: &x 1\n", id="an anchor"),
        pytest.param([("PR020", "&x", 1, 4)], "a: &x\n", id="an anchor of nothing"),
        pytest.param([("PR020", "&x", 1, 4), ("PR021", "*x", 2, 4)], "a: &x 1\nb: *x\n", id="an alias"),
        pytest.param([("PR021", "*x", 1, 1)], "*x : 1\n", id="an alias as a key"),
        pytest.param([("PR022", "!!str", 1, 4)], "a: !!str 1\n", id="a tag"),
        pytest.param([("PR022", "!", 1, 4)], "a: ! 1\n", id="a tag that names nothing"),
        pytest.param([("PR022", "!x", 1, 4)], "a: !x {b: 1}\n", id="a tag on a mapping"),
        pytest.param([("PR022", "!!python/object:os.system", 1, 1)], "!!python/object:os.system []", id="Python's tag"),
        pytest.param([("PR023", "<<", 1, 1)], "<<: {a: 1}\n", id="a merge key"),
        pytest.param([("PR024", "%YAML 1.2\n---", 1, 1)], "%YAML 1.2\n---\na: 1\n", id="a directive"),
        pytest.param([("PR024", "%TAG ! x\n---", 1, 1)], "%TAG ! x\n---\na: 1\n", id="a directive for tags"),
        pytest.param([("PR025", "---", 2, 1)], "a: 1\n---\nb: 2\n", id="a second document"),
        pytest.param([("PR026", "a", 3, 1)], "a: 1\nb: 2\na: 3\n", id="a key that stands twice"),
        pytest.param([("PR026", '"a"', 1, 8)], '{a: 1, "a": 2}', id="a key that stands twice in two spellings"),
        pytest.param([("PR027", "[", 1, 3)], "? [a]\n: 1\n", id="a list as a key"),
        pytest.param([("PR027", "{", 1, 2)], "{{a: 1}: 2}", id="a mapping as a key"),
        pytest.param([("PR028", ":", 1, 1)], ": 1\n", id="no key"),
        pytest.param([("PR028", '""', 1, 1)], '"": 1\n', id="an empty key"),
        pytest.param([("PR015", "\u200b", 1, 4)], "a: \u200bb\n", id="an invisible character"),
        pytest.param([("PR015", "\\", 1, 6)], 'a: "x\\u200b"\n', id="an invisible character as an escape"),
        pytest.param([("PR007", "\\", 1, 5)], 'a: "\\0"\n', id="a NUL as an escape"),
        pytest.param([("PR007", "\\", 1, 5)], 'a: "\\ud83d\\n"\n', id="half of a pair of UTF-16"),
        pytest.param([("PR007", "\x07", 1, 4)], "a: \x07", id="a control character"),
        pytest.param([("PR042", "\u00a0", 2, 1)], "a:\n\u00a0b: 1\n", id="a blank from Word as indentation"),
        pytest.param([("PR042", "\u00a0", 1, 3)], "a:\u00a0b\n", id="a blank from Word behind a colon"),
    ],
)
def test_what_lets_a_file_say_something_else_is_refused(expected: list[tuple[str, str, int, int]], text: str) -> None:
    assert expected == refused(text)


def test_a_quoted_merge_sign_is_a_key_like_any_other() -> None:
    assert plain(read('"<<": 1')) == [("<<", "1")]


def test_a_blank_from_word_inside_a_text_is_let_be() -> None:
    assert plain(read("a: Nghị\u00a0định\n")) == [("a", "Nghị\u00a0định")]


def test_a_second_key_names_the_line_of_the_first() -> None:
    _, (found,) = read_yaml(Source("x", "a: 1\nb: 2\na: 3\n"))
    assert found.arguments == (("key", "a"), ("line", 1))


def test_all_mistakes_of_a_file_are_found_at_once() -> None:
    text = "a: &x 1\nb: *x\nc: !t 2\n<<: {d: 1}\na: 2\nmax:25\n"
    assert [one[0] for one in refused(text)] == ["PR020", "PR021", "PR022", "PR023", "PR026", "PR032"]


def test_no_more_mistakes_are_gathered_than_a_reader_can_use() -> None:
    assert len(refused("a: 1\n" * 200)) == MOST_SHOWN


@pytest.mark.parametrize("text", ["# only a comment\n", "---\n", "---\n...\n", "\n"])
def test_a_file_without_anything_in_it(text: str) -> None:
    _, found = read_yaml(Source("rules.yaml", text))
    assert [(one.code, one.place) for one in found] == [("PR009", "rules.yaml")]


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "[a: "])
def test_depth_is_limited(opening: str) -> None:
    levels = 2 if opening == "[a: " else 1
    closing = {"[": "]", "{": "}", "-": ""}[opening[0]]
    fits = MOST_DEPTH // levels
    assert read_yaml(Source("x", opening * fits + "1" + closing * fits))[1] == ()
    assert [one[0] for one in refused(opening * (fits + 1) + "1" + closing * (fits + 1))] == ["PR029"]


_TEXTS = st.text(
    st.sampled_from(list(" \n\t:-|>\"'\\#[]{},&*!%@`?<~.0123x \u00a0ệ😀\r")) | st.characters(codec="utf-8"), max_size=60
)


@given(_TEXTS)
def test_any_text_ends_in_nodes_or_in_reasons(text: str) -> None:
    node, found = read_yaml(Source("x", text))
    assert (node is None) == bool(found)
    assert all(one.is_error for one in found)


_PIECES = [
    "a: ", "b:", "- ", "\n", "\n\n", "  ", " ", "|", ">", "|-\n", "x", "ệ y", '"', "'", "''", "\\n", "\\\n",
    "# c", "[", "]", "{", "}", ", ", "key: |\n  ", "? ", "\t", "---\n", "\r\n", '"a\n b"', "&a", "*a", "!t", "<<: ",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))
def test_any_pieces_of_yaml_end_in_nodes_or_in_reasons(text: str) -> None:
    node, found = read_yaml(Source("x", text))
    assert (node is None) == bool(found)
    if isinstance(node, (Mapping, Sequence)):
        assert node.span.end <= len(text)


def test_a_block_below_a_refused_anchor_is_not_read_otherwise_than_it_stands() -> None:
    _, found = read_yaml(Source("rules.yaml", "&x\n a: >\n b\n"))
    assert [(one.code, one.span.words) for one in found if one.span] == [("PR020", "&x"), ("PR034", "b")]


def test_a_file_of_too_many_parts_is_read_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "MOST_NODES", 3)
    node, found = read_yaml(Source("rules.yaml", "[a, b, c, d]"))
    assert (node, [(one.code, one.span.words) for one in found if one.span]) == (None, [("PR030", "c")])
