"""The wheel: installed in an empty environment, it migrates an empty database."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import psycopg
import pytest

from tests.fixtures.server import temporary_server

ROOT = Path(__file__).parents[2]


def pip(python: Path | str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.full
@pytest.mark.timeout(300)
def test_the_wheel_migrates_an_empty_database(tmp_path: Path) -> None:
    built = pip(sys.executable, "wheel", "--no-deps", "--no-build-isolation", "-w", tmp_path, ROOT)
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("sealedbid-*.whl")
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    locked = pip(python, "install", "--require-hashes", "-r", ROOT / "requirements" / "runtime.txt")
    if locked.returncode != 0 and "CI" not in os.environ:
        pytest.skip(f"the packages cannot be had here: {locked.stderr.strip()[-200:]}")
    assert locked.returncode == 0, locked.stderr
    installed = pip(python, "install", "--no-deps", wheel)
    assert installed.returncode == 0, installed.stderr
    with temporary_server() as server:  # a separate server, for the logins that it creates
        migrated = subprocess.run(
            [environment / "bin" / "sealedbid", "migrate"],
            env={"DATABASE_URL": server.url(), "SEALEDBID_HOME": str(tmp_path / "home")},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        assert "Applied" in migrated.stdout
        with psycopg.connect(server.url("postgres")) as behind:
            found = behind.execute("select to_regproc('queue.finish') is not null").fetchone()
    assert found == (True,)
