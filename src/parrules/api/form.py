"""The form of a methodology: the workbook that a body fills in, and that is evidence when it comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from parrules.api.cache import NO_CACHE, Cache
from parrules.api.find import find
from parrules.api.load import load
from parrules.api.office import without_library
from parrules.api.plugins import plugin_problems
from parrules.methodology.model import Methodology
from parrules.plugins.installed import installed
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.spelling import Language


@dataclass(frozen=True, slots=True)
class FormOutcome:
    """file: the workbook; None where there is none. year: of the round that it is for."""

    file: bytes | None
    diagnostics: tuple[Diagnostic, ...] = ()
    year: int = 0


def write_form(
    methodology: str,
    body: str,
    *,
    name: str = "",
    year: str = "",
    stage: str = "self",
    language: Language = "vi",
    cache: Cache = NO_CACHE,
) -> FormOutcome:
    """The form for one body, one year and one stage.

    methodology: as for `evaluate`. name: of the body, where it is not what it is called by. year: the last in which
    the edition is valid, or else the one in which it became so, unless it is said.
    """
    missing = without_library("xlsx")
    if missing is not None:
        return FormOutcome(None, (missing,))
    if year and not (year.isascii() and year.isdecimal() and 1900 <= int(year[:5]) <= 9998):
        return FormOutcome(None, (not_a_year(year),))
    end = date(int(year), 12, 31) if year else None
    rule_file, found = find(methodology, on=end, cache=cache)
    if rule_file is None:
        return FormOutcome(None, (*plugin_problems(), *found))
    loaded = load(rule_file, cache, installed())
    told = (*plugin_problems(), *loaded.diagnostics)
    if loaded.plan is None:
        return FormOutcome(None, told)
    model = loaded.plan.methodology
    stages = tuple(one.name for one in model.stages)
    if stages and stage not in stages:
        return FormOutcome(None, (no_such_stage(stage, stages),))
    number = int(year) if year else year_of(model)
    from parrules.report.office.form import FormFor, form

    of = FormFor(body, number, date(number, 1, 1), date(number, 12, 31), stage, name)
    return FormOutcome(form(loaded.plan, of, language), told, number)


def year_of(methodology: Methodology) -> int:
    """The last year in which an edition is valid; the first where it is valid without end."""
    return (methodology.valid_to or methodology.valid_from).year


def not_a_year(year: str) -> Diagnostic:
    return diagnostic("UC162", year=year)


def no_such_stage(stage: str, stages: tuple[str, ...]) -> Diagnostic:
    return diagnostic("UC163", stage=stage, stages=stages, suggestion=nearest(stage, stages))
