"""A refusal of a known person is recorded in their organization, a stranger's in the platform's."""

from __future__ import annotations

import time
import uuid

import pytest

from tests.api.serving import Api, served
from tests.fixtures.people import Organization, World
from tests.fixtures.server import Installation

STRANGERS = ("credential.refused", "sign_in.refused")


def recorded(api: Api, organization: Organization) -> list[tuple[object, str, str]]:
    """The refusals in the organization's log: who, as what, and the route."""
    with api.installation.as_superuser() as behind:
        return behind.execute(
            "select user_id, actor_kind, resource_id from public.audit_log"
            " where org_id = %s and action = 'request.refused'",
            (organization.id,),
        ).fetchall()


def wait_for(api: Api, organization: Organization, count: int) -> list[tuple[object, str, str]]:
    for _ in range(100):
        if len(found := recorded(api, organization)) >= count:
            return found
        time.sleep(0.05)
    return recorded(api, organization)


def test_a_rank_that_is_too_low_is_recorded(api: Api, own_world: World) -> None:
    viewer = api.member(own_world.a, "viewer")
    assert viewer("POST", "/clients", json={"name": "No"}).status_code == 403
    assert wait_for(api, own_world.a, 1) == [
        (own_world.a.viewer.id, "session", "POST /api/v1/orgs/{org}/clients")
    ]


def test_foreign_ids_and_organizations_are_not_known_and_not_recorded(
    api: Api, own_world: World
) -> None:
    admin = api.member(own_world.a, "admin")
    assert admin("GET", f"/clients/{uuid.uuid4()}").status_code == 404
    stranger = api.client(api.token(own_world.stranger))
    assert stranger.get(f"/api/v1/orgs/{own_world.a.id}/clients").status_code == 404
    viewer = api.member(own_world.a, "viewer")
    assert viewer("POST", "/clients", json={"name": "No"}).status_code == 403
    assert len(wait_for(api, own_world.a, 1)) == 1


def test_of_a_flood_the_most_are_one_row_with_their_number(
    installation: Installation, own_world: World
) -> None:
    with served(installation) as url:
        api = Api(installation, url)
        viewer = api.member(own_world.a, "viewer")
        for _ in range(60):
            assert viewer("POST", "/clients", json={"name": "No"}).status_code == 403
        api.close()
    # what is counted is recorded at the end of the minute, or when the server stops
    with installation.as_superuser() as behind:
        rows = behind.execute(
            "select coalesce((detail ->> 'count')::int, 1), user_id from public.audit_log"
            " where org_id = %s and action = 'request.refused'",
            (own_world.a.id,),
        ).fetchall()
    assert sum(count for count, _ in rows) == 60
    assert len(rows) <= 42  # the minute may have turned once
    assert {user for _, user in rows} == {own_world.a.viewer.id}


def of_strangers(installation: Installation, action: str) -> int:
    """Count such refusals in the platform's log; each says the network and nobody's name."""
    with installation.as_superuser() as behind:
        rows = behind.execute(
            "select coalesce((detail ->> 'count')::int, 1), host(ip), user_id, actor_kind"
            "  from public.audit_log where org_id = %s and action = %s",
            (uuid.UUID(int=0), action),
        ).fetchall()
    assert {row[1:] for row in rows} <= {("127.0.0.1", None, "nobody")}
    return sum(row[0] for row in rows)


@pytest.mark.full
def test_credentials_that_nobody_knows_and_failed_sign_ins_are_in_the_platforms_log(
    installation: Installation, world: World
) -> None:
    before = [of_strangers(installation, action) for action in STRANGERS]
    with served(installation) as url:
        api = Api(installation, url)
        stranger, nobody = api.client("no token that is known"), api.client()
        for _ in range(30):
            assert stranger.get(f"/api/v1/orgs/{world.a.id}/clients").status_code == 401
            assert nobody.get(f"/api/v1/orgs/{world.a.id}/clients").status_code == 401
        for _ in range(3):
            answer = nobody.post(
                "/auth/v1/token?grant_type=password",
                json={"email": f"{uuid.uuid4()}@example.org", "password": "not a password"},
            )
            assert answer.status_code == 400
        api.close()
    after = [of_strangers(installation, action) for action in STRANGERS]
    assert [now - was for now, was in zip(after, before, strict=True)] == [30, 3]
