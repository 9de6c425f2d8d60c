"""Takes the lines of an answer as they come, checks each, and sees when an answer is no good."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from sealedbid.intelligence.writer.composer.words import content_words, likeness
from sealedbid.intelligence.writer.prose.attributing import attributed, not_answered
from sealedbid.intelligence.writer.prose.checking import Checked, check
from sealedbid.intelligence.writer.prose.lines import Broken, Line
from sealedbid.intelligence.writer.prose.prompting import Call

BROKEN: Final = 0.4  # share of broken lines from which on the form is not held
FEWEST: Final = 5  # lines before the share counts while they still come
LOOPS: Final = 3  # times that a line may come again
OVER: Final = 1.6  # share of its words after which a part is full
SAME: Final = 0.85  # likeness from which on a sentence says again what another said
ENOUGH: Final = 5  # words of meaning from which on two sentences can be the same
_NUMBER = re.compile(r"\d+")


@dataclass(slots=True)
class Taken:
    """The sentences of one part in their order; None stands between two paragraphs."""

    entries: list[Checked | None] = field(default_factory=list)
    words: int = 0

    @property
    def sentences(self) -> list[Checked]:
        """The sentences without the breaks."""
        return [one for one in self.entries if one is not None]


class Taking:
    """One answer, line by line. ``said`` has what other sections have said already."""

    def __init__(self, call: Call, said: Sequence[str] = ()) -> None:
        self.call = call
        self.parts: dict[str, Taken] = {part.id: Taken() for part in call.parts}
        self.asks: list[Line] = []
        self.fails = ""
        self.lines = self.broken = 0
        self._said = list(said)
        self._at = call.parts[0].id
        self._seen: Counter[str] = Counter()

    def take(self, line: Line | Broken) -> None:
        """Take a line. ``fails`` says why nothing more should be read, once that is so."""
        self.lines += 1
        if isinstance(line, Broken):
            self.broken += 1
            if self.lines >= FEWEST and self.is_formless:
                self.fails = "it did not keep to the form"
            return
        if line.kind == "part":
            self._begin(line.text)
            return
        self._seen[line.text] += 1
        if self._seen[line.text] > 1:
            if self._seen[line.text] > LOOPS:
                self.fails = "it said the same again and again"
            return
        if line.kind == "ask":
            self.asks.append(line)
            return
        self._add(line)

    @property
    def is_formless(self) -> bool:
        """True if too many lines are none of ours, or there are none."""
        return not self.lines or self.broken >= BROKEN * self.lines

    @property
    def sentences(self) -> list[Checked]:
        """Every sentence, in order."""
        return [one for taken in self.parts.values() for one in taken.sentences]

    def check(self, line: Line, part: str, before: Checked | None = None) -> Checked:
        """Judge a line of a part by the sources of this call, after the sentence before it."""
        call, language = self.call, self.call.briefing.language
        at = next(one for one in call.parts if one.id == part)
        one = check(
            line,
            call.given,
            call.values,
            language,
            known=(call.briefing.client,),
            restates=at.kind == "understanding",
        )
        one = attributed(one, before, at.kind)
        return not_answered(one, at.asked) if at.label and at.kind == "approach" else one

    def _add(self, line: Line) -> None:
        taken = self.parts[self._at]
        part = next(one for one in self.call.parts if one.id == self._at)
        if taken.words > OVER * self.call.words_of(part):
            return
        one = self.check(line, self._at, taken.entries[-1] if taken.entries else None)
        if line.kind == "claim" and self._is_said(one.text):
            return
        taken.entries.append(one)
        taken.words += len(one.text.split())
        if one.stands:
            self._said.append(one.text)

    def _begin(self, name: str) -> None:
        """Go on with the part of that name; without one, with a new paragraph of the same part."""
        wanted = name.lower().removeprefix("part").strip(" .:")
        for id in self.parts:
            if id.lower() == wanted or wanted.startswith((f"{id.lower()} ", f"{id.lower()}:")):
                self._at = id
                break
        taken = self.parts[self._at]
        if taken.entries and taken.entries[-1] is not None:
            taken.entries.append(None)

    def _is_said(self, text: str) -> bool:
        """Return True if the text has a sentence with the same words of meaning and numbers."""
        if len(content_words(text)) < ENOUGH:
            return False
        return any(
            len(content_words(other)) >= ENOUGH
            and likeness(text, other) > SAME
            and _NUMBER.findall(text) == _NUMBER.findall(other)
            for other in self._said
        )
