"""Briefs in other languages are answered in theirs, by the same rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from sealedbid.intelligence.writer import Assignment
from tests.intelligence.composer.making import assign, author
from tests.intelligence.prose.scripted import Scripted
from tests.intelligence.prose.world import blocks, prose, write
from tests.intelligence.prose.writers import faithful


@dataclass(frozen=True)
class Tongue:
    """A brief, a page that answers it, and a sentence that no source of ours bears out."""

    brief: str
    page: str
    boast: str
    says: str


TONGUES = {
    "de": Tongue(
        "# Ausschreibung Buchungsportal\n\nDie Bibliothek braucht ein Portal, in dem die "
        "Mitglieder "
        "Räume selbst buchen.\n\n3.1 Personenbezogene Daten müssen bei der Übertragung und bei der "
        "Ablage verschlüsselt werden.\n\nAngebote sind bis zum 22. Dezember 2026 einzureichen.\n",
        "# Datenschutz\n\nPersonenbezogene Daten werden bei jeder Übertragung und in der Ablage "
        "verschlüsselt. Jeder Zugriff auf personenbezogene Daten wird mit Person und Grund "
        "protokolliert.\n",
        "Wir haben die Daten von 400 Städten ganzheitlich verschlüsselt.",
        "German",
    ),
    "fr": Tongue(
        "# Appel d'offres\n\nLa bibliothèque a besoin d'un portail dans lequel les membres "
        "réservent "
        "les salles.\n\n3.1 Les données personnelles doivent être chiffrées pendant le transport "
        "et "
        "dans le stockage.\n\nLes offres sont à remettre au plus tard le 22 décembre 2026.\n",
        "# Protection des données\n\nLes données personnelles sont chiffrées pendant le "
        "transport et "
        "dans le stockage. Chaque accès aux données personnelles est noté avec la personne et la "
        "raison.\n",
        "Nous avons chiffré les données de 400 villes avec un partenaire innovant.",
        "French",
    ),
    "nl": Tongue(
        "# Aanbesteding\n\nDe bibliotheek heeft een portaal nodig waarin de leden zelf een ruimte "
        "boeken.\n\n3.1 Persoonsgegevens moeten tijdens het transport en in de opslag worden "
        "versleuteld.\n\nOffertes moeten uiterlijk op 22 december 2026 worden ingediend.\n",
        "# Privacy\n\nPersoonsgegevens worden tijdens het transport en in de opslag versleuteld. "
        "Elke "
        "toegang tot persoonsgegevens wordt met de persoon en de reden vastgelegd.\n",
        "Wij hebben de gegevens van 400 steden op een innovatieve manier versleuteld.",
        "Dutch",
    ),
    "es": Tongue(
        "# Licitación\n\nLa biblioteca necesita un portal en el que los socios reserven las "
        "salas por "
        "sí mismos.\n\n3.1 Los datos personales deben estar cifrados durante el transporte y en el "
        "almacenamiento.\n\nLas ofertas se presentarán a más tardar el 22 de diciembre de 2026.\n",
        "# Privacidad\n\nLos datos personales se cifran durante el transporte y en el "
        "almacenamiento. "
        "Cada acceso a los datos personales se anota con la persona y el motivo.\n",
        "Hemos cifrado los datos de 400 ciudades con una solución innovadora.",
        "Spanish",
    ),
}


@cache
def given(tongue: Tongue) -> Assignment:
    """The assignment of that language; made once."""
    return assign(
        tongue.brief,
        pages={"policies/privacy.md": tongue.page},
        answers={"requirement.3.1": "yes"},
        client="Stadt",
    )


@pytest.mark.parametrize("language", TONGUES)
def test_a_brief_is_answered_in_its_own_language(language: str) -> None:
    tongue = TONGUES[language]
    assignment = given(tongue)
    assert assignment.brief.language == language
    model = Scripted(faithful)
    draft = write(model, assignment).draft
    assert f"written in {tongue.says}" in model.asked[0].shared
    first = tongue.page.split("\n\n")[1].split(". ")[1].strip().rstrip(".")
    assert any(first in text for text in prose(draft)), author(draft).held


@pytest.mark.parametrize("language", TONGUES)
def test_an_invention_is_refused_in_every_language(language: str) -> None:
    tongue = TONGUES[language]
    model = Scripted(lambda prompt: f"{faithful(prompt)}\nS | K1 | {tongue.boast} | ")
    draft = write(model, given(tongue)).draft
    assert not any("400" in block.text for block in blocks(draft))


@pytest.mark.parametrize("language", TONGUES)
def test_an_answer_in_english_is_refused(language: str) -> None:
    said = "We have had the data of all of the members in the vault of the house since we began."
    model = Scripted(lambda prompt: f"{faithful(prompt)}\nS | K1 | {said} | ")
    assert said not in prose(write(model, given(TONGUES[language])).draft)
