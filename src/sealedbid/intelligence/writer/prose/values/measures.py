"""The measures of requirements as values of slots, in the words of the request."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sealedbid.intelligence.writer.composer.desk import Desk, Numbered
from sealedbid.intelligence.writer.prose.slots import Value

LONGEST_MEASURE = 24  # words
_BOUND = (
    r"(?:at least|at most|up to|no (?:more|less|fewer|later) than|within|under|over|below|above"
    r"|about|less than|more than|not? exceeding|mindestens|höchstens|bis zu|innerhalb von|unter"
    r"|über|au moins|au plus|jusqu'à|moins de|plus de|al menos|como máximo|hasta|menos de|más de"
    r"|minstens|hoogstens|tot|binnen|minder dan|meer dan)"
)
_NUMBER = re.compile(rf"(?:\b{_BOUND} )?(?:[<>≤≥]\s?)?\d[\d.,:]*", re.IGNORECASE)
_END = re.compile(r"[;:!?]|,(?!\d)|\.(?=\s|$)")


def measure_of(text: str) -> str:
    """The words of a requirement that hold its numbers, as they stand; empty without any.

    >>> measure_of("The API shall answer 95 percent of requests within 500 milliseconds.")
    '95 percent of requests within 500 milliseconds'
    """
    numbers = list(_NUMBER.finditer(text))
    if not numbers:
        return ""
    end = _END.search(text, numbers[-1].end())
    words = text[numbers[0].start() : end.start() if end else len(text)].strip(" .,")
    return words if len(words.split()) <= LONGEST_MEASURE and "\n" not in words else ""


def measures(desk: Desk) -> Iterator[Value]:
    """The first measure of each numbered requirement on the work."""
    for one in desk.numbered():
        for part in one.parts:
            measure = measure_of(part.text)
            if measure and not one.is_price:
                yield _measure(one, measure)
                break


def _measure(one: Numbered, measure: str) -> Value:
    spans = tuple(part.span for part in one.parts)
    return Value(name=f"req.{one.ref}", says=f"the measure of {one.ref}", text=measure, spans=spans)
