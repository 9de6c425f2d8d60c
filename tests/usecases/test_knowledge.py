"""Sources: one for each origin of an organization, and the same bytes once."""

from __future__ import annotations

from functools import partial

import pytest

from sealedbid.intelligence.embedding import open_embedder
from sealedbid.intelligence.errors import DeepFile, EmptyFile
from sealedbid.intelligence.repository import knowledge_sources, org_brain
from sealedbid.platform.errors import NotAllowedError
from sealedbid.platform.postgres import Transaction
from sealedbid.usecases.knowledge import Learned, Source, content_type_of, learn
from tests.fixtures.people import Organization, World
from tests.fixtures.tenants import Tenants

EMBEDDER = open_embedder("hashed")


class Pupil:
    """A person who teaches their organization."""

    def __init__(self, tenants: Tenants, organization: Organization, role: str = "member") -> None:
        self.sealed = partial(tenants.as_role, organization, role)

    async def learn(self, origin: str, text: str) -> Learned:
        name = origin.rpartition("/")[2]
        source = Source(name=name, origin=origin, content=text.encode())
        return await learn(self.sealed, source, EMBEDDER, "policy")

    async def texts(self, origin: str) -> list[str]:
        async with self.sealed() as tx:
            return await texts_at(tx, origin)


async def texts_at(tx: Transaction, origin: str) -> list[str]:
    found = await knowledge_sources.at(tx, origin)
    if found is None:
        return []
    return [passage.content_text for passage in await org_brain.of_sources(tx, [found.id])]


@pytest.fixture
def pupil(tenants: Tenants, own_world: World) -> Pupil:
    return Pupil(tenants, own_world.a)


async def test_the_other_organization_has_its_own_of_the_same_origin(
    pupil: Pupil, tenants: Tenants, own_world: World
) -> None:
    other = Pupil(tenants, own_world.b)
    assert (await pupil.learn("k/us.md", "We are four.")).outcome == "added"
    assert await other.texts("k/us.md") == []
    assert (await other.learn("k/us.md", "We are nine.")).outcome == "added"
    assert (await other.learn("k/ours.md", "We are four.")).outcome == "added"
    assert await pupil.texts("k/us.md") == ["We are four."]


async def test_a_viewer_teaches_nothing(tenants: Tenants, own_world: World) -> None:
    with pytest.raises(NotAllowedError):
        await Pupil(tenants, own_world.a, "viewer").learn("k/us.md", "We are four.")


async def test_the_same_again_changes_nothing_and_other_text_replaces_it(pupil: Pupil) -> None:
    assert (await pupil.learn("k/us.md", "We are four.")).outcome == "added"
    assert (await pupil.learn("k/us.md", "We are four.")).outcome == "unchanged"
    assert (await pupil.learn("k/us.md", "We are five.")).outcome == "changed"
    assert await pupil.texts("k/us.md") == ["We are five."]


async def test_the_same_bytes_of_another_origin_are_there_already(pupil: Pupil) -> None:
    await pupil.learn("k/us.md", "We are four.")
    assert (await pupil.learn("copy/us.md", "We are four.")).outcome == "copied"
    assert await pupil.texts("copy/us.md") == []


async def test_files_of_the_same_name_are_told_apart_by_their_folders(pupil: Pupil) -> None:
    assert (await pupil.learn("voice/read.md", "We say you.")).outcome == "added"
    assert (await pupil.learn("policies/read.md", "We test.")).outcome == "added"
    assert await pupil.texts("voice/read.md") == ["We say you."]


async def test_a_source_that_cannot_be_kept_is_refused(pupil: Pupil) -> None:
    with pytest.raises(EmptyFile, match=r"^us\.md has no text"):
        await pupil.learn("k/us.md", " \n")
    with pytest.raises(DeepFile, match="name a folder further down"):
        await pupil.learn("k/" * 1000 + "us.md", "We are four.")


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("knowledge/case-studies/a.md", "case_study"),
        ("knowledge/Past_Proposals/2024/a.md", "past_proposal"),
        ("voice/faq/a.md", "faq"),
        ("voice.md", "policy"),
    ],
)
def test_the_nearest_folder_tells_the_kind(path: str, content_type: str) -> None:
    assert content_type_of(path) == content_type
