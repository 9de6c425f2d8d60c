"""One section: asked, read, mended, settled; whatever fails, the composer's stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sealedbid.content.documents import Block, Sentence
from sealedbid.intelligence.llm import Model, Spent
from sealedbid.intelligence.llm.errors import ModelError
from sealedbid.intelligence.llm.models import Scope
from sealedbid.intelligence.shortening import plural
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.prose.asking import ask_all
from sealedbid.intelligence.writer.prose.checking import Checked
from sealedbid.intelligence.writer.prose.lines import Line
from sealedbid.intelligence.writer.prose.parts import Part
from sealedbid.intelligence.writer.prose.prompting import Call
from sealedbid.intelligence.writer.prose.reading import Read, read
from sealedbid.intelligence.writer.prose.repairing import repairs_for
from sealedbid.intelligence.writer.prose.settling import Settled, settle
from sealedbid.intelligence.writer.protocol import Telling
from sealedbid.platform.errors import ended

EMPTY: Final = 2 / 3  # share of parts to which nothing speaks, from which on nothing is asked
WHY: Final = {
    "refused": "it refused",
    "too long": "its passages are longer than the model can read",
}


@dataclass(slots=True)
class Outcome:
    """A section as it is printed, and what it took."""

    blocks: list[Block]
    spent: Spent = field(default_factory=Spent)
    model: str = ""  # the first that answered
    wrote: dict[str, None] = field(default_factory=dict)  # models whose text is used, in order
    limit: Scope | None = None
    error: ModelError | None = None
    written: int = 0  # parts that the model wrote
    supported: list[Sentence] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@dataclass(slots=True)
class SectionWriter:
    """Writes sections with one model; ``told`` hears how far it is."""

    desk: Desk
    model: Model
    told: Telling

    async def write(
        self, slot: Slot, parts: Sequence[Part], calls: Sequence[Call], said: Sequence[str]
    ) -> Outcome:
        """Write the parts of a section. Raises ModelError before anything has come.

        A fault after that ends the section, and is its ``error``.
        """
        done = Outcome([])
        settled: dict[str, Settled] = {}
        asks: list[Line] = []
        refused: list[Checked] = []
        waiting = list(calls)
        while waiting:
            call = waiting.pop(0)
            try:
                found = await read(self.model, call, [*said, *done.said])
            except ModelError as error:
                if not settled:
                    raise
                done.error = error
                self._short(slot, str(error))
                break
            if found.end == "too long" and (smaller := call.smaller()):
                waiting[:0] = smaller
                continue
            done.spent += found.spent
            done.model = done.model or found.model
            asks += found.taking.asks
            if why := _no_good(found):
                done.error = found.error
                done.limit = found.limit if found.end == "budget" else None
                self._tell(ended(f"“{slot.heading}”: the model's text is left out, since {why}"))
                break
            done.wrote[found.model] = None
            await self._settle(slot, call, found, settled, done)
            refused += [one for part in call.parts for one in settled[part.id].refused]
            self._end(slot, found, done)
            if done.limit or done.error:
                break
        done.blocks = [
            block
            for part in parts
            for block in _blocks(part, settled, is_written=bool(done.written))
        ]
        ask_all(self.desk, slot.id, asks, refused, [part.ask for part in parts if part.ask])
        return done

    async def _settle(
        self, slot: Slot, call: Call, found: Read, settled: dict[str, Settled], done: Outcome
    ) -> None:
        """Settle the parts of a call, with repairs as long as a limit has room for them."""
        failing = [one for one in found.taking.sentences if not one.stands]
        repairs = None
        if failing and found.end != "budget" and found.error is None:
            await self.told(f"Mending {plural(len(failing), 'sentence')} of {slot.kind}")
            repairs = repairs_for(self.model, found.taking, found.spent)
        for part in call.parts:
            one = await settle(self.desk, slot.id, part, found.taking.parts[part.id], repairs)
            settled[part.id] = one
            done.supported += one.supported
            done.written += one.is_written
            done.said += [block.text for block in one.blocks if block.sentences]
        if repairs is not None:
            done.spent += repairs.spent
            done.wrote |= repairs.wrote

    def _end(self, slot: Slot, found: Read, done: Outcome) -> None:
        """Say to the author how an answer ended that did not end by itself."""
        done.error = found.error
        if found.end == "whole":
            return
        if found.end == "budget":
            done.limit = found.limit or "call"
            why = f"the {done.limit}'s limit on tokens was reached"
        elif found.end == "broken off":
            why = "the model's answer broke off"
        elif found.end == "cut":
            why = "the model wrote more than it may"
        else:
            why = found.taking.fails
        self._short(slot, why)

    def _short(self, slot: Slot, why: str) -> None:
        self._tell(
            f"“{slot.heading}” is short; what was checked is kept. " + ended(f"The reason: {why}")
        )

    def _tell(self, words: str) -> None:
        self.desk.told.append(words)


def _blocks(part: Part, settled: Mapping[str, Settled], *, is_written: bool) -> list[Block]:
    if part.id in settled:
        return settled[part.id].blocks
    return [*part.head, *part.fixed] if part.gives_way and is_written else part.composed


def _no_good(found: Read) -> str:
    """Say why nothing of an answer is used; empty if it is."""
    if found.end in WHY:
        return WHY[found.end]
    if found.end == "budget" and not found.taking.lines:
        return f"the {found.limit or 'call'}'s limit on tokens has no room for it"
    if found.end == "broken off" and not found.taking.sentences:
        return "the model's answer broke off"
    if found.taking.is_formless:
        return "the model did not keep to the form"
    return "" if found.taking.sentences or found.taking.asks else "it has no sentence"


def is_empty(parts: Sequence[Part]) -> bool:
    """True if nothing known speaks to two thirds of a section's parts: it is not asked for."""
    wanted = [part for part in parts if part.kind is not None and part.asked]
    open_parts = [part for part in wanted if not part.id]
    return not wanted or len(open_parts) >= EMPTY * len(wanted)
