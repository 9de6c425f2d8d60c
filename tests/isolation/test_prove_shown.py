"""Prove finds other sessions' statements that the server shows, and says if that can be avoided."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, LiteralString

import pytest
from psycopg import AsyncCursor

from sealedbid.isolation.prove import SERVER_VECTORS, Outcome
from sealedbid.isolation.prove.arena import open_arena
from sealedbid.isolation.prove.ground import Ground, make_ground
from sealedbid.platform.migrations import migrate
from sealedbid.platform.postgres import cursor, gateway
from sealedbid.platform.postgres.logins import LOGINS
from tests.fixtures.server import Installation

pytestmark = pytest.mark.full

# As on a server whose installer may not close them.
OPEN: tuple[LiteralString, ...] = (
    "grant select on pg_stat_activity, pg_prepared_statements to public",
    "grant execute on function pg_stat_get_activity(int), pg_stat_get_backend_activity(int),"
    " pg_prepared_statement() to public",
)
CLOSED: tuple[LiteralString, ...] = (
    "revoke select on pg_stat_activity, pg_prepared_statements from public",
    "revoke execute on function pg_stat_get_activity(int), pg_stat_get_backend_activity(int),"
    " pg_prepared_statement() from public",
)
TRACKED: LiteralString = "alter role sb_api reset track_activities"


@pytest.fixture(scope="module")
def attacked(make_database: Callable[..., Installation]) -> tuple[Installation, Ground]:
    installation = make_database()
    return installation, make_ground(conninfos(installation), ("public",))


def conninfos(installation: Installation) -> dict[str, str]:
    logins: dict[str, str] = {login: installation.conninfo(login) for login in LOGINS}
    return logins | {"owner": installation.owner}


async def look(attacked: tuple[Installation, Ground], *, may_hide: bool = True) -> Outcome:
    installation, ground = attacked
    (vector,) = SERVER_VECTORS
    async with open_arena(
        ground, {}, conninfos(installation), installation.settings, may_hide=may_hide
    ) as arena:
        return await vector.attack(arena)


@pytest.fixture
def opened(attacked: tuple[Installation, Ground]) -> Iterator[Any]:
    """A superuser while everybody may call functions that show statements; restored afterwards."""
    installation, _ = attacked
    with installation.as_superuser() as behind:
        for statement in OPEN:
            behind.execute(statement)
        try:
            yield behind
        finally:
            for statement in CLOSED:
                behind.execute(statement)
            migrate(installation.owner, str)


async def test_as_it_is_made_nothing_is_shown(attacked: tuple[Installation, Ground]) -> None:
    found = await look(attacked)
    assert (found.verdict, found.what) == ("nothing", "")
    assert found.tried > 300


@pytest.mark.full
async def test_where_everybody_may_call_them_the_settings_are_enough(
    attacked: tuple[Installation, Ground], opened: Any
) -> None:
    assert (await look(attacked)).verdict == "nothing"


@pytest.mark.full
async def test_where_activity_is_tracked_closed_functions_are_enough(
    attacked: tuple[Installation, Ground], opened: Any
) -> None:
    opened.execute(TRACKED)
    for statement in CLOSED:
        opened.execute(statement)
    assert (await look(attacked)).verdict == "nothing"


@pytest.mark.parametrize("login", ["sb_api", "sb_worker"])
async def test_a_login_whose_activity_is_tracked_leaks_unless_nobody_may_help_it(
    attacked: tuple[Installation, Ground], opened: Any, login: LiteralString
) -> None:
    opened.execute(TRACKED.replace("sb_api", login))
    found = await look(attacked)
    assert found.verdict == "LEAK"
    assert found.what == (
        "text that is pasted into a statement meanwhile is in pg_stat_activity,"
        " pg_stat_get_activity(integer), pg_stat_get_backend_activity(integer)"
    )
    if login == "sb_api":
        excused = await look(attacked, may_hide=False)
        assert (excused.verdict, excused.what) == ("shown", found.what)


async def test_pasted_statements_that_are_prepared_leak_whatever_the_server_allows(
    attacked: tuple[Installation, Ground], opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cursor, "is_own", lambda statement: True)
    found = await look(attacked, may_hide=False)
    assert found.verdict == "LEAK"
    assert found.what == (
        "text that was pasted in an earlier request is in pg_prepared_statement(),"
        " pg_prepared_statements"
    )


@pytest.mark.full
@pytest.mark.parametrize("spelling", ["hex", "base64", "escape"])
async def test_an_opening_whose_text_holds_its_proof_leaks(
    attacked: tuple[Installation, Ground],
    opened: Any,
    monkeypatch: pytest.MonkeyPatch,
    spelling: str,
) -> None:
    """Sends the first message and the opening as one text."""
    begin = gateway._begin

    async def in_one_text(connection: Any, opening: Any) -> Any:
        said = await begin(connection, opening)
        spelled = AsyncCursor(connection)
        await spelled.execute(
            "select quote_literal(encode(%s, %s))", (opening.params.get("proof", b"-"), spelling)
        )
        row = await spelled.fetchone()
        assert row is not None
        await spelled.execute(f"select {row[0]}".encode())
        return said

    monkeypatch.setattr(gateway, "_begin", in_one_text)
    opened.execute(TRACKED)
    found = await look(attacked)
    assert found.verdict == "LEAK"
    assert "a proof of the other is in pg_stat_activity" in found.what
