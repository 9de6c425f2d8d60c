"""Title, reference, issuer and contact as facts: sure only where the brief says them."""

from __future__ import annotations

import pytest

from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.facts.values import Words
from sealedbid.intelligence.brief.identity import identity_facts
from tests.intelligence.brief.reading import pieces

MAIL = "From: Bea Example <bea@mill.example>\nTo: us@agency.example\nSubject: {}\n\n"


def facts(text: str) -> dict[str, Fact]:
    found = identity_facts(pieces(text))
    for fact in found:
        assert text[fact.quote.start : fact.quote.end] == fact.quote.text
        assert fact.sure == (fact.reason == "")
    return {fact.kind: fact for fact in found}


def words(fact: Fact | None) -> str:
    if fact is None:
        return ""
    assert isinstance(fact.value, Words)
    return fact.value.text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "# STATE OF EXAMPLE\n\n# REQUEST FOR PROPOSALS\n\n**Permit portal, phase 2**",
            "Permit portal, phase 2",
        ),
        ("---\ntitle: Harbour site\n---\n\n# Introduction\n\nWe sail.", "Harbour site"),
        (MAIL.format("Website quote") + "Hi there,\n\nWe need one.", "Website quote"),
        (MAIL.format("Re: Fwd: Website quote") + "Hi there,\n\nWe need one.", "Website quote"),
        (MAIL.format("RFQ") + "# New labels\n\nWe need some.", "New labels"),
        ("# Request for Quotations for a Website Redesign", "Website Redesign"),
        ("# Invitation to Tender: Audio guide (ITT 2027-04)", "Audio guide"),
        ("RFP #2027-15 – Parking permit system\nCity of Example", "Parking permit system"),
        ("# Request for Proposals (RFP)\n\n## Shop\n\nText.", "Shop"),
        ("Project Title: Ticket shop\n\n# RFP", "Ticket shop"),
        ("| Title | Visitor app |\n|---|---|\n| Client | Salt |", "Visitor app"),
        ("**Project name**\n\nVisitor app", "Visitor app"),
        ("City of Example\nRequest for Proposals\nDog register", "Dog register"),
        ("Ausschreibung\n\nNeubau der Website", "Neubau der Website"),
        ("Betreff: Neue Website\n\nGuten Tag,\n\nwir brauchen eine.", "Neue Website"),
        ("# Appel d'offres\n\nObjet : Refonte du site", "Refonte du site"),
        ("# Solicitud de propuestas\n\nObjeto: Rediseño de la web", "Rediseño de la web"),
        ("# Offerteaanvraag\n\nProject: Nieuwe website", "Nieuwe website"),
        ("# 1. Visitor app\n\n## 1.1 Scope", "Visitor app"),
        ("# Museum of Salt: audio guide\n\nWe need one.", "Museum of Salt: audio guide"),
    ],
)
def test_the_title_is_the_thing_that_is_bought(text: str, title: str) -> None:
    found = facts(text)["title"]
    assert (words(found), found.sure) == (title, True)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Hi there,\n\nWe run a mill and need a website.", "We run a mill and need a website"),
        ("Hello,\n\nThanks. We need new labels!", "We need new labels"),
        ("Guten Tag,\n\nwir suchen eine neue Website.", "wir suchen eine neue Website"),
        ("## Background\n\nWe sail.\n\n## Scope\n\nWe need an app.", "We need an app"),
    ],
)
def test_without_a_title_the_first_wish_is_one_unsurely(text: str, title: str) -> None:
    found = facts(text)["title"]
    assert (words(found), found.sure) == (title, False)


@pytest.mark.parametrize(
    "text",
    [
        "Closing date\nFriday 8 October",
        "## Deadline\n\n3 May",
        "",
        "Hi there,",
        "# Request for Proposals",
        "# STATE OF EXAMPLE",
        "## [insert section]",
    ],
)
def test_a_kind_of_document_a_greeting_and_a_placeholder_are_no_title(text: str) -> None:
    assert "title" not in facts(text)


def test_two_titles_are_asked_about() -> None:
    found = facts("Title: Ticket shop\n\nTitle: Ticket office")["title"]
    assert not found.sure
    assert [words(found), *(each.quote.text for each in found.alternatives)] == [
        "Ticket shop",
        "Ticket office",
    ]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Considering the foregoing, the Trust is inviting proposals.", "Trust"),
        (
            "The Salt Trust keeps a mine.\n\nConsidering it, the Trust is inviting proposals.",
            "Salt Trust",
        ),
        ("Issued by: City of Ghent", "City of Ghent"),
        ("**ISSUED BY:**\n\nCity of Ghent", "City of Ghent"),
        ("The City of Ghent is seeking offers for a shop.", "City of Ghent"),
        ("We are Blue Bakery, and we need a site.", "Blue Bakery"),
        ("| Client | Salt Museum |\n|---|---|\n| Title | App |", "Salt Museum"),
        ("---\norganization: Salt Museum\ntitle: App\n---\n", "Salt Museum"),
        ("Auftraggeber: Stadt Beispiel", "Stadt Beispiel"),
        ("Die Stadt Beispiel sucht eine Agentur.", "Stadt Beispiel"),
        ("Acheteur : Ville d'Exemple", "Ville d'Exemple"),
        ("Entidad contratante: Ayuntamiento de Ejemplo", "Ayuntamiento de Ejemplo"),
        ("Opdrachtgever: Gemeente Voorbeeld", "Gemeente Voorbeeld"),
    ],
)
def test_the_issuer_is_who_says_so(text: str, issuer: str) -> None:
    found = facts(text)["issuer"]
    assert (words(found), found.sure) == (issuer, True)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("# STATE OF EXAMPLE\n\n# REQUEST FOR PROPOSALS", "STATE OF EXAMPLE"),
        ("# Brief\n\nExample University, Department of Art", "Example University"),
        (MAIL.format("A site") + "We need a site.", "Bea Example"),
    ],
)
def test_a_name_that_only_stands_there_is_unsure(text: str, issuer: str) -> None:
    found = facts(text)["issuer"]
    assert (words(found), found.sure) == (issuer, False)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Reference: MG-2026-11", "MG-2026-11"),
        ("Salt Museum. Reference MG-2026-11. Published today.", "MG-2026-11"),
        ("Halloran County. RFQ 2026-118. Issued today.", "2026-118"),
        ("RFP No. 180000022-A", "180000022-A"),
        ("Aktenzeichen: 12-34/2027", "12-34/2027"),
        ("Référence : 2027-AO-12", "2027-AO-12"),
        ("Expediente: 12/2027", "12/2027"),
        ("Kenmerk: Z-2027-33", "Z-2027-33"),
        ("| RFP Number | 2027-15 |\n|---|---|\n", "2027-15"),
    ],
)
def test_the_reference_is_the_briefs_own_number(text: str, reference: str) -> None:
    found = facts(text)["reference"]
    assert (words(found), found.sure) == (reference, True)


@pytest.mark.parametrize("text", ["We are number 1.", "See no 5.", "The project 2027 begins."])
def test_any_other_number_is_no_reference(text: str) -> None:
    assert "reference" not in facts(text)


@pytest.mark.parametrize(
    ("text", "contact", "sure"),
    [
        ("Contact: Ana Bo, ana@salt.example", "Ana Bo, ana@salt.example", True),
        ("Write to Jelle (jelle@tij.example) soon.", "Jelle (jelle@tij.example)", True),
        ("Questions go to bids@county.example.", "bids@county.example", True),
        (MAIL.format("A site") + "Hi.", "Bea Example <bea@mill.example>", True),
        ("Ansprechpartner: Frau Muster, m@stadt.example", "Frau Muster, m@stadt.example", True),
        ("Ask a@x.example or b@x.example.", "a@x.example", False),
    ],
)
def test_the_contact_is_the_one_that_is_named(text: str, contact: str, sure: bool) -> None:
    found = facts(text)["contact"]
    assert (words(found), found.sure) == (contact, sure)


def test_a_clause_at_the_top_is_no_issuer() -> None:
    text = "We need packaging.\n\nIf you can't work with recycled board, tell us now."
    assert not [fact for fact in identity_facts(pieces(text)) if fact.kind == "issuer"]
