"""Sources: one for each origin of an organization, and the same bytes once."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from sealedbid.intelligence.embedding import open_embedder
from sealedbid.intelligence.errors import DeepFile, EmptyFile
from sealedbid.intelligence.knowledge.rows import rows
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.repository import knowledge_sources, org_brain
from sealedbid.intelligence.repository.org_brain import Question
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


async def found(pupil: Pupil, words: str, limit: int = 3) -> list[Match]:
    """The passages that a search for words finds, best first."""
    (vector,) = EMBEDDER.embed([words])
    question = Question(key="q", words=words, embedding=vector)
    async with pupil.sealed() as tx:
        return await org_brain.match(
            tx, [question], model=EMBEDDER.model, types=["policy"], limit=limit
        )


async def test_a_passage_of_five_words_is_found(pupil: Pupil) -> None:
    """small.md A5: asked "rent rooms in Graz", known a passage of under 40 characters."""
    await pupil.learn(
        "k/long.md", "# Rooms\n\nOur rooms have windows, and tables for eight people."
    )
    learned = await pupil.learn("k/rooms.md", "# Rooms\n\nWe rent rooms in Graz.")
    assert learned.passages == 1
    best, *_ = await found(pupil, "rent rooms in Graz")
    assert best.content_text == "We rent rooms in Graz."


async def test_a_sentence_that_is_a_heading_is_found(pupil: Pupil) -> None:
    assert (await pupil.learn("k/rooms.md", "# We rent rooms in Graz\n")).passages == 1
    (only,) = await found(pupil, "rent rooms in Graz")
    assert only.content_text == "We rent rooms in Graz"


async def test_the_row_of_a_table_that_answers_is_found_with_its_head(pupil: Pupil) -> None:
    """small.md A7: the sentence beside the table was found, and the row was not."""
    text = (
        "# Support\n\nCritical incidents come first, as the table says.\n\n"
        "| Priority | First answer | Repair |\n|---|---|---|\n"
        "| Critical | 1 hour | 4 hours |\n| Minor | 1 day | 5 days |\n"
    )
    assert (await pupil.learn("k/support.md", text)).passages == 3
    passages = await found(pupil, "critical incidents: first answer within 1 hour, repair")
    (row,) = rows(passages[0].content_text)
    assert row.quote == "| Critical | 1 hour | 4 hours |"
    assert row.quote in text
    assert row.said == "Critical: First answer 1 hour; Repair 4 hours"


async def test_the_same_passage_of_two_files_is_found_once_from_the_first(pupil: Pupil) -> None:
    for name in ("a", "b", "c"):
        text = f"# {name}\n\nWe rent rooms\nin Graz.\n\n## Also {name}\n\nAlso {name}, and more."
        await pupil.learn(f"k/{name}.md", text)
    await pupil.learn("k/d.md", "# We rent rooms in Graz\n\nwe rent  rooms in graz.")
    passages = await found(pupil, "We rent rooms in Graz", limit=10)
    same = [
        each for each in passages if "rooms" in each.content_text and each.content_text[-1] == "."
    ]
    assert [each.source_title for each in same] == ["a"]
    assert len(await pupil.texts("k/b.md")) == 2  # each file has its own, should the other go


async def test_a_review_date_is_stored_and_comes_with_the_passage(pupil: Pupil) -> None:
    learned = await pupil.learn("k/us.md", "---\nreview_by: 2026-10-01\n---\n\nWe are four.")
    assert learned.review.by == date(2026, 10, 1)
    (only,) = await found(pupil, "four")
    assert only.review_by == date(2026, 10, 1)
    await pupil.learn("k/us.md", "We are four, without a date.")
    (only,) = await found(pupil, "four")
    assert only.review_by is None


async def test_a_source_without_a_passage_says_why(pupil: Pupil) -> None:
    learned = await pupil.learn("k/empty.md", "# Empty\n")
    assert (learned.passages, learned.remark) == (0, "it holds only a heading")
    again = await pupil.learn("k/empty.md", "# Empty\n")
    assert (again.outcome, again.remark) == ("unchanged", "it holds only a heading")


async def test_two_files_of_one_text_settle_whatever_their_kinds(pupil: Pupil) -> None:
    source = Source(name="us.md", origin="k/voice/us.md", content=b"We are four.")
    assert (await pupil.learn("k/us.md", "We are four.")).outcome == "added"
    for _ in range(2):
        copied = await learn(pupil.sealed, source, EMBEDDER, "voice")
        assert (copied.outcome, copied.other) == ("copied", "k/us.md")
        assert (await pupil.learn("k/us.md", "We are four.")).outcome == "unchanged"


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
