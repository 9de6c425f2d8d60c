"""Persons: what one of them leads, or is certified in, is not another one's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from sealedbid.intelligence.grounding.claims import Cited, Claim
from sealedbid.intelligence.grounding.found import Found, hard
from sealedbid.intelligence.grounding.text.clauses import Clause
from sealedbid.intelligence.grounding.text.marks import Marks
from sealedbid.intelligence.grounding.text.names import Name
from sealedbid.intelligence.grounding.text.persons import owners_of, persons_in
from sealedbid.intelligence.vocabulary.folding import fold

Has: TypeAlias = Callable[[Cited, Clause], bool]


def check_persons(claim: Claim) -> Iterator[Found]:
    """Find a part or a certificate of one person that the sources give to another one alone."""
    subjects = frozenset(word for one in claim.given for word in fold(one.subject).split())
    people = persons_in(claim.text, subjects)
    if not people:
        return
    owned = [(one, owners_of(one.text, subjects)) for one in claim.in_language]
    for clause in claim.text.clauses:
        person = _of_clause(clause, people)
        if person is None or not any(person in owners for _, each in owned for owners in each):
            continue
        for word in _leading(clause.marks):
            if _is_of_others(person, owned, _leads):
                yield hard("role", word, "the source gives this part to somebody else")
        for word in clause.marks.certificates:
            if _is_of_others(person, owned, partial(_has, word)):
                yield hard("certificate", word, "the source says so of somebody else")


def _of_clause(clause: Clause, people: Sequence[Name]) -> str | None:
    """The last name of the only person of a sentence, or of the clause."""
    within = [one for one in people if clause.start <= one.start < clause.end] or list(people)
    names = {one.words[-1] for one in within}
    return names.pop() if len(names) == 1 else None


def _leading(marks: Marks) -> list[str]:
    if "part" in marks.roles.values():
        return []
    return [word for word, rank in marks.roles.items() if rank == "lead"]


def _leads(text: Cited, clause: Clause) -> bool:
    return bool(_leading(clause.marks))


def _has(word: str, text: Cited, clause: Clause) -> bool:
    return word[:6] in text.text.folded[clause.start : clause.end]


def _is_of_others(
    person: str,
    owned: Sequence[tuple[Cited, tuple[frozenset[str], ...]]],
    has: Has,
) -> bool:
    """True if there are clauses that have it, and each of them is about somebody else."""
    having = [
        owners
        for one, each in owned
        for clause, owners in zip(one.text.clauses, each, strict=True)
        if has(one, clause)
    ]
    return bool(having) and all(owners and person not in owners for owners in having)
