"""A draft that is requested: its client, its proposal and its job, or nothing."""

from __future__ import annotations

import pytest

from sealedbid.content.repository import proposals
from sealedbid.core.repository import clients
from sealedbid.intelligence.knowledge.reading import TextFile, read_text
from sealedbid.platform.errors import NotAllowedError
from sealedbid.system.jobs.repository import jobs
from sealedbid.usecases.drafting import NotABriefError, NotAClientError, request_draft
from sealedbid.usecases.watching import look
from tests.fixtures.people import World
from tests.fixtures.tenants import Tenants


def brief(text: str = "# A site\n\nWe need a website with 12 pages.\n") -> TextFile:
    return read_text("brief.md", text.encode())


async def test_a_client_of_the_other_organization_is_none_of_ours(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.b) as tx:
        theirs = await request_draft(tx, brief(), "Library")
    async with tenants.as_role(own_world.a) as tx:
        assert (await request_draft(tx, brief(), "Library")).client_is_new
        assert await look(tx, theirs.job_id) is None
        assert await proposals.get(tx, theirs.proposal_id) is None


async def test_a_viewer_requests_nothing(tenants: Tenants, world: World) -> None:
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a, "viewer") as tx:
            await request_draft(tx, brief(), "Library")


async def test_a_known_client_is_found_and_a_new_one_added(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        library = await clients.add(tx, name="Library")
        known = await request_draft(tx, brief(), "Library")
        new = await request_draft(tx, brief(), "Museum")
        assert (known.client_is_new, new.client_is_new) == (False, True)
        proposal = await proposals.get(tx, known.proposal_id)
        assert proposal is not None
        assert (proposal.client_id, proposal.title) == (library.id, "A site")
        assert (proposal.currency, proposal.brain_status) == ("EUR", "queued")
        job = await jobs.get(tx, known.job_id)
        assert job is not None
        assert (job.job_type, job.status) == ("proposal.draft", "queued")


@pytest.mark.parametrize(
    ("text", "client", "refusal"),
    [
        ("Hello", "Library", NotABriefError),
        ("We need a website.", " ", NotAClientError),
        ("We need a website.", "x" * 201, NotAClientError),
    ],
)
async def test_what_cannot_be_drafted_leaves_nothing(
    tenants: Tenants, own_world: World, text: str, client: str, refusal: type[Exception]
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        with pytest.raises(refusal):
            await request_draft(tx, brief(text), client)
        assert await clients.page(tx) == []
        assert await jobs.latest(tx) == []


async def test_a_job_that_was_cancelled_says_that_there_is_no_draft(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        requested = await request_draft(tx, brief(), "Library")
        seen = await look(tx, requested.job_id)
        assert seen is not None
        assert (seen.is_done, seen.failure, seen.attempts) == (False, None, {})
        await jobs.stop(tx, "not needed", job=requested.job_id)
        seen = await look(tx, requested.job_id)
        assert seen is not None
        assert seen.failure is not None
