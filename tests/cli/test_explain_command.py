"""`parrules explain` tells the story of one criterion for one body."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

from parrules.cli import exits

STORY = ("explain", "rules.yaml", "evidence.yaml", "1.1")


def test_the_story_has_the_rule_the_evidence_and_the_score(parrules, commune: Path) -> None:
    ended = parrules(*STORY, "--body", "xa-ba-be", "--lang", "en")
    assert (exits.FINE, "") == (ended.code, ended.err)
    assert "Xã Ba Bể scored 12.25 points of at most 25 points." in ended.out
    assert "    add 0.5 per 1_000 of population above threshold\n" in ended.out
    assert "document 12/BC-UBND, page 3" in ended.out


def test_a_score_that_is_open_is_told_to_the_shell_too(parrules, commune: Path) -> None:
    ended = parrules(*STORY, "--body", "Xã Chợ Đồn")
    assert (exits.EVIDENCE, "") == (ended.code, ended.err)
    assert "trong khoảng 10 đến 25 điểm" in ended.out


def test_another_criterion_that_is_open_does_not_matter(parrules, commune: Path) -> None:
    assert exits.FINE == parrules("explain", "rules.yaml", "evidence.yaml", "2", "--body", "xa-cho-don").code


def test_where_the_round_has_several_bodies_it_is_asked_which(parrules, commune: Path) -> None:
    ended = parrules(*STORY, "--lang", "en")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith(
        "error UC118: the round has several bodies: xa-ba-be, xa-cho-don\n  hint: name one of them: `--body xa-ba-be`\n"
    )


def test_a_criterion_that_is_not_there_is_refused_with_the_nearest(parrules, commune: Path) -> None:
    ended = parrules("explain", "rules.yaml", "evidence.yaml", "1.2", "--lang", "en")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith("error UC117: the methodology has no criterion with the code `1.2`\n")


def test_a_criterion_without_a_program_has_a_story(parrules, commune: Path) -> None:
    ended = parrules("explain", "rules.yaml", "evidence.yaml", "1", "--body", "xa-ba-be")
    assert exits.FINE == ended.code
    assert ended.out.startswith("1. Dân cư\n")


def test_a_wrong_rule_file_has_no_story(parrules, change) -> None:
    change("rules.yaml", "award 10\n", "award ten\n")
    ended = parrules(*STORY)
    assert (exits.METHODOLOGY, "") == (ended.code, ended.out)
    assert ended.err.startswith("rules.yaml:21:17: lỗi PR")


def test_the_criterion_is_what_is_missing_where_one_file_is_given(parrules) -> None:
    ended = parrules("explain", "evidence.yaml", "--lang", "en")
    assert exits.USAGE == ended.code
    assert ended.err.startswith("error UC103: CODE is missing\n")
