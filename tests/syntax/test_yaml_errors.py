import pytest

from parrules.syntax.yaml_reader import read_yaml
from parrules.text.source import Source
from parrules.text.wording import message

ABOVE = "the line above makes one expect {} spaces in front of the text"
HUGE = "%YAML 1." + "9" * 5000


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(("PR031", "\t", 2, 1), "a:\n\tb: 1\n", id="a tab as indentation"),
        pytest.param(("PR031", "\t", 1, 3), "a:\tb\n", id="a tab behind a colon"),
        pytest.param(("PR031", "\t\t", 2, 3), "a: b\n  \t\tc: d\n", id="a tab after spaces"),
        pytest.param(("PR032", "max:25", 2, 1), "a: b\nmax:25\nc: d\n", id="no space behind a colon"),
        pytest.param(("PR032", 'code:"1"', 2, 3), '- a: b\n  code:"1"\n  c: d\n', id="no space in front of a quote"),
        pytest.param(("PR033", "Tiêu chí 1: dân số", 1, 8), "title: Tiêu chí 1: dân số # x\n", id="a colon in a text"),
        pytest.param(("PR033", "b: c", 2, 5), "x: 1\na:  b: c\n", id="two keys on a line"),
        pytest.param(("PR034", "basis: x", 2, 3), "max: 25\n  basis: x\n", id="a key too far to the right"),
        pytest.param(("PR034", "c: 2", 3, 3), "a:\n   b: 1\n  c: 2\n", id="a key too far to the left"),
        pytest.param(("PR034", "b: 2", 2, 2), "- a: 1\n b: 2\n", id="a key between two columns"),
        pytest.param(("PR034", "- c", 3, 2), "a:\n  - b\n - c\n", id="a member between two columns"),
        pytest.param(("PR034", "b: 2", 2, 1), "  a: 1\nb: 2\n", id="a file that begins indented"),
        pytest.param(("PR034", "- c", 3, 1), "- b\n%a\n- c\n", id="a member behind a line that is none"),
        pytest.param(("PR034", "award 10", 2, 1), "score: |\naward 10\nadd 3\n", id="a program that is not indented"),
        pytest.param(("PR035", '"', 1, 4), 'a: "b\nc: d\n', id="a double quote that is not closed"),
        pytest.param(("PR035", "'", 1, 4), "a: 'b\nc: d\n", id="a single quote that is not closed"),
        pytest.param(("PR035", '"', 1, 4), 'a: "b\n---\nc: d\n', id="a quote that runs into another document"),
        pytest.param(("PR036", "[", 1, 4), "l: [a, b\nc: d\n", id="a list that is not closed"),
        pytest.param(("PR036", "{", 1, 4), "l: {a: b\nc: d\n", id="a mapping that is not closed"),
        pytest.param(("PR036", "{", 1, 5), "l: [{a: b]\n", id="the inner of two brackets"),
        pytest.param(("PR036", "[", 1, 4), "l: [", id="a bracket at the end of a file"),
        pytest.param(("PR037", "@", 1, 4), "a: @b\n", id="an at sign"),
        pytest.param(("PR037", "`", 1, 4), "a: `b`\n", id="a backquote"),
        pytest.param(("PR037", "%", 1, 4), "a: %b\n", id="a percent sign"),
        pytest.param(("PR037", "*", 1, 4), "a: * b\n", id="a star"),
        pytest.param(("PR037", "&", 1, 4), "a: & b\n", id="an ampersand"),
        pytest.param(("PR037", "!", 1, 4), "a: !<b\n", id="an exclamation mark"),
        pytest.param(("PR037", ",", 1, 8), "l: [a, , b]\n", id="two commas"),
        pytest.param(("PR038", "\\d", 1, 6), 'a: "D\\data"\n', id="an escape that means nothing"),
        pytest.param(("PR038", "\\x", 1, 5), 'a: "\\xzz"\n', id="an escape with the wrong digits"),
        pytest.param(("PR038", "\\U", 1, 5), 'a: "\\U00110000"\n', id="an escape beyond all characters"),
        pytest.param(("PR039", "award 10", 1, 6), "a: | award 10\n", id="a text beside the sign of a block"),
        pytest.param(("PR039", "0", 1, 5), "a: |0\n  x\n", id="an indentation of none"),
        pytest.param(("PR040", "-", 1, 4), "a: - b\n", id="a list on the line of its key"),
        pytest.param(("PR041", "max 25", 2, 1), "a: b\nmax 25\nc: d\n", id="no colon"),
        pytest.param(("PR042", "\u00a0", 1, 3), "a:\u00a0b\nc: d\n", id="a blank from Word behind a colon"),
        pytest.param(("PR042", "\u3000", 2, 1), "a: b\n\u3000c: d\n", id="a wide blank as indentation"),
        pytest.param(("PR044", "của xã", 1, 13), 'a: "Dân số" của xã\n', id="a text behind a quote"),
        pytest.param(("PR044", ', "b"', 1, 7), 'a: "a", "b"\n', id="two texts without brackets"),
        pytest.param(("PR045", "]", 1, 4), "l: ]\n", id="a bracket that was not opened"),
        pytest.param(("PR045", "}", 1, 7), "{a: b}}\n", id="a bracket too many"),
        pytest.param(("PR046", "en: x}", 1, 22), 'title: {vi: "Dân số" en: x}\n', id="no comma"),
        pytest.param(("PR021", "*xem", 1, 7), "note: *xem phụ lục\n", id="a text that begins with a star"),
        pytest.param(("PR028", ":", 2, 1), "-\n: a\n", id="a colon below a dash"),
        pytest.param(("PR043", "...", 1, 1), "...\n", id="what is like nothing else"),
        pytest.param(("PR024", "%FOO", 2, 1), "# x\n%FOO\n", id="a line of instructions and nothing else"),
        pytest.param(("PR024", "%FOO", 1, 1), "%FOO\na: 1\n", id="a line of instructions"),
        pytest.param(("PR024", HUGE, 1, 1), f"{HUGE}\n---\na", id="a huge version"),
        pytest.param(("PR025", "...", 2, 1), "a: 1\n...\nb: 2\n", id="points that end a document"),
    ],
)
def test_the_mistake_is_told_in_the_words_of_the_author(expected: tuple[str, str, int, int], text: str) -> None:
    node, found = read_yaml(Source("rules.yaml", text))
    assert node is None
    (one,) = found
    assert one.span is not None
    assert expected == (one.code, one.span.words, one.span.line, one.span.column)
    assert message(one, "vi").says != message(one, "en").says


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("write `max: 25`", "a: b\nmax:25\nc: d\n", id="the space is put in"),
        pytest.param('write `title: "Tiêu chí 1: dân số"`', "title: Tiêu chí 1: dân số\n", id="the text is quoted"),
        pytest.param("write `- a: 'b: \"c\"'`", '- a: b: "c"\n', id="a text with quotes is quoted otherwise"),
        pytest.param(ABOVE.format(3), "a:\n   b: 1\n  c: 2\n", id="as above"),
        pytest.param(ABOVE.format(2), "- a: 1\n b: 2\n", id="as beside the dash"),
        pytest.param(ABOVE.format(2), "score: |\naward 1\nb\n", id="below a key"),
    ],
)
def test_the_fix_is_proposed(expected: str, text: str) -> None:
    _, (found,) = read_yaml(Source("rules.yaml", text))
    assert expected in message(found, "en").hints
