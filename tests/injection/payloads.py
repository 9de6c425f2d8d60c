"""An attacker's input: each is a text that a wrong route pastes into its statement."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sealedbid.isolation.catalog import Table

SETTINGS = ("seal.context", "app.org_id", "app.current_org", "request.jwt.claims", "role")


def payloads(route: str, tables: list[Table], theirs: UUID) -> Iterator[str]:
    """All payloads for one route; ``theirs`` is the organization whose rows are wanted."""
    if route in ("named_organization", "named_opening", "forgotten"):
        yield str(theirs)
    if route in ("kept_connection", "shared_transaction", "background_task"):
        yield ""
        return
    for wanted in _queries(tables, theirs):
        yield from _fitted(route, wanted)
    if route == "insert":
        yield from _there_and_back(theirs)


def _queries(tables: list[Table], theirs: UUID) -> Iterator[str]:
    """Statements whose result is one text, to be smuggled into another statement."""
    for table in tables:
        for where in ("", f" where org_id = '{theirs}'" if table.has_org else ""):
            yield f"select string_agg(t::text, ' ') from {table.name} t{where}"
        yield f"select query_to_xml('select * from {table.name}', true, true, '')::text"
    for name in SETTINGS:
        for value in (
            str(theirs),
            f'{{"org_id": "{theirs}"}}',
            f"session..{theirs}.4.x.9999999999.1.",
        ):
            yield (
                f"select set_config('{name}', '{value}', false) || coalesce((select"
                " string_agg(t::text, ' ') from public.clients t), '')"
            )
    yield "select string_agg(query, ' ') from pg_stat_activity"
    yield "select pg_read_file('/etc/passwd')"
    yield "select string_agg(c::text, ' ') from seal_private.credentials c"
    yield "select string_agg(k::text, ' ') from seal_private.keys k"
    yield f"select seal.open('session', 'x', '{theirs}')::text"
    yield f"select core.remove_member('{theirs}')::text"
    yield "select lo_get(lo_import('/etc/passwd'))::text"
    yield "select string_agg(s.most_common_vals::text, ' ') from pg_stats s"


def _there_and_back(theirs: UUID) -> Iterator[str]:
    """Changes for one sub-select: the new row's own check finds the old setting."""
    for name in SETTINGS:
        to = f"set_config('{name}', '{theirs}', true)"
        back = f"set_config('{name}', '', true)"
        yield f"x' || substr({to}, 1, 0) || (select max(name) from public.clients) || {back} || '"


def _fitted(route: str, wanted: str) -> Iterator[str]:
    """The statement, fitted into the route's own."""
    if route in (
        "where",
        "reading",
        "job_body",
        "forgotten",
        "kept_connection",
        "shared_transaction",
    ):
        yield f"' union all select ({wanted}), null, null -- "
        yield f"' or 1 = cast(({wanted}) as int) -- "
        yield f"'; {wanted}; -- "
        yield f"' or name in ({wanted}) or '1' = '1"
    elif route == "order":
        yield f"(case when ({wanted}) is null then name else website end)"
        yield f"cast(({wanted}) as int)"
        yield f"1; {wanted}"
    elif route == "limit":
        yield f"length(({wanted}))"
        yield f"cast(({wanted}) as int)"
        yield f"1 offset (select 0 where ({wanted}) is not null)"
    elif route == "insert":
        yield f"' || random() || ({wanted})) returning name, name, notes -- "
        yield f"x' || random() || ({wanted}) || '"
