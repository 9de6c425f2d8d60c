"""A transaction belongs to one request for as long as it is open."""

from __future__ import annotations

import asyncio
import contextvars

import pytest

from sealedbid.platform.postgres import Gateway, Transaction
from sealedbid.platform.postgres.errors import TransactionLostError
from tests.fixtures.people import World


async def names(tx: Transaction) -> int:
    return await tx.run("select from public.organizations")


async def test_nothing_runs_in_a_transaction_after_its_block(
    gateway: Gateway, world: World
) -> None:
    async with gateway.sealed("session", world.b.owner.proof, world.b.id) as tx:
        assert await names(tx) == 1
    with pytest.raises(TransactionLostError, match="is over"):
        await names(tx)


async def test_another_request_runs_nothing_in_the_transaction(
    gateway: Gateway, world: World
) -> None:
    elsewhere = contextvars.Context()
    async with gateway.sealed("session", world.b.owner.proof, world.b.id) as tx:
        request = asyncio.get_running_loop().create_task(names(tx), context=elsewhere)
        with pytest.raises(TransactionLostError, match="another request"):
            await request
        assert await names(tx) == 1


async def test_a_task_of_the_request_itself_may(gateway: Gateway, world: World) -> None:
    async with gateway.sealed("session", world.a.owner.proof, world.a.id) as tx:
        assert await asyncio.create_task(names(tx)) == 1


async def test_two_that_a_request_has_open_are_both_its_own(gateway: Gateway, world: World) -> None:
    async with (
        gateway.sealed("session", world.b.owner.proof, world.b.id) as theirs,
        gateway.sealed("session", world.a.owner.proof, world.a.id) as ours,
    ):
        assert (await names(theirs), await names(ours)) == (1, 1)
