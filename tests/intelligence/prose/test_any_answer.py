"""The document keeps its promises, whatever a model answers."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from sealedbid.intelligence.llm.models import Ending
from sealedbid.intelligence.writer.composer import compose
from tests.intelligence.prose.scripted import Said, Scripted
from tests.intelligence.prose.world import assignment, blocks, printed, write

LINES = [
    "P |",
    "P | 3.1",
    "P | 3.2",
    "P | nowhere",
    "T | - | Two points follow.",
    "T | - | Nine people follow in Rome.",
    "S | K1 | Each access to personal data is logged by person and reason. | logged by person",
    "S | K2,K3 | Each access to personal data is logged by person and reason. | logged by person",
    "S | K99 | We offer the moon. | the moon",
    "S | - | The total price is {{price.total}}. |",
    "S | K1 | The total price is $12. | total price",
    "S | K1 | {{price.nothing}} and {{date.start} | date",
    "S | A1 | Ada Vell is the lead developer. | lead developer",
    "S | K3 | She led the portal for the Port of Seldane. | the portal for the Port",
    "ASK | B1 | Do you work on Sundays?",
    "ASK | - | [insert question]?",
    "<think>",
    "</think>",
    "```",
    "Sure! Here is the section.",
    "| a | b |",
    "S | K1",
]
NEVER = ("{{", "K99", "the moon", "$12", "Rome", "[insert", "Here is the section", "<think")
ENDINGS: Sequence[Ending] = ("complete", "cut", "budget", "refused")


@settings(max_examples=15)
@given(st.lists(st.sampled_from(LINES), max_size=14), st.sampled_from(ENDINGS))
def test_every_printed_sentence_has_sources_and_nothing_of_the_form_is_left(
    lines: list[str], ending: Ending
) -> None:
    model = Scripted(lambda prompt: Said("\n".join(lines), ending))
    draft = write(model).draft
    composed = compose(assignment())
    assert draft.lines == composed.lines
    assert draft.answers == composed.answers
    notes = {note.number for note in draft.notes}
    for block in blocks(draft):
        assert set(block.notes) <= notes
        if block.sentences:
            assert block.text == " ".join(one.text for one in block.sentences)
            assert any(one.notes or one.answers or one.computed for one in block.sentences)
    text = printed(draft)
    for words in NEVER:
        assert words not in text
