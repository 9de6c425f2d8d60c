"""Supabase's client for Python, unchanged, signs up, in, refreshes, reads, changes and leaves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from supabase_auth import SyncGoTrueClient
from supabase_auth.errors import AuthApiError, AuthWeakPasswordError

from sealedbid.auth.tokens import proof_of
from tests.api.serving import Api
from tests.auth.signing import Signing, new_address

PASSWORD = "correct horse battery"


@pytest.fixture
def client(api: Api) -> Iterator[SyncGoTrueClient]:
    client = SyncGoTrueClient(
        url=f"{api.url}/auth/v1", headers={"apikey": "anon", "Authorization": "Bearer anon"}
    )
    with client:
        yield client


def sign_up(client: SyncGoTrueClient, mailed: Signing, email: str) -> None:
    """Sign up, and type the code of the mail."""
    client.sign_up({"email": email, "password": PASSWORD, "options": {"data": {"name": "P"}}})
    code = mailed.code_of(email, "signup")
    answer = client.verify_otp({"email": email, "token": code, "type": "email"})
    assert answer.session is not None


def test_from_sign_up_to_sign_out(client: SyncGoTrueClient, mailed: Signing) -> None:
    email = new_address()
    begun = client.sign_up(
        {"email": email, "password": PASSWORD, "options": {"data": {"name": "P"}}}
    )
    assert begun.session is None
    assert begun.user is not None
    assert begun.user.email == email
    with pytest.raises(AuthApiError) as caught:
        client.sign_in_with_password({"email": email, "password": PASSWORD})
    assert caught.value.code == "invalid_credentials"

    code = mailed.code_of(email, "signup")
    verified = client.verify_otp({"email": email, "token": code, "type": "email"})
    assert verified.session is not None
    assert verified.user is not None
    assert verified.user.email_confirmed_at is not None

    signed_in = client.sign_in_with_password({"email": email, "password": PASSWORD})
    assert signed_in.session is not None
    assert mailed.opens(proof_of(signed_in.session.access_token)) is not None

    refreshed = client.refresh_session()
    assert refreshed.session is not None
    assert refreshed.session.refresh_token != signed_in.session.refresh_token

    found = client.get_user()
    assert found is not None
    assert found.user.user_metadata == {"name": "P"}
    changed = client.update_user({"data": {"name": "Q"}})
    assert changed.user.user_metadata == {"name": "Q"}
    claims = client.get_claims()
    assert claims is not None
    assert claims["claims"]["sub"] == signed_in.session.user.id

    client.sign_out()
    assert client.get_session() is None
    assert mailed.opens(proof_of(refreshed.session.access_token)) is None


def test_a_password_is_recovered_by_a_link(client: SyncGoTrueClient, mailed: Signing) -> None:
    email = new_address()
    sign_up(client, mailed, email)
    client.sign_out()
    client.reset_password_for_email(email, {"redirect_to": "https://elsewhere.example"})
    code = mailed.code_of(email, "recovery")
    recovered = client.verify_otp({"email": email, "token": code, "type": "recovery"})
    assert recovered.session is not None
    client.update_user({"password": "another password"})
    client.sign_out()
    assert client.sign_in_with_password({"email": email, "password": "another password"}).session


def test_a_password_changes_with_a_code_by_mail(client: SyncGoTrueClient, mailed: Signing) -> None:
    email = new_address()
    sign_up(client, mailed, email)
    with pytest.raises(AuthApiError) as caught:
        client.update_user({"password": "another password"})
    assert caught.value.code == "reauthentication_needed"
    client.reauthenticate()
    client.update_user({"password": "another password", "nonce": mailed.code_of(email, "reauth")})
    client.update_user({"password": "a third password", "current_password": "another password"})
    assert client.sign_in_with_password({"email": email, "password": "a third password"}).session


def test_a_link_signs_in_without_a_password(client: SyncGoTrueClient, mailed: Signing) -> None:
    email = new_address()
    client.sign_in_with_otp({"email": email})
    code = mailed.code_of(email, "magic")
    assert client.verify_otp({"email": email, "token": code, "type": "magiclink"}).session


def test_a_weak_password_and_too_many_mails_are_told_in_the_clients_words(
    client: SyncGoTrueClient, mailed: Signing
) -> None:
    email = new_address()
    with pytest.raises(AuthWeakPasswordError) as weak:
        client.sign_up({"email": email, "password": "short"})
    assert weak.value.reasons == ["length"]
    client.sign_up({"email": email, "password": PASSWORD})
    with pytest.raises(AuthApiError) as caught:
        client.resend({"type": "signup", "email": email})
    assert (caught.value.status, caught.value.code) == (429, "over_email_send_rate_limit")


def test_a_refresh_token_that_was_used_before_signs_out(
    client: SyncGoTrueClient, mailed: Signing
) -> None:
    email = new_address()
    sign_up(client, mailed, email)
    session = client.get_session()
    assert session is not None
    refreshed = client.refresh_session(session.refresh_token).session
    assert refreshed is not None
    again = client.refresh_session(session.refresh_token).session
    assert again is not None
    assert again.refresh_token == refreshed.refresh_token
    row = mailed.behind.execute(
        "update auth.sessions set refreshed_at = refreshed_at - interval '11 seconds'"
        " where user_id = %s returning id",
        (session.user.id,),
    ).fetchone()
    assert row is not None
    with pytest.raises(AuthApiError) as caught:
        client.refresh_session(session.refresh_token)
    assert str(caught.value.code) == "refresh_token_already_used"
