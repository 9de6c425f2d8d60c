"""Reading a brief: each part of it is found by its own rules, over the same pieces."""

from __future__ import annotations

from datetime import date

from sealedbid.intelligence.brief.contents import contents
from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.facts.reading import read_facts
from sealedbid.intelligence.brief.facts.values import Words
from sealedbid.intelligence.brief.goals import goals
from sealedbid.intelligence.brief.identity import identity_facts
from sealedbid.intelligence.brief.language import is_read, language_of
from sealedbid.intelligence.brief.requirements.parties import parties
from sealedbid.intelligence.brief.requirements.reading import requirements
from sealedbid.intelligence.brief.requirements.words import words_of
from sealedbid.intelligence.brief.result import Brief
from sealedbid.intelligence.brief.structure.reading import read_pieces
from sealedbid.intelligence.vocabulary.loading import LANGUAGES

SHORTEST = 10  # words that may tell a language of which no word is known
SHORT = 40  # words of a text whose small words do not tell its language


def read_brief(text: str, *, today: date) -> Brief:
    """Read ``text``, a brief in Markdown or plain words, as of ``today``. Any text can be read.

    Of a language without a vocabulary only tables are read for requirements. A text too short to
    tell its language is taken for English.
    """
    language = _language(text)
    words = words_of(language) if is_read(language) else None
    found = tuple(each for each in read_pieces(text) if each.speaker == "client")
    said = tuple(each for each in found if each.kind != "heading")
    # Words of every language are taken for purposes where a text is too short to tell its own.
    spoken = language_of(text)
    facts = identity_facts(found) + read_facts(found, text=text, language=spoken, today=today)
    return Brief(
        title=_words(facts, "title"),
        issuer=_words(facts, "issuer"),
        requirements=requirements(found, parties(text, words or words_of("en")), words),
        goals=goals(said),
        facts=facts,
        contents=contents(found, words),
        language=language,
    )


def _language(text: str) -> str:
    """The language of a text; a short one is in the first whose words of duty it has."""
    language = language_of(text) or "en"
    if len(text.split()) >= SHORT:
        return language
    known = [each for each in (language, *LANGUAGES) if is_read(each)]
    spoken = next((each for each in known if words_of(each).speaks(text)), None)
    if spoken is None and not is_read(language) and len(text.split()) >= SHORTEST:
        return language
    return spoken or known[0]


def _words(facts: tuple[Fact, ...], kind: str) -> str:
    """The words of a fact that is sure; empty for none."""
    values = (each.value for each in facts if each.kind == kind and each.sure)
    return next((value.text for value in values if isinstance(value, Words)), "")
