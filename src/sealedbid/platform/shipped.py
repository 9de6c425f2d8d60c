"""The folder db/, which the package carries."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import sealedbid


@cache
def database_files() -> Path:
    """The folder with the roles and the migrations, in a checkout or inside the package."""
    package = Path(sealedbid.__file__).parent
    shipped = package / "db"
    return shipped if shipped.is_dir() else package.parents[1] / "db"
