"""What a command says to the shell when it ends."""

from __future__ import annotations

FINE = 0
FINDINGS = 1
"""A rule test failed, figures differ, something does not match."""
USAGE = 2
"""The command was not written as it must be, or its result has nowhere to go."""
METHODOLOGY = 3
"""The rule file is wrong."""
EVIDENCE = 4
"""The evidence is wrong or not complete; what could be scored was printed all the same."""
BUG = 70
"""A mistake of ours."""
INTERRUPTED = 130
