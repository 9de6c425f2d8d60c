"""Keys of vendors: an organization's own, or the installation's in files of mode 0600."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import SecretStr

from sealedbid.intelligence.models import ModelVendor
from sealedbid.platform.config import Settings
from sealedbid.platform.secrets import read_secret, secret_path

REMEDY: Final = "Write the vendor's key there, on one line."
OWN: Final = "the organization's settings (`sealedbid models set-key`)"


@dataclass(frozen=True, slots=True)
class Key:
    """A key, or None, and where it is or would be: words for a message."""

    secret: SecretStr | None
    place: str


def key_path(settings: Settings, vendor: ModelVendor) -> Path:
    """The file that holds the installation's key for a vendor, or would."""
    if vendor == "anthropic":
        return settings.model_anthropic_key_file or secret_path(settings.home, "anthropic.key")
    return settings.model_key_file or secret_path(settings.home, "model.key")


def key_of(settings: Settings, vendor: ModelVendor, own: Mapping[ModelVendor, SecretStr]) -> Key:
    """The organization's own key if it has one, and else the installation's.

    Raises SecretFileError.
    """
    if vendor in own:
        return Key(own[vendor], OWN)
    path = key_path(settings, vendor)
    is_named = path in (settings.model_key_file, settings.model_anthropic_key_file)
    if not is_named and not path.exists():
        return Key(None, str(path))
    return Key(SecretStr(read_secret(path, remedy=REMEDY)), str(path))
