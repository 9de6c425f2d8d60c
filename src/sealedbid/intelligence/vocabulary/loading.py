"""Loading a vocabulary file: once, and only when a text needs it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "de", "fr", "es", "nl")


@cache
def vocabulary(language: str, concern: str) -> dict[str, Any]:
    """The table of one concern ("dates", "money") in one language."""
    place = files("sealedbid.intelligence.vocabulary") / language / f"{concern}.toml"
    return tomllib.loads(place.read_text(encoding="utf-8"))


def spoken(language: str) -> tuple[str, ...]:
    """The languages whose words may stand in a text: its own and English; all if it is none."""
    if language not in LANGUAGES:
        return LANGUAGES
    return ("en",) if language == "en" else (language, "en")
