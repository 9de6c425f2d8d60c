"""Statements that a person gives: subcontractors, conflicts of interest, insurance, references."""

from __future__ import annotations

import re

from sealedbid.content.documents import Block
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.composer.practice import PRACTICE, speak_to
from sealedbid.intelligence.writer.composer.shelf import units_of
from sealedbid.intelligence.writer.questions import CONTENT

SIGNER = "section.conflicts.signer"
CERTIFICATE = "section.insurance.certificate"
SURE = 0.2  # score above the bar that a section of no known kind has to have
_PROOF = re.compile(r"\b(?:proof|certificate|evidence|copy)\b", re.IGNORECASE)

# A person signs or fills in these: no page of ours is one.
_FORM = re.compile(
    r"\b(?:certification|attestation|affidavit|declaration|acknowledg\w+|signature|signed"
    r"|(?:bid|offer|award|standard) forms?|sf[- ]?\d+|addend\w+|amendments?"
    r"|ids?|ein|uei|duns|(?:license|registration) numbers?)\b",
    re.IGNORECASE,
)


def subcontractors(desk: Desk, slot: Slot) -> list[Block]:
    """A person's answer, and how the house works with others if there are any."""
    key = "section.subcontractors"
    if desk.ask(
        key,
        "Which subcontractors take part, with which part of the work?",
        "the brief asks for them; “none” is an answer",
        alternatives=("none",),
    ):
        return []
    if desk.given.yes(key) is False:
        return [desk.answered(key, "None.")]
    units = desk.on_topic("subcontractors", slot.asked)
    return [desk.answered(key), *desk.paragraph(slot, units, "Our practice")]


def conflicts(desk: Desk, slot: Slot) -> list[Block]:
    """The finding of a person with its signer, and the practice of the house."""
    key = "section.conflicts"
    is_open = desk.ask(
        key,
        "What did the check for conflicts of interest find for this request?",
        "the brief asks for a statement, and only a person can make it",
        alternatives=("none",),
    )
    has_no_signer = desk.ask(
        SIGNER, "Who signs the statement on conflicts of interest?", "a statement needs a name"
    )
    if is_open or has_no_signer:
        return []
    found = "none" if desk.given.yes(key) is False else desk.given.text(key)
    blocks = [
        desk.answered(key, found, "Finding for this request"),
        desk.answered(SIGNER, label="Signed"),
    ]
    return blocks + desk.paragraph(slot, desk.on_topic("conflicts", slot.asked), "Our practice")


def insurance(desk: Desk, slot: Slot) -> list[Block]:
    """The insurance of the house, as far as it reaches what is asked, and the certificate."""
    units = desk.on_topic("insurance", slot.asked, most=1)
    blocks = desk.paragraph(slot, units, "Insurance" if len(slot.kinds) > 1 else "")
    if _PROOF.search(slot.asked):
        if desk.given.yes(CERTIFICATE):
            blocks.append(desk.answered(CERTIFICATE, "Attached.", "Certificate"))
        else:
            desk.ask(
                CERTIFICATE,
                "Is the certificate of insurance attached?",
                "the brief asks for proof",
                "yes",
                ("yes", "no"),
            )
    return blocks


def about(desk: Desk, slot: Slot) -> list[Block]:
    """The house in its own words."""
    units = [unit for unit in units_of(desk.assignment.voice) if desk.library.is_printable(unit)]
    chosen = [unit for unit in units if unit.paragraph == units[0].paragraph][:3] if units else []
    for unit in chosen:
        desk.library.take(unit)
    return desk.paragraph(slot, chosen)


def other(desk: Desk, slot: Slot) -> list[Block]:
    """Sentences of a page that speak to a section of no known kind; none in the place of a form."""
    if _FORM.search(slot.heading):
        return []
    number = next(
        (
            place
            for place, one in enumerate(desk.assignment.brief.contents)
            if one.span == slot.span
        ),
        -1,
    )
    matches = desk.matches(f"{CONTENT}{number}")
    bar = desk.library.bar.printed + SURE
    units = speak_to(desk.library, slot.asked, matches, types=PRACTICE, most=3, bar=bar)
    return desk.paragraph(slot, units)
