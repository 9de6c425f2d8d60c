"""Public keys of the project, by which its tokens are verified without asking it."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sealedbid.auth.errors import ProjectUnavailableError

if TYPE_CHECKING:
    from joserfc.jwk import ECKey, RSAKey

    from sealedbid.auth.elsewhere.calling import Calling

PATH: Final = "/.well-known/jwks.json"
KEPT: Final = 600.0
"""Seconds after which the keys are fetched again: one that was withdrawn counts no longer."""
APART: Final = 60.0
"""Seconds between two fetches for a key that is not among those that are known."""
AFTER_FAULT: Final = 5.0
"""Seconds in which a project that did not answer is not asked for its keys again."""
MOST: Final = 50
"""Keys that are read of one answer."""
RSA_BITS: Final = range(2048, 8193)


@dataclass(frozen=True, slots=True)
class ProjectKey:
    """A public key, and the one algorithm that it verifies."""

    algorithm: str
    key: ECKey | RSAKey


class ProjectKeys:
    """The keys of one project; one fetch at a time."""

    def __init__(self, calling: Calling) -> None:
        self._calling = calling
        self._keys: dict[str, ProjectKey] = {}
        self._read_at = self._failed_at = float("-inf")
        self._fetching = asyncio.Lock()

    async def find(self, kid: str) -> ProjectKey | None:
        """Return the key with this id, None if there is none. Raises ProjectUnavailableError."""
        await self._fetch(KEPT)
        if kid not in self._keys:
            await self._fetch(APART)
        return self._keys.get(kid)

    async def are_shared(self) -> bool:
        """Return True if the project has no key pairs: it signs with a secret that it keeps."""
        await self._fetch(KEPT)
        return not self._keys

    async def _fetch(self, life: float) -> None:
        """Fetch the keys unless they are younger than ``life``, in seconds."""
        async with self._fetching:
            now = time.monotonic()
            if now - self._read_at < life:
                return
            if now - self._failed_at < AFTER_FAULT:
                raise ProjectUnavailableError
            try:
                self._keys = await self._read()
            except ProjectUnavailableError:
                self._failed_at = time.monotonic()
                raise
            self._read_at = time.monotonic()

    async def _read(self) -> dict[str, ProjectKey]:
        answer = await self._calling.get(PATH)
        if answer.status == 404:
            return {}  # older servers have no such list
        found = answer.content.get("keys") if isinstance(answer.content, dict) else None
        if answer.status != 200 or not isinstance(found, list):
            raise ProjectUnavailableError
        keys = {}
        for each in found[:MOST]:
            key = key_of(each)
            if key is not None:
                keys[each["kid"]] = key
        return keys


def key_of(given: Any) -> ProjectKey | None:
    """Return the key of one entry, None if it is none that verifies access tokens."""
    from joserfc.errors import JoseError
    from joserfc.jwk import ECKey, RSAKey

    if not isinstance(given, dict) or not isinstance(given.get("kid"), str):
        return None
    kind, algorithm = given.get("kty"), given.get("alg")
    try:
        if kind == "EC" and given.get("crv") == "P-256" and algorithm in (None, "ES256"):
            public = {name: given[name] for name in ("kty", "crv", "x", "y")}
            return ProjectKey("ES256", ECKey.import_key(public)) if _signs(given) else None
        if kind == "RSA" and algorithm in (None, "RS256"):
            key = RSAKey.import_key({name: given[name] for name in ("kty", "n", "e")})
            fits = key.raw_value.key_size in RSA_BITS
            return ProjectKey("RS256", key) if fits and _signs(given) else None
    except (JoseError, KeyError, TypeError, ValueError):
        return None
    return None


def _signs(given: dict[str, Any]) -> bool:
    return bool(given.get("use", "sig") == "sig")
