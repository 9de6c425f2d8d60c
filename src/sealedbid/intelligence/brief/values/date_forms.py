"""The forms in which dates are written, as patterns over folded text."""

from __future__ import annotations

import re
from functools import cache

from sealedbid.intelligence.vocabulary.calendar_words import calendar_words, either

ORDINAL = r"(?:\s?(?:st|nd|rd|th|er|eme|ste|e|o)\b|\.(?!\d))?"
YEAR = r"(?:\d{4}(?!\d)|'\d{2}(?!\d)|\d{2}(?=\s{0,2}(?:[,.;)|]|$)))"
OF = r"(?:\s(?:day\s)?(?:of|de|del|in)\s|\s?-?/?\s?)"
BEFORE_YEAR = r"(?:\.?,?\s(?:de\s|del\s|of\s)?|[-/])"
TO = (
    r"(?:\s?-\s?|\s?t/m\s|\s(?:to|through|thru|until|bis|bis zum|au|al|a|tot|tot en met)\s"
    r"|\s(?P<and>and|und|et|y|en|&)\s)"
)
ARTICLE = r"(?:(?:the|den|dem|le|el|la|du|de|het)\s)?"


def date_forms(*, digits: bool, months: bool, weekdays: bool) -> tuple[re.Pattern[str], ...]:
    """The patterns for a text with digits, names of months or of weekdays.

    The most telling stand first: a later one reads only what earlier ones left.
    """
    there = {"d": digits, "m": months, "w": weekdays}
    return tuple(pattern for needs, pattern in _forms() if all(there[need] for need in needs))


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each pattern, with what must be in a text: digits, names of months, names of weekdays."""
    words = calendar_words()
    month = rf"(?:{either(words.months)})\b\.?"
    long = either(name for name in words.weekdays if len(name) > 2)
    short = either(name for name in words.weekdays if len(name) == 2)

    def weekday(name: str) -> str:
        return rf"(?:\b(?P<{name}>(?:{long})\b|(?:{short})(?=[.,]))\.?,?\s{ARTICLE})?"

    def day(name: str) -> str:
        return rf"(?<![\d.,/:$-])(?P<{name}>\d{{1,2}}(?!\d)|\b(?:{either(words.days)})\b){ORDINAL}"

    last = rf"(?P<d2>\d{{1,2}}(?!\d)){ORDINAL}"
    year = rf"(?:{BEFORE_YEAR}(?P<y>{YEAR}))?"
    forms = (
        ("d", r"(?<![\d.])(?P<y>(?:19|20)\d{2})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)"
         r"(?:(?:t|\s)(?P<clock>\d{2}:\d{2})(?::\d{2})?(?P<zone>z\b|[+-]\d{2}:?\d{2})?)?"),
        ("dmw", rf"\b(?P<nth>{either(words.nth)})\s(?P<w>{long})\s(?:of|in|im|de|del|van)\s"
         rf"(?P<mon>{month})\s(?P<y>\d{{4}})"),
        # "8 to 12 March 2027", "30 May - 2 June 2027", "lundi 8 au vendredi 12 mars"
        ("dm", rf"{weekday('w')}{day('d')}"
         rf"(?:{OF}(?P<mon>{month})(?:{BEFORE_YEAR}(?P<y1>\d{{4}}))?)?{TO}{weekday('w2')}"
         rf"{ARTICLE}{last}{OF}(?P<mon2>{month}){year}(?![\w-])"),
        # "May 30 - June 2, 2027", "December 4-8, 2027"
        ("dm", rf"{weekday('w')}\b(?P<mon>{month})\s(?P<d>\d{{1,2}}){ORDINAL}"
         rf"(?:,?\s(?P<y1>\d{{4}}))?{TO}{weekday('w2')}(?:(?P<mon2>{month})\s)?"
         rf"{last}(?:,?\s(?P<y>\d{{4}}))?(?![\w:/%])"),
        ("m", rf"{weekday('w')}{day('d')}{OF}(?P<mon>{month}){year}(?![\w-])"),
        ("dm", rf"{weekday('w')}\b(?P<mon>{month})\s(?:the\s)?(?P<d>\d{{1,2}}(?!\d)){ORDINAL}"
         r"(?:,?\s(?P<y>\d{4})(?!\d))?(?![\w/%]|[:.]\d)"),
        ("d", rf"{weekday('w')}(?<![\d./-])(?P<a>\d{{1,2}})(?P<s>[./-])\s?(?P<b>\d{{1,2}})(?P=s)\s?"
         r"(?P<y>\d{4}|\d{2})(?!\d|[./-]\d)"),
        ("d", rf"(?:\b(?:{either(words.until)})|(?P<w>\b(?:{long})),?)\s{ARTICLE}"
         r"(?P<short>(?P<a>\d{1,2})(?P<s>[./])(?P<b>\d{1,2})(?:(?<=\d)\.)?)"
         r"(?![\w/%.]|\s?(?:%|eur|uhr|uur|mio|h\b))"),
        ("m", rf"\b(?P<end>{either(words.ends)})\s(?P<mon>{month}){year}(?![\w-])"),
        ("dm", rf"(?<!\d\s)(?<!\d\.\s)\b(?P<mon>{month})(?:\sde|\sof|,)?\s"
         r"(?P<y>20\d{2})(?![\d-])"),
        ("m", rf"\b(?:{either(words.months_after)})\s(?P<mon>{month})(?!\s\d|[\w-])"),
        ("w", rf"(?:\b(?:{either(words.until)})\s(?:this\s|next\s|coming\s)?|^(?:this|next)\s)"
         rf"(?P<alone>{long})\b"),
    )  # fmt: skip
    return tuple((needs, re.compile(form)) for needs, form in forms)
