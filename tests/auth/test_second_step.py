"""The second step of signing in: nothing opens before it, and each code passes once."""

from __future__ import annotations

import secrets
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from psycopg.errors import InvalidAuthorizationSpecification, ObjectNotInPrerequisiteState

from tests.auth.authenticator import App, waiting
from tests.auth.signing import Password, SignedIn, Signing
from tests.db.contexts import FORGED, refused
from tests.fixtures.people import World, new_proof
from tests.fixtures.server import Installation


def with_app(signing: Signing) -> tuple[Password, SignedIn, App]:
    """A person whose session has shown an authenticator app."""
    password = Password.new()
    person = signing.sign_up(password)
    app = App.begun(signing, person.proof)
    return password, app.added_by(person), app


def test_a_password_alone_opens_nothing(signing: Signing, own_world: World) -> None:
    password, person, app = with_app(signing)
    signing.behind.execute(
        "insert into public.org_members (org_id, user_id, role) values (%s, %s, 'owner')",
        (own_world.a.id, person.user_id),
    )
    waits = waiting(signing, signing.sign_in(person.email, password))
    assert signing.opens(waits) is None
    with signing.installation.connect("sb_api") as api:
        for kind in ("session", "key", "link", "invitation", "waiting"):
            with pytest.raises(InvalidAuthorizationSpecification), api.transaction():
                api.execute("select seal.open(%s, %s, %s)", (kind, waits, own_world.a.id))
        with api.transaction():
            api.execute("select seal.open('session', %s, %s)", (person.proof, own_world.a.id))
    account = signing.call("account", waits)
    assert (account["level"], account["factors"][0]["status"]) == (1, "verified")
    answer = app.show(waits, app.code())
    assert (answer["level"], answer["methods"][0]["method"]) == (2, "totp")
    raised = signing.registered(answer)
    assert signing.opens(raised.proof) == person.user_id
    with refused(FORGED):
        signing.call("account", waits)


def test_before_the_second_step_only_it_and_leaving_are_possible(signing: Signing) -> None:
    password, person, app = with_app(signing)
    waits = waiting(signing, signing.sign_in(person.email, password))
    for function, values in (
        ("own_sessions", ()),
        ("end_own_session", (person.session_id,)),
        ("change_metadata", ({"a": 1},)),
        ("reauthenticate", ("10.0.0.1",)),
        ("begin_own_password", ("10.0.0.1",)),
        ("try_own_code", ("000000",)),
        ("change_password", (password.derived, None, password.salt, password.proof)),
        ("change_email", ("else@example.org", {}, "10.0.0.1")),
        ("renew", (new_proof(),)),
        ("recovery_codes", ()),
    ):
        with refused(FORGED):
            signing.call(function, waits, *values)
    assert signing.call("prolong", waits) is None
    assert signing.call("enroll_totp", waits, uuid4(), "x", app.pad)["outcome"] == "second_step"
    assert signing.call("remove_factor", waits, app.id) == "second_step"
    assert signing.call("remove_factor", waits, uuid4()) == "second_step"
    assert signing.call("new_recovery_codes", waits)["outcome"] == "second_step"
    signing.call("sign_out", waits, "global")
    with refused(FORGED):
        signing.call("account", waits)
    assert signing.opens(person.proof) == person.user_id


def test_refresh_and_cookies_keep_the_level(signing: Signing) -> None:
    password, person, _ = with_app(signing)
    signed_in = signing.sign_in(person.email, password)
    for is_cookie in (False, True):
        proof = new_proof()
        signing.call(
            "register",
            signed_in["session"],
            signed_in["counter"],
            signed_in["mac"],
            proof,
            is_cookie,
        )
        assert signing.opens(proof) is None
    again = signing.refresh(signed_in["session"], signed_in["counter"], signed_in["mac"])
    assert (again["outcome"], again["level"]) == ("rotated", 1)
    assert signing.opens(waiting(signing, again)) is None
    raised = signing.refresh(person.session_id, person.counter, person.mac)
    assert (raised["outcome"], raised["level"]) == ("rotated", 2)
    assert signing.opens(signing.registered(raised).proof) == person.user_id


def test_what_was_given_before_the_second_step_is_void_after_it(signing: Signing) -> None:
    """Within the ten seconds too, in which a refresh token gives the same answer again."""
    password, person, app = with_app(signing)
    before = signing.sign_in(person.email, password)
    waits, other = waiting(signing, before), waiting(signing, before)
    after = app.show(waits, app.code())
    assert after["session"] == before["session"]
    assert signing.refresh(before["session"], before["counter"], before["mac"])["outcome"] == (
        "unknown"
    )
    with refused(FORGED):
        waiting(signing, before)
    with refused(FORGED):
        signing.call("account", other)


def test_the_first_code_ends_sessions_that_never_showed_one(signing: Signing) -> None:
    password = Password.new()
    person = signing.sign_up(password)
    elsewhere = signing.registered(signing.sign_in(person.email, password))
    planted = App.begun(signing, elsewhere.proof, "planted")
    app = App.begun(signing, person.proof, "mine")
    assert signing.opens(elsewhere.proof) == person.user_id
    raised = app.added_by(person)
    assert signing.opens(elsewhere.proof) is None
    assert signing.opens(person.proof) is None
    assert signing.opens(raised.proof) == person.user_id
    assert "factors_changed" in signing.mails(person.email)
    listed = signing.call("account", raised.proof)["factors"]
    assert [each["id"] for each in listed] == [str(app.id)]
    assert planted.challenge(raised.proof) is None


def test_a_factor_that_was_never_shown_is_no_second_step(signing: Signing) -> None:
    password, person, _ = with_app(signing)
    begun = App.begun(signing, person.proof, "second")
    waits = waiting(signing, signing.sign_in(person.email, password))
    assert begun.challenge(waits) is None
    challenge = begun.challenge(person.proof)
    ticket = begun.attempt(waits, challenge, begun.code())["ticket"]
    assert signing.call("finish_factor", waits, challenge, ticket)["outcome"] == "refused"
    assert begun.show(person.proof, begun.code())["outcome"] == "signed_in"


def test_another_persons_factor_is_as_unknown_as_a_random_one(signing: Signing) -> None:
    password, person, app = with_app(signing)
    _, stranger, theirs = with_app(signing)
    waits = waiting(signing, signing.sign_in(person.email, password))
    nobodys = App(signing, secret=theirs.secret)
    for proof in (waits, person.proof):
        assert theirs.challenge(proof) is nobodys.challenge(proof) is None
    assert signing.call("remove_factor", person.proof, theirs.id) == "unknown"
    assert signing.call("remove_factor", person.proof, nobodys.id) == "unknown"
    challenge = theirs.challenge(stranger.proof)
    for factor in (theirs, nobodys):
        ticket = factor.attempt(waits, challenge, theirs.code())["ticket"]
        answer = signing.call("finish_factor", waits, challenge, ticket)
        assert (answer["outcome"], answer["account"]) == ("refused", None)
    assert theirs.show(stranger.proof, theirs.code())["outcome"] == "signed_in"
    nobodys_proofs: tuple[bytes | None, ...] = (new_proof(), b"", None)
    for nothing in nobodys_proofs:
        with refused(FORGED):
            signing.call("challenge_factor", nothing, app.id)


def test_no_code_passes_twice(signing: Signing) -> None:
    password, person, app = with_app(signing)
    first = waiting(signing, signing.sign_in(person.email, password))
    second = waiting(signing, signing.sign_in(person.email, password))
    code = app.code()
    assert app.show(first, code)["outcome"] == "signed_in"
    assert app.show(second, code)["outcome"] == "refused"
    assert app.show(second, app.code(-1))["outcome"] == "refused"
    assert app.show(second, app.code(1))["outcome"] == "signed_in"


def test_five_tries_and_then_it_waits_five_minutes(signing: Signing) -> None:
    password, person, app = with_app(signing)
    waits = [waiting(signing, signing.sign_in(person.email, password)) for _ in range(2)]
    for number in range(5):
        assert app.show(waits[number % 2], app.wrong())["outcome"] == "refused"
    for proof in waits:
        tried = app.attempt(proof, app.challenge(proof), app.code())
        assert tried["ticket"] is None
        assert 290 <= tried["wait"] <= 300


def test_an_outcome_is_told_only_once_its_try_counts(signing: Signing) -> None:
    """No code is guessed by trying as sb_auth and rolling each try back."""
    password, person, app = with_app(signing)
    waits = waiting(signing, signing.sign_in(person.email, password))
    challenge = app.challenge(waits)
    with signing.auth.transaction():
        right = app.attempt(waits, challenge, app.code())
        inside = signing.call("finish_factor", waits, challenge, right["ticket"])
    assert inside["outcome"] == "refused"
    assert signing.call("finish_factor", waits, challenge, right["ticket"])["outcome"] == (
        "signed_in"
    )


def test_a_pad_of_ones_own_making_passes_nobody(signing: Signing) -> None:
    """A file of another installation costs nobody a try."""
    password, person, app = with_app(signing)
    waits = waiting(signing, signing.sign_in(person.email, password))
    own = app.pad
    for pad in (secrets.token_bytes(20), bytes(19), b""):
        app.pad = pad
        for _ in range(6):
            with pytest.raises(ObjectNotInPrerequisiteState):
                app.show(waits, app.code())
    app.pad = own
    assert app.show(waits, app.code())["outcome"] == "signed_in"


def test_a_challenge_is_of_its_session_lasts_five_minutes_and_is_used_once(
    signing: Signing,
) -> None:
    password, person, app = with_app(signing)
    first, second = (waiting(signing, signing.sign_in(person.email, password)) for _ in range(2))
    challenge = app.challenge(first)
    ticket = app.attempt(second, challenge, app.code())["ticket"]
    assert signing.call("finish_factor", second, challenge, ticket)["outcome"] == "refused"
    signing.behind.execute(
        "update auth.challenges set expires_at = now() where id = %s", (challenge,)
    )
    ticket = app.attempt(first, challenge, app.code())["ticket"]
    assert signing.call("finish_factor", first, challenge, ticket)["outcome"] == "refused"
    fresh = app.challenge(first)
    ticket = app.attempt(first, fresh, app.code())["ticket"]
    assert signing.call("finish_factor", first, fresh, b"another")["outcome"] == "refused"
    raised = signing.registered(signing.call("finish_factor", first, fresh, ticket))
    assert signing.call("finish_factor", raised.proof, fresh, ticket)["outcome"] == "refused"


def test_of_twenty_who_show_one_code_at_once_one_passes(
    installation: Installation, signing: Signing
) -> None:
    password, person, app = with_app(signing)
    proofs = [waiting(signing, signing.sign_in(person.email, password)) for _ in range(20)]
    code = app.code()

    def show(proof: bytes) -> str:
        with installation.connect("sb_auth") as auth:
            mine = Signing(installation, auth, signing.behind)
            own = App(mine, app.id, app.pad, app.secret)
            challenge = own.challenge(proof)
            tried = own.attempt(proof, challenge, code)
            if tried["ticket"] is None:
                return "waits"
            outcome: str = mine.call("finish_factor", proof, challenge, tried["ticket"])["outcome"]
            return outcome

    with ThreadPoolExecutor(20) as threads:
        outcomes = list(threads.map(show, proofs))
    assert outcomes.count("signed_in") <= 1
    passed = signing.behind.execute(
        "select count(*) from auth.challenges where factor_id = %s and ticket is not null"
        " and session_id <> %s",
        (app.id, person.session_id),
    ).fetchone()
    assert passed == (1,)


def test_ten_factors_with_names_of_their_own(signing: Signing) -> None:
    person = signing.sign_up()
    App.begun(signing, person.proof, "phone")
    taken = signing.call("enroll_totp", person.proof, uuid4(), "phone", secrets.token_bytes(20))
    assert (taken["outcome"], taken["secret"]) == ("name_taken", None)
    for _ in range(9):
        App.begun(signing, person.proof)
    many = signing.call("enroll_totp", person.proof, uuid4(), "tablet", secrets.token_bytes(20))
    assert many["outcome"] == "too_many"


def test_the_last_factor_ends_the_second_step(signing: Signing) -> None:
    password, person, app = with_app(signing)
    signing.call("new_recovery_codes", person.proof)
    assert signing.call("remove_factor", person.proof, app.id) == "removed"
    assert signing.call("recovery_codes", person.proof)["remaining"] == 0
    signed_in = signing.registered(signing.sign_in(person.email, password))
    assert signing.opens(signed_in.proof) == person.user_id
    actions = [
        action
        for (action,) in signing.behind.execute(
            "select action from public.audit_log where user_id = %s and action like 'account.%%'"
            " order by created_at, id",
            (person.user_id,),
        )
    ]
    assert {"account.factor_added", "account.factor_removed", "account.second_step"} <= set(actions)


def test_a_dump_has_no_secret(signing: Signing) -> None:
    _, _, app = with_app(signing)
    row = signing.behind.execute(
        "select f.sealed, f::text from auth.factors f where id = %s", (app.id,)
    ).fetchone()
    assert row is not None
    assert row[0] != app.secret
    assert app.secret.hex() not in row[1]
