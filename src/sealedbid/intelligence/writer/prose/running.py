"""The calls of one proposal, section by section, until all is written or a limit is reached."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sealedbid.content.documents import Sentence
from sealedbid.intelligence.llm import Model, Spent
from sealedbid.intelligence.llm.errors import ModelError, RequestRejectedError
from sealedbid.intelligence.writer.composer.compose import sections_of
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.prose.asking import ask_all
from sealedbid.intelligence.writer.prose.beginning import Begun
from sealedbid.intelligence.writer.prose.calling import calls_of
from sealedbid.intelligence.writer.prose.outcomes import Outcome
from sealedbid.intelligence.writer.prose.parts import Part
from sealedbid.intelligence.writer.prose.prompting import Call
from sealedbid.intelligence.writer.prose.section import SectionWriter
from sealedbid.intelligence.writer.prose.summing_up import (
    WORDS,
    is_wanted,
    summary_call,
    summary_part,
)
from sealedbid.intelligence.writer.protocol import Telling
from sealedbid.platform.errors import ended


@dataclass(slots=True)
class Run:
    """The calls of one proposal, in order; a limit or a fault leaves the rest to the composer.

    A request that the server rejects leaves it that section alone.
    """

    begun: Begun
    model: Model
    told: Telling
    spent: Spent = field(default_factory=Spent)
    answered: str = ""  # the model that answered first
    wrote: dict[str, None] = field(default_factory=dict)
    written: int = 0
    is_over: bool = False
    supported: list[Sentence] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    advice: list[str] = field(default_factory=list)

    @property
    def names(self) -> str:
        """The models that wrote, a fallback among them; else the one that answered, if one did."""
        return ", ".join(self.wrote) or self.answered

    async def write_all(self) -> None:
        """Write every section that prose helps, and the summary last."""
        begun = self.begun
        slots = {one.slot.id: one.slot for one in begun.sections}
        order = [slots[id] for id in begun.parts if id in begun.budgets]
        for id, parts in begun.parts.items():
            if id not in begun.budgets:
                ask_all(begun.desk, id, [], [], [part.ask for part in parts if part.ask])
        total = len(order) + bool(begun.desk.assignment.brief.contents)
        for number, slot in enumerate(order, 1):
            if self.is_over:
                return
            await self.told(f"Writing section {number} of {total}: {slot.kind}")
            await self._section(slot)
        if not self.is_over and is_wanted(begun.desk, self.supported):
            await self.told(f"Writing section {total} of {total}: summary")
            await self._summary()

    async def _section(self, slot: Slot) -> None:
        begun = self.begun
        parts, words = begun.parts[slot.id], begun.budgets[slot.id]
        calls = calls_of(slot, parts, begun.briefing, begun.register, begun.values, words)
        calls = [replace(call, told=self.advice) for call in calls]
        done = await self._written(slot, parts, calls)
        if done is None:
            return
        begun.replace(slot.id, done.blocks)
        self.supported += done.supported
        self.said += done.said
        self.advice = []
        sentences = [one.text for block in done.blocks for one in block.sentences]
        if far := begun.briefing.voice.leaves(sentences):
            begun.desk.told.append(f"“{slot.heading}” does not sound like you: {far}.")
            self.advice = [f"Your last section did not sound like us: {far}. Keep to our length."]

    async def _summary(self) -> None:
        """Write the summary before the first section that has text, as long as it fits."""
        begun = self.begun
        kept = {one.id: one for one in sections_of(begun.desk, begun.sections, reserve=WORDS)}
        first = next((one for one in begun.sections if one.slot.id in kept), None)
        if first is None:
            return
        for id, section in kept.items():
            begun.replace(id, section.blocks)
        texts = {
            one.text for each in kept.values() for block in each.blocks for one in block.sentences
        }
        supported = [one for one in self.supported if one.text in texts]
        if not is_wanted(begun.desk, supported):
            return
        part = summary_part(begun.desk)
        call = summary_call(
            first.slot, part, begun.briefing, begun.register, supported, begun.values
        )
        done = await self._written(first.slot, [part], [call], is_summary=True)
        if done is not None and done.written:
            begun.replace(first.slot.id, [*done.blocks, *kept[first.slot.id].blocks])

    async def _written(
        self, slot: Slot, parts: list[Part], calls: list[Call], *, is_summary: bool = False
    ) -> Outcome | None:
        """Write parts; None if the model could not be asked, and others were written before."""
        writer = SectionWriter(self.begun.desk, self.model, self.told)
        try:
            done = await writer.write(slot, parts, calls, [] if is_summary else self.said)
        except ModelError as error:
            if not self.written:
                raise
            if isinstance(error, RequestRejectedError):
                part = "The summary" if is_summary else f"“{slot.heading}”"
                self.begun.desk.told.append(ended(f"{part} is without the model's text: {error}"))
            else:
                self._stop(str(error))
            return None
        self.spent += done.spent
        self.answered = self.answered or done.model
        self.wrote |= done.wrote
        self.written += done.written
        if done.error is not None and not self.written:
            raise done.error
        is_for_all = done.error is not None and not isinstance(done.error, RequestRejectedError)
        if done.limit or is_for_all:
            self._stop("" if done.limit else str(done.error))
        return done

    def _stop(self, why: str) -> None:
        """Leave the rest to the composer, and say so."""
        self.is_over = True
        words = "The sections after it are composed, without the model."
        self.begun.desk.told.append(f"{why} {words}".strip())
