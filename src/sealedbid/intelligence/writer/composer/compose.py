"""The whole draft: two documents, one for the client and one for the author."""

from __future__ import annotations

from collections.abc import Sequence

from sealedbid.content.documents import Document, Row, Section
from sealedbid.intelligence.asking.facts import most_of, questions_of
from sealedbid.intelligence.writer.aside import cleared
from sealedbid.intelligence.writer.composer import asks
from sealedbid.intelligence.writer.composer.author import author_of
from sealedbid.intelligence.writer.composer.cover import cover, criteria, weights_of
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.given import Given
from sealedbid.intelligence.writer.composer.known import Known
from sealedbid.intelligence.writer.composer.length import cut_to, words_of
from sealedbid.intelligence.writer.composer.notes import Notes
from sealedbid.intelligence.writer.composer.outline import outline_of
from sealedbid.intelligence.writer.composer.people import everyone
from sealedbid.intelligence.writer.composer.practice import Library
from sealedbid.intelligence.writer.composer.prices.pricing import price
from sealedbid.intelligence.writer.composer.sections import people as persons
from sealedbid.intelligence.writer.composer.sections.approach import is_placeholder
from sealedbid.intelligence.writer.composer.sections.filling import Filled, filled
from sealedbid.intelligence.writer.models import Answer, Draft
from sealedbid.intelligence.writer.protocol import Assignment

COMPOSER = "composer"  # the name that is stored with its drafts
TITLE = 300  # characters, as the database has it
TOTALS = 3  # rows of a price table beside its lines


def compose(assignment: Assignment) -> Draft:
    """Compose a proposal out of what was recalled; the same assignment gives the same draft."""
    desk = desk_of(assignment)
    return finished(desk, filled(desk))


def finished(desk: Desk, written: Sequence[Filled], composed_by: str = COMPOSER) -> Draft:
    """Make the draft of its sections: cut to the length asked, with cover, notes and author."""
    assignment, priced = desk.assignment, desk.priced
    questions = asks.limited(
        desk,
        [*priced.questions, *persons.ask_for_people(desk), *desk.questions, *asks.decisions(desk)],
    )
    cut = sections_of(desk, written)
    length = _length(words_of(cut, len(priced.lines) + TOTALS), desk.known.most_words)
    document = Document(
        cover=cover(desk),
        weights=_weights(desk, cut),
        sections=cut,
        persons=priced.persons if priced.has_total else {},
        composed_by=composed_by,
    )
    notes, document = desk.notes.used_by(document)
    facts = assignment.brief.facts
    of_facts = questions_of(facts, most=most_of(assignment.text))
    author = author_of(desk, [*of_facts, *questions], length)
    title = desk.given.text("title") or assignment.brief.title or desk.known.title
    if not title or is_placeholder(title):
        title = f"Proposal for {assignment.client}"
    return Draft(
        title=f"{title[:1].upper()}{title[1:TITLE]}",
        document=document.model_copy(update={"author": author}),
        notes=notes,
        lines=priced.lines,
        answers=tuple(
            Answer(ref=one.ref, state=one.state, section_id=None, notes=())
            for one in author.requirements
        ),
        questions=questions,
    )


def sections_of(desk: Desk, written: Sequence[Filled], *, reserve: int = 0) -> list[Section]:
    """The sections that have something, cut to the length asked less ``reserve`` words."""
    sections = [
        Section(id=one.slot.id, heading=one.slot.heading, blocks=one.blocks)
        for one in written
        if one.blocks or (one.slot.kind == "price" and desk.priced.lines)
    ]
    kinds = {slot.id: slot.kind for slot in desk.slots}
    most = desk.known.most_words
    least = None if most is None else most - reserve
    return cut_to(sections, least, len(desk.priced.lines) + TOTALS, kinds, weights_of(desk))


def desk_of(assignment: Assignment) -> Desk:
    """Lay out all that the sections of a draft are made of, without what speaks to a program."""
    assignment = cleared(assignment)
    given = Given(assignment.answers)
    named = {
        name for key in assignment.answers if key.startswith("person.") for name in given.names(key)
    }
    house = {one.name for one in everyone(assignment.recall)}
    return Desk(
        assignment=assignment,
        given=given,
        known=Known(assignment.brief, given, assignment.text, assignment.today),
        library=Library(
            assignment.text,
            assignment.recall,
            people=named or house,
            client=assignment.client,
            today=assignment.today,
        ),
        notes=Notes(),
        priced=price(assignment, given),
        slots=outline_of(assignment.brief),
    )


def _weights(desk: Desk, sections: list[Section]) -> list[Row]:
    """The client's criteria, each with the numbers of the sections that answer it."""
    numbers = {section.id: str(place) for place, section in enumerate(sections, 1)}
    rows = []
    for label, _, ids in criteria(desk):
        found = [numbers[id] for id in ids if id in numbers]
        if found:
            rows.append(Row(label=label, text=", ".join(found)))
    return rows


def _length(words: int, most: int | None) -> list[str]:
    if most is None:
        return []
    if words > most:
        return [f"The document has about {words} words, and the brief allows about {most}: cut it."]
    return [f"The document has about {words} words of the {most} that the brief allows."]
