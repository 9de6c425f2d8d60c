"""Prompts: what stays the same comes first, the section's own passages come last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sealedbid.intelligence.llm import Prompt
from sealedbid.intelligence.shortening import plural, shortened
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.prose.briefing import Briefing, headed, passage, rules
from sealedbid.intelligence.writer.prose.budgets import tokens_for, words_of_part
from sealedbid.intelligence.writer.prose.fencing import plain
from sealedbid.intelligence.writer.prose.parts import Part
from sealedbid.intelligence.writer.prose.slots import Value
from sealedbid.intelligence.writer.prose.sources import Shown

TEMPERATURE = 0.3
ASKED = 400  # characters of what a part is asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call: the parts of a section that it writes, its sources and its slots."""

    slot: Slot
    parts: Sequence[Part]
    briefing: Briefing
    shown: Mapping[str, Shown]
    of_part: Mapping[str, Sequence[str]]
    values: Mapping[str, Value]
    words: int
    told: Sequence[str] = field(default=())

    @property
    def given(self) -> dict[str, Shown]:
        """Every source that the call may cite, by its id."""
        return {one.source.id: one for one in self.briefing.sources} | dict(self.shown)

    @property
    def max_tokens(self) -> int:
        """The hard cap of the answer."""
        return tokens_for(self.words, self.briefing.language)

    def prompt(self) -> Prompt:
        """The prompt of the section."""
        return Prompt(
            rules=rules(),
            shared=self.briefing.shared,
            task=self._task(),
            max_tokens=self.max_tokens,
            temperature=TEMPERATURE,
        )

    def words_of(self, part: Part) -> int:
        """The words of a part, by its kind."""
        total = sum(map(words_of_part, self.parts)) or 1
        return self.words * words_of_part(part) // total

    def smaller(self) -> list[Call]:
        """Calls with shorter prompts that write the same; none if this one is at its least.

        First the shared part is cut to what is certain, then the parts are divided, and last a
        part has half its passages.
        """
        if not self.briefing.is_lean:
            return [replace(self, briefing=replace(self.briefing, is_lean=True))]
        if len(self.parts) > 1:
            half = (len(self.parts) + 1) // 2
            return [self._with(self.parts[:half]), self._with(self.parts[half:])]
        (part,) = self.parts
        ids = list(self.of_part.get(part.id, ()))
        if len(ids) < 2:
            return []
        kept = ids[: len(ids) // 2]
        shown = {id: one for id, one in self.shown.items() if id in kept}
        return [replace(self, shown=shown, of_part={part.id: kept})]

    def _with(self, parts: Sequence[Part]) -> Call:
        of_part = {part.id: self.of_part.get(part.id, ()) for part in parts}
        ids = {id for ids in of_part.values() for id in ids}
        return replace(
            self,
            parts=parts,
            of_part=of_part,
            shown={id: one for id, one in self.shown.items() if id in ids},
            words=sum(self.words_of(part) for part in parts),
        )

    def _task(self) -> str:
        slot = self.slot
        lines = [f"Section “{plain(slot.heading)}” ({slot.kind}), about {self.words} words."]
        if slot.asked:
            lines.append(f"Asked: {shortened(plain(slot.asked), ASKED)}")
        lines += self.told
        slots = [f"{{{{{one.name}}}}}: {plain(one.says)}" for one in self.values.values()]
        lines += headed("Slots:", slots)
        lines.append(f"{plural(len(self.parts), 'part')}, in this order:")
        for part in self.parts:
            ids = ", ".join(self.of_part.get(part.id, ())) or "what is certain"
            asked = shortened(plain(part.asked), ASKED)
            lines.append(
                f"P | {part.id} (about {self.words_of(part)} words; sources: {ids}): {asked}"
            )
        lines += headed("Sources of this section:", [passage(one) for one in self.shown.values()])
        lines.append("Write the lines of this section now.")
        return "\n".join(lines)
