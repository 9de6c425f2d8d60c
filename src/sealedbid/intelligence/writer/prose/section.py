"""One section: asked, read, mended, settled; whatever fails, the composer's stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sealedbid.intelligence.llm import Model
from sealedbid.intelligence.llm.errors import ModelError
from sealedbid.intelligence.shortening import plural
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.prose.asking import ask_all
from sealedbid.intelligence.writer.prose.checking import Checked
from sealedbid.intelligence.writer.prose.lines import Line
from sealedbid.intelligence.writer.prose.outcomes import Outcome, blocks_of, no_good
from sealedbid.intelligence.writer.prose.parts import Part
from sealedbid.intelligence.writer.prose.prompting import Call
from sealedbid.intelligence.writer.prose.reading import Read, read
from sealedbid.intelligence.writer.prose.repairing import repairs_for
from sealedbid.intelligence.writer.prose.settling import Settled, settle
from sealedbid.intelligence.writer.protocol import Telling
from sealedbid.platform.errors import ended


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
            if why := no_good(found):
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
            for block in blocks_of(part, settled, is_written=bool(done.written))
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
