from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

import parrules.report
from parrules.evidence.records import Provenance
from parrules.methodology.model import Fidelity
from parrules.report.phrases import place_words, proof_words
from parrules.report.words import counted, known, said, titled
from parrules.scoring.sheet import Status
from parrules.text.spelling import Language
from parrules.text.wording import LANGUAGES, SUBJECTS, messages

SOURCES = sorted(Path(parrules.report.__file__).parent.rglob("*.py"))


def words(language: Language) -> dict[str, str]:
    tables = messages("receipt", language)
    return {f"{subject}.{word}": text for subject, table in tables.items() for word, text in table.items()}


def quoted(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_words_and_quote_the_same() -> None:
    vi, en = words("vi"), words("en")
    assert list(vi) == list(en)
    assert {key: quoted(text) for key, text in vi.items()} == {key: quoted(text) for key, text in en.items()}


def test_every_word_that_a_report_asks_for_is_there_and_every_one_there_is_asked_for() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    tables = {key.partition(".")[0] for key in words("vi")}
    asked = {key for key in re.findall(r"""["']([a-z]+\.[a-z_]+)["']""", code) if key.partition(".")[0] in tables}
    counting = {key for key in asked if f"{key}_one" in words("vi")}
    assert set() == asked - counting - set(words("vi"))
    patterns = [
        "[a-z_ ]+".join(map(re.escape, re.split(r"\{[^}]*\}", one)))
        for one in re.findall(r"""f["']([a-z]+\.[a-z_]*\{[^"']*)["']""", code)
    ]
    unused = {
        key
        for key in set(words("vi")) - asked
        if key.removesuffix("_one").removesuffix("_many") not in counting
        and not any(re.fullmatch(pattern, key) for pattern in patterns)
    }
    assert set() == unused


@pytest.mark.parametrize("language", LANGUAGES)
def test_statuses_fidelities_and_subjects_have_words(language: Language) -> None:
    assert all(known("status", status, language) for status in get_args(Status))
    assert all(known("fidelity", fidelity, language) for fidelity in get_args(Fidelity))
    assert all(known("code", f"subject_{subject}", language) for subject in SUBJECTS.values())
    constructs = set(messages("receipt", language)["construct"]) - {"hold_total", "mark_by", "highest_in", "lowest_in"}
    assert all(known("story", f"verb_{construct}", language) for construct in constructs)


def test_one_and_many_are_told_apart() -> None:
    assert [counted("diagnostic.errors", n, "en") for n in (1, 2)] == ["1 error", "2 errors"]
    assert said("value.within", "en", low="1", high="3") == "within 1 to 3"


def test_a_title_without_english_is_given_in_vietnamese() -> None:
    assert [
        titled("Dân số", "Population", "vi"),
        titled("Dân số", "Population", "en"),
        titled("Dân số", "", "en"),
    ] == ["Dân số", "Population", "Dân số"]


@pytest.mark.parametrize(
    ("where", "place", "proof"),
    [
        (Provenance(), "", "no document or justification"),
        (Provenance("a.yaml", line=3), "a.yaml:3", "no document or justification"),
        (Provenance("a.csv", row=7, document="1/BC"), "a.csv, row 7", "document 1/BC"),
        (Provenance("a.xlsx", sheet="S", cell="B7", row=7), "a.xlsx, sheet S, cell B7", "no document or justification"),
        (Provenance(document="1/BC", page="3", justification="mất"), "", "document 1/BC, page 3; justification: mất"),
    ],
)
def test_a_value_says_where_it_stands_and_what_proves_it(where: Provenance, place: str, proof: str) -> None:
    assert (place, proof) == (place_words(where, "en"), proof_words(where, "en"))
