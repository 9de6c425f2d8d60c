"""A refusal of a known person is recorded in their organization; a stranger's is not."""

from __future__ import annotations

import time
import uuid

from tests.api.serving import Api
from tests.fixtures.people import Organization, World


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


def test_a_flood_of_refusals_is_recorded_in_part(api: Api, own_world: World) -> None:
    viewer = api.member(own_world.a, "viewer")
    for _ in range(60):
        assert viewer("POST", "/clients", json={"name": "No"}).status_code == 403
    assert 18 <= len(wait_for(api, own_world.a, 18)) <= 40  # the minute may have turned once
