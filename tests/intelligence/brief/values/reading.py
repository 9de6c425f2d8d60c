"""One text's values, as the tests of values read them."""

from __future__ import annotations

from datetime import date

from sealedbid.intelligence.brief.facts.values import Amount, Moment, Money
from sealedbid.intelligence.brief.values.lengths import find_lengths
from sealedbid.intelligence.brief.values.models import Read
from sealedbid.intelligence.brief.values.moments import run_of, settled
from sealedbid.intelligence.brief.values.number_words import digits_for_words
from sealedbid.intelligence.brief.values.sums import find_sums

TODAY = date(2026, 11, 26)


def moments(text: str, language: str = "en") -> tuple[Read[Moment], ...]:
    """The moments of one text, read on 26 November 2026."""
    return settled([run_of(text)], language=language, since=TODAY)[0]


def sums(text: str, language: str = "en") -> list[Read[Money]]:
    """The sums of one text."""
    return [each.read for each in find_sums(digits_for_words(text, language), language)]


def lengths(text: str, language: str = "en") -> list[Amount]:
    """The counts of units of one text."""
    found = find_lengths(digits_for_words(text, language), language)
    return [each.value for each in found if each.value is not None]
