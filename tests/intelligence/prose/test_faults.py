"""Faults of a model after it has written: what was paid for stays, and the rest is composed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sealedbid.intelligence.llm import Prompt
from sealedbid.intelligence.llm.errors import (
    KeyRefusedError,
    ModelError,
    PromptTooLongError,
    QuotaSpentError,
    RequestRejectedError,
)
from sealedbid.intelligence.writer import Written
from sealedbid.intelligence.writer.composer import compose
from tests.intelligence.composer.making import author
from tests.intelligence.prose.scripted import Said, Scripted
from tests.intelligence.prose.world import assignment, is_of, section, write
from tests.intelligence.prose.writers import faithful

FATAL = [QuotaSpentError("http://model"), KeyRefusedError("http://model", "small", "a file")]
REJECTED = RequestRejectedError("http://model", "the words are not allowed")


def of(kind: str, otherwise: Callable[[Prompt], ModelError | Said | str]) -> Scripted:
    """A model that is faithful in sections of this kind."""
    return Scripted(lambda prompt: faithful(prompt) if is_of(prompt, kind) else otherwise(prompt))


def sentences(written: Written, kind: str) -> int:
    """The number of sentences that the model has in a section."""
    return sum(
        len(block.sentences)
        for block in section(written.draft, kind).blocks
        if block.label != "In brief"
    )


def checks(written: Written) -> str:
    return "\n".join(author(written.draft).checks)


@pytest.mark.parametrize("fault", FATAL)
def test_a_fault_that_no_retry_mends_throws_nothing_away(fault: ModelError) -> None:
    model = of("approach", lambda prompt: fault)
    written = write(model)
    assert sentences(written, "approach")
    assert not sentences(written, "people")
    assert len(model.asked) == 2
    assert f"{fault} The sections after it are composed" in checks(written)
    assert written.usage.tokens_in
    with pytest.raises(type(fault)):
        write(Scripted(lambda prompt: fault))


def test_a_section_that_the_server_rejects_is_composed_and_the_others_are_written() -> None:
    written = write(
        Scripted(lambda prompt: REJECTED if is_of(prompt, "people") else faithful(prompt))
    )
    composed = section(compose(assignment()), "people")
    kept = section(written.draft, "people")
    assert [block.text for block in kept.blocks] == [block.text for block in composed.blocks]
    assert sentences(written, "approach")
    assert sentences(written, "cases")
    assert "is without the model's text: http://model rejects" in checks(written)
    with pytest.raises(RequestRejectedError):
        write(Scripted(lambda prompt: REJECTED))


@pytest.mark.parametrize("fault", [*FATAL, REJECTED])
def test_a_fault_inside_a_section_keeps_the_part_that_was_written(fault: ModelError) -> None:
    """The first section is asked for in two requests, and the second one fails."""
    answered: list[Prompt] = []

    def lines(prompt: Prompt) -> ModelError | str:
        if not is_of(prompt, "approach"):
            return faithful(prompt)
        if prompt.task.count("\nP | ") > 1:
            return PromptTooLongError("small")
        if answered:
            return fault
        answered.append(prompt)
        return faithful(prompt)

    written = write(Scripted(lines))
    assert sentences(written, "approach")
    assert bool(sentences(written, "people")) is (fault is REJECTED)
    assert f"is short; what was checked is kept. The reason: {fault}" in checks(written)


def test_the_author_is_told_of_each_model_that_wrote() -> None:
    written = write(of("approach", lambda prompt: Said(faithful(prompt), model="another")))
    assert written.by == "scripted, another"
    assert written.draft.document.composed_by == "model:scripted, another"
    refusing = write(of("approach", lambda prompt: Said("I cannot.", "refused", model="another")))
    assert refusing.by == "scripted"
