"""The wheel: installed in an empty environment, it migrates an empty database."""

from __future__ import annotations

import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fixtures.server import Installation

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_wheel_migrates_an_empty_database(
    tmp_path: Path, make_database: Callable[..., Installation]
) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-qq", "--no-deps", "--no-build-isolation"]
        + ["--wheel-dir", tmp_path, ROOT],
        check=True,
    )
    (wheel,) = tmp_path.glob("sealedbid-*.whl")
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    pip = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "--require-hashes", "-r", ROOT / "requirements" / "runtime.txt"], check=True
    )
    subprocess.run([*pip, "--no-deps", wheel], check=True)
    empty = make_database(migrated=False)
    migrated = subprocess.run(
        [environment / "bin" / "sealedbid", "migrate"],
        env={"DATABASE_URL": empty.owner, "SEALEDBID_HOME": str(tmp_path / "home")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Applied" in migrated.stdout
    with empty.as_superuser() as behind:
        row = behind.execute(
            "select to_regprocedure('queue.finish(uuid, jsonb, bigint)')"
        ).fetchone()
    assert row is not None
    assert row[0] is not None
