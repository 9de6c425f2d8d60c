"""Numbers as people write them: every value that a text can have, and never a guess.

A point or a comma before three digits can end the thousands or begin the decimals: such a text has
two readings, and other numbers of the same hand may tell which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

LONGEST: Final = 40  # characters of a number
SPACES: Final = "\u0020\u00a0\u2009\u202f"
APOSTROPHES: Final = "'’"
_SIGNS: Final = re.compile(rf"[.,{SPACES}{APOSTROPHES}]")
_NUMBER: Final = re.compile(rf"[0-9](?:[0-9.,{SPACES}{APOSTROPHES}]*[0-9])?")


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of a text, and the signs that it takes for decimals and for thousands."""

    value: Decimal
    decimal: str | None
    group: str | None


def readings(text: str) -> tuple[Reading, ...]:
    """Every value that the text can have: none, one, or two."""
    if len(text) > LONGEST or not _NUMBER.fullmatch(text):
        return ()
    found: dict[Decimal, Reading] = {}
    for decimal in (None, ".", ","):
        if (one := _read(text, decimal)) is not None:
            found.setdefault(one.value, one)
    return tuple(found.values())


def settled(found: Iterable[Reading], others: Iterable[tuple[Reading, ...]]) -> Reading | None:
    """Choose the reading that agrees with numbers of the same hand; None if they do not tell."""
    certain = [one[0] for one in others if len(one) == 1]
    decimals = {one.decimal for one in certain} - {None}
    groups = {one.group for one in certain} & {".", ","}
    points = decimals | {_other(sign) for sign in groups}
    if len(points) != 1:
        return None
    (decimal,) = points
    fitting = [one for one in found if decimal in (one.decimal, _other(one.group))]
    return fitting[0] if len(fitting) == 1 else None


def _other(sign: str | None) -> str | None:
    return {".": ",", ",": "."}.get(sign or "")


def _read(text: str, decimal: str | None) -> Reading | None:
    whole, fraction = text, ""
    if decimal is not None:
        whole, found, fraction = text.partition(decimal)
        if not found or not fraction.isdigit() or not whole:
            return None
    group = _group_of(whole)
    digits = whole if group is None else whole.replace(group, "")
    if not digits.isdigit() or (group is not None and group == decimal):
        return None
    if digits != "0" and digits.startswith("0"):
        return None
    return Reading(Decimal(f"{digits}.{fraction or '0'}").normalize(), decimal, group)


def _group_of(whole: str) -> str | None:
    """The one sign between the groups of digits; None if there is none, or they are no groups."""
    signs = set(_SIGNS.findall(whole))
    if len(signs) != 1:
        return None
    (sign,) = signs
    first, *others = whole.split(sign)
    by_thousands = 1 <= len(first) <= 3 and all(len(one) == 3 for one in others)
    by_lakhs = (
        sign == ","
        and 1 <= len(first) <= 2
        and all(len(one) == 2 for one in others[:-1])
        and len(others[-1]) == 3
    )
    return sign if by_thousands or by_lakhs else None
