"""Limits hold over all processes, and a stranger cannot use up somebody else's."""

from __future__ import annotations

import ipaddress
import re
from typing import LiteralString

import pytest
from fastapi import Request

from sealedbid.api.addresses import address_of
from sealedbid.platform.postgres import open_pool
from sealedbid.platform.postgres.logins import Login
from sealedbid.platform.postgres.permits import Permits
from tests.api.serving import Api, OrgClient, served
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
                taken += (await process.take(b"exact", limit=100, seconds=DAY)).is_granted
        assert taken == 100
        assert (await Permits(pool).take(b"another", limit=100, seconds=DAY)).is_granted
    finally:
        await pool.close()


def test_a_login_cannot_take_the_permits_of_another(installation: Installation) -> None:
    logins: tuple[tuple[Login, LiteralString], ...] = (("sb_api", "seal"), ("sb_auth", "seal_auth"))
    for login, schema in logins:
        take = f"select * from {schema}.take_permits('\\x01', 5, 86400, 5)"
        with installation.connect(login) as connection:
            rows = [connection.execute(take).fetchone() for _ in range(2)]
        assert rows == [(5, 0), (0, 0)]


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
        assert (
            refused[-1]
            .headers["ratelimit"]
            .endswith(f'"credential";r=0;t={refused[-1].headers["retry-after"]}')
        )
        assert colleague("GET", "/clients").status_code == 200
        api.close()


async def test_what_is_left_is_told_over_all_processes(installation: Installation) -> None:
    pool = await open_pool(installation.conninfo("sb_api"), installation.settings, name="permits")
    try:
        first, second = Permits(pool), Permits(pool)
        left = [
            (await process.take(b"told", limit=100, seconds=DAY)).remaining
            for process in (first, first, second, first)
        ]
        assert left == [99, 98, 89, 97]  # the second has not spent the ten of the first
    finally:
        await pool.close()


async def test_who_does_not_know_the_secret_names_no_bucket(installation: Installation) -> None:
    pool = await open_pool(installation.conninfo("sb_api"), installation.settings, name="permits")
    try:
        stranger, ours = Permits(pool), Permits(pool, secret="known to processes alone")
        for _ in range(12):
            await stranger.take(b"named", limit=10, seconds=DAY)
        assert (await ours.take(b"named", limit=10, seconds=DAY)).remaining == 9
    finally:
        await pool.close()


def test_each_answer_says_what_is_left(api: Api, world: World) -> None:
    member = api.member(world.a)
    member("GET", "/clients")
    answer = member("GET", "/clients")
    policies = answer.headers["ratelimit-policy"].split(", ")
    assert policies == [
        '"address";q=6000;w=60',
        '"credential";q=1200;w=60',
        '"person";q=3000;w=60',
        '"organization";q=30000;w=60',
    ]
    left = re.findall(r'"(\w+)";r=(\d+);t=(\d+)', answer.headers["ratelimit"])
    assert [name for name, _, _ in left] == ["address", "credential", "person", "organization"]
    assert all(1 <= int(resets) <= 60 for _, _, resets in left)
    assert "ratelimit" not in api.client().get("/healthz").headers
    assert "ratelimit" in api.client().get("/auth/v1/settings").headers


@pytest.mark.full
def test_a_person_and_an_organization_have_limits_that_strangers_do_not_use_up(
    installation: Installation, own_world: World
) -> None:
    with served(installation, requests_per_person=10, requests_per_organization=30) as url:
        api = Api(installation, url)
        member, again = api.member(own_world.a), api.member(own_world.a)
        stranger = OrgClient(api.client(api.token(own_world.stranger)), own_world.a.id)
        for _ in range(80):
            assert stranger("GET", "/clients").status_code == 404
        statuses = [
            each("GET", "/clients").status_code for _ in range(15) for each in (member, again)
        ]
        assert set(statuses) == {200, 429}
        people = [api.member(own_world.a, role) for role in ("viewer", "admin", "owner")]
        refused = [
            answer
            for _ in range(25)
            for each in people
            if (answer := each("GET", "/clients")).status_code == 429
        ]
        assert refused
        assert any('"organization";r=0' in each.headers["ratelimit"] for each in refused)
        api.close()


def test_many_invitations_a_day_are_refused(api: Api, own_world: World) -> None:
    with api.installation.as_superuser() as behind:
        behind.execute(
            "insert into public.deliveries (org_id, template, recipient, locale, job_id)"
            " select %s, 'invitation', 'a@example.org', 'en', seal.new_id()"
            " from generate_series(1, 199)",
            (own_world.a.id,),
        )
    owner = api.member(own_world.a, "owner")
    invited = owner("POST", "/invitations", json={"email": "one@example.org"})
    assert invited.status_code == 201, invited.text
    assert owner("DELETE", f"/invitations/{invited.json()['id']}").status_code == 204
    refused = owner("POST", "/invitations", json={"email": "two@example.org"})
    assert (refused.status_code, refused.json()["type"]) == (429, "too-many-invitations")
    assert refused.headers["retry-after"] == "3600"


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
        ("10.0.0.1", "198.51.100.1, garbage", "10.0.0.1"),
        ("10.0.0.1", "2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"),
    ],
)
def test_an_address_is_believed_of_trusted_proxies_alone(
    peer: str, forwarded: str, address: str
) -> None:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    request = Request({"type": "http", "client": (peer, 1), "headers": headers})
    assert address_of(request, [ipaddress.ip_network("10.0.0.0/8")]) == address
