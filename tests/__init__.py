"""The tests, which always test the tree that they are in."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SOURCE = str(Path(__file__).parents[1] / "src")

# An environment's editable install may belong to another checkout, whose `sealedbid` would be
# tested: here, and in the programs that tests start.
sys.path.insert(0, SOURCE)
os.environ["PYTHONPATH"] = SOURCE
