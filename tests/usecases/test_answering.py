"""Questions of a proposal: answered, confirmed and taken back, within one organization."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from sealedbid.content.repository import proposals, rfp_requirements
from sealedbid.core.repository import clients
from sealedbid.intelligence.asking.hashing import brief_hash
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.asking.rows import answers_of, question_rows
from sealedbid.intelligence.errors import (
    AnswerRefusedError,
    NotADraftError,
    UnknownQuestionError,
    UnknownRequirementError,
)
from sealedbid.intelligence.repository import proposal_questions
from sealedbid.platform.errors import NotAllowedError
from sealedbid.platform.postgres import Transaction
from sealedbid.system.audit_log.repository import audit_log
from sealedbid.usecases import answering
from sealedbid.usecases.finding import (
    AmbiguousProposalError,
    UnknownProposalError,
    find_proposal,
)
from tests.fixtures.people import World
from tests.fixtures.tenants import Tenants

BRIEF = "We need a website. Dates: 1 May 2027, 2 June 2027."
HASH = brief_hash(BRIEF)
DEADLINE = Question(
    key="deadline",
    text="When must the answer be in?",
    reason="two dates, none says what it is for",
    form="date",
    alternatives=("1 May 2027", "2 June 2027"),
)
PAGES = Question(key="price.site.quantity", text="How many pages?", reason="", form="number")


async def add_proposal(tx: Transaction, refs: tuple[str, ...] = ("R1", "R2", "3.7.4.a")) -> UUID:
    client = await clients.named(tx, "Library") or await clients.add(tx, name="Library")
    proposal_id = await proposals.add(
        tx, client_id=client.id, title="A site", brief=BRIEF, currency="CAD"
    )
    rows = [
        {
            "ref": ref,
            "text": f"It must do {ref}.",
            "kind": "delivery",
            "mandatory": True,
            "position": place,
            "length": 1,
            "section_id": "requirements" if place == 0 else None,
            "answer_state": "suggested" if place == 0 else "open",
        }
        for place, ref in enumerate(refs)
    ]
    await rfp_requirements.replace(tx, proposal_id, rows)
    await proposal_questions.replace(tx, proposal_id, HASH, question_rows([DEADLINE, PAGES]))
    return proposal_id


async def states(tx: Transaction, proposal_id: UUID) -> dict[str, str]:
    return {
        one.ref: one.answer_state for one in await rfp_requirements.of_proposal(tx, proposal_id)
    }


async def answers(tx: Transaction, proposal_id: UUID) -> dict[str, str]:
    return answers_of(await answering.read_questions(tx, proposal_id))


async def test_another_organization_reads_answers_and_confirms_nothing(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.b) as tx:
        theirs = await add_proposal(tx)
    acts: list[Any] = [
        lambda tx: answering.read_questions(tx, theirs),
        lambda tx: answering.answer(tx, theirs, "deadline", "1"),
        lambda tx: answering.take_back(tx, theirs, "deadline"),
        lambda tx: answering.confirm(tx, theirs, ["R1"]),
        lambda tx: find_proposal(tx, str(theirs)),
        lambda tx: find_proposal(tx, str(theirs)[:10]),
    ]
    for act in acts:
        with pytest.raises(UnknownProposalError):
            async with tenants.as_role(own_world.a, "owner") as tx:
                await act(tx)
    async with tenants.as_role(own_world.a, "owner") as tx:
        assert await proposal_questions.of_brief(tx, theirs, HASH) == []
        assert not await proposal_questions.answer(tx, theirs, HASH, "deadline", "1 May 2027")
        assert not await rfp_requirements.set_state(tx, theirs, "R1", "confirmed")
    async with tenants.as_role(own_world.b) as tx:
        assert await answers(tx, theirs) == {}
        assert (await states(tx, theirs))["R1"] == "suggested"


async def test_a_viewer_reads_and_answers_nothing(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.a) as tx:
        proposal_id = await add_proposal(tx)
    async with tenants.as_role(own_world.a, "viewer") as tx:
        assert len(await answering.read_questions(tx, proposal_id)) == 2
    for key in ("deadline", "requirement.R1"):
        with pytest.raises(NotAllowedError):
            async with tenants.as_role(own_world.a, "viewer") as tx:
                await answering.answer(tx, proposal_id, key, "1" if key == "deadline" else "yes")
    async with tenants.as_role(own_world.a) as tx:
        assert await answers(tx, proposal_id) == {}


async def test_an_answer_is_kept_with_who_gave_it_and_recorded(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        proposal_id = await add_proposal(tx)
        assert await answering.answer(tx, proposal_id, "deadline", "2") == "2 June 2027"
        first = (await answering.read_questions(tx, proposal_id))[0]
    member = own_world.a.member
    assert (first.key, first.answer, first.answered_by) == ("deadline", "2 June 2027", member.id)
    assert first.answered_by_name == "Member"
    assert first.answered_at is not None
    async with tenants.as_role(own_world.a, "admin") as tx:
        event = next(e for e in await audit_log.latest(tx) if e.action == answering.ANSWERED)
    assert (event.user_id, event.resource_id) == (member.id, str(proposal_id))
    assert event.detail == {"key": "deadline"}


async def test_asking_again_renews_the_words_and_keeps_the_answer(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        proposal_id = await add_proposal(tx)
        await answering.answer(tx, proposal_id, "deadline", "1 May 2027")
    other = DEADLINE.model_copy(update={"text": "When is it due?", "alternatives": ("3 May 2027",)})
    terms = Question(key="section.terms", text="Which terms?", reason="", form="text")
    async with tenants.as_role(own_world.a, "admin") as tx:
        await proposal_questions.replace(tx, proposal_id, HASH, question_rows([terms, other]))
        found = await answering.read_questions(tx, proposal_id)
    assert [(one.key, one.text, one.answer) for one in found] == [
        ("section.terms", "Which terms?", None),
        ("deadline", "When is it due?", "1 May 2027"),
    ]
    assert found[1].alternatives == ["3 May 2027"]
    assert found[1].answered_by == own_world.a.member.id
    async with tenants.as_role(own_world.a) as tx:
        await proposal_questions.replace(tx, proposal_id, HASH, [])
        assert await answers(tx, proposal_id) == {"deadline": "1 May 2027"}


async def test_another_text_of_the_brief_is_asked_again(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.a) as tx:
        proposal_id = await add_proposal(tx)
        await answering.answer(tx, proposal_id, "deadline", "1")
        await proposals.set_brief(tx, proposal_id, BRIEF + " Or 3 July 2027.", lock_version=0)
        assert await answering.read_questions(tx, proposal_id) == []
        await proposals.set_brief(tx, proposal_id, BRIEF, lock_version=1)
        assert await answers(tx, proposal_id) == {"deadline": "1 May 2027"}


async def test_a_fact_that_nobody_asked_for_can_be_said(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.a) as tx:
        proposal_id = await add_proposal(tx)
        assert await answering.answer(tx, proposal_id, "budget", "$5k") == "5,000 CAD"
        assert await answering.answer(tx, proposal_id, "currency", "usd") == "USD"
        assert await answers(tx, proposal_id) == {"budget": "5,000 CAD", "currency": "USD"}


async def test_a_service_is_chosen_by_saying_how_many(tenants: Tenants, own_world: World) -> None:
    chosen = Question(key="price.training", text="Is it part?", reason="", form="yes")
    async with tenants.as_role(own_world.a) as tx:
        proposal_id = await add_proposal(tx)
        with pytest.raises(UnknownQuestionError):
            await answering.answer(tx, proposal_id, "price.training.quantity", "2")
        await proposal_questions.ask(tx, proposal_id, HASH, question_rows([chosen]))
        assert await answering.answer(tx, proposal_id, "price.training.quantity", "2") == "2"
        assert await answers(tx, proposal_id) == {"price.training.quantity": "2"}


@pytest.mark.parametrize(
    ("key", "value", "refusal", "said"),
    [
        ("deadline", "soon", AnswerRefusedError, "deadline: “soon” is no day"),
        ("price.site.quantity", "some", AnswerRefusedError, "is no number"),
        ("person.lead", "Ada", UnknownQuestionError, "Choose one of deadline, price.site.quantity"),
        ("requirement.R9", "yes", UnknownRequirementError, "no requirement R9. Choose one of R"),
        ("requirement.R1", "maybe", AnswerRefusedError, "neither yes nor no"),
    ],
)
async def test_what_is_no_answer_is_refused_and_nothing_is_kept(
    tenants: Tenants, own_world: World, key: str, value: str, refusal: type[Exception], said: str
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        proposal_id = await add_proposal(tx)
        with pytest.raises(refusal, match=said):
            await answering.answer(tx, proposal_id, key, value)
        assert await answers(tx, proposal_id) == {}


async def test_a_confirmation_holds_at_once_and_can_be_taken_back(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        proposal_id = await add_proposal(tx)
        await answering.confirm(tx, proposal_id, ["R1", "3.7.4.a", "R1"])
        await answering.confirm(tx, proposal_id, ["R2"], applies=False)
        assert await states(tx, proposal_id) == {
            "R1": "confirmed",
            "R2": "excluded",
            "3.7.4.a": "confirmed",
        }
        assert await answers(tx, proposal_id) == {
            "requirement.R1": "yes",
            "requirement.R2": "no",
            "requirement.3.7.4.a": "yes",
        }
        for ref in ("R1", "R2"):
            await answering.take_back(tx, proposal_id, f"requirement.{ref}")
        assert await states(tx, proposal_id) == {
            "R1": "suggested",
            "R2": "open",
            "3.7.4.a": "confirmed",
        }
        with pytest.raises(UnknownQuestionError):
            await answering.take_back(tx, proposal_id, "requirement.R3")


async def test_an_unknown_requirement_confirms_none_and_names_the_near_ones(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        proposal_id = await add_proposal(tx, ("REQ-001", "REQ-002", "C4"))
        with pytest.raises(
            UnknownRequirementError, match=r"req-1\. Choose one of REQ-001, REQ-002"
        ):
            await answering.confirm(tx, proposal_id, ["REQ-001", "req-1"])
        assert set((await states(tx, proposal_id)).values()) == {"suggested", "open"}
        assert await answers(tx, proposal_id) == {}


async def test_a_proposal_that_was_sent_is_not_answered_for(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        proposal_id = await add_proposal(tx)
        await answering.answer(tx, proposal_id, "deadline", "1")
        await proposals.move(tx, proposal_id, "in_review")
        await answering.confirm(tx, proposal_id, ["R1"])
        await proposals.move(tx, proposal_id, "draft")
        await proposals.move(tx, proposal_id, "sent")
        for act in (
            answering.answer(tx, proposal_id, "deadline", "2"),
            answering.take_back(tx, proposal_id, "deadline"),
            answering.confirm(tx, proposal_id, ["R2"]),
        ):
            with pytest.raises(NotADraftError, match="sent"):
                await act


async def test_a_proposal_is_found_by_its_id_or_the_beginning_of_it(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        one = await add_proposal(tx)
        for text in (str(one), str(one).upper(), one.hex, str(one)[:30], f" {one} "):
            assert await find_proposal(tx, text) == one
        for text in ("", "-", "no id", "%", "f" * 32, f"{one}0"):
            with pytest.raises(UnknownProposalError, match="proposals list"):
                await find_proposal(tx, text)
        other = await add_proposal(tx)
        shared = next(n for n in range(36) if str(one)[n] != str(other)[n])
        if shared:
            with pytest.raises(AmbiguousProposalError, match=str(other)):
                await find_proposal(tx, str(one)[:shared])
        assert await find_proposal(tx, str(one)[: shared + 1]) == one
