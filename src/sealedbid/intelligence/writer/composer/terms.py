"""The terms that a brief and a case study have in common: the reason why the case is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sealedbid.intelligence.writer.composer.words import content_words

SHOWN = 8
LEAST = 0.1  # weight of a name that most cases have
COMMON = 0.5  # share of the cases that have a term from where on it tells nothing
_TERM = re.compile(r"\b[^\W_][\w.+#-]*[^\W_]\b|\b[^\W\d_]\b")
_PLAIN = re.compile(r"\b[a-z][a-z-]+\b")
ROOT = 5  # letters that two forms of a word have in common
SHORT = 5  # letters of an abbreviation
# Verbs and words of any order: a case that shares them is no more like the brief for it.
_EMPTY = frozenset(
    """
    able again agree agreed answer answered asked begin beginning build built change changed
    county's client come complete completed cost date day days days' deliver delivered design
    end ends every first give given good half held hold keep keeps know large last least leave long
    look make many may mean meet month months name named need new next number office one only open
    opened order part people person place quoted read reads result return returned right say says
    second see seek seeks send separate set since small staff start state still supply take team
    tells three time today total two view want way week weeks whole word words work works write
    year years yes january february march april june july august september october november
    december existing files described request requests type types kind front hands front-end
    address names access key manager managers product service services specialist contracting
    developer developers writes public consist consists supplier suppliers
    """.split()  # noqa: SIM905 - read more easily than a list of strings
)


def candidates(wishes: Iterable[str], sentences: Iterable[str]) -> dict[str, str]:
    """The terms of a brief by their stem, in its spelling: names of things first, then nouns.

    Names are taken out of all sentences, nouns out of the wishes alone. A word that only begins a
    sentence with a capital is not taken for a name, nor one that the brief writes small elsewhere.
    """
    wanted = [(text, True) for text in wishes] + [(text, False) for text in sentences]
    plain = {word for text, _ in wanted for word in _PLAIN.findall(text)}
    named: dict[str, str] = {}
    other: dict[str, str] = {}
    for text, is_wish in wanted:
        for match in _TERM.finditer(text):
            word, lower = match[0], match[0].lower()
            if len(word) < 3 or lower in _EMPTY or word.isdigit() or not content_words(word):
                continue
            stem = lower[:7].rstrip("s")
            if _is_name(word, plain, begins=match.start() == 0):
                named.setdefault(stem, word)
            elif is_wish and len(word) > 3:
                other.setdefault(stem, lower)
    return {**named, **{stem: word for stem, word in other.items() if stem not in named}}


def _is_name(word: str, plain: set[str], *, begins: bool) -> bool:
    """True for what is written as a name, and is nowhere in the brief a common word."""
    if re.search(r"[a-z][A-Z]|\d", word) or (word.isupper() and len(word) <= SHORT):
        return True
    return word[0].isupper() and not begins and not word.isupper() and word.lower() not in plain


def weights(cases: Mapping[object, str], terms: Mapping[str, str]) -> dict[str, float]:
    """The weight of each term: more for one that few cases have, none for one in most of them."""
    sets = [content_words(text) for text in cases.values()]
    most = max(len(sets), 1)
    found: dict[str, float] = {}
    for stem in terms:
        share = sum(stem in words for words in sets) / most
        is_name = terms[stem] != terms[stem].lower()
        if share > 0 and (share <= COMMON or most < 4 or is_name):
            found[stem] = max(1.0 - share, LEAST)
    return found


def in_common(text: str, terms: Mapping[str, str], weighted: Mapping[str, float]) -> list[str]:
    """The terms that a case shares with the brief, those that tell most first."""
    words = content_words(text)
    shared = [stem for stem in terms if stem in words and stem in weighted]
    shared.sort(key=lambda stem: -weighted[stem] - 0.5 * (terms[stem] != terms[stem].lower()))
    kept: dict[str, str] = {}
    for stem in shared:  # "reporting" and "reports" are one
        kept.setdefault(terms[stem].lower()[:ROOT], terms[stem])
    return list(kept.values())[:SHOWN]
