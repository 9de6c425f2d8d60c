"""Duties in German, French, Spanish and Dutch: whose they are, and what is none."""

from __future__ import annotations

import pytest

from tests.intelligence.brief.reading import read

MUST = [
    "Der Auftragnehmer muss die Website bis Mai liefern.",
    "Im Angebot muss der Bieter die Kosten nennen.",
    "Die Preise sind in Euro anzugeben.",
    "Das Angebot hat eine Zeitplanung zu enthalten.",
    "Drei Referenzen sind erforderlich.",
    "Subunternehmer dürfen nur mit vorheriger Zustimmung eingesetzt werden.",
    "Der Anbieter verpflichtet sich zur Vertraulichkeit.",
    "Angebote ohne Referenzen werden ausgeschlossen.",
    "Bitte nennen Sie drei Referenzen.",
    "Beschreiben Sie Ihr Vorgehen.",
    "Wir brauchen einen neuen Webshop.",
    "Es wird erwartet, dass der Anbieter vor Ort arbeitet.",
    "Le prestataire doit fournir un site.",
    "Le titulaire livrera les sources du site.",
    "Les candidats sont tenus de signer la charte.",
    "L'offre devra être signée.",
    "Il faut prévoir une formation.",
    "Les offres sans références seront rejetées.",
    "Veuillez joindre trois références.",
    "Décrivez votre méthode.",
    "Nous avons besoin d'une boutique en ligne.",
    "Le mémoire ne peut excéder dix pages.",
    "El oferente deberá presentar un plan.",
    "El contratista entregará el código fuente.",
    "La web debe cargar en dos segundos.",
    "Se requiere un seguro de responsabilidad.",
    "Las ofertas sin referencias serán rechazadas.",
    "Los licitadores están obligados a firmar el anexo.",
    "Por favor, envíe tres referencias.",
    "Necesitamos una tienda en línea.",
    "No se admiten subcontratistas.",
    "El proveedor se compromete a la confidencialidad.",
    "De opdrachtnemer moet een website leveren.",
    "In de offerte dient de inschrijver de kosten te noemen.",
    "De leverancier is verplicht de code te leveren.",
    "Inschrijvingen zonder referenties worden uitgesloten.",
    "Een verzekering is vereist.",
    "Beschrijf uw aanpak.",
    "Wij hebben een webshop nodig.",
    "De aanbieder mag geen onderaannemers inzetten.",
]
SHOULD = [
    "Die Seite soll barrierefrei sein.",
    "Wir möchten einen Blog.",
    "Ein Newsletter wäre wünschenswert.",
    "Le site devrait être accessible.",
    "Nous souhaitons un blog.",
    "Une expérience similaire serait appréciée.",
    "El sitio debería ser accesible.",
    "Nos gustaría un blog.",
    "Se valorará la experiencia en museos.",
    "De site zou toegankelijk moeten zijn.",
    "We willen graag een blog.",
    "Ervaring met musea is gewenst.",
]
NONE = [
    "Die Stadt muss die Texte prüfen.",
    "Der Auftragnehmer muss die Daten nicht übernehmen.",
    "Verspätete Angebote werden nicht berücksichtigt.",
    "Wenn der Auftragnehmer reisen muss, werden die Kosten erstattet.",
    "Der Zuschlag wird auf das beste Angebot erteilt.",
    "Eine Schulung ist nicht erforderlich.",
    "Keine Schulung ist erforderlich.",
    "La ville doit valider les textes.",
    "Le prestataire n'est pas tenu de migrer les données.",
    "Les offres tardives ne seront pas examinées.",
    "La commune fournira les photos.",
    "Aucune formation n'est requise.",
    "El ayuntamiento debe revisar los textos.",
    "No es necesario migrar los datos.",
    "Las ofertas presentadas fuera de plazo serán excluidas.",
    "El ayuntamiento facilitará los textos.",
    "De gemeente moet de teksten keuren.",
    "U hoeft de data niet te migreren.",
    "Te late inschrijvingen worden niet in behandeling genomen.",
    "Een training is niet verplicht.",
]


def levels(text: str) -> list[str]:
    return [each.level for each in read(text).requirements]


@pytest.mark.parametrize("sentence", MUST)
def test_a_duty_of_the_bidder_is_mandatory(sentence: str) -> None:
    assert levels(sentence) == ["must"]


@pytest.mark.parametrize("sentence", SHOULD)
def test_a_wish_is_not_mandatory(sentence: str) -> None:
    assert levels(sentence) == ["should"]


@pytest.mark.parametrize("sentence", NONE)
def test_a_duty_of_the_buyer_or_of_nobody_is_none_of_ours(sentence: str) -> None:
    assert levels(sentence) == []
