"""What an organisation uses."""

from __future__ import annotations

from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.system", "usage_events")


async def record(
    tx: Transaction, kind: str, *, quantity: int = 1, tokens: int = 0, cost_micros: int = 0
) -> None:
    """Count this against the open organisation; ``cost_micros`` in millionths of a dollar."""
    await tx.run(
        QUERIES["record"], kind=kind, quantity=quantity, tokens=tokens, cost_micros=cost_micros
    )
