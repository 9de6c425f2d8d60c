"""Params and secrets with which every mail can be written."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from sealedbid.mail.models import Letter, MailSecret
from sealedbid.mail.writing import NEEDS_SECRET, write

UNTIL: Final = datetime(2026, 11, 27, 15, 10, tzinfo=UTC)
SECRET: Final = MailSecret(token="kN3x0f2bW9Qv", code="048213", until=UNTIL)
INVITED: Final = MailSecret(token="sb_invitation_AbC4", code=None, until=UNTIL)
PARAMS: Final = {
    "at": "2026-11-27T08:30:00Z",
    "inviter": "Mara Finch",
    "inviter_email": "mara@alder.example",
    "ip": "203.0.113.7",
    "name": "Ada Northrup",
    "new_email": "ada@new.example",
    "organization": "Alder & Finch",
    "provider": "Google",
    "reason": "reuse",
    "role": "member",
    "timezone": "Europe/Amsterdam",
    "user_agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
}


def letter(template: str, locale: str = "en", **params: str) -> Letter:
    """Write a mail with everything it can hold, changed by ``params``."""
    secret = INVITED if template == "invitation" else SECRET
    return write(
        template,
        locale,
        PARAMS | params,
        recipient="ada@northrup.example",
        brand="Bids",
        public_url="https://bids.example",
        secret=secret if template in NEEDS_SECRET else None,
    )
