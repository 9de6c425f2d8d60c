"""Keys of vendors, in files that their owner alone can read."""

from __future__ import annotations

from pathlib import Path

from pydantic import SecretStr

from sealedbid.intelligence.llm.references import Vendor
from sealedbid.platform.config import Settings
from sealedbid.platform.secrets import read_secret, secret_path

REMEDY = "Write the vendor's key there, on one line."


def key_path(settings: Settings, vendor: Vendor) -> Path:
    """The file that holds the key for a vendor, or would."""
    if vendor == "anthropic":
        return settings.model_anthropic_key_file or secret_path(settings.home, "anthropic.key")
    return settings.model_key_file or secret_path(settings.home, "model.key")


def read_key(settings: Settings, vendor: Vendor) -> SecretStr | None:
    """Read the key for a vendor; None if no file is named and none is in its usual place.

    Raises SecretFileError.
    """
    is_named = (
        settings.model_anthropic_key_file if vendor == "anthropic" else settings.model_key_file
    )
    path = key_path(settings, vendor)
    if is_named is None and not path.exists():
        return None
    return SecretStr(read_secret(path, remedy=REMEDY))
