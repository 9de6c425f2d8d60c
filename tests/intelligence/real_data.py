"""Public documents that nobody on this project wrote; a clone of the repository has none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

BESIDE = Path(__file__).parents[3] / "shared" / "data"


def handbook() -> list[Path]:
    """The pages of a consultancy's handbook (18F, CC0), or a skip with the reason."""
    data = Path(os.environ.get("SEALEDBID_REAL_DATA") or BESIDE)
    pages = sorted((data / "knowledge" / "handbook").rglob("*.md"))
    if not pages:
        pytest.skip("no real documents: they are looked for in SEALEDBID_REAL_DATA")
    return pages
