"""The queue's benchmark still fits the product that it measures."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.full
@pytest.mark.timeout(300)
def test_a_small_round_measures_ours_from_end_to_end() -> None:
    """Peers are measured if they are installed; no part of ours may give up."""
    ended = subprocess.run(
        [sys.executable, "-m", "benchmarks.queue", "--quick"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "StuckError" not in ended.stdout
    assert "idle latency p95" in ended.stdout
