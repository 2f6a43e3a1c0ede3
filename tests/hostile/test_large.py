"""Large files within five seconds of processor time and a gigabyte."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

from hostile.child import ended
from parrules.cli import exits

CORPUS = Path(__file__).parent / "corpus"
HEAD = """\
parrules: 1
methodology: vn.x.commune
edition: "2025"
title: Phân loại xã
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
"""
CRITERION = """\
  - code: "#"
    title: Tiêu chí số #
    max: 5
    score: |
      award 3
      add 0.5 per 5% of f# above 50%
      deduct 1 when f# < 10%
      cap at maximum

"""
ROUND = """\
parrules: 1
evidence: vn.x.commune
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
"""


def many(piece: str, count: int) -> str:
    return "".join(piece.replace("#", str(number)) for number in range(count))


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8", newline="\n")


def test_a_rule_file_of_3000_lines(tmp_path: Path) -> None:
    figures = many("  f#: {type: ratio, title: Tỷ lệ số #}\n", 300)
    rules = HEAD + figures + "criteria:\n" + many(CRITERION, 300)
    values = "bodies: {a: A}\nvalues:\n  a:\n" + many("    f#: 82%\n", 300)
    write(tmp_path, rules_yaml=rules, evidence_yaml=ROUND + values)
    assert 3000 < rules.count("\n")
    assert exits.FINE == ended("check", "rules.yaml", cwd=tmp_path).code
    made = ended("evaluate", "rules.yaml", "evidence.yaml", "--format", "csv", "--no-cache", cwd=tmp_path)
    assert (exits.FINE, b"", 302) == (made.code, made.err, made.out.count(b"\na,"))


def test_a_table_of_10000_records(tmp_path: Path) -> None:
    records = "due_on,completed_on\n" + "30/06/2025,29/06/2025\n30/09/2025,\n" * 5000
    text = (CORPUS / "evidence.yaml").read_text(encoding="utf-8")
    write(tmp_path, evidence_yaml=text, tasks_csv=records)
    made = ended("evaluate", str(CORPUS / "rules.yaml"), "evidence.yaml", "--format", "json", cwd=tmp_path)
    assert (exits.FINE, b"", True) == (made.code, made.err, b'"5000"' in made.out)


def test_3000_bodies_and_as_many_that_are_not_known(tmp_path: Path) -> None:
    evidence = ROUND + "bodies: bodies.csv\nvalues: {file: values.csv}\n"
    bodies = "id,name\n" + many("xa-#,Xã #\n", 3000)
    values = "body,assigned,done,signed\n" + many("xã-#,10,7,82%\n", 3000)
    write(tmp_path, evidence_yaml=evidence, bodies_csv=bodies, values_csv=values)
    made = ended("evaluate", str(CORPUS / "rules.yaml"), "evidence.yaml", "--format", "csv", cwd=tmp_path)
    assert (exits.EVIDENCE, {"EV148", "EV174"}) == (made.code, made.codes), made.start


def test_an_exact_sum_with_thousands_of_digits(tmp_path: Path) -> None:
    table = "  tasks: {title: A, columns: {a: {type: number, title: A, min: 1}, b: {type: number, title: B, min: 1}}}\n"
    rules = HEAD + table + 'criteria:\n  - code: "1"\n    title: Một\n    max: 10\n    score: |\n'
    records = "a,b\n" + "".join(f"1,{10**15 + 2 * number + 1}\n" for number in range(1000))
    write(tmp_path, rules_yaml=rules + "      award min(10, sum(a / b of tasks))\n", tasks_csv=records)
    write(tmp_path, evidence_yaml=ROUND + "bodies: {a: A}\nvalues: {a: {tasks: {file: tasks.csv}}}\n")
    for format in ("json", "csv", "ledger", "table"):
        made = ended("evaluate", "rules.yaml", "evidence.yaml", "--format", format, cwd=tmp_path)
        assert (exits.FINE, b"") == (made.code, made.err)
        assert (len(made.out) > 20_000) is (format in ("json", "csv"))


def test_an_aggregate_inside_another_over_10000_records(tmp_path: Path) -> None:
    table = "  tasks: {title: A, columns: {a: {type: number, title: A}}}\n"
    rules = HEAD + table + 'criteria:\n  - code: "1"\n    title: Một\n    max: 10\n    score: |\n'
    rules = rules.replace("    score", "    applies: count(tasks) > 0\n    if_not: full\n    score")
    program = "      award 10\n      deduct 0.001 per count(tasks where a > mean(a of tasks))\n"
    write(tmp_path, rules_yaml=rules + program, tasks_csv="a\n" + many("#\n", 10_000))
    write(tmp_path, evidence_yaml=ROUND + "bodies: {a: A}\nvalues: {a: {tasks: {file: tasks.csv}}}\n")
    made = ended("evaluate", "rules.yaml", "evidence.yaml", "--format", "csv", cwd=tmp_path)
    assert (exits.FINE, b"", True) == (made.code, made.err, b"\na,A,self,,Total,,10,,5," in made.out), made.start
