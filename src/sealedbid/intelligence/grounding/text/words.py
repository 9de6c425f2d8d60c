"""Words that carry meaning, as stems, in five languages."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sealedbid.intelligence.brief.language import language_of, small_words
from sealedbid.intelligence.vocabulary.loading import LANGUAGES, spoken, vocabulary

WORD = re.compile(r"[a-z][a-z0-9]*(?:'[a-z]{1,2}\b)?")
# One rule for five languages: it joins forms of a word, and need not make words.
ENDING = re.compile(
    r"(?:'s|'|ings?|edly|ed|ies|ied|es|s|ly|ement|ungen|ung|ern|erin|er|en|em|et|e|te|ten|t"
    r"|tion|tions|os|as|a|o|y)$"
)
LEAST, LENGTH = 3, 6  # letters of a stem: after an ending was cut, and at most
MEANT = frozenset(
    """also all and any are but can for from had has have her his how into its more most not now
    only our out own per she some such than that the their them then there these they this those
    too very was were what when where which while who whose will with would you your each every
    both been does did off over under must may might shall should could about after before during
    us we least one two three four five six seven eight nine ten eleven twelve it is in on of to a
    an as at be by do he i if me my no or so up""".split()  # noqa: SIM905
)


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """Cut the ending of a folded word, and what is longer than ``LENGTH`` letters."""
    cut = ENDING.sub("", word, count=1)
    return (cut if len(cut) >= LEAST else word)[:LENGTH]


def stems(folded: str, language: str) -> tuple[str, ...]:
    """The stems of the words of ``folded`` that carry meaning, in order; numbers are not words."""
    empty = empty_words(language)
    return tuple(stem(word) for word in WORD.findall(folded) if len(word) > 1 and word not in empty)


@cache
def empty_words(language: str) -> frozenset[str]:
    """The words of a language, and of English, that say nothing by themselves."""
    found: set[str] = set(MEANT)
    for known in spoken(language):
        found.update(small_words(known) - TELLING)
        found.update(vocabulary(known, "claims")["articles"])
        found.update(vocabulary(known, "numbers")["words"])
    return frozenset(found)


# Among the words that tell a brief's language, these carry meaning.
TELLING = frozenset(
    """want need due deadline proposals proposal quote maximum total needs needed questions
    requirements angebote angebot frist betragt abgabefrist abgabe angebotsfrist laufzeit vertrag
    presupuesto ofertas oferta plazo fecha limite propuesta propuestas dias meses indicatif budget
    remise offres offre prestataire duree mois offerte offertes inschrijving inschrijvingen
    sluitingsdatum opdracht looptijd maanden""".split()  # noqa: SIM905
)


@lru_cache(maxsize=4096)
def spoken_in(text: str, otherwise: str) -> str:
    """The language of a text; ``otherwise`` where its words do not tell, or are not read."""
    found = language_of(text)
    return found if found in LANGUAGES else otherwise
