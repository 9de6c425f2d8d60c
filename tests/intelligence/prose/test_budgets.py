"""Budgets: the brief's limit is kept, whatever a model writes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sealedbid.intelligence.llm import Prompt
from sealedbid.intelligence.writer.composer.length import words_of
from sealedbid.intelligence.writer.prose.beginning import begin
from sealedbid.intelligence.writer.prose.budgets import tokens_for
from tests.intelligence.composer.making import assign
from tests.intelligence.prose.scripted import Scripted
from tests.intelligence.prose.world import ANSWERS, BRIEF, PAGES, assignment, write
from tests.intelligence.prose.writers import faithful


def test_a_limit_of_one_page_is_kept_after_slots_are_filled() -> None:
    short = assign(BRIEF.replace("8 pages", "1 page"), pages=PAGES, answers=ANSWERS)

    def talkative(prompt: Prompt) -> str:
        return "\n".join([faithful(prompt)] * 3)

    draft = write(Scripted(talkative), short).draft
    assert words_of(draft.document.sections, 3) <= 385 * 0.9
    assert begin(short).budgets


def test_a_section_never_has_more_words_than_its_sources_can_fill() -> None:
    begun = begin(assignment())
    for id, words in begun.budgets.items():
        material = sum(
            len(unit.text.split())
            for part in begun.parts[id]
            for picked in part.picked
            for unit in picked.in_order()
        )
        material += sum(
            len(one.source.text.split()) for part in begun.parts[id] for one in part.sources
        )
        assert words <= 1.2 * (material + 15 * len(begun.parts[id]))


@given(st.integers(1, 5000), st.sampled_from(["en", "de", "fr", "es", "nl", ""]))
def test_the_cap_of_an_answer_has_room_for_its_words_and_ids(words: int, language: str) -> None:
    assert 1.6 * words < tokens_for(words, language) < 6 * words + 100
