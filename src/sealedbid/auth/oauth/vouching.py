"""The file by which this process vouches for a provider: its key, with the client's id and secret.

The database has the key as well, where no login reads it. So what a provider said counts when this
process says so, and not because a statement does.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from pathlib import Path

from sealedbid.auth.errors import ProviderOffError
from sealedbid.auth.oauth.providers import Name
from sealedbid.auth.vouching import KEY_BYTES
from sealedbid.platform.secrets import SecretFileError, read_secret, secret_path


@dataclass(frozen=True, slots=True, repr=False)
class Client:
    """The installation as a client of a provider, and the key to vouch by."""

    client_id: str
    client_secret: str
    key: bytes

    def line(self) -> str:
        """Return the one line of the file."""
        return json.dumps(
            {
                "client_id": self.client_id,
                "client_secret": self.client_secret,
                "key": base64.b64encode(self.key).decode(),
            }
        )


def path_of(home: Path, provider: Name) -> Path:
    """Return the file of a provider; it is there while the provider is on."""
    return secret_path(home, f"oauth.{provider}.json")


def is_on(home: Path, provider: Name) -> bool:
    """True if the provider has a file here."""
    return path_of(home, provider).exists()


def read_client(home: Path, provider: Name) -> Client:
    """Read the file of a provider. Raises ProviderOffError without one, SecretFileError."""
    path = path_of(home, provider)
    if not path.exists():
        raise ProviderOffError
    remedy = f"Run `sealedbid users provider {provider}` again."
    try:
        found = json.loads(read_secret(path, remedy=remedy))
        key = base64.b64decode(found["key"], validate=True)
        client = Client(str(found["client_id"]), str(found["client_secret"]), key)
    except (ValueError, KeyError, TypeError):
        raise SecretFileError(f"The secret file {path} is not whole. {remedy}") from None
    if len(key) != KEY_BYTES:
        raise SecretFileError(f"The secret file {path} is not whole. {remedy}")
    return client
