"""The rows of the cover: facts of the document, and the total as it is now."""

from __future__ import annotations

from sealedbid.content.documents import Row
from sealedbid.intelligence.export.prices import total_row
from sealedbid.intelligence.presenting import Presented


def cover_rows(shown: Presented) -> list[Row]:
    """Everything under the title; the total stands before the ceiling and the validity."""
    rows = list(shown.document.cover)
    total = total_row(shown)
    if total is None:
        return rows
    place = next(
        (at for at, row in enumerate(rows) if row.label.startswith(("Ceiling", "Valid"))), len(rows)
    )
    return [*rows[:place], Row(label=total[0], text=total[1]), *rows[place:]]
