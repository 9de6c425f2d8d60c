"""Numbers that are written as English words."""

from __future__ import annotations

_COUNTING = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
NUMBERS = {word: number for number, word in enumerate(_COUNTING.split(" "))} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
ANY = "|".join(sorted(NUMBERS, key=len, reverse=True))


def as_number(word: str) -> int:
    """The number of digits or of a word. Raises KeyError for any other."""
    return int(word) if word.isdigit() else NUMBERS[word.lower()]
