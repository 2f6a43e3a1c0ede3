"""From a rule file to a plan: read, resolve, check, plan; or from the cache, when it was done before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parrules.api.bases import Bases
from parrules.api.cache import Cache, digest_of, key_of
from parrules.api.find import RuleFile
from parrules.plan.plan import Plan
from parrules.plan.text import plan_text, read_plan
from parrules.scoring.sheet import Plugin
from parrules.text.diagnostic import Diagnostic, in_reading_order
from parrules.text.files import read_content, source_of
from parrules.text.source import Source

if TYPE_CHECKING:
    from parrules.checks.editions_in_time import OtherEdition
    from parrules.methodology.checked import Checked
    from parrules.methodology.trees import Trees
    from parrules.plugins.collect import Collected


@dataclass(frozen=True, slots=True)
class Loaded:
    """A rule file through every pass. plan and checked are None where a pass found errors. checked is None, too,
    when the plan came from the cache."""

    source: Source
    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...]
    checked: Checked | None = None
    trees: Trees | None = None


def load(file: RuleFile, cache: Cache, plugins: tuple[Plugin, ...]) -> Loaded:
    """The plan of a rule file, or why there is none. Its warnings are for `check` to tell: the cache has none."""
    content = read_content(file.path, file.shown)
    if isinstance(content, Diagnostic):
        return Loaded(Source(file.shown, ""), None, (content,))
    bases = Bases(file, cache)
    digests = bases.digests(content, file.shown)
    key = key_of(f"plan {file.shown}", digests, [f"{one} {one.digest}" for one in plugins])
    kept = cache.fetch(key)
    if kept is not None:
        plan = read_plan(kept)
        if plan is not None:
            return Loaded(Source(file.shown, ""), plan, ())
    loaded = read(source_of(content, file.shown), file.shown, digest_of_all(digests), bases)
    if loaded.plan is None:
        return loaded
    cache.keep(key, plan_text(loaded.plan))
    return replace(loaded, diagnostics=())


def digest_of_all(digests: tuple[str, ...]) -> str:
    """The digest of an edition: of its file, or of the list of those of all its files, one a line."""
    return digests[0] if len(digests) == 1 else digest_of("".join(f"{one}\n" for one in digests).encode())


def read(
    source: Source | Diagnostic,
    shown: str,
    digest: str = "",
    bases: Bases | None = None,
    others: Sequence[OtherEdition] = (),
) -> Loaded:
    """Every pass over a rule file, then what its author has looked at is left out.

    bases: finds what it extends; None where it stands by itself. others: other editions of the same methodology.
    """
    from parrules.checks.ignored import without_ignored

    if isinstance(source, Diagnostic):
        return Loaded(Source(shown, ""), None, (source,))
    loaded = _every_pass(source, digest, bases, others)
    found = without_ignored(loaded.diagnostics, source, complete=loaded.plan is not None)
    return replace(loaded, diagnostics=found)


def _every_pass(source: Source, digest: str, bases: Bases | None, others: Sequence[OtherEdition]) -> Loaded:
    """One a line; each stops at its end when it found errors."""
    from parrules.methodology.checked import check_kinds
    from parrules.methodology.editions import no_other_files
    from parrules.methodology.from_syntax import methodology_from
    from parrules.plugins.collect import collect
    from parrules.plugins.guarded import WordFailed
    from parrules.plugins.on_plan import place_of
    from parrules.plugins.on_rules import check_by_plugins

    methodology, trees, found = methodology_from(source, bases or no_other_files)
    if methodology is None or trees is None:
        return Loaded(source, None, found, None, trees)
    known = collect()
    try:
        checked, wrong_kinds = check_kinds(methodology, trees, known.vocabulary)
        found = in_reading_order((*found, *wrong_kinds, *check_by_plugins(methodology, trees, known)))
        loaded = _planned(source, checked, found, others, known)
    except WordFailed as failed:
        said = replace(failed.said, span=place_of(trees, failed.word, failed.node))
        return Loaded(source, None, in_reading_order((*found, said)), None, trees)
    return loaded if loaded.plan is None else replace(loaded, plan=replace(loaded.plan, digest=digest))


def _planned(
    source: Source, checked: Checked, found: tuple[Diagnostic, ...], others: Sequence[OtherEdition], known: Collected
) -> Loaded:
    """The passes after the kinds are known. found: so far."""
    from parrules.checks.editions_in_time import editions_in_time
    from parrules.checks.programs import check_programs
    from parrules.methodology.extent import check_extent
    from parrules.plan.from_methodology import plan_of
    from parrules.plugins.on_plan import check_words

    trees = checked.trees
    if _has_errors(found):
        return Loaded(source, None, found, checked, trees)
    too_much = check_extent(checked)
    if too_much:
        return Loaded(source, None, in_reading_order((*found, *too_much)), checked, trees)
    plan, wrong = plan_of(checked)
    wrong = wrong or check_words(trees, plan, known)
    if wrong:
        return Loaded(source, None, in_reading_order((*found, *wrong)), checked, trees)
    found = in_reading_order((*found, *check_programs(checked, plan), *editions_in_time(checked, others)))
    if _has_errors(found):
        return Loaded(source, None, found, checked, trees)
    return Loaded(source, plan, found, checked, trees)


def _has_errors(found: tuple[Diagnostic, ...]) -> bool:
    return any(one.is_error for one in found)
