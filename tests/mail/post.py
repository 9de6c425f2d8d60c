"""An SMTP server on loopback, with the answers that a test wants, and a certificate."""

from __future__ import annotations

import asyncio
import ssl
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

ACCOUNT = ("bids", "a password of the post")
DONE = "250 taken"


@dataclass  # with slots, Python 3.11.2 could not list its members, which the server does
class Post:
    """The server's mails and answers; ``answers`` are given first, one a mail, then DONE."""

    port: int = 0
    answers: list[str] = field(default_factory=list)
    refused_recipients: dict[str, str] = field(default_factory=dict)
    mails: list[EmailMessage] = field(default_factory=list)
    envelopes: list[tuple[str, list[str]]] = field(default_factory=list)
    was_encrypted: list[bool] = field(default_factory=list)
    accounts: list[str] = field(default_factory=list)
    is_implicit: bool = False

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused_recipients:
            return self.refused_recipients[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        answer = self.answers.pop(0) if self.answers else DONE
        if answer.startswith("250"):
            content = envelope.content
            assert isinstance(content, bytes)
            self.mails.append(message_from_bytes(content, policy=policy.default))
            self.envelopes.append((envelope.mail_from or "", list(envelope.rcpt_tos)))
            self.was_encrypted.append(self.is_implicit or session.ssl is not None)
            account: Any = cast(Any, session).auth_data  # typed as None
            if account is not None:
                self.accounts.append(account)
        return answer

    @property
    def texts(self) -> list[str]:
        return [text_of(mail) for mail in self.mails]


def text_of(mail: EmailMessage) -> str:
    """The plain text of a mail."""
    body = mail.get_body(("plain",))
    assert body is not None
    text: str = body.get_content()
    return text.replace("\r\n", "\n")


@asynccontextmanager
async def opened_post(
    post: Post, *, implicit: ssl.SSLContext | None = None, **options: Any
) -> AsyncIterator[Post]:
    """Serve ``post`` on a free port; with ``implicit`` it is encrypted from the first byte."""
    loop = asyncio.get_running_loop()
    make: Callable[[], SMTP] = lambda: SMTP(post, loop=loop, **options)  # noqa: E731
    server = await loop.create_server(make, "127.0.0.1", 0, ssl=implicit)
    post.is_implicit = implicit is not None
    post.port = server.sockets[0].getsockname()[1]
    try:
        yield post
    finally:
        server.close()
        await server.wait_closed()


def signed_in(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
) -> AuthResult:
    """Take the one account that there is."""
    known = LoginPassword(*(part.encode() for part in ACCOUNT))
    return AuthResult(success=data == known, handled=False, auth_data=ACCOUNT[0])


def certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A certificate that signs itself: the server's context, and the file to trust."""
    key, signed = folder / "post.key", folder / "post.pem"
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-keyout",
            key,
            "-out",
            signed,
            "-days",
            "2",
            "-subj",
            "/CN=127.0.0.1",
            "-addext",
            "subjectAltName=IP:127.0.0.1",
        ],
        check=True,
        capture_output=True,
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(signed, key)
    return context, signed
