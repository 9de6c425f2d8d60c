"""Signing in by a passkey: the database verifies each part, and every challenge is for one try."""

from __future__ import annotations

import hashlib
import secrets
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from psycopg import errors

from tests.auth.authenticator import App
from tests.auth.passkeys.authenticator import (
    CAN_SYNC,
    IS_SYNCED,
    ORIGIN,
    RP_ID,
    UP,
    UV,
    Key,
    client_data,
)
from tests.auth.passkeys.person import add, asked, begun, finish
from tests.auth.signing import Password, SignedIn, Signing, new_device, new_network


def with_key(signing: Signing, key: Key | None = None) -> tuple[SignedIn, Key]:
    """A person with a passkey."""
    person, key = signing.sign_up(Password.new()), key or Key()
    assert add(signing, person.proof, key)["outcome"] == "added"
    return person, key


@pytest.mark.parametrize("kind", ["ES256", "RS256"])
def test_what_the_device_signed_signs_in_with_two_factors(signing: Signing, kind: str) -> None:
    person, key = with_key(signing, Key() if kind == "ES256" else Key.rsa())
    for _ in range(2):
        answer = finish(signing, key)
        assert (answer["outcome"], answer["account"]) == ("signed_in", person.user_id)
        assert (answer["level"], answer["methods"][0]["method"]) == (2, "passkey")
        assert signing.opens(signing.registered(answer).proof) == person.user_id
    (listed,) = signing.rows("own_passkeys", person.proof)
    assert listed["last_used_at"] is not None


def test_no_second_step_is_asked_for_and_removing_the_app_changes_nothing(
    signing: Signing,
) -> None:
    person, key = with_key(signing)
    app = App.begun(signing, person.proof)
    app.added_by(person)
    by_passkey = signing.registered(finish(signing, key))
    assert signing.opens(by_passkey.proof) == person.user_id
    assert signing.call("remove_factor", by_passkey.proof, app.id) == "removed"
    again = signing.refresh(by_passkey.session_id, by_passkey.counter, by_passkey.mac)
    assert (again["outcome"], again["level"]) == ("rotated", 2)


def test_its_browser_is_known_as_one_that_showed_two_factors(signing: Signing) -> None:
    person, key = with_key(signing)
    app = App.begun(signing, person.proof)
    app.added_by(person)
    device = new_device()
    assert finish(signing, key, device=device)["outcome"] == "signed_in"
    known = "select aal from auth.devices where user_id = %s and device = %s"
    assert signing.behind.execute(known, (person.user_id, device)).fetchone() == (2,)


def test_one_wrong_part_is_refused_and_uses_the_challenge_up(signing: Signing) -> None:
    person, key = with_key(signing)
    other, theirs = with_key(signing)
    stranger = Key(id=key.id, handle=key.handle)
    for given in (
        {"signature": b""},
        {"signature": secrets.token_bytes(70)},
        {"signature": stranger.sign(key.data() + hashlib.sha256(b"{}").digest())},
        {"handle": other.user_id.bytes},
        {"handle": b""},
        {"handle": str(person.user_id).encode()},
        {"data": key.data(flags=UP)},
        {"data": key.data(flags=UV)},
        {"data": key.data(flags=UP | UV | CAN_SYNC)},
        {"data": key.data(flags=UP | UV | IS_SYNCED)},
        {"data": Key(rp_id="else.example").data()},
        {"data": key.data()[:36]},
        {"data": b""},
    ):
        step = asked(signing)
        assert finish(signing, key, step=step, **given)["outcome"] == "refused", given  # type: ignore[arg-type] # one of the parts
        assert finish(signing, key, step=step)["outcome"] == "unknown"
    signing.behind.execute("delete from auth.tries")
    for type, challenge, origin, more in (
        ("webauthn.create", None, ORIGIN, {}),
        ("payment.get", None, ORIGIN, {}),
        ("webauthn.get", secrets.token_bytes(32), ORIGIN, {}),
        ("webauthn.get", None, "http://localhost", {}),
        ("webauthn.get", None, "https://localhost:8000", {}),
        ("webauthn.get", None, "http://localhost:8000.else.example", {}),
        ("webauthn.get", None, ORIGIN, {"crossOrigin": True}),
        ("webauthn.get", None, ORIGIN, {"topOrigin": "https://else.example"}),
    ):
        step = asked(signing)
        client = client_data(type, challenge or step["challenge"], origin, **more)
        assert finish(signing, key, step=step, client=client)["outcome"] == "refused"
    stolen = Key(private=key.private, id=theirs.id, handle=key.handle)
    assert finish(signing, stolen)["outcome"] == "refused"
    assert finish(signing, Key(handle=key.handle))["outcome"] == "refused"
    assert finish(signing, key)["outcome"] == "signed_in"


def test_each_bit_of_what_is_signed_counts(signing: Signing) -> None:
    _, key = with_key(signing)
    for place in range(0, 37, 5):
        step = asked(signing)
        client = client_data("webauthn.get", step["challenge"])
        data = bytearray(key.data())
        signature = key.sign(bytes(data) + hashlib.sha256(client).digest())
        data[place] ^= 2
        answer = finish(
            signing, key, step=step, data=bytes(data), client=client, signature=signature
        )
        assert answer["outcome"] == "refused"
        answer = finish(signing, key, client=client, signature=signature)
        assert answer["outcome"] == "refused"


def test_a_challenge_is_for_one_sign_in_within_five_minutes(signing: Signing) -> None:
    person, key = with_key(signing)
    step = asked(signing)
    assert finish(signing, key, step=step)["outcome"] == "signed_in"
    assert finish(signing, key, step=step)["outcome"] == "unknown"
    assert finish(signing, key, challenge=uuid4())["outcome"] == "unknown"
    late = asked(signing)
    signing.behind.execute(
        "update auth.passkey_challenges set expires_at = expires_at - interval '301 seconds'"
        " where id = %s",
        (late["id"],),
    )
    assert finish(signing, key, step=late)["outcome"] == "expired"
    adding = begun(signing, person.proof)  # one of adding signs nobody in
    assert finish(signing, key, step=adding)["outcome"] == "unknown"
    assert add(signing, person.proof, Key(), step=asked(signing) | {"account": None})[
        "outcome"
    ] == ("unknown")


def test_a_count_that_does_not_grow_is_a_copys(signing: Signing) -> None:
    person, key = with_key(signing, Key(counter=4))
    key.counter = 5
    assert finish(signing, key)["outcome"] == "signed_in"
    for counter in (5, 4, 0):
        key.counter = counter
        assert finish(signing, key)["outcome"] == "refused"
    assert signing.mails(person.email).count("passkey_copied") == 3
    actions = signing.behind.execute(
        "select count(*) from public.audit_log where user_id = %s"
        " and action = 'account.passkey_copied'",
        (person.user_id,),
    ).fetchone()
    assert actions == (3,)
    key.counter = 6
    assert finish(signing, key)["outcome"] == "signed_in"
    _, fresh = with_key(signing)
    assert finish(signing, fresh)["outcome"] == "signed_in"
    fresh.counter = 1
    assert finish(signing, fresh)["outcome"] == "signed_in"


def test_a_copy_at_the_same_time_is_noticed(signing: Signing) -> None:
    _, key = with_key(signing, Key(counter=1))
    key.counter = 2
    steps = [asked(signing) for _ in range(2)]

    def one(step: dict[str, object]) -> str:
        with signing.installation.connect("sb_auth") as auth:
            own = Signing(signing.installation, auth, signing.behind)
            return str(finish(own, key, step=step)["outcome"])

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(one, steps)) == ["refused", "signed_in"]


def test_a_suspended_person_does_not_sign_in(signing: Signing) -> None:
    person, key = with_key(signing)
    signing.behind.execute(
        "update auth.users set banned_until = now() + interval '1 day' where id = %s",
        (person.user_id,),
    )
    assert finish(signing, key)["outcome"] == "refused"


def test_tries_are_counted_by_network_and_nobody_is_locked_out(signing: Signing) -> None:
    _, key = with_key(signing)
    network, device = new_network(), new_device()
    assert finish(signing, key, device=device)["outcome"] == "signed_in"
    for _ in range(5):
        assert finish(signing, key, ip=network, handle=b"")["wait"] == 0
    waiting = finish(signing, key, ip=network)
    assert (waiting["outcome"], waiting["wait"] > 0) == ("refused", True)
    assert finish(signing, key)["outcome"] == "signed_in"  # elsewhere
    answer = finish(signing, key, ip=network, device=device)  # and on a browser that is known
    assert answer["outcome"] == "signed_in"
    crowd = new_network()
    for _ in range(50):
        finish(signing, Key(), ip=crowd)
    step = asked(signing)
    assert finish(signing, key, ip=crowd, step=step)["wait"] > 0
    assert finish(signing, key, step=step)["outcome"] == "signed_in"  # it was not used up


def test_a_network_asks_for_some_hundred_challenges(signing: Signing) -> None:
    network = new_network()
    waits = [signing.call("challenge_passkey", ORIGIN, RP_ID, network)["wait"] for _ in range(302)]
    assert waits[:300] == [0] * 300
    assert max(waits) > 0


def test_an_origin_of_ones_own_signs_nobody_in(signing: Signing) -> None:
    """Not even to a statement that somebody slipped in on the login of sign-in."""
    person, key = with_key(signing)
    evil = asked(signing, "https://evil.example", "evil.example")
    client = client_data("webauthn.get", evil["challenge"], "https://evil.example")
    # the device signs for its own host alone
    assert finish(signing, key, step=evil, client=client)["outcome"] == "refused"
    # and a key for another host is another key
    own = Key(rp_id="evil.example", id=key.id, handle=key.handle)
    evil = asked(signing, "https://evil.example", "evil.example")
    client = client_data("webauthn.get", evil["challenge"], "https://evil.example")
    assert finish(signing, own, step=evil, client=client)["outcome"] == "refused"
    own.private = key.private
    evil = asked(signing, "https://evil.example", "evil.example")
    client = client_data("webauthn.get", evil["challenge"], "https://evil.example")
    assert finish(signing, own, step=evil, client=client)["outcome"] == "refused"
    for statement in (
        "select * from auth.passkeys",
        "select * from auth.passkey_challenges",
        "update auth.passkeys set key = decode(repeat('00', 64), 'hex')",
        "select seal_private.sign_in(%(person)s, 'passkey', null, null, null)",
        "select seal_private.passkey_signed(-7, '', null, '', '')",
        "select core.remove_factors('x@example.org')",
    ):
        with pytest.raises(errors.InsufficientPrivilege):
            signing.auth.execute(statement, {"person": person.user_id})


def test_backup_flags_are_kept(signing: Signing) -> None:
    person, key = with_key(signing, Key(flags=UP | UV | CAN_SYNC))
    assert signing.rows("own_passkeys", person.proof)[0]["is_synced"] is False
    key.flags |= IS_SYNCED
    assert finish(signing, key)["outcome"] == "signed_in"
    assert signing.rows("own_passkeys", person.proof)[0]["is_synced"] is True


def test_challenges_that_are_over_go(signing: Signing) -> None:
    step = asked(signing)
    signing.behind.execute(
        "update auth.passkey_challenges set expires_at = now() - interval '2 days' where id = %s",
        (step["id"],),
    )
    signing.behind.execute("select seal_private.purge_accounts(1000)")
    row = signing.behind.execute(
        "select count(*) from auth.passkey_challenges where id = %s", (step["id"],)
    ).fetchone()
    assert row == (0,)
