"""A test run that is ended, in whatever way, leaves no server, process or folder."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.full, pytest.mark.timeout(300)]

HANGS = Path(__file__).with_name("hangs.py")
PROCESSES = Path("/proc")
PATIENCE = 200.0
"""Seconds in which pytest-xdist and the server end."""


def until(happened: Callable[[], Any], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, what
        time.sleep(0.05)


def living(pids: list[int], folders: list[str]) -> list[str]:
    """These processes, and those that refer to a folder, as far as they still live."""
    found = []
    for process in PROCESSES.glob("[0-9]*"):
        try:
            if "\nState:\tZ" in (process / "status").read_text():
                continue  # it ended, and init has not collected it yet
            called = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        except OSError:
            continue
        if int(process.name) in pids or any(os.fsencode(each) in called for each in folders):
            found.append(f"{process.name} {called[:200]!r}")
    return found


def ran(told: Path, *options: str) -> subprocess.Popen[bytes]:
    """Start the test that never ends, and wait until it has begun."""
    run = subprocess.Popen(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options, str(HANGS)],
        env=dict(os.environ) | {"TOLD": str(told)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    until(told.exists, "the run does not begin")
    return run


@pytest.mark.parametrize(
    ("options", "ending", "whom"),
    [
        ((), signal.SIGINT, "the run"),
        ((), signal.SIGTERM, "the run"),
        ((), signal.SIGKILL, "the run"),
        (("-n", "1"), signal.SIGINT, "the run"),
        (("-n", "1"), signal.SIGINT, "its group"),
        (("-n", "1"), signal.SIGTERM, "the run"),
        (("-n", "1"), signal.SIGHUP, "its group"),
        (("-n", "1"), signal.SIGKILL, "the run"),
    ],
)
def test_a_run_that_is_ended_leaves_nothing(
    tmp_path: Path, options: tuple[str, ...], ending: signal.Signals, whom: str
) -> None:
    """Signal the run alone, as ``kill`` does, or all its processes, as a terminal does."""
    told = tmp_path / "told"
    with ran(told, *options) as run:
        started = json.loads(told.read_text())
        pids, folders = started["pids"], started["folders"]
        assert len(living(pids, folders)) > len(pids)  # the server's own processes, too
        if whom == "the run":
            run.send_signal(ending)
        else:
            os.killpg(run.pid, ending)
        run.wait(PATIENCE)
    until(lambda: not living(pids, folders), "something lives on")
    until(lambda: not any(map(os.path.lexists, folders)), "a folder is left")
