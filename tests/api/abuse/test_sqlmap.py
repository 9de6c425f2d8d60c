"""sqlmap finds no way in, in any parameter or field of the real routes.

Those of sign-in are left to tests/api/auth: the tool waits for their throttling, which it meets
at once. That it finds a hole where there is one is in tests/injection.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.api.abuse.process import Process
from tests.api.abuse.roles import Caller, caller_of
from tests.api.serving import Api
from tests.api.walking import walk
from tests.injection import sqlmap

pytestmark = [pytest.mark.full, pytest.mark.timeout(300)]

WALKED = {
    each.name: each
    for each in walk()
    if each.route.path.startswith("/api/v1/") and (each.query() or each.body() is not None)
}


@pytest.fixture(scope="module", autouse=True)
def installed() -> None:
    if sqlmap.SQLMAP.exists():
        return
    reason = "sqlmap is not installed: `make test-full` puts it into .venv-attacks, with a network"
    if "CI" in os.environ:
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def owner(real: Api) -> Caller:
    return caller_of(real, "owner")


@pytest.mark.parametrize("name", WALKED)
def test_no_parameter_and_no_field_is_a_way_in(
    real: Api, served: Process, owner: Caller, name: str, tmp_path: Path
) -> None:
    walked = WALKED[name]
    path = walked.route.path.replace("{org}", str(owner.org_id))
    for slot in walked.slots():
        kind = walked.route.path.split("/{id}")[0].rpartition("/")[2]
        path = path.replace(f"{{{slot.path[0]}}}", owner.ids[kind][-1])
    query = f"?{urlencode(walked.query())}" if walked.query() else ""
    body = None if walked.body() is None else json.dumps(walked.body())
    assert owner.token is not None
    told = sqlmap.look(f"{real.url}{path}{query}", owner.token, walked.route.method, body, tmp_path)
    assert "all tested parameters do not appear to be injectable" in told, told
    assert "injection point" not in told
    assert "Traceback" not in served.said()
