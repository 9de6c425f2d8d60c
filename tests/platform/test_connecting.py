"""A refused login fails at once; a server that will do in a moment is waited for.

No wait here is shorter than a test may last: only an immediate failure lets a test end.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from psycopg import Connection
from psycopg.conninfo import make_conninfo

from sealedbid.isolation.audit import audit_database
from sealedbid.platform.config import Settings
from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.migrations import migrate
from sealedbid.platform.postgres import open_pool
from sealedbid.platform.postgres.connecting import connect, connect_async
from sealedbid.platform.postgres.errors import DatabaseUnreachableError, LoginRefusedError
from sealedbid.platform.postgres.logins import LOGINS, Login
from sealedbid.platform.secrets import ensure_secret, secret_path
from sealedbid.worker.dispatch import Dispatcher
from sealedbid.worker.heart import Heart
from sealedbid.worker.run import run_worker
from tests.fixtures.server import Installation, temporary_server

PATIENT = 3600.0  # seconds; longer than any test may last

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def cluster() -> Iterator[Installation]:
    """A separate cluster, whose logins can be spoilt."""
    with temporary_server() as server:
        installation = as_installation(server)
        migrate(server.url(), lambda login: installation_password(server, login))
        yield installation


def as_installation(server: EmbeddedServer) -> Installation:
    settings = Settings(
        home=server.status().home, database_address=server.address, pool_timeout=PATIENT
    )
    return Installation(settings, "sealedbid", server.url(), server.url("postgres"))


def installation_password(server: EmbeddedServer, login: str) -> str:
    return ensure_secret(secret_path(server.status().home, f"{login}.password"))


@pytest.fixture
def admin(cluster: Installation) -> Iterator[Connection[Any]]:
    with cluster.as_superuser() as connection:
        yield connection
        connection.execute("alter role sb_api login connection limit -1")
        connection.execute("grant connect on database sealedbid to sb_api")


REFUSALS: dict[str, tuple[str | None, dict[str, Any], str]] = {
    "wrong password": (None, {"password": "hush"}, "`sealedbid logins reset`"),
    "no password": (None, {"password": ""}, "`sealedbid logins reset`"),
    "unknown login": (None, {"user": "sb_nobody"}, "password in the URL"),
    "unknown database": (None, {"dbname": "absent"}, "Create it"),
    "unknown host": (None, {"host": "nowhere.invalid"}, "see to the host"),
    "no port": (None, {"port": "99999"}, "port"),
    "wants TLS": (None, {"host": "127.0.0.1", "sslmode": "require"}, "sslmode"),
    "no line in pg_hba.conf": (
        None,
        {"host": "127.0.0.1", "replication": "true"},
        "pg_hba.conf needs a line",
    ),
    "may not connect": (
        "revoke connect on database sealedbid from sb_api",
        {},
        'grant connect on database ... to "sb_api"',
    ),
    "may not log in": ("alter role sb_api nologin", {}, 'alter role "sb_api" login'),
}


@pytest.mark.parametrize("cause", REFUSALS)
async def test_what_waiting_does_not_mend_is_told_at_once(
    cluster: Installation, admin: Connection[Any], cause: str
) -> None:
    spoil, changed, remedy = REFUSALS[cause]
    if spoil is not None:
        admin.execute(spoil)
    conninfo = make_conninfo(cluster.conninfo("sb_api"), **changed)
    refused = "^The URL has no number for a port" if cause == "no port" else "is refused: "
    with pytest.raises(DatabaseUnreachableError, match=refused) as by_pool:
        await open_pool(conninfo, cluster.settings, name="test")
    with pytest.raises(DatabaseUnreachableError, match=refused) as by_command:
        connect(conninfo, name="test", patience=PATIENT)
    for told in (by_pool, by_command):
        assert remedy in str(told.value)
        assert "hush" not in str(told.value)
    if cause not in ("no port", "unknown login", "unknown host"):
        assert str(by_pool.value).startswith("sb_api is refused: ")


@pytest.mark.parametrize("login", LOGINS)
async def test_each_login_is_named_with_its_own_variable(
    cluster: Installation, login: Login
) -> None:
    conninfo = make_conninfo(cluster.conninfo(login), password="hush")
    variable = f"SEALEDBID_{login[3:].upper()}_URL"
    with pytest.raises(LoginRefusedError, match=f"^{login} is refused: .*{variable}"):
        await open_pool(conninfo, cluster.settings, name="test")


def test_an_audit_and_a_migration_are_refused_in_the_same_words(cluster: Installation) -> None:
    with pytest.raises(LoginRefusedError, match=r"^sb_api is refused: "):
        audit_database(make_conninfo(cluster.conninfo("sb_api"), password="hush"))
    with pytest.raises(LoginRefusedError, match=r"^sealedbid is refused: .*--reset-password"):
        migrate(make_conninfo(cluster.owner, password="hush"), str)


async def test_a_full_server_is_waited_for(cluster: Installation, admin: Connection[Any]) -> None:
    admin.execute("alter role sb_api connection limit 0")
    conninfo = cluster.conninfo("sb_api")
    with pytest.raises(DatabaseUnreachableError, match="too many connections"):
        connect(conninfo, name="test", patience=0.3)
    with pytest.raises(DatabaseUnreachableError, match="too many connections"):
        await connect_async(conninfo, name="test", patience=0.3)
    waiting = threading.Timer(0.5, lambda: admin.execute("alter role sb_api connection limit -1"))
    waiting.start()
    connect(conninfo, name="test", patience=PATIENT).close()
    waiting.join()


async def test_a_server_that_comes_up_is_waited_for() -> None:
    with temporary_server() as server:
        conninfo = server.url()
        server.stop()
        with pytest.raises(DatabaseUnreachableError, match="cannot be reached"):
            connect(conninfo, name="test", patience=PATIENT)  # a command fails at once
        coming = threading.Timer(0.5, server.start)
        coming.start()
        connection = await connect_async(conninfo, name="test", patience=PATIENT)
        await connection.close()
        coming.join()


async def test_a_worker_whose_heartbeat_is_refused_does_not_begin(cluster: Installation) -> None:
    wrong = make_conninfo(cluster.conninfo("sb_dispatch"), password="hush")
    settings = cluster.settings.model_validate(
        {**cluster.settings.model_dump(exclude_unset=True), "listen_url": wrong}
    )
    with pytest.raises(LoginRefusedError, match=r"^sb_dispatch is refused: "):
        await run_worker(settings, until_idle=True, handlers={})


async def test_a_heart_whose_login_is_refused_later_says_why(
    cluster: Installation, caplog: pytest.LogCaptureFixture
) -> None:
    pool = await open_pool(cluster.conninfo("sb_dispatch"), cluster.settings, name="test")
    wrong = make_conninfo(cluster.conninfo("sb_dispatch"), password="hush")
    heart = Heart(wrong, Dispatcher(pool, lease=0.3, deadlines={}))
    heart.start()
    while heart.refusal is None or not heart.is_silent:
        time.sleep(0.01)
    heart.stop()
    await pool.close()
    assert str(heart.refusal).startswith("sb_dispatch is refused: ")
    said = [r.getMessage() for r in caplog.records if r.levelname == "ERROR"]
    assert said == [f"no heartbeat: {heart.refusal}"]  # once, not at every beat


async def test_a_pooler_refuses_in_words_that_are_known(pooled: Installation) -> None:
    conninfo = make_conninfo(pooled.conninfo("sb_api"), password="hush")
    patient = pooled.settings.model_copy(update={"pool_timeout": PATIENT})
    with pytest.raises(LoginRefusedError, match=r"^sb_api is refused: .*logins reset"):
        await open_pool(conninfo, patient, name="test")
    absent = make_conninfo(pooled.conninfo("sb_api"), dbname="absent")
    with pytest.raises(LoginRefusedError, match=r"^sb_api is refused: "):
        await open_pool(absent, patient, name="test")
