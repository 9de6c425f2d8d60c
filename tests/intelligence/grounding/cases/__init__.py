"""Sentences with their sources: true ones, and planted faults by kind."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sealedbid.intelligence.grounding.judging import judge, unknown
from sealedbid.intelligence.grounding.models import Judged, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, its sources, and the kind of fault planted in it: "" if it is true."""

    case: str
    kind: str
    text: str
    language: str
    cited: tuple[Source, ...]
    given: tuple[Source, ...]
    unknown: tuple[str, ...] = ()

    def judged(self) -> Judged:
        """Judge it as a writer's caller does."""
        found = judge(self.text, self.cited, given=self.given, language=self.language)
        if self.unknown:
            return Judged(verdict="unsupported", reasons=tuple(map(unknown, self.unknown)))
        return found


@cache
def handwritten() -> tuple[Sentence, ...]:
    """All sentences of the files beside this one."""
    return _in_folder(Path(__file__).parent)


@cache
def held_out(name: str) -> tuple[Sentence, ...]:
    """Sentences about other agencies, each set written before any of it was judged.

    The rules were mended on each set afterwards, before the next one was written.
    """
    return _in_folder(Path(__file__).parent.parent / "held_out" / name)


def _in_folder(folder: Path) -> tuple[Sentence, ...]:
    return tuple(
        sentence
        for path in sorted(folder.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        for sentence in _of(case)
    )


def true_ones() -> Sequence[Sentence]:
    """The sentences that say what their sources say."""
    return [one for one in handwritten() if not one.kind]


def planted() -> Sequence[Sentence]:
    """The sentences with a fault."""
    return [one for one in handwritten() if one.kind]


def _of(case: dict) -> Iterator[Sentence]:  # type: ignore[type-arg]
    sources = {
        each["id"]: Source(
            id=each["id"],
            of=each.get("of", "knowledge"),
            title=each.get("title", ""),
            text=each["text"],
            subject=each.get("subject", ""),
        )
        for each in case["source"]
    }
    for each in [*case.get("true", ()), *case.get("planted", ())]:
        yield Sentence(
            case=case["name"],
            kind=each.get("kind", ""),
            text=each["text"],
            language=case.get("language", "en"),
            cited=tuple(sources[id] for id in each["cites"] if id in sources),
            given=tuple(sources.values()),
            unknown=tuple(id for id in each["cites"] if id not in sources),
        )
