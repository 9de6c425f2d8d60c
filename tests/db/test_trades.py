"""Each login reaches what its trade needs; future objects are granted to nobody."""

from __future__ import annotations

from tests.fixtures.server import Installation


def test_logins_look_into_the_schemas_of_their_trade(installation: Installation) -> None:
    with installation.as_superuser() as behind:
        rows = behind.execute(
            "select r.rolname, n.nspname from pg_roles r, pg_namespace n"
            " where r.rolname ~ '^sb_' and r.rolcanlogin"
            " and has_schema_privilege(r.oid, n.oid, 'usage')"
            " and n.nspname !~ '^pg_' and n.nspname not in ('public', 'information_schema')"
        ).fetchall()
    assert set(rows) == {
        *(("sb_api", schema) for schema in ("seal", "core", "system", "queue", "intelligence")),
        *(("sb_worker", schema) for schema in ("seal", "queue", "system", "intelligence")),
        ("sb_auth", "seal_auth"),
        ("sb_dispatch", "queue"),
    }


def test_a_new_function_of_the_installer_is_for_nobody(installation: Installation) -> None:
    with installation.as_owner() as owner, owner.transaction(force_rollback=True):
        owner.execute("create function core.hello() returns int language sql return 1")
        allowed = owner.execute(
            "select rolname from pg_roles where rolname ~ '^sb_' and rolcanlogin"
            " and has_function_privilege(oid, 'core.hello()', 'execute')"
        ).fetchall()
    assert allowed == []
