"""The sentences that speak to a requirement: the practice of the house, and work done before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sealedbid.content.author import Candidate, HeldBack
from sealedbid.intelligence.brief import Requirement
from sealedbid.intelligence.brief.structure.sentences import sentences
from sealedbid.intelligence.models import ContentType, Match
from sealedbid.intelligence.writer.composer.comparing import conflict
from sealedbid.intelligence.writer.composer.echoes import Brief as Echo
from sealedbid.intelligence.writer.composer.scope import Scope
from sealedbid.intelligence.writer.composer.shelf import Unit, rows_of, units_of
from sealedbid.intelligence.writer.composer.words import content_words, likeness
from sealedbid.intelligence.writer.doubts import Doubt, is_doubted
from sealedbid.intelligence.writer.models import Recall
from sealedbid.intelligence.writer.questions import PROOF, REQUIREMENT
from sealedbid.platform.rows import replace

PRACTICE: tuple[ContentType, ...] = ("policy", "faq", "pricing", "service")
DONE: tuple[ContentType, ...] = ("case_study",)
TWICE = 0.6  # likeness from where on a sentence says again what another said
CANDIDATES = 3
WIDENED = 0.95  # share of the best passage's similarity for the others of its page
FEWEST = 2  # words of what is asked that a sentence has at least
MOSTLY = 0.6  # share of the weight of the words asked
SECOND = 0.85  # share of the bar that a second sentence of the same page has to reach
_URL = re.compile(r"https?://\S+")
_NAME = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+")


@dataclass(frozen=True, slots=True)
class Bar:
    """The scores from which a sentence is printed, or shown to the author.

    ``near`` is the similarity below which only a sentence with most words of what is asked counts,
    ``goal`` that from which a page speaks to a goal, ``proof`` the score of work done before,
    ``topic`` the similarity of a passage that tells of a topic.
    """

    printed: float
    shown: float
    near: float
    goal: float
    proof: float
    topic: float


# Cosines of MiniLM and of hashed n-grams lie in different places: docs/reference/brain.md.
SEMANTIC = Bar(printed=0.68, shown=0.52, near=0.34, goal=0.45, proof=0.69, topic=0.42)
LEXICAL = Bar(printed=0.62, shown=0.42, near=0.12, goal=0.25, proof=0.62, topic=0.22)


@dataclass(frozen=True, slots=True)
class Scored:
    """A unit with its score for a requirement."""

    unit: Unit
    score: float


class Library:
    """The organization's sentences for one brief, without those that no client may be shown.

    Every sentence is given out once: ``take`` marks it and what says the same as used.
    """

    def __init__(
        self,
        text: str,
        recall: Recall,
        *,
        people: Iterable[str] = (),
        client: str = "",
        today: date | None = None,
    ) -> None:
        self.recall = recall
        self.bar = SEMANTIC if recall.is_semantic else LEXICAL
        self.held: dict[str, HeldBack] = {}
        self.today = today
        self._echo = Echo(text)
        self._scope = Scope(text)
        self._people = tuple(people)
        self._client = content_words(client)
        self._used: list[str] = []
        self._weights = _weights(recall)
        self.by_key: dict[str, list[Match]] = {}
        for match in recall.matches:
            self.by_key.setdefault(match.key, []).append(match)
        self._whole: dict[object, list[Match]] = {}
        for match in recall.whole:
            self._whole.setdefault(match.source_id, []).append(match)

    def widened(self, matches: Sequence[Match]) -> list[Match]:
        """Add the other passages of whole sources, as near as their page's best, or nearly so."""
        found = {match.id: match for match in reversed(matches)}
        best = {match.source_id: match.similarity for match in reversed(matches)}
        for source, similarity in best.items():
            for match in self._whole.get(source, ()):
                found.setdefault(match.id, replace(match, similarity=WIDENED * similarity))
        return list(found.values())

    def is_printable(self, unit: Unit) -> bool:
        """Return True unless the brief has the sentence or excludes it, or a page doubts it.

        What is doubted, or past its review, is held back for the author.
        """
        if unit.match.content_type == "internal" or self._echo.has(unit.text):
            return False
        doubt = is_doubted(unit.text, self.recall.doubts, people=self._people)
        if doubt is not None:
            self.hold(unit, _reason(doubt))
            return False
        review = unit.match.review_by
        if review is not None and self.today is not None and review < self.today:
            self.hold(unit, f"its page was to be read again by {review.isoformat()}")
            return False
        is_past = unit.match.content_type in DONE
        return not self._scope.excludes(unit.text, of_past=is_past)

    def hold(self, unit: Unit, reason: str) -> None:
        """Keep a sentence from the client, and tell the author."""
        self.held.setdefault(
            unit.text, HeldBack(text=unit.text, source=unit.match.source_title, reason=reason)
        )

    def is_used(self, text: str) -> bool:
        """Return True if the document has said one of these sentences, or nearly so."""
        return any(likeness(said, other) >= TWICE for said in _each(text) for other in self._used)

    def take(self, unit: Unit) -> None:
        """Mark the sentences of the unit as said."""
        self._used += _each(unit.text)

    def first_of(self, match: Match, asked: str, most: int) -> list[Unit]:
        """Take the first printable units of a passage, in order; none that conflicts."""
        chosen: list[Unit] = []
        for unit in units_of([match]):
            reason = conflict(asked, unit.text) if asked else ""
            if reason:
                self.hold(unit, f"it conflicts with the brief: {reason}")
            elif self.is_printable(unit) and not self.is_used(unit.text):
                if chosen and chosen[-1].place == unit.place:
                    chosen[-1] = unit
                elif len(chosen) < most:
                    chosen.append(unit)
                if sum(one.last - one.first + 1 for one in chosen) >= most:
                    break
        for unit in chosen:
            self.take(unit)
        return chosen

    def scored(
        self, asked: str, matches: Sequence[Match], *, with_rows: bool = False
    ) -> list[Scored]:
        """The printable units of passages by how well they speak to a sentence, best first.

        ``with_rows``: rows of tables too, which only an author is shown.
        """
        similar = {match.id: match.similarity for match in reversed(matches)}
        found = [
            Scored(unit, self._score(asked, unit, similar.get(unit.match.id, 0.0)))
            for unit in [*units_of(matches), *(rows_of(matches) if with_rows else ())]
            if self.is_printable(unit)
        ]
        return sorted(found, key=lambda one: (-one.score, len(one.unit.text), one.unit.place))

    def _score(self, asked: str, unit: Unit, similarity: float) -> float:
        """Similarity of the passage, and the weight of the words asked that the sentence has."""
        words = content_words(asked) - self._client
        total = sum(self._weights.get(word, 1.0) for word in words) or 1.0
        said = content_words(_without_names(unit.text, asked))
        if len(words & said) < min(FEWEST, len(words)):
            return 0.0
        titles = f"{unit.match.source_title} {unit.match.heading}"
        around = content_words(_without_names(titles, asked)) - said
        shared = sum(self._weights.get(word, 1.0) for word in words & said)
        near = sum(self._weights.get(word, 1.0) for word in words & around)
        if similarity < self.bar.near and shared < MOSTLY * total:
            return 0.0
        return similarity + 1.4 * (shared + 0.3 * near) / total


def candidates(library: Library, asked: Requirement) -> list[Candidate]:
    """The passages that may answer a requirement, for the author: suggested, or conflicting."""
    matches = [
        *library.by_key.get(f"{REQUIREMENT}{asked.ref}", ()),
        *library.by_key.get(f"{PROOF}{asked.ref}", ()),
    ]
    found: list[Candidate] = []
    for one in library.scored(asked.text, matches, with_rows=True):
        if one.score < library.bar.shown or len(found) >= CANDIDATES:
            break
        if any(likeness(one.unit.text, other.text) >= TWICE for other in found):
            continue
        reason = conflict(asked.text, one.unit.text)
        found.append(
            Candidate(
                text=one.unit.text,
                source=one.unit.match.source_title,
                verdict="conflicting" if reason else "suggested",
                reason=reason,
            )
        )
    return found


def speak_to(
    library: Library,
    asked: str,
    matches: Sequence[Match],
    *,
    types: Sequence[ContentType],
    most: int = 2,
    not_of: Iterable[object] = (),
    without: Sequence[str] = (),
    compare: bool = True,
    bar: float | None = None,
) -> list[Unit]:
    """Take at most ``most`` units that speak to a sentence, in the order of their source.

    All come from one page: the best one's. ``not_of`` are sources that may not be used, ``without``
    names that no unit may have: alternatives that were not chosen.
    """
    barred = set(not_of)
    kept = [
        match for match in matches if match.content_type in types and match.source_id not in barred
    ]
    least = library.bar.printed if bar is None else bar
    chosen: list[Unit] = []
    for one in library.scored(asked, kept):
        if one.score < (least * SECOND if chosen else least) or len(chosen) >= most:
            break
        if chosen and one.unit.match.source_id != chosen[0].match.source_id:
            continue
        if compare and conflict(asked, one.unit.text):
            library.hold(one.unit, f"it conflicts with the brief: {conflict(asked, one.unit.text)}")
            if not chosen:
                break  # what is farther away is about something else
            continue
        if library.is_used(one.unit.text) or _overlaps(one.unit, chosen):
            continue
        if any(name in one.unit.text for name in without):
            continue
        chosen.append(one.unit)
        library.take(one.unit)
    return sorted(chosen, key=lambda unit: unit.place)


def _each(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def _without_names(text: str, asked: str) -> str:
    """Leave names out that what is asked does not have: "transit" is no Transit Authority."""
    return _NAME.sub(lambda found: found[0] if found[0] in asked else " ", _URL.sub(" ", text))


def _overlaps(unit: Unit, others: Iterable[Unit]) -> bool:
    """Return True if two units share a sentence."""
    return any(
        unit.place[:3] == other.place[:3] and unit.first <= other.last and other.first <= unit.last
        for other in others
    )


def _weights(recall: Recall) -> Mapping[str, float]:
    """The weight of each word: 1 for one that few passages have, less for one in many."""
    seen: dict[str, int] = {}
    passages = {match.id: match for match in (*recall.matches, *recall.whole)}
    for match in passages.values():
        for word in content_words(match.content_text):
            seen[word] = seen.get(word, 0) + 1
    most = max(len(passages), 1)
    return {word: max(0.2, 1.0 - count / most * 2) for word, count in seen.items()}


def _reason(doubt: Doubt) -> str:
    return f"“{doubt.page}” speaks of {doubt.kind} of {doubt.name}: read it, and decide"
