"""References of requirements: the document's own numbers, or places where it has none."""

from __future__ import annotations


class Refs:
    """Gives each requirement a reference of its own."""

    def __init__(self) -> None:
        self.given: set[str] = set()
        self.counts: dict[str, int] = {}

    def next(self, number: str) -> str:
        """``number``, or "R1" without one; with "(2)" behind it where it was given before."""
        number = " ".join(number.split())[:40].strip()
        while True:
            count = self.counts[number] = self.counts.get(number, 0) + 1
            ref = f"R{count}" if not number else number if count == 1 else f"{number} ({count})"
            if ref not in self.given:
                self.given.add(ref)
                return ref
