"""Drafting: a brief becomes a proposal, which a worker writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sealedbid.content.repository import proposal_versions, proposals
from sealedbid.core.repository import clients, organizations
from sealedbid.intelligence.asking.facts import most_of, questions_of
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.brief import read_brief
from sealedbid.intelligence.errors import NotADraftError, RunAtWorkError
from sealedbid.intelligence.export import author_of, in_short, made_by, to_html, to_markdown
from sealedbid.intelligence.jobs import draft
from sealedbid.intelligence.knowledge.reading import TextFile
from sealedbid.intelligence.models import RunMode
from sealedbid.intelligence.presenting import present
from sealedbid.intelligence.repository import agent_runs
from sealedbid.intelligence.run.asked import DraftPayload
from sealedbid.intelligence.run.resuming import prepare
from sealedbid.intelligence.writer.composer import COMPOSER
from sealedbid.platform.errors import ValueRefusedError
from sealedbid.platform.postgres import Transaction
from sealedbid.system.jobs.repository import jobs
from sealedbid.usecases.answering import store_answers
from sealedbid.usecases.finding import get_proposal
from sealedbid.usecases.running import job_at

SHORTEST = 10  # characters of a brief
LONGEST_NAME = 200  # characters of a client's name, as the database has it
LONGEST_TITLE = 300


class NotABriefError(ValueRefusedError):
    """The file is too short to be a brief."""


class NotAClientError(ValueRefusedError):
    """The client's name is empty or too long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requested:
    """A draft that was requested."""

    proposal_id: UUID
    job_id: UUID
    client_is_new: bool = False


def check_request(brief: TextFile, client: str) -> None:
    """Raise NotABriefError or NotAClientError if no draft can be requested with these."""
    if len(brief.text.strip()) < SHORTEST:
        raise NotABriefError(
            f"{brief.name} holds no brief: write at least a sentence.", field="brief"
        )
    if not 0 < len(client.strip()) <= LONGEST_NAME:
        raise NotAClientError(
            f"The client's name is empty or too long: give it 1 to {LONGEST_NAME} characters.",
            field="client",
        )


def questions_before(brief: str, *, today: date) -> tuple[Question, ...]:
    """Return the questions about facts that a brief leaves unsure, to be asked before a draft."""
    facts = read_brief(brief, today=today).facts
    return questions_of(facts, most=most_of(brief))


async def request_draft(
    tx: Transaction,
    brief: TextFile,
    client: str,
    *,
    mode: RunMode = "fast",
    writer: str = COMPOSER,
    model: str | None = None,
    asks: bool = True,
    questions: Sequence[Question] = (),
    answers: Mapping[str, str] | None = None,
) -> Requested:
    """Find or add the client, add a proposal, and enqueue the job that drafts it.

    ``answers`` to ``questions`` are kept with the proposal, checked already; the draft has them.
    ``mode``, ``writer``, ``model`` and ``asks`` are those of DraftPayload. Raises NotABriefError,
    NotAClientError.
    """
    check_request(brief, client)
    known = await clients.named(tx, client)
    client_id = (known or await clients.add(tx, name=client)).id
    organization = await organizations.get(tx)
    assert organization is not None  # the transaction is in it
    proposal_id = await proposals.add(
        tx,
        client_id=client_id,
        title=brief.title[:LONGEST_TITLE],
        brief=brief.text,
        currency=organization.currency,
        brain_status="queued",
    )
    await store_answers(tx, proposal_id, brief.text, questions, answers or {})
    payload = DraftPayload(
        proposal_id=proposal_id, mode=mode, writer=writer, model=model, asks=asks
    )
    job = await draft.enqueue(tx, payload, unique_key=str(proposal_id))
    return Requested(proposal_id=proposal_id, job_id=job.id, client_is_new=known is None)


async def request_redraft(
    tx: Transaction,
    proposal_id: UUID,
    *,
    mode: RunMode = "fast",
    writer: str = COMPOSER,
    model: str | None = None,
    asks: bool = True,
) -> Requested:
    """Enqueue a job that drafts the proposal again, in a run of its own, with the answers by now.

    What a person has written into the proposal is kept as a version. Raises UnknownProposalError,
    NotADraftError, RunAtWorkError.
    """
    proposal = await get_proposal(tx, proposal_id)
    if proposal.status != "draft":
        raise NotADraftError(proposal.status)
    key = str(proposal_id)
    if await jobs.pending(tx, draft.name, key) is not None:
        raise RunAtWorkError
    await proposal_versions.freeze_edits(tx, proposal_id)
    await proposals.set_brain_status(tx, proposal_id, "queued")
    payload = DraftPayload(
        proposal_id=proposal_id,
        lock_version=proposal.lock_version,
        mode=mode,
        writer=writer,
        model=model,
        asks=asks,
    )
    job = await draft.enqueue(tx, payload, unique_key=key)
    return Requested(proposal_id=proposal_id, job_id=job.id)


async def request_resume(
    tx: Transaction,
    run_id: UUID,
    step: str | None = None,
    edits: Mapping[str, Any] | None = None,
    *,
    writer: str | None = None,
    model: str | None = None,
) -> Requested | None:
    """Enqueue the job that resumes a run; None if there is no such run.

    ``step`` is the one to begin with, and ``edits`` has the fields of its input to change. Without
    a step only what has another input by now, or no output, is done; open questions stay open. A
    job that does that already is returned. The run keeps its writer and its model, unless a
    ``writer`` is given. Raises RunAtWorkError, and the errors of ``prepare``.
    """
    at_work = None if step is not None else await job_at(tx, run_id)
    run = None if at_work is None else await agent_runs.get(tx, run_id)
    if at_work is not None and run is not None:
        return Requested(proposal_id=run.proposal_id, job_id=at_work)
    payload = await prepare(tx, run_id, step, edits, writer=writer, model=model)
    if payload is None:
        return None
    key = str(payload.proposal_id)
    if await jobs.pending(tx, draft.name, key) is not None:
        raise RunAtWorkError
    await proposals.set_brain_status(tx, payload.proposal_id, "queued")
    job = await draft.enqueue(tx, payload, unique_key=key)
    return Requested(proposal_id=payload.proposal_id, job_id=job.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """A draft as its readers get it: the client's two forms, and the author's document.

    ``in_short`` are the author's lines for a terminal, ``made_by`` names the models that made the
    draft; it is empty if none did. ``author`` is empty for a proposal that a person wrote.
    """

    proposal_id: UUID
    markdown: str
    html: str
    author: str
    in_short: list[str]
    made_by: str


async def as_documents(tx: Transaction, proposal_id: UUID) -> Documents | None:
    """Write the documents of a proposal, or return None if there is none."""
    shown = await present(tx, proposal_id)
    if shown is None:
        return None
    return Documents(
        proposal_id=proposal_id,
        markdown=to_markdown(shown),
        html=to_html(shown),
        author=author_of(shown),
        in_short=in_short(shown),
        made_by=made_by(shown),
    )
