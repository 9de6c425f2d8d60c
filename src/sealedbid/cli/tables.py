"""Tables that lose nothing: at a terminal long cells are folded, elsewhere a row is one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

UNLIMITED = 10_000  # columns


def print_table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], *, whole: Sequence[str] = ()
) -> None:
    """Print rows below their headings; columns named in ``whole`` are never folded.

    Cells are Rich markup: escape what people have typed.
    """
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=UNLIMITED)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in headings:
        table.add_column(heading, overflow="fold", no_wrap=heading in whole)
    for row in rows:
        table.add_row(*row)
    console.print(table)
