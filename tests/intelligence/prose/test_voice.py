"""The voice: measured in the organization's own texts, in five languages."""

from __future__ import annotations

from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

import pytest

from sealedbid.intelligence.models import ContentType, Match
from sealedbid.intelligence.writer.prose.hearing import voice_of
from sealedbid.intelligence.writer.prose.voice import Voice


def page(text: str, kind: ContentType = "voice") -> Match:
    """A passage of the house."""
    id = uuid5(NAMESPACE_URL, text)
    return Match(
        key="about",
        id=id,
        source_id=id,
        source_title="Us",
        chunk_no=1,
        content_type=kind,
        heading="",
        content_text=text,
        similarity=0.5,
        score=0.5,
    )


ENGLISH = page(
    "We build small portals for public bodies. We test each change before it is merged. You see "
    "the portal every week. The code is handed over to your own organization. We analyze old data "
    "with the people who know it. We answered 340 letters in 2024. We don't sell licenses. "
    "We won't name a price before we know the work. Bakery Molen de Zwaan opened in 2019 with us. "
    "Our rates start at $120 an hour."
)
FORMAL = {
    "de": (
        "Wir bauen kleine Portale für Ihre Stadt. Wir prüfen mit Ihnen jede Änderung. Wir geben "
        "Ihnen den Code. Wir nennen die Namen aller Personen. Wir zeigen Ihnen den Stand. Wir "
        "antworten in zwei Tagen auf Ihre Briefe. Wir halten die Zusagen kurz und klar. Wir "
        "schulen Ihre Leute an den eigenen Daten.",
        "formal",
    ),
    "fr": (
        "Nous bâtissons de petits portails avec vous. Nous testons chaque changement pour vous. "
        "Nous vous remettons le code. Nous nommons les personnes de votre équipe. Nous vous "
        "montrons le portail chaque semaine. Nous répondons à vos lettres en deux jours. Nous "
        "formons vos agents avec leurs données. Nous tenons nos promesses.",
        "formal",
    ),
    "es": (
        "Hacemos portales pequeños para tu ciudad. Probamos cada cambio con tu equipo. Te damos "
        "el código de tu portal. Nombramos a las personas de tu proyecto. Mostramos el portal "
        "cada semana en tu casa. Respondemos a tus cartas en dos días. Formamos a tu gente con "
        "sus datos. Cumplimos lo que decimos en tu oferta.",
        "informal",
    ),
    "nl": (
        "Wij bouwen kleine portalen voor je stad. Wij testen elke wijziging met je team. Wij geven "
        "je de code. Wij noemen de namen van je team. Wij laten je het portaal elke week zien. "
        "Wij antwoorden je binnen twee dagen. Wij leren je mensen het werk. Wij houden ons woord.",
        "informal",
    ),
}


def test_length_person_contractions_and_spelling_are_measured() -> None:
    voice = voice_of([ENGLISH], "en")
    assert voice.sentences == 9  # the one with a price is left out
    assert voice.middle == 8
    assert 0.6 < voice.we < 0.8
    assert voice.you > 0
    assert voice.contracts
    assert voice.spelling == "american"
    assert "robust" in voice.never


def test_examples_are_of_its_own_with_numbers_masked_and_without_names() -> None:
    shown = "\n".join(voice_of([ENGLISH], "en").told())
    assert "We answered N letters in N." in shown
    assert "2024" not in shown
    assert "Zwaan" not in shown
    assert "$" not in shown


@pytest.mark.parametrize("language", FORMAL)
def test_the_way_of_saying_you_is_told_where_a_language_has_two(language: str) -> None:
    text, address = FORMAL[language]
    voice = voice_of([page(text)], language)
    assert voice.address == address
    assert not voice.contracts


def test_pages_about_others_and_of_another_language_are_no_voice() -> None:
    assert voice_of([page(ENGLISH.content_text, "case_study")], "en").sentences == 0
    assert voice_of([ENGLISH], "de").told() == []


def test_a_section_that_is_far_from_the_voice_is_told_once_and_a_near_one_not() -> None:
    voice = Voice(sentences=20, middle=10.0, long=20.0)
    assert voice.leaves(["one two three four five six seven eight nine ten eleven."] * 5) == ""
    assert "over 16 words" in voice.leaves(["word " * 16] * 5)
    assert voice.leaves(["word " * 16] * 2) == ""
    assert replace(voice, sentences=2).leaves(["word " * 16] * 5) == ""
