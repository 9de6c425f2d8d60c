"""Schemathesis finds no failure and no answer outside the document, whoever calls."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import pytest

from sealedbid.api.route import Route
from sealedbid.platform.postgres import Rank
from tests.api.abuse import schemathesis
from tests.api.abuse.process import Process
from tests.api.abuse.roles import ROLES, caller_of
from tests.api.serving import Api
from tests.generated.api import routes

pytestmark = [pytest.mark.full, pytest.mark.timeout(200)]

RANKS: Final = {
    "viewer": Rank.VIEWER,
    "member": Rank.MEMBER,
    "admin": Rank.ADMIN,
    "owner": Rank.OWNER,
    "key": Rank.OWNER,
}
"""The rank of each role in the organization that the requests name; the others have none."""


@pytest.fixture(scope="module", autouse=True)
def installed() -> None:
    if schemathesis.SCHEMATHESIS.exists():
        return
    reason = (
        "Schemathesis is not installed: `make test-full` puts it into .venv-attacks, with a network"
    )
    if "CI" in os.environ:
        pytest.fail(reason)
    pytest.skip(reason)


def operation(route: Route) -> str:
    return f"{route.method} {route.path}"


@pytest.mark.parametrize("role", ROLES)
def test_every_answer_is_one_of_the_document(
    real: Api, served: Process, role: str, tmp_path: Path
) -> None:
    report = schemathesis.attack(real.url, caller_of(real, role), tmp_path)
    assert report.code == 0, report.said
    assert {operation(route) for route in routes()} == set(report.answers)
    assert "Traceback" not in served.said()
    for route in routes():
        done = {status for status in report.answers[operation(route)] if status < 300}
        if route.needs_caller and role == "anonymous":
            assert done == set(), operation(route)
        if (rank := route.promise.rank) is not None and RANKS.get(role, Rank.GUEST) < rank:
            assert done == set(), operation(route)
    if role == "owner":  # otherwise it would be that nothing was ever done
        inside = [operation(route) for route in routes() if route.promise.rank is not None]
        through = {name for name in inside if min(report.answers[name]) < 300}
        assert len(through) >= 0.9 * len(inside), sorted(set(inside) - through)
