"""Settles sources whose files have exchanged their names or texts in one go."""

from __future__ import annotations

from collections.abc import Sequence

from sealedbid.intelligence.knowledge.folder import Folder
from sealedbid.intelligence.repository import knowledge_sources
from sealedbid.platform.postgres import Transaction
from sealedbid.usecases.knowledge.models import Learned


async def settle(tx: Transaction, folder: Folder, learned: Sequence[Learned]) -> set[str]:
    """Return the origins that have to be learned once more, after all files were ``learned``.

    A text was a copy while it was learned, and is none any more: the file that it was known by has
    another text. Where both are known, its source loses its origin here, so that the other file can
    take it: two files that swapped their names also swapped their kinds.
    """
    read = {one.origin: one.sha256 for one in learned}
    copies: dict[bytes, str] = {}
    for one in learned:
        if one.outcome == "copied":
            copies.setdefault(one.sha256, one.origin)
    known = await knowledge_sources.below(tx, folder.origin)
    again = set[str]()
    for source in known:
        is_displaced = read.get(source.origin or "", source.sha256) != source.sha256
        if is_displaced and source.sha256 in copies and folder.brought(source):
            await knowledge_sources.unname(tx, source.id)
            again.add(copies[source.sha256])
    texts = {source.sha256 for source in known}
    below = f"{folder.origin}/"
    return again | {
        one.origin
        for one in learned
        if copies.get(one.sha256) == one.origin
        and one.other.startswith(below)
        and one.sha256 not in texts
    }
