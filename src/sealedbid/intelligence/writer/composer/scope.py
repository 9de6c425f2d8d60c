"""Sentences that the brief's own words exclude."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Excluded:
    """A rule: if the brief says ``when``, a sentence with ``word`` and no ``unless`` is out.

    Work done before is told as it was: only the rules ``of_past`` hold for it.
    """

    when: re.Pattern[str]
    word: re.Pattern[str]
    unless: re.Pattern[str]
    why: str
    of_past: bool = False


def _rule(when: str, word: str, unless: str, why: str, *, of_past: bool = False) -> Excluded:
    said, spoken, kept = (re.compile(each, re.IGNORECASE) for each in (when, word, unless))
    return Excluded(said, spoken, kept, why, of_past)


# Pairs that exclude each other in any trade; ``unless`` keeps a sentence that has both.
RULES = (
    _rule(
        r"\bread[- ]only\b",
        r"\bwrit(?:es?|ing) (?:to|into|through|applications|existing|new|back)\b"
        r"|\beach write\b|^writes\b|\bnew fields\b|\bread and write\b",
        r"\bread[- ]only\b",
        "the brief asks for reading only",
        of_past=True,
    ),
    _rule(
        r"\bmasked\b(?! ball)",
        r"\bsynthetic\b",
        r"\bmasked\b",
        "the brief gives masked records, and this speaks of synthetic ones",
    ),
    _rule(
        r"\b(?:do not|don't|not) ask for (?:sketches|designs|free)\b|\bno sketches\b",
        r"\b(?:include|with|send|show) (?:\w+ ){0,2}sketches\b",
        r"\bno\b|\bnot\b",
        "the brief wants no sketches",
    ),
    _rule(
        r"\b(?:fully remote|remote only|no travel|without travel)\b",
        r"\bon site\b|\btravel(?:s|led)? to\b",
        r"\bremote\b",
        "the brief wants no travel",
    ),
)


class Scope:
    """The rules that hold for a brief."""

    def __init__(self, brief: str) -> None:
        self._rules = [rule for rule in RULES if rule.when.search(brief)]

    def excludes(self, sentence: str, *, of_past: bool = False) -> str:
        """Return the reason why the brief excludes a sentence, or an empty text."""
        for rule in self._rules:
            if of_past and not rule.of_past:
                continue
            if rule.word.search(sentence) and not rule.unless.search(sentence):
                return rule.why
        return ""
