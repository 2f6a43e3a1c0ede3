"""Every mistake of a rule file: the folders under `cases` hold a file and what is found in it, caret by caret.

Where it extends another file, that one lies in the folder, too.

`pytest tests/methodology --rewrite` writes what is found anew; read the difference before it is kept.
"""

import re
from pathlib import Path

import pytest

from parrules.methodology.editions import BaseOf, no_edition_named, several_bases, unknown_base
from parrules.methodology.from_syntax import methodology_from
from parrules.text.diagnostic import Diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Source, Span
from parrules.text.wording import codes

CASES = Path(__file__).parent / "cases"
FOLDERS = sorted(folder for folder in CASES.iterdir() if folder.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name.replace("-", " "))
def test_mistakes_are_found_at_their_place(folder: Path, request: pytest.FixtureRequest) -> None:
    rules = (folder / "rules.yaml").read_text(encoding="utf-8")
    methodology, trees, found = methodology_from(Source("rules.yaml", rules), _beside(folder))
    shown = "\n".join(map(_shown, found))
    if request.config.getoption("--rewrite"):
        (folder / "expected.txt").write_bytes(shown.encode("utf-8"))
    assert (folder / "expected.txt").read_text(encoding="utf-8") == shown
    is_wrong = any(one.is_error for one in found)
    assert (is_wrong, is_wrong) == (methodology is None, trees is None)


def test_every_code_of_rule_files_is_shown_in_a_case() -> None:
    expected = {code for code in codes() if code.startswith("PR4")}
    shown = "".join((folder / "expected.txt").read_text(encoding="utf-8") for folder in FOLDERS)
    assert set() == expected - set(re.findall(r"^PR\d+", shown, re.MULTILINE))


def _beside(folder: Path) -> BaseOf:
    def base_of(name: str, span: Span) -> Source | Diagnostic:
        path = folder / name
        if path.is_file():
            return Source(name, path.read_text(encoding="utf-8"))
        files = sorted(one.name for one in folder.glob("*.yaml"))
        if "@" not in name:
            return no_edition_named(span, name, f"{name}@2022")
        alike = [file for file in files if file.endswith(f"{name}.yaml")]
        return (
            several_bases(span, name, tuple(alike))
            if len(alike) > 1
            else unknown_base(span, name, nearest(name, files))
        )

    return base_of


def _shown(one: Diagnostic) -> str:
    """The code, the arguments and the line with carets under what is pointed at."""
    assert one.span is not None
    line = one.span.source.line(one.span.line)
    carets = " " * (one.span.column - 1) + "^" * max(1, min(one.span.end, one.span.start + len(line)) - one.span.start)
    given = "".join(f" {name}={value}" for name, value in one.arguments)
    place = "" if one.span.source.name == "rules.yaml" else f"{one.span.source.name} "
    return f"{one.code} {one.severity} {place}{one.span.line}:{one.span.column}{given}\n{line}\n{carets}\n"
