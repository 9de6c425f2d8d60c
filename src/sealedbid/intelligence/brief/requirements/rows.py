"""Requirements in tables: a row is one, its columns say its number, its level, its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sealedbid.intelligence.brief.structure.columns import Level, Role, is_set, level, role
from sealedbid.intelligence.brief.structure.models import Piece

HIGH = re.compile(r"\bh(?:igh)?\s?/\s?m", re.IGNORECASE)  # "Priority (H/M/L)"
BY_HEIGHT: dict[str, Level] = {"h": "must", "m": "should", "l": "may"}
NUMBER = re.compile(r"[A-Z]{0,6}[-_. ]?\d[\w.-]{0,10}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row that asks. ``piece`` is the cell with its words; ``level`` None where none is given."""

    piece: Piece
    ref: str
    name: str
    level: Level | None
    question: bool


def row(cells: Sequence[Piece]) -> tuple[Row, ...] | None:
    """Find what a row asks; None where its header does not say that it lists requirements."""
    heads = [head for head, _ in cells[0].row]
    texts = [text for _, text in cells[0].row]
    roles = [role(head) for head in heads]
    levels = [None if one else level(head) for one, head in zip(roles, heads, strict=True)]
    by_column = {cell.column: cell for cell in cells}
    if not any(heads):
        return _headless(cells)
    ref = number(cells)
    if sum(each is not None for each in levels) > 1 and not _written(texts, levels):
        return _listed(cells, levels)
    wordy = _wordy(roles, texts, levels)
    given = _given(heads, roles, texts, levels)
    is_question = "question" in roles or ("answer" in roles and texts[wordy].endswith("?"))
    asks = "requirement" in roles or is_question or (given is not None and "level" in roles)
    asks = asks or any(each is not None for each in levels)
    asks = asks or ("description" in roles and "id" in roles and "answer" in roles)
    if not asks or wordy < 0 or wordy not in by_column or not texts[wordy]:
        return None
    name = next(
        (
            texts[at]
            for at, one in enumerate(roles)
            if at != wordy and one in {"requirement", "other"}
        ),
        "",
    )
    # a question is answered and a requirement met: a date or a sum in such a table is neither
    return (Row(piece=by_column[wordy], ref=ref, name=name, level=given, question=is_question),)


def _headless(cells: Sequence[Piece]) -> tuple[Row, ...] | None:
    """A row without a header that has a number, a level and words: "R-1 | Must | It is fast"."""
    numbers = [cell for cell in cells if NUMBER.fullmatch(cell.text)]
    given = [cell for cell in cells if cell not in numbers and level(cell.text)]
    left = [cell for cell in cells if cell not in numbers and cell not in given]
    if len(numbers) != 1 or len(given) != 1 or len(left) != 1:
        return None
    found = level(given[0].text)
    return (Row(piece=left[0], ref=numbers[0].text, name="", level=found, question=False),)


def number(cells: Sequence[Piece]) -> str:
    """The row's own number; empty where no column has one."""
    return next((text for head, text in cells[0].row if role(head) == "id" and text), "")


def is_measured(cells: Sequence[Piece]) -> bool:
    """True if the row is a criterion's with its points: it says how answers are judged."""
    roles = {role(head) for head, _ in cells[0].row}
    return bool(roles & {"criterion", "weight"})


def _wordy(
    roles: Sequence[Role | None], texts: Sequence[str], levels: Sequence[Level | None]
) -> int:
    """The column with the words of what is asked; -1 for none."""
    for wanted in ("question", "description", "requirement"):
        for at, one in enumerate(roles):
            if one == wanted and texts[at]:
                return at
    free = [
        at
        for at, one in enumerate(roles)
        if one in {None, "other", "event"} and levels[at] is None and texts[at]
    ]
    return max(free, key=lambda at: len(texts[at]), default=-1)


def _given(
    heads: Sequence[str],
    roles: Sequence[Role | None],
    texts: Sequence[str],
    levels: Sequence[Level | None],
) -> Level | None:
    """The level that a column of levels gives, or the mark in a column of its own."""
    marked = (each for at, each in enumerate(levels) if each and is_set(texts[at]))
    left = any(each == "must" and _is_no(texts[at]) for at, each in enumerate(levels))
    if left and sum(each is not None for each in levels) == 1:
        return "may"  # a column "Mandatory?" that says no
    scale = next((head for head, one in zip(heads, roles, strict=True) if one == "level"), "")
    if HIGH.search(scale):
        found = (texts[at].strip().casefold()[:1] for at, one in enumerate(roles) if one == "level")
        return next((BY_HEIGHT[each] for each in found if each in BY_HEIGHT), None)
    said = (level(texts[at]) for at, one in enumerate(roles) if one == "level")
    return next(marked, None) or next((each for each in said if each), None)


def _is_no(text: str) -> bool:
    """True if a cell says no in a word or a letter."""
    return level(text) == "none" or text.strip().casefold() in {"n", "nein", "non", "nee"}


def _written(texts: Sequence[str], levels: Sequence[Level | None]) -> bool:
    """True if the columns of levels hold marks, not words."""
    return all(
        not texts[at] or is_set(texts[at]) or len(texts[at]) < 3
        for at, each in enumerate(levels)
        if each
    )


def _listed(cells: Sequence[Piece], levels: Sequence[Level | None]) -> tuple[Row, ...]:
    """One for each cell of columns "Must", "Should", "Could"."""
    return tuple(
        Row(piece=cell, ref="", name="", level=levels[cell.column], question=False)
        for cell in cells
        if levels[cell.column] is not None
    )
