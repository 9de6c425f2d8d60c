"""People: those whom a person named by an answer; all others are candidates for the author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sealedbid.content.models import Service
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.writer.composer.given import Given
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.composer.words import content_words, slug
from sealedbid.intelligence.writer.models import Recall

_ROLE = re.compile(
    r"\b(?P<role>(?:(?:senior|lead|chief|technical|product|project|program|programme|design"
    r"|backend|back-end|front-?end|full-?stack|web|data|user|software|service|delivery|account"
    r"|creative|security|devops|quality|test|ux|ui|business|scrum)[ -]){1,3}"
    r"(?:managers?|developers?|engineers?|leads?|designers?|researchers?|analysts?|architects?"
    r"|owners?|directors?|testers?|writers?|masters?|scientists?|strategists?))\b",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"\b(?:shall|must|should|will|please)"
    r" (?:name|nominate|appoint|assign|designate|identify|provide)\b"
    r"|\bwho (?:would|will) (?:do|lead|work)\b",
    re.IGNORECASE,
)
MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the organization with the passages of their page, or without any."""

    name: str
    title: str
    passages: tuple[Match, ...]


def roles_asked(brief: Brief, slots: Sequence[Slot]) -> list[str]:
    """The roles that the brief asks for by name, in its order: "product manager"."""
    texts = [slot.asked for slot in slots if set(slot.kinds) & {"people", "staffing"}]
    texts += [
        one.text for one in brief.requirements if one.kind == "staffing" or _NAMES.search(one.text)
    ]
    roles: dict[str, str] = {}
    for text in texts:
        for match in _ROLE.finditer(text):
            role = match["role"].lower()
            role = role.removesuffix("s") if not role.endswith("ss") else role
            roles.setdefault(slug(role), role)
    return list(roles.values())


def key_for(role: str, offers: Iterable[Service]) -> str:
    """The key under which a person is named for a role: that of its labor category if it has one.

    "backend developer" is the category "Backend Web Developer": all its words stand in the name.
    """
    words = content_words(role)
    for offer in offers:
        if offer.unit.lower() == "hour" and words and words <= content_words(offer.name):
            return f"person.{slug(offer.name)}"
    return f"person.{slug(role)}"


def everyone(recall: Recall) -> list[Person]:
    """The people of whom a page is known, nearest to the brief first."""
    pages: dict[object, list[Match]] = {}
    for match in recall.whole:
        if match.content_type == "bio":
            pages.setdefault(match.source_id, []).append(match)
    order = {match.source_id: -match.score for match in recall.matches if match.key == "team"}
    people = []
    for id in sorted(pages, key=lambda id: (order.get(id, 0.0), str(id))):  # type: ignore[call-overload]
        passages = sorted(pages[id], key=lambda match: match.chunk_no)
        name, _, title = passages[0].source_title.partition(",")
        people.append(Person(name.strip(), title.strip(), tuple(passages)))
    return people


def named(key: str, given: Given, recall: Recall) -> list[Person]:
    """The people of an answer; one of whom no page is known has no passages."""
    known = {person.name.lower(): person for person in everyone(recall)}
    return [known.get(name.lower(), Person(name, "", ())) for name in given.names(key)]


def candidates_for(role: str, recall: Recall) -> list[Person]:
    """The people whose title has the words of the role, else those nearest to the brief."""
    words = content_words(role)
    people = everyone(recall)
    fit = [one for one in people if words and words <= content_words(one.title)]
    return (fit or people)[:MOST_SHOWN]
