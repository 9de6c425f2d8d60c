"""The page about the judges: its tables are what the tests compare with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tests.judges.tools import ROOT

PAGE: Final = ROOT / "docs" / "reference" / "outside-judges.md"


def read_table(mark: str) -> list[list[str]]:
    """The rows of the table between ``<!-- mark -->`` and ``<!-- /mark -->``, without its head."""
    lines = _parts(mark)[1].strip().splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def write_table(mark: str, rows: Sequence[Sequence[str]]) -> None:
    """Put these rows below the head that is there."""
    before, table, after = _parts(mark)
    head = table.strip().splitlines()[:2]
    body = [f"| {' | '.join(row)} |" for row in rows]
    PAGE.write_text(before + "\n".join(["", *head, *body, ""]) + after, encoding="utf-8")


def _parts(mark: str) -> tuple[str, str, str]:
    text = PAGE.read_text(encoding="utf-8")
    parts = re.split(f"(?<=<!-- {mark} -->)|(?=<!-- /{mark} -->)", text)
    if len(parts) != 3:
        raise ValueError(f"{PAGE.name} has no <!-- {mark} --> ... <!-- /{mark} -->")
    return parts[0], parts[1], parts[2]
