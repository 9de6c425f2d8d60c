"""A test that never ends, for test_leaving.py: with a server, a child and a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from tests.fixtures.prototype import prototype
from tests.fixtures.server import Installation


def test_it_never_ends(installation: Installation) -> None:
    home = installation.settings.home
    child = subprocess.Popen(
        [sys.executable, "-c", "import time; time.sleep(600)"], env={"SEALEDBID_HOME": str(home)}
    )
    with installation.as_superuser() as session:
        started = [os.getpid(), child.pid, session.info.backend_pid]
        told = Path(os.environ["TOLD"])
        draft = told.with_suffix(".draft")
        folders = [str(home.parent), str(prototype().parent)]
        draft.write_text(json.dumps({"pids": started, "folders": folders}))
        draft.rename(told)
        time.sleep(600)
