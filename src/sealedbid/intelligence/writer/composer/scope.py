"""Sentences that the brief's own words exclude."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Excluded:
    """Where the brief says ``when``, a sentence with ``word`` is out, unless it has ``unless``."""

    when: re.Pattern[str]
    word: re.Pattern[str]
    unless: re.Pattern[str]
    why: str


def _rule(when: str, word: str, unless: str, why: str) -> Excluded:
    said, spoken, kept = (re.compile(each, re.IGNORECASE) for each in (when, word, unless))
    return Excluded(said, spoken, kept, why)


# Pairs that exclude each other in any trade; ``unless`` keeps a sentence that has both.
RULES = (
    _rule(
        r"\bread[- ]only\b",
        r"\bwrit(?:es?|ing|ten) (?:to|into|through|applications|existing|new|back)\b"
        r"|\beach write\b|\bwrites\b|\bnew fields\b|\bretir\w+ later\b",
        r"\bread[- ]only\b",
        "the brief asks for reading only",
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

    def excludes(self, sentence: str) -> str:
        """Return the reason why the brief excludes a sentence, or an empty text."""
        for rule in self._rules:
            if rule.word.search(sentence) and not rule.unless.search(sentence):
                return rule.why
        return ""
