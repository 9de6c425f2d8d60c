"""Headings that say something themselves, and texts in which nothing else does."""

from __future__ import annotations

import re

from sealedbid.intelligence.knowledge.markdown import outline

# "2.1", "a)", "IV.", "Section 3."
NUMBERING = re.compile(
    r"^(?:(?:[^\W\d_]+\.?\s)?\d+(?:\.\d+)*[.):]?|(?:[A-Za-z]|[IVXLC]+)[.):])\s+(?=\S)"
)
# Who writes of their own work in English, German, French, Spanish and Dutch begins so.
FIRST_PERSON = frozenset(
    {"we", "i", "wir", "ich", "nous", "je", "nosotros", "nosotras", "wij", "ik"}
)
FEWEST, FEWEST_OF_A_SENTENCE = 3, 4  # words; "Terms and conditions." is a label


def says_something(title: str, *, is_alone: bool) -> bool:
    """True if a heading is a sentence ("We rent rooms in Graz") and no label ("How we work").

    One that is alone, with no text below it, may also be a note with a figure ("Answers within 4
    hours"): somebody wrote the text as a heading.
    """
    words = NUMBERING.sub("", title).split()
    if len(words) < FEWEST or title.endswith(("?", ":", "...", "\u2026")):
        return False
    if words[0].lower() in FIRST_PERSON:
        return True
    names = [word[0].isupper() for word in words if word[0].isalpha()]
    if sum(names) * 2 > len(names):  # "No Assignment or Delegation."
        return False
    if title.endswith((".", "!")) and len(words) >= FEWEST_OF_A_SENTENCE:
        return True
    return is_alone and any(letter.isdigit() for word in words for letter in word)


def why_nothing(text: str) -> str:
    """Say why a text gives no passage, as the end of a sentence about its file."""
    lay = outline(text)
    headings = {0: "", 1: "a heading"}.get(len(lay.headings), "headings")
    front = "front matter" if lay.body else ""
    return f"it holds only {' and '.join(filter(None, (front, headings))) or 'white space'}"
