"""The facts of a brief that are certain: sure by themselves, or answered by a person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.brief.facts.models import Fact, FactKind
from sealedbid.intelligence.brief.facts.values import Amount, Moment, Money, Weight, Words
from sealedbid.intelligence.writer.composer.given import Given

AnyOf = TypeVar("AnyOf", Moment, Money, Amount, Weight, Words)
AROUND = 80  # characters beside a limit that may say what it limits
_PART = re.compile(
    r"\b(?:r[eé]sum[eé]s?|cvs?|biograph\w+|cover (?:letter|page)|abstract|executive summary"
    r"|per person|case stud\w+|each)\b",
    re.IGNORECASE,
)
WORDS_PER_PAGE = 385  # measured on our print, tables included


@dataclass(frozen=True, slots=True)
class Known:
    """The facts of a brief that may be printed to its client.

    A fact that is not sure is not here. A person's answer to a fact is stored into the fact itself
    by the reading, or stands among the answers by the fact's key.
    """

    brief: Brief
    given: Given
    text: str
    today: date | None

    def facts(self, kind: FactKind) -> list[Fact]:
        """Return every fact of the kind that is sure or answered, in the brief's order."""
        return [
            fact
            for fact in self.brief.facts
            if fact.kind == kind and (fact.sure or self.given.has(fact.key))
        ]

    def value(self, kind: FactKind, of: type[AnyOf]) -> AnyOf | None:
        """Return the value of the first such fact of that type, or None."""
        for fact in self.facts(kind):
            if isinstance(fact.value, of) and fact.sure:
                return fact.value
        return None

    def words(self, kind: FactKind) -> str:
        """Return the text of the fact, as answered or as it stands; empty without one."""
        for fact in self.facts(kind):
            if self.given.has(fact.key):
                return self.given.text(fact.key)
            if isinstance(fact.value, Words):
                return fact.value.text
        return ""

    @property
    def title(self) -> str:
        """The name of the thing that is bought; empty if it is not certain."""
        return self.given.text("title") or self.words("title")

    @property
    def deadline(self) -> Moment | None:
        """The day by which the answer has to be in."""
        return self.value("deadline", Moment)

    @property
    def budget(self) -> Money | None:
        """The sum that the brief names."""
        return self.value("budget", Money)

    @property
    def most_words(self) -> int | None:
        """The words that the answer may have, from its limit of pages or words; None: no limit.

        A limit of a part of it, of a resume or a cover letter, is none of the whole. Of several the
        largest is that of the whole.
        """
        limits = [
            fact.value
            for fact in self.facts("limit")
            if isinstance(fact.value, Amount) and not self._is_of_part(fact)
        ]
        counts = [
            limit.number * WORDS_PER_PAGE if limit.unit == "page" else limit.number
            for limit in limits
            if limit.unit in ("page", "word")
        ]
        return max(counts, default=None)

    def _is_of_part(self, fact: Fact) -> bool:
        """True if the sentence of a limit says that it limits a part of the answer."""
        start, end = fact.quote.start, fact.quote.end
        before = self.text[max(0, start - AROUND) : start].split(". ")[-1]
        after = self.text[end : end + AROUND].split(". ")[0]
        return _PART.search(f"{before} {after}") is not None

    def valid_until(self) -> date | None:
        """The last day of the offer: the days that the brief asks, from the day replies are due.

        None without both, and for a day that has passed.
        """
        validity, deadline = self.value("validity", Amount), self.deadline
        if validity is None or deadline is None:
            return None
        days = {"day": 1, "week": 7}.get(validity.unit)
        if days is None:
            return None
        last = deadline.day + timedelta(days=days * validity.number)
        return None if self.today is not None and last < self.today else last

    def weights(self) -> list[Weight]:
        """The criteria of evaluation with their points, heaviest first as the brief has them."""
        return [fact.value for fact in self.facts("criterion") if isinstance(fact.value, Weight)]
