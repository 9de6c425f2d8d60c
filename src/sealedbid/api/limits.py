"""Limits of requests: by address before anything is looked at, then by credential."""

from __future__ import annotations

import hashlib
import ipaddress
from collections.abc import Sequence
from typing import Final

from fastapi import Request

from sealedbid.api.caller import Caller
from sealedbid.api.faults import TooManyRequestsError
from sealedbid.api.services import services_of

WINDOW: Final = 60
"""Seconds."""
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


async def check_limits(request: Request, caller: Caller | None) -> None:
    """Take a permit of the address, and of the credential. Raises TooManyRequestsError."""
    services = services_of(request)
    settings = services.settings
    wanted = []
    if settings.requests_per_address:
        address = address_of(request, settings.trusted_proxies)
        wanted.append((f"address {address}".encode(), settings.requests_per_address))
    if caller is not None and settings.requests_per_credential:
        # A hash of the proof: nobody else can name the bucket, and so use it up.
        bucket = hashlib.sha256(b"permits" + caller.proof).digest()
        wanted.append((bucket, settings.requests_per_credential))
    for bucket, limit in wanted:
        wait = await services.permits.take(bucket, limit=limit, seconds=WINDOW)
        if wait:
            raise TooManyRequestsError(wait)


def address_of(request: Request, trusted: Sequence[Network]) -> str:
    """Return the address that a request came from; of IPv6 the network of 64 bits.

    The peer is asked who sent it only if it is a trusted proxy: then the rightmost hop counts that
    is none. A chain that cannot be read counts for nothing.
    """
    peer = request.client.host if request.client else "unknown"
    hops = [peer, *reversed(request.headers.get("x-forwarded-for", "").split(","))]
    found = peer
    for hop in hops:
        try:
            address = ipaddress.ip_address(hop.strip())
        except ValueError:
            return _network(peer)
        found = str(address)
        if not any(address in network for network in trusted):
            break
    return _network(found)


def _network(address: str) -> str:
    try:
        if ipaddress.ip_address(address).version == 6:
            return str(ipaddress.ip_network(f"{address}/64", strict=False))
    except ValueError:
        pass
    return address
