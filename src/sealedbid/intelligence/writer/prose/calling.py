"""Calls out of a section's parts: as many as its passages fit into, mostly one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sealedbid.intelligence.writer.composer.outline import Kind, Slot
from sealedbid.intelligence.writer.prose.briefing import Briefing
from sealedbid.intelligence.writer.prose.budgets import words_of_part
from sealedbid.intelligence.writer.prose.parts import Part
from sealedbid.intelligence.writer.prose.passages import merged
from sealedbid.intelligence.writer.prose.prompting import Call
from sealedbid.intelligence.writer.prose.slots import Value
from sealedbid.intelligence.writer.prose.sources import Register, Shown

MOST_WORDS = 1500  # of the passages of one call: about a dozen
TIMED: frozenset[Kind] = frozenset({"understanding", "approach", "plan"})
"""Kinds of parts that speak of the days of the work."""


def calls_of(
    slot: Slot,
    parts: Sequence[Part],
    briefing: Briefing,
    register: Register,
    values: Mapping[str, Value],
    words: int,
) -> list[Call]:
    """The calls for the parts that a model may write, in their order."""
    wanted = [part for part in parts if part.id]
    total = sum(map(words_of_part, wanted)) or 1
    return [
        _call(
            slot,
            batch,
            briefing,
            register,
            values,
            words * sum(map(words_of_part, batch)) // total,
        )
        for batch in _batches(wanted)
    ]


def _call(
    slot: Slot,
    parts: Sequence[Part],
    briefing: Briefing,
    register: Register,
    values: Mapping[str, Value],
    words: int,
) -> Call:
    shown: dict[str, Shown] = {}
    by_passage: dict[object, str] = {}
    certain = {one.source.id for one in briefing.sources}
    for part in parts:
        for one in part.sources:
            if one.source.id not in certain:
                shown.setdefault(one.source.id, one)
    for picked in merged([part.picked for part in parts]):
        one = register.passage(picked.match, picked.in_order())
        shown[one.source.id] = one
        by_passage[picked.match.id] = one.source.id
    of_part = {
        part.id: list(
            dict.fromkeys(
                [
                    *(one.source.id for one in part.sources),
                    *(by_passage[one.match.id] for one in part.picked),
                ]
            )
        )
        for part in parts
    }
    return Call(
        slot=slot,
        parts=parts,
        briefing=briefing,
        shown=shown,
        of_part=of_part,
        values=_fit(parts, values),
        words=words,
    )


def _fit(parts: Sequence[Part], values: Mapping[str, Value]) -> dict[str, Value]:
    """The slots that parts have a use for: their measures, people, and the days of the work."""
    names = {f"req.{part.id}" for part in parts}
    kinds = {part.kind for part in parts}
    if kinds & TIMED:
        names |= {"date.start", "date.end"}
    if "price" in kinds:
        names |= {name for name in values if name.startswith("price.")} | {"date.valid"}
    return {
        name: value
        for name, value in values.items()
        if name in names or name.startswith(("person.", "team."))
    }


def _batches(parts: Sequence[Part]) -> Iterator[list[Part]]:
    batch: list[Part] = []
    for part in parts:
        if batch and _words([*batch, part]) > MOST_WORDS:
            yield batch
            batch = []
        batch.append(part)
    if batch:
        yield batch


def _words(parts: Sequence[Part]) -> int:
    units = [
        unit for picked in merged([part.picked for part in parts]) for unit in picked.in_order()
    ]
    words = sum(len(unit.text.split()) for unit in units)
    return words + sum(len(one.source.text.split()) for part in parts for one in part.sources)
