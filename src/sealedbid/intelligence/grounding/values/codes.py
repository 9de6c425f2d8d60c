"""Versions, standards and addresses: they are compared letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sealedbid.intelligence.grounding.values.models import Value

ADDRESS = re.compile(r"https?://[^\s)>\]]{1,300}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
MIXED = re.compile(
    r"(?<![\w./@-])(?:[A-Za-z]{1,12}-?\d{1,6}(?:[.:-]\d{1,5}){0,4}[a-z]?|\d{1,4}(?:\.\d{1,4}){0,3}[a-z]{1,2})(?![\w@/])"
)
VERSION = re.compile(
    r"(?P<name>\b[A-Z][\w.+-]{0,20}|\b(?:[vV]ersion|[vV]ersión|[vV]ersie|[rR]elease|[lL]evel))[\s-]"
    r"(?P<code>\d{1,4}(?:\.\d{1,4}){0,3}(?:[a-z](?!\w))?)(?![\w]|,\d|\s?(?:%|percent|Prozent))"
)
SCALED = re.compile(
    r"\d+(?:[.,]\d+)?(?:k|m|st|nd|rd|th|am|pm|h|er|e|s|x|mm|cm|km|kg|ms|gb|mb|tb|kb|u|en)$", re.I
)
THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})")
# "SOC 2 Type II" is not "Type I".
ROMAN = re.compile(
    r"\b(?P<name>[Tt]ype|[Tt]yp|[Tt]ipo|[Ll]evel|[Cc]lass|[Tt]ier|[Pp]hase|[Ss]tage|[Pp]art|[Ss]tufe"
    r"|[Kk]lasse|[Nn]iveau|[Nn]ivel|[Cc]lase|[Ff]ase|[Tt]eil|[Vv]olume|[Bb]and)\s"
    r"(?P<code>I{1,3}|I?[VX]|VI{1,3})(?![\w'’])"
)
MONEY = frozenset(
    {"USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK"}
)


def find_codes(text: str) -> Iterator[Value]:
    """Addresses, then words of letters and digits, then numbers of versions behind a name."""
    taken: list[tuple[int, int]] = []
    for match in ADDRESS.finditer(text):
        taken.append(match.span())
        yield _code(match[0].rstrip(".,;:"), match.start(), "")
    for match in VERSION.finditer(text):
        is_number = "." not in match["code"] and match["code"].isdigit()
        if (
            THOUSANDS.fullmatch(match["code"])
            or DATE.fullmatch(match["code"])
            or _overlaps(match.span("code"), taken)
            or match["name"] in MONEY
            or is_number
        ):
            continue
        taken.append(match.span("code"))
        yield _code(match["code"], match.start("code"), match["name"])
    for match in ROMAN.finditer(text):
        taken.append(match.span("code"))
        yield _code(match["code"], match.start("code"), match["name"])
    for match in MIXED.finditer(text):
        if _overlaps(match.span(), taken) or SCALED.match(match[0]):
            continue
        taken.append(match.span())
        yield _code(match[0], match.start(), "")


def _code(code: str, start: int, before: str) -> Value:
    return Value(
        kind="code",
        start=start,
        end=start + len(code),
        words=f"{before} {code}".strip(),
        code=code.lower().rstrip("/"),
        before=before.lower(),
    )


def _overlaps(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(span[0] < last and first < span[1] for first, last in taken)
