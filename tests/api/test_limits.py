"""Limits hold over all processes, and a stranger cannot use up somebody else's."""

from __future__ import annotations

import ipaddress
from typing import LiteralString

import pytest
from fastapi import Request

from sealedbid.api.limits import address_of
from sealedbid.platform.postgres import open_pool
from sealedbid.platform.postgres.logins import Login
from sealedbid.platform.postgres.permits import Permits
from tests.api.serving import Api, served
from tests.fixtures.people import World
from tests.fixtures.server import Installation

DAY = 86_400  # no window ends while a test runs, but at midnight


async def test_four_processes_give_the_limit_and_no_more(installation: Installation) -> None:
    pool = await open_pool(installation.conninfo("sb_api"), installation.settings, name="permits")
    try:
        processes = [Permits(pool) for _ in range(4)]
        taken = 0
        for _ in range(60):
            for process in processes:
                taken += not await process.take(b"exact", limit=100, seconds=DAY)
        assert taken == 100
        assert await Permits(pool).take(b"another", limit=100, seconds=DAY) == 0
    finally:
        await pool.close()


def test_a_login_cannot_take_the_permits_of_another(installation: Installation) -> None:
    logins: tuple[tuple[Login, LiteralString], ...] = (("sb_api", "seal"), ("sb_auth", "seal_auth"))
    for login, schema in logins:
        take = f"select {schema}.take_permits('\\x01', 5, 86400, 5)"
        with installation.connect(login) as connection:
            rows = [connection.execute(take).fetchone() for _ in range(2)]
        assert rows == [(5,), (0,)]


def test_too_many_requests_are_told_when_to_come_again(
    installation: Installation, world: World
) -> None:
    with served(installation, requests_per_credential=10) as url:
        api = Api(installation, url)
        member, colleague = api.member(world.a), api.member(world.a, "viewer")
        answers = [member("GET", "/clients") for _ in range(25)]
        refused = [answer for answer in answers if answer.status_code == 429]
        assert len(refused) >= 5  # the minute may have turned once
        assert 1 <= int(refused[-1].headers["retry-after"]) <= 60
        assert refused[-1].json()["type"] == "too-many-requests"
        assert colleague("GET", "/clients").status_code == 200
        api.close()


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
        ("10.0.0.1", "198.51.100.1, garbage", "10.0.0.1"),
        ("10.0.0.1", "2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
    ],
)
def test_an_address_is_believed_of_trusted_proxies_alone(
    peer: str, forwarded: str, address: str
) -> None:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    request = Request({"type": "http", "client": (peer, 1), "headers": headers})
    assert address_of(request, [ipaddress.ip_network("10.0.0.0/8")]) == address
