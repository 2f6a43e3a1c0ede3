import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.source import Source


def scalars(node: Node | None) -> list[Scalar]:
    if node is None:
        return []
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Mapping):
        return [one for key, under in node.entries for one in [key, *scalars(under)]]
    return [one for under in node.entries for one in scalars(under)]


def last(text: str) -> Scalar:
    node, found = read_yaml(Source("rules.yaml", text))
    assert found == ()
    return scalars(node)[-1]


def shown(text: str, word: str) -> str:
    """The line of the file with a caret below each character that `word` is said to stand at."""
    scalar = last(text)
    start = scalar.text.index(word)
    span = scalar.passage.span(start, start + len(word))
    line = span.source.line(span.line)
    return f"{line}\n{' ' * (span.column - 1)}{'^' * (span.end - span.start)}"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("a: x ngày y\n     ^^^^", "a: x ngày y", id="without quotes"),
        pytest.param("   thêm ngày\n        ^^^^", "a: x\n   thêm ngày", id="without quotes, on a further line"),
        pytest.param("a: 'nó''s ngày'\n          ^^^^", "a: 'nó''s ngày'", id="single quotes, behind a doubled one"),
        pytest.param('a: "\\u1eddx\\n ngày"\n              ^^^^', 'a: "\\u1eddx\\n ngày"', id="behind escapes"),
        pytest.param('   y ngày"\n     ^^^^', 'a: "x \\\n   y ngày"', id="behind an escaped line end"),
        pytest.param("    add ngày\n        ^^^^", "a: |\n  award 1\n    add ngày\n", id="a block"),
        pytest.param("   add ngày\n       ^^^^", "a: |2-\n\n   add ngày\n", id="a block that says its indentation"),
        pytest.param("      ngày\n      ^^^^", "- - a: |+ # c\n      x\n\n      ngày\n\n", id="a block in lists"),
        pytest.param("  ngày\n  ^^^^", "a: >\n  x\n  y\n\n  ngày\n", id="a folded block"),
        pytest.param("  ngày\n  ^^^^", "a: |\r\n  x\r\n  ngày\r\n", id="line ends of Windows"),
        pytest.param("  😀 ngày\n    ^^^^", "a: |\n  😀 ngày\n", id="behind a character beyond the first plane"),
    ],
)
def test_a_word_is_pointed_at_where_it_stands(expected: str, text: str) -> None:
    assert expected == shown(text, "ngày")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("|\n  x\n", "a: |\n  x\n\n\nb: 1\n", id="a block ends with its last line end"),
        pytest.param("|-\n  x", "a: |-\n  x\n\nb: 1\n", id="a block without its last line end"),
        pytest.param("|+\n  x\n\n", "a: |+\n  x\n\nb: 1\n", id="a block with all its line ends"),
        pytest.param("|", "a: |\nb: 1\n", id="an empty block"),
        pytest.param("|2-", "a: |2- # c\nb: 1\n", id="an empty block with indicators"),
        pytest.param("x\n  y", "a: x\n  y\n\nb: 1\n", id="a text over lines"),
    ],
)
def test_a_scalar_ends_where_its_text_does(expected: str, text: str) -> None:
    node, _ = read_yaml(Source("rules.yaml", text))
    assert isinstance(node, Mapping)
    under = node.get("a")
    assert under is not None
    assert expected == under.span.words


_WORDS = st.sampled_from(
    ["", "x", "ệ y", "- z", "a: b", "😀", "ở  đó", "#k", "'", "''", '"', "\\n", "\\\\", "\\x41", "\\"]
)
_LINES = st.lists(st.tuples(st.integers(0, 6), _WORDS, st.sampled_from(["", "", " ", "\t"])), max_size=7).map(
    lambda lines: [" " * blanks + word + tail for blanks, word, tail in lines]
)
_AROUND = st.sampled_from(["k: ", "- ", "a:\n  b: ", "- k: ", "- - ", "", "a:\n- "])
_HEADERS = st.tuples(
    st.sampled_from("|>"), st.sampled_from(["", "-", "+", "2", "1-", "+3", "4"]), st.sampled_from(["", " # c"])
)
_ENDS = st.sampled_from(["\n", "\r\n"])


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file with one scalar over several lines, in any style; often not YAML."""
    end, lines, style = draw(_ENDS), draw(_LINES), draw(st.sampled_from(["block", "single", "double", "plain"]))
    if style == "block":
        body = end.join(["".join(draw(_HEADERS)), *lines]) + draw(st.sampled_from(["", end, f"{end}z: 1"]))
    elif style == "plain":
        body = "s" + "".join(f"{end}  {line}" for line in lines)
    else:
        quote = "'" if style == "single" else '"'
        body = quote + end.join(lines) + quote
    return draw(_AROUND) + body


@given(files())
def test_each_character_stands_where_it_is_said_to(text: str) -> None:
    node, _ = read_yaml(Source("rules.yaml", text))
    for scalar in scalars(node):
        offsets = scalar.passage.offsets
        assert len(scalar.text) + 1 == len(offsets)
        assert sorted(offsets) == list(offsets)
        assert scalar.span.start <= offsets[0] <= offsets[-1] <= scalar.span.end
        for character, at in zip(scalar.text, offsets, strict=False):
            is_escape = scalar.style == "double" and text[at] == "\\"
            is_fold = character == " " and text[at] == "\n"
            assert character == text[at] or is_escape or is_fold


@given(files())
def test_a_scalar_says_what_it_says_to_others(text: str) -> None:
    node, found = read_yaml(Source("rules.yaml", text))
    assume(not found)
    others = [one.value for one in yaml.parse(text, Loader=yaml.BaseLoader) if isinstance(one, yaml.ScalarEvent)]
    assert others == [one.text for one in scalars(node)]
