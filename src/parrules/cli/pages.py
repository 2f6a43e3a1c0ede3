"""Pages (HTML) of a round and of its bodies: one to a file or to standard output, or all of them into a folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from parrules.cli import exits
from parrules.cli.deliver import deliver, tell
from parrules.cli.mistakes import one_file_for_several
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from parrules.api.rank import RankOutcome
    from parrules.report.html.results import Results
    from parrules.scoring.sheet import Sheet

_INDEX = "index.html"
_ENDINGS = (".html", ".htm")
_LONGEST = 60


def deliver_pages(found: RankOutcome, sheets: Sequence[Sheet], output: str | None, language: Language) -> int:
    """Writes the page of one body, of the round, or into a folder that of the round with one for each body.

    sheets: of the bodies that were asked for, with the criteria that were.
    """
    from parrules.api.pages import results_of

    results = results_of(found)
    if results is None:
        return exits.FINE
    if output is not None and is_folder(output):
        return _folder(found, results, sheets, Path(output), language)
    if len(sheets) == 1:
        return deliver(_body_page(found, results, sheets[0], language), output, language)
    if len(sheets) < len(results.sheets):
        tell([one_file_for_several()], language)
        return exits.USAGE
    from parrules.report.html.round_page import round_page

    return deliver(round_page(results, {}, language), output, language)


def is_folder(output: str) -> bool:
    """Whether a folder of pages is asked for: whatever does not end as the name of a page does."""
    return output != "-" and (Path(output).is_dir() or not output.lower().endswith(_ENDINGS))


def tells_of_all(format: str, output: str | None) -> bool:
    """Whether the page of the round is written too, which tells of every body."""
    return format == "html" and output is not None and is_folder(output)


def first_page(output: str, format: str | None) -> Path:
    """What to look at of that which was written there."""
    return Path(output) / _INDEX if format == "html" and is_folder(output) else Path(output)


def page_names(bodies: Sequence[str]) -> Mapping[str, str]:
    """A file name for each id, which every system allows: `body-xa-ba-be.html`."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for body in bodies:
        plain = f"body-{_plain(body)}".rstrip("-")
        name, count = plain, 1
        while name in taken:
            count += 1
            name = f"{plain}-{count}"
        taken.add(name)
        found[body] = f"{name}.html"
    return found


def _plain(id: str) -> str:
    """The id in small letters without marks, and digits; one stroke for all else."""
    letters = unicodedata.normalize("NFD", id.casefold().replace("đ", "d")).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST]


def _folder(found: RankOutcome, results: Results, sheets: Sequence[Sheet], folder: Path, language: Language) -> int:
    """The page of the round comes last: where it stands, all that it links to stands too."""
    from parrules.report.html.round_page import round_page
    from parrules.text.files import make_folder, shown_name, write_together

    failed = make_folder(folder, shown_name(folder))
    if failed is not None:
        tell([failed], language)
        return exits.USAGE
    names = page_names([sheet.body for sheet in sheets])

    def pages() -> Iterator[tuple[Path, str]]:
        for sheet in sheets:
            yield folder / names[sheet.body], _body_page(found, results, sheet, language, back=_INDEX)
        yield folder / _INDEX, round_page(results, names, language)

    failed = write_together(pages())
    if failed is not None:
        tell([failed], language)
        return exits.USAGE
    return exits.FINE


def _body_page(found: RankOutcome, results: Results, sheet: Sheet, language: Language, back: str = "") -> str:
    from parrules.api.lost import lost_of
    from parrules.report.html.body_page import body_page

    return body_page(results, sheet, lost_of(found.evaluation, [sheet]), language, back)
