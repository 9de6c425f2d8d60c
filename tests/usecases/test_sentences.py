"""Judged sentences: read with their passages, and resolved by people of one organization."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import pytest
from psycopg import Connection
from psycopg.types.json import Jsonb

from sealedbid.content.errors import UnsupportedSentencesError
from sealedbid.content.repository import proposals
from sealedbid.intelligence.embedding.hashed import HashedEmbedder
from sealedbid.intelligence.errors import (
    NotADraftError,
    NotInPassageError,
    SentenceGoneError,
    SentenceResolvedError,
    UnknownPassageError,
    UnknownSentenceError,
)
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.presenting import SentenceShown, present
from sealedbid.platform.errors import NotAllowedError, StateChangedError, ValueRefusedError
from sealedbid.platform.postgres import Transaction
from sealedbid.system.audit_log.repository import audit_log
from sealedbid.usecases import sending
from sealedbid.usecases import sentences as resolving
from sealedbid.usecases.citing import find_passage, find_passages
from sealedbid.usecases.finding import UnknownProposalError
from tests.db.contexts import Work
from tests.db.documents import add_proposal, change, within
from tests.fixtures.people import Organization, World
from tests.fixtures.tenants import Tenants
from tests.intelligence.judged import CLAIM, DOUBT, SOUND, content, judge, working
from tests.intelligence.passages import add_passage, add_source

pytest_plugins = ["tests.fixtures.contexts"]

PASSAGE = "In 2024 our house won\n40 prizes, all of them in Ghent."
REASON = {"fault": "number", "what": "40", "why": "“40” is in no source."}


@dataclass(frozen=True)
class Case:
    """A proposal of organization a; sentence 1 is unsupported, 2 weak, 3 supported."""

    a: Organization
    b: Organization
    id: UUID
    passage: UUID
    internal: UUID


@pytest.fixture
def case(api: Connection[Any], worker: Connection[Any], work: Work, own_world: World) -> Case:
    with within(api, own_world.a):
        proposal = add_proposal(api, content=content(CLAIM, DOUBT, SOUND))
        passage = add_passage(api, PASSAGE)
        internal = add_passage(api, "We won 40 prizes, they say.", content_type="internal")
    with working(worker, work.lease(own_world.a)):
        judge(worker, proposal, (CLAIM, DOUBT, SOUND), reasons=Jsonb([]))
        worker.execute("delete from public.proposal_sentences where position = 1")
        judge(worker, proposal, (CLAIM,), reasons=Jsonb([REASON]), notes=[1])
    return Case(own_world.a, own_world.b, proposal, passage, internal)


async def shown(tx: Transaction, case: Case, number: int) -> SentenceShown:
    return await resolving.read_sentence(tx, case.id, number)


async def states(tx: Transaction, case: Case) -> list[str | None]:
    return [one.sentence.resolution for one in await resolving.read_sentences(tx, case.id)]


async def text_of(tx: Transaction, case: Case) -> str:
    found = await present(tx, case.id)
    assert found is not None
    return " ".join(one.text for each in found.document.sections for one in each.blocks)


async def passage_of(tx: Transaction, case: Case) -> Match:
    return await find_passage(tx, str(case.passage))


async def test_another_organization_reads_and_resolves_nothing(
    tenants: Tenants, case: Case
) -> None:
    async with tenants.as_role(case.a) as tx:
        passage = await passage_of(tx, case)
    acts: list[Callable[[Transaction], Any]] = [
        lambda tx: resolving.read_sentences(tx, case.id),
        lambda tx: resolving.vouch(tx, case.id, 1),
        lambda tx: resolving.take_back(tx, case.id, 1),
        lambda tx: resolving.rewrite(tx, case.id, 1, "We won."),
        lambda tx: resolving.take_out(tx, case.id, 1),
        lambda tx: resolving.cite(tx, case.id, 1, passage),
        lambda tx: sending.approve(tx, case.id),
        lambda tx: sending.take_back_approval(tx, case.id),
        lambda tx: sending.mark_sent(tx, case.id),
    ]
    for act in acts:
        with pytest.raises(UnknownProposalError):
            async with tenants.as_role(case.b, "owner") as tx:
                await act(tx)
    async with tenants.as_role(case.b, "owner") as tx:
        with pytest.raises(UnknownPassageError):
            await find_passage(tx, str(case.passage))
    async with tenants.as_role(case.a) as tx:
        assert await states(tx, case) == [None, None, None]


async def test_a_viewer_reads_sentences_and_resolves_none(tenants: Tenants, case: Case) -> None:
    async with tenants.as_role(case.a, "viewer") as tx:
        assert [one.text for one in await resolving.read_sentences(tx, case.id)] == [
            CLAIM,
            DOUBT,
            SOUND,
        ]
        passage = await passage_of(tx, case)
    acts: list[Callable[[Transaction], Any]] = [
        lambda tx: resolving.vouch(tx, case.id, 1),
        lambda tx: resolving.cite(tx, case.id, 1, passage),
    ]
    for act in acts:
        with pytest.raises(NotAllowedError):
            async with tenants.as_role(case.a, "viewer") as tx:
                await act(tx)
    edits: list[Callable[[Transaction], Any]] = [
        lambda tx: resolving.rewrite(tx, case.id, 1, "We won."),
        lambda tx: resolving.take_out(tx, case.id, 1),
    ]
    for act in edits:  # a viewer's edit finds no row, as that of somebody who was too late
        with pytest.raises((NotAllowedError, StateChangedError)):
            async with tenants.as_role(case.a, "viewer") as tx:
                await act(tx)
    async with tenants.as_role(case.a) as tx:
        assert await states(tx, case) == [None, None, None]
        assert await text_of(tx, case) == f"{CLAIM} {DOUBT} {SOUND}"


async def test_an_unsupported_sentence_holds_the_proposal_back_and_says_how_many(
    tenants: Tenants, case: Case
) -> None:
    for act in (sending.approve, sending.mark_sent):
        with pytest.raises(UnsupportedSentencesError, match="nothing supports 1 sentence of it"):
            async with tenants.as_role(case.a, "owner") as tx:
                await act(tx, case.id)
    with pytest.raises(UnsupportedSentencesError, match="see `sealedbid proposals sentences"):
        async with tenants.as_role(case.a, "owner") as tx:
            await proposals.move(tx, case.id, "approved")


async def test_a_person_answers_for_a_sentence_and_no_longer(tenants: Tenants, case: Case) -> None:
    async with tenants.as_role(case.a) as tx:
        await resolving.vouch(tx, case.id, 1, reason=" I was\nthere. ")
        one = (await shown(tx, case, 1)).sentence
    assert (one.resolution, one.reason, one.resolved_by) == (
        "vouched",
        "I was there.",
        case.a.member.id,
    )
    assert one.resolved_by_name == "Member"
    async with tenants.as_role(case.a) as tx:
        await sending.approve(tx, case.id)
        with pytest.raises(NotADraftError, match="approved"):
            await resolving.take_back(tx, case.id, 1)
        await sending.take_back_approval(tx, case.id)
        await resolving.take_back(tx, case.id, 1)
        assert await states(tx, case) == [None, None, None]
        assert await text_of(tx, case) == f"{CLAIM} {DOUBT} {SOUND}"
        with pytest.raises(UnsupportedSentencesError):
            await sending.approve(tx, case.id)


async def test_a_rewritten_sentence_is_in_the_text_and_can_be_rewritten_again(
    tenants: Tenants, case: Case
) -> None:
    async with tenants.as_role(case.a) as tx:
        before = await proposals.get(tx, case.id)
        assert before is not None
        await resolving.rewrite(tx, case.id, 1, "We won\nprizes.")
        assert await text_of(tx, case) == f"We won prizes. {DOUBT} {SOUND}"
        one = await shown(tx, case, 1)
        assert (one.text, one.sentence.text) == ("We won prizes.", CLAIM)
        await resolving.rewrite(tx, case.id, 1, "We won a prize.")
        assert await text_of(tx, case) == f"We won a prize. {DOUBT} {SOUND}"
        assert await states(tx, case) == ["rewritten", None, None]
        after = await proposals.get(tx, case.id)
        assert after is not None
        assert after.lock_version == before.lock_version + 2
        await resolving.take_out(tx, case.id, 1)
        assert await text_of(tx, case) == f"{DOUBT} {SOUND}"
        assert await states(tx, case) == ["removed", None, None]
        with pytest.raises(SentenceGoneError):
            await resolving.rewrite(tx, case.id, 1, "We won.")
        assert await sending.mark_sent(tx, case.id) > 0


async def test_what_stood_in_the_text_before_is_kept_as_a_version(
    tenants: Tenants, case: Case, api: Connection[Any]
) -> None:
    async with tenants.as_role(case.a) as tx:
        await resolving.rewrite(tx, case.id, 1, "We won prizes.")
        await resolving.take_out(tx, case.id, 2)
        await sending.mark_sent(tx, case.id)
    with within(api, case.a):
        kept = api.execute(
            "select reason, content #>> '{sections,0,blocks,0,text}' from public.proposal_versions"
            " order by number"
        ).fetchall()
    assert kept == [
        ("manual", f"{CLAIM} {DOUBT} {SOUND}"),
        ("manual", f"We won prizes. {DOUBT} {SOUND}"),
        ("sent", f"We won prizes. {SOUND}"),
    ]


async def test_a_supported_sentence_can_be_edited_and_needs_nobody_to_answer(
    tenants: Tenants, case: Case
) -> None:
    async with tenants.as_role(case.a) as tx:
        with pytest.raises(SentenceResolvedError, match="supported"):
            await resolving.vouch(tx, case.id, 3)
        await resolving.rewrite(tx, case.id, 3, "We test.")
        await resolving.take_out(tx, case.id, 2)
        assert await text_of(tx, case) == f"{CLAIM} We test."


async def test_a_source_is_quoted_word_for_word_and_stands_beside_the_sentence(
    tenants: Tenants, case: Case
) -> None:
    async with tenants.as_role(case.a) as tx:
        passage = await passage_of(tx, case)
        with pytest.raises(NotInPassageError):
            await resolving.cite(tx, case.id, 1, passage, "our house won 41 prizes")
        one = await resolving.cite(tx, case.id, 1, passage, "our house won 40 prizes")
        assert one.sentence.resolution == "sourced"
        assert [each.quote for each in one.passages] == ["our house won\n40 prizes"]  # as it is
        assert one.again is not None
        assert one.again.verdict == "supported"
        with pytest.raises(SentenceResolvedError, match="already"):
            await resolving.cite(tx, case.id, 1, passage, "our house won 40 prizes")
        await resolving.cite(tx, case.id, 1, passage, "all of them in Ghent.")
        assert len((await shown(tx, case, 1)).passages) == 2
        found = await present(tx, case.id)
        assert found is not None
        first, second, _ = found.document.sections[0].blocks[0].sentences
        assert (len(first.notes), second.notes) == (2, [])
        await sending.approve(tx, case.id)


async def test_a_rewritten_sentence_takes_a_source_and_keeps_its_words(
    tenants: Tenants, case: Case
) -> None:
    async with tenants.as_role(case.a) as tx:
        await resolving.rewrite(tx, case.id, 1, "We won prizes in Ghent.")
        await resolving.cite(tx, case.id, 1, await passage_of(tx, case))
        one = await shown(tx, case, 1)
        assert (one.text, one.sentence.resolution) == ("We won prizes in Ghent.", "sourced")
        assert [each.quote for each in one.passages] == [PASSAGE]
        await resolving.take_out(tx, case.id, 1)


async def test_what_a_person_writes_is_judged_again_and_holds_nothing_back(
    tenants: Tenants, case: Case
) -> None:
    async with tenants.as_role(case.a) as tx:
        await resolving.cite(tx, case.id, 1, await passage_of(tx, case))
        one = await resolving.rewrite(tx, case.id, 1, "We won 41 prizes.")
        assert one.again is not None
        assert (one.again.verdict, one.again.reasons[0].fault) == ("unsupported", "number")
        assert (one.sentence.verdict, one.holds_back) == ("unsupported", False)
        one = await resolving.rewrite(tx, case.id, 1, "In 2024 our house won 40 prizes.")
        assert one.again is not None
        assert one.again.verdict == "supported"
        assert (await shown(tx, case, 2)).again is None
        await sending.approve(tx, case.id)


async def test_an_internal_page_is_neither_found_nor_quoted(tenants: Tenants, case: Case) -> None:
    async with tenants.as_role(case.a) as tx:
        for id in (str(case.internal), str(uuid4()), "", "zz"):
            with pytest.raises(UnknownPassageError):
                await find_passage(tx, id)
        assert (await find_passage(tx, case.passage.hex[:30])).id == case.passage


async def test_passages_near_a_sentence_are_found_without_internal_ones(
    tenants: Tenants, api: Connection[Any], own_world: World
) -> None:
    embedder = HashedEmbedder()
    with within(api, own_world.a):
        for kind, text in (("faq", PASSAGE), ("internal", CLAIM), ("policy", "Trains and buses.")):
            source = add_source(api, kind)
            change(api, "knowledge_sources", source, embedding_model=embedder.model)
            (numbers,) = embedder.embed([text])
            values = {"source_id": source, "embedding_model": embedder.model}
            add_passage(api, text, *numbers, content_type=kind, **values)
    for organization, expected in ((own_world.a, [PASSAGE]), (own_world.b, [])):
        found = await find_passages(partial(tenants.as_role, organization), CLAIM, limit=1)
        assert [one.content_text for one in found] == expected


async def test_what_is_no_number_and_no_sentence_is_refused(tenants: Tenants, case: Case) -> None:
    async with tenants.as_role(case.a) as tx:
        for number in (0, 4, 99):
            with pytest.raises(UnknownSentenceError, match="sentences are 1 to 3"):
                await resolving.vouch(tx, case.id, number)
        for text in ("", " \n", "x" * 20_001):
            with pytest.raises(ValueRefusedError, match="take-out"):
                await resolving.rewrite(tx, case.id, 1, text)
        with pytest.raises(SentenceResolvedError, match="reads so already"):
            await resolving.rewrite(tx, case.id, 1, f" {CLAIM} ")
        assert await states(tx, case) == [None, None, None]


async def test_an_edit_by_hand_is_a_rewrite_and_the_number_no_longer_edits(
    tenants: Tenants, case: Case
) -> None:
    async with tenants.as_role(case.a) as tx:
        before = await proposals.get(tx, case.id)
        assert before is not None
        await proposals.write(
            tx,
            case.id,
            lock_version=before.lock_version,
            title=before.title,
            content=content("We won some.", DOUBT, SOUND),
            brain_status="done",
        )
        assert await states(tx, case) == ["rewritten", None, None]
        with pytest.raises(SentenceGoneError, match="edit the text itself"):
            await resolving.take_out(tx, case.id, 1)
        with pytest.raises(SentenceResolvedError, match="rewritten already"):
            await resolving.vouch(tx, case.id, 1)


async def test_each_act_is_in_the_audit_log(tenants: Tenants, case: Case) -> None:
    async with tenants.as_role(case.a) as tx:
        await resolving.vouch(tx, case.id, 2)
        await resolving.take_back(tx, case.id, 2)
        await resolving.cite(tx, case.id, 2, await passage_of(tx, case))
        await resolving.rewrite(tx, case.id, 1, "We won.")
        await resolving.take_out(tx, case.id, 3)
        await sending.approve(tx, case.id)
        await sending.mark_sent(tx, case.id)
    async with tenants.as_role(case.a, "admin") as tx:
        events = [e for e in await audit_log.latest(tx) if e.resource_id == str(case.id)]
    assert {e.user_id for e in events} == {case.a.member.id}
    said = [e.detail for e in events if "sentence" in e.detail]
    assert sorted((one["sentence"], one["resolution"]) for one in said) == [
        (1, "rewritten"),
        (2, "open"),
        (2, "sourced"),
        (2, "vouched"),
        (3, "removed"),
    ]
    assert {e.action for e in events} == {resolving.RESOLVED, sending.APPROVED, sending.SENT}
