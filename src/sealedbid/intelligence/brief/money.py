"""The budget: an amount of money that a statement says may be spent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from sealedbid.intelligence.brief.models import Budget
from sealedbid.intelligence.brief.structure.models import Piece

SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
}
NAMES = {
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "franc": "CHF",
    "yen": "JPY",
    "rupee": "INR",
}
CODES = (
    "USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|INR|SGD|HKD|ZAR|BRL|MXN|AED"
    "|CNY"
)
WHOLE = frozenset({"JPY"})  # currencies without a smaller unit

DIGIT = re.compile(r"\d")
NUMBER = r"\d{1,3}(?:[,. '’]\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?"
SCALE = r"(?:\s?(?:k|K|m|M|mio|million|thousand|bn|billion)\b)?"
BEFORE = rf"(?:(?:US\$|A\$|C\$|[$€£¥₹]|\b(?:{CODES})\b)\s?)?"
AFTER = (
    rf"(?:\s?(?:[€£]|\b(?:{CODES}|(?i:(?:us )?dollars?|euros?|pounds?|francs?|yen|rupees?))\b))?"
)
AMOUNT = re.compile(
    rf"(?<![\w.,])(?P<before>{BEFORE})(?P<low>{NUMBER})(?P<scale>{SCALE})(?P<after>{AFTER})"
    rf"(?:\s?(?:[-–—]|to|and)\s?(?P<before2>{BEFORE})(?P<high>{NUMBER})(?P<scale2>{SCALE})"
    rf"(?P<after2>{AFTER}))?(?![\w%])"
)
SAYS = re.compile(r"\b(?:budget\w*|funding|funds available)\b", re.IGNORECASE)
CAPS = re.compile(
    r"\b(?:not[ -]to[ -]exceed|ceiling|price cap|maximum (?:contract|price|cost|value|amount)"
    r"|(?:contract|estimated|total|project) (?:value|cost|price|amount)|up to|spend|invest"
    r"|at most|no more than|all[- ]in|altogether|in total|total)\b",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\b(?:insurance|per claim|coverage|aggregate|preference|revenue|turnover|penalt\w+|liabilit\w+"
    r"|fine|bond|per (?:hour|day|month|unit)|hourly|salary|lowest cost)\b",
    re.IGNORECASE,
)
LEAST = 100  # a smaller number without a currency is a count, not money


def budget(found: Iterable[Piece]) -> Budget | None:
    """The budget that the text states most plainly, the first of equals."""
    best: tuple[int, Budget] | None = None
    for statement in found:
        if DIGIT.search(statement.text) is None:
            continue
        weight = _weight(statement)
        if weight and (best is None or weight > best[0]):
            amount = next(_amounts(statement, plain=weight > 1), None)
            best = (weight, amount) if amount else best
    return best[1] if best else None


def _weight(statement: Piece) -> int:
    if OTHER.search(statement.text):
        return 0
    if SAYS.search(statement.text):
        return 3
    return 2 if SAYS.search(statement.heading) else 1 if CAPS.search(statement.text) else 0


def _amounts(statement: Piece, *, plain: bool) -> Iterator[Budget]:
    """The amounts in a statement. ``plain``: also numbers that name no currency."""
    text = statement.text
    for match in AMOUNT.finditer(text):
        said = (match[part] for part in ("before", "after", "before2", "after2"))
        currency = next((_currency(each) for each in said if each and each.strip()), "")
        scale = match["scale"].strip()
        high = match["high"]
        if high and (not match["scale2"].strip()) and scale:
            scale2 = scale
        else:
            scale2 = (match["scale2"] or "").strip()
        low_scale = scale or (scale2 if high and _plain(match["low"]) < _plain(high) else "")
        low = _value(match["low"], low_scale)
        in_thousands = not currency and scale in ("k", "K")  # "about 25k all in"
        if (
            not currency
            and not in_thousands
            and (not plain or low < LEAST or _is_year(match, text))
        ):
            continue
        unit = 1 if currency in WHOLE else 100
        upper = _value(high, scale2) if high else None
        start, end = match.start(), match.end()
        yield Budget(
            span=statement.span_of(start, end),
            amount_minor=int(low * unit),
            upper_minor=int(upper * unit) if upper is not None and upper > low else None,
            currency=currency,
        )


def _currency(word: str) -> str:
    name = word.strip()
    if name in SIGNS:
        return SIGNS[name]
    known = (code for part, code in NAMES.items() if part in name.lower())
    return next(known, name.upper())


def _plain(number: str) -> Decimal:
    return _value(number, "")


def _value(number: str, scale: str) -> Decimal:
    """A number as it is written: a mark before three digits parts thousands, any other decimals."""
    digits = re.sub(r"[ '’]", "", number)
    parts = re.split(r"[.,]", digits)
    if len(parts) > 1 and len(parts[-1]) != 3:
        value = Decimal("".join(parts[:-1]) + "." + parts[-1])
    else:
        value = Decimal("".join(parts))
    powers = {"k": 3, "t": 3, "m": 6, "b": 9}
    return value.scaleb(powers.get(scale[:1].lower(), 0))


def _is_year(match: re.Match[str], text: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d{2}", text[match.start() : match.end()].strip()) is not None
