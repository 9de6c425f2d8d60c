"""The material of a plan: criteria, sections and passages, each by a short id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sealedbid.intelligence.asking.answers import BY_A_PERSON
from sealedbid.intelligence.asking.written import written
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.facts.values import Weight
from sealedbid.intelligence.grounding.models import Source
from sealedbid.intelligence.llm.counting import estimated_tokens
from sealedbid.intelligence.models import ContentType, Match
from sealedbid.intelligence.shortening import on_one_line, shortened
from sealedbid.intelligence.vocabulary.folding import fold
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.doubts import is_doubted
from sealedbid.intelligence.writer.models import Recall

NEVER_SHOWN: Final[frozenset[ContentType]] = frozenset({"internal", "pricing", "voice"})
"""Pages that prove nothing to a client, or that a model does not see."""
PASSAGE_WORDS: Final = 120
GOALS: Final = 6
FACTS: Final = 20
LONGEST: Final = 300  # characters of a fact


@dataclass(frozen=True, slots=True)
class Given:
    """The criteria that are sure, the sections, and the passages as far as they are shown."""

    facts: tuple[str, ...]
    goals: tuple[str, ...]
    criteria: dict[str, Weight]
    sections: tuple[Slot, ...]
    passages: dict[str, Match]

    def criterion(self, said: str) -> Weight | None:
        """The criterion of an id, or of a name as the brief has it; None for another one."""
        known = self.criteria.get(said.strip().upper())
        if known is not None:
            return known
        name = fold(on_one_line(said))
        return next((one for one in self.criteria.values() if fold(one.criterion) == name), None)

    @property
    def proofs(self) -> tuple[Source, ...]:
        """The passages as sources, with the words that are shown."""
        return tuple(
            Source(id=id, of="knowledge", title=match.source_title, text=shown(match))
            for id, match in self.passages.items()
        )

    @property
    def client_words(self) -> str:
        """The words of the brief that are shown."""
        return "\n".join([*self.facts, *self.goals, *(s.heading for s in self.sections)])


def given_of(brief: Brief, recall: Recall, outline: Sequence[Slot], tokens: int) -> Given:
    """Gather what is sure, and passages of at most so many estimated tokens in all.

    Internal pages, prices and what a doubt meets are not among them: what a model is not shown
    cannot leak.
    """
    sure = [fact for fact in brief.facts if fact.sure and fact.value is not None]
    weights = [fact.value for fact in sure if isinstance(fact.value, Weight)]
    return Given(
        facts=tuple(f"{one.kind}: {_words(one)}" for one in sure if one.kind != "criterion")[
            :FACTS
        ],
        goals=tuple(on_one_line(goal.text) for goal in brief.goals[:GOALS]),
        criteria={f"C{number}": weight for number, weight in enumerate(weights, 1)},
        sections=tuple(outline),
        passages=_passages(recall, tokens),
    )


def shown(match: Match) -> str:
    """A passage as a model reads it, cut where it is long."""
    words = match.content_text.split()
    return " ".join(words[:PASSAGE_WORDS])


def _words(fact: Fact) -> str:
    if fact.value is not None and fact.reason == BY_A_PERSON:
        return written(fact.value)  # the quote may say something else
    return shortened(fact.quote.text, LONGEST)


def _passages(recall: Recall, tokens: int) -> dict[str, Match]:
    found: dict[str, Match] = {}
    ranked = sorted(recall.matches, key=lambda match: -match.score)
    unique = {match.id: match for match in [*recall.whole, *ranked][::-1]}
    order = dict.fromkeys(match.id for match in [*ranked, *recall.whole])
    for match in (unique[id] for id in order):
        if match.content_type in NEVER_SHOWN or is_doubted(match.content_text, recall.doubts):
            continue
        tokens -= estimated_tokens([shown(match), match.source_title])
        if tokens < 0:
            break
        found[f"K{len(found) + 1}"] = match
    return found
