"""The forms in which sums are written, as a pattern over folded text with digits for words."""

from __future__ import annotations

import re
from functools import cache

from sealedbid.intelligence.brief.values.currencies import after_sum, before_sum, currencies
from sealedbid.intelligence.brief.values.number_words import FILL
from sealedbid.intelligence.brief.values.numerals import NUMERAL
from sealedbid.intelligence.vocabulary.calendar_words import either

TO = r"(?:\s?-\s?|\s(?:to|and|bis|und|a|au|et|y|tot|en)\s)"
# Swiss and Dutch prices end in a dash: "5000.-", "1.200,-".
DASH = r"(?:[.,]-{1,2})?"


@cache
def sum_form() -> re.Pattern[str]:
    """The pattern of a sum or a range of sums."""
    scale = either(currencies().scales)
    before, after = before_sum(), after_sum()

    def one(number: str) -> str:
        return (
            rf"(?P<before{number}>{before}\s?)?(?P<number{number}>{NUMERAL}){FILL}{{0,80}}{DASH}"
            rf"(?P<scale{number}>(?:\s|-)?(?:{scale})(?![a-z])\.?)?(?P<after{number}>\s?{after})?"
        )

    return re.compile(rf"(?<![\w.,/:#§-]){one('')}(?:{TO}{one('2')})?(?![\w%]|[.,:/]\d)")


@cache
def glued_form() -> re.Pattern[str]:
    """Scales and signs in one word: "120k€", "3 M€", "TEUR 40", "KEUR 5"."""
    code, digits = r"eur|chf|usd|gbp|€|£|\$", r"\d[\d.,' ]{0,12}\d|\d"
    return re.compile(
        rf"(?<![\w.,/-])(?:(?P<prefix>[tkm])(?P<code>{code})\s?(?P<low>{digits})"
        rf"|(?P<high>{digits})\s?(?P<suffix>[tkm])(?P<code2>{code}))(?!\w)"
    )
