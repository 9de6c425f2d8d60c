"""Functions are called as everybody, and their effects are judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack

import psycopg
import pytest

from sealedbid.isolation.audit import audit
from sealedbid.isolation.prove import Outcome
from sealedbid.isolation.prove.calls import Stage, attack_all, attack_functions, open_stage
from sealedbid.isolation.prove.ground import make_ground
from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.postgres.logins import LOGINS
from tests.fixtures.proving import proving_by
from tests.fixtures.server import Installation
from tests.isolation.planted import HOLES, STATEMENTS, Hole, planted

pytestmark = pytest.mark.full

REACH = "update seal.definer_functions set reach = %s where signature = 'queue.lanes(uuid,integer)'"


@pytest.fixture(scope="module")
def called(make_database: Callable[..., Installation]) -> Iterator[tuple[Installation, Stage]]:
    """A database with two organizations, and a stage to call its functions on."""
    installation = make_database()
    conninfos: dict[str, str] = {login: installation.conninfo(login) for login in LOGINS}
    conninfos["owner"] = installation.owner
    with installation.as_owner() as owner:
        ground = make_ground(conninfos, audit(owner).schemas)
        with open_stage(conninfos, owner, ground, quick=True) as stage:
            yield installation, stage


@pytest.fixture(scope="module")
def found(called: tuple[Installation, Stage]) -> Mapping[str, Outcome]:
    """Outcomes of all calls on the migrated schema."""
    return attack_all(called[1])


def leaks(found: Mapping[str, Outcome]) -> dict[str, str]:
    return {name: outcome.what for name, outcome in found.items() if outcome.verdict == "LEAK"}


@pytest.mark.full
@pytest.mark.parametrize("hole", HOLES, ids=[hole.name for hole in HOLES])
def test_a_planted_hole_is_found(hole: Hole, called: tuple[Installation, Stage]) -> None:
    installation, stage = called
    with installation.as_owner() as owner, planted(owner, hole):
        noticed = [f.sentence for f in audit(owner).findings if "prove_watch" not in f.sentence]
        leaked = leaks(attack_all(stage, lambda f: f"{f.schema}.{f.name}(" in hole.found_at))
    assert noticed == [], "the audit takes it for meant"
    assert any(name.startswith(hole.found_at) for name in leaked)


def test_without_them_nothing_leaks(found: Mapping[str, Outcome]) -> None:
    assert leaks(found) == {}
    assert sum(outcome.tried for outcome in found.values()) > 5_000


def test_an_organization_is_opened_only_by_its_own_proofs(found: Mapping[str, Outcome]) -> None:
    """The openings succeed, so calls arrive: the refusals of others prove something."""
    assert {name for name, outcome in found.items() if outcome.verdict == "control"} == {
        "sb_auth: seal_auth.account(bytea)",
        "sb_auth: seal_auth.change_metadata(bytea,jsonb)",
        "sb_auth: seal_auth.end_own_session(bytea,uuid)",
        "sb_auth: seal_auth.own_sessions(bytea)",
        "sb_auth: seal_auth.show_invitation(bytea,uuid)",
        "sb_auth: seal_auth.sign_out(bytea,text)",
        "sb_api: seal.open(text,bytea,uuid)",
        "sb_api: seal.open_person(bytea)",
        "sb_worker: seal.open(text,bytea,uuid)",
        "sb_worker: seal.open_job(uuid,uuid,uuid)",
        "sb_worker: seal.open_person(bytea)",
    }


def test_what_sign_in_and_the_dispatcher_may_do_to_all_is_told(
    found: Mapping[str, Outcome],
) -> None:
    trusted = {name for name, outcome in found.items() if outcome.verdict == "trusted"}
    assert all(name.startswith(("sb_auth: ", "sb_dispatch: ")) for name in trusted)
    assert any("queue.claim" in name for name in trusted)


def test_a_function_of_the_dispatcher_that_reaches_its_own_alone_leaks(
    called: tuple[Installation, Stage],
) -> None:
    installation, stage = called
    with installation.as_owner() as owner:
        owner.execute(REACH, ["own"])
        try:
            leaked = leaks(attack_functions(stage, lambda f: f.name == "lanes"))
        finally:
            owner.execute(REACH, ["all"])
    assert set(leaked) == {"sb_dispatch: queue.lanes(uuid,integer)"}


@pytest.mark.parametrize("caller", ["public", "sb_tenant", "sb_api", "sb_worker"])
def test_what_tenants_may_call_reaches_their_own_alone(
    installation: Installation, caller: str
) -> None:
    with installation.as_owner() as owner, pytest.raises(psycopg.errors.CheckViolation) as refused:
        owner.execute(
            "insert into seal.definer_functions (signature, owner, callers, reason, reach)"
            " values ('core.absent()', 'sb_gate', %s, 'all of them', 'all')",
            [[caller, "sb_auth"]],
        )
    assert refused.value.diag.constraint_name == "definer_functions_tenants_reach_their_own"


def test_memberships_elsewhere_that_a_policy_shows_are_found(
    fresh_installation: Installation, server: EmbeddedServer
) -> None:
    with fresh_installation.as_owner() as owner:
        owner.execute(STATEMENTS["memberships_by_policy"])
        owner.execute("select seal_private.note()")
    proof = proving_by(server.url("postgres", database="postgres"))(
        fresh_installation, "org_members"
    )
    assert ("public.org_members", "read") in {(table, vector) for table, vector, _ in proof.leaks}


@pytest.mark.full
def test_all_holes_are_told_by_one_quick_proof(
    fresh_installation: Installation, server: EmbeddedServer
) -> None:
    prove = proving_by(server.url("postgres", database="postgres"))
    with fresh_installation.as_owner() as owner, ExitStack() as stack:
        for hole in HOLES:
            stack.enter_context(planted(owner, hole))
        proof = prove(fresh_installation, quick=True)
    assert not proof.holds
    told = {vector for _, vector, _ in proof.leaks}
    for hole in HOLES:
        assert any(name.startswith(hole.found_at) for name in told), hole.name
