"""Supabase's client for JavaScript, unchanged, on a served installation with a worker."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import httpx2
import pytest

from sealedbid.platform.embedded import EmbeddedServer
from tests.fixtures.commands import environment, program
from tests.fixtures.pgbouncer import free_port
from tests.fixtures.prototype import copy_prototype
from tests.fixtures.server import temporary_home

ROOT: Final = Path(__file__).parents[3]
FOLDER: Final = Path(__file__).parent / "supabase_js"
CLIENT: Final = ROOT / ".node-supabase"
SCRIPT: Final = "from_sign_up_to_sign_out.mjs"


@pytest.fixture
def served() -> Iterator[tuple[str, Path]]:
    """The URL of a served installation, and its home."""
    with temporary_home() as home:
        copy_prototype(home)
        EmbeddedServer(home).start()
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        command = program("serve", "--port", str(port), "--with-worker")
        variables = environment(SEALEDBID_HOME=str(home), SEALEDBID_PUBLIC_URL=url)
        with subprocess.Popen(command, env=variables, stderr=subprocess.DEVNULL) as process:
            try:
                for _ in range(600):
                    assert process.poll() is None
                    try:
                        if httpx2.get(f"{url}/readyz", timeout=10).status_code == 200:
                            break
                    except httpx2.HTTPError:
                        time.sleep(0.1)
                yield url, home
            finally:
                process.terminate()
                process.wait(60)


@pytest.mark.full
def test_from_sign_up_to_sign_out(served: tuple[str, Path], tmp_path: Path) -> None:
    url, home = served
    node = shutil.which("node")
    if node is None or not (CLIENT / ".locked").exists():
        pytest.skip("no client: `make .node-supabase/.locked` installs it, with Node and a network")
    shutil.copy(FOLDER / SCRIPT, tmp_path)
    (tmp_path / "node_modules").symlink_to(CLIENT / "node_modules")
    done = subprocess.run(
        [node, tmp_path / SCRIPT, url, home / "mail"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.stdout.strip(), done.returncode) == ("done", 0), done.stderr


def test_the_clients_lock_has_digests_and_no_addresses() -> None:
    lock = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: found for name, found in lock["packages"].items() if name}
    assert packages
    for found in packages.values():
        assert "resolved" not in found
        assert found["integrity"].startswith("sha512-")
