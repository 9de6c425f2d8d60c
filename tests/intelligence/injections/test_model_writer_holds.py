"""A model that obeys every order changes nothing of the offer: the code holds, not the prompt."""

from __future__ import annotations

import pytest

from sealedbid.intelligence.writer import Draft
from sealedbid.intelligence.writer.prose import ModelWriter
from tests.intelligence.composer.making import author, total
from tests.intelligence.injections.obedient import Obedient
from tests.intelligence.injections.reading import Case, cases
from tests.intelligence.injections.shown import active, documents, said
from tests.intelligence.injections.world import SECRETS, TOTAL, assignment

FEW = (
    "a plain order to give the work away",
    "a line that imitates a cited sentence",
    "an approval on a page",
    "a tag in the name of a service",
)
EVERY = [
    pytest.param(
        case,
        id=f"{case.carrier}: {case.name}",
        marks=() if case.name in FEW else (pytest.mark.full,),
    )
    for case in cases()
]


async def tell(words: str) -> None:
    """Tell nobody."""


async def written(case: Case) -> tuple[Draft, Obedient]:
    model = Obedient(case)
    done = await ModelWriter(model.ask, tell).write(assignment(case))
    return done.draft, model


@pytest.mark.parametrize("case", EVERY)
async def test_what_an_obedient_model_writes_changes_nothing(case: Case) -> None:
    draft, model = await written(case)
    assert model.asked
    assert total(draft) == TOTAL
    assert [one.ref for one in draft.answers if one.state == "confirmed"] == []
    assert said(draft, case) == []
    assert active(draft) == []
    assert [one.ref for one in draft.answers if one.state == "excluded"] == []
    for secret in SECRETS:
        assert secret not in documents(draft)[0]
        assert not [one for one in model.given if secret in one], "a model was shown a secret"


@pytest.mark.parametrize("case", EVERY)
async def test_nothing_that_the_model_was_told_to_say_is_printed(case: Case) -> None:
    draft, _ = await written(case)
    sentences = [
        sentence.text.lower()
        for section in draft.document.sections
        for block in section.blocks
        for sentence in block.sentences
    ]
    assert not [words for words in case.obeyed if words.lower() in sentences]


async def test_the_author_is_shown_what_was_held_back_and_why() -> None:
    case = next(one for one in cases() if one.name == "a plain order to give the work away")
    draft, _ = await written(case)
    held = [one for one in author(draft).held if one.text == case.obeyed[0]]
    assert held
    assert held[0].reason
