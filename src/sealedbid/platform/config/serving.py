"""Settings of processes: what they keep open, how much they take, and how long they wait."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field, IPvAnyNetwork, field_validator
from pydantic_settings import NoDecode

from sealedbid.platform.config import checks


class ServingSettings(BaseModel):
    """Pools of connections, limits of requests, and times."""

    jobs_kept_days: int = Field(
        default=30, ge=0, description="Days for which finished jobs are kept."
    )
    pool_min_size: int = Field(default=1, ge=0, description="Connections a pool keeps open.")
    pool_max_size: int = Field(default=10, ge=1, description="Connections a pool opens at most.")
    pool_timeout: float = Field(
        default=10.0, gt=0, description="Seconds a request waits for a connection."
    )
    prepare_threshold: int | None = Field(
        default=5,
        ge=0,
        description="Uses of a statement before the driver prepares it; `null` never does, which a "
        "pooler in transaction mode needs.",
    )
    requests_per_credential: int | None = Field(
        default=1200,
        ge=10,
        le=1_000_000,
        description="Requests that a session or key may send to the API in a minute; `null` is no "
        "limit.",
    )
    requests_per_address: int | None = Field(
        default=6000,
        ge=10,
        le=1_000_000,
        description="Requests that an address (of IPv6, a network of 64 bits) may send to the API "
        "in a minute; `null` is no limit.",
    )
    requests_per_person: int | None = Field(
        default=3000,
        ge=10,
        le=1_000_000,
        description="Requests that all sessions of a person may send to the API in a minute; "
        "`null` is no limit.",
    )
    requests_per_organization: int | None = Field(
        default=30_000,
        ge=10,
        le=1_000_000,
        description="Requests that all members and keys of an organization may send to the API in "
        "a minute; `null` is no limit.",
    )
    trusted_proxies: Annotated[tuple[IPvAnyNetwork, ...], NoDecode] = Field(
        default=(),
        description="Addresses or networks of proxies in front of the API, with commas between "
        "them: what they say in X-Forwarded-For is believed.",
    )
    migrate_lock_timeout: int = Field(
        default=10, ge=1, description="Seconds a migration waits for a lock on a table."
    )

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def _are_proxies(cls, value: Any) -> Any:
        return checks.apart(value)
