"""A device in a few words, by the User-Agent that its browser sent."""

from __future__ import annotations

from typing import Final

LONGEST: Final = 80  # characters of what is not understood

# The first that is found counts: Edge and Opera call themselves Chrome, too, and Chrome Safari.
BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
    ("supabase-", "Supabase"),
)
SYSTEMS: Final = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
)


def device_of(user_agent: str) -> str:
    """Return browser and system, as ``Firefox, Linux``; of others the beginning of the text."""
    named = [
        next((name for sign, name in table if sign in user_agent), None)
        for table in (BROWSERS, SYSTEMS)
    ]
    return ", ".join(name for name in named if name) or user_agent[:LONGEST].strip()
