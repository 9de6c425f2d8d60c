"""Persons in a text, and whom each of its clauses is about."""

from __future__ import annotations

import re

from sealedbid.intelligence.grounding.text.marks import marks_in
from sealedbid.intelligence.grounding.text.names import Name
from sealedbid.intelligence.grounding.text.reading import Text

PERSON = re.compile(
    r"[^\W\d_]{1,20}\.?(?:[ -](?:d[aeiu]|van|de|der|von|[^\W\d_]{1,20}['’-]?\w{0,20}\.?)){1,3}"
)
BODIES = frozenset(
    """museum library county city office school district department council university agency
    group team gmbh inc ltd ag bv theater theatre archive clinic clinics hospital river valley park
    street house court bank union society institute stadt amt bibliothek stadtbibliothek schule
    verein stadtwerke kreis mairie ville universite ayuntamiento archivo gemeente scholengroep
    stichting senior junior product project software data service services""".split()  # noqa: SIM905
)
SHE = re.compile(
    r"\s*(?:she|he|they|her|his|sie|er|ihre?|seine?|il|elle|son|sa|ella|el|su|ze|zij|hij|haar|zijn)\b"
)


def persons_in(text: Text, bodies: frozenset[str]) -> list[Name]:
    """The names of a text that are a person's; ``bodies`` are words of the clients' names."""
    return [
        name
        for name in text.names
        if 2 <= len(name.words) <= 4
        and PERSON.fullmatch(name.written)
        and not any(word in BODIES or word in bodies for word in name.words)
        and not marks_in(" ".join(name.words), text.language).certificates
        and not any(len(word) > 1 and word.isupper() for word in name.written.split())
    ]


def owners_of(text: Text, bodies: frozenset[str]) -> tuple[frozenset[str], ...]:
    """The last names of those whom each clause is about; none for a clause that names nobody.

    A clause without a name is about the one before it in its sentence, and so is a sentence that
    begins with "she".
    """
    people = persons_in(text, bodies)
    found: list[frozenset[str]] = []
    sentence, current = -1, frozenset[str]()
    for clause in text.clauses:
        if clause.sentence != sentence and not SHE.match(text.folded, clause.start, clause.end):
            current = frozenset()
        sentence = clause.sentence
        named = {one.words[-1] for one in people if clause.start <= one.start < clause.end}
        current = frozenset(named) if named else current
        found.append(current)
    return tuple(found)
