"""Wrong routes give nothing away on the sealed database, and everything on another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

import psycopg
import pytest

from sealedbid.isolation.catalog import read_tables
from sealedbid.isolation.prove.behind import Behind
from sealedbid.isolation.prove.ground import Ground
from sealedbid.platform.postgres import Transaction
from tests.fixtures.server import Installation
from tests.injection.conftest import application
from tests.injection.payloads import payloads
from tests.injection.routes import ROUTES

Attacked = tuple[Installation, Ground]

MEETING = ("shared_transaction", "kept_connection")
"""Routes in which the second request comes while the first is at work."""


async def attack(
    attacked: Attacked, route: str, said: Iterable[str], *, believes: bool = False
) -> list[str]:
    """Send everything, with the other organization's requests in between; returns the answers."""
    installation, ground = attacked
    answers = []
    with application(installation, ground, believes=believes) as app:
        for payload in said:
            whose = "ab" if route == "kept_connection" else "ba"
            asked = []
            for who in whose:
                sent = payload if who == "a" else ""
                asked.append(asyncio.create_task(asyncio.to_thread(app.ask, route, sent, who)))
                await asyncio.sleep(0.1 if route in MEETING else 0)
            answered = await asyncio.gather(*asked)
            answers.append(answered[whose.index("a")])
        while app.mistakes.background:
            answer = await asyncio.to_thread(app.ask, "where", "", "b")
            assert ground.b.marker not in answer
        answers += app.mistakes.told
    return answers


def all_payloads(attacked: Attacked, route: str) -> list[str]:
    installation, ground = attacked
    with installation.as_owner() as owner:
        tables = list(read_tables(owner).values())
    return list(payloads(route, tables, ground.b.org_id))


def some_payloads(attacked: Attacked, route: str) -> list[str]:
    """One in five, of every way in and every table: the routes begin at different ones."""
    return all_payloads(attacked, route)[ROUTES.index(route) % 5 :: 5] or [""]


QUICK = ("where", "insert", "kept_connection", "job_body")
"""Routes of which a quick look sends one in five."""


@pytest.mark.parametrize(
    ("route", "sent"),
    [
        pytest.param(
            route,
            sent,
            marks=[] if sent is some_payloads and route in QUICK else [pytest.mark.full],
        )
        for sent in (some_payloads, all_payloads)
        for route in ROUTES
    ],
)
async def test_a_wrong_route_gives_nothing_of_another_away(
    sealed: Attacked, route: str, sent: Callable[[Attacked, str], list[str]]
) -> None:
    installation, ground = sealed
    with psycopg.connect(installation.owner, autocommit=True) as owner:
        behind = Behind(owner, ground)
        before = behind.hashes()
        answers = await attack(sealed, route, sent(sealed, route))
        leaked = [answer[:300] for answer in answers if ground.b.marker in answer]
        assert leaked == []
        assert behind.hashes() == before
    if route in ("where", "order", "insert", "job_body"):
        assert len(answers) > (100 if sent is all_payloads else 50)


HARMLESS = {
    "where": "nothing",
    "order": "name",
    "limit": "50",
    "insert": "a name",
    "job_body": "nothing",
}


@pytest.mark.full
@pytest.mark.parametrize("route", HARMLESS)
async def test_where_a_setting_is_believed_the_injection_gives_all_away(
    unsealed: Attacked, route: str
) -> None:
    """Nothing else does: the same route, with a harmless request, shows its own rows."""
    _, ground = unsealed
    (answer,) = await attack(unsealed, route, [HARMLESS[route]])
    assert ground.b.marker not in answer
    answers = await attack(unsealed, route, all_payloads(unsealed, route))
    assert any(ground.b.marker in answer for answer in answers)


@pytest.mark.full
@pytest.mark.parametrize("route", ["named_organization", "forgotten"])
async def test_where_only_the_statement_guards_a_named_organization_is_read(
    unguarded: Attacked, route: str
) -> None:
    _, ground = unguarded
    answers = await attack(unguarded, route, all_payloads(unguarded, route))
    assert any(ground.b.marker in answer for answer in answers)


@pytest.mark.full
@pytest.mark.parametrize("route", ["named_opening", "kept_connection", "background_task"])
async def test_where_the_organization_is_a_setting_of_the_session_a_mix_up_gives_it_away(
    unsealed: Attacked, route: str
) -> None:
    _, ground = unsealed
    said = all_payloads(unsealed, route)
    answers = await attack(unsealed, route, said, believes=True)
    assert any(ground.b.marker in answer for answer in answers)


@pytest.mark.full
async def test_without_the_gateways_guard_a_shared_transaction_gives_all_away(
    sealed: Attacked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database cannot tell two requests in one transaction apart: the gateway does."""
    _, ground = sealed
    monkeypatch.setattr(Transaction, "_connection", property(lambda self: self._held))
    answers = await attack(sealed, "shared_transaction", [""])
    assert any(ground.b.marker in answer for answer in answers)


async def test_the_other_organization_sees_its_own(sealed: Attacked) -> None:
    installation, ground = sealed
    with application(installation, ground) as app:
        answer = await asyncio.to_thread(app.ask, "order", "name", "b")
    assert ground.b.marker in answer


def test_every_text_column_of_the_other_holds_its_canary(sealed: Attacked) -> None:
    _, ground = sealed
    holding = sum(
        ground.b.marker in str(value) for row in ground.b.rows.values() for value in row.values()
    )
    assert holding > 60
