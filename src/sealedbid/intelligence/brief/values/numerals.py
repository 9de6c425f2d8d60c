"""Numbers in digits, with the marks of many countries: 1.234,50, 1,234.50, 1'234.50, 12,34,000."""

from __future__ import annotations

import re
from decimal import Decimal

NUMERAL = (
    r"(?:\d{1,2}(?:,\d{2}){1,4},\d{3}(?:\.\d{1,2})?(?!\d)"  # lakh and crore
    r"|\d{1,3}(?:[,.' ]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)"
    r"|\d{1,12}(?:[.,]\d{1,3})?(?!\d))"
)
DECIMAL_COMMA = {"de", "fr", "es", "nl"}


def number_of(numeral: str, language: str, *, scaled: bool) -> Decimal:
    """The number that ``numeral`` writes.

    A single mark before three digits parts thousands, unless a word of scale follows (``scaled``)
    and the mark is the language's own for decimals ("1.250 million").
    """
    plain = re.sub(r"[' ]", "", numeral)
    marks = [sign for sign in plain if sign in ",."]
    parts = re.split(r"[.,]", plain)
    if not marks:
        return Decimal(plain)
    decimal_mark = "," if language in DECIMAL_COMMA else "."
    of_thousands = len(parts[-1]) == 3 and not (
        scaled and len(marks) == 1 and marks[0] == decimal_mark
    )
    if of_thousands or (len(marks) > 1 and len(set(marks)) == 1):
        return Decimal("".join(parts))
    return Decimal("".join(parts[:-1]) + "." + parts[-1])
