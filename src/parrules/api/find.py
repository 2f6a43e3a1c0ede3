"""Where the rule file is that the user means: a path, or the name of a methodology that comes with parrules.

A shipped rule file stands in any folder below `rules`, as `NAME.yaml` or `NAME@EDITION.yaml`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import parrules
from parrules.api.cache import NO_CACHE, Cache
from parrules.api.folders import TESTS, folder_for_rules, rule_files_in, says_to_be_rules, sources_in
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.files import read_source, shown_name
from parrules.text.nearest import nearest
from parrules.text.source import Source


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A rule file that was found. shown: what a person, and the receipt, call it; never a place on this machine."""

    path: Path
    shown: str


def find(
    asked: str,
    *,
    edition: str = "",
    on: date | None = None,
    cache: Cache = NO_CACHE,
    folders: Sequence[Path] | None = None,
    evidence: Path | None = None,
) -> tuple[RuleFile | None, tuple[Diagnostic, ...]]:
    """The rule file that `asked` means: a path, `NAME` or `NAME@EDITION`.

    edition: the one that the evidence names, where `asked` names none. on: the day on which an edition must be
    valid, the end of the round; without it a name with several editions is refused. A path is taken as it is, whether
    there is such a file or not. folders: where to look names up, instead of the shipped rules and those of plugins.
    evidence: the file that asks for it, where nobody else does: rules of that name that lie beside it, or in a folder
    called so, are told, and never taken unasked.
    """
    if is_path(asked):
        folder = folder_for_rules(Path(asked))
        return (RuleFile(Path(asked), shown_name(asked)), ()) if folder is None else (None, (folder,))
    name, _, named_edition = asked.partition("@")
    known = known_files(folders if folders is not None else rule_folders())
    candidates = known.get(name, [])
    if candidates:
        return _of_edition(name, named_edition or edition, on, candidates, cache)
    if os.path.isfile(asked):
        return RuleFile(Path(asked), shown_name(asked)), ()
    folder = folder_for_rules(Path(asked)) if asked and evidence is None and rule_files_in(Path(asked)) else None
    if folder is not None:
        return None, (folder,)
    return None, (no_such_methodology(asked, known, _beside(evidence, name) if evidence is not None else None),)


def _beside(evidence: Path, name: str) -> str | None:
    """The one rule file of that name that lies beside the evidence, or in the folder that has the name, too."""
    from parrules.api.heads import head_of

    held = [
        shown
        for folder in (evidence.parent, evidence.parent / name)
        for shown, source in sources_in(folder)
        if says_to_be_rules(source) and head_of(source.text).methodology == name
    ]
    return held[0] if len(held) == 1 else None


def names_rules(asked: str) -> bool:
    """Whether it is the name of a methodology, a file that says to be one, or a folder with such a file; what cannot
    be read is not."""
    if not is_path(asked) and asked.partition("@")[0] in known_names():
        return True
    if rule_files_in(Path(asked)):
        return True
    text = read_source(Path(asked), asked) if asked != "-" and os.path.isfile(asked) else None
    return isinstance(text, Source) and says_to_be_rules(text)


def is_path(asked: str) -> bool:
    """Whether it is written as a path, or `-`, and not as a name."""
    return asked == "-" or asked.endswith((".yaml", ".yml")) or "/" in asked or "\\" in asked


def known_names(folders: Sequence[Path] | None = None) -> tuple[str, ...]:
    """The names of the methodologies that come with parrules and its plugins, in order."""
    return tuple(sorted(known_files(folders if folders is not None else rule_folders())))


def rule_folders() -> tuple[Path, ...]:
    """Where rule files stand that have names: the shipped ones, then those of plugins, loaded only where there are."""
    from parrules.plugins.installed import plugins_installed

    if not plugins_installed():
        return (shipped("rules"),)
    from parrules.plugins.collect import collect

    return (shipped("rules"), *collect().rule_folders)


def _left_out() -> tuple[str, ...]:
    """The plugins that were left out, whatever rules they would have brought."""
    from parrules.plugins.installed import plugins_installed

    if not plugins_installed():
        return ()
    from parrules.plugins.collect import collect

    told = (dict(one.arguments)["plugin"] for one in collect().problems)
    return tuple(dict.fromkeys(str(name) for name in told))


def tests_beside(rules: Path) -> tuple[Path, ...]:
    """The files of tests that stand beside a rule file: `NAME.test.yaml`, and `NAME.SUBJECT.test.yaml`."""
    return tuple(sorted(path for path in rules.parent.glob(f"{rules.stem}.*") if path.name.endswith(TESTS)))


def shipped(folder: str) -> Path:
    """Where `rules` or `schemas` stand: inside the installed package, or beside `src` in a checkout."""
    package = Path(parrules.__file__).parent
    installed = package / "shipped" / folder
    return installed if installed.is_dir() else package.parents[1] / folder


def known_files(folders: Sequence[Path]) -> dict[str, list[RuleFile]]:
    """The rule files of each name. What has no dot in its name is no methodology: evidence, tests."""
    known: dict[str, list[RuleFile]] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.yaml")):
            if path.name.endswith(TESTS):
                continue
            name = path.stem.partition("@")[0]
            if "." in name:
                known.setdefault(name, []).append(RuleFile(path, path.relative_to(folder).as_posix()))
    return known


def _of_edition(
    name: str, edition: str, on: date | None, candidates: list[RuleFile], cache: Cache
) -> tuple[RuleFile | None, tuple[Diagnostic, ...]]:
    from parrules.api.heads import heads_of

    if len(candidates) == 1 and not edition and on is None:
        return candidates[0], ()
    heads = heads_of([one.path for one in candidates], cache)
    editions = tuple(head.edition for head in heads)
    if edition:
        held = [one for one, head in zip(candidates, heads, strict=True) if head.edition == edition]
        if not held:
            return None, (no_such_edition(name, edition, editions),)
    elif on is None:
        return None, (which_edition(name, editions),)
    else:
        held = [one for one, head in zip(candidates, heads, strict=True) if head.holds_on(on)]
        if not held:
            return None, (no_edition_valid(name, on, editions),)
    if len(held) > 1:
        return None, (several_editions(name, tuple(one.shown for one in held), edition, on),)
    return held[0], ()


def no_such_methodology(
    asked: str, known: Sequence[str] | dict[str, list[RuleFile]], beside: str | None = None
) -> Diagnostic:
    """beside: a rule file of that name, beside the evidence that asks for it."""
    near = nearest(asked.partition("@")[0], known)
    return diagnostic("UC110", name=asked, suggestion=near, beside=beside, left_out=_left_out() or None)


def no_such_edition(name: str, edition: str, editions: tuple[str, ...]) -> Diagnostic:
    near = nearest(edition, editions)
    return diagnostic("UC111", name=name, edition=edition, editions=editions, suggestion=near)


def no_edition_valid(name: str, on: date, editions: tuple[str, ...]) -> Diagnostic:
    return diagnostic("UC112", name=name, on=on, editions=editions, example=f"{name}@{editions[-1]}")


def several_editions(name: str, files: tuple[str, ...], edition: str, on: date | None) -> Diagnostic:
    if edition or on is None:
        return diagnostic("UC114", name=name, edition=edition, files=files)
    return diagnostic("UC113", name=name, on=on, files=files)


def which_edition(name: str, editions: tuple[str, ...]) -> Diagnostic:
    return diagnostic("UC115", name=name, editions=editions, example=f"{name}@{editions[-1]}")
