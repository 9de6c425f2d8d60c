"""Sums of money in a run of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sealedbid.intelligence.brief.facts.values import Money
from sealedbid.intelligence.brief.values.currencies import currencies
from sealedbid.intelligence.brief.values.models import Read
from sealedbid.intelligence.brief.values.number_words import FILL
from sealedbid.intelligence.brief.values.numerals import number_of
from sealedbid.intelligence.brief.values.riders import (
    around,
    bound_of,
    period_of,
    riders,
    tax_of,
)
from sealedbid.intelligence.brief.values.sum_forms import glued_form, sum_form

LEAST = 100  # a smaller number without currency and scale is a count
YEARS = (1900, 2100)
ALONE = re.compile(
    r"\s{0,2}(?:$|[.;!?()|\]]|,(?!\d)|-|\+|(?:max|maximum|maximal|maximaal|all|total|totaal|plus"
    r"|excl|incl|ex|zzgl|inkl|ht|ttc|before|at most|or so|for|fur|pour|para|voor|including|without"
    r"|tax|vat|per|a|mas|hors|netto|brutto|insgesamt|in|and|und|is|as|available|to)\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A sum and whether a currency or a scale shows that it is money."""

    read: Read[Money]
    shown: bool


def find_sums(shadow: str, language: str) -> tuple[Sum, ...]:
    """The sums in ``shadow``: folded text with digits for number words."""
    found: list[Sum] = []
    for match in glued_form().finditer(shadow):
        found.append(_glued(match, shadow, language))
    for match in sum_form().finditer(shadow):
        if any(match.start() < one.read.end and one.read.start < match.end() for one in found):
            continue
        found.extend(_of(match, shadow, language))
    return tuple(sorted(found, key=lambda each: each.read.start))


def _glued(match: re.Match[str], shadow: str, language: str) -> Sum:
    digits = (match["low"] or match["high"]).strip()
    power = {"t": 3, "k": 3, "m": 6}[match["prefix"] or match["suffix"]]
    code = currencies().code(match["code"] or match["code2"])
    amount = number_of(digits, language, scaled=True).scaleb(power)
    return Sum(read=_read(shadow, match.span(), (amount, None), (code, None), language), shown=True)


def _of(match: re.Match[str], shadow: str, language: str) -> Iterator[Sum]:
    signs = [(match[part] or "").strip() for part in ("before", "after", "before2", "after2")]
    codes = list(dict.fromkeys(currencies().code(sign) for sign in signs if sign))
    scale, scale2 = (_scale(match[part]) for part in ("scale", "scale2"))
    low = number_of(match["number"], language, scaled=scale > 0)
    high = number_of(match["number2"], language, scaled=scale2 > 0) if match["number2"] else None
    if high is not None and scale == 0 and low < 1000 <= high.scaleb(scale2):
        in_words = shadow[match.end("number2") :][:1] == FILL and high % 1000 == 0
        scale = scale2 or (3 if in_words else 0)  # "80 to 100 thousand", "ten to fifteen thousand"
    elif high is not None and scale2 == 0 and high < 1000:
        scale2 = scale  # "5k - 8"
    first, last = low.scaleb(scale), high.scaleb(scale2) if high is not None else None
    end = match.end()
    if last is not None and last <= first:
        last = None
        end = match.start("number2") if not signs[2] else match.start("before2")
        end = len(shadow[: end - 1].rstrip(" -"))
        codes = list(dict.fromkeys(currencies().code(sign) for sign in signs[:2] if sign))
    shown = bool(codes) or (scale > 0 and (match["scale"] or "").strip(" -.") != "m")
    if not shown and (first < LEAST or _is_year(match, first) or ALONE.match(shadow, end) is None):
        return
    yield Sum(
        read=_read(
            shadow, (match.start(), _cut(shadow, end)), (first, last), _meant(codes), language
        ),
        shown=shown,
    )


def _meant(codes: list[str]) -> tuple[str | None, str | None]:
    """The currency that signs and codes together mean; a second one where they differ."""
    known = currencies()
    if len(codes) < 2:
        return codes[0] if codes else None, None
    named = [code for code in codes if code != "USD"]
    if "USD" in codes and len(named) == 1 and named[0] in known.dollars:
        return named[0], None
    return (named[0], codes[0] if codes[0] != named[0] else codes[1])


def _read(
    shadow: str,
    where: tuple[int, int],
    ends: tuple[Decimal, Decimal | None],
    codes: tuple[str | None, str | None],
    language: str,
) -> Read[Money]:
    (start, end), (low, high), (code, other) = where, ends, codes
    known = riders(language)
    words = around(shadow, start, end)

    def money(currency: str | None) -> Money:
        digits = currencies().minor_digits(currency)
        return Money(
            minor=int(low.scaleb(digits)),
            upper_minor=int(high.scaleb(digits)) if high is not None else None,
            currency=currency,
            per=period_of(words, known),
            tax=tax_of(words, known),
            bound=bound_of(words, known),
        )

    doubt = f"the sign of the sum and its code differ: {other} or {code}" if other else ""
    return Read(
        value=money(code),
        start=start,
        end=end,
        doubt=doubt,
        others=(money(other),) if other else (),
    )


def _scale(words: str | None) -> int:
    return currencies().scales[words.strip(" -.")] if words else 0


def _cut(shadow: str, end: int) -> int:
    return len(shadow[:end].rstrip(" .\x00"))


def _is_year(match: re.Match[str], first: Decimal) -> bool:
    return match["number"].isdigit() and len(match["number"]) == 4 and YEARS[0] <= first <= YEARS[1]
