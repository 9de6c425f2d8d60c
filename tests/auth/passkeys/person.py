"""Passkeys as the functions of seal_auth know them."""

from __future__ import annotations

import hashlib
from typing import Any
from uuid import UUID

from tests.auth.passkeys.authenticator import ORIGIN, RP_ID, Key, client_data
from tests.auth.signing import AGENT, Signing, new_network


def begun(
    signing: Signing, proof: bytes, origin: str = ORIGIN, rp_id: str = RP_ID
) -> dict[str, Any]:
    """The beginning of a new passkey."""
    found: dict[str, Any] = signing.call("begin_passkey", proof, origin, rp_id)
    return found


def add(
    signing: Signing,
    proof: bytes,
    key: Key,
    *,
    step: dict[str, Any] | None = None,
    client: bytes | None = None,
    data: bytes | None = None,
    name: str = "phone",
) -> dict[str, Any]:
    """Add the key; what is given takes the place of what the device and the browser say."""
    if step is None:
        step = begun(signing, proof, rp_id=key.rp_id)
    if step["account"] is not None:
        key.handle = step["account"].bytes
    if client is None:
        client = client_data("webauthn.create", step["challenge"])
    public, exponent = key.public
    found: dict[str, Any] = signing.call(
        "add_passkey",
        proof,
        step["id"],
        key.id,
        key.algorithm,
        public,
        exponent,
        key.data(made=True) if data is None else data,
        client,
        ["internal"],
        name,
    )
    return found


def asked(signing: Signing, origin: str = ORIGIN, rp_id: str = RP_ID) -> dict[str, Any]:
    """The beginning of a sign-in."""
    found: dict[str, Any] = signing.call("challenge_passkey", origin, rp_id, new_network())
    assert found["wait"] == 0
    return found


def finish(
    signing: Signing,
    key: Key,
    *,
    step: dict[str, Any] | None = None,
    client: bytes | None = None,
    data: bytes | None = None,
    signature: bytes | None = None,
    handle: bytes | None = None,
    challenge: UUID | None = None,
    device: bytes | None = None,
    ip: str | None = None,
) -> dict[str, Any]:
    """Sign in by the key; what is given takes the place of what is right."""
    step = step or asked(signing)
    client = client_data("webauthn.get", step["challenge"]) if client is None else client
    data = key.data() if data is None else data
    if signature is None:
        signature = key.sign(data + hashlib.sha256(client).digest())
    found: dict[str, Any] = signing.call(
        "finish_passkey",
        challenge or step["id"],
        key.id,
        key.handle if handle is None else handle,
        data,
        client,
        signature,
        device,
        ip or new_network(),
        AGENT,
    )
    return found
