"""A folder of files as it was found, to tell the known files that are missing from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sealedbid.intelligence.models import KnowledgeSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A folder that was searched for text files.

    The origins of its files begin with its own ``origin``. ``files`` are those of the files found,
    ``unseen`` those of what is there and was not looked into. ``place_of`` gives the hash of the
    place at which the file of an origin lies, or would lie. A folder that ``is_moved`` stands for
    all of its name, wherever they were.
    """

    origin: str
    files: frozenset[str]
    unseen: frozenset[str]
    place_of: Callable[[str], bytes]
    is_moved: bool = False

    def misses(self, source: KnowledgeSource) -> bool:
        """True if the source was read from this very folder, and its file is gone."""
        return self.lacks(source.origin) and self.brought(source)

    def lacks(self, origin: str | None) -> bool:
        """True if nothing at this origin is in the folder, which it would be in."""
        if not self.origin or not origin or not origin.startswith(f"{self.origin}/"):
            return False
        parts = origin.split("/")
        above = {"/".join(parts[:number]) for number in range(1, len(parts) + 1)}
        return origin not in self.files and not above & self.unseen

    def brought(self, source: KnowledgeSource) -> bool:
        """True if the source was read from this folder last, and from no other of its name."""
        if source.origin is None:
            return False
        return self.is_moved or source.place == self.place_of(source.origin)
