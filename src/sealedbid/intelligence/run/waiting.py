"""A run that stops before it plans, with questions to people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from sealedbid.content.repository import proposals
from sealedbid.intelligence.asking.answers import with_answers
from sealedbid.intelligence.asking.facts import most_of, questions_of
from sealedbid.intelligence.asking.hashing import brief_hash
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.asking.rows import answers_of, question_rows
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.repository import agent_runs, proposal_questions
from sealedbid.intelligence.run.beginning import begin_with
from sealedbid.intelligence.run.step import Stored
from sealedbid.system.jobs.running import RunningJob


class Read(Stored):
    """The values of a run that tell what is open."""

    text: str
    brief: Brief
    answers: dict[str, str]


class NeedsInput(BaseModel):
    """The result of a job that stopped with questions; ``needs_input`` has their keys."""

    proposal_id: UUID
    run_id: UUID
    needs_input: list[str]


def open_questions(values: Mapping[str, Any]) -> tuple[Question, ...]:
    """The questions about facts that matter and that nobody has answered."""
    read = Read.model_validate({name: values[name] for name in Read.model_fields})
    facts = with_answers(read.brief.facts, read.answers)
    return questions_of(facts, most=most_of(read.text))


async def wait_for(
    job: RunningJob,
    run_id: UUID,
    proposal_id: UUID,
    questions: tuple[Question, ...],
    values: Mapping[str, Any],
) -> dict[str, Any] | None:
    """Keep the questions, and end the job; the run goes on with another one.

    Where people have answered all of them since the run began, it does not wait: the values that
    it goes on with. Asking locks the questions, so an answer comes before it is read here, or
    finds a run that waits.
    """
    keys = [question.key for question in questions]
    async with job.sealed() as tx:
        sha256 = brief_hash(values["text"])
        await proposal_questions.ask(tx, proposal_id, sha256, question_rows(questions))
        answers = answers_of(await proposal_questions.of_brief(tx, proposal_id, sha256))
        if set(keys) <= set(answers) and answers != values["answers"]:
            proposal = await proposals.get(tx, proposal_id)
            if proposal is not None:
                return await begin_with(tx, proposal)
        await agent_runs.end(tx, run_id, "needs_input", waits_for=keys)
        await proposals.set_brain_status(tx, proposal_id, "needs_input")
        await job.finish(tx, NeedsInput(proposal_id=proposal_id, run_id=run_id, needs_input=keys))
    return None
