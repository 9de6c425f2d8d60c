"""The whole draft."""

from __future__ import annotations

from collections.abc import Sequence

from sealedbid.content.documents import Document, Section
from sealedbid.intelligence.models import Verdict
from sealedbid.intelligence.writer.composer import sections
from sealedbid.intelligence.writer.composer.answers import Found, find_answers
from sealedbid.intelligence.writer.composer.gaps import author_notes
from sealedbid.intelligence.writer.composer.notes import Notes
from sealedbid.intelligence.writer.composer.prices import price
from sealedbid.intelligence.writer.models import Answer, Draft
from sealedbid.intelligence.writer.protocol import Assignment

COMPOSER = "composer"  # the name that is stored with its drafts
TITLE = 300  # characters, as the database has it


def compose(assignment: Assignment) -> Draft:
    """Compose a proposal out of what was recalled; the same assignment gives the same draft."""
    brief, text, recall = assignment.brief, assignment.text, assignment.recall
    notes = Notes()
    found = find_answers(brief.requirements, recall)
    lines = price(brief, text, assignment.offers, recall)
    parts = [
        sections.asked(brief, notes),
        sections.approach(brief, recall, found, notes),
        sections.experience(brief, recall, notes),
        sections.people(text, recall, notes),
        sections.about(recall, notes),
        sections.prices(lines, brief, recall, notes),
    ]
    answers = [_answer(one, parts, notes) for one in found]
    if any(one.requirement.kind != "submission" or one.state != "open" for one in found):
        parts.append(Section(id="requirements", heading="Your requirements, and our answers"))
    document = Document(
        sections=[part for part in parts if part.blocks or part.id in ("price", "requirements")],
        author_notes=author_notes(brief, found, lines, recall),
        composed_by=COMPOSER,
    )
    return Draft(
        title=(brief.title or f"Proposal for {assignment.client}")[:TITLE],
        document=document,
        notes=notes.all(),
        lines=tuple(lines),
        answers=tuple(answers),
    )


def _answer(found: Found, parts: Sequence[Section], notes: Notes) -> Answer:
    ref = found.requirement.ref
    if found.match is None or found.paragraph is None:
        return Answer(ref=ref, state="open", section_id=None, notes=())
    verdict: Verdict = "weak"  # until a person confirms it
    number = notes.from_knowledge("requirements", found.match, found.paragraph, verdict)
    section = next(
        (part.id for part in parts if any(number in block.notes for block in part.blocks)),
        "requirements",
    )
    return Answer(ref=ref, state=found.state, section_id=section, notes=(number,))
