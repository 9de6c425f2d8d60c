"""Words of the languages that briefs are read in: one folder each, files by what they name."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "de", "fr", "es", "nl")


@cache
def vocabulary(language: str, name: str) -> dict[str, Any]:
    """The file ``name`` of a language: "duties", "labels"."""
    path = files(__package__) / language / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
