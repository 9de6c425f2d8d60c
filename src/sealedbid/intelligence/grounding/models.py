"""Sources as a writer cites them, and the verdict on a sentence that cites some."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from sealedbid.intelligence.models import Verdict

SourceOf: TypeAlias = Literal["brief", "knowledge", "service", "answer", "computed"]
"""``answer`` is a person's answer to a question; ``computed`` a value that code made of rows."""
Fault: TypeAlias = Literal[
    "uncited",
    "unknown source",
    "anchor",
    "number",
    "money",
    "date",
    "percentage",
    "unit",
    "noun",
    "hedge",
    "name",
    "client",
    "certificate",
    "role",
    "commitment",
    "condition",
    "negation",
    "strength",
    "cause",
    "placeholder",
    "similarity",
    "second reader",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text that a sentence may stand on.

    ``id`` is the one that the writer cites: a letter for its kind and a number that is unique in
    the run ("B3.6", "K7", "S2", "A1"). ``subject`` is the client that a case study tells of: its
    names and numbers are of that case alone.
    """

    id: str
    of: SourceOf
    title: str
    text: str
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A fault of a sentence: the words that have it, and a sentence for a person and a model."""

    fault: Fault
    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The verdict on a sentence; no reasons if it is supported."""

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
