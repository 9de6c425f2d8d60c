"""The summary in front: it restates supported sentences, and nothing else can be cited in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from sealedbid.content.documents import Sentence
from sealedbid.intelligence.writer.composer.cover import criteria
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.prose.briefing import Briefing
from sealedbid.intelligence.writer.prose.parts import Part
from sealedbid.intelligence.writer.prose.prompting import Call
from sealedbid.intelligence.writer.prose.slots import Value
from sealedbid.intelligence.writer.prose.sources import Register

LABEL: Final = "In brief"
WORDS: Final = 70
FEWEST: Final = 5  # supported sentences, below which there is nothing to sum up
SHOWN: Final = 120  # sentences that the model chooses from


def is_wanted(desk: Desk, supported: Sequence[Sentence]) -> bool:
    """True for an answer to a brief that asks for contents: a letter needs no summary."""
    return bool(desk.assignment.brief.contents) and len(supported) >= FEWEST


def summary_part(desk: Desk) -> Part:
    """The part in front of everything, which answers the criteria in one sentence each."""
    labels = [label for label, _, _ in criteria(desk)]
    asked = "; ".join(labels) or "what is offered, by whom, and what proves it"
    return Part(id="1", kind="understanding", label=LABEL, asked=f"one sentence for each: {asked}")


def summary_call(
    slot: Slot,
    part: Part,
    briefing: Briefing,
    register: Register,
    supported: Sequence[Sentence],
    values: Mapping[str, Value],
) -> Call:
    """The call for the summary: its only sources are sentences of the proposal."""
    said = [register.said(one.text, one.notes, one.answers) for one in _spread(supported)]
    shown = {one.source.id: one for one in said}
    return Call(
        slot=replace(slot, heading=LABEL, asked=""),
        parts=[part],
        briefing=replace(briefing, sources=(), is_lean=True),
        shown=shown,
        of_part={part.id: list(shown)},
        values={
            name: value
            for name, value in values.items()
            if name.startswith(("price.", "date.", "person.", "team."))
        },
        words=WORDS,
        told=["Restate; say nothing that is not said below."],
    )


def _spread(supported: Sequence[Sentence]) -> list[Sentence]:
    """At most SHOWN sentences, from all of the text alike."""
    if len(supported) <= SHOWN:
        return list(supported)
    step = len(supported) / SHOWN
    return [supported[int(n * step)] for n in range(SHOWN)]
