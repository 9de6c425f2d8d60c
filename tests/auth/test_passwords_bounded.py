"""Deriving is bounded: as many at once as there are cores, a waiting room, then a refusal."""

from __future__ import annotations

import asyncio

import pytest

from sealedbid.auth.errors import TooBusyError
from sealedbid.auth.passwords import Passwords


async def test_who_finds_the_waiting_room_full_is_sent_away() -> None:
    passwords = Passwords(at_once=1, waiting_room=2)
    await passwords.enter()
    waiting = [asyncio.create_task(passwords.enter()) for _ in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(TooBusyError):
        await passwords.enter()
    passwords.leave()
    await asyncio.sleep(0)
    assert sum(task.done() for task in waiting) == 1
    passwords.leave()
    await asyncio.gather(*waiting)
    passwords.leave()
    await passwords.enter()


async def test_who_stops_waiting_leaves_room() -> None:
    passwords = Passwords(at_once=1, waiting_room=1)
    await passwords.enter()
    waiting = asyncio.create_task(passwords.enter())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    another = asyncio.create_task(passwords.enter())
    await asyncio.sleep(0)
    assert not another.done()
    passwords.leave()
    await another


async def test_the_loop_runs_on_while_a_password_is_derived() -> None:
    passwords = Passwords(at_once=1)
    deriving = asyncio.create_task(passwords.derive("password", b"s" * 16))
    turns = 0
    while not deriving.done():
        await asyncio.sleep(0)
        turns += 1
    assert turns > 10
    assert await deriving == await passwords.derive("password", b"s" * 16)
