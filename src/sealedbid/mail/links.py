"""Addresses that buttons of mails lead to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

# The type that GoTrue's /verify expects. A code alone is typed, not followed.
VERIFIED_AS: Final[Mapping[str, str]] = {
    "signup_confirm": "signup",
    "recover": "recovery",
    "magic_link": "magiclink",
    "email_change_old": "email_change",
    "email_change_new": "email_change",
}


def link_of(template: str, public_url: str, token: str, params: Mapping[str, str]) -> str:
    """Return the address with the secret of the mail, or that of the installation without one.

    ``redirect_to`` of the params says where a confirmation leads afterwards.
    """
    base = public_url.rstrip("/")
    if template == "invitation":
        return f"{base}/join?{urlencode({'token': token})}"
    if template not in VERIFIED_AS:
        return f"{base}/"
    query = {"token": token, "type": VERIFIED_AS[template]}
    if params.get("redirect_to"):
        query["redirect_to"] = params["redirect_to"]
    return f"{base}/auth/v1/verify?{urlencode(query)}"
