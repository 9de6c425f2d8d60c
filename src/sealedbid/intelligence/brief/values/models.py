"""A value as it was read in a run of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Kind = TypeVar("Kind", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Generic[Kind]):
    """A value in ``text[start:end]``; None where the words leave it open.

    ``inferred`` says what was concluded; a ``doubt`` says why it is not sure, and ``others`` are
    the further values that the words allow.
    """

    value: Kind | None
    start: int
    end: int
    inferred: str = ""
    doubt: str = ""
    others: tuple[Kind, ...] = ()
