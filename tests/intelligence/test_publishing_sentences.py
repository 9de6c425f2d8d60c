"""A published draft brings its judged sentences; the next one replaces them."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any
from uuid import UUID

from psycopg import Connection

from sealedbid.content.documents import Document
from sealedbid.content.repository import proposals
from sealedbid.intelligence.brief import read_brief
from sealedbid.intelligence.grounding.models import Reason
from sealedbid.intelligence.publishing import publish
from sealedbid.intelligence.repository import proposal_sentences, sentence_resolutions
from sealedbid.intelligence.reviewing.models import JudgedSentence
from sealedbid.intelligence.writer import Draft
from sealedbid.platform.postgres import Gateway, Transaction
from tests.db.contexts import Lease, Work
from tests.db.documents import add_proposal, within
from tests.fixtures.people import World
from tests.fixtures.tenants import Tenants
from tests.intelligence.judged import CLAIM, SOUND, content

pytest_plugins = ["tests.fixtures.contexts"]

BRIEF = "Bicycles."
REASON = Reason(fault="number", what="40", why="“40” is in no source")


def judged(number: int, text: str, *reasons: Reason) -> JudgedSentence:
    return JudgedSentence(
        section_id="approach",
        block=0,
        number=number,
        text=text,
        verdict="unsupported" if reasons else "supported",
        reasons=reasons,
        notes=(1, 2),
        answers=("deadline",),
    )


async def write(tx: Transaction, proposal_id: UUID, *sentences: JudgedSentence) -> None:
    proposal = await proposals.get(tx, proposal_id)
    assert proposal is not None
    document = Document.model_validate(content(*(one.text for one in sentences)))
    await publish(
        tx,
        uuid.uuid4(),
        proposal_id,
        read_brief(BRIEF, today=date(2026, 11, 27)),
        Draft(title="A site", document=document, notes=(), lines=(), answers=()),
        sentences=sentences,
        text=BRIEF,
        currency="EUR",
        lock_version=proposal.lock_version,
    )


async def test_a_draft_replaces_the_sentences_and_what_people_did_about_them(
    tenants: Tenants,
    worker_gateway: Gateway,
    api: Connection[Any],
    work: Work,
    own_world: World,
) -> None:
    with within(api, own_world.a):
        proposal_id = add_proposal(api, brief=BRIEF)
    lease: Lease = work.lease(own_world.a)
    job = (lease.job_id, lease.token, lease.org_id)
    async with worker_gateway.sealed_job(*job) as tx:
        await write(tx, proposal_id, judged(0, SOUND), judged(1, CLAIM, REASON))
    async with tenants.as_role(own_world.a) as tx:
        first, second = await proposal_sentences.of_proposal(tx, proposal_id)
        assert (first.position, first.text, first.verdict, first.reasons) == (
            *(1, SOUND, "supported"),
            [],
        )
        assert (second.position, second.number, second.verdict) == (2, 1, "unsupported")
        assert second.reasons == [{"fault": "number", "what": "40", "why": REASON.why}]
        assert (second.notes, second.answers) == ([1, 2], ["deadline"])
        await sentence_resolutions.resolve(tx, second.id, "vouched")
    async with worker_gateway.sealed_job(*job) as tx:
        await write(tx, proposal_id, judged(0, CLAIM, REASON))
    async with tenants.as_role(own_world.a) as tx:
        (only,) = await proposal_sentences.of_proposal(tx, proposal_id)
    assert (only.position, only.text, only.resolution) == (1, CLAIM, None)
    async with tenants.as_role(own_world.b, "owner") as tx:
        assert await proposal_sentences.of_proposal(tx, proposal_id) == []
