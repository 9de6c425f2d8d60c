"""Keys of organizations at vendors of models. Nobody reads one back: a job is given it."""

from __future__ import annotations

from pydantic import SecretStr

from sealedbid.intelligence.models import ModelKey
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.intelligence", "model_keys")


async def for_job(tx: Transaction, vendor: str) -> SecretStr | None:
    """Return the key of the job's organization; None if it has none.

    Raises NotAllowedError outside a job.
    """
    found = await tx.value(QUERIES["for_job"], vendor=vendor)
    return None if found is None else SecretStr(found)


async def page(tx: Transaction) -> list[ModelKey]:
    """List the vendors that the organization has a key at, for admins."""
    return await tx.all(QUERIES["page"], ModelKey)


async def remove(tx: Transaction, vendor: str) -> bool:
    """Remove the key at a vendor; False if there is none. Raises NotAllowedError."""
    return bool(await tx.value(QUERIES["remove"], vendor=vendor))


async def set_key(tx: Transaction, vendor: str, secret: SecretStr) -> None:
    """Set or replace the key at a vendor. Raises NotAllowedError, ValueRefusedError."""
    await tx.run(QUERIES["set"], vendor=vendor, secret=secret.get_secret_value())
