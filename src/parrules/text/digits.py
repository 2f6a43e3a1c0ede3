"""Whole numbers of any length as decimal digits, and back.

Python refuses to do it for more than 4,300 digits, which an exact sum of many fractions soon has.
"""

from __future__ import annotations

AT_ONCE = 4000
_PART = 10**AT_ONCE


def digits(number: int) -> str:
    """`str(number)`, however long."""
    if -_PART < number < _PART:
        return str(number)
    parts: list[str] = []
    rest = abs(number)
    while rest >= _PART:
        rest, part = divmod(rest, _PART)
        parts.append(str(part).rjust(AT_ONCE, "0"))
    return ("-" if number < 0 else "") + str(rest) + "".join(reversed(parts))


def whole(written: str) -> int:
    """`int(written)`, however long: digits, perhaps behind a sign."""
    if len(written) <= AT_ONCE:
        return int(written)
    sign, plain = (-1, written[1:]) if written.startswith("-") else (1, written)
    number = 0
    first = len(plain) % AT_ONCE
    for start in range(first - AT_ONCE if first else 0, len(plain), AT_ONCE):
        number = number * _PART + int(plain[max(0, start) : start + AT_ONCE])
    return sign * number
