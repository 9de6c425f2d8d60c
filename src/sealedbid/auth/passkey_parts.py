"""Parts of what a browser hands over of a passkey; py_webauthn reads them, and vouches for none.

It is imported when a passkey is added: it brings a library of certificates along.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from msgspec import Struct

from sealedbid.auth.errors import PasskeyRefusedError
from sealedbid.auth.models import Site
from sealedbid.auth.tokens import from_base64url

LONGEST: Final = 12_000
"""Characters of a part; an attestation with certificates has the most."""
TRANSPORTS: Final = frozenset({"ble", "hybrid", "internal", "nfc", "smart-card", "usb"})
KINDS: Final = (-7, -257)
"""Algorithms of COSE that the database verifies: ES256 and RS256."""
_UNREADABLE: Final = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""Errors of a reader that was given what is no such object."""
_ADDRESS: Final = re.compile(r"[0-9.]+|.*:.*")
_NAME: Final = re.compile(r"[a-z0-9.-]{1,253}")


class NewPasskey(Struct, frozen=True, kw_only=True):
    """A key that a device made; ``exponent`` is None but for RSA."""

    credential_id: bytes
    algorithm: int
    key: bytes
    exponent: int | None
    data: bytes
    client: bytes
    transports: list[str]


class Assertion(Struct, frozen=True, kw_only=True):
    """A signature of a device, and what it is of."""

    credential_id: bytes
    handle: bytes
    data: bytes
    client: bytes
    signature: bytes


def site_of(public_url: str) -> Site | None:
    """Return the origin and the host of our pages; None where browsers know no passkeys.

    They are for names alone, over TLS or on this machine.
    """
    parts = urlsplit(public_url)
    host = (parts.hostname or "").rstrip(".")
    is_here = host == "localhost" or host.endswith(".localhost")
    if (
        _ADDRESS.fullmatch(host)
        or not _NAME.fullmatch(host)
        or (parts.scheme != "https" and not is_here)
    ):
        return None
    usual = {"http": 80, "https": 443}[parts.scheme]
    port = f":{parts.port}" if parts.port not in (None, usual) else ""
    return Site(origin=f"{parts.scheme}://{host}{port}", rp_id=host)


def bytes_of(text: str) -> bytes:
    """Return the bytes of base64url. Raises PasskeyRefusedError."""
    found = from_base64url(text.rstrip("="), LONGEST)
    if found is None:
        raise PasskeyRefusedError
    return found


def read_new(
    credential_id: bytes, attestation: bytes, client: bytes, transports: Sequence[str]
) -> NewPasskey:
    """Read the attestation object; its statement counts for nothing. Raises PasskeyRefusedError."""
    from webauthn.helpers import decode_credential_public_key, parse_attestation_object
    from webauthn.helpers.exceptions import WebAuthnException
    from webauthn.helpers.parse_cbor import parse_cbor

    try:
        data = parse_attestation_object(attestation).auth_data
        made = data.attested_credential_data
        decoded = decode_credential_public_key(made.credential_public_key if made else b"")
        raw = parse_cbor(attestation)["authData"]  # as it is: the database reads it by itself
    except (WebAuthnException, *_UNREADABLE):
        raise PasskeyRefusedError from None
    algorithm, key, exponent = _key_of(decoded)
    return NewPasskey(
        credential_id=credential_id,
        algorithm=algorithm,
        key=key,
        exponent=exponent,
        data=raw,
        client=client,
        transports=sorted(TRANSPORTS & set(transports)),
    )


def _key_of(decoded: object) -> tuple[int, bytes, int | None]:
    """Return algorithm, key and exponent. Raises PasskeyRefusedError.

    CBOR may have anything in the place of bytes, whatever the reader's types say.
    """
    kind, curve, *parts = (getattr(decoded, name, None) for name in ("alg", "crv", *"xyne"))
    if kind not in KINDS:
        raise PasskeyRefusedError(
            "The device's key is of a kind that is not taken: ES256 and RS256 are."
        )
    x, y, modulus, exponent = (part if isinstance(part, bytes) else b"" for part in parts)
    if kind == -7 and curve == 1 and len(x) == len(y) == 32:
        return -7, x + y, None
    if kind == -257 and 1 <= len(exponent) <= 3:
        return -257, modulus, int.from_bytes(exponent)
    raise PasskeyRefusedError
