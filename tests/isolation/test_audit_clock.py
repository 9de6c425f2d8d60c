"""The audit finds the one function that tests replace, and is silent after it is restored."""

from __future__ import annotations

import pytest
from psycopg.errors import InsufficientPrivilege

from sealedbid.isolation.audit import audit_database
from sealedbid.platform.postgres.logins import LOGINS, Login
from tests.fixtures.clock import Clock, clock_of
from tests.fixtures.server import Installation


def told(installation: Installation) -> list[str]:
    report = audit_database(installation.conninfo("sb_api"))
    return [finding.sentence for finding in report.findings]


@pytest.mark.full
def test_a_clock_that_was_put_forward_is_found_and_one_that_is_right_is_not(
    fresh_installation: Installation,
) -> None:
    with clock_of(fresh_installation) as clock:
        assert told(fresh_installation) == []
        clock.forward(hours=1)
        (finding,) = told(fresh_installation)
        assert "queue.now()" in finding
        assert "is not as the migrations made it" in finding
    assert told(fresh_installation) == []


def test_the_clock_is_put_forward_by_the_time_given(fresh_installation: Installation) -> None:
    ask = "select extract(epoch from queue.now() - statement_timestamp())::int"
    with clock_of(fresh_installation) as clock, fresh_installation.as_superuser() as behind:
        assert behind.execute(ask).fetchone() == (0,)
        clock.forward(minutes=2)
        clock.forward(seconds=30)
        assert behind.execute(ask).fetchone() == (150,)
    with fresh_installation.as_superuser() as behind:
        assert behind.execute(ask).fetchone() == (0,)


@pytest.mark.parametrize("login", LOGINS)
def test_no_login_puts_the_clock_forward(installation: Installation, login: Login) -> None:
    with installation.connect(login) as connection, pytest.raises(InsufficientPrivilege):
        Clock(connection).forward(hours=1)
