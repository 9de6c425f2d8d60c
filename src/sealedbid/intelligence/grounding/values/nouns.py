"""The noun that a number counts."""

from __future__ import annotations

import re
from functools import lru_cache

from sealedbid.intelligence.grounding.text.marks import articles
from sealedbid.intelligence.vocabulary.folding import fold

NEAR = re.compile(r"[\s-]?([^\W\d_][\w'’-]*)")
PARTITIVE = re.compile(
    r"\s(?:of|von|de|des|van|del)\s(?:(?:the|our|your|its|their|les|los|las|de|den|der)\s)?"
)
POINTING = frozenset(
    {"them", "these", "those", "which", "whom", "denen", "ihnen", "eux", "ellos", "hen"}
)
FEWEST, MOST = 3, 4  # letters of a noun, words that are looked at
PLURAL = {
    "en": re.compile(r"(?:\w{2,}(?:[^sui]s|ies)|people|children|women|men|staff|data|criteria)$"),
    "nl": re.compile(r"\w{3,}(?:en|s|'s|mensen|kinderen)$"),
}
IRREGULAR = {"people": "person", "children": "child", "women": "woman", "men": "man"}


def heads_at(text: str, end: int, language: str, many: bool = False) -> tuple[str, ...]:
    """The words behind ``text[:end]`` that the number may count, the likeliest first.

    ``many``: it is more than one, so that an English noun is in the plural ("two of four write").
    """
    words = _run(text, end, language)
    if not words:
        part = PARTITIVE.match(text, end)
        words = _run(text, part.end() - 1, language) if part else []
    if not words or (fold(words[0]) in POINTING):
        return ()
    is_joined = text[end : end + 1] == "-"
    return tuple(
        dict.fromkeys(noun(word, language) for word in _ordered(words, language, is_joined, many))
    )


def _ordered(words: list[str], language: str, is_joined: bool, many: bool) -> list[str]:
    if language == "de":
        nouns = [word for word in words if word[0].isupper()]
        return nouns[:1] or words[-1:]
    if language in ("fr", "es"):
        return words[:2]
    plural = PLURAL.get(language, PLURAL["en"])
    first = next((word for word in words if plural.match(fold(word))), None)
    if first is None and language == "en" and not is_joined and (many or words[0].endswith("ed")):
        return []  # "a team of five delivered it"
    return [first] if first else words[-1:]


def _run(text: str, end: int, language: str) -> list[str]:
    """The words from ``end`` to the next small word, mark or line's end."""
    ends = articles(language)
    words: list[str] = []
    at = end
    while len(words) < MOST:
        found = NEAR.match(text, at)
        if found is None or (at == end and found[0][0] not in " -\t\n\xa0"):
            break
        if fold(found[1]) in ends or len(found[1]) < FEWEST:
            break
        words += [part for part in found[1].split("-") if part][-1:]
        at = found.end()
    return words


@lru_cache(maxsize=8192)
def noun(word: str, language: str) -> str:
    """The folded noun without the ending of its number: "permits" is "permit"."""
    folded = fold(word)
    if folded in IRREGULAR:
        return IRREGULAR[folded]
    for ending, instead in (
        ("ies", "y"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("xes", "x"),
    ):
        if folded.endswith(ending):
            return folded.removesuffix(ending) + instead
    if folded.endswith("s") and not folded.endswith("ss"):
        folded = folded[:-1]
    for ending in ("en", "n", "er", "e") if language in ("de", "nl") else ():
        if len(folded) > len(ending) + 3 and folded.endswith(ending):
            return folded.removesuffix(ending)
    return folded
