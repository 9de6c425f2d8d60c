"""Every constraint of every table that a route writes is a problem, or has a reason for none."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest

from sealedbid.api.errors import INTERNAL, problem_of
from sealedbid.platform.errors import InUseError, MissingReferenceError, ValueRefusedError
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.violations import Violation, known_constraints
from tests.api.abuse.accounts import PASSWORD, session_of
from tests.api.abuse.process import serving
from tests.api.abuse.roles import caller_of
from tests.api.serving import Api
from tests.api.walking import walk
from tests.fixtures.modules import import_all
from tests.fixtures.server import Installation
from tests.platform.test_violations import BY_FUNCTIONS

CONSTRAINTS = Queries("tests.platform", "violations")["constraints"]
WRITTEN = "select relname from pg_stat_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0"


@pytest.mark.full
def test_every_refusal_of_a_constraint_is_told_to_whoever_asks() -> None:
    import_all()
    kinds = {
        known.error if isinstance(known, Violation) else MissingReferenceError
        for known in known_constraints().values()
    } | {InUseError, ValueRefusedError}
    for kind in kinds:
        problem = problem_of(kind("x"))
        assert problem is not INTERNAL
        assert 400 <= problem.status < 500, kind


@pytest.mark.full
def test_every_table_that_a_route_writes_is_one_whose_constraints_are_known(
    make_database: Callable[..., Installation], tmp_path: Path
) -> None:
    """The catalog's list of such tables is complete: routes write no other."""
    installation = make_database()
    with installation.as_superuser() as behind:
        behind.execute("select pg_stat_reset()")
    with serving(installation, tmp_path) as process:
        api = Api(installation, process.url)
        use_everything(api)
        api.close()
    with installation.as_superuser() as behind:
        for _ in range(100):  # what a connection counted is told when it ends
            left = behind.execute(
                "select from pg_stat_activity where datname = current_database()"
                " and pid <> pg_backend_pid()"
            ).fetchall()
            if not left:
                break
            time.sleep(0.1)
        written = {name for (name,) in behind.execute(WRITTEN.encode()).fetchall()}
        rows = behind.execute(CONSTRAINTS, {"by_functions": BY_FUNCTIONS}).fetchall()
    assert {"clients", "services", "users", "sessions", "idempotency_keys"} <= written
    assert written - {table for table, *_ in rows} == set()


def use_everything(api: Api) -> None:
    """Do everything that a route does, once."""
    caller = caller_of(api, "owner")
    owner = api.client(caller.token)
    walked = sorted(walk(), key=lambda each: each.route.method == "DELETE")
    for each in walked:
        if "{org}" not in each.route.path:
            continue
        kind = each.route.path.split("/{id}")[0].rpartition("/")[2]
        ids = dict.fromkeys(each.slots(), caller.ids.get(kind, [uuid.uuid4()])[0])
        key = {"idempotency-key": each.name} if each.takes("Idempotency-Key") else {}
        assert each.send(owner, caller.org_id, ids, **key).status_code < 500
    session = session_of(api)
    email = session["user"]["email"]
    person = api.client(session["access_token"])
    given = {"refresh_token": session["refresh_token"]}
    assert person.post("/auth/v1/token?grant_type=refresh_token", json=given).is_success
    for name in ("recover", "otp"):
        assert person.post(f"/auth/v1/{name}", json={"email": email}).is_success
    nobody = api.client()
    given = {"email": email, "password": "not the password"}
    assert nobody.post("/auth/v1/token?grant_type=password", json=given).status_code == 400
    change = {"password": "another password", "current_password": PASSWORD, "data": {"a": 1}}
    assert person.put("/auth/v1/user", json=change).is_success
    assert person.put("/auth/v1/user", json={"email": f"new.{email}"}).is_success
    assert person.post("/api/v1/orgs", json={"name": "Founded"}).is_success
    assert signed_out(person)


def signed_out(person: httpx2.Client) -> bool:
    return person.post("/auth/v1/logout").status_code == 204
