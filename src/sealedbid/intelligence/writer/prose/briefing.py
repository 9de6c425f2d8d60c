"""Everything that calls of a proposal share: rules, language, voice, outline, certain things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sealedbid.intelligence.brief.language import name_of
from sealedbid.intelligence.shortening import shortened
from sealedbid.intelligence.writer.prose.fencing import fenced, plain
from sealedbid.intelligence.writer.prose.sources import Shown
from sealedbid.intelligence.writer.prose.voice import Voice
from sealedbid.intelligence.writer.strategy import Strategy


@cache
def rules() -> str:
    """The rules and the format, the same for every call."""
    place = files("sealedbid.intelligence.writer.prose") / "rules.txt"
    return place.read_text(encoding="utf-8").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """Everything that calls of a run share: language, voice, what is certain, and the outline.

    ``words`` are the budgets of the sections by their headings. ``is_lean`` leaves out what a small
    model has no room for.
    """

    client: str
    language: str
    voice: Voice
    sources: tuple[Shown, ...]
    words: Mapping[str, int]
    strategy: Strategy | None = None
    is_lean: bool = False

    @property
    def shared(self) -> str:
        """The text that stands before every section's own part."""
        language = name_of(self.language) or "English"
        lines = [f"The proposal is written in {language}, for {plain(self.client)}."]
        if not self.is_lean:
            lines += headed("Our voice, measured in our own texts:", self.voice.told())
            outline = [f"{heading}: {words} words" for heading, words in self.words.items()]
            lines += headed("Outline:", outline)
            lines += headed("Themes, each with the criterion that it answers:", self._themes())
        lines += headed("What is certain:", [passage(one) for one in self.sources])
        return "\n".join(lines)

    def _themes(self) -> list[str]:
        if self.strategy is None:
            return []
        return [
            f"- {shortened(plain(theme.benefit), 200)}"
            + (f" ({plain(theme.criterion)})" if theme.criterion else "")
            for theme in self.strategy.themes
        ]


def passage(shown: Shown) -> str:
    """A source between its fences."""
    source = shown.source
    return fenced(source.id, source.title, shown.kind.replace(" ", "-"), source.text)


def headed(heading: str, lines: Iterable[str]) -> list[str]:
    """Lines under a heading, with a free line before and after; none of none."""
    found = list(lines)
    return ["", heading, *found, ""] if found else []
