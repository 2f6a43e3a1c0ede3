"""An `award` of which it may be that no row holds.

**What it finds**: an `award` whose rows do not cover every case.
**Why**: where no row holds nothing is awarded, and that would be a 0 by silence.
**Instead**: close it with `otherwise E`; where the text prints no value, write it and say so in a reason.
"""

from __future__ import annotations

from parrules.checks.reach import Reach
from parrules.methodology.kind_slips import at_start
from parrules.operators.ledger import Post
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span


def award_covers(reach: Reach) -> tuple[Diagnostic, ...]:
    words = reach.checked.vocabulary.statements
    programs = [(planned.code, one) for planned in reach.plan.criteria for one in (planned.program, planned.classes)]
    programs.append(("", reach.plan.classes))
    return tuple(
        not_covered(at_start(reach.checked.spans[statement.node], statement.construct), statement.construct)
        for code, program in programs
        for statement in (program.statements if program is not None else ())
        if isinstance(statement, Post)
        and words[statement.construct].is_base
        and statement.node in reach.watches[code].uncovered
    )


def not_covered(span: Span, word: str) -> Diagnostic:
    return diagnostic("PR302", span, word=word)
