"""Texts of our own and what is right about them: tests and the benchmark of briefs read them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LANGUAGES = ("en", "de", "fr", "es", "nl")
KINDS = (
    "issued", "deadline", "questions_until", "start", "end", "duration", "extension", "budget",
    "limit", "validity", "language", "currency",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text, its facts as words by kind, and the kinds that it must not have."""

    name: str
    text: str
    facts: dict[str, str]
    criteria: tuple[str, ...] | None
    absent: frozenset[str]


def cases() -> tuple[Case, ...]:
    """All cases, English first."""
    return tuple(case for language in LANGUAGES for case in _of(language))


def _of(language: str) -> list[Case]:
    table = tomllib.loads((HERE / f"{language}.toml").read_text(encoding="utf-8"))
    return [
        Case(
            name=f"{language}: {entry['name']}",
            text=entry["text"],
            facts={kind: entry[kind] for kind in KINDS if kind in entry},
            criteria=tuple(entry["criteria"]) if "criteria" in entry else None,
            absent=frozenset(entry.get("absent", ())),
        )
        for entry in table["case"]
    ]
