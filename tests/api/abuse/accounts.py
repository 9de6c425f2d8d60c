"""People who sign up over HTTP, as they do it themselves."""

from __future__ import annotations

from typing import Any, Final

from tests.api.serving import Api
from tests.auth.signing import Signing, new_address

PASSWORD: Final = "correct horse battery"


def session_of(api: Api) -> dict[str, Any]:
    """Sign somebody up, and return what they get for the code of the mail."""
    account = {"email": new_address(), "password": PASSWORD}
    with (
        api.client() as client,
        api.installation.connect("sb_auth") as auth,
        api.installation.as_superuser() as behind,
    ):
        behind.execute("delete from auth.tries")
        assert client.post("/auth/v1/signup", json=account).is_success
        code = Signing(api.installation, auth, behind).code_of(account["email"], "signup")
        given = {"type": "signup", "email": account["email"], "token": code}
        session: dict[str, Any] = client.post("/auth/v1/verify", json=given).json()
    return session


def account_of(api: Api) -> dict[str, str]:
    """Sign somebody up; returns what they sign in with."""
    session = session_of(api)
    return {
        "email": session["user"]["email"],
        "password": PASSWORD,
        "refresh_token": session["refresh_token"],
    }
