"""Jobs of a proposal that has had others: each ends, tries again and publishes its own alone."""

from __future__ import annotations

import pytest

from sealedbid.usecases.drafting import request_redraft
from sealedbid.usecases.running import cancel_run
from tests.fixtures.desk import Counted, Desk


@pytest.mark.full
async def test_an_old_run_that_is_cancelled_leaves_the_job_of_another(desk: Desk) -> None:
    proposal_id, run_id = await desk.draft()
    async with desk.sealed() as tx:
        other = await request_redraft(tx, proposal_id, writer=Counted.name)
        assert await cancel_run(tx, run_id) is False
    found = desk.behind("select status from public.jobs where id = %s", other.job_id)
    assert found == [("queued",)]
    await desk.work()
    assert desk.behind("select count(*) from public.proposal_versions") == [(2,)]
