"""Transports: a real SMTP server with encryption and accounts, and the folder."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from sealedbid.mail.building import build
from sealedbid.mail.errors import MailNotTakenError, MailRefusedError
from sealedbid.mail.transports import transport_of
from sealedbid.platform.config import Settings
from sealedbid.platform.secrets import SecretFileError
from tests.mail.letters import letter
from tests.mail.post import ACCOUNT, Post, certificate, opened_post, signed_in

TO = "ada@northrup.example"


def message() -> EmailMessage:
    return build(letter("recover"), Settings(), recipient=TO, delivery_id=uuid.uuid4())


def settings_for(post: Post, home: Path, **changed: Any) -> Settings:
    given: dict[str, Any] = {
        "mail_smtp_host": "127.0.0.1",
        "mail_smtp_port": post.port,
        "mail_timeout": 5.0,
    }
    return Settings(home=home, **(given | changed))


@asynccontextmanager
async def encrypted_post(
    folder: Path, trusted: pytest.MonkeyPatch | None, *, implicit: bool = False
) -> AsyncIterator[Post]:
    """A server that asks for encryption and an account; its certificate is trusted, or is not."""
    context, file = certificate(folder)
    if trusted is not None:
        trusted.setenv("SSL_CERT_FILE", str(file))
    options: dict[str, Any] = {"authenticator": signed_in}
    if implicit:
        options |= {"implicit": context, "auth_require_tls": False}
    else:
        options |= {"tls_context": context, "require_starttls": True, "auth_required": True}
    async with opened_post(Post(), **options) as post:
        yield post


def with_password(home: Path, password: str = ACCOUNT[1]) -> dict[str, Any]:
    file = home / "secrets" / "smtp.password"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{password}\n")
    file.chmod(0o600)
    return {"mail_smtp_user": ACCOUNT[0]}


@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_a_mail_goes_encrypted_and_with_the_account(
    security: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with encrypted_post(tmp_path, monkeypatch, implicit=security == "tls") as post:
        settings = settings_for(
            post, tmp_path, mail_smtp_security=security, **with_password(tmp_path)
        )
        where = await transport_of(settings).send(message())
    assert where == f"127.0.0.1:{post.port}"
    assert post.was_encrypted == [True]
    assert post.accounts == [ACCOUNT[0]]
    assert post.envelopes == [("sealedbid@localhost", [TO])]


async def test_a_certificate_that_nobody_vouches_for_is_not_taken(tmp_path: Path) -> None:
    async with encrypted_post(tmp_path, None) as post:
        settings = settings_for(post, tmp_path, **with_password(tmp_path))
        with pytest.raises(MailNotTakenError, match="certificate"):
            await transport_of(settings).send(message())
    assert post.mails == []


async def test_without_starttls_nothing_is_sent(tmp_path: Path) -> None:
    async with opened_post(Post()) as post:
        with pytest.raises((MailNotTakenError, MailRefusedError)):
            await transport_of(settings_for(post, tmp_path)).send(message())
    assert post.mails == []


async def test_a_wrong_password_is_tried_again_and_not_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with encrypted_post(tmp_path, monkeypatch) as post:
        settings = settings_for(post, tmp_path, **with_password(tmp_path, "hush hush"))
        with pytest.raises(MailNotTakenError, match="refused the account") as caught:
            await transport_of(settings).send(message())
    assert "hush" not in str(caught.value)
    assert "hush" not in repr(transport_of(settings))


async def test_a_password_that_is_missing_is_named(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, mail_smtp_host="127.0.0.1", mail_smtp_user="bids")
    with pytest.raises(SecretFileError, match=r"smtp\.password"):
        transport_of(settings)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("554 spam", MailRefusedError),
        ("552 too large", MailRefusedError),
        ("451 later", MailNotTakenError),
        ("421 closing", MailNotTakenError),
    ],
)
async def test_an_answer_to_the_text_decides(
    answer: str, error: type[Exception], tmp_path: Path
) -> None:
    async with opened_post(Post(answers=[answer])) as post:
        settings = settings_for(post, tmp_path, mail_smtp_security="none")
        with pytest.raises(error, match=answer[:3]) as caught:
            await transport_of(settings).send(message())
    assert answer[4:] not in str(caught.value)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("550 unknown", MailRefusedError),
        ("450 greylisted", MailNotTakenError),
        ("530 authentication required", MailNotTakenError),
    ],
)
async def test_an_answer_to_the_recipient_decides(
    answer: str, error: type[Exception], tmp_path: Path
) -> None:
    async with opened_post(Post(refused_recipients={TO: answer})) as post:
        settings = settings_for(post, tmp_path, mail_smtp_security="none")
        with pytest.raises(error, match=answer[:3]) as caught:
            await transport_of(settings).send(message())
    assert TO not in str(caught.value)


async def test_a_server_that_is_not_there_is_asked_later(tmp_path: Path) -> None:
    settings = settings_for(Post(port=1), tmp_path)
    with pytest.raises(MailNotTakenError, match="cannot be reached"):
        await transport_of(settings).send(message())


async def test_the_folder_keeps_mails_in_order_and_for_their_owner(tmp_path: Path) -> None:
    transport = transport_of(Settings(home=tmp_path))
    paths = [Path(await transport.send(message())) for _ in range(3)]
    assert len(set(paths)) == 3
    assert {path.parent for path in paths} == {tmp_path / "mail"}
    assert {path.stat().st_mode & 0o777 for path in paths} == {0o600}
    assert (tmp_path / "mail").stat().st_mode & 0o777 == 0o700
    assert sorted(tmp_path.joinpath("mail").iterdir()) == sorted(paths)


async def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file in its place")
    with pytest.raises(MailNotTakenError, match="cannot be written"):
        await transport_of(Settings(home=tmp_path)).send(message())
