"""Keys of organizations at vendors of models. Nobody reads one back: a job is given it."""

from __future__ import annotations

from typing import Final, get_args

from pydantic import SecretStr

from sealedbid.intelligence.models import ModelKey, ModelVendor
from sealedbid.platform.postgres import Queries, Transaction

VENDORS: Final[tuple[ModelVendor, ...]] = get_args(ModelVendor)
QUERIES: Final = Queries("sealedbid.intelligence", "model_keys")


async def for_job(tx: Transaction) -> dict[ModelVendor, SecretStr]:
    """Return the keys of the job's organization, by vendor; those that it has.

    Raises NotAllowedError outside a job.
    """
    found = {vendor: await tx.value(QUERIES["for_job"], vendor=vendor) for vendor in VENDORS}
    return {vendor: SecretStr(key) for vendor, key in found.items() if key is not None}


async def page(tx: Transaction) -> list[ModelKey]:
    """List the vendors that the organization has a key at, for admins."""
    return await tx.all(QUERIES["page"], ModelKey)


async def remove(tx: Transaction, vendor: str) -> bool:
    """Remove the key at a vendor; False if there is none. Raises NotAllowedError."""
    return bool(await tx.value(QUERIES["remove"], vendor=vendor))


async def set_key(tx: Transaction, vendor: str, secret: SecretStr) -> None:
    """Set or replace the key at a vendor. Raises NotAllowedError, ValueRefusedError."""
    await tx.run(QUERIES["set"], vendor=vendor, secret=secret.get_secret_value())
