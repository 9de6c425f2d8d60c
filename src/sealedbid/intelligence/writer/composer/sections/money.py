"""The words beside the price table: what the prices rest on, and the terms."""

from __future__ import annotations

import re

from sealedbid.content.documents import Block
from sealedbid.intelligence.brief.facts.values import Amount
from sealedbid.intelligence.shortening import on_one_line
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.composer.practice import PRACTICE, speak_to
from sealedbid.intelligence.writer.composer.prices.labor import TRAVEL_LABEL
from sealedbid.intelligence.writer.models import Line
from sealedbid.intelligence.writer.questions import PRICING

_TAX = re.compile(r"\b(?:tax(?:es)?|vat|btw|mwst|umsatzsteuer|tva|iva)\b", re.IGNORECASE)


def price(desk: Desk, slot: Slot) -> list[Block]:
    """The lines in words, the givers of their quantities, and the terms that the price rests on.

    The table itself stands beside the document, and is printed at the head of this section.
    """
    blocks: list[Block] = []
    if not desk.priced.by_labor:
        blocks += [
            Block(
                kind="item",
                text=f"{line.label}: {on_one_line(line.description)}",
                notes=[desk.notes.from_line(slot.id, line)],
            )
            for line in desk.priced.lines
            if line.description and line.service_id is not None
        ]
        blocks += [
            Block(
                kind="paragraph",
                label=label,
                text=f"“{on_one_line(counted.words)}”, in your request.",
                notes=[desk.notes.from_brief(slot.id, counted.at.span)],
            )
            for label, counted in desk.priced.counts
        ]
    if not desk.priced.lines:
        return blocks
    if rules := desk.matches(PRICING):
        blocks += desk.paragraph(slot, desk.library.first_of(rules[0], "", 2), "Basis")
    for line in desk.priced.lines:
        if line.billing_period != "once" and line.service_id is not None:
            blocks += _monthly(desk, slot, line)
    if any(line.label.startswith(TRAVEL_LABEL) for line in desk.priced.lines):
        blocks += desk.paragraph(slot, desk.on_topic("travel"), "Travel")
    if desk.slot_of("terms") is None:
        blocks += desk.paragraph(slot, desk.on_topic("payment", most=3), "Payment")
    blocks += _tax(desk, slot)
    if desk.slot_of("validity") is None:
        blocks += validity(desk, slot)
    return blocks


def _monthly(desk: Desk, slot: Slot, line: Line) -> list[Block]:
    """The contents of a service by the month or year, from the page that tells of it."""
    matches = [
        match
        for match in desk.assignment.recall.matches
        if line.label.lower() in match.content_text.lower()
    ]
    about = f"{line.label} {line.description}"
    units = speak_to(desk.library, about, matches, types=PRACTICE, most=3, bar=0.4, compare=False)
    return desk.paragraph(slot, units, line.label)


def _tax(desk: Desk, slot: Slot) -> list[Block]:
    """The sentence of the house on taxes, where no line of the price table has one."""
    if any(line.tax_rate for line in desk.priced.lines):
        return []
    units = desk.on_topic("tax", most=1)
    return desk.paragraph(slot, [one for one in units if _TAX.search(one.text)], "Tax")


def terms(desk: Desk, slot: Slot) -> list[Block]:
    """Payment, and in an outline of our own also warranty, rights and validity."""
    blocks = desk.paragraph(slot, desk.on_topic("payment", slot.asked, most=3), "Payment")
    if not slot.asked:
        blocks += desk.paragraph(slot, desk.on_topic("warranty"), "Warranty")
        blocks += desk.paragraph(slot, desk.on_topic("ownership", most=1), "Rights")
    return blocks


def warranty(desk: Desk, slot: Slot) -> list[Block]:
    """The warranty of the house."""
    return desk.paragraph(slot, desk.on_topic("warranty", most=3), "Warranty")


def validity(desk: Desk, slot: Slot) -> list[Block]:
    """The last day of the offer where the brief fixes it, else the rule of the house."""
    until = desk.known.valid_until()
    asked = desk.known.value("validity", Amount)
    if until is not None and asked is not None and desk.known.deadline is not None:
        days = f"{asked.number} {asked.unit}{'' if asked.number == 1 else 's'}"
        after = desk.date(desk.known.deadline.day)
        text = f"{desk.date(until)}: {days} after {after}."
        return [Block(kind="paragraph", label="Valid until", text=text, computed=True)]
    return desk.paragraph(slot, desk.on_topic("validity", most=1), "Validity")
