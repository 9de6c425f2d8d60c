"""The path from knowledge to a proposal, without any comparison to the organization.

Two agencies are in the database. An equal draft shows that the database keeps them apart, not the
statements.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from sealedbid.cli.ingesting import ingest_files
from sealedbid.demo.agency import CONSULTANCY, STUDIO, read_agency
from sealedbid.demo.load import load_agency
from sealedbid.intelligence.export import to_markdown
from sealedbid.platform.postgres import Queries
from tests.fixtures.agencies import Agencies
from tests.fixtures.statements import WRITTEN, without_org_predicate

pytestmark = pytest.mark.full


@pytest.fixture
def stripped(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Strip statements of their organization; returns the names of those used."""
    asked: list[str] = []

    def getitem(self: Queries, name: str) -> str:
        if self.package == "sealedbid.isolation":  # the audit at a worker's start: catalogs only
            return WRITTEN(self, name)
        statement = without_org_predicate(WRITTEN(self, name))
        asked.append(f"{self.package}/{self.table}/{name}")
        return statement

    monkeypatch.setattr(Queries, "__getitem__", getitem)
    return asked


@pytest.mark.parametrize("folder", [STUDIO, CONSULTANCY])
async def test_a_draft_is_the_same(
    agencies: Agencies, folder: str, request: pytest.FixtureRequest
) -> None:
    agency = read_agency(folder)
    brief = agency.brief.read_text(encoding="utf-8")
    written = to_markdown(await agencies.draft(folder, brief, agency.asked_by))
    asked: list[str] = request.getfixturevalue("stripped")
    assert to_markdown(await agencies.draft(folder, brief, agency.asked_by)) == written
    assert len(set(asked)) > 20


async def test_taking_a_file_in_again_replaces_ones_own(
    agencies: Agencies, stripped: list[str], tmp_path: Path
) -> None:
    """Both have a file of the same name and place; one changes, the other's stays."""
    file = tmp_path / "same.md"
    quiet = Console(file=io.StringIO())

    async def take(folder: str, text: str) -> None:
        file.write_text(text)
        taken, failed = await ingest_files(quiet, agencies.acting(folder), file, [file])
        assert (len(taken), failed) == (1, [])

    await take(STUDIO, "# Same\n\nThe studio says this, and nobody else does.\n")
    await take(CONSULTANCY, "# Same\n\nThe consultancy says that, and nobody else does.\n")
    await take(STUDIO, "# Same\n\nThe studio says something else by now.\n")
    found = agencies.behind(
        "select o.name, b.content_text from public.org_brain b"
        " join public.knowledge_sources s on (s.org_id, s.id) = (b.org_id, b.source_id)"
        " join public.organizations o on o.id = b.org_id where s.title = 'Same' order by 1"
    )
    assert found == [
        ("Alder & Finch Studio", "The studio says something else by now."),
        ("Borealis Data Partners", "The consultancy says that, and nobody else does."),
    ]


async def test_an_agency_is_loaded_beside_the_others(
    agencies: Agencies, stripped: list[str]
) -> None:
    """The loader writes rows of its own organization only: all other rows stay."""
    counts = (
        "select org_id, count(*) from public.{} group by 1 order by 1",
        ("proposals", "proposal_line_items", "proposal_versions", "contracts", "clients"),
    )
    before = {table: dict(agencies.behind(counts[0].format(table))) for table in counts[1]}
    third = read_agency(STUDIO)
    people = [
        person.model_copy(update={"email": f"third.{person.email}"}) for person in third.people
    ]
    third = third.model_copy(update={"name": "Third Agency", "people": people})
    loaded = await load_agency(agencies.gateway, agencies.installation.owner, third)
    for table, rows in before.items():
        now = dict(agencies.behind(counts[0].format(table)))
        assert now.pop(loaded.org_id) > 0
        assert now == rows
