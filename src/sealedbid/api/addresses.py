"""The address that a request came from."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

from fastapi import Request

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def address_of(request: Request, trusted: Sequence[Network]) -> str:
    """Return the address that a request came from; of IPv6 the network of 64 bits.

    The peer is asked who sent it only if it is a trusted proxy: then the rightmost hop counts that
    is none. A chain that cannot be read counts for nothing.
    """
    peer = request.client.host if request.client else "unknown"
    hops = [peer]
    if trusted and (chain := request.headers.getlist("x-forwarded-for")):
        hops += reversed(",".join(chain).split(","))
    found = peer
    for hop in hops:
        try:
            address = ipaddress.ip_address(hop.strip())
        except ValueError:
            return _network(peer)
        address = getattr(address, "ipv4_mapped", None) or address
        found = str(address)
        if not any(address in network for network in trusted):
            break
    return _network(found)


def network_of(request: Request, trusted: Sequence[Network]) -> str | None:
    """Return the address with the length of its network, as 192.0.2.1/32; None if not known."""
    try:
        return str(ipaddress.ip_network(address_of(request, trusted), strict=False))
    except ValueError:
        return None


def _network(address: str) -> str:
    try:
        if ipaddress.ip_address(address).version == 6:
            return str(ipaddress.ip_network(f"{address}/64", strict=False))
    except ValueError:
        pass
    return address
