"""serve in a process of its own: it answers, it ends, and it refuses what is not sealed."""

from __future__ import annotations

import signal
import subprocess
import time

import httpx2
import pytest

from tests.fixtures.commands import OnDatabase, environment, program, sealedbid_process
from tests.fixtures.pgbouncer import free_port
from tests.fixtures.server import Installation


def variables(installation: Installation) -> dict[str, str]:
    """The URLs of the API's two logins, and nothing of the owner's or the others'."""
    return {
        "SEALEDBID_HOME": "/nonexistent",
        "SEALEDBID_DATABASE_ADDRESS": "postgresql:///nowhere",
        "SEALEDBID_API_URL": installation.conninfo("sb_api"),
        "SEALEDBID_AUTH_URL": installation.conninfo("sb_auth"),
    }


@pytest.mark.full
@pytest.mark.parametrize("workers", ["1", "2"])
def test_it_serves_with_two_logins_until_it_is_told_to_stop(
    fresh_installation: Installation, workers: str
) -> None:
    port = free_port()
    command = program("serve", "--port", str(port), "--workers", workers)
    with subprocess.Popen(
        command,
        env=environment(**variables(fresh_installation)),
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            for _ in range(300):
                assert process.poll() is None
                try:
                    answer = httpx2.get(f"http://127.0.0.1:{port}/readyz", timeout=10)
                    break
                except httpx2.HTTPError:
                    time.sleep(0.1)
            assert answer.json() == {"status": "ready"}
            process.send_signal(signal.SIGTERM)
            _, said = process.communicate(timeout=60)
        finally:
            process.kill()
    assert '"route":"/readyz"' in said
    assert "Traceback" not in said


@pytest.mark.full
def test_an_unsealed_database_is_not_served(fresh_installation: Installation) -> None:
    with fresh_installation.as_superuser() as behind:
        behind.execute("alter table public.clients disable row level security")
    done = sealedbid_process("serve", "--port", str(free_port()), **variables(fresh_installation))
    assert done.returncode == 1
    assert "The database is not sealed" in done.stderr
    assert OnDatabase(fresh_installation).behind("select 1") == [(1,)]
