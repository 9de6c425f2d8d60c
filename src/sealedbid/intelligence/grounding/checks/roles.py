"""Roles: nobody's part in a work is higher than its source says."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.intelligence.grounding.aligning import align
from sealedbid.intelligence.grounding.claims import Claim
from sealedbid.intelligence.grounding.found import Found, hard, soft
from sealedbid.intelligence.grounding.text.clauses import Clause
from sealedbid.intelligence.grounding.text.marks import ROLES
from sealedbid.intelligence.grounding.text.names import Name
from sealedbid.intelligence.grounding.text.reading import Text


def check_roles(claim: Claim) -> Iterator[Found]:
    """Compare the part of each named person with the sentences that name them."""
    for clause in claim.text.clauses:
        mine = list(clause.marks.roles.values())
        if not mine:
            continue
        rank = max(ROLES.index(name) for name in mine)
        if rank == 0 or "part" in mine:
            continue
        word = next(each for each, name in clause.marks.roles.items() if ROLES.index(name) == rank)
        people = [name for name in claim.text.names if clause.start <= name.start < clause.end]
        theirs, everywhere = _in_sources(clause, people, claim)
        if not theirs and not everywhere:
            if ROLES[rank] == "lead" and _led_by(people, word, claim):
                yield hard("role", word, "no source gives this person this part in the work")
            continue
        if theirs and max(theirs) < rank:
            if max(everywhere) < rank:
                yield hard("role", word, "the source gives a lesser part in the work")
            else:
                yield soft("role", word, "the source gives a lesser part in this work")


def _led_by(people: list[Name], word: str, claim: Claim) -> bool:
    """True if somebody is named before the word: "the API runs on Linux" names nobody."""
    at = claim.text.folded.find(word)
    return any(len(name.words) > 1 and name.start < at for name in people)


def _in_sources(clause: Clause, people: list[Name], claim: Claim) -> tuple[set[int], set[int]]:
    """The ranks in the clauses nearest to the clause, and in the whole of their sources."""
    theirs: set[int] = set()
    everywhere: set[int] = set()
    near = align(clause, claim.in_language)[:2]
    for one in near:
        theirs |= _ranks(one.clause, one.text)
    for cited in claim.in_language:
        for other in cited.text.clauses:
            everywhere |= _ranks(other, cited.text)
    return theirs, everywhere


def _ranks(clause: Clause, text: Text) -> set[int]:
    """The ranks in a clause; "deputy of the lead" is a deputy."""
    said = text.folded[clause.start : clause.end]
    roles = clause.marks.roles
    parts = [said.find(word) for word, name in roles.items() if name == "part"]
    return {
        ROLES.index(name)
        for word, name in roles.items()
        if name != "lead" or not parts or said.find(word) < min(parts)
    }
