"""Files that are gone: found in their own folder only, and forgotten with all that was made."""

from __future__ import annotations

import hashlib
from functools import partial
from random import Random
from typing import Any

import pytest

from sealedbid.intelligence.embedding import open_embedder
from sealedbid.intelligence.knowledge.folder import Folder
from sealedbid.intelligence.models import KnowledgeSource
from sealedbid.intelligence.repository import knowledge_sources, org_brain
from sealedbid.usecases.knowledge import (
    Gone,
    Learned,
    Source,
    content_type_of,
    find_gone,
    forget,
    learn,
    settle,
)
from tests.fixtures.people import Organization, World
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants

EMBEDDER = open_embedder("hashed")
Files = dict[str, str]


def place(machine: str, origin: str) -> bytes:
    return hashlib.sha256(f"{machine}:{origin}".encode()).digest()


class Library:
    """Folders of an organization, ingested by a member of it."""

    def __init__(self, tenants: Tenants, organization: Organization, role: str = "admin") -> None:
        self.sealed = partial(tenants.as_role, organization, role)
        self.org_id = organization.id

    async def ingest(
        self,
        origin: str,
        files: Files,
        *,
        at: str = "here",
        unseen: frozenset[str] = frozenset(),
        is_moved: bool = False,
    ) -> tuple[list[Learned], Gone]:
        """Ingest a folder with these texts by their paths below it, empty ones unreadable."""
        texts = {f"{origin}/{path}": text for path, text in files.items()}
        folder = Folder(
            origin=origin,
            files=frozenset(texts),
            unseen=frozenset(f"{origin}/{path}" for path in unseen),
            place_of=partial(place, at),
            is_moved=is_moved,
        )
        learned: dict[str, Learned] = {}

        async def ingest(path: str) -> None:
            learned[path] = await learn(
                self.sealed,
                Source(name=path, origin=path, content=texts[path].encode(), place=place(at, path)),
                EMBEDDER,
                content_type_of(path),
                folder=folder,
            )

        for path in sorted(path for path, text in texts.items() if text):
            await ingest(path)
        async with self.sealed() as tx:
            unsettled = await settle(tx, folder, list(learned.values()))
        for path in unsettled:
            await ingest(path)
        async with self.sealed() as tx:
            found = list(learned.values())
            return found, await find_gone(tx, folder, found)

    async def known(self) -> dict[str, list[str]]:
        """The passages of all sources below the folder k, by origin."""
        async with self.sealed() as tx:
            found = [
                *await knowledge_sources.below(tx, "k"),
                *await knowledge_sources.below(tx, "l"),
            ]
            return {
                str(one.origin): [m.content_text for m in await org_brain.of_sources(tx, [one.id])]
                for one in found
            }


def outcomes(learned: list[Learned]) -> dict[str, str]:
    return {one.origin: one.outcome for one in learned}


def origins(sources: tuple[KnowledgeSource, ...]) -> list[str | None]:
    return [source.origin for source in sources]


@pytest.fixture
def library(tenants: Tenants, own_world: World) -> Library:
    return Library(tenants, own_world.a)


TWO = {"a.md": "We are four.", "b.md": "We are quick."}


async def test_the_other_organizations_equal_origins_stay(
    library: Library, tenants: Tenants, own_world: World
) -> None:
    other = Library(tenants, own_world.b)
    for one in (other, library):
        await one.ingest("k", TWO)
    _, gone = await library.ingest("k", {"a.md": "We are four."})
    assert origins(gone.sources) == ["k/b.md"]
    assert await forget(other.sealed, gone.sources) == []  # it sees none of them
    assert await forget(library.sealed, gone.sources) == list(gone.sources)
    assert await library.known() == {"k/a.md": ["We are four."]}
    assert await other.known() == {"k/a.md": ["We are four."], "k/b.md": ["We are quick."]}


@pytest.mark.parametrize("role", ["viewer", "member"])
async def test_a_member_below_admin_forgets_nothing(
    library: Library, tenants: Tenants, own_world: World, role: str
) -> None:
    await library.ingest("k", TWO)
    _, gone = await library.ingest("k", {})
    below = Library(tenants, own_world.a, role)
    assert await forget(below.sealed, gone.sources) == []
    assert len(await library.known()) == 2


async def test_source_passages_and_file_are_forgotten_and_the_audit_log_says_so(
    library: Library, installation: Installation
) -> None:
    def rows(statement: str) -> list[Any]:
        with installation.as_superuser() as connection:
            return connection.execute(statement, {"org": library.org_id}).fetchall()

    await library.ingest("k", TWO)
    _, gone = await library.ingest("k", {"a.md": "We are four."})
    assert len(await forget(library.sealed, gone.sources)) == 1
    assert await forget(library.sealed, gone.sources) == []
    for table in ("knowledge_sources", "org_brain", "files"):
        assert rows(f"select count(*) from public.{table} where org_id = %(org)s") == [(1,)]
    assert rows(
        "select resource_id::uuid, detail ->> 'origin', detail -> 'passages' from public.audit_log"
        " where org_id = %(org)s and action = 'knowledge.forgotten'"
    ) == [(gone.sources[0].id, "k/b.md", 1)]


async def test_a_file_that_was_renamed_has_moved_and_is_not_gone(library: Library) -> None:
    await library.ingest("k", TWO)
    learned, gone = await library.ingest("k", {"a.md": "We are four.", "c/d.md": "We are quick."})
    assert outcomes(learned) == {"k/a.md": "unchanged", "k/c/d.md": "moved"}
    assert learned[1].other == "k/b.md"
    assert gone.sources == ()
    assert await library.known() == {"k/a.md": ["We are four."], "k/c/d.md": ["We are quick."]}


async def test_files_that_swap_names_swap_their_kinds(library: Library) -> None:
    await library.ingest("k", {"internal/a.md": "We owe.", "policies/b.md": "We are quick."})
    learned, gone = await library.ingest(
        "k", {"internal/a.md": "We are quick.", "policies/b.md": "We owe."}
    )
    assert set(outcomes(learned).values()) == {"moved"}
    assert gone.sources == ()
    assert await library.known() == {
        "k/internal/a.md": ["We are quick."],
        "k/policies/b.md": ["We owe."],
    }
    async with library.sealed() as tx:
        found = await knowledge_sources.below(tx, "k")
    assert [one.content_type for one in found] == ["internal", "policy"]


async def test_a_text_whose_name_another_took_in_one_go_is_known_at_once(library: Library) -> None:
    await library.ingest("k", {"policies/b.md": "We are quick."})
    after = {"internal/a.md": "We are quick.", "policies/b.md": "We are new."}
    await library.ingest("k", after)
    assert await library.known() == {f"k/{path}": [text] for path, text in after.items()}


async def test_a_name_that_another_files_text_takes_settles_when_its_old_text_is_forgotten(
    library: Library,
) -> None:
    await library.ingest("k", TWO)
    after = {"a.md": "We are quick."}  # b.md was renamed over a.md
    learned, gone = await library.ingest("k", after)
    assert outcomes(learned) == {"k/a.md": "copied"}
    assert origins(gone.sources) == ["k/a.md"]  # "We are four." is in no file
    await forget(library.sealed, gone.sources)
    learned, gone = await library.ingest("k", after)
    assert outcomes(learned) == {"k/a.md": "moved"}
    assert await library.known() == {"k/a.md": ["We are quick."]}


async def test_of_two_files_with_one_text_the_other_takes_over_when_the_first_is_gone(
    library: Library,
) -> None:
    learned, _ = await library.ingest("k", {"a.md": "We are four.", "b.md": "We are four."})
    assert outcomes(learned) == {"k/a.md": "added", "k/b.md": "copied"}
    learned, gone = await library.ingest("k", {"b.md": "We are four."})
    assert (outcomes(learned), gone.sources) == ({"k/b.md": "moved"}, ())


async def test_another_folder_and_another_of_the_same_name_lose_nothing(library: Library) -> None:
    await library.ingest("k", TWO)
    _, gone = await library.ingest("l", {"c.md": "We are kind."})
    assert gone == Gone()
    _, gone = await library.ingest("k", {"c.md": "We are odd."}, at="there")
    assert (origins(gone.sources), origins(gone.elsewhere)) == ([], ["k/a.md", "k/b.md"])
    _, gone = await library.ingest("k/part", {"a.md": "We are new."})
    assert (gone.sources, gone.elsewhere) == ((), ())


async def test_a_folder_that_was_moved_knows_its_files_again(library: Library) -> None:
    await library.ingest("k", TWO)
    learned, _ = await library.ingest("k", TWO, at="there")
    assert set(outcomes(learned).values()) == {"unchanged"}
    _, gone = await library.ingest("k", {"a.md": "We are four."}, at="there")
    assert (origins(gone.sources), gone.elsewhere) == (["k/b.md"], ())


async def test_a_folder_that_was_moved_and_changed_is_told_so(library: Library) -> None:
    await library.ingest("k", TWO | {"c.md": "We are kind."})
    files = {"a.md": "We are four.", "d.md": "We are kind."}
    learned, gone = await library.ingest("k", files, at="there", is_moved=True)
    assert outcomes(learned) == {"k/a.md": "unchanged", "k/d.md": "moved"}
    assert (origins(gone.sources), gone.elsewhere) == (["k/b.md"], ())


async def test_what_was_not_looked_into_or_could_not_be_read_is_not_gone(library: Library) -> None:
    files = {"a.md": "We are four.", "sub/b.md": "We are quick.", "c.md": "We are kind."}
    await library.ingest("k", files)
    _, gone = await library.ingest(
        "k", {"a.md": "We are four.", "c.md": ""}, unseen=frozenset({"sub"})
    )
    assert (gone.sources, gone.elsewhere) == ((), ())
    assert origins(gone.unread) == ["k/c.md"]


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.full)])
async def test_whatever_is_done_to_a_folder_its_texts_are_what_is_known(
    library: Library, seed: int
) -> None:
    """Write, delete, rename, copy and swap files; after pruning all is true, then it is still."""
    chance = Random(seed)
    names, texts = ["a.md", "b.md", "c/a.md", "d.md"], ["We are four.", "We are quick.", "We rest."]
    files: Files = {}
    for _ in range(25):
        for _ in range(chance.randint(1, 3)):
            one, other = chance.sample(names, 2)
            match chance.choice(["write", "delete", "rename", "copy", "swap"]):
                case "write":
                    files[one] = chance.choice(texts)
                case "delete":
                    files.pop(one, None)
                case "rename" if one in files:
                    files[other] = files.pop(one)
                case "copy" if one in files:
                    files[other] = files[one]
                case "swap" if one in files and other in files:
                    files[one], files[other] = files[other], files[one]
        _, gone = await library.ingest("k", files)
        assert gone.elsewhere == ()
        await forget(library.sealed, gone.sources)
        found = await library.known()
        assert sorted(text for (text,) in found.values()) == sorted(set(files.values()))
        learned, gone = await library.ingest("k", files)
        assert gone.sources == ()
        found = await library.known()
        assert all([files[origin.removeprefix("k/")]] == found[origin] for origin in found)
        learned, _ = await library.ingest("k", files)
        assert set(outcomes(learned).values()) <= {"unchanged", "copied"}


async def test_a_folder_whose_name_begins_like_another_is_another(library: Library) -> None:
    await library.ingest("k/ab", TWO)
    _, gone = await library.ingest("k/a", {})
    assert gone == Gone()
