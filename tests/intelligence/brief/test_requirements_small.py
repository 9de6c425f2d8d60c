"""Small briefs whose requirements were once read wrongly, and more of their kinds."""

from __future__ import annotations

import pytest

from tests.intelligence.brief.reading import read

Rows = list[tuple[str, str, str]]


def rows(text: str) -> Rows:
    """Reference, level and words of each requirement; no reference where it is only a place."""
    return [
        (each.ref if each.numbered else "", each.level, each.text)
        for each in read(text).requirements
    ]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in read(text).requirements]


TABLES: dict[str, tuple[str, Rows]] = {
    "a column of levels and descriptions": (
        "| No | Requirement | Level | Description |\n|---|---|---|---|\n"
        "| 1.1 | Login | MUST | Users log in by mail |\n| 1.2 | Blog | SHOULD | There is a blog |",
        [("1.1", "must", "Users log in by mail"), ("1.2", "should", "There is a blog")],
    ),
    "priorities in words": (
        "| Requirement | Priority |\n|---|---|\n| Online booking | Must Have |\n"
        "| Photo gallery | Good to Have |\n| Newsletter | Wish to Have-Later |",
        [
            ("", "must", "Online booking"),
            ("", "should", "Photo gallery"),
            ("", "may", "Newsletter"),
        ],
    ),
    "mandatory and desirable": (
        "| ID | Requirement | M/D |\n|---|---|---|\n| F-1 | The system shall log in. | M |\n"
        "| F-2 | The system shall export. | D |",
        [
            ("F-1", "must", "The system shall log in."),
            ("F-2", "should", "The system shall export."),
        ],
    ),
    "one column for each level, marked": (
        "| Feature | Must | Should | Won't |\n|---|---|---|---|\n| Booking | x | | |\n"
        "| Gallery | | x | |\n| Chat | | | x |",
        [("", "must", "Booking"), ("", "should", "Gallery")],
    ),
    "one column for each level, written": (
        "| Must | Should | Could |\n|---|---|---|\n| Booking | Gallery | Newsletter |\n",
        [("", "must", "Booking"), ("", "should", "Gallery"), ("", "may", "Newsletter")],
    ),
    "a column that says yes or no": (
        "| No. | Requirement | Mandatory? |\n|---|---|---|\n| 1 | Login | Yes |\n| 2 | Blog | No |",
        [("1", "must", "Login"), ("2", "may", "Blog")],
    ),
    "out of scope": (
        "| Requirement | MoSCoW |\n|---|---|\n| Login | M |\n| Chat | W |\n| Blog | C |",
        [("", "must", "Login"), ("", "may", "Blog")],
    ),
    "no level, own verbs": (
        "| Ref | Description |\n|---|---|\n| 3.1 | The supplier must host in the EU. |\n"
        "| 3.2 | The supplier should train staff. |\n| 3.3 | Words about the museum. |",
        [
            ("3.1", "must", "The supplier must host in the EU."),
            ("3.2", "should", "The supplier should train staff."),
        ],
    ),
    "in HTML": (
        "<table><tr><th>ID</th><th>Requirement</th><th>Priority</th></tr><tr><td>A1</td><td>The"
        " site must load fast.</td><td>Must</td></tr><tr><td>A2</td><td>A blog</td><td>Could</td>"
        "</tr></table>",
        [("A1", "must", "The site must load fast."), ("A2", "may", "A blog")],
    ),
    "German": (
        "| Nr. | Anforderung | Muss/Soll |\n|---|---|---|\n| 1 | Anmeldung | Muss |\n"
        "| 2 | Galerie | Soll |\n| 3 | Rundbrief | Kann |",
        [("1", "must", "Anmeldung"), ("2", "should", "Galerie"), ("3", "may", "Rundbrief")],
    ),
    "French": (
        "| N° | Exigence | Niveau |\n|---|---|---|\n| 1 | Connexion | Obligatoire |\n"
        "| 2 | Galerie | Souhaité |\n| 3 | Lettre | Optionnel |",
        [("1", "must", "Connexion"), ("2", "should", "Galerie"), ("3", "may", "Lettre")],
    ),
    "Spanish": (
        "| N.º | Requisito | Prioridad |\n|---|---|---|\n| 1 | Reserva | Obligatorio |\n"
        "| 2 | Galería | Deseable |\n| 3 | Boletín | Opcional |",
        [("1", "must", "Reserva"), ("2", "should", "Galería"), ("3", "may", "Boletín")],
    ),
    "Dutch": (
        "| Nr | Omschrijving | Eis/Wens |\n|---|---|---|\n| 1 | Inloggen | Eis |\n"
        "| 2 | Galerij | Wens |\n| 3 | Nieuwsbrief | Optioneel |",
        [("1", "must", "Inloggen"), ("2", "should", "Galerij"), ("3", "may", "Nieuwsbrief")],
    ),
    "criteria with points": (
        "| Criterion | Points |\n|---|---|\n| Price must be fair | 40 |\n| Quality | 60 |",
        [],
    ),
    "no header": (
        "R-1 | Must | The site loads fast\nR-2 | Should | It is pretty\nR-3 | Could | It sings",
        [
            ("R-1", "must", "The site loads fast"),
            ("R-2", "should", "It is pretty"),
            ("R-3", "may", "It sings"),
        ],
    ),
    "high, medium, low": (
        "| Area | Requirement | Priority (H/M/L) |\n|---|---|---|\n| Users | Login | H |\n"
        "| Users | Export | M |\n| Users | Avatar | L |",
        [("", "must", "Login"), ("", "should", "Export"), ("", "may", "Avatar")],
    ),
    "a schedule": ("| Event | Date |\n|---|---|\n| Questions must be in | 1 May 2027 |", []),
    "rates to fill in": ("| Role | Rate |\n|---|---|\n| Designer | |\n| Developer | |", []),
}


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=list(TABLES))
def test_a_table_gives_numbers_levels_and_words_by_its_header(text: str, expected: Rows) -> None:
    assert rows(text) == expected


LEVELS: list[tuple[str, Rows]] = [
    (
        "## Must haves\n- Online booking\n- Photo gallery\n## Nice to have\n- Newsletter",
        [("", "must", "Online booking"), ("", "must", "Photo gallery"), ("", "may", "Newsletter")],
    ),
    (
        "[Must] Online booking\n[Should] Photo gallery\n[Won't] Chat",
        [("", "must", "Online booking"), ("", "should", "Photo gallery")],
    ),
    (
        "[Must] Online booking [Should] Photo gallery [Won't] Chat",
        [("", "must", "Online booking"), ("", "should", "Photo gallery")],
    ),
    (
        "Must: online booking\nShould: gallery\nCould: newsletter\nWon't: chat",
        [("", "must", "online booking"), ("", "should", "gallery"), ("", "may", "newsletter")],
    ),
    (
        "- Online booking (must have)\n- Newsletter (optional)\n- Chat (out of scope)",
        [("", "must", "Online booking"), ("", "may", "Newsletter")],
    ),
    (
        "Requirements (M = must, S = should):\n\n1. Payments (M)\n2. Dark mode (S)\n3. Chat (C)",
        [("1", "must", "Payments"), ("2", "should", "Dark mode"), ("3", "may", "Chat")],
    ),
    (
        "4.1 The contractor shall:\n\n   a. design;\n   b. train.\n\n4.2 Preferred: a map.",
        [("4.1.a", "must", "design;"), ("4.1.b", "must", "train."), ("4.2", "should", "a map.")],
    ),
    (
        "Requirement 1: It must log.\nRequirement 2: It should rest.",
        [
            ("Requirement 1", "must", "It must log."),
            ("Requirement 2", "should", "It should rest."),
        ],
    ),
    (
        "**Must-haves:** booking, gallery, a form\n**Nice-to-haves:** newsletter",
        [
            ("", "must", "booking"),
            ("", "must", "gallery"),
            ("", "must", "a form"),
            ("", "may", "newsletter"),
        ],
    ),
    (
        "Key requirements\n\n• Fast\n• Green\n\nTimeline\n\n• Start in May",
        [("", "must", "Fast"), ("", "must", "Green")],
    ),
    (
        "Scope of work includes:\n- Design\n- Migration\n\nOut of scope:\n- Hosting",
        [("", "must", "Design"), ("", "must", "Migration")],
    ),
    (
        "## Muss-Kriterien\n\n- Anmeldung\n\n## Kann-Kriterien\n\n- Rundbrief",
        [("", "must", "Anmeldung"), ("", "may", "Rundbrief")],
    ),
    (
        "## Exigences\n\n- Connexion\n\n## Options\n\n- Lettre\n\n## Hors périmètre\n\n- Appli",
        [("", "must", "Connexion"), ("", "may", "Lettre")],
    ),
    (
        "## Eisen\n\n- Inloggen\n\n## Wensen\n\n- Galerij",
        [("", "must", "Inloggen"), ("", "should", "Galerij")],
    ),
    (
        "## Requisitos mínimos\n\n- Reserva\n\n## Opcional\n\n- Boletín",
        [("", "must", "Reserva"), ("", "may", "Boletín")],
    ),
    ("**Out of scope**\n\n- Provide hosting\n- Train staff", []),
]


@pytest.mark.parametrize(("text", "expected"), LEVELS)
def test_headings_and_marks_give_levels(text: str, expected: Rows) -> None:
    assert rows(text) == expected


REQUESTS = [
    "Could you build us a simple site with a menu?",
    "Can you please send a quote for nine labels?",
    "Könnten Sie uns eine Website bauen?",
    "Pouvez-vous nous envoyer un devis ?",
    "¿Podrían diseñar un logotipo?",
    "Kunnen jullie een website maken?",
]


@pytest.mark.parametrize("sentence", REQUESTS)
def test_a_request_that_is_put_as_a_question_is_one(sentence: str) -> None:
    found = read(sentence).requirements
    assert [(each.level, each.kind == "question") for each in found] == [("must", False)]


def test_a_question_to_us_is_to_be_answered() -> None:
    assert kinds("Do you have experience with museums?") == [
        ("question", "Do you have experience with museums?")
    ]


LEADS: list[tuple[str, list[str]]] = [
    ("The System must:\n\n- Be highly ready\n- Keep logs", ["Be highly ready", "Keep logs"]),
    ("Vendors shall:\n- provide hosting;\n- reuse code.", ["provide hosting;", "reuse code."]),
    ("The site must:\na) show prices\nb) load fast", ["show prices", "load fast"]),
    ("Bidders are required to:\n\n1. Sign\n2. Seal", ["Sign", "Seal"]),
    (
        "**Activities we see as critical:**\n\n* Conduct interviews\n* Usability tests\n"
        "* Create storyboards",
        ["Conduct interviews", "Usability tests", "Create storyboards"],
    ),
    ("What we need:\n- a shop\n- a blog", ["a shop", "a blog"]),
    ("- **Data protection** – Show how guest data will be safe.", [
        "Data protection – Show how guest data will be safe."
    ]),
    ("- **Hosting**: Explain where you host.", ["Hosting: Explain where you host."]),
    ("Das System muss:\n\n- verfügbar sein\n- sicher sein", ["verfügbar sein", "sicher sein"]),
    ("Le système doit :\n\n- être sûr\n- être rapide", ["être sûr", "être rapide"]),
    ("El sistema deberá:\n\n- ser seguro\n- ser rápido", ["ser seguro", "ser rápido"]),
    ("Het systeem moet:\n\n- veilig zijn\n- snel zijn", ["veilig zijn", "snel zijn"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LEADS)
def test_of_a_lead_in_and_its_items_the_items_are_the_requirements(
    text: str, expected: list[str]
) -> None:
    assert [(level, words) for _, level, words in rows(text)] == [
        ("must", words) for words in expected
    ]


def test_a_lead_in_that_asks_something_itself_stays() -> None:
    text = "The vendor shall provide a signed plan that lists the following:\n\n- costs\n- risks"
    assert len(rows(text)) == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "If the work requires sub-contractors you must clearly state this in your proposal.",
        "When the site needs maintenance the vendor shall tell us.",
        "The Court will not consider quotes that include licence fees.",
        "We do not accept offers without a signed form.",
        "Offers without a signed form will be rejected.",
        "A minimum of three references is expected.",
        "The price is to be stated in euros.",
        "No logo of a third party may be used.",
        "Neither the vendor nor its staff may publish results.",
        "The client must approve designs, and the contractor must then build them.",
        "The vendor must, where the law requires it, register.",
        "Users must be able to pay by card.",
        "Only bids in English will be considered.",
        "Tenderers are asked to provide two references.",
        "We ask that you include a timeline.",
        "You may not use our logo.",
        "It has to work on phones.",
        "The contractor's staff must carry badges.",
        "It is essential that the site works offline.",
    ],
)
def test_these_turns_oblige(sentence: str) -> None:
    assert [(level, words) for _, level, words in rows(sentence)] == [("must", sentence)]


@pytest.mark.parametrize(
    "text",
    [
        "The Contractor will not be responsible for importing old data.",
        "The Court, not the Contractor, will be responsible for hosting.",
        "States must meet both rates or pay a penalty.",
        "Most of the data will not need to be migrated.",
        "The vendor does not have to attend.",
        "You don't need to supply hardware.",
        "No training is required.",
        "The supplier is not expected to travel.",
        "Should the vendor fail, the client may terminate.",
        "If the vendor must travel, the costs are paid.",
        "Late offers will be rejected.",
        "Taxpayers must file by April.",
        "The Council's staff must carry badges.",
        "The supplier is not required to, but may, provide hosting.",
        "Bidders who do not hold ISO 27001 need not apply.",
        "Anything submitted late will be returned unopened.",
    ],
)
def test_these_oblige_nobody_who_bids(text: str) -> None:
    assert rows(text) == []


def test_stories_that_only_illustrate_are_a_backlog_apart() -> None:
    text = (
        "The stories below are only illustrative.\n\n- As a clerk, I need to pay my fee.\n"
        "- As a judge, I want to see it.\n\n## Requirements\n\n- Book online"
    )
    assert kinds(text) == [
        ("backlog", "As a clerk, I need to pay my fee."),
        ("backlog", "As a judge, I want to see it."),
        ("delivery", "Book online"),
    ]
    assert [level for _, level, _ in rows(text)] == ["may", "may", "must"]


@pytest.mark.parametrize(
    "text",
    [
        "## User stories (illustrative)\n\n- As a clerk, I need to pay.",
        "The following are examples only:\n\n- As a clerk, I need to pay.",
        "Die folgenden Stories sind beispielhaft.\n\n- Als Kunde möchte ich bezahlen.",
        "Ces récits sont donnés à titre indicatif.\n\n- En tant que client, je veux payer.",
        "Las historias son ilustrativas.\n\n- Como cliente, quiero pagar.",
        "De verhalen zijn illustratief.\n\n- Als klant wil ik betalen.",
    ],
)
def test_a_backlog_is_told_in_five_languages(text: str) -> None:
    assert [kind for kind, _ in kinds(text)] == ["backlog"]


def test_fields_to_fill_in_are_a_form_and_no_requirement() -> None:
    text = "Fill out the following columns:\n\n- Remarks\n- Compliant"
    assert kinds(text) == [("form", "Remarks"), ("form", "Compliant")]
    assert not [each for each in read(text).requirements if each.mandatory]


@pytest.mark.parametrize(
    "text",
    [
        "| Question | Yes/No |\n|---|---|\n| Do you hold ISO 27001? | |\n| Are you insured? | |",
        "| No | Question | Response |\n|-|-|-|\n| 1 | Do you hold ISO 27001? | |\n"
        "| 2 | Are you insured? | |",
        "| Item | Yes | No |\n|-|-|-|\n| Do you hold ISO 27001? | | |\n| Are you insured? | | |",
        "<table><tr><td>Question</td><td>Y/N</td></tr><tr><td>Do you hold ISO 27001?</td><td></td>"
        "</tr><tr><td>Are you insured?</td><td></td></tr></table>",
    ],
)
def test_questions_in_a_table_are_to_be_answered(text: str) -> None:
    assert kinds(text) == [("question", "Do you hold ISO 27001?"), ("question", "Are you insured?")]


def test_a_number_that_the_document_does_not_give_is_only_a_place() -> None:
    text = "The vendor must log.\n\nREQ-001: The vendor must rest."
    assert [(each.ref, each.numbered) for each in read(text).requirements] == [
        ("R1", False),
        ("REQ-001", True),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Cerchiamo una agenzia per il nuovo sito della nostra biblioteca nel centro.", "it"),
        ("A signed declaration is required.", "en"),
        ("Wir brauchen Etiketten.", "de"),
        ("Le prestataire doit fournir un site.", "fr"),
    ],
)
def test_a_short_text_is_in_the_language_whose_duties_it_speaks_of(
    text: str, language: str
) -> None:
    assert read(text).language == language


def test_a_language_without_words_is_read_only_in_its_tables() -> None:
    prose = (
        "Il fornitore deve consegnare il sito entro maggio e deve garantire la sicurezza dei dati"
        " che sono nella rete della città, perché gli utenti non possono aspettare più di un anno"
        " con il vecchio sito, che non è più sicuro e non si può aggiornare."
    )
    text = f"{prose}\n\n| ID | Requirement | Level |\n|---|---|---|\n| A1 | Un sito | Must |\n"
    brief = read(text)
    assert brief.language == "it"
    assert [(each.ref, each.text) for each in brief.requirements] == [("A1", "Un sito")]
