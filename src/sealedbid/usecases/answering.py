"""Answering: what only a person can say about a proposal, asked once and remembered."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from typing import Final
from uuid import UUID

from sealedbid.content.models import Proposal, ProposalStatus
from sealedbid.content.repository import rfp_requirements
from sealedbid.intelligence.asking.hashing import brief_hash
from sealedbid.intelligence.asking.kinds import MATTER
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.asking.parsing import NO, YES, check_answer
from sealedbid.intelligence.asking.requirements import PREFIX, STATES, requirement_question
from sealedbid.intelligence.asking.rows import question_of, question_rows
from sealedbid.intelligence.errors import (
    NotADraftError,
    UnknownQuestionError,
    UnknownRequirementError,
)
from sealedbid.intelligence.models import ProposalQuestion
from sealedbid.intelligence.repository import proposal_questions
from sealedbid.platform.postgres import Transaction
from sealedbid.system.audit_log.repository import audit_log
from sealedbid.usecases.finding import get_proposal
from sealedbid.usecases.running import go_on

ANSWERED: Final = "proposal.answered"
STILL_WRITTEN: Final[frozenset[ProposalStatus]] = frozenset({"draft", "in_review"})
QUANTITY: Final = ".quantity"  # ends the key of a service's number
MOST_NEAR: Final = 5  # names that a refusal lists


async def read_questions(tx: Transaction, proposal_id: UUID) -> list[ProposalQuestion]:
    """Return the questions about the brief as it is now, open and answered."""
    proposal = await get_proposal(tx, proposal_id)
    return await proposal_questions.of_brief(tx, proposal_id, brief_hash(proposal.brief))


async def store_answers(
    tx: Transaction,
    proposal_id: UUID,
    brief: str,
    questions: Sequence[Question],
    answers: Mapping[str, str],
) -> None:
    """Keep questions about a brief, and the checked answers that a person has given already."""
    sha256 = brief_hash(brief)
    await proposal_questions.ask(tx, proposal_id, sha256, question_rows(questions))
    for key, answer in answers.items():
        await proposal_questions.answer(tx, proposal_id, sha256, key, answer)
        await _record(tx, proposal_id, key)


async def answer(tx: Transaction, proposal_id: UUID, key: str, text: str) -> str:
    """Answer a question, or say a fact that nobody asked for; return the answer as it is kept.

    With the last answer that a run waits for, the run goes on. Raises UnknownQuestionError,
    UnknownRequirementError, AnswerRefusedError, NotADraftError.
    """
    proposal = await _editable(tx, proposal_id)
    sha256 = brief_hash(proposal.brief)
    row = await proposal_questions.get(tx, proposal_id, sha256, key)
    ref = key.removeprefix(PREFIX) if key.startswith(PREFIX) else None
    if ref is not None:
        await _known(tx, proposal_id, [ref])
    asked = [] if row else await proposal_questions.of_brief(tx, proposal_id, sha256)
    question = question_of(row) if row else _unasked(key, {one.key for one in asked})
    if question is None:
        raise UnknownQuestionError(key, [*(one.key for one in asked), *MATTER])
    kept = check_answer(question, text, currency=proposal.currency)
    if row is None:
        await proposal_questions.ask(tx, proposal_id, sha256, question_rows([question]))
    await proposal_questions.answer(tx, proposal_id, sha256, key, kept)
    if ref is not None:
        await rfp_requirements.set_state(tx, proposal_id, ref, STATES[kept])
    await _record(tx, proposal_id, key)
    await go_on(tx, proposal)
    return kept


async def take_back(tx: Transaction, proposal_id: UUID, key: str) -> None:
    """Take an answer back: the question is open again.

    Raises UnknownQuestionError, NotADraftError.
    """
    proposal = await _editable(tx, proposal_id)
    sha256 = brief_hash(proposal.brief)
    if not await proposal_questions.answer(tx, proposal_id, sha256, key, None):
        asked = await proposal_questions.of_brief(tx, proposal_id, sha256)
        raise UnknownQuestionError(key, [one.key for one in asked if one.answer is not None])
    if key.startswith(PREFIX):
        await rfp_requirements.reopen(tx, proposal_id, key.removeprefix(PREFIX))
    await _record(tx, proposal_id, key)


async def confirm(
    tx: Transaction, proposal_id: UUID, refs: Sequence[str], *, applies: bool = True
) -> None:
    """Confirm the answers to requirements, or say that these do not apply: all of them or none.

    Raises UnknownRequirementError, NotADraftError.
    """
    await _editable(tx, proposal_id)
    await _known(tx, proposal_id, refs)
    for ref in dict.fromkeys(refs):
        key = requirement_question(ref).key
        await answer(tx, proposal_id, key, YES if applies else NO)


async def _known(tx: Transaction, proposal_id: UUID, refs: Sequence[str]) -> None:
    known = [one.ref for one in await rfp_requirements.of_proposal(tx, proposal_id)]
    for ref in refs:
        if ref not in known:
            by_case = {one.casefold(): one for one in known}
            near = get_close_matches(ref.casefold(), by_case, n=MOST_NEAR, cutoff=0.5)
            raise UnknownRequirementError(ref, [by_case[one] for one in near] or known[:MOST_NEAR])


def _unasked(key: str, keys: Collection[str]) -> Question | None:
    """The question that an unasked answer belongs to: about a fact, or a requirement.

    How many of a service is asked when it is chosen: to say so at once chooses it.
    """
    if key.endswith(QUANTITY) and key.removesuffix(QUANTITY) in keys:
        return Question(key=key, text="What quantity is offered?", reason="", form="number")
    if key.startswith(PREFIX):
        return requirement_question(key.removeprefix(PREFIX))
    for kind, asked in MATTER.items():
        if kind == key:
            return Question(key=key, text=asked.text, reason="", form=asked.form)
    return None


async def _editable(tx: Transaction, proposal_id: UUID) -> Proposal:
    proposal = await get_proposal(tx, proposal_id)
    if proposal.status not in STILL_WRITTEN:
        raise NotADraftError(proposal.status)
    return proposal


async def _record(tx: Transaction, proposal_id: UUID, key: str) -> None:
    await audit_log.record(
        tx,
        ANSWERED,
        resource_type="proposals",
        resource_id=str(proposal_id),
        detail={"key": key},
    )
