"""Plugins that are broken: each is left out and named, and everything else stands."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from small_plugins import STREAK, install, parrules, receipts, scores

HOOK = "import parrules\nfrom pathlib import Path\n@parrules.hookimpl\ndef {hook}():\n    {body}\n"
BROKEN = {
    "it raises when it is imported": ("raise RuntimeError('broken')", "UC201"),
    "it needs what is not installed": ("import nowhere_to_be_found", "UC201"),
    "it ends the program when it is imported": ("raise SystemExit(3)", "UC201"),
    "it ends more than the program when it is imported": ("raise type('Wild', (BaseException,), {})('no')", "UC201"),
    "it does not say what stands in it": (STREAK + "\ndef __dir__():\n    raise SystemExit(3)\n", "UC201"),
    "it is no Python": ("def (", "UC201"),
    "its hook has arguments that nobody gives": (
        "import parrules\n@parrules.hookimpl\ndef parrules_criteria(wanted):\n    return ()\n",
        "UC201",
    ),
    "nobody asks for its hook": (HOOK.format(hook="parrules_criterion", body="return ()"), "UC202"),
    "it brings a statement of parrules": (
        HOOK.format(
            hook="parrules_statements",
            body="return (parrules.StatementWord('deduct', frozenset(), lambda rows, node: None),)",
        ),
        "UC205",
    ),
    "its hook raises": (HOOK.format(hook="parrules_criteria", body="return 1 / 0"), "UC203"),
    "its hook gives no tuple": (HOOK.format(hook="parrules_criteria", body="return 5"), "UC204"),
    "its hook gives values of another type": (HOOK.format(hook="parrules_criteria", body="return (5,)"), "UC204"),
    "what it brings cannot be called": (
        HOOK.format(hook="parrules_criteria", body="return (parrules.ScoredInPython('x', ('y',), 5),)"),
        "UC204",
    ),
    "it reads nothing that has a name": (
        HOOK.format(hook="parrules_criteria", body="return (parrules.ScoredInPython('x', [5], print),)"),
        "UC204",
    ),
    "its name has capitals and spaces": (
        HOOK.format(hook="parrules_criteria", body="return (parrules.ScoredInPython('Mine All', ('y',), print),)"),
        "UC204",
    ),
    "its folder is not there": (HOOK.format(hook="parrules_rule_folders", body="return (Path('nowhere'),)"), "UC204"),
    "it brings a word of parrules": (
        HOOK.format(
            hook="parrules_functions",
            body="return (parrules.Function('min', 1, 1, lambda a, s: None, lambda v, n: None),)",
        ),
        "UC205",
    ),
    "it brings a name that a plugin before it brings": (STREAK, "UC205"),
    "it brings one name twice": (STREAK.replace("streak),)", "streak),) * 2"), "UC205"),
    "it brings nothing": ("import parrules\n", "UC206"),
}


NAMES = {why: f"y{number:02}" for number, why in enumerate(BROKEN)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One plugin that is well, and after it one for each way of being broken."""
    made = tmp_path_factory.mktemp("broken")
    install(made / "site", "border", STREAK)
    for why, (source, _) in BROKEN.items():
        install(made / "site", NAMES[why], source)
    return made


@pytest.fixture(scope="module")
def scored(folder: Path) -> tuple[Any, str, int]:
    return receipts(folder)


@pytest.mark.parametrize("why", BROKEN)
def test_a_broken_plugin_is_named_with_what_is_wrong(scored: tuple[Any, str, int], why: str) -> None:
    assert [BROKEN[why][1]] == re.findall(rf"warning (UC\d+): [^`]*`{NAMES[why]}`", scored[1])


def test_what_is_not_broken_scores_as_if_the_others_were_not_there(scored: tuple[Any, str, int]) -> None:
    (a, b), _, ended = scored
    assert (["7/3", "1"], ["2", ["0", "5"]], 4) == (scores(a), scores(b), ended)  # b has not handed everything in
    assert ["border", *NAMES.values()] == [one["name"] for one in a["plugins"]]


def test_what_is_printed_and_where_one_goes_while_loading_is_no_matter(tmp_path: Path) -> None:
    loads = "import os, sys\nprint('loading')\nos.chdir(os.sep)\nsys.stdout.close()\n" + STREAK
    in_hook = loads.replace("    return (parrules.ScoredIn", "    print('asked')\n    return (parrules.ScoredIn")
    install(tmp_path / "site", "border", in_hook)
    (a, _), said, ended = receipts(tmp_path)
    assert (["7/3", "1"], "loading asked", 4) == (scores(a), said, ended)


SPEAKS = (
    "sys.__stdout__.write('past print')",
    "os.write(1, b'past Python')",
    "subprocess.run([sys.executable, '-c', 'print(7)'])",
)


@pytest.mark.parametrize("way", SPEAKS)
def test_what_is_written_past_print_does_not_get_among_the_results(tmp_path: Path, way: str) -> None:
    source = f"import os, subprocess, sys\n{way}\n" + STREAK.replace("    longest =", f"    {way}\n    longest =", 1)
    install(tmp_path / "site", "border", source)
    (a, _), said, ended = receipts(tmp_path)
    assert (["7/3", "1"], 4) == (scores(a), ended)
    assert "past print" in said or "past Python" in said or "7" in said


def test_the_list_of_plugins_shows_which_were_left_out(folder: Path) -> None:
    listed = parrules(folder, "plugins", "--format", "json")
    brings = {one["name"]: one["brings"] for one in json.loads(listed.stdout)}
    assert {"border": {"criteria": ["streak"]}, **dict.fromkeys(NAMES.values())} == brings
    assert 1 == listed.returncode
    assert "left out, see below" in parrules(folder, "plugins").stdout


def test_a_plugin_that_does_not_load_leaves_its_criterion_open_where_the_rules_were_checked_before(
    tmp_path: Path,
) -> None:
    source = "import os\nif os.environ.get('BREAK'):\n    raise RuntimeError('today it breaks')\n" + STREAK
    install(tmp_path / "site", "border", source)
    assert ["7/3", "1"] == scores(receipts(tmp_path)[0][0])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BREAK", "1")
        (a, _), said, ended = receipts(tmp_path)
    assert (["7/3", ["0", "5"]], 4) == (scores(a), ended)
    assert ("UC201" in said, "EV606" in said) == (True, True)


def test_two_distributions_that_bring_a_plugin_of_one_name(tmp_path: Path) -> None:
    install(tmp_path / "site", "border", STREAK)
    install(tmp_path / "site", "other", STREAK.replace('("streak"', '("other"'))
    entry = tmp_path / "site/other-1.0.dist-info/entry_points.txt"
    entry.write_text("[parrules]\nborder = other\n", encoding="utf-8", newline="\n")
    (a, _), said, _ = receipts(tmp_path)
    assert (["7/3", "1"], 1) == (scores(a), said.count("UC207"))


def test_check_names_a_broken_plugin_and_says_nothing_else_of_rules_that_are_well(tmp_path: Path) -> None:
    install(tmp_path / "site", "border", STREAK)
    install(tmp_path / "site", "zebra", "raise RuntimeError('broken')")
    ended = parrules(tmp_path, "check", "rules.yaml")
    assert (0, 1, 0) == (ended.returncode, (ended.stdout + ended.stderr).count("UC201"), ended.stdout.count("error"))


PLACES = {
    "in Python's own library": ("import json\njson.loads('{')\n", "zebra/__init__.py:2"),
    "in a part of the package": ("from zebra.deep.part import x\n", "zebra/deep/part.py:3"),
    "before it began": ("import parrules\n@parrules.hookimpl\ndef parrules_criteria(app):\n    return ()\n", None),
}


@pytest.mark.parametrize(("source", "place"), PLACES.values(), ids=PLACES)
def test_the_place_is_a_line_of_the_plugin_with_the_name_of_its_package(
    tmp_path: Path, source: str, place: str | None
) -> None:
    install(tmp_path / "site", "border", STREAK)
    install(tmp_path / "site", "zebra", source)
    package = tmp_path / "site/zebra"
    (package / "deep").mkdir(parents=True)
    (tmp_path / "site/zebra.py").rename(package / "__init__.py")
    (package / "deep/__init__.py").touch()
    (package / "deep/part.py").write_text("\n\nx = nowhere\n", encoding="utf-8", newline="\n")
    told = " ".join(parrules(tmp_path, "plugins").stderr.split())
    assert "UC201" in told
    assert re.findall(r"it failed in (\S+)", told) == ([] if place is None else [place])


BY_WHOM = {
    "what comes with parrules": ("parrules_functions", "parrules.Function('min', 1, 1, print, print)", "`min` comes"),
    "a word in Vietnamese": (
        "parrules_functions",
        "parrules.Function('làm_tròn', 1, 1, print, print)",
        "`làm_tròn` co",
    ),
    "an ending": ("parrules_readers", "parrules.Reader('.csv', print)", "`.csv` comes with parrules"),
    "a form of the result": ("parrules_reports", "parrules.ReportFormat('json', print)", "`json` comes with parrules"),
    "what another plugin brings": (
        "parrules_criteria",
        "parrules.ScoredInPython('streak', ('patrols',), print)",
        "the plugin `border` brings it, too: keep one of the two",
    ),
}


@pytest.mark.parametrize(("hook", "value", "hint"), BY_WHOM.values(), ids=BY_WHOM)
def test_it_is_said_who_has_the_name_already(tmp_path: Path, hook: str, value: str, hint: str) -> None:
    install(tmp_path / "site", "border", STREAK)
    install(tmp_path / "site", "zebra", HOOK.format(hook=hook, body=f"return ({value},)"))
    told = " ".join(parrules(tmp_path, "plugins").stderr.split())
    assert ("UC205" in told, hint in told, told.count("hint:")) == (True, True, 1)


ASKS_FOR_RULES = {
    "evaluate": ("evidence.yaml",),
    "check": ("an-example.lost",),
    "stages": ("evidence.yaml", "evidence.yaml"),
    "form": ("an-example.lost", "--body", "a", "-o", "form.xlsx"),
    "test": ("an-example.lost",),
    "diff": ("an-example.lost", "rules.yaml"),
}


@pytest.mark.parametrize(("command", "given"), ASKS_FOR_RULES.items(), ids=ASKS_FOR_RULES)
def test_rules_that_a_broken_plugin_would_have_brought_are_missed_with_the_reason(
    tmp_path: Path, command: str, given: tuple[str, ...]
) -> None:
    pytest.importorskip("xlsxwriter")
    install(tmp_path / "site", "border", STREAK)
    install(tmp_path / "site", "zebra", "raise RuntimeError('broken')")
    parrules(tmp_path, "plugins")  # writes the files of the round
    evidence = (tmp_path / "evidence.yaml").read_text(encoding="utf-8")
    named = re.sub(r"(?m)^evidence: .*$", "evidence: an-example.lost", evidence)
    (tmp_path / "evidence.yaml").write_text(named, encoding="utf-8", newline="\n")
    ended = parrules(tmp_path, command, *given)
    told = " ".join((ended.stdout + ended.stderr).split())
    assert ("UC110" in told, "the plugin `zebra` was left out" in told) == (True, True)
    assert 1 == told.count("UC201")


SEEN_BY = {
    "stages": ("-m", "rules.yaml", "evidence.yaml"),
    "form": ("rules.yaml", "--body", "a", "-o", "form.xlsx"),
    "diff": ("rules.yaml", "rules.yaml"),
    "test": ("rules.yaml",),
    "lost": ("rules.yaml", "evidence.yaml"),
    "rank": ("rules.yaml", "evidence.yaml"),
}


def test_every_command_that_uses_rules_names_a_broken_plugin_once(tmp_path: Path) -> None:
    install(tmp_path / "site", "border", STREAK)
    install(tmp_path / "site", "zebra", "raise RuntimeError('broken')")
    pytest.importorskip("xlsxwriter")
    said = {command: parrules(tmp_path, command, *given).stderr.count("UC201") for command, given in SEEN_BY.items()}
    assert dict.fromkeys(SEEN_BY, 1) == said


def test_where_no_plugin_is_installed_that_is_said(tmp_path: Path) -> None:
    ended = parrules(tmp_path, "plugins")
    assert ("no plugin is installed\n", "", 0) == (ended.stdout, ended.stderr, ended.returncode)
