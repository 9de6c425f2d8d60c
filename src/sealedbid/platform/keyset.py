"""Places in sorted lists: a page goes on behind the row that ended the one before."""

from __future__ import annotations

from typing import Final, NamedTuple
from uuid import UUID


class Place(NamedTuple):
    """The value that a list is sorted by, as the database reads it from text, and the row's id."""

    value: str
    id: UUID


FIRST_TEXT: Final = Place("", UUID(int=0))
"""Before every text in ascending order."""
NEWEST: Final = Place("infinity", UUID(int=2**128 - 1))
"""Before every time in descending order."""
