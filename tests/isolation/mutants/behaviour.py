"""Mutants of what definer functions do: each condition of each, dropped and negated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from psycopg import Connection

from tests.isolation.mutants.conditions import Change, changes

_DEFINERS: Final = """
select p.oid::regprocedure::text, pg_get_functiondef(p.oid), p.prosrc,
       p.prorettype = 'trigger'::regtype, d.reach
  from seal.definer_functions d join pg_proc p on p.oid = d.signature::regprocedure
 where p.prosrc <> '' order by 1
"""


class Definer(NamedTuple):
    """A function that acts with its owner's rights."""

    signature: str
    definition: str
    body: str
    is_trigger: bool
    reach: str

    @property
    def name(self) -> str:
        """Schema and name."""
        return self.signature.partition("(")[0]


class Mutant(NamedTuple):
    """One condition of a definer function, weaker."""

    definer: Definer
    change: Change
    number: int
    """Of conditions with the same words, counted from one."""

    @property
    def label(self) -> str:
        """Function, kind and condition."""
        return f"{self.definer.signature}, {self.change.kind}, {self.change.label}"

    @property
    def key(self) -> tuple[str, str, str]:
        """The same where lines have moved: the name, the kind and the words of the condition."""
        more = f" #{self.number}" if self.number > 1 else ""
        return self.definer.name, self.change.kind, self.change.text + more


def read_definers(owner: Connection[Any]) -> dict[str, Definer]:
    """Every definer function by its signature."""
    return {row[0]: Definer(*row) for row in owner.execute(_DEFINERS)}


def read_mutants(owner: Connection[Any]) -> list[Mutant]:
    """Every condition of every definer function, in an order that stays."""
    found = []
    counts: Counter[tuple[str, str, str]] = Counter()
    for definer in read_definers(owner).values():
        for change in changes(definer.body):
            counts[definer.name, change.kind, change.text] += 1
            number = counts[definer.name, change.kind, change.text]
            found.append(Mutant(definer, change, number))
    return found


@contextmanager
def in_place(owner: Connection[Any], mutant: Mutant) -> Iterator[None]:
    """Put the mutant where its function is, and the function back."""
    definer = mutant.definer
    body = mutant.change.applied(definer.body)
    owner.execute(definer.definition.replace(definer.body, body).encode())
    try:
        yield
    finally:
        owner.execute(definer.definition.encode())
