"""Every id of another organization, in every place that takes one, is a random id to us."""

from __future__ import annotations

import base64
import json
import secrets
import uuid
from dataclasses import dataclass
from typing import Any

import httpx2
import psycopg
import pytest

from sealedbid.isolation.prove.behind import Behind
from sealedbid.isolation.prove.ground import Ground
from tests.api.serving import Api
from tests.api.walking import Slot, Walked, walk
from tests.auth.passkeys.authenticator import Key
from tests.auth.passkeys.person import add, begun
from tests.auth.signing import Signing
from tests.fixtures.people import Person
from tests.fixtures.server import Installation
from tests.injection.conftest import inhabit

pytestmark = pytest.mark.full

WALKED = {each.name: each for each in walk()}
TAKING = [name for name, each in WALKED.items() if each.slots()]
INSIDE = [name for name, each in WALKED.items() if "{org}" in each.route.path]
PAGED = [name for name in INSIDE if WALKED[name].takes("cursor")]
KEYED = [name for name in INSIDE if WALKED[name].takes("Idempotency-Key")]


@dataclass(frozen=True, slots=True)
class Sides:
    """Two organizations with a row in every table, and the ids of both."""

    ground: Ground
    api: Api
    theirs: list[uuid.UUID]
    ours: list[uuid.UUID]

    def own(self, walked: Walked, slot: Slot) -> object:
        """A row of ours for the place, found by its name: ``client_id``, or ``/clients/{id}``."""
        *before, name = slot.path
        kind = name.removesuffix("_id") + "s"
        if slot.place == "path" and name == "id":
            parts = walked.route.path.split("/")
            kind = parts[parts.index("{id}") - 1]
        elif name == "0":
            kind = before[-1]
        for table, row in self.ground.a.rows.items():
            if table.endswith((f".{kind}", f"_{kind}")) and {"id", "user_id"} & set(row):
                return row.get("id", row.get("user_id"))
        return uuid.UUID(int=7)

    def client(self, side: str, rank: str) -> httpx2.Client:
        people = getattr(self.ground, side).people
        return self.api.client(self.api.token(Person(people[rank], "", b"", uuid.uuid4())))


@pytest.fixture(scope="module")
def sides(abused: Installation, real: Api) -> Sides:
    """The two; a person of the other one has an account, too."""
    ground = inhabit(abused)
    with abused.connect("sb_auth") as auth, abused.as_superuser() as behind:
        signing = Signing(abused, auth, behind)
        signed_up = signing.sign_up()
        passkey = add(signing, signed_up.proof, Key())["id"]
        challenge = begun(signing, signed_up.proof)["id"]
    accounts = {signed_up.session_id, signed_up.user_id, passkey, challenge}
    theirs, ours = (
        {each for row in side.rows.values() for each in row.values() if isinstance(each, uuid.UUID)}
        for side in (ground.b, ground.a)
    )
    lease, people = ground.b.lease, set(ground.b.people.values())
    theirs = (theirs - ours) | people | accounts | {lease.job_id, lease.token}
    return Sides(ground, real, sorted(theirs), sorted(ours - set(ground.a.people.values())))


def said(answer: httpx2.Response) -> tuple[Any, ...]:
    """Everything that an answer tells, but for its own id, its time and its caller's limits."""
    headers = {
        name: value
        for name, value in answer.headers.items()
        if name not in ("x-request-id", "date", "ratelimit", "ratelimit-policy")
    }
    id = answer.headers["x-request-id"]
    return answer.status_code, answer.text.replace(id, ""), headers


def shown(walked: Walked, sides: Sides, client: httpx2.Client, slot: Slot, id: object) -> Any:
    """The answer to a request of ours with this id in this place; other places have own rows."""
    ids: dict[Slot, object] = {each: sides.own(walked, each) for each in walked.slots()}
    with sides.api.installation.as_superuser() as behind:
        behind.execute("delete from auth.tries")  # codes are tried a few times alone
    return said(walked.send(client, sides.ground.a.org_id, ids | {slot: id}))


@pytest.mark.parametrize("rank", [pytest.param("member", marks=pytest.mark.full), "owner"])
@pytest.mark.parametrize("name", TAKING)
def test_a_foreign_id_is_answered_as_a_random_one(sides: Sides, name: str, rank: str) -> None:
    walked, client = WALKED[name], sides.client("a", rank)
    with psycopg.connect(sides.api.installation.owner, autocommit=True) as owner:
        behind = Behind(owner, sides.ground)
        before = behind.hashes()
        for slot in walked.slots():
            expected = shown(walked, sides, client, slot, uuid.uuid4())
            assert expected == shown(walked, sides, client, slot, uuid.uuid4())
            for id in sides.theirs:
                assert shown(walked, sides, client, slot, id) == expected, (slot, id)
        assert behind.hashes() == before


@pytest.mark.parametrize("name", INSIDE)
def test_a_foreign_organization_is_answered_as_a_random_one(sides: Sides, name: str) -> None:
    walked, client = WALKED[name], sides.client("a", "owner")
    ids: dict[Slot, object] = dict.fromkeys(walked.slots(), uuid.UUID(int=7))
    foreign, unknown = (
        said(walked.send(client, org, ids)) for org in (sides.ground.b.org_id, uuid.uuid4())
    )
    assert foreign == unknown
    assert foreign[0] == 404


@pytest.mark.full
@pytest.mark.parametrize("name", PAGED)
def test_a_cursor_with_a_foreign_id_leads_where_a_random_one_does(sides: Sides, name: str) -> None:
    walked, client = WALKED[name], sides.client("a", "owner")
    adding = next(
        each
        for each in WALKED.values()
        if (each.route.method, each.route.path) == ("POST", walked.route.path)
    )
    path = walked.route.path.replace("{org}", str(sides.ground.a.org_id))
    for _ in range(2):
        assert adding.send(client, sides.ground.a.org_id, {}).status_code == 201
    cursor = client.get(path, params={"limit": "1"}).json()["next"]
    *rest, _ = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))

    def after(id: uuid.UUID, *parts: Any) -> tuple[Any, ...]:
        forged = base64.urlsafe_b64encode(json.dumps([*(parts or rest), str(id)]).encode())
        return said(client.get(path, params={"cursor": forged.decode().rstrip("=")}))

    for id in sides.theirs:
        neighbour = uuid.UUID(int=id.int + 1)  # pages begin behind a place: a random id has another
        assert after(id) == after(neighbour), id
        assert after(id)[0] == 200
    foreign = sides.client("b", "owner")
    theirs = walked.route.path.replace("{org}", str(sides.ground.b.org_id))
    for _ in range(2):
        assert adding.send(foreign, sides.ground.b.org_id, {}).status_code == 201
    given = foreign.get(theirs, params={"limit": "1"}).json()["next"]
    unknown = [*rest[:2], "0123456789abcdef", *rest[3:]]
    assert said(client.get(path, params={"cursor": given})) == after(uuid.uuid4(), *unknown)


@pytest.mark.parametrize("name", KEYED)
def test_a_key_that_another_organization_used_is_a_new_one(sides: Sides, name: str) -> None:
    walked = WALKED[name]
    ids: dict[Slot, object] = dict.fromkeys(walked.slots(), uuid.uuid4())
    given = {"idempotency-key": secrets.token_hex(8)}
    first = walked.send(sides.client("b", "owner"), sides.ground.b.org_id, ids, **given)
    ours = sides.client("a", "owner")
    used = walked.send(ours, sides.ground.a.org_id, ids, **given)
    fresh = walked.send(
        ours, sides.ground.a.org_id, ids, **{"idempotency-key": secrets.token_hex(8)}
    )
    assert first.status_code == used.status_code == fresh.status_code
    assert {*used.headers} == {*fresh.headers}
    assert "idempotency-replayed" not in used.headers
    if not walked.slots():
        assert used.status_code == walked.route.promise.status, hint(walked, used)
        assert {*used.json()} == {*fresh.json()}


@pytest.mark.full
def test_an_id_of_ones_own_is_not_answered_as_a_random_one(sides: Sides) -> None:
    """Otherwise every id would be equal because the requests are no good ones."""
    client = sides.client("a", "owner")
    inside = [WALKED[name] for name in TAKING if name in INSIDE]
    for walked in sorted(inside, key=lambda each: each.route.method == "DELETE"):
        for slot in walked.slots():
            random = shown(walked, sides, client, slot, uuid.uuid4())
            own = [shown(walked, sides, client, slot, id) for id in sides.ours]
            reached = {walked.route.promise.status, 409, 412}  # done, or kept from it by the row
            assert reached & {status for status, *_ in own}, hint(
                walked, [answer for answer in own if answer != random]
            )


def hint(walked: Walked, answers: object) -> str:
    return (
        f"{walked.route.method} {walked.route.path} did nothing with {walked.body()}: {answers}. "
        "Give the field that is refused a value in SAMPLES, in tests/api/walking.py."
    )
