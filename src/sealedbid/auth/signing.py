"""Access tokens, ES256: signed for programs elsewhere, and the keys that those check them with.

Here a token counts by its proof alone, and nobody verifies it: a stolen signing key opens nothing.
Private keys are kept in the database as JWE, sealed by a file of the installation; a key that the
file does not open was put there by somebody else, and is neither used nor published.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sealedbid.auth.models import Attempt, SealedKey
from sealedbid.auth.repository import signing_keys
from sealedbid.platform.postgres.calls import AccountCalls
from sealedbid.platform.secrets import ensure_secret

if TYPE_CHECKING:
    from joserfc.jwk import ECKey, OctKey

AUDIENCE: Final = "authenticated"
LIFE: Final = timedelta(hours=1)
ROTATED_AFTER: Final = timedelta(days=90)
FRESH: Final = 60.0
"""Seconds for which the list of keys is kept."""


@dataclass(frozen=True, slots=True, repr=False)
class SigningKey:
    """A key that the installation's file opened."""

    key: ECKey
    signs_from: datetime
    ends_at: datetime | None


class SigningKeys:
    """The keys of an installation; makes the first one, and another one every 90 days."""

    def __init__(self, calls: AccountCalls, path: Path) -> None:
        self._calls = calls
        self._path = path
        self._keys: list[SigningKey] = []
        self._read_at = float("-inf")

    async def sign(self, claims: dict[str, Any]) -> str:
        """Sign the claims with the key that signs now. Raises SecretFileError."""
        from joserfc import jwt

        key = (await self._signer()).key
        return jwt.encode({"alg": "ES256", "kid": key.kid, "typ": "JWT"}, claims, key)

    async def jwks(self) -> dict[str, Any]:
        """Return the public halves of the keys that are published, as a JWK set."""
        await self._signer()
        return {
            "keys": [
                {**each.key.as_dict(private=False), "alg": "ES256", "use": "sig"}
                for each in self._keys
            ]
        }

    async def _signer(self) -> SigningKey:
        """Return the newest key that signs by now, or the oldest of those that will."""
        if time.monotonic() - self._read_at > FRESH:
            await self._read()
        now = datetime.now(UTC)
        signing = [each for each in self._keys if each.signs_from <= now]
        return signing[0] if signing else self._keys[-1]

    async def _read(self) -> None:
        secret = _secret(self._path)
        for _ in range(3):
            sealed = await signing_keys.published(self._calls)
            self._keys = [key for each in sealed if (key := _unseal(each, secret)) is not None]
            newest = next((each for each in self._keys if each.ends_at is None), None)
            if newest and newest.signs_from > datetime.now(UTC) - ROTATED_AFTER:
                break
            last = next((each.kid for each in sealed if each.ends_at is None), None)
            made = _new_key()
            await signing_keys.add(self._calls, str(made.kid), _seal(made, secret), last=last)
        if not self._keys:
            raise RuntimeError("no key signs: others were added too quickly one after the other")
        self._read_at = time.monotonic()


def claims_of(attempt: Attempt, issuer: str) -> dict[str, Any]:
    """Return what an access token says of a session that was signed in or refreshed."""
    now = int(time.time())
    return {
        "iss": issuer,
        "sub": str(attempt.account),
        "aud": AUDIENCE,
        "exp": now + int(LIFE.total_seconds()),
        "iat": now,
        "jti": secrets.token_hex(16),
        "email": attempt.address,
        "phone": "",
        "role": AUDIENCE,
        "aal": f"aal{attempt.level}",
        "amr": attempt.methods,
        "session_id": str(attempt.session),
        "is_anonymous": False,
        "app_metadata": {"provider": "email", "providers": ["email"]},
        "user_metadata": {},
    }


def _secret(path: Path) -> OctKey:
    from joserfc.jwk import OctKey

    return OctKey.import_key(hashlib.sha256(ensure_secret(path).encode()).digest())


def _new_key() -> ECKey:
    from joserfc.jwk import ECKey

    return ECKey.generate_key("P-256", auto_kid=True)


def _seal(key: ECKey, secret: OctKey) -> str:
    from joserfc import jwe

    # the header is authenticated, so a key cannot be put under another's name
    header = {"alg": "dir", "enc": "A256GCM", "kid": key.kid}
    return jwe.encrypt_compact(header, json.dumps(key.as_dict(private=True)), secret)


def _unseal(found: SealedKey, secret: OctKey) -> SigningKey | None:
    from joserfc import jwe
    from joserfc.errors import JoseError
    from joserfc.jwk import ECKey

    try:
        opened = jwe.decrypt_compact(found.sealed, secret, algorithms=["dir", "A256GCM"])
        if opened.plaintext is None or opened.headers().get("kid") != found.kid:
            return None
        key = ECKey.import_key(json.loads(opened.plaintext))
    except (JoseError, ValueError):
        return None
    return SigningKey(key, found.signs_from, found.ends_at)
