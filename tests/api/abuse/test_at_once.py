"""The same thing many times at once, on two processes of the real server: it happens once."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest

from tests.api.abuse.accounts import session_of
from tests.api.abuse.process import serving
from tests.api.core.test_joining import token_of
from tests.api.serving import Api, OrgClient
from tests.fixtures.people import People, World
from tests.fixtures.server import Installation

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def busy(abused: Installation, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """The API in two processes: no lock of one of them decides."""
    with serving(abused, tmp_path_factory.mktemp("busy"), "--workers", "2") as process:
        api = Api(abused, process.url)
        yield api
        assert "Traceback" not in process.said()
        api.close()


def at_once(number: int, ask: Callable[[int], httpx2.Response]) -> list[httpx2.Response]:
    """Ask as often as that, when all are ready to."""
    gate = threading.Barrier(number)

    def wait_and_ask(n: int) -> httpx2.Response:
        gate.wait(30)
        return ask(n)

    with ThreadPoolExecutor(number) as threads:
        return list(threads.map(wait_and_ask, range(number)))


def test_fifty_acceptances_of_one_invitation_make_one_member(busy: Api, two: World) -> None:
    friend = People(busy.installation).sign_up("friend")
    admin = busy.member(two.a, "admin")
    invited = admin("POST", "/invitations", json={"email": friend.email, "role": "viewer"})
    given = {"token": token_of(busy.installation, invited.json()["id"])}
    clients = [busy.client(busy.token(friend)) for _ in range(50)]
    answers = at_once(50, lambda n: clients[n].post("/api/v1/invitations/accept", json=given))
    assert Counter(answer.status_code for answer in answers) == {200: 1, 410: 49}
    members = admin("GET", "/members").json()["data"]
    assert [each["role"] for each in members if each["email"] == friend.email] == ["viewer"]
    with busy.installation.as_superuser() as behind:
        told = behind.execute(
            "select count(*) from public.audit_log where org_id = %s and user_id = %s"
            " and action like 'member%%'",
            (two.a.id, friend.id),
        ).fetchone()
    assert told == (1,)


def test_twenty_five_refreshes_with_one_token_go_on_in_one_family(busy: Api) -> None:
    first: Any = session_of(busy)
    clients = [busy.client() for _ in range(25)]

    def refresh(client: httpx2.Client, token: str) -> httpx2.Response:
        path = "/auth/v1/token?grant_type=refresh_token"
        return client.post(path, json={"refresh_token": token})

    answers = at_once(25, lambda n: refresh(clients[n], first["refresh_token"]))
    assert [answer.status_code for answer in answers] == [200] * 25
    (second,) = {answer.json()["refresh_token"] for answer in answers}
    bearers = [busy.client(answer.json()["access_token"]) for answer in answers]
    assert [each.get("/auth/v1/user").status_code for each in bearers] == [200] * 25
    third = refresh(clients[0], second)
    assert third.status_code == 200
    reused = at_once(25, lambda n: refresh(clients[n], first["refresh_token"]))
    assert {answer.status_code for answer in reused} == {400}
    ended = [*bearers, busy.client(third.json()["access_token"])]
    assert [each.get("/auth/v1/user").status_code for each in ended] == [403] * 26
    assert refresh(clients[0], third.json()["refresh_token"]).status_code == 400


def test_twenty_equal_creates_make_one_row(busy: Api, two: World) -> None:
    token = busy.token(two.a.member)
    members = [OrgClient(busy.client(token), two.a.id) for _ in range(20)]
    given = {"json": {"name": "Once"}, "headers": {"idempotency-key": "k1"}}
    answers = at_once(20, lambda n: members[n]("POST", "/clients", **given))
    assert [answer.status_code for answer in answers] == [201] * 20
    assert len({answer.content for answer in answers}) == 1
    assert sum("idempotency-replayed" in answer.headers for answer in answers) == 19
    assert len(members[0]("GET", "/clients").json()["data"]) == 1


def test_twenty_equal_keys_show_one_secret(busy: Api, two: World) -> None:
    token = busy.token(two.a.admin)
    admins = [OrgClient(busy.client(token), two.a.id) for _ in range(20)]
    given = {"json": {"name": "Once"}, "headers": {"idempotency-key": "k2"}}
    answers = at_once(20, lambda n: admins[n]("POST", "/keys", **given))
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: 19}
    assert sum("sb_key_" in answer.text for answer in answers) == 1
    assert {answer.json()["type"] for answer in answers if not answer.is_success} == {
        "already-done"
    }
    assert len(admins[0]("GET", "/keys").json()["data"]) == 1


def test_twenty_changes_of_one_version_change_it_once(busy: Api, two: World) -> None:
    members = [busy.member(two.a) for _ in range(20)]
    id = members[0]("POST", "/clients", json={"name": "One"}).json()["id"]
    answers = at_once(
        20,
        lambda n: members[n](
            "PATCH", f"/clients/{id}", json={"notes": str(n)}, headers={"if-match": '"0"'}
        ),
    )
    assert Counter(answer.status_code for answer in answers) == {200: 1, 412: 19}


def test_owners_who_leave_at_once_leave_one(busy: Api, two: World) -> None:
    people = People(busy.installation)
    second = people.sign_up("second")
    people.join(two.a.id, two.a.owner, second, "owner")
    owners = [OrgClient(busy.client(busy.token(each)), two.a.id) for each in (two.a.owner, second)]
    ids = (two.a.owner.id, second.id)
    answers = at_once(2, lambda n: owners[n]("DELETE", f"/members/{ids[n]}"))
    assert sorted(answer.status_code for answer in answers) == [204, 409]
