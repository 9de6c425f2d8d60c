"""Answer keys for real briefs, and the score of a reading against them.

The documents are public but not the project's: they are beside a checkout, not in it. Without them
these tests skip.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sealedbid.intelligence.brief import Requirement
from tests.fixtures.documents import real_document

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An entry of a key, and the offset of its words in the document."""

    line: int
    words: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A document with a careful reader's findings."""

    name: str
    source: str
    found: dict[str, Any]
    requirements: tuple[Place, ...]
    traps: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Recall and precision of a reading's mandatory requirements, by a key."""

    recall: float
    precision: float
    missed: tuple[Place, ...]
    surplus: tuple[Requirement, ...]
    trapped: tuple[Place, ...]

    def __str__(self) -> str:
        missed = [f"  missed, line {place.line}: {place.words}" for place in self.missed]
        surplus = [f"  not in the key: {each.ref} {each.text[:100]}" for each in self.surplus]
        head = f"recall {self.recall:.3f}, precision {self.precision:.3f}"
        return "\n".join([head, *missed, *surplus])


def load(name: str) -> Key:
    """Load the key and the document of that name; skips if the document is missing."""
    return _key(name, real_document(f"rfp/{name}.md"))


def find(name: str) -> Key | None:
    """The key and the document of that name, for who is no test; None if it is missing."""
    try:
        return load(name)
    except pytest.skip.Exception:
        return None


def _key(name: str, path: Path) -> Key:
    source = path.read_bytes().decode("utf-8")
    found = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    return Key(
        name=name,
        source=source,
        found=found,
        requirements=tuple(place(source, entry) for entry in found["requirement"]),
        traps=tuple(place(source, entry) for entry in found["trap"]),
    )


def place(source: str, entry: dict[str, Any]) -> Place:
    """Find an entry's words, at its line or just below (they may run on)."""
    lines = source.split("\n")
    start = sum(len(line) + 1 for line in lines[: entry["line"] - 1])
    reach = sum(len(line) + 1 for line in lines[entry["line"] - 1 : entry["line"] + 3])
    words = r"[\s*_\[\]\\]+".join(re.escape(word) for word in entry["words"].split())
    match = re.compile(words).search(source, start, start + reach)
    assert match is not None, f"line {entry['line']} does not say {entry['words']!r}"
    return Place(line=entry["line"], words=entry["words"], at=match.start())


def scored(key: Key, found: tuple[Requirement, ...]) -> Score:
    """Compare the mandatory ones of ``found`` with the key, each with one entry at most."""
    left = [each for each in found if each.mandatory]
    count = len(left)
    missed = []
    for entry in key.requirements:
        hit = next((each for each in left if holds(each, entry)), None)
        if hit is None:
            missed.append(entry)
        else:
            left.remove(hit)
    return Score(
        recall=1 - len(missed) / len(key.requirements),
        precision=(count - len(left)) / max(count, 1),
        missed=tuple(missed),
        surplus=tuple(left),
        trapped=tuple(trap for trap in key.traps if any(holds(each, trap) for each in left)),
    )


def holds(requirement: Requirement, entry: Place) -> bool:
    """True if an entry's words are in a requirement."""
    return requirement.span.start <= entry.at < requirement.span.end
