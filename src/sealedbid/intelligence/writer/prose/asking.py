"""Questions that a model asks, as questions of the proposal; none twice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Final

from sealedbid.intelligence.asking.facts import questions_of
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.shortening import shortened
from sealedbid.intelligence.vocabulary.folding import fold
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.words import likeness, plain_words
from sealedbid.intelligence.writer.prose.checking import Checked, presumes
from sealedbid.intelligence.writer.prose.lines import Line
from sealedbid.intelligence.writer.prose.sources import has_price
from sealedbid.intelligence.writer.prose.wording import is_echo

MOST: Final = 6  # questions of a model
SAME: Final = 0.75  # likeness of two questions that ask the same
FEWEST: Final = 3  # words
LONGEST: Final = 240  # characters


def ask_all(
    desk: Desk,
    section_id: str,
    lines: Iterable[Line],
    refused: Sequence[Checked],
    asked: Sequence[Question] = (),
) -> None:
    """Add the questions of a section: those of its parts, of the model, and of what it presumed."""
    for question in asked:
        _add(desk, question)
    for line in lines:
        if _is_question(line.text):
            reason = "the model found no source that says it"
            _add(desk, _question(section_id, shortened(line.text, LONGEST), reason))
    language = desk.assignment.brief.language
    for said in filter(None, (presumes(one, language) for one in refused)):
        text = f"The request takes this for granted: “{shortened(said, 160)}” Is it so?"
        _add(desk, _question(section_id, text, "no source of ours says it"))


def _question(section_id: str, text: str, reason: str) -> Question:
    """A question whose key comes of its words, so that an answer never meets another question."""
    digest = hashlib.sha256(fold(" ".join(text.split())).encode()).digest()
    number = int.from_bytes(digest[:4]) % 1_000_000
    return Question(key=f"ask.{section_id}.{number}", text=text, reason=reason, form="text")


def _is_question(text: str) -> bool:
    is_asked = text.rstrip(" \"'”").endswith("?") and len(text.split()) >= FEWEST
    return is_asked and not is_echo(text) and "{{" not in text and not has_price(text)


def _add(desk: Desk, question: Question) -> None:
    if desk.given.has(question.key):
        return
    known = [*questions_of(desk.assignment.brief.facts), *desk.priced.questions, *desk.questions]
    if sum(one.key.startswith("ask.") for one in known) >= MOST and "ask." in question.key:
        return
    if any(_is_same(question.text, one.text) for one in known):
        return
    desk.questions.append(question)


def _is_same(one: str, other: str) -> bool:
    return plain_words(one) == plain_words(other) or likeness(one, other) > SAME
