"""Mails as messages: headers, both forms, and no way to begin another header."""

from __future__ import annotations

import uuid
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealedbid.mail.building import brand_of, build, message_id
from sealedbid.mail.errors import UnsendableError
from sealedbid.platform.config import ConfigurationError, Settings, read_settings
from tests.mail.letters import letter

ID = uuid.UUID(int=7)


def built(recipient: str = "ada@northrup.example", **settings: Any) -> EmailMessage:
    return build(letter("invitation"), Settings(**settings), recipient=recipient, delivery_id=ID)


def test_a_mail_has_both_forms_and_says_that_no_person_wrote_it() -> None:
    message = built(mail_from="Alder Bids <bids@alder.example>", mail_reply_to="ask@alder.example")
    assert message["From"] == "Alder Bids <bids@alder.example>"
    assert message["Reply-To"] == "ask@alder.example"
    assert message["Message-ID"] == f"<{ID}@alder.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "en"
    assert message["Date"]
    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]


def test_the_brand_is_the_name_of_the_sender() -> None:
    assert brand_of(Settings(mail_from="Alder Bids <bids@alder.example>")) == "Alder Bids"
    assert brand_of(Settings(mail_from="bids@alder.example")) == "Sealedbid"


def test_umlauts_and_long_links_survive_the_way() -> None:
    written = replace(letter("invitation", "de"), link="https://x.example/" + "ä" * 400)
    sent = build(written, Settings(), recipient="ada@northrup.example", delivery_id=ID)
    read = message_from_bytes(sent.as_bytes(policy=policy.SMTP), policy=policy.default)
    assert "lädt Sie" in read["Subject"]
    body = read.get_body(("plain",))
    assert body is not None
    assert written.link in body.get_content()
    assert all(len(line) <= 998 for line in sent.as_bytes(policy=policy.SMTP).split(b"\r\n"))


@pytest.mark.parametrize(
    "recipient",
    [
        "ada@northrup.example\r\nBcc: all@northrup.example",
        "ada@northrup.example\n",
        "ada@northrup.example, eve@evil.example",
        "Ada <ada@northrup.example>, Eve <eve@evil.example>",
        "ada",
        "",
        "@",
        "ada @northrup.example x",
        "ada@northrup.example\u2028",
    ],
)
def test_what_is_no_single_address_is_refused(recipient: str) -> None:
    with pytest.raises(UnsendableError, match="no address"):
        built(recipient)


@pytest.mark.parametrize("subject", ["Ada\r\nBcc: x@y.example", "Ada\nx", "Ada\rx"])
def test_a_line_break_in_a_header_is_refused(subject: str) -> None:
    with pytest.raises(UnsendableError, match="line break"):
        build(
            replace(letter("invitation"), subject=subject),
            Settings(),
            recipient="ada@northrup.example",
            delivery_id=ID,
        )


@given(st.text(max_size=200), st.text(max_size=60))
def test_whatever_a_name_is_the_mail_has_one_of_each_header(name: str, recipient: str) -> None:
    try:
        message = build(
            letter("invitation", inviter=name or "x", organization=name or "x"),
            Settings(),
            recipient=f"{recipient}@northrup.example",
            delivery_id=ID,
        )
    except UnsendableError:
        return
    read = message_from_bytes(message.as_bytes(), policy=policy.default)
    assert sorted(map(str.lower, read.keys())) == sorted(map(str.lower, built().keys()))
    assert len(read["To"].addresses) == 1


def test_the_message_id_is_of_the_delivery() -> None:
    assert message_id(Settings(), ID) == f"<{ID}@localhost>"


@pytest.mark.parametrize(
    "sender", ["nobody", "a@b, c@d", "A\nB <a@b>", "@b", "a@", "<>", "A <a@b> x@y"]
)
def test_a_sender_that_is_no_address_is_named(sender: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEALEDBID_MAIL_FROM", sender)
    with pytest.raises(ConfigurationError, match="SEALEDBID_MAIL_FROM is no address"):
        read_settings()


@pytest.mark.parametrize("host", ["mail.example", "10.0.0.1"])
def test_a_password_over_an_open_network_is_refused(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEALEDBID_MAIL_SMTP_HOST", host)
    monkeypatch.setenv("SEALEDBID_MAIL_SMTP_USER", "bids")
    monkeypatch.setenv("SEALEDBID_MAIL_SMTP_SECURITY", "none")
    with pytest.raises(ConfigurationError, match="SEALEDBID_MAIL_SMTP_SECURITY=starttls or tls"):
        read_settings()
    monkeypatch.setenv("SEALEDBID_MAIL_SMTP_HOST", "localhost")
    assert read_settings().mail_smtp_user == "bids"
