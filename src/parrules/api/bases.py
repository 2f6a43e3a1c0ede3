"""Where the edition is that a rule file extends: beside it, or among those that come with parrules and its plugins."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from parrules.api.cache import Cache, digest_of
from parrules.api.find import RuleFile, known_files, rule_folders
from parrules.text.diagnostic import Diagnostic
from parrules.text.files import STANDARD_INPUT, read_content, source_of
from parrules.text.nearest import nearest
from parrules.text.source import Source, Span

_ENDINGS = (".yaml", ".yml")


class Bases:
    """Finds what the rule file `file`, and each that it extends in turn, extends; every file is read once.

    folders: where names are looked up, instead of the shipped rules and those of plugins.
    """

    def __init__(self, file: RuleFile, cache: Cache, folders: Sequence[Path] | None = None) -> None:
        self._cache = cache
        self._folders = folders
        self._files = {file.shown: file}
        self._read: dict[tuple[str, str], tuple[Source | Diagnostic, str]] = {}

    def __call__(self, name: str, span: Span) -> Source | Diagnostic:
        """The rule file that `name` means, where it stands in another: `span`."""
        return self._base(name, span)[0]

    def digests(self, content: bytes, shown: str) -> tuple[str, ...]:
        """The digest of every file that goes into the edition, its own first: as far as they can be found."""
        found = [digest_of(content)]
        if b"extends" not in content:  # to look at the file takes longer than to look for a word in it
            return tuple(found)
        from parrules.methodology.editions import extends_of

        source, seen = source_of(content, shown), {shown}
        while isinstance(source, Source):
            said = extends_of(source)
            if said is None:
                break
            source, digest = self._base(said.text, said.span)
            if not isinstance(source, Source) or source.name in seen:
                break
            seen.add(source.name)
            found.append(digest)
        return tuple(found)

    def _base(self, name: str, span: Span) -> tuple[Source | Diagnostic, str]:
        key = (span.source.name, name)
        if key not in self._read:
            self._read[key] = self._opened(name, span)
        return self._read[key]

    def _opened(self, name: str, span: Span) -> tuple[Source | Diagnostic, str]:
        file = self._found(name, span)
        if isinstance(file, Diagnostic):
            return file, ""
        content = read_content(file.path, file.shown)
        if isinstance(content, Diagnostic):
            return content, ""
        self._files.setdefault(file.shown, file)
        return source_of(content, file.shown), digest_of(content)

    def _found(self, name: str, span: Span) -> RuleFile | Diagnostic:
        from parrules.methodology.editions import no_edition_named, several_bases, unknown_base

        near = _beside(self._files[span.source.name])
        if name.endswith(_ENDINGS):
            return near.get(name) or unknown_base(span, name, nearest(name, near))
        wanted, _, edition = name.partition("@")
        known = known_files(self._folders if self._folders is not None else rule_folders())
        for file in near.values():
            known.setdefault(file.path.stem.partition("@")[0], []).append(file)
        editions = self._editions(known.get(wanted, []))
        if not edition:
            return no_edition_named(span, name, f"{wanted}@{next(iter(editions), '2022')}")
        files = _each_once(editions.get(edition, []))
        if len(files) > 1:
            return several_bases(span, name, tuple(one.shown for one in files))
        return files[0] if files else unknown_base(span, name, self._meant(wanted, edition, known))

    def _meant(self, wanted: str, edition: str, known: dict[str, list[RuleFile]]) -> str | None:
        """What the author most likely meant by a name and an edition that there is not."""
        name = nearest(wanted, known)
        editions = self._editions(known[name]) if name else ()
        return (
            f"{name}@{edition if edition in editions else nearest(edition, editions) or max(editions)}"
            if editions
            else None
        )

    def _editions(self, files: list[RuleFile]) -> dict[str, list[RuleFile]]:
        """The files of one name, by the edition that each says it is."""
        from parrules.api.heads import heads_of

        by_edition: dict[str, list[RuleFile]] = {}
        for file, head in zip(files, heads_of([one.path for one in files], self._cache), strict=True):
            by_edition.setdefault(head.edition, []).append(file)
        return by_edition


def _beside(file: RuleFile) -> dict[str, RuleFile]:
    """The rule files in the folder of another, by name; nothing beside standard input."""
    if str(file.path) == STANDARD_INPUT:
        return {}
    folder, shown = file.path.parent, PurePosixPath(file.shown).parent
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix in _ENDINGS)
    except OSError:
        return {}
    return {path.name: RuleFile(path, (shown / path.name).as_posix()) for path in paths}


def _each_once(files: list[RuleFile]) -> list[RuleFile]:
    """Files without those that are the same one, found in two ways; the first stays."""
    return list({file.path.resolve(): file for file in reversed(files)}.values())[::-1]
