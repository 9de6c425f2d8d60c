"""Texts and what is right about them: tests and the benchmark of briefs read them."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[4]
AGENCIES = ROOT / "src" / "sealedbid" / "demo" / "agencies"
TABLES = ("en", "de", "fr", "es", "nl", "more", "adversary", "demo", "rfp")
KINDS = (
    "issued", "deadline", "questions_until", "start", "end", "duration", "extension", "budget",
    "limit", "validity", "language", "currency",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text, its facts as words by kind, and the kinds that it must not have.

    ``open`` are kinds that are not found for sure yet: never wrong, at most a question or missed.
    """

    name: str
    text: str
    facts: dict[str, str]
    criteria: tuple[str, ...] | None
    absent: frozenset[str]
    open: frozenset[str]


def cases() -> tuple[Case, ...]:
    """All cases whose text is here, English ones first."""
    return tuple(case for table in TABLES for case in _of(table))


def _of(table: str) -> list[Case]:
    entries = tomllib.loads((HERE / f"{table}.toml").read_text(encoding="utf-8"))["case"]
    return [
        Case(
            name=f"{table}: {entry['name']}",
            text=text,
            facts={kind: entry[kind] for kind in KINDS if kind in entry},
            criteria=tuple(entry["criteria"]) if "criteria" in entry else None,
            absent=frozenset(entry.get("absent", ())),
            open=frozenset(entry.get("open", ())),
        )
        for entry in entries
        if (text := _text(entry)) is not None
    ]


def _text(entry: dict[str, Any]) -> str | None:
    """The text of a case; None for a document that is not here."""
    if "text" in entry:
        return str(entry["text"])
    if "file" in entry:
        return (AGENCIES / str(entry["file"])).read_text(encoding="utf-8")
    folder = Path(os.environ.get("SEALEDBID_REAL_DATA") or ROOT.parent / "shared" / "data")
    path = folder / str(entry["real"])
    return path.read_bytes().decode("utf-8") if path.exists() else None
