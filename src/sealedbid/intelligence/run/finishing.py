"""The end of a run: the proposal, the run and the job, in one transaction."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from pydantic import BaseModel

from sealedbid.content.repository import proposals
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.publishing import publish
from sealedbid.intelligence.repository import agent_runs
from sealedbid.intelligence.reviewing.models import JudgedSentence
from sealedbid.intelligence.run.asked import DraftPayload
from sealedbid.intelligence.run.begun import Begun
from sealedbid.intelligence.run.standing import Standing
from sealedbid.intelligence.run.step import Stored
from sealedbid.intelligence.writer import Draft
from sealedbid.system.jobs.running import RunningJob


class Finished(Stored):
    """The values of a run that become the proposal."""

    text: str
    brief: Brief
    draft: Draft
    currency: str
    sentences: tuple[JudgedSentence, ...]


class Drafted(BaseModel):
    """The result of the job; ``unsupported`` counts the sentences that no source supports.

    ``version`` is None if nothing has changed since the newest draft, which stays as it is.
    ``limit`` is that which ended a model's part of it, if one did.
    """

    proposal_id: UUID
    version: int | None
    unsupported: int
    limit: str | None = None


def with_told(draft: Draft, at: Standing) -> Draft:
    """The draft whose author is told what the steps before and after it have to say to them."""
    author = draft.document.author
    told = [words for one in at.attempts.values() for words in (one.output or {}).get("told", ())]
    if author is None or not told:
        return draft
    checks = [*author.checks, *dict.fromkeys(told)]
    told_author = author.model_copy(update={"checks": checks})
    return replace(draft, document=draft.document.model_copy(update={"author": told_author}))


async def finish(job: RunningJob, asked: DraftPayload, begun: Begun, at: Standing) -> None:
    """Publish the draft, and end the run and the job with it.

    Where the newest draft stands on the same attempts, nothing is published: it stays, with what
    people have done about it. A run of which a limit ended a model's part is limited, and says so.
    Raises JobFailedError if a person has edited the proposal since.
    """
    done = Finished.model_validate({name: at.values[name] for name in Finished.model_fields})
    limited = next((one.error for one in at.attempts.values() if one.error), None)
    stands_on = [one.id for one in at.attempts.values()]
    is_new = set(stands_on) != begun.published
    async with job.sealed() as tx:
        version = None
        if is_new:
            version = await publish(
                tx,
                begun.run_id,
                asked.proposal_id,
                done.brief,
                with_told(done.draft, at),
                sentences=done.sentences,
                text=done.text,
                currency=done.currency,
                lock_version=asked.lock_version,
            )
            await agent_runs.publish(tx, begun.run_id, stands_on)
        else:
            await proposals.set_brain_status(tx, asked.proposal_id, "done")
        await agent_runs.end(tx, begun.run_id, "limited" if limited else "done", error=limited)
        await job.finish(
            tx,
            Drafted(
                proposal_id=asked.proposal_id,
                version=version,
                unsupported=sum(one.verdict == "unsupported" for one in done.sentences),
                limit=limited["limit"] if limited else None,
            ),
        )
