"""A real browser adds a passkey and signs in by it, with a virtual authenticator."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

import pytest

from tests.api.auth.chromium import PROGRAM, Tab, add_authenticator, browser
from tests.api.auth.test_browsers import PASSWORD, sign_up
from tests.api.serving import Api
from tests.auth.signing import Signing

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(PROGRAM is None, reason="chromium is not installed"),
]
HELPERS: Final = """
globalThis.ask = async (method, path, body, headers = {}) => {
    const answer = await fetch('/auth/v1' + path, {
        method, headers: {'content-type': 'application/json', ...headers},
        body: body && JSON.stringify(body)});
    const text = await answer.text();
    return {status: answer.status, said: text ? JSON.parse(text) : null};
};
"""
ADD: Final = """
const begun = (await ask('POST', '/passkeys/registration/options', {}, bearer)).said;
const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(begun.options);
const credential = (await navigator.credentials.create({publicKey})).toJSON();
return await ask('POST', '/passkeys/registration/verify',
                 {challenge_id: begun.challenge_id, credential}, bearer);
"""
SIGN_IN: Final = """
const begun = (await ask('POST', '/passkeys/authentication/options', {})).said;
const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(begun.options);
const credential = (await navigator.credentials.get({publicKey})).toJSON();
return await ask('POST', '/passkeys/authentication/verify?session=cookie',
                 {challenge_id: begun.challenge_id, credential});
"""


def opened(tab: Tab, api: Api) -> None:
    """Open a page of ours, at the address that the installation has by its settings."""
    own = urlsplit(api.installation.settings.public_url)
    tab.send("Page.enable")
    tab.send("Page.setBypassCSP", enabled=True)
    tab.send("Page.navigate", url=f"{own.scheme}://{own.netloc}/auth/v1/health")
    tab.run("while (document.readyState !== 'complete') await new Promise(r => setTimeout(r, 20))")
    assert tab.run("return location.origin") == f"{own.scheme}://{own.netloc}"
    tab.run(HELPERS)


def test_a_browser_adds_a_passkey_signs_out_and_signs_in_by_it(api: Api, mailed: Signing) -> None:
    with api.client() as http:
        email = sign_up(http, mailed)
    served = urlsplit(api.url).netloc
    own = urlsplit(api.installation.settings.public_url).netloc
    with browser(f"--host-resolver-rules=MAP {own} {served}") as tab:
        opened(tab, api)
        device = add_authenticator(tab)
        token = tab.run(
            f"const answer = await ask('POST', '/token?grant_type=password', "
            f"{{email: '{email}', password: '{PASSWORD}'}});"
            "globalThis.bearer = {authorization: 'Bearer ' + answer.said.access_token};"
            "return answer.status"
        )
        assert token == 200
        added = tab.run(ADD)
        assert (added["status"], added["said"]["friendly_name"]) == (200, "Passkey"), added
        (kept,) = tab.send("WebAuthn.getCredentials", authenticatorId=device)["credentials"]
        assert kept["isResidentCredential"] is True
        assert tab.run("return (await ask('POST', '/logout', null, bearer)).status") == 204
        assert tab.run("return (await ask('GET', '/user', null, bearer)).status") == 403
        assert tab.run("return (await ask('GET', '/user')).status") == 401
        signed_in = tab.run(SIGN_IN)
        assert (signed_in["status"], signed_in["said"]["user"]["email"]) == (200, email), signed_in
        assert tab.run("return (await ask('GET', '/user')).said.email") == email
        again = tab.run(SIGN_IN)  # the device counts up, and the count is kept
        assert again["status"] == 200
        listed = tab.run("return (await ask('GET', '/passkeys')).said")
        assert [each["transports"] for each in listed] == [["internal"]]
        tab.send("WebAuthn.setUserVerified", authenticatorId=device, isUserVerified=False)
        refused = tab.run(f"try {{ {SIGN_IN} }} catch (error) {{ return error.name }}")
        assert refused == "NotAllowedError"
