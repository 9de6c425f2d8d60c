"""The people whom a person named, what their pages say of them, and who stands in for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sealedbid.content.documents import Block
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.writer.composer import people as house
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.composer.shelf import Unit, units_of

LEAD = "person.lead"
DEPUTIES = "people.deputies"
_RESUME = re.compile(r"r[eé]sum[eé]s?|biograph\w+|\bcvs?\b|curricul\w+|qualifications", re.I)
WHOLE, SHORT = 8, 2  # sentences of a resume, and of a short introduction


def people(desk: Desk, slot: Slot) -> list[Block]:
    """The key people with what their pages say, and the rule of replacement."""
    _ask_for_deputies(desk, slot)
    blocks: list[Block] = []
    resumes = bool(_RESUME.search(slot.asked))
    shown = key_people(desk)
    if not shown and desk.slot_of("staffing") is None:
        shown = _everyone_named(desk)
    for person in shown:
        blocks += introduced(desk, slot, person, WHOLE if resumes else 3)
    if blocks:
        if desk.slot_of("staffing") is None and len(shown) < len(_everyone_named(desk)):
            names = {one.name for one in shown}
            for person in _everyone_named(desk):
                if person.name not in names:
                    blocks += introduced(desk, slot, person, SHORT)
        blocks += _deputies(desk)
        blocks += desk.paragraph(slot, desk.on_topic("replacement", most=3), "Replacement")
        if desk.given.yes("decision.interviews"):
            names_shown = ", ".join(one.name for one in shown)
            blocks.append(
                desk.answered("decision.interviews", names_shown, "Available for the interview")
            )
    return blocks


def _ask_for_deputies(desk: Desk, slot: Slot) -> None:
    """Ask who stands in, where the brief asks for people by their roles."""
    if slot.asked and house.roles_asked(desk.assignment.brief, [slot]):
        desk.ask(
            DEPUTIES,
            "Who is the deputy of each key person? “Name for Name; Name for Name”, or “none”.",
            "whoever judges people asks who stands in when one is away",
            alternatives=("none",),
        )


def _deputies(desk: Desk) -> list[Block]:
    if not desk.given.has(DEPUTIES) or desk.given.yes(DEPUTIES) is False:
        return []
    return [desk.answered(DEPUTIES, label="Deputies")]


def ask_for_people(desk: Desk) -> list[Question]:
    """The roles that the brief asks for and nobody is named for; one lead where it names none."""
    offers = desk.assignment.offers
    roles = house.roles_asked(desk.assignment.brief, desk.slots)
    asked: list[Question] = []
    for role in roles or ["lead"]:
        key = house.key_for(role, offers) if roles else LEAD
        if desk.given.has(key) or any(one.key == key for one in asked):
            continue
        near = house.candidates_for(role if roles else "", desk.assignment.recall)
        if not near:
            continue
        names = tuple(one.name for one in near)
        desk.candidates.append(f"{role.capitalize()}: {', '.join(_told(desk, names))}")
        asked.append(
            Question(
                key=key,
                text=f"Who is the {role}?" if roles else "Who leads the work?",
                reason="only a person can promise a person",
                form="text",
                alternatives=names,
            )
        )
    return asked


def _told(desk: Desk, names: Sequence[str]) -> list[str]:
    """The names, each with the doubt that an internal page has of it."""
    kinds = {one.name: one.kind for one in desk.assignment.recall.doubts}
    return [f"{name} (in doubt: {kinds[name]})" if name in kinds else name for name in names]


def key_people(desk: Desk) -> list[house.Person]:
    """The first person named for each role that the brief asks for."""
    recall, given = desk.assignment.recall, desk.given
    found: dict[str, house.Person] = {}
    for role in house.roles_asked(desk.assignment.brief, desk.slots):
        for person in house.named(house.key_for(role, desk.assignment.offers), given, recall)[:1]:
            found.setdefault(person.name, person)
    for person in house.named(LEAD, given, recall):
        found.setdefault(person.name, person)
    return list(found.values())


def _everyone_named(desk: Desk) -> list[house.Person]:
    """Everybody whom an answer names, in the order of the answers."""
    found: dict[str, house.Person] = {}
    for key in desk.given.answers:
        if key.startswith("person."):
            for person in house.named(key, desk.given, desk.assignment.recall):
                found.setdefault(person.name, person)
    return list(found.values())


def introduced(desk: Desk, slot: Slot, person: house.Person, most: int) -> list[Block]:
    """A person's name, and the sentences of their page in its order."""
    title = person.title[:1].upper() + person.title[1:]
    heading = f"{person.name}, {title}" if title else person.name
    units: list[Unit] = []
    for unit in units_of(person.passages):
        if len(units) == most:
            break
        if desk.library.is_printable(unit) and not desk.library.is_used(unit.text):
            units = _joined(units, unit)
    for unit in units:
        desk.library.take(unit)
    block = Block(kind="heading", text=heading, answers=_keys_of(desk, person.name))
    return [block, *desk.paragraph(slot, units)]


def _joined(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    """Add a unit; one that leans on the last replaces it, since it has its sentences."""
    if units and units[-1].place == unit.place:
        return [*units[:-1], unit]
    return [*units, unit]


def _keys_of(desk: Desk, name: str) -> list[str]:
    return [key for key in desk.given.answers if name in desk.given.names(key)]
