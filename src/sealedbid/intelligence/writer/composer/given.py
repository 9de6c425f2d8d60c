"""Answers of people, as the composer uses them: names, sums, numbers, yes and no."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from babel.numbers import get_currency_precision

_YES = frozenset({"yes", "y", "true", "ja", "oui", "sí", "si", "confirmed", "chosen"})
_NO = frozenset({"no", "n", "false", "nein", "non", "nee", "none", "excluded"})
_NUMBER = re.compile(r"\d{1,3}(?:[,' ]\d{3})+(?:\.\d{1,2})?|\d{1,12}(?:\.\d{1,2})?")
_CURRENCY = re.compile(r"\b([A-Z]{3})\b")
_AND = re.compile(r"\s*(?:,|;|\band\b|&|\n)\s*")


@dataclass(frozen=True, slots=True)
class Given:
    """The answers of people, by the keys of their questions."""

    answers: Mapping[str, str]

    def text(self, key: str) -> str:
        """Return the answer in the person's words, on its own lines; empty without one."""
        return self.answers.get(key, "").strip()

    def has(self, key: str) -> bool:
        """Return True if there is an answer."""
        return bool(self.text(key))

    def yes(self, key: str) -> bool | None:
        """Return the yes or no, or None if it was not answered, or in other words."""
        word = self.text(key).lower().rstrip(".!")
        return True if word in _YES else False if word in _NO else None

    def number(self, key: str) -> Decimal | None:
        """Return the number, or None if there is none, or more than one."""
        found = _NUMBER.findall(self.text(key))
        if len(found) != 1:
            return None
        try:
            return Decimal(re.sub(r"[,' ]", "", found[0]))
        except InvalidOperation:  # pragma: no cover - the pattern allows only digits
            return None

    def money(self, key: str, currency: str) -> int | None:
        """Return the sum in minor units; None if it is missing or in another currency."""
        amount = self.number(key)
        named = _CURRENCY.search(self.text(key))
        if amount is None or (named is not None and named[1] != currency):
            return None
        minor = amount.scaleb(get_currency_precision(currency))
        return int(minor) if minor == minor.to_integral_value() else None

    def names(self, key: str) -> list[str]:
        """Return the names of an answer, in its order."""
        if self.yes(key) is False:
            return []
        return [name for name in _AND.split(self.text(key)) if name]
