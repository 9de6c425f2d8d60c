"""A sentence to judge with its sources, as each check is given it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sealedbid.intelligence.grounding.models import Fault, Reason, Source
from sealedbid.intelligence.grounding.text.clauses import Clause
from sealedbid.intelligence.grounding.text.reading import Text, read_source

NEAR = 3  # clauses of the sources that a clause of the sentence is compared with


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A source with its text, read."""

    source: Source
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence, the sources that it cites, and all sources of the call.

    ``known`` are folded names that need no source: those of the client and of the organization.
    """

    text: Text
    cited: tuple[Cited, ...]
    given: Sequence[Source]
    anchor: str
    known: frozenset[str]

    @property
    def said(self) -> str:
        """The folded texts of all cited sources."""
        return "\n".join(one.text.folded for one in self.cited)

    def read_given(self) -> Iterator[Cited]:
        """All sources of the call."""
        for source in self.given:
            yield Cited(source=source, text=read_source(source, self.text.language))

    @property
    def in_language(self) -> tuple[Cited, ...]:
        """The cited sources in the language of the sentence: only these can be read beside it."""
        return tuple(one for one in self.cited if one.text.language == self.text.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """A clause of a source, and how much of the sentence's clause it has, from 0 to 1."""

    clause: Clause
    text: Text
    share: float
    common: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A reason, and if it alone makes the sentence unsupported."""

    reason: Reason
    is_hard: bool


def hard(fault: Fault, what: str, why: str) -> Found:
    """A fault for which no source can be blamed: the sentence is unsupported."""
    return Found(reason=Reason(fault=fault, what=what.strip(), why=why), is_hard=True)


def soft(fault: Fault, what: str, why: str) -> Found:
    """A doubt: the sentence is weak."""
    return Found(reason=Reason(fault=fault, what=what.strip(), why=why), is_hard=False)


def align(clause: Clause, cited: Sequence[Cited]) -> list[Aligned]:
    """The clauses of the sources nearest to a clause, best first."""
    found: list[Aligned] = []
    mine = clause.stems
    if not mine:
        return found
    for one in cited:
        for other in one.text.clauses:
            common = len(mine & other.stems)
            if common:
                share = common / len(mine)
                found.append(Aligned(clause=other, text=one.text, share=share, common=common))
    found.sort(key=lambda each: (-each.common, len(each.clause.stems)))
    return found[:NEAR]
