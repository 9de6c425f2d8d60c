"""A date as it is written: its year and the order of its numbers may still be open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A date in ``text[start:end]``.

    ``numbers`` are two of which it is open which one is the day, ``mark`` stands between them.
    ``last`` is (year, month, day) of a span's end, the year 0 where none is said. ``vague``: no day
    is said, only the month ("month") or its end ("end"); or only a weekday ("weekday").
    """

    start: int
    end: int
    year: int | None = None
    month: int = 0
    day: int = 0
    last: tuple[int, int, int] | None = None
    weekday: int | None = None
    numbers: tuple[int, int] | None = None
    mark: str = ""
    vague: Literal["", "month", "end", "weekday"] = ""
    clock: str = ""
    zone: str = ""
