"""A draft keeps the facts of its brief, asks what is unsure, and is given what people answered."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from sealedbid.content.repository import proposals, rfp_requirements, services
from sealedbid.core.currencies import NO_CURRENCY
from sealedbid.core.repository import organizations
from sealedbid.intelligence.asking.hashing import brief_hash
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.brief import Brief, read_brief
from sealedbid.intelligence.brief.facts.models import Alternative, Fact
from sealedbid.intelligence.brief.facts.values import Moment, Money
from sealedbid.intelligence.brief.models import Span
from sealedbid.intelligence.errors import NotADraftError, RunAtWorkError
from sealedbid.intelligence.knowledge.reading import read_text
from sealedbid.intelligence.models import ProposalQuestion
from sealedbid.intelligence.repository import brief_facts
from sealedbid.intelligence.run import intake
from sealedbid.intelligence.writer import WRITERS, Ask, Assignment, Telling, Writer, Written
from sealedbid.intelligence.writer.composer import Composer
from sealedbid.platform.errors import NotAllowedError
from sealedbid.platform.postgres import Gateway
from sealedbid.usecases import answering
from sealedbid.usecases.drafting import request_draft, request_redraft
from sealedbid.usecases.finding import UnknownProposalError
from sealedbid.worker.run import run_worker
from tests.fixtures.people import Organization, People, World
from tests.fixtures.server import Installation

pytestmark = pytest.mark.full

BRIEF = "We need a website. It must be fast.\n\nDates: 1 May 2027, 2 June 2027. Around 3k.\n"
HASH = brief_hash(BRIEF)
MAY, JUNE = Moment(day=date(2027, 5, 1)), Moment(day=date(2027, 6, 2))
PAGES = Question(key="price.site.quantity", text="How many?", reason="no count", form="number")


def span(text: str) -> Span:
    start = BRIEF.index(text)
    return Span(start=start, end=start + len(text), text=text)


FACTS = (
    Fact(
        key="deadline",
        kind="deadline",
        value=MAY,
        quote=span("1 May 2027"),
        sure=False,
        reason="two dates, none says what it is for",
        alternatives=(Alternative(value=JUNE, quote=span("2 June 2027")),),
    ),
    Fact(
        key="budget",
        kind="budget",
        value=Money(minor=3_000_00, bound="estimate"),
        quote=span("Around 3k"),
        sure=True,
    ),
)


class Asking(Composer):
    """The composer, with a question; ``seen`` has what it was given."""

    name = "asking"

    def __init__(self) -> None:
        self.seen: list[Assignment] = []

    async def write(self, assignment: Assignment) -> Written:
        self.seen.append(assignment)
        written = await super().write(assignment)
        return replace(written, draft=replace(written.draft, questions=(PAGES,)))


@dataclass(frozen=True, slots=True)
class Desk:
    """A person of organization A, and the writer of its drafts."""

    installation: Installation
    gateway: Gateway
    world: World
    writer: Asking

    def sealed(self, role: str = "member", organization: Organization | None = None) -> Any:
        one = organization or self.world.a
        return self.gateway.sealed("session", one.person(role).proof, one.id)

    async def draft(self, **given: Any) -> UUID:
        async with self.sealed() as tx:
            file = read_text("brief.md", BRIEF.encode())
            asked = await request_draft(tx, file, "Library", writer=Asking.name, **given)
        await self.work()
        return asked.proposal_id

    async def redraft(self, proposal_id: UUID) -> None:
        async with self.sealed() as tx:
            await request_redraft(tx, proposal_id, writer=Asking.name)
        await self.work()

    async def work(self) -> None:
        await run_worker(self.installation.settings, until_idle=True, lease=60)

    async def questions(self, proposal_id: UUID) -> list[ProposalQuestion]:
        async with self.sealed("viewer") as tx:
            return await answering.read_questions(tx, proposal_id)

    async def answer(self, proposal_id: UUID, key: str, value: str) -> None:
        async with self.sealed() as tx:
            await answering.answer(tx, proposal_id, key, value)


@pytest_asyncio.fixture
async def desk(
    fresh_installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Desk]:
    def read(text: str, *, today: date) -> Brief:
        return replace(read_brief(text, today=today), facts=FACTS)

    writer = Asking()

    def asking(ask: Ask, told: Telling) -> Writer:
        return writer

    monkeypatch.setattr(intake, "read_brief", read)
    monkeypatch.setitem(WRITERS, Asking.name, asking)
    async with fresh_installation.gateway("sb_api") as gateway:
        yield Desk(fresh_installation, gateway, People(fresh_installation).world(), writer)


async def test_the_facts_of_a_brief_are_rows_of_its_organization_alone(desk: Desk) -> None:
    proposal_id = await desk.draft()
    await desk.redraft(proposal_id)
    async with desk.sealed() as tx:
        deadline, budget = await brief_facts.of_brief(tx, proposal_id, HASH)
    assert (deadline.key, deadline.kind, deadline.sure) == ("deadline", "deadline", False)
    assert deadline.value == {
        "type": "moment",
        "day": "2027-05-01",
        "at": None,
        "zone": None,
        "last": None,
    }
    assert BRIEF[deadline.position : deadline.position + deadline.length] == deadline.quote
    assert [one["value"]["day"] for one in deadline.alternatives] == ["2027-06-02"]
    assert budget.value is not None
    assert (budget.value["minor"], budget.reason) == (3_000_00, "")
    async with desk.sealed("owner", desk.world.b) as tx:
        assert await brief_facts.of_brief(tx, proposal_id, HASH) == []


async def test_no_person_writes_what_a_brief_says(desk: Desk) -> None:
    proposal_id = await desk.draft()
    async with desk.sealed("owner") as tx:
        await brief_facts.replace(tx, proposal_id, HASH, [])
        assert len(await brief_facts.of_brief(tx, proposal_id, HASH)) == 2
    row: dict[str, Any] = {
        "key": "start",
        "kind": "start",
        "value": None,
        "quote": "",
        "position": 0,
        "length": 0,
        "sure": True,
        "reason": "",
        "alternatives": [],
        "inferred": "",
    }
    with pytest.raises(NotAllowedError):
        async with desk.sealed("owner") as tx:
            await brief_facts.replace(tx, proposal_id, HASH, [row])


async def test_what_is_unsure_is_asked_and_the_draft_ends_all_the_same(desk: Desk) -> None:
    proposal_id = await desk.draft()
    assert [(one.key, one.answer) for one in await desk.questions(proposal_id)] == [
        ("deadline", None),
        ("price.site.quantity", None),
    ]
    (seen,) = desk.writer.seen
    assert seen.answers == {}
    assert seen.brief.facts == FACTS
    async with desk.sealed() as tx:
        shown = await proposals.get(tx, proposal_id)
    assert shown is not None
    assert shown.brain_status == "done"


async def test_the_next_draft_has_the_answers_and_does_not_ask_again(desk: Desk) -> None:
    proposal_id = await desk.draft()
    await desk.answer(proposal_id, "deadline", "2")
    await desk.answer(proposal_id, "price.site.quantity", "14")
    await desk.redraft(proposal_id)
    seen = desk.writer.seen[-1]
    assert seen.answers == {"deadline": "2 June 2027", "price.site.quantity": "14"}
    deadline = seen.brief.facts[0]
    assert (deadline.value, deadline.sure, deadline.quote) == (JUNE, True, span("2 June 2027"))
    found = await desk.questions(proposal_id)
    assert sorted(one.key for one in found) == ["deadline", "price.site.quantity"]
    assert all(one.answer is not None for one in found)
    assert {one.answered_by for one in found} == {desk.world.a.member.id}


async def test_answers_that_came_with_the_request_are_in_the_first_draft(desk: Desk) -> None:
    deadline = Question(
        key="deadline", text="When?", reason="", form="date", alternatives=("1 May 2027",)
    )
    proposal_id = await desk.draft(questions=[deadline], answers={"deadline": "1 May 2027"})
    assert desk.writer.seen[0].answers == {"deadline": "1 May 2027"}
    first = (await desk.questions(proposal_id))[0]
    assert (first.answer, first.answered_by) == ("1 May 2027", desk.world.a.member.id)


async def test_a_confirmation_outlives_the_next_draft(desk: Desk) -> None:
    proposal_id = await desk.draft()
    async with desk.sealed() as tx:
        refs = [one.ref for one in await rfp_requirements.of_proposal(tx, proposal_id)]
        await answering.confirm(tx, proposal_id, refs)
    await desk.redraft(proposal_id)
    async with desk.sealed() as tx:
        found = await rfp_requirements.of_proposal(tx, proposal_id)
    assert refs
    assert {one.answer_state for one in found} == {"confirmed"}


async def test_a_redraft_is_a_run_of_its_own_and_keeps_what_a_person_wrote(desk: Desk) -> None:
    proposal_id = await desk.draft()
    async with desk.sealed() as tx:
        now = await proposals.get(tx, proposal_id)
        assert now is not None
        await proposals.write(
            tx,
            proposal_id,
            lock_version=now.lock_version,
            title="Mine",
            content={"sections": []},
            brain_status="done",
        )
    await desk.redraft(proposal_id)
    with desk.installation.as_superuser() as behind:
        runs = behind.execute("select status from public.agent_runs").fetchall()
        kept = behind.execute(
            "select number, reason, title = 'Mine' from public.proposal_versions order by 1"
        ).fetchall()
    assert runs == [("done",), ("done",)]
    assert kept == [(1, "ai", False), (2, "manual", True), (3, "ai", False)]


async def test_what_cannot_be_drafted_again_is_refused(desk: Desk) -> None:
    proposal_id = await desk.draft()
    async with desk.sealed("owner", desk.world.b) as tx:
        with pytest.raises(UnknownProposalError):
            await request_redraft(tx, proposal_id)
    async with desk.sealed() as tx:
        await request_redraft(tx, proposal_id, writer=Asking.name)
        with pytest.raises(RunAtWorkError):
            await request_redraft(tx, proposal_id)
    await desk.work()
    async with desk.sealed() as tx:
        await proposals.move(tx, proposal_id, "sent")
        with pytest.raises(NotADraftError, match="sent"):
            await request_redraft(tx, proposal_id)


async def test_a_service_in_another_currency_is_no_offer(desk: Desk) -> None:
    async with desk.sealed("admin") as tx:
        for code in ("EUR", "USD"):
            await services.add(tx, name=f"Site {code}", unit_price_minor=100, currency=code)
    proposal_id = await desk.draft()
    assert [one.currency for one in desk.writer.seen[-1].offers] == ["EUR"]
    await desk.answer(proposal_id, "currency", "USD")
    await desk.redraft(proposal_id)
    assert [one.currency for one in desk.writer.seen[-1].offers] == ["USD"]
    async with desk.sealed() as tx:
        now = await proposals.get(tx, proposal_id)
    assert now is not None
    assert now.currency == "USD"


async def test_a_proposal_without_a_currency_takes_that_of_its_organization(desk: Desk) -> None:
    async with desk.sealed("owner") as tx:
        await organizations.update(tx, currency=NO_CURRENCY)
        await services.add(tx, name="Site", unit_price_minor=100, currency="CHF")
    proposal_id = await desk.draft()
    assert [one.name for one in desk.writer.seen[-1].offers] == []
    async with desk.sealed("owner") as tx:
        await organizations.update(tx, currency="CHF")
    await desk.redraft(proposal_id)
    assert [one.name for one in desk.writer.seen[-1].offers] == ["Site"]
    async with desk.sealed() as tx:
        now = await proposals.get(tx, proposal_id)
    assert now is not None
    assert now.currency == "CHF"
