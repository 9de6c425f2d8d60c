"""The services that a brief names, and those that may fit it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sealedbid.content.models import Service
from sealedbid.intelligence.brief import Brief, Passage, Requirement, Span
from sealedbid.intelligence.brief.structure.sentences import sentences
from sealedbid.intelligence.writer.composer.words import content_words
from sealedbid.intelligence.writer.models import Recall

# Words of services in any trade: a brief that has them need not mean the service.
GENERIC = content_words(
    "design build development system hours day days week month range audit care sprint model team "
    "service services support consulting workshop review analysis plan strategy production product "
    "content data on call hourly rate basic standard premium small large package test training"
)
NEAR = 0.3  # similarity to a wish from where on a service that shares a word may fit
SUPPORT = re.compile(
    r"\b(?:support|maintenance|care|upkeep|service level|help ?desk|updates?)\b.{0,120}"
    r"\b(?:month\w*|yearly|annual\w*|after (?:acceptance|delivery|launch|go-live))"
    r"|\b(?:month\w*|after (?:acceptance|delivery|launch|go-live))\b.{0,120}"
    r"\b(?:support|maintenance|care|upkeep)\b",
    re.IGNORECASE | re.DOTALL,
)
# A clause that says what is not wanted: a service that only such a clause names is not offered.
UNWANTED = re.compile(
    r"(?:\b(?:do|does|did)(?: not|n['’]t) (?:need|want|require|ask for|look for)"
    r"|\bno need (?:for|of)\b|\bnot (?:looking for|part of|needed|wanted|required)\b"
    r"|\bwithout an?\b"
    r"|\b(?:already|still) ha(?:ve|s)\b|\b(?:brauchen|wollen|ben[oö]tigen)\b[^,.;]{0,20}\bkein\w*"
    r"|\b(?:pas besoin|ne voulons pas)\b|\bno (?:necesitamos|queremos)\b"
    r"|\b(?:willen|hebben|zoeken)\b[^,.;]{0,20}\bgeen\b)[^,.;]*"
    r"|[^,.;]*\b(?:is|are|ist|sind|est|sont) (?:not (?:needed|wanted|required|part of \w+)"
    r"|out of scope|nicht (?:gew[uü]nscht|n[oö]tig|teil))\b",
    re.IGNORECASE,
)
MOST = 6
NOTE = 1_000  # characters of a brief that may be so short that nothing in it is found
SHORTEST = 4  # letters of a word that another may begin with


@dataclass(frozen=True, slots=True)
class Fit:
    """A service, and the sentence of the brief that names it; None: it only may fit.

    ``supports`` marks a service by the month or year, where the brief asks for support.
    """

    offer: Service
    named_in: Passage | Requirement | None
    supports: bool = False


def wishes(brief: Brief, text: str = "") -> list[Passage | Requirement]:
    """The sentences that say what is wanted: goals, and requirements that are about the work.

    One that only a model reads is none, so that no price follows from it. A note of a few words has
    neither: all sentences of ``text`` are wishes then.
    """
    asked = {(one.span.start, one.span.end) for one in brief.contents}
    found: list[Passage | Requirement] = [
        *brief.goals,
        *(
            one
            for one in brief.requirements
            if one.kind != "submission"
            and not one.doubt
            and not any(start <= one.span.start and one.span.end <= end for start, end in asked)
        ),
    ]
    if found or len(text) > NOTE:
        return found
    return [
        Passage(span=Span(start=at, end=end, text=text[at:end]), text=text[at:end], heading="")
        for at, end in sentences(text)
    ]


def fitting(brief: Brief, text: str, offers: Sequence[Service], recall: Recall) -> list[Fit]:
    """Services in the order of the price list, those that the brief names before the others.

    A service is named by a sentence with all words of its name. It may fit where the brief as a
    whole has a word that is this service's own and one wish is near it.
    """
    said = wishes(brief, text)
    whole = content_words(" ".join([brief.title, *(_wanted(one.text) for one in said)]))
    fits: list[Fit] = []
    for offer in offers:
        named = next((one for one in said if _names(_wanted(one.text), offer)), None)
        supports = _supports(offer, said)
        if named is not None or supports or _may_fit(offer, whole, recall):
            fits.append(Fit(offer, named, supports))
    fits.sort(key=lambda fit: (fit.named_in is None, -_similarity(fit.offer, recall)))
    return fits[:MOST]


def _wanted(text: str) -> str:
    """The sentence without the clauses that say what is not wanted."""
    return UNWANTED.sub(" ", text)


def _names(text: str, offer: Service) -> bool:
    """Return True if the sentence has every word of the service's name, or the name itself."""
    words = content_words(offer.name)
    if not words:
        return offer.name.lower() in text.lower()
    own = words - GENERIC
    if not own:
        return re.search(rf"\b{re.escape(offer.name)}s?\b", text, re.IGNORECASE) is not None
    return words <= content_words(text)


def _may_fit(offer: Service, whole: frozenset[str], recall: Recall) -> bool:
    own = content_words(offer.name) - GENERIC
    if own and own <= whole:
        return True
    return any(_is_one(word, whole) for word in own) and _similarity(offer, recall) >= NEAR


def _is_one(word: str, whole: frozenset[str]) -> bool:
    """Return True if a text has the word, or a shorter or longer form of it: sign, signage."""
    return any(
        min(len(word), len(other)) >= SHORTEST
        and (word.startswith(other) or other.startswith(word))
        for other in whole
    )


def _supports(offer: Service, said: Sequence[Passage | Requirement]) -> bool:
    """Return True for a monthly or yearly service where the brief asks for support."""
    return offer.billing_period != "once" and any(SUPPORT.search(one.text) for one in said)


def _similarity(offer: Service, recall: Recall) -> float:
    return max(recall.offers.get(str(offer.id), ()), default=0.0)
