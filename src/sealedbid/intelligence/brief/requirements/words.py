"""The words of duty of one language, ready to search with."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from sealedbid.intelligence.vocabulary.loading import vocabulary

VERBS = (
    *("none", "strong", "mild", "told", "barred", "limit", "refused", "will", "agree", "vital"),
    *("should", "may"),
)
SPOKEN = (
    *("wishes.need", "wishes.want", "wishes.wished", "orders.polite"),
    *("leads.story", "leads.illustrative", "turns.barred_offer"),
)


class Words:
    """Patterns of a language's duties, by the names of its file's lists."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.table: dict[str, Any] = vocabulary(language, "duties")
        self.found: dict[str, re.Pattern[str]] = {}
        self.verbs = re.compile(
            r"\b(?:"
            + "|".join(f"(?P<{kind}>{_any(self.table['verbs'].get(kind))})" for kind in VERBS)
            + r")\b",
            re.IGNORECASE,
        )
        orders = self.table["orders"]
        self.opening = re.compile(
            f"{_any(orders.get('opening')) if orders.get('opening') else ''}"
            f"(?:(?:{_any(orders.get('plain'))})\\b(?!{_any(orders.get('not_order'))})"
            f"|(?:{_any(orders.get('nouns'))})\\s+(?:{_any(orders.get('determiners'))})\\b)",
            re.IGNORECASE,
        )
        self.hints = tuple(self.table.get("turns", {}).get("hints", ()))

    def __getitem__(self, name: str) -> re.Pattern[str]:
        """The pattern of a list, "turns.nor"; one that finds nothing where there is no list."""
        if name not in self.found:
            section, _, key = name.partition(".")
            self.found[name] = re.compile(_any(self.table.get(section, {}).get(key)), re.IGNORECASE)
        return self.found[name]

    def speaks(self, text: str) -> bool:
        """True if a verb of duty, a wish or a polite order of the language stands in ``text``."""
        found = self.verbs.search(text) or self.opening.match(text)
        return found is not None or any(self[name].search(text) for name in SPOKEN)


@cache
def words_of(language: str) -> Words:
    """The words of ``language``, one of those with a vocabulary."""
    return Words(language)


def _any(alternatives: list[str] | None) -> str:
    return "|".join(alternatives) if alternatives else r"(?!)"
