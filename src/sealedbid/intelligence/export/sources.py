"""The sources of a proposal as its reader sees them: each once, with a number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sealedbid.intelligence.models import Citation


class Sources:
    """Numbers the sources of citations from 1. The client's own brief is not numbered."""

    def __init__(self, citations: Sequence[Citation]) -> None:
        self._titles: dict[tuple[str, str], int] = {}
        self._of: dict[int, int] = {}
        for citation in sorted(citations, key=lambda one: one.number):
            if citation.source_kind == "brief" or citation.requirement_id is not None:
                continue
            key = (citation.source_kind, citation.source_title)
            number = self._titles.setdefault(key, len(self._titles) + 1)
            self._of[citation.number] = number

    def of(self, notes: Iterable[int]) -> list[int]:
        """The numbers of the sources of some notes, each once, in order."""
        return sorted({self._of[note] for note in notes if note in self._of})

    def listed(self) -> list[tuple[int, str]]:
        """Every source by its number: its title, and that it is of the price list if it is."""
        return [
            (number, f"Price list: {title}" if kind == "service" else title)
            for (kind, title), number in self._titles.items()
        ]
