"""A context is opened once and ends with its transaction, within these limits.

A transaction can swap its context for another proof's; one message can replay its own right, within
that message. Nobody gets more than the proofs that they hold.
"""

from __future__ import annotations

from typing import Any, LiteralString

import pytest
from psycopg import Connection, sql

from tests.db.contexts import (
    FORGED,
    OPEN,
    attempt,
    clients_seen,
    context_of,
    opened,
    put_context,
    refused,
    scalar,
)
from tests.fixtures.people import World

pytest_plugins = ["tests.fixtures.contexts"]

ALREADY_OPEN = "25001"


def test_who_blanks_the_setting_is_nobody_until_they_show_another_proof(
    api: Connection[Any], stocked: World
) -> None:
    with opened(api, stocked.a):
        put_context(api, "")
        assert clients_seen(api) == []
        with attempt(api), refused(FORGED):
            scalar(api, OPEN, "session", b"0" * 32, stocked.b.id)
        # with b's proof in hand they are b: so they would be in any other transaction
        scalar(api, OPEN, "session", stocked.b.owner.proof, stocked.b.id)
        assert clients_seen(api) == [stocked.b.name]


def test_a_context_that_was_swapped_is_not_both(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a):
        first = context_of(api)
        put_context(api, "")
        scalar(api, OPEN, "session", stocked.b.owner.proof, stocked.b.id)
        put_context(api, first)  # bound to this transaction, so it is valid in it
        assert clients_seen(api) == [stocked.a.name]
        with attempt(api), refused(ALREADY_OPEN):
            scalar(api, OPEN, "session", stocked.b.owner.proof, stocked.b.id)


@pytest.mark.parametrize("end", ["commit; begin", "commit and chain"])
def test_a_text_is_good_in_all_transactions_of_one_message_and_in_no_later_one(
    api: Connection[Any], stocked: World, end: LiteralString
) -> None:
    """All its transactions begin at the arrival of the message."""
    message = sql.SQL(
        "begin; select seal.open('session', {}, {});"
        " select set_config('seal.context', current_setting('seal.context'), false);"
        f" {end}; select 'clients: ' || string_agg(name, ',') from public.clients; commit"
    ).format(sql.Literal(stocked.a.owner.proof), sql.Literal(stocked.a.id))
    cursor = api.execute(message)
    rows: list[Any] = []
    has_more: bool | None = True
    while has_more:
        if cursor.description is not None:
            rows += cursor.fetchall()
        has_more = cursor.nextset()
    assert (f"clients: {stocked.a.name}",) in rows
    with refused(FORGED):
        clients_seen(api)
