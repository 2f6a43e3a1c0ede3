"""Where the edition is found that a rule file extends, and what the digest and the cache make of its files."""
# ruff: noqa: SIM300  (expected first, then actual)

from pathlib import Path

import pytest

from parrules.api.bases import Bases
from parrules.api.cache import NO_CACHE, Cache, digest_of
from parrules.api.find import RuleFile
from parrules.api.load import load
from parrules.api.verbs import evaluate
from parrules.report.ledger import ledger
from parrules.report.receipt import receipt_text
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source, Span

BASE = """\
parrules: 1
methodology: vn.kiem_thu
edition: "2022"
title: Bộ tiêu chí
fidelity: illustrative
valid: {from: 2022-01-01, to: 2022-12-31}
criteria:
  - {code: "1", title: Một, max: 1, score: award 1}
"""
NEXT = """\
parrules: 1
methodology: vn.kiem_thu
edition: "2023"
fidelity: illustrative
valid: {from: 2023-01-01}
extends: BASE
criteria:
  - {code: "2", title: Hai, max: 2, score: award 2}
"""


def written(folder: Path, **files: str) -> RuleFile:
    """A folder with files; the rule file that extends another is `next.yaml`."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return RuleFile(folder / "next.yaml", "rules/next.yaml")


def found(file: RuleFile, name: str, *folders: Path) -> Source | Diagnostic:
    """What `name` means under `extends` in the file."""
    return Bases(file, NO_CACHE, folders)(name, Span(Source(file.shown, f"extends: {name}\n"), 9, 9 + len(name)))


def test_a_file_beside_is_found_by_its_name(tmp_path: Path) -> None:
    base = found(written(tmp_path, base=BASE), "base.yaml")
    assert Source("rules/base.yaml", BASE) == base


def test_an_edition_beside_is_found_by_name_and_edition(tmp_path: Path) -> None:
    file = written(tmp_path, **{"vn.kiem_thu": NEXT, "vn.kiem_thu@2022": BASE})
    assert Source("rules/vn.kiem_thu@2022.yaml", BASE) == found(file, "vn.kiem_thu@2022")


def test_an_edition_that_comes_with_parrules_is_found(tmp_path: Path) -> None:
    shipped = tmp_path / "shipped"
    written(shipped, **{"vn.kiem_thu@2022": BASE})
    base = found(written(tmp_path / "mine"), "vn.kiem_thu@2022", shipped)
    assert Source("vn.kiem_thu@2022.yaml", BASE) == base


def test_a_shipped_file_that_extends_one_beside_it_finds_it_once(tmp_path: Path) -> None:
    written(tmp_path, **{"vn.kiem_thu@2022": BASE, "vn.kiem_thu@2023": NEXT})
    file = RuleFile(tmp_path / "vn.kiem_thu@2023.yaml", "vn.kiem_thu@2023.yaml")
    assert Source("vn.kiem_thu@2022.yaml", BASE) == found(file, "vn.kiem_thu@2022", tmp_path)


@pytest.mark.parametrize(
    ("code", "arguments", "name"),
    [
        ("PR470", {"suggestion": "base.yaml"}, "bases.yaml"),
        ("PR470", {"suggestion": "base.yaml"}, "../base.yaml"),
        ("PR470", {"suggestion": "vn.kiem_thu@2022"}, "vn.kiem_thu@2021"),
        ("PR470", {"suggestion": "vn.kiem_thu@2022"}, "vn.kiemthu@2022"),
        ("PR470", {}, "nothing@1"),
        ("PR471", {"example": "vn.kiem_thu@2022"}, "vn.kiem_thu"),
        ("PR471", {"example": "nothing@2022"}, "nothing"),
    ],
)
def test_what_is_not_there_is_told_at_its_place(
    tmp_path: Path, code: str, arguments: dict[str, str], name: str
) -> None:
    file = written(tmp_path, base=BASE, **{"vn.kiem_thu@2022": BASE})
    one = found(file, name)
    assert isinstance(one, Diagnostic)
    assert one.span is not None
    assert (code, {"name": name, **arguments}, name) == (one.code, dict(one.arguments), one.span.words)


def test_two_files_of_one_edition_are_told(tmp_path: Path) -> None:
    written(tmp_path / "shipped", **{"vn.kiem_thu@2022": BASE})
    one = found(written(tmp_path / "mine", **{"vn.kiem_thu": BASE}), "vn.kiem_thu@2022", tmp_path / "shipped")
    assert isinstance(one, Diagnostic)
    assert ("PR478", ("vn.kiem_thu@2022.yaml", "rules/vn.kiem_thu.yaml")) == (one.code, dict(one.arguments)["files"])


def test_a_base_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    file = written(tmp_path, next=NEXT.replace("BASE", "base.yaml"))
    (tmp_path / "base.yaml").write_bytes(b"\xff\xfeparrules")
    assert ["PR005"] == [one.code for one in load(file, NO_CACHE, ()).diagnostics]


def test_the_digest_is_of_every_file(tmp_path: Path) -> None:
    file = written(tmp_path, base=BASE, next=NEXT.replace("BASE", "base.yaml"))
    plan = load(file, NO_CACHE, ()).plan
    assert plan is not None
    digests = [digest_of((tmp_path / name).read_bytes()) for name in ("next.yaml", "base.yaml")]
    assert digest_of("".join(f"{one}\n" for one in digests).encode()) == plan.digest
    assert ["1", "2"] == [one.code for one in plan.criteria]


def test_a_file_that_extends_nothing_keeps_its_own_digest(tmp_path: Path) -> None:
    plan = load(written(tmp_path, next=BASE), NO_CACHE, ()).plan
    assert plan is not None
    assert digest_of(BASE.encode()) == plan.digest


def test_a_change_of_the_base_is_seen_though_the_edition_was_cached(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    file = written(tmp_path / "rules", base=BASE, next=NEXT.replace("BASE", "base.yaml"))
    first, again = load(file, cache, ()), load(file, cache, ())
    assert first.plan == again.plan
    assert again.checked is None  # it came from the cache
    written(tmp_path / "rules", base=BASE.replace('"1"', '"9"'))
    after = load(file, cache, ()).plan
    assert after is not None
    assert ["9", "2"] == [one.code for one in after.criteria]


def test_a_circle_ends(tmp_path: Path) -> None:
    file = written(tmp_path, next=NEXT.replace("BASE", "other.yaml"), other=NEXT.replace("BASE", "next.yaml"))
    assert ["PR472"] == [one.code for one in load(file, NO_CACHE, ()).diagnostics]


def test_a_line_that_comes_from_the_base_says_in_which_file_it_stands(tmp_path: Path) -> None:
    written(tmp_path, base=BASE, next=NEXT.replace("BASE", "base.yaml"))
    evidence = "parrules: 1\nevidence: vn.kiem_thu\nround: {year: 2023, from: 2023-01-01, to: 2023-12-31}\n"
    (tmp_path / "evidence.yaml").write_text(evidence + "bodies: {a: A}\n", encoding="utf-8")
    (sheet,) = evaluate(str(tmp_path / "next.yaml"), tmp_path / "evidence.yaml").sheets
    assert {"1": "base.yaml", "2": ""} == {line.code: line.rule_file for line in sheet.lines}
    assert 1 == receipt_text([sheet]).count('"rule_file": "base.yaml"')
    told = "\n".join(ledger(line, "en") for line in sheet.lines)
    assert "line 8 of base.yaml" in told
    assert "line 8 of the rule file" in told
