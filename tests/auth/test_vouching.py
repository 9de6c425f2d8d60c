"""On the login of sign-in nobody is signed in by a provider whom the process does not vouch for."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import psycopg
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from psycopg.errors import InsufficientPrivilege, InvalidAuthorizationSpecification

from sealedbid.auth.vouching import mac_of, moment_of
from sealedbid.platform.installer import keep_provider, providers
from tests.auth.signing import AGENT, Signing, new_address, new_network
from tests.fixtures.server import Installation

pytestmark = pytest.mark.full

KEY = secrets.token_bytes(32)
Said = dict[str, Any]


@pytest.fixture(scope="module")
def on(make_database: Any) -> Installation:
    """A database of its own, with both providers turned on."""
    installation: Installation = make_database()
    for name in ("google", "github"):
        keep_provider(installation.owner, name, KEY)
    return installation


@pytest.fixture
def signing(on: Installation) -> Iterator[Signing]:
    with on.connect("sb_auth") as auth, on.as_superuser() as behind:
        yield Signing(on, auth, behind)


class Flow:
    """A sign-in that has begun, and whose state came back."""

    def __init__(
        self, signing: Signing, provider: str = "google", *, challenge: bytes | None = None
    ) -> None:
        self.signing, self.provider = signing, provider
        self.state, self.browser = secrets.token_bytes(32), secrets.token_bytes(32)
        begun = signing.call(
            "begin_oauth",
            provider,
            hashlib.sha256(self.state).digest(),
            self.browser,
            challenge,
            "v" * 43,
            "n" * 43,
            "https://sealedbid.example/",
            None,
            new_network(),
        )
        assert begun == {"wait": 0, "outcome": "begun"}
        self.id: UUID | None = None

    def show(self) -> None:
        shown = self.signing.call("show_state", self.state, self.browser)
        assert shown["outcome"] == "shown"
        self.id = shown["flow"]

    def said(self, **changed: Any) -> Said:
        return {
            "subject": secrets.token_hex(8),
            "address": new_address(),
            "is_verified": True,
            "name": "A Person",
            "code_hash": secrets.token_bytes(32),
            "device": None,
        } | changed

    def mac(self, said: Said, key: bytes = KEY) -> bytes:
        device = said["device"]
        return mac_of(
            key,
            [
                str(self.id),
                self.state.hex(),
                self.browser.hex(),
                self.provider,
                said["subject"],
                said["address"],
                "true" if said["is_verified"] else "false",
                said["name"],
                said["code_hash"].hex(),
                None if device is None else device.hex(),
            ],
        )

    def finish(self, said: Said, mac: bytes | None, **changed: Any) -> dict[str, Any]:
        given = {"state": self.state, "browser": self.browser, "provider": self.provider} | said
        given |= changed
        found: dict[str, Any] = self.signing.call(
            "finish_oauth",
            given["state"],
            given["browser"],
            given["provider"],
            given["subject"],
            given["address"],
            given["is_verified"],
            given["name"],
            given["code_hash"],
            given["device"],
            new_network(),
            AGENT,
            mac,
        )
        return found


def test_what_the_process_vouches_for_signs_in_once(signing: Signing) -> None:
    flow = Flow(signing)
    flow.show()
    said = flow.said()
    ended = flow.finish(said, flow.mac(said))
    assert (ended["outcome"], ended["address"]) == ("signed_in", said["address"])
    assert signing.opens(signing.registered(ended).proof) == ended["account"]
    assert flow.finish(said, flow.mac(said))["outcome"] == "refused"


@pytest.mark.parametrize("mac", [None, b"", b"\0" * 32, b"made up".ljust(32, b"!")])
def test_no_made_up_mac_signs_in(signing: Signing, mac: bytes | None) -> None:
    person = signing.sign_up()
    flow = Flow(signing)
    flow.show()
    with pytest.raises(InvalidAuthorizationSpecification):
        flow.finish(flow.said(address=person.email), mac)
    with pytest.raises(InvalidAuthorizationSpecification):
        said = flow.said(address=person.email)
        flow.finish(said, flow.mac(said, key=b"\0" * 32))


@pytest.mark.parametrize(
    "changed",
    [
        {"subject": "another"},
        {"address": "victim@example.org"},
        {"address": None},
        {"is_verified": False},
        {"is_verified": None},
        {"name": "Another"},
        {"name": None},
        {"code_hash": b"\0" * 32},
        {"device": b"\0" * 32},
        {"subject": "A Person", "name": "x"},
    ],
)
def test_a_mac_is_for_what_it_was_made_of(signing: Signing, changed: Said) -> None:
    flow = Flow(signing)
    flow.show()
    said = flow.said()
    with pytest.raises(InvalidAuthorizationSpecification):
        flow.finish(said, flow.mac(said), **changed)


def test_the_mac_of_another_flow_does_not_count(signing: Signing) -> None:
    one, other = Flow(signing), Flow(signing)
    one.show()
    other.show()
    said = one.said()
    for used in (other, Flow(signing, "github")):
        if used.id is None:
            used.show()
        with pytest.raises(InvalidAuthorizationSpecification):
            used.finish(said, one.mac(said))
    assert one.finish(said, one.mac(said), browser=secrets.token_bytes(32))["outcome"] == "refused"
    assert one.finish(said, one.mac(said), provider="github")["outcome"] == "refused"
    assert one.finish(said, one.mac(said))["outcome"] == "signed_in"


def test_a_flow_whose_state_never_came_back_ends_nothing(signing: Signing) -> None:
    flow = Flow(signing)
    row = signing.behind.execute(
        "select id from auth.flows where state_hash = %s", (hashlib.sha256(flow.state).digest(),)
    ).fetchone()
    assert row is not None
    flow.id = row[0]
    said = flow.said()
    assert flow.finish(said, flow.mac(said))["outcome"] == "refused"


def test_a_provider_that_was_turned_off_meanwhile_signs_nobody_in(signing: Signing) -> None:
    flow = Flow(signing, "github")
    flow.show()
    said = flow.said()
    owner = signing.installation.owner
    assert keep_provider(owner, "github", None) is True
    assert providers(owner) == ["google"]
    assert keep_provider(owner, "github", None) is False
    assert flow.finish(said, flow.mac(said))["outcome"] == "refused"
    begun = signing.call("begin_oauth", "github", *[b"\0" * 32] * 3, "v", "n", None, None, None)
    assert begun == {"wait": 0, "outcome": "off"}
    keep_provider(owner, "github", KEY)
    assert flow.finish(said, flow.mac(said))["outcome"] == "refused"
    assert signing.call("oauth_providers") == ["github", "google"]


def test_another_key_ends_what_the_one_before_vouched_for(signing: Signing) -> None:
    keep_provider(signing.installation.owner, "google", secrets.token_bytes(32))
    flow = Flow(signing)
    flow.show()
    said = flow.said()
    with pytest.raises(InvalidAuthorizationSpecification):
        flow.finish(said, flow.mac(said))
    keep_provider(signing.installation.owner, "google", KEY)


@pytest.mark.parametrize("name", ["facebook", "", "context", "../context", None])
def test_only_what_is_known_is_turned_on(signing: Signing, name: Any) -> None:
    with pytest.raises(Exception, match="vouched"):
        keep_provider(signing.installation.owner, name, KEY)


@pytest.mark.parametrize(
    "statement",
    [
        "select core.keep_provider('google', sha256('mine'))",
        "select core.providers()",
        "select seal_private.keep_vouching_key('oauth.google', sha256('mine'))",
        "select seal_private.is_vouched('oauth.google', '{}', '')",
        "select seal_private.store_key('oauth.google', sha256('mine'), '1 hour')",
        "select * from seal_private.keys",
        "select * from auth.flows",
        "select * from auth.identities",
        "insert into auth.identities (user_id, provider, provider_id)"
        " values (gen_random_uuid(), 'google', '1')",
        "select seal_private.add_identity(gen_random_uuid(), 'google', '1', null, true, '')",
        "select seal_private.person_of_identity('google', '1', 'a@b.c', true, '')",
        "select seal_private.sign_in(gen_random_uuid(), 'oauth', null, null, null)",
        "select seal_private.empty_account(gen_random_uuid())",
    ],
)
@pytest.mark.parametrize("login", ["sb_auth", "sb_api", "sb_worker"])
def test_no_login_reaches_what_decides(signing: Signing, login: Any, statement: str) -> None:
    with (
        signing.installation.connect(login) as connection,
        pytest.raises(InsufficientPrivilege),
    ):
        connection.execute(statement)


@given(st.lists(st.none() | st.text(st.characters(codec="utf-8", exclude_characters="\0"))))
def test_the_database_and_the_process_sign_the_same_bytes(
    installation: Installation, parts: list[str | None]
) -> None:
    with psycopg.connect(installation.superuser) as behind:
        row = behind.execute(
            "select sha256(%s || sha256(%s || seal_private.vouched_bytes(%s::text[])))",
            (*(bytes(a ^ b for a in KEY.ljust(64, b"\0")) for b in (0x5C, 0x36)), parts),
        ).fetchone()
    assert row is not None
    assert row[0] == mac_of(KEY, parts)


@given(st.datetimes(timezones=st.timezones(), allow_imaginary=False))
def test_the_database_and_the_process_sign_the_same_moments(
    installation: Installation, moment: datetime
) -> None:
    assume(datetime(2, 1, 1, tzinfo=UTC) < moment < datetime(9998, 1, 1, tzinfo=UTC))
    with psycopg.connect(installation.superuser) as behind:
        row = behind.execute("select seal_private.vouched_moment(%s)", (moment,)).fetchone()
    assert row == (moment_of(moment),)


@given(st.lists(st.none() | st.text(max_size=4)), st.lists(st.none() | st.text(max_size=4)))
def test_other_parts_have_another_mac(one: list[str | None], other: list[str | None]) -> None:
    assert (mac_of(KEY, one) == mac_of(KEY, other)) is (one == other)
