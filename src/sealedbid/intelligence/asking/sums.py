"""Sums of money and numbers as people write them; a text that can be two sums is none."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, cast

from sealedbid.content.price_list.numbers import readings
from sealedbid.core.currencies import meant_by
from sealedbid.intelligence.brief.facts.values import Amount, Bound, Money, TaxSaid, Unit

MOST: Final = 100  # characters
LARGEST: Final = 10**15  # of the smallest unit
_TIMES: Final = {"k": 3, "m": 6, "mio": 6, "million": 6, "thousand": 3, "lakh": 5, "crore": 7}
_SUM: Final = re.compile(
    r"(?P<before>[^\d\s]{1,4}|[A-Za-z]{3}|)\s?(?P<number>\d[\d.,'’ ]*?)\s?"
    r"(?P<times>(?:k|m|mio\.?|million|thousand|lakh|crore)(?![A-Za-z]))?\s?(?P<after>[^\d\s]{1,12})?",
    re.IGNORECASE,
)
_BOUNDS: Final = {
    "exact": "",
    "ceiling": r"up to|at most|no more than|max\.?|maximum|bis zu|höchstens|jusqu'à|hasta|tot",
    "estimate": r"about|around|approx\.?|circa|ca\.?|~|etwa|rund|environ|unos",
}
_TAXES: Final = {
    "on_top": r"(?:plus|excl(?:\.|uding|usive of)?|zzgl\.?|without|hors|ex) ?(?:vat|tax|taxes|gst"
    r"|mwst\.?|ust\.?|tva|btw|iva)",
    "included": r"(?:(?:incl(?:\.|uding|usive of)?|inkl\.?|with) ?(?:vat|tax|taxes|gst|mwst\.?"
    r"|ust\.?|tva|btw|iva)|tax included)",
}
_PER: Final = re.compile(r"(?:per|a|pro|/) ?(?P<per>hour|day|week|month|year|page|word)$", re.I)
_RANGE: Final = re.compile(r"\s(?:to|-|–|bis)\s|(?<=[\dk])[-–](?=[\d€$£])")
_AMOUNT: Final = re.compile(
    r"(?:(?:max\.?|at most|up to) )?(?P<n>\d{1,6})(?: ?(?:to|-|–) ?(?P<u>\d{1,6}))? "
    r"?(?P<unit>hour|day|week|month|year|page|word)s?",
    re.IGNORECASE,
)


class NoSumError(ValueError):
    """The reason why a text is no sum, and what to write."""


def parse_money(text: str, *, currency: str | None = None) -> Money:
    """Read a sum or a range, with its currency where one is named.

    A sign of several currencies ("$") is ``currency`` if it can be. Raises NoSumError.
    """
    said = " ".join(text.split())
    if len(said) > MOST:
        raise NoSumError("It is too long for a sum: write it as 120000 EUR")
    rest, tax = _cut_end(said, _TAXES)
    per = _PER.search(rest)
    rest = rest[: per.start()].strip() if per else rest
    rest, bound = _cut_start(rest, _BOUNDS)
    sums = [_sum(part, said, currency) for part in _RANGE.split(rest)]
    codes = {code for _, code in sums if code}
    if len(sums) > 2 or len(codes) > 1:
        raise NoSumError(f"“{said}” is more than one sum: write it as 120000 EUR")
    named = next(iter(codes), None)
    minors = [_minor(amount, named, said) for amount, _ in sums]
    if len(minors) == 2 and minors[0] > minors[1]:
        raise NoSumError(f"“{said}” ends below its beginning: write the smaller sum first")
    return Money(
        minor=minors[0],
        upper_minor=minors[1] if len(minors) == 2 else None,
        currency=named,
        per=per["per"].lower() if per else None,
        tax=cast("TaxSaid | None", tax),
        bound=cast(Bound, bound or "exact"),
    )


def _sum(part: str, said: str, currency: str | None) -> tuple[Decimal, str | None]:
    match = _SUM.fullmatch(part.strip())
    if match is None:
        raise NoSumError(f"“{said}” is no sum: write it as 120000 EUR")
    named = _currency([match["before"], match["after"]], currency)
    found = readings(match["number"])
    if not found:
        raise NoSumError(f"“{match['number']}” is no number: write it as 120000")
    times = (match["times"] or "").lower().rstrip(".")
    if len(found) > 1 and (times or _digits(named) > 2):
        raise NoSumError(f"“{said}” can be two sums: write it without {match['times'] or 'signs'}")
    # Of two readings a sum is the larger one: this money has no thousandths.
    return max(one.value for one in found).scaleb(_TIMES.get(times, 0)), named


def _currency(words: list[str | None], preferred: str | None) -> str | None:
    """The currency that all of the words can mean: the preferred one, or the likeliest."""
    said = [(word, meant_by(word)) for word in words if word]
    if not said:
        return None
    agreed = [code for code in said[0][1] if all(code in codes for _, codes in said)]
    if not agreed:
        raise NoSumError(f"“{said[-1][0]}” is no currency: write the sum as 120000 EUR")
    return preferred if preferred in agreed else agreed[0]


def _minor(amount: Decimal, currency: str | None, said: str) -> int:
    minor = amount.scaleb(_digits(currency))
    if minor != minor.to_integral_value() or minor > LARGEST:
        raise NoSumError(f"“{said}” is too fine or too much: write it as 120000 EUR")
    return int(minor)


def _digits(currency: str | None) -> int:
    from babel.numbers import get_currency_precision

    return get_currency_precision(currency) if currency else 2


def parse_amount(text: str) -> Amount:
    """Read a length: 12 months, 35 pages, 2-3 weeks. Raises NoSumError."""
    match = _AMOUNT.fullmatch(" ".join(text.split()))
    if match is None:
        raise NoSumError(
            f"“{text[:MOST]}” is no length: write a number and hours, days, weeks, months, years, "
            "pages or words"
        )
    number, upper = int(match["n"]), int(match["u"]) if match["u"] else None
    if upper is not None and upper <= number:
        raise NoSumError(f"“{text[:MOST]}” ends below its beginning: write the smaller first")
    return Amount(number=number, unit=cast(Unit, match["unit"].lower()), upper=upper)


def parse_number(text: str) -> str:
    """Read a number and write it plainly: 1200, 7.5. Raises NoSumError."""
    said = text.strip()
    found = readings(said)
    if len(found) == 1:
        return f"{found[0].value:f}"
    if found:
        raise NoSumError(f"“{said}” can be {' or '.join(f'{one.value:f}' for one in found)}")
    raise NoSumError(f"“{said[:MOST]}” is no number: write it as 12")


def _cut_end(text: str, patterns: dict[str, str]) -> tuple[str, str | None]:
    for name, pattern in patterns.items():
        if match := re.search(rf",? ?\(?(?:{pattern})\)?$", text, re.IGNORECASE):
            return text[: match.start()].strip(), name
    return text, None


def _cut_start(text: str, patterns: dict[str, str]) -> tuple[str, str | None]:
    for name, pattern in patterns.items():
        if pattern and (match := re.match(rf"(?:{pattern}) ?", text, re.IGNORECASE)):
            return text[match.end() :], name
        if pattern and (match := re.search(rf" (?:{pattern})$", text, re.IGNORECASE)):
            return text[: match.start()], name
    return text, None
