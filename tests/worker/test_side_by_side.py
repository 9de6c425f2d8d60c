"""One worker, jobs of several organizations at the same time: each sees its own."""

from __future__ import annotations

import psycopg
import pytest

from sealedbid.demo.agency import FOLDERS
from sealedbid.intelligence.export import to_markdown
from sealedbid.intelligence.presenting import present
from sealedbid.platform.postgres.errors import DatabaseUnreachableError
from sealedbid.platform.postgres.faults import is_gone
from sealedbid.worker.run import run_worker
from tests.fixtures.agencies import Agencies


@pytest.mark.full
async def test_drafts_of_two_agencies_run_beside_each_other(agencies: Agencies) -> None:
    asked = [
        (folder, (await agencies.ask(folder, agency.brief.read_text(), agency.asked_by))[0])
        for _ in range(3)
        for folder, agency in ((f, agencies.by_folder[f].agency) for f in FOLDERS)
    ]
    await run_worker(agencies.installation.settings, concurrency=4, until_idle=True, lease=60)
    texts: dict[str, set[str]] = {folder: set() for folder in FOLDERS}
    for folder, proposal_id in asked:
        async with agencies.acting(folder).sealed() as tx:
            presented = await present(tx, proposal_id)
        assert presented is not None
        texts[folder].add(to_markdown(presented))
    for folder, written in texts.items():
        assert len(written) == 1  # three times the same
        others = [agencies.by_folder[other].agency for other in FOLDERS if other != folder]
        for other in others:
            assert other.name not in "".join(written)


@pytest.mark.parametrize(
    ("error", "gone"),
    [
        (psycopg.OperationalError("the connection is closed"), True),
        (psycopg.errors.AdminShutdown(), True),
        (DatabaseUnreachableError("no connection"), True),
        (psycopg.errors.InvalidAuthorizationSpecification(), False),
        (psycopg.errors.SerializationFailure(), False),
        (psycopg.errors.UniqueViolation(), False),
        (ValueError(), False),
    ],
)
def test_what_says_that_the_database_is_away(error: Exception, gone: bool) -> None:
    """Among the errors that psycopg calls operational, a refusal is an answer."""
    assert is_gone(error) is gone
