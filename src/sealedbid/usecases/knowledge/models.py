"""Sources as they come in, and the outcome of learning one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from sealedbid.intelligence.knowledge.review import Review

Outcome: TypeAlias = Literal[
    "added",
    "changed",
    "moved",  # its text was known by an origin that has no file any more
    "copied",  # its text is known by another origin
    "unchanged",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text file as it came in.

    ``origin`` identifies it within the organization: the path from the folder that was ingested, an
    upload's name, a URL; never a place on one machine. ``place`` is the hash of such a place, None
    without one.
    """

    name: str
    origin: str
    content: bytes
    place: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """The outcome of learning a source.

    ``other`` is the origin by which the text of a moved source was known, or that of a copied one
    is. ``remark`` says why there are no passages.
    """

    origin: str
    outcome: Outcome
    passages: int
    sha256: bytes
    review: Review
    other: str = ""
    remark: str = ""
