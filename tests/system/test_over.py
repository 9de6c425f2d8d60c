"""The tick removes what is over: idempotency keys, and windows of permits."""

from __future__ import annotations

import uuid

from tests.fixtures.people import World
from tests.fixtures.server import Installation


def counts(installation: Installation, mark: str) -> tuple[int, ...]:
    with installation.as_superuser() as behind:
        row = behind.execute(
            "select (select count(*) from public.idempotency_keys where key like %(mark)s || '%%'),"
            " (select count(*) from seal_private.permits where bucket like %(mark)s || '%%')",
            {"mark": mark},
        ).fetchone()
    assert row is not None
    return tuple(row)


def test_the_tick_removes_what_is_over_in_batches(
    installation: Installation, own_world: World
) -> None:
    mark = uuid.uuid4().hex
    with installation.as_superuser() as behind:
        behind.execute(
            "insert into public.idempotency_keys (org_id, actor, key, request_sha256, expires_at)"
            " select %s, %s, %s || n, sha256('\\x00'),"
            "        now() + case when n > 30 then interval '1 hour' else interval '-1 hour' end"
            "   from generate_series(1, 40) n",
            (own_world.a.id, own_world.a.owner.id, mark),
        )
        behind.execute(
            "insert into seal_private.permits (bucket, window_start, window_end)"
            " select %s || n, now() - interval '2 hours',"
            "        now() + case when n > 30 then interval '1 hour' else interval '-1 hour' end"
            "   from generate_series(1, 40) n",
            (mark,),
        )
    before = counts(installation, mark)
    with installation.connect("sb_dispatch") as dispatch:
        dispatch.execute("select * from queue.tick(p_limit => 5)")
        between = counts(installation, mark)
        for _ in range(40):
            dispatch.execute("select * from queue.tick(p_limit => 100)")
            if counts(installation, mark) == (10, 10):
                break
    assert before == (40, 40)
    assert all(now >= was - 5 for now, was in zip(between, before, strict=True))
    assert counts(installation, mark) == (10, 10)


def test_a_key_that_is_over_is_a_new_one(installation: Installation, own_world: World) -> None:
    claim = "select is_new from system.claim_key('over', sha256('\\x01'))"
    opening = "select seal.open('session', %s, %s)"
    owner = own_world.a.owner
    with installation.connect("sb_api") as api:
        for is_new in (True, False):
            with api.transaction():
                api.execute(opening, (owner.proof, own_world.a.id))
                assert api.execute(claim).fetchone() == (is_new,)
        with installation.as_superuser() as behind:
            behind.execute(
                "update public.idempotency_keys set expires_at = now() - interval '1 second'"
                " where org_id = %s",
                (own_world.a.id,),
            )
        with api.transaction():
            api.execute(opening, (owner.proof, own_world.a.id))
            assert api.execute(claim).fetchone() == (True,)
