"""The tests, which always test the tree that they are in."""

from __future__ import annotations

import sys
from pathlib import Path

# An environment's editable install may be of another checkout: its `sealedbid` would be tested.
sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
