"""The whole draft: two documents, one for the client and one for the author."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sealedbid.content.documents import Block, Document, Row, Section
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
from sealedbid.intelligence.writer.composer.outline import Kind, Slot, outline_of
from sealedbid.intelligence.writer.composer.people import everyone
from sealedbid.intelligence.writer.composer.practice import Library
from sealedbid.intelligence.writer.composer.prices.pricing import price
from sealedbid.intelligence.writer.composer.sections import approach, money, statements, work
from sealedbid.intelligence.writer.composer.sections import people as persons
from sealedbid.intelligence.writer.composer.sections.plan import plan
from sealedbid.intelligence.writer.models import Answer, Draft
from sealedbid.intelligence.writer.protocol import Assignment

COMPOSER = "composer"  # the name that is stored with its drafts
TITLE = 300  # characters, as the database has it

Build = Callable[[Desk, Slot], list[Block]]
BUILDS: Mapping[Kind, Build] = {
    "understanding": approach.understanding,
    "approach": approach.approach,
    "compliance": approach.compliance,
    "plan": plan,
    "staffing": persons.staffing,
    "people": persons.people,
    "cases": work.comparable,
    "references": work.comparable,
    "subcontractors": statements.subcontractors,
    "conflicts": statements.conflicts,
    "insurance": statements.insurance,
    "price": money.price,
    "terms": money.terms,
    "warranty": money.warranty,
    "validity": money.validity,
    "about": statements.about,
    "other": statements.other,
}
# Written in this order, so that a sentence stands where it proves most; printed in the outline's.
FIRST: tuple[Kind, ...] = ("cases", "references", "insurance", "conflicts", "approach", "people")


def compose(assignment: Assignment) -> Draft:
    """Compose a proposal out of what was recalled; the same assignment gives the same draft."""
    assignment = cleared(assignment)
    desk = _desk(assignment)
    sections = _sections(desk)
    priced = desk.priced
    questions = asks.limited(
        desk,
        [*priced.questions, *persons.ask_for_people(desk), *desk.questions, *asks.decisions(desk)],
    )
    kinds = {slot.id: slot.kind for slot in desk.slots}
    points = weights_of(desk)
    rows = len(priced.lines) + 3
    most = desk.known.most_words
    cut = cut_to(sections, most, rows, kinds, points)
    length = _length(words_of(cut, rows), most)
    document = Document(
        cover=cover(desk),
        weights=_weights(desk, cut),
        sections=cut,
        persons=priced.persons if priced.has_total else {},
        composed_by=COMPOSER,
    )
    notes, document = desk.notes.used_by(document)
    facts = assignment.brief.facts
    of_facts = questions_of(facts, most=most_of(assignment.text))
    author = author_of(desk, [*of_facts, *questions], length)
    title = desk.given.text("title") or assignment.brief.title or desk.known.title
    if not title or approach.is_placeholder(title):
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


def _desk(assignment: Assignment) -> Desk:
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


def _sections(desk: Desk) -> list[Section]:
    """Write every section, and ask for those that the brief asks for and nothing fills."""
    written: dict[str, list[Block]] = {}
    for slot in sorted(desk.slots, key=lambda slot: _place(slot.kind)):
        before = len(desk.questions)
        blocks = [block for kind in slot.kinds for block in BUILDS[kind](desk, slot)]
        own = f"section.{slot.id}"
        if desk.given.has(own) and not any(own in block.answers for block in blocks):
            blocks = [*_answer(desk, own), *blocks]
        if slot.asked and not blocks and len(desk.questions) == before and not _asks(desk, slot):
            desk.questions.append(asks.section_question(slot))
        written[slot.id] = blocks
    if desk.slot_of("plan") is None and (at := desk.slot_of("approach")) and at.asked:
        blocks = plan(desk, at)
        if blocks:
            is_named = blocks[0].label == "Period"
            heading = [] if is_named else [Block(kind="heading", text="Period")]
            written[at.id] += [*heading, *blocks]
    return [
        Section(id=slot.id, heading=slot.heading, blocks=written[slot.id])
        for slot in desk.slots
        if written[slot.id] or (slot.kind == "price" and desk.priced.lines)
    ]


def _asks(desk: Desk, slot: Slot) -> bool:
    """True if other questions, answered, fill the section."""
    if slot.kind == "price":
        return bool(desk.priced.questions or desk.priced.lines)
    if slot.kind == "compliance":
        return any(one.mandatory for one in desk.work())
    return slot.kind in ("people", "staffing")


def _answer(desk: Desk, key: str) -> list[Block]:
    """A person's words, a paragraph for each of theirs."""
    pieces = [piece for piece in desk.given.text(key).split("\n\n") if piece.strip()]
    return [desk.answered(key, piece) for piece in pieces]


def _place(kind: Kind) -> int:
    return FIRST.index(kind) if kind in FIRST else len(FIRST)


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
