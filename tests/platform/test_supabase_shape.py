"""Supabase's shape: installed by its postgres, sealed from its roles, beside its own auth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

import pytest
from psycopg import Error, sql
from psycopg.errors import FeatureNotSupported, InsufficientPrivilege

from sealedbid.intelligence.repository.org_brain import Question, match
from sealedbid.isolation.audit import audit_database
from sealedbid.platform.installer import keep_accounts_elsewhere
from sealedbid.platform.migrations import migrate
from sealedbid.platform.postgres.errors import AccountsElsewhereError
from tests.db.contexts import OPEN, opened
from tests.db.documents import within
from tests.fixtures.elsewhere import KEY
from tests.fixtures.people import World
from tests.fixtures.proving import assert_proven, proving_by
from tests.fixtures.server import Installation
from tests.fixtures.supabase import STATEMENTS, SupabasePeople, VectorSchema, supabase
from tests.intelligence.passages import DIMENSIONS, MODEL, add_passage

pytestmark = pytest.mark.full

OURS = [
    *("public", "seal", "seal_auth", "seal_private", "core", "system", "queue", "intelligence"),
    "dbmate",
]
STRANGERS = ["anon", "authenticated", "service_role", "authenticator", "dashboard_user"]


@pytest.fixture(scope="module", params=get_args(VectorSchema))
def vector_schema(request: pytest.FixtureRequest) -> VectorSchema:
    schema: VectorSchema = request.param
    return schema


@pytest.fixture(scope="module")
def installation(vector_schema: VectorSchema) -> Iterator[Installation]:
    with supabase(vector_schema) as installation:
        yield installation


@pytest.fixture(scope="module")
def world(installation: Installation) -> World:
    """Two organizations, each with one client."""
    world = SupabasePeople(installation).world()
    with installation.connect("sb_api") as api:
        for organization in (world.b, world.a):
            with within(api, organization):
                api.execute(
                    "insert into clients (org_id, name) values (%s, %s)",
                    (organization.id, f"of {organization.name}"),
                )
    return world


def test_the_installer_is_no_superuser_and_may_come_again(installation: Installation) -> None:
    with installation.as_owner() as owner:
        found = owner.execute(
            "select rolname, rolsuper from pg_roles where rolname = current_user"
        ).fetchone()
    assert found == ("postgres", False)
    again = migrate(installation.owner, str)
    assert (again.applied, again.logins_made) == ([], [])


def test_roles_with_generous_defaults_are_given_nothing(installation: Installation) -> None:
    with installation.as_superuser() as behind:
        given = behind.execute(
            STATEMENTS["given"], {"roles": STRANGERS, "schemas": OURS}
        ).fetchall()
    assert given == []


@pytest.mark.parametrize("role", STRANGERS)
def test_no_role_of_the_api_reads_a_table(
    installation: Installation, world: World, role: str
) -> None:
    with installation.as_superuser() as behind:
        names = behind.execute(STATEMENTS["relations"], {"schemas": OURS}).fetchall()
        assert len(names) > 32
        behind.execute(sql.SQL("set role {}").format(sql.Identifier(role)))
        for (name,) in names:
            with pytest.raises(InsufficientPrivilege):
                behind.execute(f"select from {name}")
        with pytest.raises(InsufficientPrivilege):
            behind.execute(OPEN, ("session", world.a.owner.proof, world.a.id))


def test_one_organization_sees_nothing_of_the_other(
    installation: Installation, world: World
) -> None:
    with installation.connect("sb_api") as api:
        for ours, theirs in ((world.b, world.a), (world.a, world.b)):
            with opened(api, ours, "viewer"):
                assert api.execute("select name from clients").fetchall() == [(f"of {ours.name}",)]
                assert api.execute("select id from organizations").fetchall() == [(ours.id,)]
            with pytest.raises(InsufficientPrivilege, match="not a member"):
                api.execute(OPEN, ("session", ours.owner.proof, theirs.id))
        assert api.execute("select from clients").rowcount == 0


def test_a_claim_of_the_api_opens_nothing(installation: Installation, world: World) -> None:
    """Supabase's policies trust request.jwt.claims; ours do not."""
    with installation.connect("sb_api") as api, api.transaction():
        api.execute(
            "select set_config('request.jwt.claims', json_build_object('sub', %s::text,"
            " 'role', 'service_role', 'org_id', %s::text)::text, true)",
            (world.b.owner.id, world.b.id),
        )
        assert api.execute("select from clients").rowcount == 0


def test_the_audit_finds_no_error(installation: Installation) -> None:
    report = audit_database(installation.conninfo("sb_api"))
    assert [finding.sentence for finding in report.findings if finding.level == "error"] == []


def test_nothing_leaks_from_a_database_of_supabases_shape(installation: Installation) -> None:
    """The copy is created by postgres itself, which is no superuser there."""
    proof = proving_by(installation.owner)(installation)
    assert_proven(proof)
    # its postgres may not hide sessions' statements: that is reported, and is not green
    assert proof.server["pasted text"].verdict == "shown"
    assert "pg_stat_activity" in proof.server["pasted text"].what
    warned = {finding.lint[:4] for finding in proof.audit.findings}
    assert {"0082", "0083"} <= warned
    assert {"auth", "storage", "realtime", "vault"} <= set(proof.beside)


def test_the_audit_leaves_out_what_is_not_ours(installation: Installation) -> None:
    report = audit_database(installation.conninfo("sb_api"))
    named = [finding.object for finding in report.findings]
    named += [function.name for function in report.trusted]
    foreign = re.compile(r"\b(auth|storage|realtime|vault|extensions)\.")
    assert [name for name in named if foreign.search(name)] == []


async def test_what_it_knows_is_found_wherever_pgvector_is(
    installation: Installation, world: World
) -> None:
    with installation.connect("sb_api") as api:
        for organization in (world.b, world.a):
            with within(api, organization):
                add_passage(api, f"of {organization.name}", 1)
    one = [1.0] + [0.0] * (DIMENSIONS - 1)
    question = Question(key="one", words="of", embedding=one)
    async with installation.gateway("sb_api") as gateway:
        for ours in (world.b, world.a):
            async with gateway.sealed("session", ours.viewer.proof, ours.id) as tx:
                found = await match(tx, [question], model=MODEL, types=["case_study"], limit=5)
                assert [each.content_text for each in found] == [f"of {ours.name}"]


def test_another_auth_server_keeps_its_people(installation: Installation) -> None:
    with installation.as_superuser() as behind:
        columns = behind.execute(
            "select count(*) from pg_attribute"
            " where attrelid = 'auth.users'::regclass and attnum > 0"
        ).fetchone()
        owner = behind.execute(
            "select relowner::regrole::text from pg_class where oid = 'auth.users'::regclass"
        ).fetchone()
    assert columns == (4,)
    assert owner == ("supabase_auth_admin",)
    with installation.connect("sb_auth") as auth:
        with pytest.raises(InsufficientPrivilege):
            auth.execute("select from auth.users")
        with pytest.raises(FeatureNotSupported):
            auth.execute("select seal_auth.begin_password('a@example.org', null, null)")


def test_every_function_of_sign_in_refuses_where_accounts_are_elsewhere(
    installation: Installation,
) -> None:
    """But for what vouches for the other server's people, and the way out."""
    with installation.as_superuser() as behind:
        functions = behind.execute(
            "select p.proname, p.pronargs from pg_proc p"
            " where p.pronamespace = 'seal_auth'::regnamespace order by 1"
        ).fetchall()
    said = {}
    with installation.connect("sb_auth") as auth:
        for name, arguments in functions:
            nulls = ", ".join(["null"] * arguments)
            try:
                auth.execute(f"select * from seal_auth.{name}({nulls})".encode())
            except Error as error:
                said[name] = error.sqlstate
    assert len(said) > 20
    elsewhere = {name for name, state in said.items() if state == "0A000"}
    assert set(said) - elsewhere == {
        "ensure_profile",
        "record_refusal",
        "start_session",
        "sign_out",
    }


def test_accounts_there_are_the_auth_servers_without_a_word_of_the_installer(
    installation: Installation,
) -> None:
    with installation.connect("sb_auth") as auth:
        assert auth.execute("select seal_auth.keeps_accounts()").fetchone() == (False,)
    assert keep_accounts_elsewhere(installation.owner, KEY) == 0  # the key alone
    with pytest.raises(AccountsElsewhereError):
        keep_accounts_elsewhere(installation.owner, None)
