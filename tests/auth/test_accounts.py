"""The domain of accounts from sign-up to sign-out, with argon2 and signed tokens."""

from __future__ import annotations

import base64

import pytest

from sealedbid.auth import mailing, own, signing_in
from sealedbid.auth.accounts import Accounts, with_cookie, with_tokens
from sealedbid.auth.errors import (
    AddressRefusedError,
    AuthError,
    MailWaitError,
    PasswordAskedAgainError,
    ReauthenticationRefusedError,
    RefreshRefusedError,
    RefreshReusedError,
    TokenRefusedError,
    WaitError,
    WeakPasswordError,
    WrongCredentialsError,
)
from sealedbid.auth.models import Peer, SignedIn
from sealedbid.auth.tokens import RefreshToken, proof_of
from sealedbid.platform.postgres.errors import CredentialRefusedError
from tests.auth.signing import Signing, new_address, new_network

pytestmark = pytest.mark.full

PASSWORD = "correct horse battery"
MANY = 20
"""Tries after which there is a wait, however slow the machine: it doubles each time."""


def somewhere() -> Peer:
    return Peer(ip=new_network(), user_agent="a test")


def text_of(secret: bytes) -> str:
    return base64.urlsafe_b64encode(secret).rstrip(b"=").decode()


async def ask(accounts: Accounts, email: str, password: str = PASSWORD) -> str:
    return await mailing.sign_up(
        accounts,
        email,
        password,
        meta={"name": "A Person"},
        locale="en",
        redirect_to=None,
        peer=somewhere(),
    )


async def sign_up(accounts: Accounts, signing: Signing) -> SignedIn:
    email = await ask(accounts, new_address())
    secret = text_of(signing.secret_of(email, "signup"))
    attempt = await signing_in.verify_link(accounts, secret, ["signup"], somewhere())
    return await with_tokens(accounts, attempt)


async def test_from_sign_up_to_sign_out(accounts: Accounts, signing: Signing) -> None:
    email = new_address("Some.One").title()
    assert await ask(accounts, f"  {email} ") == email.lower()
    with pytest.raises(WrongCredentialsError):
        await signing_in.sign_in(accounts, email, PASSWORD, somewhere())
    code = signing.code_of(email)
    attempt = await signing_in.verify_code(accounts, email, code, ["signup"], somewhere())
    first = await with_tokens(accounts, attempt)
    assert first.account.email == email.lower()
    assert first.account.has_password

    attempt = await signing_in.sign_in(accounts, email, PASSWORD, somewhere())
    second = await with_tokens(accounts, attempt)
    assert second.account.id == first.account.id
    refreshed = await with_tokens(
        accounts, await signing_in.refresh(accounts, second.refresh_token)
    )
    assert refreshed.access_token != second.access_token
    proof = proof_of(refreshed.access_token)
    assert signing.opens(proof) == first.account.id
    assert len(await own.list_sessions(accounts, proof)) == 2
    await own.sign_out(accounts, proof, "global")
    for each in (first, second, refreshed):
        assert signing.opens(proof_of(each.access_token)) is None
        with pytest.raises(CredentialRefusedError):
            await own.get(accounts, proof_of(each.access_token))
        with pytest.raises(RefreshRefusedError):
            await signing_in.refresh(accounts, each.refresh_token)


async def test_a_wrong_password_and_an_unknown_address_are_one_answer(
    accounts: Accounts, signing: Signing
) -> None:
    person = await sign_up(accounts, signing)
    said = set()
    for email in (person.account.email, new_address()):
        with pytest.raises(WrongCredentialsError) as caught:
            await signing_in.sign_in(accounts, email, "something else", somewhere())
        said.add(str(caught.value))
    assert len(said) == 1


async def test_too_many_tries_have_to_wait(accounts: Accounts) -> None:
    email = new_address()
    tried = []
    with pytest.raises(WaitError) as caught:
        for number in range(MANY):
            tried.append(number)
            with pytest.raises(WrongCredentialsError):
                await signing_in.sign_in(accounts, email, PASSWORD, somewhere())
    assert len(tried) > 5
    assert caught.value.seconds > 0
    assert not isinstance(caught.value, MailWaitError)
    await ask(accounts, email)
    with pytest.raises(MailWaitError):
        await ask(accounts, email)


@pytest.mark.parametrize(
    "email",
    [
        "",
        "a",
        "a@",
        "@b",
        "a b@c",
        "a@b c",
        "a\x00@b",
        "a@\x7fb",
        "a@b@c",
        "x" * 320 + "@b",
    ],
)
async def test_what_is_no_address_is_refused_before_anything_else(
    accounts: Accounts, email: str
) -> None:
    for attempt in (
        ask(accounts, email),
        signing_in.sign_in(accounts, email, PASSWORD, somewhere()),
        signing_in.verify_code(accounts, email, "000000", ["signup"], somewhere()),
        mailing.recover(accounts, email, locale="en", redirect_to=None, peer=somewhere()),
    ):
        with pytest.raises(AddressRefusedError):
            await attempt


@pytest.mark.parametrize("password", ["", "short", "x" * 1025, "with\x00nul", "line\nbreak"])
async def test_what_is_no_password_is_refused(accounts: Accounts, password: str) -> None:
    with pytest.raises(WeakPasswordError):
        await ask(accounts, new_address(), password)
    with pytest.raises(WrongCredentialsError):
        await signing_in.sign_in(accounts, new_address(), password, somewhere())


async def test_surrogates_in_a_password_are_nobodys(accounts: Accounts) -> None:
    with pytest.raises(WrongCredentialsError):
        await signing_in.sign_in(accounts, new_address(), "\ud800" * 9, somewhere())


@pytest.mark.parametrize("text", ["", "x", "sbr_", "sbr_!!!!", "sbr_" + "A" * 70, "A" * 9000, "é"])
async def test_what_is_no_token_is_refused(accounts: Accounts, text: str) -> None:
    with pytest.raises(RefreshRefusedError):
        await signing_in.refresh(accounts, text)
    with pytest.raises(TokenRefusedError):
        await signing_in.verify_link(accounts, text, ["signup"], somewhere())


async def test_a_refresh_token_that_was_used_long_ago_ends_the_session(
    accounts: Accounts, signing: Signing
) -> None:
    person = await sign_up(accounts, signing)
    second = await signing_in.refresh(accounts, person.refresh_token)
    assert second.session is not None
    again = await signing_in.refresh(accounts, person.refresh_token)
    assert (again.counter, again.mac) == (second.counter, second.mac)
    signing.age("refreshed_at", second.session, "11 seconds")
    with pytest.raises(RefreshReusedError):
        await signing_in.refresh(accounts, person.refresh_token)
    with pytest.raises(RefreshRefusedError):
        await with_tokens(accounts, second)
    assert signing.opens(proof_of(person.access_token)) is None


@pytest.mark.full
async def test_a_password_changes_by_the_present_one_or_a_code(
    accounts: Accounts, signing: Signing
) -> None:
    person = await sign_up(accounts, signing)
    proof, email = proof_of(person.access_token), person.account.email

    async def change(password: str, current: str | None = None, code: str | None = None) -> None:
        await own.change_password(
            accounts, proof, password, current=current, code=code, peer=somewhere()
        )

    with pytest.raises(PasswordAskedAgainError):
        await change("a new password")
    with pytest.raises(ReauthenticationRefusedError):
        await change("a new password", current="not the present one")
    await change("a new password", current=PASSWORD)
    await signing_in.sign_in(accounts, email, "a new password", somewhere())
    await own.reauthenticate(accounts, proof, somewhere())
    await change("a third password", code=signing.code_of(email, "reauth"))
    await signing_in.sign_in(accounts, email, "a third password", somewhere())
    with pytest.raises(WaitError):
        for _ in range(MANY):
            with pytest.raises(ReauthenticationRefusedError):
                await change("a fourth password", current="guessed by a thief")
    await signing_in.sign_in(accounts, email, "a third password", somewhere())


async def test_a_cookie_opens_and_its_new_secret_voids_it(
    accounts: Accounts, signing: Signing
) -> None:
    person = await sign_up(accounts, signing)
    attempt = await signing_in.sign_in(accounts, person.account.email, PASSWORD, somewhere())
    cookie = await with_cookie(accounts, attempt)
    assert signing.opens(proof_of(cookie.secret)) == person.account.id
    await own.prolong(accounts, proof_of(cookie.secret))
    renewed = await own.renew_cookie(accounts, proof_of(cookie.secret))
    assert signing.opens(proof_of(cookie.secret)) is None
    assert signing.opens(proof_of(renewed)) == person.account.id


async def test_no_error_says_who_has_an_account(accounts: Accounts, signing: Signing) -> None:
    person = await sign_up(accounts, signing)
    signing.calm(person.account.email)
    unknown = new_address()
    answers = []
    for email in (person.account.email, unknown):
        said: list[str] = []
        for call in (
            ask(accounts, email),
            mailing.recover(accounts, email, locale="en", redirect_to=None, peer=somewhere()),
            mailing.resend_sign_up(
                accounts, email, locale="en", redirect_to=None, peer=somewhere()
            ),
            mailing.magic(
                accounts,
                email,
                creates=False,
                meta={},
                locale="en",
                redirect_to=None,
                peer=somewhere(),
            ),
            signing_in.verify_code(accounts, email, "0", ["signup"], somewhere()),
            signing_in.sign_in(accounts, email, "not the password", somewhere()),
        ):
            try:
                found = await call
                said.append("address" if isinstance(found, str) else repr(found))
            except AuthError as error:
                said.append(f"{type(error).__name__}: {error}")
        answers.append(said)
    assert answers[0] == answers[1]


def test_a_refresh_token_reads_as_it_was_written() -> None:
    token = RefreshToken.parse(
        "sbr_AAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    )
    assert token is not None
    assert token.counter == 1
    assert RefreshToken.parse(str(token)) == token
