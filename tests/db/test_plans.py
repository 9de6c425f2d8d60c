"""Plans of the most frequent statements: an index, and the context verified once a statement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from psycopg import ClientCursor, Connection

from tests.fixtures.people import People, World
from tests.fixtures.server import Installation

OPEN = "select seal.open('session', %s, %s)"


@pytest.fixture(scope="module")
def grown(installation: Installation, people: People) -> Iterator[tuple[World, Connection[Any]]]:
    """Two organizations with so many clients that reading all of them is the wrong plan."""
    world = people.world()
    with installation.as_superuser() as behind:
        behind.execute(
            "insert into public.clients (org_id, name) select o, gen_random_uuid()::text"
            " from unnest(%s::uuid[]) o, generate_series(1, 5000)",
            [[world.a.id, world.b.id]],
        )
        behind.execute("analyze public.clients")
    with installation.connect("sb_api") as api:
        yield world, api


def plan(api: Connection[Any], world: World, statement: str, **parameters: Any) -> str:
    with api.transaction(force_rollback=True):
        api.execute(OPEN, (world.a.member.proof, world.a.id))
        rows = ClientCursor(api).execute(
            f"explain (costs off) {statement}", {"org_id": world.a.id, **parameters}
        )
        return "\n".join(row[0] for row in rows)


def test_a_read_verifies_the_context_once_and_goes_by_the_key(
    grown: tuple[World, Connection[Any]],
) -> None:
    world, api = grown
    text = plan(
        api,
        world,
        "select * from public.clients where org_id = %(org_id)s and id = %(id)s",
        id=world.stranger.id,
    )
    assert "One-Time Filter" in text
    assert text.count("InitPlan 1\n") == 1
    assert "InitPlan 2" not in text
    assert "Index Scan using clients_pkey" in text


def test_a_page_by_name_goes_by_the_names_index(grown: tuple[World, Connection[Any]]) -> None:
    world, api = grown
    text = plan(
        api,
        world,
        "select id, name from public.clients where org_id = %(org_id)s and name > %(after)s"
        " order by name limit 100",
        after="m",
    )
    assert "Index" in text
    assert "clients_name_key" in text
    assert "Sort" not in text
    assert "Seq Scan" not in text


def test_the_policy_alone_goes_by_an_index_too(grown: tuple[World, Connection[Any]]) -> None:
    """Without the predicate the policy's comparison is the index's condition."""
    world, api = grown
    text = plan(api, world, "select * from public.clients where name = 'x'")
    assert "clients_name_key" in text
    assert "Seq Scan" not in text
