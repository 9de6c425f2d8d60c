"""Looks up a source, by its text and its origin, before it is learned."""

from __future__ import annotations

from dataclasses import dataclass

from sealedbid.intelligence.embedding import Embedder
from sealedbid.intelligence.knowledge.folder import Folder
from sealedbid.intelligence.models import ContentType, KnowledgeSource
from sealedbid.intelligence.repository import knowledge_sources
from sealedbid.platform.postgres import Transaction
from sealedbid.usecases.knowledge.models import Outcome, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The row that has the text of a source, or else its origin, before the source is learned."""

    there: KnowledgeSource | None
    is_same_text: bool
    is_copy: bool

    def current(
        self, source: Source, content_type: ContentType, embedder: Embedder
    ) -> KnowledgeSource | None:
        """Return the row if nothing is to be learned from the source."""
        there = self.there if self.is_same_text else None
        if there is None or self.is_copy:
            return there
        is_current = (
            there.origin == source.origin
            and there.embedding_model == embedder.model
            and there.content_type == content_type
        )
        return there if is_current else None

    def outcome(self, source: Source) -> Outcome:
        """The outcome for the source if it is learned."""
        if self.there is None:
            return "added"
        if self.is_copy:
            return "copied"
        return "changed" if self.there.origin == source.origin else "moved"

    def other(self, source: Source) -> str:
        """The other origin of the text, "" for none."""
        other = self.there.origin if self.there is not None else None
        return other if other and other != source.origin else ""


async def known_of(tx: Transaction, source: Source, sha256: bytes, folder: Folder | None) -> Known:
    """Look up the row that has the text of a source, or else its origin.

    The text of a file that ``folder`` misses has moved to the source, if no row has its origin.
    """
    same = await knowledge_sources.of_content(tx, sha256)
    if same is None:
        there = await knowledge_sources.at(tx, source.origin)
        return Known(there=there, is_same_text=False, is_copy=False)
    if same.origin == source.origin:
        return Known(there=same, is_same_text=True, is_copy=False)
    # Where the origin has another text, that one's source has to be forgotten first.
    is_unnamed = same.origin is None and same.place is not None
    may_move = is_unnamed or (folder is not None and folder.misses(same))
    is_copy = not may_move or await knowledge_sources.at(tx, source.origin) is not None
    return Known(there=same, is_same_text=True, is_copy=is_copy)
