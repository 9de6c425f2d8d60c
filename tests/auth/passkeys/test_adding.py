"""Adding, naming and removing passkeys: by the person's own session, and only what was asked."""

from __future__ import annotations

import base64
from uuid import uuid4

import pytest
from psycopg import errors

from tests.auth.authenticator import App, waiting
from tests.auth.passkeys.authenticator import CAN_SYNC, IS_SYNCED, UP, UV, Key, client_data
from tests.auth.passkeys.person import add, begun, finish
from tests.auth.signing import Password, Signing
from tests.db.contexts import FORGED, refused


@pytest.mark.parametrize("key", [Key(), Key.rsa()], ids=["ES256", "RS256"])
def test_a_passkey_is_added_listed_named_and_removed(signing: Signing, key: Key) -> None:
    person = signing.sign_up()
    added = add(signing, person.proof, key)
    assert (added["outcome"], added["friendly_name"]) == ("added", "phone")
    assert "passkey_added" in signing.mails(person.email)
    (listed,) = signing.rows("own_passkeys", person.proof)
    assert (listed["id"], listed["transports"]) == (added["id"], ["internal"])
    assert listed["last_used_at"] is None
    renamed = signing.call("rename_passkey", person.proof, added["id"], "key ring")
    assert renamed["friendly_name"] == "key ring"
    assert begun(signing, person.proof)["known"] == [key.id]
    assert signing.call("remove_passkey", person.proof, added["id"]) == "removed"
    assert signing.rows("own_passkeys", person.proof) == []
    assert "passkey_removed" in signing.mails(person.email)
    assert finish(signing, key)["outcome"] == "refused"
    actions = signing.behind.execute(
        "select array_agg(action) from public.audit_log where user_id = %s", (person.user_id,)
    ).fetchone()
    assert actions is not None
    assert {"account.passkey_added", "account.passkey_removed"} <= set(actions[0])


def test_only_what_was_asked_for_is_added(signing: Signing) -> None:
    person, other = signing.sign_up(), signing.sign_up()
    key = Key()
    right = begun(signing, person.proof)
    challenge = right["challenge"]
    for data, client in (
        (None, client_data("webauthn.get", challenge)),
        (None, client_data("webauthn.create", b"another challenge of 32 bytes...")),
        (None, client_data("webauthn.create", challenge, "http://localhost:8001")),
        (None, client_data("webauthn.create", challenge, "https://localhost:8000")),
        (None, client_data("webauthn.create", challenge, crossOrigin=True)),
        (None, client_data("webauthn.create", challenge, topOrigin="https://else.example")),
        (None, b"no JSON"),
        (None, b"\xff\xfe"),
        (None, b'"text"'),
        (None, b"[" * 4000),
        (None, b"{}" + b" " * 4096),
        (Key(rp_id="else.example", id=key.id).data(made=True), None),
        (key.data(made=True, flags=UP), None),
        (key.data(made=True, flags=UV), None),
        (key.data(made=True, flags=UP | UV | IS_SYNCED), None),
        (key.data(), None),
        (Key().data(made=True), None),
        (key.data(made=True)[:50], None),
        (b"", None),
    ):
        step = begun(signing, person.proof)
        if client is not None:
            client = client.replace(_text(challenge), _text(step["challenge"]))
        answer = add(signing, person.proof, key, step=step, data=data, client=client)
        assert answer["outcome"] == "refused", (data, client)
        again = add(signing, person.proof, key, step=step)
        assert again["outcome"] == "unknown"  # one use, whatever comes of it
    theirs = begun(signing, other.proof)
    assert add(signing, person.proof, key, step=theirs)["outcome"] == "unknown"
    assert add(signing, person.proof, key, step={**theirs, "id": uuid4()})["outcome"] == "unknown"
    assert add(signing, person.proof, key)["outcome"] == "added"
    assert add(signing, other.proof, key)["outcome"] == "taken"


def _text(challenge: bytes) -> bytes:
    return base64.urlsafe_b64encode(challenge).rstrip(b"=")


def test_a_point_that_is_not_of_the_curve_is_no_key(signing: Signing) -> None:
    person, key = signing.sign_up(), Key()
    step = begun(signing, person.proof)
    point = key.public[0][:-1] + bytes([key.public[0][-1] ^ 1])
    answer = signing.call(
        "add_passkey",
        person.proof,
        step["id"],
        key.id,
        -7,
        point,
        None,
        key.data(made=True),
        client_data("webauthn.create", step["challenge"]),
        ["usb"],
        "x",
    )
    assert answer["outcome"] == "refused"


def test_a_challenge_lasts_five_minutes(signing: Signing) -> None:
    person, key = signing.sign_up(), Key()
    step = begun(signing, person.proof)
    signing.behind.execute(
        "update auth.passkey_challenges set expires_at = expires_at - interval '301 seconds'"
        " where id = %s",
        (step["id"],),
    )
    assert add(signing, person.proof, key, step=step)["outcome"] == "expired"


def test_a_person_has_ten_at_most(signing: Signing) -> None:
    person = signing.sign_up()
    late = begun(signing, person.proof)
    for _ in range(10):
        assert add(signing, person.proof, Key(flags=UP | UV | CAN_SYNC))["outcome"] == "added"
    assert begun(signing, person.proof)["outcome"] == "too_many"
    signing.behind.execute(
        "update auth.passkey_challenges set used_at = null where id = %s", (late["id"],)
    )
    # of many that were begun the newest ten last
    assert add(signing, person.proof, Key(), step=late)["outcome"] in ("unknown", "too_many")


def test_another_persons_passkey_is_as_unknown_as_a_random_one(signing: Signing) -> None:
    person, other = signing.sign_up(), signing.sign_up()
    theirs = add(signing, other.proof, Key())["id"]
    for passkey in (theirs, uuid4()):
        assert signing.call("remove_passkey", person.proof, passkey) == "unknown"
        assert signing.call("rename_passkey", person.proof, passkey, "mine")["id"] is None
    assert signing.rows("own_passkeys", other.proof)[0]["friendly_name"] == "phone"


def test_a_session_that_waits_does_none_of_it(signing: Signing) -> None:
    password = Password.new()
    person = signing.sign_up(password)
    raised = App.begun(signing, person.proof).added_by(person)
    added = add(signing, raised.proof, Key())
    step = begun(signing, raised.proof)
    waits = waiting(signing, signing.sign_in(person.email, password))
    assert begun(signing, waits)["outcome"] == "second_step"
    assert add(signing, waits, Key(), step=step)["outcome"] == "second_step"
    assert signing.call("remove_passkey", waits, added["id"]) == "second_step"
    with refused(FORGED):
        signing.rows("own_passkeys", waits)
    with refused(FORGED):
        signing.call("rename_passkey", waits, added["id"], "x")
    for function, values in (
        ("begin_passkey", ("http://localhost:8000", "localhost")),
        ("own_passkeys", ()),
        ("rename_passkey", (added["id"], "x")),
        ("remove_passkey", (added["id"],)),
    ):
        with refused(FORGED):
            signing.call(function, bytes(32), *values)


def test_only_a_host_and_an_origin_are_kept(signing: Signing) -> None:
    person = signing.sign_up()
    for origin, host in (
        ("javascript:alert(1)", "localhost"),
        ("https://a.example/path", "a.example"),
        ("https://A.example", "a.example"),
        ("https://a.example", "a.example/"),
        ("https://a.example", ""),
    ):
        with pytest.raises(errors.CheckViolation):
            begun(signing, person.proof, origin, host)


def test_the_installer_removes_passkeys_too(signing: Signing) -> None:
    person, key = signing.sign_up(), Key()
    add(signing, person.proof, key)
    with signing.installation.as_owner() as owner:
        row = owner.execute("select core.remove_factors(%s)", (person.email,)).fetchone()
    assert row == (1,)
    assert signing.opens(person.proof) is None
    assert finish(signing, key)["outcome"] == "refused"
