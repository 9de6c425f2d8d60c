"""Reading a brief: each part of it is found by its own rules, over the same statements."""

from __future__ import annotations

from datetime import date

from sealedbid.intelligence.brief.dates import dates
from sealedbid.intelligence.brief.deadline import deadline
from sealedbid.intelligence.brief.goals import goals
from sealedbid.intelligence.brief.identity import issuer, title
from sealedbid.intelligence.brief.models import Brief
from sealedbid.intelligence.brief.money import budget
from sealedbid.intelligence.brief.parties import parties
from sealedbid.intelligence.brief.quantities import quantities
from sealedbid.intelligence.brief.questions import questions
from sealedbid.intelligence.brief.requirements import requirements
from sealedbid.intelligence.brief.statements import statements


def read_brief(text: str, *, today: date | None = None) -> Brief:
    """What ``text``, a brief in Markdown or plain words, says. Any text can be read."""
    found = tuple(statements(text))
    said = tuple(each for each in found if each.block.kind != "heading")
    known = dates(found)
    due = deadline(known)
    spend = budget(said)
    return Brief(
        title=title(found),
        issuer=issuer(found),
        requirements=requirements(found, parties(text)),
        dates=known,
        deadline=due,
        budget=spend,
        quantities=quantities(said),
        goals=goals(said),
        questions=questions(said, spend, due),
    )
