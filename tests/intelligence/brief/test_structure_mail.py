"""E-mails: their headers are fields, and our own words in a reply are ours."""

from __future__ import annotations

import pytest

from tests.intelligence.brief.reading import pieces, read

HEAD = "From: Bea Example <bea@mill.example>\nTo: us@agency.example\nSubject: Website quote\n\n"
WANT = "We want a new site with prices."
OURS = "> You must send us your logo first.\n> Our fee is 1,500 EUR.\n"


def said(source: str, speaker: str) -> list[str]:
    return [each.text for each in pieces(source) if each.speaker == speaker and each.kind != "cell"]


def test_the_headers_names_label_their_values() -> None:
    found = [(each.label, each.text) for each in pieces(f"{HEAD}We need a site.")]
    assert found == [
        ("From", "Bea Example <bea@mill.example>"),
        ("To", "us@agency.example"),
        ("Subject", "Website quote"),
        ("", "We need a site."),
    ]


@pytest.mark.parametrize(
    "names",
    [
        ("Von", "An", "Betreff"),
        ("De", "À", "Objet"),
        ("De", "Para", "Asunto"),
        ("Van", "Aan", "Onderwerp"),
        ("> From", "> To", "> Subject"),
        ("**From", "**To", "**Subject"),
    ],
)
def test_headers_are_known_in_five_languages(names: tuple[str, ...]) -> None:
    stars = "**" if names[0].startswith("*") else ""
    source = "\n".join(f"{name}:{stars} x{at}@mill.example" for at, name in enumerate(names))
    assert [each.kind for each in pieces(f"{source}\n\nWe need a site.")][:3] == ["cell"] * 3


@pytest.mark.parametrize(
    "source",
    [
        f"{HEAD}{WANT}\n\n{OURS}",
        f"{HEAD}{OURS}\n{WANT}",
        f"Hi,\n\n{WANT}\n\n{OURS}",
        f"{WANT}\n\nOn Mon, 23 Nov 2026, The Agency wrote:\n{OURS}",
        f"{WANT}\n\nAm 23.11.2026 um 10:00 schrieb Agentur:\n{OURS}",
        f"{WANT}\n\nLe lun. 23 nov. 2026 à 10:00, Agence a écrit :\n{OURS}",
        f"{WANT}\n\nEl lun, 23 nov 2026, Agencia escribió:\n{OURS}",
        f"{WANT}\n\nOp ma 23 nov. 2026 schreef Bureau:\n{OURS}",
        f"{HEAD}{WANT}\n{OURS}We want a blog.",
        f"Thanks for this.\n\n{OURS}\n{WANT}",
        f"{WANT}\n\n{OURS}",
        f"{HEAD}{WANT}\n\n-----Original Message-----\nFrom: us@agency.example\n"
        "Subject: Re: Hi\n\nYou must send us your logo first. Our fee is 1,500 EUR.",
        f"{HEAD}{WANT}\n\nFrom: Us <us@agency.example>\nSent: Monday\nSubject: Re: Hi\n\n"
        "You must send us your logo first.\n\nOur fee is 1,500 EUR.",
    ],
)
def test_our_own_earlier_words_are_neither_required_nor_wished(source: str) -> None:
    assert "You must send us your logo first." in said(source, "us")
    brief = read(source)
    assert not [each for each in brief.requirements if "logo" in each.text]
    assert not [each for each in brief.goals if "logo" in each.text or "fee" in each.text]
    assert any(WANT in each.text for each in brief.goals)


@pytest.mark.parametrize(
    "source",
    [
        "The rule reads:\n\n> You must send us your plan first.",
        "# Brief\n\nThe rule reads:\n\n> You must send us your plan first.",
        f"{HEAD}> {WANT}\n> You must send us your plan first.",
        f"{HEAD}Yes.\n\n> Ours.\n>> You must send us your plan first.",
        f"{HEAD}See below.\n\nFrom: Bo <bo@mill.example>\nSubject: Site\n\nYou must send us your"
        " plan first.",
        f"{HEAD}Here it is again, please reply.\n\nOn Monday, Bea Example wrote:\n"
        "> You must send us your plan first.",
    ],
)
def test_the_clients_own_words_stay_theirs_when_they_are_quoted(source: str) -> None:
    assert "You must send us your plan first." in said(source, "client")
