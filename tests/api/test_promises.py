"""Every route says who may call it, and the documents say what the routes do."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Any

import pytest

from sealedbid.api.app import create_app
from sealedbid.api.route import Route
from sealedbid.platform.config import Settings
from tests.api.serving import Api, OrgClient
from tests.api.walking import walk
from tests.fixtures.people import World
from tests.generated.api import api as page_of
from tests.generated.api import openapi, routes

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
OPEN = {
    *("/healthz", "/readyz", "/metrics"),
    *(f"/auth/v1/{name}" for name in ("signup", "token", "recover", "otp", "magiclink", "resend")),
    *(f"/auth/v1/{name}" for name in ("verify", "verify/page", "settings", "health")),
    *(f"/auth/v1/passkeys/authentication/{name}" for name in ("options", "verify")),
    *(f"/auth/v1/{name}" for name in ("authorize", "callback", ".well-known/jwks.json")),
    *("/join", "/join/sign-in"),
}
"""The routes that need no credential, each of them on purpose."""
WALKED = {each.name: each for each in walk()}
ROUTES = {name: each.route for name, each in WALKED.items()}
INSIDE = [name for name, route in ROUTES.items() if "{org}" in route.path]


def call(caller: OrgClient, route: Route, id: object = "") -> Any:
    """Call the route with a good body; ``id`` is that of its row."""
    walked = WALKED[route.name]
    return walked.send(caller.client, caller.org_id, dict.fromkeys(walked.slots(), id))


def test_no_route_goes_past_the_wrapper() -> None:
    app = create_app(Settings(home=Path("/nonexistent")))
    assert [route for route in app.routes if not isinstance(route, Route)] == []


def test_every_route_says_who_may_call_it() -> None:
    for route in ROUTES.values():
        if "{org}" in route.path:
            assert route.promise.rank is not None, route.path
        if not route.needs_caller:
            assert route.path in OPEN


def test_names_are_not_given_twice() -> None:
    assert len(ROUTES) == len(routes())


@pytest.mark.parametrize("name", INSIDE)
def test_strangers_and_people_of_another_organization_get_one_answer(
    api: Api, world: World, name: str
) -> None:
    id = uuid.uuid4()
    nobody = call(OrgClient(api.client(), world.a.id), ROUTES[name], id)
    assert nobody.status_code == 401
    answers = [
        call(OrgClient(api.client(api.token(person)), org), ROUTES[name], id)
        for person, org in (
            (world.stranger, world.a.id),
            (world.b.owner, world.a.id),
            (world.b.owner, uuid.uuid4()),
        )
    ]
    for answer in answers:
        assert (answer.status_code, answer.json()["type"]) == (404, "organization-not-found")


@pytest.mark.parametrize("name", INSIDE)
def test_the_rank_below_is_not_enough(api: Api, world: World, name: str) -> None:
    rank = ROUTES[name].promise.rank
    assert rank is not None
    if rank <= 1:
        return  # whoever is a member may read
    below = {2: "viewer", 3: "member", 4: "admin"}[int(rank)]
    answer = call(api.member(world.a, below), ROUTES[name], uuid.uuid4())
    assert (answer.status_code, answer.json()["type"]) == (403, "not-allowed")


def test_the_documents_are_what_the_routes_say() -> None:
    assert (REFERENCE / "openapi.json").read_text(encoding="utf-8") == openapi(), "make schema"
    page = (REFERENCE / "api.md").read_text(encoding="utf-8")
    assert page == page_of(page), "make schema"


def test_every_reference_of_the_document_is_there() -> None:
    text = openapi()
    named = set(json.loads(text)["components"]["schemas"])
    found = {each.partition('"')[0] for each in text.split("#/components/schemas/")[1:]}
    assert found <= named
